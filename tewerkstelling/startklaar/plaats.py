"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(Menupagina("werkplekken", 30, "Startklaar", "startklaar:plaatsing_bord", "dossier_lezen"))
leid_naar(plaatsingen="startklaar:plaatsing_list", plaatsing_nieuw="startklaar:plaatsing_create")
toon_delen(Dossierdeel("werk", "Aan het werk", 220, "Startklaar", "startklaar:plaatsing_list"))
