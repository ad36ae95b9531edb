"""Where people find the pages of this room."""

from ocmw.ui.plaats import Menupagina, leid_naar, toon
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon(Menupagina("sturing", 30, "Langer dan nodig", "rechtenteller:langer_list", "rapport_caseload"))
leid_naar(uren_zetten="rechtenteller:uren_zetten")
toon_delen(
    Werkdeel("Aan het werk", 30, "Rechten", "rechtenteller:rechtenstand_detail"),
    Werkdeel("Aan het werk", 40, "Wat als", "rechtenteller:watals", ("werk/voorstellen/",)),
)
