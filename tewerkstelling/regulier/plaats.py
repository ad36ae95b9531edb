"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen

toon_delen(
    Dossierdeel("werk", "Werk zoeken", 120, "Gewoon werk", "regulier:regulier_detail"),
    Dossierdeel("werk", "Werk zoeken", 125, "Oefenen en schrijven", "regulier:ondersteuning_list"),
    Dossierdeel("werk", "Werk zoeken", 130, "Cv", "regulier:cv_detail"),
)
