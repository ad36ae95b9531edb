"""Where people find the pages of a dossier."""

from clienten.tabs import Dossiertab, toon_tabs
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
