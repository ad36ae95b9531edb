"""`manage.py reken rechtenteller`: the ledger of one contract from dated facts (docs/rechtenteller.md)."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import dagen_van
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.enums import Onderbrekingsoort
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Teller, Tellerfeiten, Tellerwerk
from tewerkstelling.rechtenteller.teller import Telling, regel_deeltijds, tel
from tewerkstelling.rechtenteller.toelating import toelating_van
from tewerkstelling.regime import Regime

VOLTIJDS = Decimal(38)
VROEGST, LAATST = 1950, 2200
_DEEL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-00)?")


def rechtenteller(gegevens: Gegevens) -> dict[str, Any]:
    """Counts up to `op`: the last day of the contract when left out, or today when it has none."""
    feiten = _feiten(gegevens)
    op = gegevens.datum("op") if gegevens.heeft("op") else feiten.tot_en_met or vandaag()
    dagen = [op, feiten.vorige_toelating, feiten.aanvraag, feiten.geboortedatum]
    for werk in feiten.alle_werk:
        dagen += [werk.start, werk.tot_en_met]
        dagen += [dag for _, van, tot in werk.gebeurtenissen for dag in (van, tot)]
        dagen += [regime.vanaf for regime in werk.wijzigingen]
    if any(dag and not (VROEGST if dag != feiten.geboortedatum else 1850) <= dag.year <= LAATST for dag in dagen):
        raise Onbruikbaar("De datum ligt te ver in het verleden of de toekomst.")
    if feiten.geboortedatum and feiten.geboortedatum >= min(werk.start for werk in feiten.alle_werk):
        raise Onbruikbaar("De geboortedatum ligt niet voor de eerste werkdag.")
    if feiten.aanvraag and all(werk.start >= feiten.aanvraag for werk in feiten.alle_werk):
        raise Onbruikbaar("De aanvraag ligt niet voor de eerste werkdag.")
    return _als_json(tel(feiten, op=op))


def _feiten(gegevens: Gegevens) -> Tellerfeiten:
    keuze = gegevens.tekst("toelating") if gegevens.heeft("toelating") else ""
    if gegevens.heeft("toelating") and keuze not in {"voltijds", "deeltijds"}:
        raise Onbruikbaar("toelating is 'voltijds' of 'deeltijds'.")
    voltijds = gegevens.getal("voltijds", VOLTIJDS)
    start, uren = gegevens.datum("start"), Fraction(gegevens.getal("uren", voltijds))
    wijzigingen = tuple(_wijziging(deel) for deel in gegevens.lijst("andere_uren"))
    geldend = regel_deeltijds(start)
    maandloon = gegevens.getal("maandloon") if gegevens.heeft("maandloon") else None
    if maandloon == 0:
        raise Onbruikbaar("Het loon is meer dan nul.")
    toelating = toelating_van(
        keuze=keuze,
        maandloon=maandloon,
        uren=wijzigingen[-1].uren if wijzigingen else uren,
        voltijds=Fraction(voltijds),
        regel=geldend.waarde if geldend else None,
    )
    geboren, geboren_tot = _geboorte(gegevens)
    return Tellerfeiten(
        start=start,
        geboortedatum=geboren,
        geboren_tot=geboren_tot,
        tot_en_met=_datum_of_niets(gegevens, "tot_en_met"),
        uren=uren,
        voltijds=Fraction(voltijds),
        dagen_per_week=gegevens.geheel("dagen_per_week", 5),
        halve_dagen=toelating.halve_dagen,
        aanname=toelating.aanname,
        gebeurtenissen=tuple(_gebeurtenis(deel, n) for n, deel in enumerate(gegevens.lijst("gebeurtenissen"), start=1)),
        al_bewezen=Fraction(gegevens.getal("al_bewezen", Decimal(0))),
        vorige_toelating=_datum_of_niets(gegevens, "vorige_toelating"),
        aanvraag=_datum_of_niets(gegevens, "aanvraag"),
        wijzigingen=wijzigingen,
        vroeger=tuple(_vroeger(deel, n) for n, deel in enumerate(gegevens.lijst("vroeger"), start=1)),
    )


def _vroeger(deel: Gegevens, nummer: int) -> Tellerwerk:
    """A contract that also counts: before this one, or beside it."""
    voltijds = deel.getal("voltijds", VOLTIJDS)
    werk = Tellerwerk(
        start=deel.datum("start"),
        tot_en_met=deel.datum("tot_en_met"),
        uren=Fraction(deel.getal("uren", voltijds)),
        voltijds=Fraction(voltijds),
        dagen_per_week=deel.geheel("dagen_per_week", 5),
        gebeurtenissen=tuple(_gebeurtenis(geval, n) for n, geval in enumerate(deel.lijst("gebeurtenissen"), start=1)),
    )
    if deel.genegeerd:
        raise Onbruikbaar(f"Vroeger {nummer}: de sleutel {deel.genegeerd[0]} kennen we niet.")
    return werk


def _geboorte(gegevens: Gegevens) -> tuple[date | None, date | None]:
    """The earliest and, when only the year or the month is known ("1985", "1985-06"), the latest birth date."""
    tekst = gegevens.tekst_of("geboortedatum", "")
    deel = _DEEL.fullmatch(tekst.removesuffix("-00").removesuffix("-00"))
    if not tekst or deel is None:
        return _datum_of_niets(gegevens, "geboortedatum"), None
    jaar, maand = int(deel[1]), int(deel[2] or 0)
    if not 1 <= jaar <= 9999 or maand > 12:
        raise Onbruikbaar(f"geboortedatum: {tekst} bestaat niet.")
    return dagen_van(jaar, maand)


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
        "aanvraag": teller.aanvraag.isoformat(),
        "werk_tot": teller.werk_tot.isoformat() if teller.werk_tot else None,
        "onmogelijk": teller.onmogelijk or None,
        "toelating": "deeltijds" if teller.feiten.halve_dagen else "voltijds",
        "aannames": list(telling.aannames),
        "onzeker": telling.onzeker
        and {
            "zin": telling.onzeker.zin,
            "vroegst": _kort(telling.onzeker.vroegst),
            "laatst": _kort(telling.onzeker.laatst),
        },
        "regelset": [
            {"sleutel": r.sleutel, "geldig_van": r.geldig_van.isoformat(), "bron": r.bron} for r in telling.regelsets
        ],
    }


def _kort(teller: Teller) -> dict[str, Any]:
    return {
        "nodig": teller.nodig,
        "geteld": _getal(teller.geteld),
        "verwacht_einde": teller.verwacht_einde.isoformat() if teller.verwacht_einde else None,
        "referte_van": teller.referte_van.isoformat(),
    }


def _getal(waarde: Fraction) -> float:
    """Two decimals: 36, 211.2."""
    return round(float(waarde), 2)
