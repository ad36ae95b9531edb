"""Where people find the pages of this room."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon(Menupagina("werkplekken", 30, "Startklaar", "startklaar:plaatsing_bord", "dossier_lezen"))
leid_naar(plaatsingen="startklaar:plaatsing_list", plaatsing_nieuw="startklaar:plaatsing_create")
toon_delen(Werkdeel("Aan het werk", 20, "Startklaar", "startklaar:plaatsing_list"))
