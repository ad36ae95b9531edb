"""Where people find the pages of a dossier."""

from clienten.tabs import Dossiertab, toon_tabs
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
from ocmw.ui.plaats import leid_naar
from tewerkstelling.werkdelen import Werkdeel, toon_delen

leid_naar(
    dossier="dossier:dossier_detail",
    werk="dossier:werk",
    reden="dossier:inzage_reden",
    toewijzen="dossier:dossier_toewijzen",
    sluiten="dossier:client_sluiten",
    heropenen="dossier:client_heropenen",
)
toon_tabs(
    Dossiertab(10, "overzicht", "Overzicht", "dossier:dossier_detail"),
    Dossiertab(20, "tijdlijn", "Tijdlijn", "dossier:tijdlijn"),
    Dossiertab(50, "werk", "Werk en nazorg", "dossier:werk"),
)
toon_delen(Werkdeel("Aan het werk", 10, "Overzicht", "dossier:werk", ("werk/contracten/", "werk/werkervaring/")))
stap_bij("dossier_lezen", "Bekijk het contract", "dossier:werk", Soort.ART60_EINDE)
stap_bij("dossier_lezen", "Bekijk het werk", "dossier:werk", Soort.TIJDIG_START)
