"""What is found out in a phase: answers to its questions, and side problems."""

from datetime import date

from clienten.handeling import actie
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from trajecten.enums import AFGESCHERMDE_THEMAS
from trajecten.fasen import VRAAG_VAN_CODE, antwoorden_op
from trajecten.journaalcodes import FASEVRAAG_BEANTWOORD, RANDPROBLEEM_GEWIJZIGD
from trajecten.models import Fasebeantwoording, Randprobleem

_GEEN_RECHT = "Gezondheid en verslaving zijn afgeschermd. Vraag de trajectbegeleider om dit te noteren."


@actie
def beantwoord_vraag(
    antwoord: Fasebeantwoording, velden: list[str], *, door: Medewerker, op: date
) -> Fasebeantwoording:
    """Store the answer to one question. Raises IntussenGewijzigd when a colleague answered it meanwhile."""
    vraag = VRAAG_VAN_CODE[antwoord.vraag]
    antwoord.afgeschermd = vraag.afgeschermd
    weiger_als(antwoord.traject.weigering_voor_wijzigen())
    weiger_als(_GEEN_RECHT if vraag.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else "")
    toegelaten = {code for code, _ in antwoorden_op(vraag)} | {""}
    weiger_als("" if antwoord.antwoord in toegelaten else "Kies een van de antwoorden.")
    antwoord.beantwoord_op = op
    if antwoord._state.adding:
        antwoord.bewaar_eerste(door=door, traject=antwoord.traject, vraag=antwoord.vraag)
    else:
        antwoord.bewaar(door=door, velden=[*velden, "beantwoord_op"])
    noteer(FASEVRAAG_BEANTWOORD, antwoord, door=door, client=antwoord.client, vraag=antwoord.vraag)
    return antwoord


@actie
def bewaar_randprobleem(
    probleem: Randprobleem, velden: list[str] | None = None, *, door: Medewerker, op: date
) -> Randprobleem:
    """Report a side problem, or change one (`velden`) on the version the user saw. Its theme decides who reads it."""
    probleem.afgeschermd = probleem.thema in AFGESCHERMDE_THEMAS
    weiger_als(_GEEN_RECHT if probleem.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else "")
    if probleem._state.adding:
        probleem.gemeld_op, probleem.gewijzigd_door = op, door
        probleem.full_clean(exclude=["client"])
        probleem.save(force_insert=True)
    else:
        probleem.bewaar(door=door, velden=[*(velden or []), "afgeschermd"])
    noteer(RANDPROBLEEM_GEWIJZIGD, probleem, door=door, client=probleem.client)
    return probleem
