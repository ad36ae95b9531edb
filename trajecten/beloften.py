"""Which promises the facts of a traject make now. Read-only; actions pass the result to `termijnen.actions.richt`."""

from collections.abc import Mapping
from datetime import date, timedelta

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Belofte
from trajecten.enums import Aanwezigheid, Doorverwijsstatus
from trajecten.models import Actiepunt, Doel, Doorverwijzing, Gesprek, Traject

SOORTEN = (Soort.EERSTE_GESPREK, Soort.BUNDEL, Soort.CONTACT, Soort.TRAJECTPLAN, Soort.ACTIEPUNT)


def stilte_vervalt_op(fase: int, sinds: date, *, op: date) -> date:
    """The first day on which silence is too long: `sinds` (last contact or start of the phase) + N days (F10)."""
    dagen = regel("traject.stilte_dagen", op=op).waarde[str(fase)]
    return sinds + timedelta(days=dagen)


def trajectbeloften(client: Client, *, op: date) -> list[Belofte]:
    """Every open promise of kinds SOORTEN for this client, derived from the facts as they are in the database."""
    if client.gesloten_op:
        return []
    volgers = dict(Toewijzing.objects.filter(client=client, tot=None).values_list("rol", "medewerker_id"))
    coach, mw = volgers.get(Toewijzingsrol.ATB), volgers.get(Toewijzingsrol.MW)
    laatste = laatste_contact(client)
    bundel = Doorverwijzing.objects.filter(client=client).order_by("-begonnen_op", "-pk").first()
    return [
        *beloften_van_bundel(
            bundel, laatste, coach=coach, dagen=regel("doorverwijzing.eerste_gesprek_dagen", op=op).waarde
        ),
        *_traject(client, laatste, coach or mw, op=op),
        *(belofte_van_actiepunt(punt, coach or mw) for punt in Actiepunt.objects.open().filter(client=client)),
    ]


def laatste_contact(client: Client) -> date | None:
    """The last day we reached the person; a no-show breaks no silence."""
    gesprekken = Gesprek.objects.filter(client=client, aanwezigheid=Aanwezigheid.AANWEZIG)
    return gesprekken.order_by("-op").values_list("op", flat=True).first()


def belofte_van_actiepunt(punt: Actiepunt, wie: int | None) -> Belofte:
    # A termijn is read by the whole team: the words of a shielded promise stay behind.
    onderwerp = "" if punt.afgeschermd else punt.omschrijving
    return Belofte(Soort.ACTIEPUNT, punt.vervalt_op, f"actiepunt:{punt.pk}", punt.medewerker_id or wie, onderwerp)


def beloften_van_bundel(
    bundel: Doorverwijzing | None, laatste_contact: date | None, *, coach: int | None, dagen: int
) -> list[Belofte]:
    """What the last doorverwijzing promises: an answer, or after a yes a first talk."""
    if bundel is None or bundel.verstuurd_op is None or bundel.status == Doorverwijsstatus.AFGEWEZEN:
        return []
    vervalt_op = bundel.verstuurd_op + timedelta(days=dagen)
    if bundel.status == Doorverwijsstatus.AANVAARD:
        gesproken = laatste_contact is not None and laatste_contact >= bundel.verstuurd_op
        return [] if gesproken else [Belofte(Soort.EERSTE_GESPREK, vervalt_op, "", coach or bundel.aan_id)]
    wie = bundel.van_id if bundel.status == Doorverwijsstatus.AANVULLING else bundel.aan_id or coach
    return [Belofte(Soort.BUNDEL, vervalt_op, "", wie)]


def _traject(client: Client, laatste: date | None, wie: int | None, *, op: date) -> list[Belofte]:
    traject = Traject.objects.lopend().filter(client=client).first()
    if traject is None:
        return []
    return beloften_van_traject(
        traject,
        laatste,
        heeft_doel=Doel.objects.filter(client=client).exists(),
        wie=wie,
        stilte_dagen=regel("traject.stilte_dagen", op=op).waarde,
        plan_dagen=regel("traject.plan_dagen", op=op).waarde,
    )


def beloften_van_traject(
    traject: Traject,
    laatste_contact: date | None,
    *,
    heeft_doel: bool,
    wie: int | None,
    stilte_dagen: Mapping[str, int],
    plan_dagen: int,
) -> list[Belofte]:
    """The same without a query, for who has the facts of many people at hand (an import)."""
    sinds = max(laatste_contact, traject.gestart_op) if laatste_contact else traject.gestart_op
    beloften = [Belofte(Soort.CONTACT, sinds + timedelta(days=stilte_dagen[str(int(traject.fase))]), "", wie)]
    if not heeft_doel:
        beloften.append(Belofte(Soort.TRAJECTPLAN, traject.gestart_op + timedelta(days=plan_dagen), "", wie))
    return beloften
