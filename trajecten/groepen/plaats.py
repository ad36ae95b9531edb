"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import Menupagina, Nieuwknop, toon

toon(
    Menupagina("groepen", 10, "Programma's", "groepen:programma_list", "groep_lezen", ("/reeksen/",), hoofd=True),
    Menupagina("groepen", 20, "Mijn sessies", "groepen:les_list", "aanwezigheid_noteren", ("/sessies/",), hoofd=True),
    Nieuwknop(50, "Programma voor een groep", "groepen:programma_create", "groep_beheren"),
)
toon_delen(Dossierdeel("traject", "", 35, "Groepen", "groepen:client_groepen"))
