"""What this room writes about a match."""

from ocmw.journaal.journaalcodes import Journaalcode

WERKPROFIEL_GEWIJZIGD = Journaalcode("werkprofiel_gewijzigd", "werkte het werkprofiel bij")
VOORSTEL_GEWIJZIGD = Journaalcode("voorstel_gewijzigd", "werkte een voorstel voor een werkplek bij")
