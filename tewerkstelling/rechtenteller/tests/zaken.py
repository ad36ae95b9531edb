"""Invented files for the property tests, each from its own number: the same number is the same file, on every machine."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tewerkstelling.rechtenteller.tellen import (
    Gebeurtenis,
    Regime,
    Teller,
    Tellerfeiten,
    Tellerwerk,
    Tijdvak,
    rechtenteller,
)
from tewerkstelling.rechtenteller.tests.dag_per_dag import Baan, Mens

REGELS = {
    "vakantie": {"telt": "gelijkgesteld", "zin": "Vakantie telt mee."},
    "ziekte_ziekenfonds": {"telt": "niet", "verlengt": True, "zin": "Ziekte op het ziekenfonds telt niet mee."},
    "schorsing": {"telt": "niet", "zin": "Een schorsing telt niet mee."},
    "verlof_zonder_wedde": {"telt": "niet", "zin": "Verlof zonder wedde telt niet mee."},
}
# Before March 2026 the first ten working days without pay of a year counted.
REGELS_VOOR = REGELS | {"verlof_zonder_wedde": REGELS["verlof_zonder_wedde"] | {"eerste_dagen": 10}}
VOOR_MAART_2026 = [
    {"tot_leeftijd": 36, "dagen": 312, "maanden": 21},
    {"tot_leeftijd": 50, "dagen": 468, "maanden": 33},
    {"tot_leeftijd": None, "dagen": 624, "maanden": 42},
]
VANAF_MAART_2026 = [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}]
TIJDVAKKEN = [
    Tijdvak(date(2012, 11, 1), date(2026, 3, 1), VOOR_MAART_2026, REGELS_VOOR),
    Tijdvak(date(2026, 3, 1), None, VANAF_MAART_2026, REGELS),
]
DAG = timedelta(days=1)


def tel(op: date, feiten: Tellerfeiten) -> Teller:
    return rechtenteller(feiten, op=op, tijdvakken=TIJDVAKKEN)


def zaak(nummer: int) -> Tellerfeiten:
    """One to three contracts, after each other or beside each other, with what interrupts them and changes of hours."""
    kies = Random(nummer)
    aantal = kies.choice([0, 0, 1, 1, 2])
    start = begin = date(2024, 1, 1) + kies.randrange(1500) * DAG
    werken: list[Tellerwerk] = []
    for nummer_werk in range(aantal + 1):
        eigen = nummer_werk == aantal
        duur = kies.choice([20, 60, 120, 300, 500, 900]) + kies.randrange(60)
        tot = start + duur * DAG if not eigen or kies.random() < 0.6 else None
        werken.append(
            Tellerwerk(
                start=start,
                tot_en_met=tot,
                uren=Fraction(kies.choice([38, 38, 38, 19, 12, 8, 37, 4])),
                dagen_per_week=kies.choice([5, 5, 5, 5, 4, 6, 3]),
                gebeurtenissen=_gevallen(kies, start),
                wijzigingen=_wijzigingen(kies, start, tot, duur),
            )
        )
        if tot:
            start = max(tot + kies.choice([1, 1, 1, 30, 200, -20]) * DAG, start)
    return Tellerfeiten(
        **vars(werken[-1]),
        vroeger=tuple(werken[:-1]),
        geboortedatum=date(1955, 1, 1) + kies.randrange(18_000) * DAG,
        halve_dagen=kies.random() < 0.15,
        al_bewezen=Fraction(kies.choice([0, 0, 0, 50, 1049]), kies.choice([1, 10])),
        vorige_toelating=begin + kies.randrange(200) * DAG if kies.random() < 0.15 else None,
        minste_uren=Fraction(12),
        minste_deel=Fraction(1, 3),
    )


def _gevallen(kies: Random, start: date) -> tuple[Gebeurtenis, ...]:
    uit, dag = [], start
    for _ in range(kies.choice([0, 0, 1, 3])):
        van = dag + kies.randrange(90) * DAG
        tot = van + kies.choice([0, 0, 1, 5, 30, 100]) * DAG
        uit.append(Gebeurtenis(kies.choice(sorted(REGELS)), van, tot))
        dag = tot + DAG
    return tuple(uit)


def _wijzigingen(kies: Random, start: date, tot: date | None, duur: int) -> tuple[Regime, ...]:
    vanaf = start + (1 + kies.randrange(duur)) * DAG
    if kies.random() < 0.75 or (tot and vanaf > tot):
        return ()
    return (Regime(vanaf, Fraction(kies.choice([38, 19, 30])), kies.choice([5, 4])),)


def mens(feiten: Tellerfeiten) -> Mens:
    """The same file for the count day by day."""
    later = _mens(feiten, [frozenset() for _ in feiten.alle_werk])
    later.voor = _mens(feiten, _eerste_tien(feiten))
    return later


def _mens(feiten: Tellerfeiten, toch: list[frozenset[date]]) -> Mens:
    """`toch`: per contract, the days that count although their kind does not."""
    return Mens(
        banen=[
            Baan(
                werk.start,
                werk.tot_en_met,
                [(werk.start, werk.uren, werk.dagen_per_week), *werk.wijzigingen],
                werk.voltijds,
                _dagen(werk, lambda soort: soort["telt"] == "niet") - wel,
            )
            for werk, wel in zip(feiten.alle_werk, toch, strict=True)
        ],
        geboren=feiten.geboortedatum,
        verlengd=frozenset().union(*(_dagen(w, lambda soort: "verlengt" in soort) for w in feiten.alle_werk)),
        halve_dagen=feiten.halve_dagen,
        al=feiten.al_bewezen,
        vorige=feiten.vorige_toelating,
    )


def _eerste_tien(feiten: Tellerfeiten) -> list[frozenset[date]]:
    """Day after day through the calendar: of each year the first ten days on which somebody would have worked and was away
    without pay; days without work in a leave follow the day before."""
    verloven = [
        [(g.van, g.tot_en_met) for g in werk.gebeurtenissen if g.soort == "verlof_zonder_wedde"]
        for werk in feiten.alle_werk
    ]
    wel: list[set[date]] = [set() for _ in verloven]
    if not any(verloven):
        return [frozenset() for _ in verloven]
    dag = min(van for rijen in verloven for van, _ in rijen)
    einde, opgebruikt, jaar = max(tot for rijen in verloven for _, tot in rijen), 0, 0
    while dag <= einde:
        if dag.year != jaar:
            jaar, opgebruikt = dag.year, 0
        vrij, vandaag = opgebruikt < 10, False
        for werk, rijen, dagen in zip(feiten.alle_werk, verloven, wel, strict=True):
            for van, tot in rijen:
                if not van <= dag <= tot:
                    continue
                weken = [werk.dagen_per_week, *(r.dagen_per_week for r in werk.wijzigingen if r.vanaf <= dag)]
                loopt = werk.start <= dag and not (werk.tot_en_met and dag > werk.tot_en_met)
                if loopt and dag.isoweekday() <= weken[-1]:
                    vandaag |= vrij
                    telt = vrij
                else:
                    gisteren = dag - DAG
                    telt = gisteren in dagen if gisteren >= van and gisteren.year == jaar else vrij
                if telt:
                    dagen.add(dag)
        opgebruikt += vandaag
        dag += DAG
    return [frozenset(dagen) for dagen in wel]


def _dagen(werk: Tellerwerk, keus) -> frozenset[date]:
    return frozenset(
        geval.van + n * DAG
        for geval in werk.gebeurtenissen
        if keus(REGELS[geval.soort])
        for n in range((geval.tot_en_met - geval.van).days + 1)
    )
