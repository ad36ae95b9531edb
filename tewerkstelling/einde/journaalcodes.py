"""What this room writes about the end of art.60."""

from ocmw.journaal.journaalcodes import Journaalcode

EINDE_GEWIJZIGD = Journaalcode("einde_gewijzigd", "werkte het einde van art.60 bij")
