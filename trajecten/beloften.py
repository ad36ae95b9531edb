"""Which promises the facts of a traject make now. Read-only; actions pass the result to `termijnen.actions.richt`."""

from collections.abc import Mapping
from datetime import date, timedelta

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.models import Belofte
from trajecten.enums import Aanwezigheid, Doorverwijsstatus
from trajecten.models import Actiepunt, Doel, Doorverwijzing, Gesprek, Traject
from trajecten.termijnsoorten import ACTIEPUNT, ANTWOORD, BUNDEL, CONTACT, EERSTE_GESPREK, TRAJECTPLAN

SOORTEN = (EERSTE_GESPREK, BUNDEL, ANTWOORD, CONTACT, TRAJECTPLAN, ACTIEPUNT)


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
        *_traject(client, bundel, laatste, coach or mw, op=op),
        *(belofte_van_actiepunt(punt, coach or mw) for punt in Actiepunt.objects.open().filter(client=client)),
    ]


def laatste_contact(client: Client) -> date | None:
    """The last day we reached the person; a no-show breaks no silence."""
    gesprekken = Gesprek.objects.filter(client=client, aanwezigheid=Aanwezigheid.AANWEZIG)
    return gesprekken.order_by("-op").values_list("op", flat=True).first()


def belofte_van_actiepunt(punt: Actiepunt, wie: int | None) -> Belofte:
    # A termijn is read by the whole team: the words of a shielded promise stay behind.
    onderwerp = "" if punt.afgeschermd else punt.omschrijving
    return Belofte(ACTIEPUNT, punt.vervalt_op, f"actiepunt:{punt.pk}", punt.medewerker_id or wie, onderwerp)


def beloften_van_bundel(
    bundel: Doorverwijzing | None, laatste_contact: date | None, *, coach: int | None, dagen: int
) -> list[Belofte]:
    """What the last doorverwijzing promises: an answer, after a yes a first talk, and that the sender reads the answer."""
    if bundel is None or bundel.verstuurd_op is None:
        return []
    antwoord = _antwoord(bundel)
    if bundel.status == Doorverwijsstatus.AFGEWEZEN:
        return antwoord
    vervalt_op = bundel.verstuurd_op + timedelta(days=dagen)
    if bundel.status == Doorverwijsstatus.AANVAARD:
        gesproken = laatste_contact is not None and laatste_contact >= bundel.verstuurd_op
        eerste = [] if gesproken else [Belofte(EERSTE_GESPREK, vervalt_op, "", coach or bundel.aan_id)]
        return [*eerste, *antwoord]
    wie = bundel.van_id if bundel.status == Doorverwijsstatus.AANVULLING else bundel.aan_id or coach
    return [Belofte(BUNDEL, vervalt_op, "", wie), *antwoord]


def _antwoord(bundel: Doorverwijzing) -> list[Belofte]:
    """Asker always sees the answer: until the sender read it, it stands on Vandaag and behind the bell."""
    if bundel.behandeld_op is None or bundel.antwoord_gelezen_op or bundel.behandeld_door_id == bundel.van_id:
        return []
    label = Doorverwijsstatus(bundel.status).label.lower()
    return [Belofte(ANTWOORD, bundel.behandeld_op, f"bundel:{bundel.pk}", bundel.van_id, label)]


def _traject(
    client: Client, bundel: Doorverwijzing | None, laatste: date | None, wie: int | None, *, op: date
) -> list[Belofte]:
    trajecten = list(Traject.objects.filter(client=client).order_by("gestart_op", "pk"))
    if not trajecten:
        return []
    traject = next((t for t in trajecten if t.afgesloten_op is None), trajecten[-1])
    if traject.afgesloten_op is not None:
        dagen = regel("traject.stilte_dagen", op=op).waarde
        return beloften_in_nazorg(traject, bundel, laatste, wie=wie, stilte_dagen=dagen)
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
    beloften = [Belofte(CONTACT, sinds + timedelta(days=stilte_dagen[str(int(traject.fase))]), "", wie)]
    if not heeft_doel:
        beloften.append(Belofte(TRAJECTPLAN, traject.gestart_op + timedelta(days=plan_dagen), "", wie))
    return beloften


def beloften_in_nazorg(
    vorig: Traject,
    bundel: Doorverwijzing | None,
    laatste_contact: date | None,
    *,
    wie: int | None,
    stilte_dagen: Mapping[str, int],
) -> list[Belofte]:
    """After the traject the dossier stays open: keep in touch (F10), until it closes or a new doorverwijzing begins."""
    sinds = vorig.afgesloten_op
    if sinds is None or (bundel is not None and (bundel.verstuurd_op or bundel.begonnen_op) >= sinds):
        return []
    sinds = max(laatste_contact, sinds) if laatste_contact else sinds
    return [Belofte(CONTACT, sinds + timedelta(days=stilte_dagen["nazorg"]), "", wie)]
