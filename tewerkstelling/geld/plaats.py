"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import Menupagina, toon

toon(Menupagina("sturing", 20, "Geld op maandeinde", "geld:radar_list", "rapport_caseload"))
toon_delen(Dossierdeel("werk", "Rechten en geld", 330, "Vergoeding", "geld:vergoeding_detail"))
