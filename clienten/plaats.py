"""Where people find the pages of this room."""

from clienten.tabs import Dossiertab, toon_tabs
from ocmw.ui.plaats import Nieuwknop, toon

toon(Nieuwknop(20, "Cliënt", "clienten:client_nieuw", "client_beheren"))
toon_tabs(
    Dossiertab(60, "gegevens", "Gegevens", "clienten:client_gegevens"),
    Dossiertab(70, "documenten", "Documenten", "clienten:document_list"),
)
