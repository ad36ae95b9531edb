"""What somebody needs to see when the day starts. Every list has a ceiling, so the page costs the same on a bad morning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
from ocmw.werkruimte.clientenlijst.filters import CHIPS, EINDE_DAGEN
from trajecten.models import Afspraak, Doorverwijzing

DAGEN_VOORUIT = 7
DAGEN_TERUG = 7
MEESTE_AFSPRAKEN = 30
MEESTE_TERMIJNEN = 12
MEESTE_BEWOGEN = 10
MEESTE_GEOPEND = 6
MEESTE_WAT = 2
PLAFOND = 99
# The same counts for the same reader all day long.
_TELLINGEN: Vragenkas[VasteTelling] = Vragenkas()


@dataclass(frozen=True)
class Stapel:
    """One pile of things to do: the first ones, and how many there are in all."""

    code: str
    titel: str
    termijnen: list[Termijn]
    aantal: int

    @property
    def meer(self) -> int:
        return max(0, self.aantal - len(self.termijnen))


@dataclass(frozen=True)
class Agenda:
    open: list[Afspraak] = field(default_factory=list)  # over, and nobody said how it went
    vandaag: list[Afspraak] = field(default_factory=list)
    week: list[Afspraak] = field(default_factory=list)


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


def agenda(medewerker: Medewerker, op: date, nu: datetime) -> Agenda:
    rijen = (
        Afspraak.objects.zichtbaar_voor(medewerker)
        .gepland()
        .van(medewerker)
        .filter(
            begint_op__gte=begin_van(op - timedelta(days=DAGEN_TERUG)),
            begint_op__lt=begin_van(op + timedelta(days=DAGEN_VOORUIT)),
        )
        .select_related("client__stand")
        .order_by("begint_op")[:MEESTE_AFSPRAKEN]
    )
    beeld, morgen = Agenda(), begin_van(op + timedelta(days=1))
    for afspraak in rijen:
        if afspraak.begint_op + timedelta(minutes=afspraak.duur) < nu:
            beeld.open.append(afspraak)
        elif afspraak.begint_op < morgen:
            beeld.vandaag.append(afspraak)
        else:
            beeld.week.append(afspraak)
    return beeld


def stapels(medewerker: Medewerker, op: date) -> list[Stapel]:
    """Te laat, vandaag, deze week: the open promises of this colleague."""
    mijn = Termijn.objects.zichtbaar_voor(medewerker).open().van(medewerker).zonder_ingehaalde(op)
    vragen = {
        "te_laat": mijn.filter(vervalt_op__lt=op),
        "vandaag": mijn.filter(vervalt_op=op),
        "binnenkort": mijn.filter(vervalt_op__gt=op, vervalt_op__lte=op + timedelta(days=DAGEN_VOORUIT)),
    }
    aantallen = _tel("stapels", medewerker, op, vragen)
    titels = {"te_laat": "Te laat", "vandaag": "Vandaag", "binnenkort": "Deze week"}
    # Two reads: what is late may be long, and must not push the rest of the week from the page.
    laat = list(_met_client(vragen["te_laat"])) if aantallen["te_laat"] else []
    straks: list[Termijn] = []
    if aantallen["vandaag"] or aantallen["binnenkort"]:
        straks = list(_met_client(mijn.filter(vervalt_op__gte=op, vervalt_op__lte=op + timedelta(days=DAGEN_VOORUIT))))
    delen = {
        "te_laat": laat,
        "vandaag": [termijn for termijn in straks if termijn.vervalt_op == op],
        "binnenkort": [termijn for termijn in straks if termijn.vervalt_op > op],
    }
    return [Stapel(code, titels[code], delen[code], aantallen[code]) for code in vragen]


def _tel(waarvan: str, medewerker: Medewerker, op: date, vragen: Mapping[str, Any]) -> dict[str, int]:
    sleutel = (waarvan, medewerker.pk, zichtvorm(medewerker), op)
    return _TELLINGEN.geef(sleutel, lambda: VasteTelling.van(vragen, plafond=PLAFOND + 1)).tel()


def _met_client(vraag: Any) -> Any:
    return vraag.select_related("client").order_by("vervalt_op", "pk")[:MEESTE_TERMIJNEN]


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
        }
    if not vragen:
        return []
    lijst, labels = reverse("clientenlijst:client_list"), dict(CHIPS)
    aantallen = _tel("team", medewerker, op, vragen)
    delen = [
        {
            "label": labels.get(naam, "Doorverwijzingen te beantwoorden"),
            "url": f"{lijst}?{naam}=on" if naam in labels else reverse("trajecten:doorverwijzing_list"),
            "aantal": f"{PLAFOND}+" if aantal > PLAFOND else str(aantal),
        }
        for naam, aantal in aantallen.items()
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
    return _bewegingen(anderen, clienten), [clienten[pk] for pk in geopend if pk in clienten]


def _bewegingen(regels: Iterable[Journaalregel], clienten: dict[int, Client]) -> list[Beweging]:
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
    return list(gevonden.values())[:MEESTE_BEWOGEN]
