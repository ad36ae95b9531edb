"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, Dossiertab, toon_delen, toon_tabs
from ocmw.ui.plaats import Nieuwknop, toon

toon(Nieuwknop(20, "Cliënt", "clienten:client_nieuw", "client_beheren"))
toon_tabs(Dossiertab(60, "gegevens", "Gegevens en documenten", "clienten:client_gegevens"))
toon_delen(
    Dossierdeel("gegevens", "", 10, "Gegevens", "clienten:client_gegevens", ("toewijzen/", "sluiten/", "heropenen/")),
    Dossierdeel("gegevens", "", 20, "Documenten", "clienten:document_list"),
)
