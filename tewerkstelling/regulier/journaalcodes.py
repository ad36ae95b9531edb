"""What this room writes about the other branch."""

from ocmw.journaal.journaalcodes import Journaalcode

SOLLICITATIE_GEWIJZIGD = Journaalcode("sollicitatie_gewijzigd", "werkte een vacature of sollicitatie bij")
ONDERSTEUNING_GEWIJZIGD = Journaalcode("ondersteuning_gewijzigd", "werkte ondersteuning bij het solliciteren bij")
CV_GEWIJZIGD = Journaalcode("cv_gewijzigd", "werkte het cv bij")
