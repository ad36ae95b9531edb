"""What this room writes about evaluations and visits."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import Journaalcode

EVALUATIE_GEWIJZIGD = Journaalcode("evaluatie_gewijzigd", "werkte een evaluatie bij")
EVALUATIE_AFGEROND = Journaalcode("evaluatie_afgerond", "rondde een evaluatie af")
MENTORLINK_GEMAAKT = Journaalcode("mentorlink_gemaakt", "maakte een link voor de mentor")
MENTORLINK_INGETROKKEN = Journaalcode("mentorlink_ingetrokken", "trok een link voor de mentor in")
MENTOR_ANTWOORDDE = Journaalcode("mentor_antwoordde", "kreeg het formulier van de mentor terug")
WERKBEZOEK_GENOTEERD = Journaalcode("werkbezoek_genoteerd", "noteerde een bezoek aan de werkplek")
TALENTEN_OVERGENOMEN = Journaalcode("talenten_overgenomen", "nam sterktes en leerpunten over in het profiel")
COMPETENTIELIJST_GEWIJZIGD = Journaalcode(
    "competentielijst_gewijzigd", "wijzigde een competentielijst", Journaalsoort.BEHEER
)
