"""Where people find the pages of this room."""

from ocmw.ui.plaats import leid_naar
from tewerkstelling.werkdelen import Werkdeel, toon_delen

leid_naar(kandidaten="match:kandidaat_list")
toon_delen(Werkdeel("Werk zoeken", 10, "Werkplekken", "match:match_detail"))
