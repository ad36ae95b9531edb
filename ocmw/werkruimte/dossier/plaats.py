"""Where people find the pages of a dossier."""

from clienten.tabs import Dossierdeel, Dossiertab, toon_delen, toon_tabs
from ocmw.ui.plaats import leid_naar

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
    Dossiertab(50, "werk", "Werk en rechten", "dossier:werk"),
)
toon_delen(
    Dossierdeel(
        "werk", "Aan het werk", 210, "Werk en contracten", "dossier:werk", ("werk/contracten/", "werk/werkervaring/")
    )
)
