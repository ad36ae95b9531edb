"""What this room writes about the window of 24 months."""

from ocmw.journaal.journaalcodes import Journaalcode

WEO_GEREGISTREERD = Journaalcode("weo_geregistreerd", "registreerde de werkervaringsovereenkomst")
NAZORG_GEWIJZIGD = Journaalcode("nazorg_gewijzigd", "werkte de nazorg bij")
