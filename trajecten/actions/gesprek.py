"""Talks and what follows from them."""

from collections.abc import Sequence
from datetime import date

from clienten.enums import Toewijzingsrol
from clienten.handeling import actie, raakt
from clienten.models import Client, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from trajecten.actions.afspraak import handel_afspraak_af
from trajecten.enums import Aanwezigheid, Afspraakstatus
from trajecten.journaalcodes import GESPREK_GENOTEERD, GESPREK_GEWIJZIGD
from trajecten.models import Actiepunt, Afspraak, Gesprek

STATUS_NA_GESPREK: dict[str, Afspraakstatus] = {
    Aanwezigheid.AANWEZIG: Afspraakstatus.GEWEEST,
    Aanwezigheid.AFWEZIG: Afspraakstatus.NIET_GEKOMEN,
    Aanwezigheid.VERONTSCHULDIGD: Afspraakstatus.AFGEZEGD,
}


def weigering_voor_gesprek(gesprek: Gesprek, *, door: Medewerker, op: date) -> str:
    if gesprek.op > op:
        return "Een gesprek in de toekomst noteer je als afspraak."
    if gesprek.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN):
        return "Je kan geen gesprek afschermen dat je daarna zelf niet mag lezen."
    return ""


@actie
def noteer_gesprek(
    gesprek: Gesprek,
    actiepunten: Sequence[Actiepunt] = (),
    *,
    door: Medewerker,
    op: date,
    uit: Afspraak | None = None,
) -> Gesprek:
    """Log a talk with its action points; a talk where the person was there moves the silence termijn.

    `uit` is the appointment the talk came from: it is settled with what was noted about presence.
    """
    weiger_als(weigering_voor_gesprek(gesprek, door=door, op=op))
    gesprek.door, gesprek.gewijzigd_door = door, door
    gesprek.full_clean(exclude=["client", "door", "gewijzigd_door"])
    gesprek.save(force_insert=True)
    volger = wie_volgt(gesprek.client, door) if actiepunten else door.pk
    for punt in actiepunten:
        punt.client, punt.gesprek, punt.afgeschermd = gesprek.client, gesprek, gesprek.afgeschermd
        punt.medewerker_id = punt.medewerker_id or volger
        punt.gewijzigd_door = door
        punt.full_clean(exclude=["client", "gesprek", "medewerker"])
        punt.save(force_insert=True)
    if uit is not None and uit.status == Afspraakstatus.GEPLAND:
        handel_afspraak_af(uit, STATUS_NA_GESPREK[gesprek.aanwezigheid], door=door, op=op)
    raakt(gesprek, *([Actiepunt] if actiepunten else []))
    noteer(GESPREK_GENOTEERD, gesprek, door=door, client=gesprek.client, kanaal=gesprek.kanaal, dag=gesprek.op)
    return gesprek


@actie
def wijzig_gesprek(gesprek: Gesprek, velden: list[str], *, door: Medewerker, op: date) -> Gesprek:
    """Save edited fields on the version the user saw; raises IntussenGewijzigd when the row moved on."""
    weiger_als(weigering_voor_gesprek(gesprek, door=door, op=op))
    gesprek.bewaar(door=door, velden=velden)
    if "afgeschermd" in velden:
        for punt in gesprek.actiepunten.select_related("doel"):
            punt.afgeschermd = gesprek.afgeschermd or bool(punt.doel and punt.doel.afgeschermd)
            punt.bewaar(door=door, velden=["afgeschermd"])
    raakt(gesprek, Actiepunt)
    noteer(GESPREK_GEWIJZIGD, gesprek, door=door, client=gesprek.client, velden=velden)
    return gesprek


def wie_volgt(client: Client, door: Medewerker) -> int:
    """Whose an agreement is when nobody was named: who noted it, if that is one of the team, or else the trajectbegeleider."""
    team = dict(Toewijzing.objects.filter(client=client, tot=None).values_list("medewerker_id", "rol"))
    coach = next((wie for wie, rol in team.items() if rol == Toewijzingsrol.ATB), None)
    return door.pk if door.pk in team or coach is None else coach
