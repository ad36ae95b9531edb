"""Where people find the import."""

from ocmw.ui.plaats import Menupagina, Nieuwknop, leid_naar, toon

toon(
    Menupagina("beheer", 50, "Invoer", "invoer:invoer_list", "invoeren"),
    Nieuwknop(40, "Caseload invoeren", "invoer:invoer_nieuw", "invoeren"),
)
leid_naar(invoer_nieuw="invoer:invoer_nieuw", werkplekken_uitvoer="invoer:werkplekken_uitvoer")
