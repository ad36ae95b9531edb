"""What this room writes about promises."""

from ocmw.journaal.journaalcodes import Journaalcode

TERMIJN_UITGESTELD = Journaalcode("termijn_uitgesteld", "stelde een termijn uit")
TERMIJN_DOORGEGEVEN = Journaalcode("termijn_doorgegeven", "gaf een termijn door aan een collega")
TERMIJN_HERSTELD = Journaalcode("termijn_hersteld", "maakte ongedaan wat met een termijn gebeurde")
TERMIJN_VOLDAAN = Journaalcode("termijn_voldaan", "werkte een termijn af")
