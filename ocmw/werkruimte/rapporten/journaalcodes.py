"""What reports write."""

from ocmw.journaal.enums import Soort
from ocmw.journaal.journaalcodes import Journaalcode

RAPPORT_GEMAAKT = Journaalcode("rapport_gemaakt", "maakte een rapport", Soort.UITVOER)
STUK_GEMAAKT = Journaalcode("stuk_gemaakt", "maakte een document uit het dossier", Soort.UITVOER)
RAPPORT_GEOPEND = Journaalcode("rapport_geopend", "haalde een rapport op", Soort.UITVOER)
