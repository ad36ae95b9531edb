"""What this room writes about the count."""

from ocmw.journaal.journaalcodes import Journaalcode

RVA_GEWIJZIGD = Journaalcode("rva_gewijzigd", "werkte een berekening van de RVA bij")
SCENARIO_BEWAARD = Journaalcode("scenario_bewaard", "bewaarde een wat-als als scenario")
