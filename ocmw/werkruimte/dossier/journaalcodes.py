"""What the pages of a dossier write."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

REDEN_GEGEVEN = Journaalcode("reden_gegeven", "opende het dossier buiten de eigen caseload", Journaalsoort.INZAGE)
DOSSIER_HERSTELD = Journaalcode("dossier_hersteld", "zette afgeleide gegevens recht")
