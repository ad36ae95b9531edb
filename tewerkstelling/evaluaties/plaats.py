"""Where people find the pages of this room."""

from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
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
stap_bij("dossier_lezen", "Naar de evaluaties", "evaluaties:evaluatie_list", Soort.MENTORFORMULIER, Soort.EVALUATIE)
stap_bij("dossier_lezen", "Naar de bezoeken", "evaluaties:evaluatie_list", Soort.WERKBEZOEK)
