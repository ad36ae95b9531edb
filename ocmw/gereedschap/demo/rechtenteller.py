"""Contracts with interruptions, and what the RVA answered: the same as we estimate, something else, or nothing yet."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q

from clienten.enums import Toewijzingsrol
from ocmw.toegang.models import Medewerker
from tewerkstelling.actions import bewaar_onderbreking, start_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.actions import bewaar_rechtspositie, bewaar_rva_berekening
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand

# (soort, days after the start, how many days): what happens in a contract, in turn per client.
VERLOPEN: list[list[tuple[str, int, int]]] = [
    [("vakantie", 30, 12), ("ziekte_ziekenfonds", 55, 23)],
    [("vakantie", 20, 5), ("ziekte_gewaarborgd", 40, 9), ("verlof_zonder_wedde", 60, 5)],
    [("tijdelijke_werkloosheid", 15, 4), ("schorsing", 35, 14)],
    [("inhaalrust", 14, 1), ("moederschap", 30, 60)],
    [],
]
LOOPT_NOG = 4  # who is ill since nine days, and nobody knows until when


def vul_rechten(op: date) -> None:
    """Everything through the real actions, for running contracts that have somebody to do it."""
    lopend = Tewerkstelling.objects.art60().filter(Q(tot=None) | Q(tot__gt=op), van__lt=op - timedelta(days=10))
    for nummer, contract in enumerate(lopend.select_related("client").order_by("pk")):
        coach = Medewerker.objects.filter(
            toewijzingen__client=contract.client, toewijzingen__rol=Toewijzingsrol.ATB, toewijzingen__tot=None
        ).first()
        if coach:
            _ander_werk(contract, nummer, coach, op)
            _verloop(contract, VERLOPEN[nummer % len(VERLOPEN)], coach, op)
            if nummer == LOOPT_NOG:
                ziek = Onderbreking(contract=contract, soort="ziekte_ziekenfonds", van=op - timedelta(days=9))
                bewaar_onderbreking(ziek, [], door=coach, op=op)
            _vroeger(contract, nummer, coach, op)
            _rva(contract, nummer, coach, op)


def _ander_werk(contract: Tewerkstelling, nummer: int, coach: Medewerker, op: date) -> None:
    """What makes a count hard: a contract before this one, one to come, hours with which the days never fit, half-days."""
    if nummer == 0:
        _contract(contract, contract.van - timedelta(days=260), contract.van - timedelta(days=60), coach, op)
    elif nummer == 1 and contract.tot:
        _contract(contract, contract.tot + timedelta(days=14), contract.tot + timedelta(days=194), coach, op)
    elif nummer == 2:
        contract.uren_per_week, contract.dagen_per_week = Decimal(8), 1
        wijzig_tewerkstelling(contract, ["uren_per_week", "dagen_per_week"], door=coach, op=op)
    elif nummer == 3:
        # Half-time, and the wage was asked: below the reference wage half-days count. Others were not asked yet.
        contract.uren_per_week, contract.dagen_per_week, contract.maandloon = Decimal(19), 5, Decimal(1150)
        wijzig_tewerkstelling(contract, ["uren_per_week", "dagen_per_week", "maandloon"], door=coach, op=op)


def _contract(zelfde: Tewerkstelling, van: date, tot: date, coach: Medewerker, op: date) -> None:
    """Another art.60 of the same client at the same place, full-time; `tot` is the first day after it."""
    rij = Tewerkstelling(
        client=zelfde.client,
        soort=zelfde.soort,
        werkplek=zelfde.werkplek,
        functie=zelfde.functie,
        van=van,
        tot=tot,
        uren_per_week=zelfde.voltijds_uren,
        voltijds_uren=zelfde.voltijds_uren,
        dagen_per_week=5,
    )
    start_tewerkstelling(rij, door=coach, op=op)


def _verloop(contract: Tewerkstelling, gevallen: list[tuple[str, int, int]], coach: Medewerker, op: date) -> None:
    for soort, na, dagen in gevallen:
        van = contract.van + timedelta(days=na)
        tot = min(van + timedelta(days=dagen), contract.tot or op)
        if van < tot:
            rij = Onderbreking(contract=contract, soort=soort, van=van, tot=tot)
            bewaar_onderbreking(rij, [], door=coach, op=op)


def _vroeger(contract: Tewerkstelling, nummer: int, coach: Medewerker, op: date) -> None:
    if nummer % 4 == 1:
        positie = Rechtspositie(client=contract.client, al_bewezen=Decimal(52))
        bewaar_rechtspositie(positie, [], door=coach, op=op)


def _rva(contract: Tewerkstelling, nummer: int, coach: Medewerker, op: date) -> None:
    """In turn: an answer that equals our estimate, one that differs, one that is awaited, a changed regime, none."""
    stap = nummer % 5
    if stap == 4:
        return
    verzonden = max(contract.van - timedelta(days=20), op - timedelta(days=4 if stap == 2 else 200))
    berekening = RvaBerekening(contract=contract, verzonden_op=verzonden, kenmerk=f"A60-{contract.pk:05d}")
    stand = rechtenstand(lees_rechten(lees_stand(contract.client, op=op)), contract, op=op, mag_alles=True)
    if stap != 2 and stand.telling and stand.teller.verwacht_einde:
        anders = timedelta(days=9 if stap == 1 else 0)
        berekening.antwoord_op = min(verzonden + timedelta(days=5), op)
        berekening.dagen, berekening.einde_op = stand.teller.nodig, stand.teller.verwacht_einde + anders
    bewaar_rva_berekening(berekening, door=coach, op=op)
    if stap == 3:
        contract.zet_uren(contract.van + (op - contract.van) // 2 + timedelta(days=1), Decimal("30.4"), 4)
        wijzig_tewerkstelling(contract, ["andere_uren"], door=coach, op=op)
