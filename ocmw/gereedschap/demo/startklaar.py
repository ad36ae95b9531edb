"""Placements in every state, so that board, checklist, papers and council list have something to show."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Toewijzing
from ocmw.toegang.models import Medewerker, Ocmw
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.enums import Eindreden, Overeenkomstsoort
from tewerkstelling.models import Mentor, Overeenkomst, Werkplek
from tewerkstelling.startklaar.actions import (
    maak_plaatsing,
    noteer_beslissing,
    noteer_handtekeningen,
    noteer_loon,
    noteer_raad,
    start_plaatsing,
    verleng_plaatsing,
    vink_punt,
    zet_plaatsing_stop,
)
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Chequekeuze, Inkomensrecht, Plaatsingstopreden, Puntstand, Reisvergoeding
from tewerkstelling.startklaar.models import Loonafspraak, Plaatsing, Startbeslissing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from tewerkstelling.startklaar.voorzet import voorzet
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring


@dataclass(frozen=True)
class Demosituatie:
    over: int  # days until the start
    open: tuple[str, ...] = ()  # points of the list that are not in order
    laat: tuple[str, ...] = ()  # points that were done after the first working day
    zonder_weo: bool = False  # art.60 outside tijdelijke werkervaring
    start: bool = False
    daarna: str = ""


SITUATIES = (
    Demosituatie(
        21,
        (
            "handtekeningen",
            "raadslijst",
            "weo",
            "recht",
            "beslissing",
            "loon",
            "dimona",
            "verzekering",
            "kinderopvang",
            "vervoer",
            "medisch",
        ),
    ),
    Demosituatie(2, ("handtekeningen", "dimona", "loon", "werkkledij")),
    Demosituatie(1, ("kinderopvang",)),
    Demosituatie(9),
    Demosituatie(5, ("vervoer", "werkkledij")),
    Demosituatie(-4, ("handtekeningen", "medisch"), laat=("dimona",)),
    Demosituatie(0, ("werkkledij",), start=True),
    Demosituatie(-30, start=True, daarna="verleng"),
    Demosituatie(-60, start=True, daarna="einde", zonder_weo=True),
    Demosituatie(12, ("dimona",), daarna="stop"),
)


def plaatsingen(ocmw: Ocmw, *, op: date) -> None:
    """For clients of `ocmw` who look for work: no contract yet."""
    volgers = Toewijzing.objects.filter(
        rol=Toewijzingsrol.ATB, tot=None, client__ocmw=ocmw, client__gesloten_op=None, client__tewerkstellingen=None
    )
    plekken = list(Werkplek.objects.filter(werkgever__ocmw=ocmw).order_by("pk"))
    zoekend = volgers.select_related("client", "medewerker").order_by("-client__stand__stap", "client")
    for nummer, (volger, situatie) in enumerate(zip(zoekend, SITUATIES, strict=False)):
        plek = plekken[nummer % len(plekken)]
        _afspraken_met(plek, op=op)
        with handeling(op=op):
            _plaatsing(volger.client, plek, volger.medewerker, situatie, op=op)


def _afspraken_met(plek: Werkplek, *, op: date) -> None:
    if not plek.mentoren.exists():
        mentor = Mentor.objects.filter(werkgever=plek.werkgever, actief=True).first()
        mentor = mentor or Mentor.objects.create(werkgever=plek.werkgever, naam="Rita Vermeiren", functie="ploegleider")
        mentor.werkplekken.add(plek)
    Overeenkomst.objects.get_or_create(
        werkgever=plek.werkgever,
        defaults={
            "soort": Overeenkomstsoort.PER_PERSOON,
            "van": date(op.year, 1, 1),
            "terugbetaling_procent": Decimal(50),
            "begeleidingsplicht": "Een vaste mentor, een onthaal van een week en elke vrijdag een kort gesprek.",
        },
    )


def _plaatsing(client: Client, plek: Werkplek, coach: Medewerker, situatie: Demosituatie, *, op: date) -> None:
    van = op + timedelta(days=situatie.over)
    toen = min(op, van - timedelta(days=3))  # the day on which papers were signed and points were ticked
    rij = voorzet(client, plek, op=op)
    rij.van, rij.tot = van, van + timedelta(days=365)
    rij.werkrooster, rij.duur_basis = "maandag tot vrijdag, van 8 tot 16 uur", "312 dagen nodig"
    rij.taken = rij.taken or "Helpen bij het dagelijkse werk, samen met een collega."
    rij.doorstroom = "Na zes maanden bekijken we een opleiding. Is er een vacature, dan krijgt de werknemer een kans."
    maak_plaatsing(rij, door=coach, op=op)
    if "handtekeningen" not in situatie.open:
        for veld in HANDTEKENINGEN:
            setattr(rij, veld, toen)
        noteer_handtekeningen(rij, list(HANDTEKENINGEN), door=coach, op=op)
    if "raadslijst" not in situatie.open:
        rij.raad_op = _derde_dinsdag(max(van, op))
        noteer_raad(rij, ["raad_op"], door=coach, op=op)
    _feiten(rij, coach, situatie, toen, op=op)
    for punt in checklist(rij).punten:
        if not punt.afgeleid and punt.code not in situatie.open:
            stand = Puntstand.NIET_NODIG if punt.code == "kinderopvang" else Puntstand.IN_ORDE
            dag = min(op, van + timedelta(days=2)) if punt.code in situatie.laat else toen
            vink_punt(rij, punt.code, door=coach, op=op, dag=dag, stand=stand)
    if situatie.start:
        reden = "De schoenen komen volgende week. Tot dan werkt de cliënt aan de balie."
        rij = start_plaatsing(rij, door=coach, op=op, motivatie=reden if situatie.open else "")
    _en_dan(rij, coach, situatie.daarna, op=op)


def _feiten(rij: Plaatsing, coach: Medewerker, situatie: Demosituatie, toen: date, *, op: date) -> None:
    """What the list reads by itself: the 24 months, the right and the decision, and what the client gets."""
    client = rij.client
    if situatie.zonder_weo:
        uitleg = "Sociale economie, buiten tijdelijke werkervaring"
        vink_punt(rij, "weo", door=coach, op=op, dag=toen, stand=Puntstand.NIET_NODIG, toelichting=uitleg)
    elif "weo" not in situatie.open and not Werkervaring.objects.lopend().filter(client=client).exists():
        registreer_werkervaring(Werkervaring(client=client, start=toen), door=coach, op=op)
    mw = Toewijzing.objects.filter(client=client, rol=Toewijzingsrol.MW, tot=None).select_related("medewerker").first()
    beslissing: dict[str, Any] = {}
    if "recht" not in situatie.open:
        beslissing |= {"recht": Inkomensrecht.LEEFLOON, "recht_op": toen}
    if "beslissing" not in situatie.open and mw:
        waarom = "Een gewone job lukt nog niet. Met een jaar ervaring op een rustige plek wel."
        beslissing |= {"mw": mw.medewerker, "mw_op": toen, "client_op": toen, "waarom": waarom}
    if beslissing:
        wie = mw.medewerker if mw else coach
        noteer_beslissing(
            Startbeslissing(client=client, plaatsing=rij, **beslissing), list(beslissing), door=wie, op=op
        )
    if "loon" not in situatie.open:
        loon = {"brutoloon": Decimal("2190.50"), "cheques": Chequekeuze.JA, "cheque_waarde": Decimal(8),
                "reis": Reisvergoeding.FIETS, "fiets_per_km": Decimal("0.35")}  # fmt: skip
        noteer_loon(Loonafspraak(client=client, plaatsing=rij, **loon), list(loon), door=coach, op=op)


def _en_dan(rij: Plaatsing, coach: Medewerker, daarna: str, *, op: date) -> None:
    if daarna == "verleng":
        verleng_plaatsing(rij, van=rij.tot, tot=rij.tot + timedelta(days=90), door=coach, op=op)
    elif daarna == "einde" and rij.contract:
        laatste = op - timedelta(days=10)
        beeindig_tewerkstelling(rij.contract, laatste_dag=laatste, reden=Eindreden.DOORSTROOM_ZELFDE, door=coach, op=op)
    elif daarna == "stop":
        zet_plaatsing_stop(rij, reden=Plaatsingstopreden.ANDERE_PLEK, door=coach, op=op)


def _derde_dinsdag(dag: date) -> date:
    """Where this council meets: the third Tuesday, of this month or the next."""
    eerste = dag.replace(day=1)
    dinsdag = eerste + timedelta(days=(1 - eerste.weekday()) % 7 + 14)
    return dinsdag if dinsdag >= dag else _derde_dinsdag((eerste + timedelta(days=32)).replace(day=1))
