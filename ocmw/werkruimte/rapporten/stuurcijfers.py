"""The first screen of a coordinator: how the work stands, each number a link to the list behind it. Nothing to fill in.

Every number is counted by what the list behind it counts, so that a click never shows another one (a test follows them all).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import aantal, euro
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.ui.plaats import adres
from ocmw.werkruimte.rapporten.cijfers import Bereik, Cijfers
from tewerkstelling.geld.radar import Radargroep, Radarrij, maandeinde, radar
from trajecten.enums import Stopreden

EINDE_DAGEN = 90
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Staaf:
    """One bar: what, how many, how long beside the longest of its tile, and the list behind it ("" when there is none)."""

    label: str
    aantal: int
    url: str = ""
    deel: int = 0
    waarde: str = ""  # how the number is written, when it is no count
    erbij: str = ""  # a second thing to know, in red


@dataclass(frozen=True)
class Tegel:
    code: str
    titel: str
    zin: str
    staven: tuple[Staaf, ...] = ()
    url: str = ""
    woord: str = ""


@dataclass(frozen=True)
class Stuurperiode:
    """A stretch of whole months: `van` and `tot_en_met` both count."""

    code: str
    label: str
    van: date
    tot_en_met: date


def periodes(op: date) -> list[Stuurperiode]:
    """What can be chosen, the quarter of today first."""
    kwartaal = date(op.year, op.month - (op.month - 1) % 3, 1)
    jaar = date(op.year, 1, 1)
    return [
        Stuurperiode(code, label, van, plus_maanden(van, maanden) - EEN_DAG)
        for code, label, van, maanden in (
            ("kwartaal", "Dit kwartaal", kwartaal, 3),
            ("vorig_kwartaal", "Vorig kwartaal", plus_maanden(kwartaal, -3), 3),
            ("jaar", "Dit jaar", jaar, 12),
            ("vorig_jaar", "Vorig jaar", plus_maanden(jaar, -12), 12),
        )
    ]


def tegels(medewerker: Medewerker, ocmws: tuple[Ocmw, ...], periode: Stuurperiode, *, op: date) -> list[Tegel]:
    """How the work of these OCMWs stands on `op`, and what came in and went out in the period; what this colleague may see."""
    cijfers = Cijfers(Bereik(ocmws, periode.van, periode.tot_en_met, op, voor=medewerker))
    standen = Stand.objects.zichtbaar_voor(medewerker).filter(ocmw__in=ocmws).lopend()
    laat = Termijn.objects.zichtbaar_voor(medewerker).filter(client__ocmw__in=ocmws).te_laat(op)
    vast = {"ocmw": str(ocmws[0].pk)} if len(ocmws) == 1 else {}
    return [
        _stroom(cijfers, periode, ocmws),
        _fasen(standen, vast),
        _coaches(standen, laat, vast),
        _einde(standen, vast, op),
        _geld([rij for rij in radar(medewerker, maandeinde(op), op=op) if rij.ocmw_id in {o.pk for o in ocmws}], vast),
        _te_laat(laat, vast),
    ]


def _stroom(cijfers: Cijfers, periode: Stuurperiode, ocmws: tuple[Ocmw, ...]) -> Tegel:
    werk = cijfers.uitstroom_per_reden[Stopreden.WERK]
    rapport = urlencode(
        {"van": periode.van, "tot_en_met": periode.tot_en_met, "ocmws": [ocmw.pk for ocmw in ocmws]}, doseq=True
    )
    return Tegel(
        "stroom",
        f"In en uit, {periode.label.lower()}",
        f"{aantal(len(cijfers.instroom), 'traject', 'trajecten')} gestart, {len(cijfers.uitstroom)} afgesloten"
        f"{f', waarvan {werk} naar regulier werk' if werk else ''}.",
        _staven(
            Staaf("Liepen al", len(cijfers.vooraf)),
            Staaf("Gestart", len(cijfers.instroom)),
            Staaf("Afgesloten", len(cijfers.uitstroom)),
            Staaf(
                "Lopen nu" if cijfers.peildag == cijfers.bereik.vandaag else "Liepen op het einde", len(cijfers.lopend)
            ),
        ),
        f"{adres('rapporten:caseload_bekijken')}?{rapport}",
        "Het hele caseloadrapport",
    )


def _fasen(standen: QuerySet[Stand], vast: dict[str, str]) -> Tegel:
    telling = Counter(dict(standen.order_by().values_list("stap").annotate(n=Count("pk"))))
    stappen = [stap for stap in Stap if stap != Stap.GESLOTEN and telling[stap.value]]
    return Tegel(
        "fasen",
        "Waar staat iedereen?",
        f"{aantal(telling.total(), 'dossier loopt', 'dossiers lopen')}.",
        _staven(*(Staaf(stap.label, telling[stap.value], _lijst(vast, stap=stap.value)) for stap in stappen)),
        _lijst(vast),
        "Alle cliënten",
    )


def _coaches(standen: QuerySet[Stand], laat: QuerySet[Termijn], vast: dict[str, str]) -> Tegel:
    velden = ("coach_id", "coach__voornaam", "coach__achternaam")
    rijen = list(standen.order_by().values_list(*velden).annotate(n=Count("pk")))
    laat_van = Counter(dict(laat.order_by().values_list("client__stand__coach").annotate(n=Count("pk"))))
    bezet = sorted((rij for rij in rijen if rij[0]), key=lambda rij: (-rij[3], rij[2].casefold()))
    zonder = sum(rij[3] for rij in rijen if rij[0] is None)
    staven = [
        Staaf(
            f"{voornaam} {achternaam}",
            n,
            _lijst(vast, coach=pk),
            erbij=f"{laat_van[pk]} te laat" if laat_van[pk] else "",
        )
        for pk, voornaam, achternaam, n in bezet
    ]
    if zonder:
        staven.append(Staaf("Nog niemand", zonder, _lijst(vast, zonder_coach="true")))
    return Tegel(
        "coaches",
        "Werk per begeleider",
        f"{aantal(len(bezet), 'begeleider', 'begeleiders')}"
        f"{f', en {zonder} zonder begeleider' if zonder else ''}. In het rood: termijnen die te laat zijn.",
        _staven(*staven),
    )


def _einde(standen: Any, vast: dict[str, str], op: date) -> Tegel:
    dagen = list(standen.eindigt_binnen(EINDE_DAGEN, op).order_by("einde_op").values_list("einde_op", flat=True))
    blokken = [
        (0, 30, "Binnen 30 dagen"),
        (31, 60, "31 tot 60 dagen"),
        (61, EINDE_DAGEN, f"61 tot {EINDE_DAGEN} dagen"),
    ]
    staven = (Staaf(label, sum(van <= (dag - op).days <= tot for dag in dagen)) for van, tot, label in blokken)
    return Tegel(
        "einde",
        f"Loopt af binnen {EINDE_DAGEN} dagen",
        f"{aantal(len(dagen), 'dossier', 'dossiers')} met een einde van art.60 of van de 24 maanden."
        if dagen
        else "Geen enkel dossier.",
        _staven(*staven) if dagen else (),
        _lijst(vast, einde="true") if dagen else "",
        "Wie is dat?",
    )


def _geld(rijen: list[Radarrij], vast: dict[str, str]) -> Tegel:
    te_doen = [rij for rij in rijen if rij.groep == Radargroep.TE_DOEN]
    som = sum((rij.gemist for rij in te_doen), Decimal(0))
    per_reden: dict[Any, list[Radarrij]] = {}
    for rij in te_doen:
        per_reden.setdefault(rij.oordeel, []).append(rij)
    basis = adres("geld:radar_list")
    staven = [
        Staaf(
            groep[0].kort,
            len(groep),
            f"{basis}?{urlencode(vast | {'vooraf': 1, 'oordeel': oordeel.value})}",
            waarde=euro(sum((rij.gemist for rij in groep), Decimal(0))),
        )
        for oordeel, groep in sorted(per_reden.items(), key=lambda paar: -sum(rij.gemist for rij in paar[1]))
    ]
    return Tegel(
        "geld",
        "Geld op het spel, deze maand",
        f"{euro(som)} van VDAB, voor {aantal(len(te_doen), 'traject', 'trajecten')} waar nog iets aan te doen is."
        if te_doen
        else "Geen enkel traject mist deze maand zijn vergoeding door iets waar nog iets aan te doen is.",
        _staven(*staven),
        f"{basis}?{urlencode(vast | {'vooraf': 1})}",
        "Geld op maandeinde",
    )


def _te_laat(laat: QuerySet[Termijn], vast: dict[str, str]) -> Tegel:
    telling = Counter(dict(laat.order_by().values_list("soort").annotate(n=Count("client", distinct=True))))
    mensen = laat.order_by().values("client").distinct().count()
    return Tegel(
        "te_laat",
        "Te laat, per soort",
        f"{aantal(mensen, 'cliënt', 'cliënten')} met een termijn die te laat is." if telling else "Niets is te laat.",
        _staven(
            *(Staaf(TERMIJNSOORTEN[soort].label, n, _lijst(vast, laat=soort)) for soort, n in telling.most_common())
        ),
        _lijst(vast, actie="true") if telling else "",
        "Alle cliënten met iets dat moet",
    )


def _lijst(vast: dict[str, str], **keuze: object) -> str:
    vraag = urlencode(vast | keuze)
    return f"{adres('clientenlijst:client_list')}{'?' if vraag else ''}{vraag}"


def _staven(*staven: Staaf) -> tuple[Staaf, ...]:
    """With their length, as a share of the longest; what is there is always a little to see."""
    hoogste = max((staaf.aantal for staaf in staven), default=0)
    return tuple(_met_lengte(staaf, hoogste) for staaf in staven)


def _met_lengte(staaf: Staaf, hoogste: int) -> Staaf:
    deel = max(2, round(staaf.aantal * 100 / hoogste)) if staaf.aantal else 0
    return replace(staaf, deel=deel)


def gekozen(ocmws: Iterable[Ocmw], keuze: str) -> tuple[Ocmw, ...]:
    """The OCMWs that the address asks for; something that is no choice means all of them."""
    alle = tuple(ocmws)
    return tuple(ocmw for ocmw in alle if str(ocmw.pk) == keuze) or alle
