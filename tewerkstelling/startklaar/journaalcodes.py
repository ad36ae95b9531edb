"""What this room writes about a placement."""

from ocmw.journaal.journaalcodes import Journaalcode

PLAATSING_GEWIJZIGD = Journaalcode("plaatsing_gewijzigd", "werkte een plaatsing bij")
PLAATSING_GESTART = Journaalcode("plaatsing_gestart", "startte een plaatsing")
PLAATSING_TOCH_GESTART = Journaalcode("plaatsing_toch_gestart", "startte een plaatsing die niet volledig klaar was")
PLAATSING_STOPGEZET = Journaalcode("plaatsing_stopgezet", "zette een plaatsing stop")
HANDTEKENINGEN_GEWIST = Journaalcode(
    "handtekeningen_gewist", "wijzigde een getekende plaatsing: de handtekeningen vervallen"
)
STARTBESLISSING_GENOTEERD = Journaalcode("startbeslissing_genoteerd", "noteerde het recht of de beslissing over art.60")
LOON_GENOTEERD = Journaalcode("loon_genoteerd", "noteerde wat de cliënt krijgt")
