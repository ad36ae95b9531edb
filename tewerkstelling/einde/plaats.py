"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen

toon_delen(Dossierdeel("werk", "Daarna", 410, "Einde art.60", "einde:einde"))
