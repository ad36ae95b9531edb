"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import leid_naar

leid_naar(kandidaten="match:kandidaat_list")
toon_delen(Dossierdeel("werk", "Werk zoeken", 110, "Werkplekken", "match:match_detail"))
