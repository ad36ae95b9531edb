"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import Menupagina, toon

toon(
    Menupagina(
        "beheer",
        110,
        "Competentielijsten",
        "evaluaties:competentielijst_list",
        "regels_beheren",
        ("/competentielijsten/",),
    )
)
toon_delen(Dossierdeel("werk", "Aan het werk", 230, "Evaluaties", "evaluaties:evaluatie_list", ("werk/bezoeken/",)))
