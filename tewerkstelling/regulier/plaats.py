"""Where people find the pages of this room."""

from ocmw.termijnen.enums import Soort
from ocmw.termijnen.stappen import stap_bij
from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon_delen(
    Werkdeel("Werk zoeken", 20, "Gewoon werk", "regulier:regulier_detail"),
    Werkdeel("Werk zoeken", 30, "Cv", "regulier:cv_detail"),
)
stap_bij("dossier_lezen", "Bekijk de sollicitatie", "regulier:regulier_detail", Soort.SOLLICITATIE)
stap_bij("dossier_lezen", "Bekijk het werk", "regulier:regulier_detail", Soort.OPVOLGING_WERK)
