"""What this room writes about the rules."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

REGEL_GEWIJZIGD = Journaalcode("regel_gewijzigd", "wijzigde een regel", Journaalsoort.BEHEER)
