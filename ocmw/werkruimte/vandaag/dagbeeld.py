"""What somebody needs to see when the day starts. Every list has a ceiling, so the page costs the same on a bad morning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse

from clienten.models import Client, Stand, Toewijzing
from clienten.models.client import zichtvorm
from ocmw.journaal.enums import Journaalsoort as Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.vastevraag import VasteTelling, Vragenkas
from ocmw.werkruimte.beheer.overdracht import afspraken_zonder_collega
from ocmw.werkruimte.clientenlijst.filters import CHIPS, EINDE_DAGEN
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Doorverwijzing

DAGEN_VOORUIT = 7
DAGEN_TERUG = 7
MEESTE_TERMIJNEN = 12
MEESTE_BEWOGEN = 10
MEESTE_VAN_ANDEREN = 6
MEESTE_GEOPEND = 6
MEESTE_WAT = 2
PLAFOND = 99
# Rare: no chip that says 0 on every other day.
ALS_HET_ER_IS = ("overdracht", "vertrekt")
# The same counts for the same reader all day long.
_TELLINGEN: Vragenkas[VasteTelling] = Vragenkas()


@dataclass(frozen=True)
class Beweging:
    """What one colleague did lately in one dossier: the different things, the last one first."""

    client: Client
    wie: str
    op: datetime
    wat: list[str]

    @property
    def kop(self) -> list[str]:
        return self.wat[:MEESTE_WAT]

    @property
    def meer(self) -> int:
        return max(0, len(self.wat) - MEESTE_WAT)


@dataclass(frozen=True)
class Volgbeeld:
    """What waits with the people somebody refers and follows, while another one must act."""

    laat: list[Termijn]
    aantal: int
    wachtend: list[Doorverwijzing]

    @property
    def meer(self) -> int:
        return max(0, self.aantal - len(self.laat))


def bij_clienten(medewerker: Medewerker, op: date) -> Volgbeeld | None:
    """For who refers and does not steer the team: what is late with her clients, and which of her bundles waits."""
    if not medewerker.mag(Recht.DOORVERWIJZEN) or medewerker.mag(Recht.TEAM_VOLGEN):
        return None
    vraag = Termijn.objects.zichtbaar_voor(medewerker).te_laat(op).van_anderen(medewerker)
    aantal = _tel("bij_clienten", medewerker, op, {"laat": vraag})["laat"]
    laat = (
        list(vraag.select_related("client", "verantwoordelijke").order_by("vervalt_op", "pk")[:MEESTE_VAN_ANDEREN])
        if aantal
        else []
    )
    bundels = Doorverwijzing.objects.zichtbaar_voor(medewerker).filter(
        van=medewerker, status=Doorverwijsstatus.VERSTUURD
    )
    return Volgbeeld(
        laat, aantal, list(bundels.select_related("client", "aan").order_by("verstuurd_op")[:MEESTE_TERMIJNEN])
    )


def _tel(waarvan: str, medewerker: Medewerker, op: date, vragen: Mapping[str, Any]) -> dict[str, int]:
    sleutel = (waarvan, medewerker.pk, zichtvorm(medewerker), op)
    return _TELLINGEN.geef(sleutel, lambda: VasteTelling.van(vragen, plafond=PLAFOND + 1)).tel()


def team(medewerker: Medewerker, op: date) -> list[dict[str, str]]:
    """How much waits for the team, each number a link to the names; only what this colleague may act on."""
    vragen: dict[str, Any] = {}
    if medewerker.mag(Recht.DOORVERWIJZING_BEHANDELEN):
        vragen["bundels"] = Doorverwijzing.objects.zichtbaar_voor(medewerker).te_behandelen()
    if medewerker.mag(Recht.TEAM_VOLGEN):
        lopend = Stand.objects.zichtbaar_voor(medewerker).lopend()
        vragen |= {
            "zonder_coach": lopend.zonder_coach(),
            "actie": lopend.actie_nodig(op),
            "einde": lopend.eindigt_binnen(EINDE_DAGEN, op),
            "stilte": lopend.stil(op),
            "overdracht": afspraken_zonder_collega(medewerker, op),
            "vertrekt": lopend.filter(coach__laatste_dag__gte=op, coach__is_active=True),
        }
    if not vragen:
        return []
    lijst, labels = reverse("clientenlijst:client_list"), dict(CHIPS)
    aantallen = _tel("team", medewerker, op, vragen)
    elders = {
        "bundels": ("Doorverwijzingen te beantwoorden", reverse("trajecten:doorverwijzing_list")),
        "overdracht": ("Afspraken van wie weg is", reverse("beheer:overdracht")),
        "vertrekt": ("Dossiers van wie vertrekt", reverse("beheer:overdracht")),
    }
    delen = [
        {
            "label": labels[naam] if naam in labels else elders[naam][0],
            "url": f"{lijst}?{naam}=on" if naam in labels else elders[naam][1],
            "aantal": f"{PLAFOND}+" if aantal > PLAFOND else str(aantal),
        }
        for naam, aantal in aantallen.items()
        if aantal or naam not in ALS_HET_ER_IS
    ]
    return [deel for deel in delen if deel["aantal"] != "0"] if len(vragen) == 1 else delen


def bewogen_en_geopend(medewerker: Medewerker, op: date) -> tuple[list[Beweging], list[Client]]:
    """What colleagues changed lately in the dossiers this person follows, and the dossiers opened last."""
    sinds = begin_van(op - timedelta(days=DAGEN_TERUG))
    regels = Journaalregel.objects.filter(soort=Journaalsoort.WIJZIGING, op__gte=sinds, client_id__isnull=False)
    if medewerker.mag(Recht.TEAM_VOLGEN):
        regels = regels.filter(ocmw_id=medewerker.ocmw_id)
    else:
        mijn = Toewijzing.objects.geldig(op).filter(medewerker=medewerker)
        regels = regels.filter(client_id__in=mijn.values("client"))
    # medewerker_id is null for the system itself; comparing leaves those rows out too.
    anderen = list(
        regels.exclude(medewerker_id=medewerker.pk).filter(medewerker_id__isnull=False)[: MEESTE_BEWOGEN * 6]
    )
    gelezen = Journaalregel.objects.filter(
        medewerker_id=medewerker.pk, soort=Journaalsoort.INZAGE, client_id__isnull=False
    ).values_list("client_id", flat=True)[:60]
    geopend = list(dict.fromkeys(gelezen))[:MEESTE_GEOPEND]
    nodig = {regel.client_id for regel in anderen} | set(geopend)
    zichtbaar = Client.objects.zichtbaar_voor(medewerker).only("voornaam", "achternaam", "geboortedatum")
    clienten = zichtbaar.in_bulk(nodig) if nodig else {}
    return bewegingen(anderen, clienten, meeste=MEESTE_BEWOGEN), [clienten[pk] for pk in geopend if pk in clienten]


def bewegingen(regels: Iterable[Journaalregel], clienten: dict[int, Client], *, meeste: int) -> list[Beweging]:
    """Per dossier and colleague, the last one first."""
    gevonden: dict[tuple[int, int | None], Beweging] = {}
    for regel in regels:
        client = clienten.get(regel.client_id or 0)
        if client is None:
            continue
        beweging = gevonden.setdefault(
            (client.pk, regel.medewerker_id), Beweging(client, regel.medewerker_naam, regel.op, [])
        )
        wat = regel.wat_in_woorden
        if wat not in beweging.wat:
            beweging.wat.append(wat)
    return list(gevonden.values())[:meeste]
