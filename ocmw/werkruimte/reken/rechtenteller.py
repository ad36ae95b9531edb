"""`manage.py reken rechtenteller`: the ledger of one contract from dated facts (docs/rechtenteller.md)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.enums import Onderbrekingsoort
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten
from tewerkstelling.rechtenteller.teller import Telling, tel
from tewerkstelling.regime import Regime

VOLTIJDS = Decimal(38)
VROEGST, LAATST = 1950, 2200


def rechtenteller(gegevens: Gegevens) -> dict[str, Any]:
    """Counts up to `op`: the last day of the contract when left out, or today when it has none."""
    feiten = _feiten(gegevens)
    op = gegevens.datum("op") if gegevens.heeft("op") else feiten.tot_en_met or vandaag()
    dagen = [op, feiten.start, feiten.tot_en_met, feiten.vorige_toelating, feiten.aanvraag]
    dagen += [dag for _, van, tot in feiten.gebeurtenissen for dag in (van, tot)]
    dagen += [regime.vanaf for regime in feiten.wijzigingen]
    if any(dag and not VROEGST <= dag.year <= LAATST for dag in dagen):
        raise Onbruikbaar("De datum ligt te ver in het verleden of de toekomst.")
    return _als_json(tel(feiten, op=op))


def _feiten(gegevens: Gegevens) -> Tellerfeiten:
    toelating = gegevens.tekst_of("toelating", "voltijds")
    if toelating not in {"voltijds", "deeltijds"}:
        raise Onbruikbaar("toelating is 'voltijds' of 'deeltijds'.")
    voltijds = gegevens.getal("voltijds", VOLTIJDS)
    return Tellerfeiten(
        start=gegevens.datum("start"),
        geboortedatum=_datum_of_niets(gegevens, "geboortedatum"),
        tot_en_met=_datum_of_niets(gegevens, "tot_en_met"),
        uren=Fraction(gegevens.getal("uren", voltijds)),
        voltijds=Fraction(voltijds),
        dagen_per_week=gegevens.geheel("dagen_per_week", 5),
        halve_dagen=toelating == "deeltijds",
        gebeurtenissen=tuple(_gebeurtenis(deel, n) for n, deel in enumerate(gegevens.lijst("gebeurtenissen"), start=1)),
        al_bewezen=Fraction(gegevens.getal("al_bewezen", Decimal(0))),
        vorige_toelating=_datum_of_niets(gegevens, "vorige_toelating"),
        aanvraag=_datum_of_niets(gegevens, "aanvraag"),
        wijzigingen=tuple(_wijziging(deel) for deel in gegevens.lijst("andere_uren")),
    )


def _datum_of_niets(gegevens: Gegevens, sleutel: str) -> date | None:
    return gegevens.datum(sleutel) if gegevens.heeft(sleutel) else None


def _gebeurtenis(deel: Gegevens, nummer: int) -> Gebeurtenis:
    soort = deel.tekst("soort")
    if soort not in Onderbrekingsoort.values:
        raise Onbruikbaar(f"Gebeurtenis {nummer}: soort is een van {', '.join(sorted(Onderbrekingsoort.values))}.")
    gebeurtenis = Gebeurtenis(soort, deel.datum("van"), deel.datum("tot_en_met"))
    if deel.genegeerd:
        raise Onbruikbaar(f"Gebeurtenis {nummer}: de sleutel {deel.genegeerd[0]} kennen we niet.")
    return gebeurtenis


def _wijziging(deel: Gegevens) -> Regime:
    regime = Regime(deel.datum("vanaf"), Fraction(deel.getal("uren", None)), deel.geheel("dagen_per_week", 5))
    if deel.genegeerd:
        raise Onbruikbaar(f"andere_uren: de sleutel {deel.genegeerd[0]} kennen we niet.")
    return regime


def _als_json(telling: Telling) -> dict[str, Any]:
    teller = telling.teller
    return {
        "lijnen": [
            {
                "van": lijn.van.isoformat(),
                "tot_en_met": lijn.tot_en_met.isoformat(),
                "soort": lijn.soort,
                "telt": lijn.telt,
                "dagen": _getal(lijn.dagen),
                "zin": teller.zin(lijn),
            }
            for lijn in teller.lijnen
        ],
        "geteld": _getal(teller.geteld),
        "nodig": teller.nodig,
        "resterend": _getal(teller.resterend),
        "verwacht_einde": teller.verwacht_einde.isoformat() if teller.verwacht_einde else None,
        "referte_van": teller.referte_van.isoformat(),
        "referte_tot": teller.referte_tot.isoformat(),
        "verlengd_met": teller.verlengd_met,
        "regelset": [
            {"sleutel": r.sleutel, "geldig_van": r.geldig_van.isoformat(), "bron": r.bron} for r in telling.regelsets
        ],
    }


def _getal(waarde: Fraction) -> float:
    """Two decimals: 36, 211.2."""
    return round(float(waarde), 2)
