"""What those who keep the installation write."""

from ocmw.journaal.enums import Soort
from ocmw.journaal.journaalcodes import Journaalcode

INZAGE_NAGEKEKEN = Journaalcode("inzage_nagekeken", "keek een inzage buiten de caseload na", Soort.BEHEER)
SAMENWERKING_GEWIJZIGD = Journaalcode("samenwerking_gewijzigd", "wijzigde een samenwerking", Soort.BEHEER)
MEDEWERKER_GEWIJZIGD = Journaalcode("medewerker_gewijzigd", "wijzigde een medewerker", Soort.BEHEER)
