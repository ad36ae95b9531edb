"""What those who keep the installation write."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

INZAGE_NAGEKEKEN = Journaalcode("inzage_nagekeken", "keek een inzage buiten de caseload na", Journaalsoort.BEHEER)
SAMENWERKING_GEWIJZIGD = Journaalcode("samenwerking_gewijzigd", "wijzigde een samenwerking", Journaalsoort.BEHEER)
MEDEWERKER_GEWIJZIGD = Journaalcode("medewerker_gewijzigd", "wijzigde een medewerker", Journaalsoort.BEHEER)
