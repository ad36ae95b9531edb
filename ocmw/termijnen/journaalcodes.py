"""What this room writes about promises."""

from ocmw.journaal.journaalcodes import Journaalcode

TERMIJN_UITGESTELD = Journaalcode("termijn_uitgesteld", "stelde een termijn uit")
TERMIJN_VOLDAAN = Journaalcode("termijn_voldaan", "werkte een termijn af")
