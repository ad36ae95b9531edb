"""What is found out in a phase: the answers to its questions."""

from datetime import date

from clienten.handeling import actie
from clienten.profiel.actions import neem_op
from clienten.profiel.enums import Profielbron
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from trajecten.actions.randprobleem import GEEN_RECHT, open_bij_ja
from trajecten.eenkeer import FASE_IN_PROFIEL
from trajecten.fasen import VRAAG_VAN_CODE, antwoorden_op
from trajecten.journaalcodes import FASEVRAAG_BEANTWOORD
from trajecten.models import Fasebeantwoording


@actie
def beantwoord_vraag(
    antwoord: Fasebeantwoording, velden: list[str], *, door: Medewerker, op: date
) -> Fasebeantwoording:
    """Store the answer to one question; a "ja" may open a side problem. Raises IntussenGewijzigd when a colleague answered it
    meanwhile."""
    vraag = VRAAG_VAN_CODE[antwoord.vraag]
    antwoord.afgeschermd = vraag.afgeschermd
    weiger_als(antwoord.traject.weigering_voor_wijzigen())
    weiger_als(GEEN_RECHT if vraag.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else "")
    toegelaten = {code for code, _ in antwoorden_op(vraag)} | {""}
    weiger_als("" if antwoord.antwoord in toegelaten else "Kies een van de antwoorden.")
    antwoord.beantwoord_op = op
    if antwoord.vraag in FASE_IN_PROFIEL:
        kaart = dict([FASE_IN_PROFIEL[antwoord.vraag]])
        neem_op(antwoord, velden, kaart, bron=Profielbron.FASE2, door=door, op=op)
    if antwoord._state.adding:
        antwoord.bewaar_eerste(door=door, traject=antwoord.traject, vraag=antwoord.vraag)
    else:
        antwoord.bewaar(door=door, velden=[*velden, "beantwoord_op"])
    noteer(FASEVRAAG_BEANTWOORD, antwoord, door=door, client=antwoord.client, vraag=antwoord.vraag)
    open_bij_ja(antwoord, door=door, op=op)
    return antwoord
