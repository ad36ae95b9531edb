"""Where people find the page of this room."""

from clienten.tabs import Dossierdeel, toon_delen

toon_delen(Dossierdeel("gegevens", "", 15, "Wie zei wat", "profiel:profielantwoord_list"))
