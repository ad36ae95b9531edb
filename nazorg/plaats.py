"""Where people find the pages of this room."""

from clienten.tabs import Dossierdeel, toon_delen
from ocmw.ui.plaats import leid_naar

leid_naar(nazorg="nazorg:nazorg_detail")
toon_delen(Dossierdeel("werk", "Daarna", 420, "Nazorg", "nazorg:nazorg_detail"))
