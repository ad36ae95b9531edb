"""The doorverwijsbundel: started, filled in step by step, sent, answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from clienten.actions import wijs_toe
from clienten.enums import Stap, Toewijzingsrol
from clienten.handeling import actie, raakt, raakt_alles
from clienten.journaalcodes import TOEWIJZING_BEEINDIGD
from clienten.models import Client, Toewijzing
from clienten.profiel.actions import neem_op
from clienten.profiel.enums import Profielbron
from clienten.profiel.models import Diploma, Taalkennis, profiel_van
from ocmw.journaal.journaalcodes import Journaalcode
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.actions.afspraak import maak_afspraak
from trajecten.actions.vdab import open_hulpacties
from trajecten.eenkeer import BUNDEL_IN_PROFIEL
from trajecten.enums import Doorverwijsstatus
from trajecten.journaalcodes import (
    DOORVERWEZEN,
    DOORVERWIJZING_AANVAARD,
    DOORVERWIJZING_AANVULLING,
    DOORVERWIJZING_AFGEWEZEN,
    DOORVERWIJZING_BEWAARD,
)
from trajecten.models import Afspraak, Doorverwijzing, Traject, Voorwaardeantwoord
from trajecten.sjablonen import VDAB_INSCHRIJVEN

WAT_VAN_BESLUIT: dict[Doorverwijsstatus, Journaalcode] = {
    Doorverwijsstatus.AANVAARD: DOORVERWIJZING_AANVAARD,
    Doorverwijsstatus.AANVULLING: DOORVERWIJZING_AANVULLING,
    Doorverwijsstatus.AFGEWEZEN: DOORVERWIJZING_AFGEWEZEN,
}


@dataclass(frozen=True)
class EersteAfspraak:
    """When and where the person is invited for the first talk."""

    begint_op: datetime
    plaats: str = ""


@actie
def begin_doorverwijzing(client: Client, *, door: Medewerker, op: date) -> Doorverwijzing:
    """A draft, with schooling, languages and what the Profiel knows taken over from the file."""
    weiger_als(weigering_voor_doorverwijzing(client))
    bundel = Doorverwijzing(
        client=client,
        van=door,
        begonnen_op=op,
        gewijzigd_door=door,
        opleiding="\n".join(_diploma(diploma) for diploma in Diploma.objects.filter(client=client)),
        talen="\n".join(_talen(client)),
    )
    profiel = profiel_van(client)
    for veld, feit in BUNDEL_IN_PROFIEL.items():
        if gezegd := getattr(profiel, feit):
            setattr(bundel, veld, gezegd)  # asked once: who reads the bundle reads it too
    try:
        with transaction.atomic():
            bundel.save(force_insert=True)
    except IntegrityError as fout:
        raise Geweigerd("Er loopt al een doorverwijzing voor deze cliënt.") from fout
    raakt(bundel)
    noteer(DOORVERWIJZING_BEWAARD, bundel, door=door, client=client)
    return bundel


def weigering_voor_doorverwijzing(client: Client) -> str:
    """Why no new bundle can be started now; empty when it can."""
    if reden := client.weigering_als_gesloten():
        return reden
    if Doorverwijzing.objects.lopend().filter(client=client).exists():
        return "Er loopt al een doorverwijzing voor deze cliënt."
    if Traject.objects.lopend().filter(client=client).exists():
        return "Er loopt al een traject voor deze cliënt."
    return ""


@actie
def bewaar_bundelstap(
    bundel: Doorverwijzing,
    velden: list[str],
    voorwaarden: Sequence[Voorwaardeantwoord] = (),
    *,
    door: Medewerker,
    op: date,
) -> Doorverwijzing:
    """One step, also half-filled: a draft may have gaps. Raises IntussenGewijzigd when a colleague saved first."""
    weiger_als(bundel.weigering_voor_invullen())
    neem_op(bundel, velden, BUNDEL_IN_PROFIEL, bron=Profielbron.BUNDEL, door=door, op=op)
    bundel.bewaar(door=door, velden=velden)
    for antwoord in voorwaarden:
        Voorwaardeantwoord.objects.update_or_create(
            doorverwijzing=bundel,
            voorwaarde=antwoord.voorwaarde,
            defaults={"antwoord": antwoord.antwoord, "nota": antwoord.nota, "op": antwoord.op},
        )
    noteer(DOORVERWIJZING_BEWAARD, bundel, door=door, client=bundel.client, velden=velden)
    return bundel


@actie
def verstuur_doorverwijzing(bundel: Doorverwijzing, *, door: Medewerker, op: date) -> Doorverwijzing:
    """Hand the bundle over, on the version the sender read.

    A trajectbegeleider of a cooperating OCMW sees the client only through an assignment, so sending to her makes one.
    """
    weiger_als(bundel.client.weigering_als_gesloten())
    weiger_als(bundel.weigering_voor(Doorverwijsstatus.VERSTUURD))
    # A conditional UPDATE on the version too: nobody sends what a colleague changed after the sender read it.
    geschreven = Doorverwijzing.objects.filter(pk=bundel.pk, versie=bundel.versie, status=bundel.status).update(
        status=Doorverwijsstatus.VERSTUURD,
        verstuurd_op=op,
        behandeld_op=None,
        behandeld_door=None,
        antwoord_gelezen_op=None,
        versie=bundel.versie + 1,
        gewijzigd_op=timezone.now(),
        gewijzigd_door=door,
    )
    if not geschreven:
        raise Geweigerd("Iemand anders heeft deze bundel intussen gewijzigd. Lees hem opnieuw na.")
    _laat_los(bundel, door=door, op=op, behalve=bundel.aan_id)
    bundel.refresh_from_db()
    if bundel.aan and bundel.aan.ocmw_id != bundel.client.ocmw_id:
        wijs_toe(bundel.client, bundel.aan, rol=Toewijzingsrol.ATB, door=door, op=op)
    if bundel.vdab_hulp_nodig:
        open_hulpacties(bundel.client, [VDAB_INSCHRIJVEN], door=door, op=op)
    raakt(bundel, stap=Stap.DOORVERWEZEN)
    noteer(DOORVERWEZEN, bundel, door=door, client=bundel.client, aan=bundel.aan_id)
    return bundel


@actie
def trek_doorverwijzing_in(bundel: Doorverwijzing, *, door: Medewerker, op: date) -> Doorverwijzing:
    """Back to a draft: nobody has to answer it any more."""
    weiger_als(bundel.weigering_voor(Doorverwijsstatus.KLAD))
    _laat_los(bundel, door=door, op=op)
    if not _zet_status(bundel, Doorverwijsstatus.KLAD, verstuurd_op=None, behandeld_op=None, behandeld_door=None):
        raise Geweigerd("Deze bundel is intussen beantwoord. Bekijk het antwoord.")
    raakt(bundel, stap=Stap.NIEUW)
    noteer(DOORVERWIJZING_BEWAARD, bundel, door=door, client=bundel.client, ingetrokken=True)
    return bundel


@actie
def beantwoord_doorverwijzing(
    bundel: Doorverwijzing,
    besluit: Doorverwijsstatus,
    *,
    door: Medewerker,
    op: date,
    antwoord: str = "",
    coach: Medewerker | None = None,
    afspraak: EersteAfspraak | None = None,
) -> Doorverwijzing:
    """Accept, ask more or decline. Of two colleagues who answer at once, one wins and the other reads so."""
    weiger_als("Dit dossier is gesloten." if bundel.client.gesloten_op else bundel.weigering_voor(besluit))
    antwoord = antwoord.strip()
    if besluit != Doorverwijsstatus.AANVAARD and not antwoord:
        raise Geweigerd("Schrijf wat je nog nodig hebt, of waarom je afwijst.")
    coach = coach or (door if door.rol == Rol.ATB else bundel.aan)
    if besluit == Doorverwijsstatus.AANVAARD and coach is None:
        raise Geweigerd("Kies wie de cliënt als trajectbegeleider volgt.")
    waarden = {"behandeld_op": op, "behandeld_door": door, "antwoord": antwoord}
    if not _zet_status(bundel, besluit, van=Doorverwijsstatus.VERSTUURD, **waarden):
        raise Geweigerd("Een collega heeft deze bundel intussen beantwoord. Bekijk het antwoord.")
    if besluit == Doorverwijsstatus.AANVAARD and coach is not None:
        wijs_toe(bundel.client, coach, rol=Toewijzingsrol.ATB, door=door, op=op)
        raakt(bundel, stap=Stap.INTAKE)
        if afspraak:
            _nodig_uit(bundel.client, coach, afspraak, door=door, op=op)
    elif besluit == Doorverwijsstatus.AFGEWEZEN:
        _laat_los(bundel, door=door, op=op)
        raakt(bundel, stap=Stap.NIEUW)
    raakt(bundel)
    noteer(WAT_VAN_BESLUIT[besluit], bundel, door=door, client=bundel.client)
    return bundel


@actie
def lees_antwoord(bundel: Doorverwijzing, *, door: Medewerker, op: date) -> Doorverwijzing:
    """The sender says: read. Twice is the same as once."""
    # Only the first time, and only when there is an answer: the day it was read must not move.
    Doorverwijzing.objects.filter(pk=bundel.pk, antwoord_gelezen_op=None).exclude(behandeld_op=None).update(
        antwoord_gelezen_op=op
    )
    bundel.refresh_from_db()
    raakt(bundel)
    return bundel


def _zet_status(
    bundel: Doorverwijzing, status: Doorverwijsstatus, *, van: Doorverwijsstatus | None = None, **velden: object
) -> bool:
    """A conditional UPDATE: only from the state the actor saw."""
    geschreven = Doorverwijzing.objects.filter(pk=bundel.pk, status=van or bundel.status).update(
        status=status, versie=bundel.versie + 1, gewijzigd_op=timezone.now(), **velden
    )
    if geschreven:
        bundel.refresh_from_db()
    return bool(geschreven)


def _laat_los(bundel: Doorverwijzing, *, door: Medewerker, op: date, behalve: int | None = None) -> None:
    """End the assignment across the border that sending this bundle made."""
    if bundel.verstuurd_op is None:
        return
    over_de_grens = (
        Toewijzing.objects.filter(client=bundel.client, rol=Toewijzingsrol.ATB, tot=None, van__gte=bundel.verstuurd_op)
        .exclude(medewerker__ocmw=bundel.client.ocmw_id)
        .exclude(medewerker=behalve)
    )
    for toewijzing in over_de_grens:
        toewijzing.tot = max(op, toewijzing.van)
        toewijzing.save(update_fields=["tot"])
        raakt_alles(bundel.client)
        noteer(
            TOEWIJZING_BEEINDIGD,
            toewijzing,
            door=door,
            client=bundel.client,
            medewerker=toewijzing.medewerker_id,
            rol=toewijzing.rol,
        )


def _nodig_uit(client: Client, coach: Medewerker, afspraak: EersteAfspraak, *, door: Medewerker, op: date) -> None:
    rij = Afspraak(client=client, medewerker=coach, begint_op=afspraak.begint_op, plaats=afspraak.plaats)
    maak_afspraak(rij, door=door, op=op)


def _diploma(diploma: Diploma) -> str:
    delen = [diploma.naam, diploma.land, str(diploma.jaar or "")]
    return ", ".join(deel for deel in delen if deel)


def _talen(client: Client) -> list[str]:
    regels = []
    if client.taal:
        regels.append(f"{client.taal} (moedertaal)")
    if client.taalniveau:
        regels.append(f"Nederlands: {client.get_taalniveau_display()}")
    regels += [str(kennis) for kennis in Taalkennis.objects.filter(client=client)]
    return regels
