"""What joining dossiers writes."""

from ocmw.journaal.journaalcodes import Journaalcode

DOSSIERS_VERENIGD = Journaalcode("dossiers_verenigd", "maakte van twee dossiers één")
VERENIGING_ONGEDAAN = Journaalcode("vereniging_ongedaan", "maakte van één dossier weer twee")
ANDERE_PERSOON = Journaalcode("andere_persoon", "noteerde dat twee dossiers van twee mensen zijn")
