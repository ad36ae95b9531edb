"""What reports write."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

RAPPORT_GEMAAKT = Journaalcode("rapport_gemaakt", "maakte een rapport", Journaalsoort.UITVOER)
STUK_GEMAAKT = Journaalcode("stuk_gemaakt", "maakte een document uit het dossier", Journaalsoort.UITVOER)
RAPPORT_GEOPEND = Journaalcode("rapport_geopend", "haalde een rapport op", Journaalsoort.UITVOER)
