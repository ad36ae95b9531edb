"""Where people find the pages of this room."""

from tewerkstelling.werkdelen import Werkdeel, toon_delen

toon_delen(
    Werkdeel("Werk zoeken", 20, "Gewoon werk", "regulier:regulier_detail"),
    Werkdeel("Werk zoeken", 30, "Cv", "regulier:cv_detail"),
)
