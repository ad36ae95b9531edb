"""What this room writes about employers and contracts."""

from ocmw.journaal.journaalcodes import Journaalcode

WERKGEVER_GEWIJZIGD = Journaalcode("werkgever_gewijzigd", "werkte een werkgever of werkplek bij")
TEWERKSTELLING_GESTART = Journaalcode("tewerkstelling_gestart", "registreerde een tewerkstelling")
TEWERKSTELLING_GEWIJZIGD = Journaalcode("tewerkstelling_gewijzigd", "wijzigde een tewerkstelling")
TEWERKSTELLING_BEEINDIGD = Journaalcode("tewerkstelling_beeindigd", "beëindigde een tewerkstelling")
ONDERBREKING_GEWIJZIGD = Journaalcode("onderbreking_gewijzigd", "werkte een onderbreking van het contract bij")
