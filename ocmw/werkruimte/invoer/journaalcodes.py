"""What an import writes."""

from ocmw.journaal.journaalcodes import Journaalcode

WERKPLEKKEN_INGEVOERD = Journaalcode("werkplekken_ingevoerd", "voerde werkplekken in")
CASELOAD_INGEVOERD = Journaalcode("caseload_ingevoerd", "voerde een caseload in")
