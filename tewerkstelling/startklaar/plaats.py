"""Where people find the pages of this room."""

from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
from ocmw.ui.plaats import Menupagina, leid_naar, toon
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon(Menupagina("werkplekken", 30, "Startklaar", "startklaar:plaatsing_bord", "dossier_lezen"))
leid_naar(plaatsingen="startklaar:plaatsing_list", plaatsing_nieuw="startklaar:plaatsing_create")
toon_delen(Werkdeel("Aan het werk", 20, "Startklaar", "startklaar:plaatsing_list"))
stap_bij("dossier_lezen", "Open de lijst", "startklaar:plaatsing_list", Soort.STARTKLAAR)
