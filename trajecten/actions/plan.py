"""The traject plan: theme, goal, action."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.enums import AFGESCHERMDE_THEMAS
from trajecten.journaalcodes import ACTIEPUNT_GEWIJZIGD, DOEL_GEWIJZIGD
from trajecten.models import Actiepunt, Doel, Traject

PUNTVELDEN = ["omschrijving", "vervalt_op", "eigenaar", "medewerker", "doel", "begonnen_op", "gedaan_op", "afgeschermd"]


@actie
def bewaar_doel(doel: Doel, velden: list[str] | None = None, *, door: Medewerker, op: date) -> Doel:
    """Set a goal or change one (`velden`, on the version the user saw). Its theme decides whether it is shielded."""
    doel.afgeschermd = doel.thema in AFGESCHERMDE_THEMAS
    weiger_als(_alleen_met_recht(door) if doel.afgeschermd else "")
    if doel._state.adding:
        doel.gesteld_op, doel.gewijzigd_door = op, door
        doel.traject = doel.traject or Traject.objects.lopend().filter(client=doel.client).first()
        doel.full_clean(exclude=["client", "traject"])
        doel.save(force_insert=True)
    else:
        doel.bewaar(door=door, velden=[*(velden or []), "afgeschermd"])
        for punt in doel.actiepunten.select_related("gesprek", "doel"):
            _scherm_af(punt)
            punt.bewaar(door=door, velden=["afgeschermd"])
    noteer(DOEL_GEWIJZIGD, doel, door=door, client=doel.client, stand=str(doel.status))
    raakt(doel, Actiepunt)
    return doel


@actie
def bewaar_actiepunt(punt: Actiepunt, velden: list[str] | None = None, *, door: Medewerker, op: date) -> Actiepunt:
    """Add or change a promise outside a talk, on the version the user saw."""
    _scherm_af(punt)
    punt.full_clean(exclude=["client", "medewerker", "gesprek", "doel"])
    if punt._state.adding:
        punt.gewijzigd_door = door
        punt.save(force_insert=True)
    else:
        punt.bewaar(door=door, velden=sorted({*(velden or PUNTVELDEN), "afgeschermd"}))
    noteer(ACTIEPUNT_GEWIJZIGD, punt, door=door, client=punt.client, gedaan=punt.gedaan_op is not None)
    raakt(punt)
    return punt


@actie
def vink_af(punt: Actiepunt, *, gedaan: bool, door: Medewerker, op: date) -> Actiepunt:
    """Tick off or put back. A conditional UPDATE: a double click is one change."""
    rij = Actiepunt.objects.filter(pk=punt.pk, gedaan_op__isnull=gedaan)
    punt.gedaan_op = op if gedaan else None
    if rij.update(gedaan_op=punt.gedaan_op, gewijzigd_door=door):
        noteer(ACTIEPUNT_GEWIJZIGD, punt, door=door, client=punt.client, gedaan=gedaan)
        raakt(punt)
    return punt


@actie
def begin_actiepunt(punt: Actiepunt, *, door: Medewerker, op: date) -> Actiepunt:
    if punt.gedaan_op or punt.begonnen_op:
        raise Geweigerd("Dit actiepunt is al begonnen.")
    punt.begonnen_op = op
    return bewaar_actiepunt(punt, ["begonnen_op"], door=door, op=op)


def _scherm_af(punt: Actiepunt) -> None:
    punt.afgeschermd = bool((punt.gesprek and punt.gesprek.afgeschermd) or (punt.doel and punt.doel.afgeschermd))


def _alleen_met_recht(door: Medewerker) -> str:
    if door.mag(Recht.AFGESCHERMD_LEZEN):
        return ""
    return "Gezondheid en verslaving zijn afgeschermd. Vraag de trajectbegeleider om dit te noteren."
