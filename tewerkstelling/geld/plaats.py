"""Where people find the pages of this room."""

from ocmw.ui.plaats import Menupagina, toon
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon(Menupagina("sturing", 20, "Geld op maandeinde", "geld:radar_list", "rapport_caseload"))
toon_delen(Werkdeel("Daarna", 30, "Vergoeding", "geld:vergoeding_detail"))
