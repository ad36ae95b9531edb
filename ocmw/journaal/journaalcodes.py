"""What can stand in the journaal. The room that writes it makes its own codes, in its own `journaalcodes.py`; here are those
of the door and of paper, which more rooms write."""

from ocmw.journaal.enums import Journaalsoort
from ocmw.ui.codeboek import Codeboek, Codewoord


class Journaalcode(Codewoord):
    """What happened. The label is its sentence, after the name of who did it."""

    def __init__(self, code: str, label: str, soort: Journaalsoort = Journaalsoort.WIJZIGING) -> None:
        super().__init__(code, label, JOURNAALCODES)
        self.soort = soort


JOURNAALCODES: Codeboek[Journaalcode] = Codeboek("codes van het journaal")

DOSSIER_BEKEKEN = Journaalcode("dossier_bekeken", "bekeek het dossier", Journaalsoort.INZAGE)
AANGEMELD = Journaalcode("aangemeld", "meldde zich aan", Journaalsoort.AANMELDEN)
AFGEMELD = Journaalcode("afgemeld", "meldde zich af, of het scherm ging op slot", Journaalsoort.AANMELDEN)
AANMELDEN_MISLUKT = Journaalcode("aanmelden_mislukt", "kon zich niet aanmelden", Journaalsoort.AANMELDEN)
CODE_MISLUKT = Journaalcode("code_mislukt", "gaf een foute code bij de tweede stap", Journaalsoort.AANMELDEN)
WACHTWOORD_GEKOZEN = Journaalcode("wachtwoord_gekozen", "koos een nieuw wachtwoord", Journaalsoort.AANMELDEN)
TWEEDE_STAP_AAN = Journaalcode("tweede_stap_aan", "zette een tweede stap aan", Journaalsoort.AANMELDEN)
TWEEDE_STAP_UIT = Journaalcode("tweede_stap_uit", "zette een tweede stap af", Journaalsoort.AANMELDEN)
LIJST_BEKEKEN = Journaalcode("lijst_bekeken", "bekeek een lijst waarin dit dossier staat", Journaalsoort.INZAGE)
LIJST_GEEXPORTEERD = Journaalcode("lijst_geexporteerd", "exporteerde een lijst", Journaalsoort.UITVOER)
DOSSIER_AFGEDRUKT = Journaalcode("dossier_afgedrukt", "maakte een dossierverslag", Journaalsoort.UITVOER)
