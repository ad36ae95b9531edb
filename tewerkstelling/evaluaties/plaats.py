"""Where people find the pages of this room."""

from ocmw.ui.plaats import Menupagina, toon
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon(
    Menupagina(
        "sturing",
        110,
        "Competentielijsten",
        "evaluaties:competentielijst_list",
        "regels_beheren",
        ("/competentielijsten/",),
    )
)
toon_delen(Werkdeel("Aan het werk", 50, "Evaluaties", "evaluaties:evaluatie_list", ("werk/bezoeken/",)))
