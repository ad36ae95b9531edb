"""Where people find the pages of this room."""

from ocmw.ui.plaats import leid_naar
from tewerkstelling.werkdelen import Werkdeel, toon_delen

leid_naar(nazorg="nazorg:nazorg_detail")
toon_delen(Werkdeel("Daarna", 20, "Nazorg", "nazorg:nazorg_detail"))
