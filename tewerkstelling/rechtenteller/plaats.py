"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import Menupagina, leid_naar, toon

toon(Menupagina("sturing", 30, "Langer dan nodig", "rechtenteller:langer_list", "rapport_caseload"))
leid_naar(uren_zetten="rechtenteller:uren_zetten", rechten="rechtenteller:rechtenstand_detail")
toon_delen(
    Dossierdeel("werk", "Rechten en geld", 310, "Rechten", "rechtenteller:rechtenstand_detail"),
    Dossierdeel("werk", "Rechten en geld", 320, "Wat als", "rechtenteller:watals", ("werk/voorstellen/",)),
)
