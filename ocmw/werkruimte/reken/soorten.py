"""What `manage.py reken` can calculate: a table of small functions, facts in and a JSON-ready answer out.

A new soort is one function and one line in SOORTEN. Keys of the answer are an interface people script against: add,
never rename.
"""

from collections.abc import Callable
from typing import Any

from clienten.insz import lees_insz, toon_insz
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.werkruimte.reken import art60, groepen
from ocmw.werkruimte.reken import rechtenteller as rechten
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.nummers import Nummer, lees_iban, lees_kbo, lees_vestiging
from trajecten.twe.venster import OnmogelijkePeriode, TweVenster, nazorgrest, venster_vanaf

Antwoord = dict[str, Any]
Rekenfunctie = Callable[[Gegevens], Antwoord]


def kies(soorten: list[str]) -> Rekenfunctie:
    """The function for the one soort that was asked."""
    if len(soorten) == 1 and soorten[0] in SOORTEN:
        return SOORTEN[soorten[0]]
    vraag = f"Onbekende soort {soorten[0]!r}." if len(soorten) == 1 else "Geef één soort."
    raise Onbruikbaar(f"{vraag} Kies uit: {', '.join(sorted(SOORTEN))}.")


def reken(functie: Rekenfunctie, gegevens: Gegevens) -> Antwoord:
    """The answer to one question. Raises Onbruikbaar, with one Dutch sentence, when the facts cannot be used."""
    try:
        antwoord = functie(gegevens)
    except OverflowError:
        raise Onbruikbaar("De datum ligt te ver in het verleden of de toekomst.") from None
    except (OnmogelijkePeriode, OnbekendeRegel) as fout:
        raise Onbruikbaar(str(fout)) from None
    except ValueError as fout:
        # The pure functions refuse impossible facts with a Dutch sentence; Onbruikbaar is one of them already.
        raise fout if isinstance(fout, Onbruikbaar) else Onbruikbaar(str(fout)) from None
    if gegevens.genegeerd:
        antwoord["genegeerd"] = gegevens.genegeerd
    return antwoord


def _twe_venster(gegevens: Gegevens) -> Antwoord:
    venster = venster_vanaf(gegevens.datum("start"))
    return {
        "laatste_dag": venster.laatste_dag.isoformat(),
        "tijdig_art60_tot": venster.tijdig_art60_tot.isoformat(),
        **_uitleg(venster, venster.redenen),
    }


def _nazorg(gegevens: Gegevens) -> Antwoord:
    venster = venster_vanaf(gegevens.datum("twe_start"))
    rest = nazorgrest(venster, art60_einde=gegevens.datum("art60_einde"))
    return {
        "maanden": rest.maanden,
        "dagen": rest.dagen,
        "totaal_dagen": rest.totaal_dagen,
        "overschreden_dagen": rest.overschreden_dagen,
        "twe_laatste_dag": venster.laatste_dag.isoformat(),
        **_uitleg(venster, rest.redenen),
    }


def _insz(gegevens: Gegevens) -> Antwoord:
    insz = lees_insz(gegevens.tekst("nummer"), op=vandaag())
    return {
        "geldig": insz.geldig,
        "genormaliseerd": insz.nummer,
        "weergave": toon_insz(insz.nummer),
        "geboortedatum": insz.geboortedatum.isoformat() if insz.geboortedatum else None,
        "geslacht": insz.geslacht,
        "soort": insz.soort,
        "reden": insz.reden,
    }


def _nummer(lees: Callable[[str], Nummer]) -> Rekenfunctie:
    def antwoord(gegevens: Gegevens) -> Antwoord:
        nummer = lees(gegevens.tekst("nummer"))
        return {"geldig": nummer.geldig, "genormaliseerd": nummer.genormaliseerd, "reden": nummer.reden}

    return antwoord


def _uitleg(venster: TweVenster, redenen: tuple[str, ...]) -> Antwoord:
    """Why, in sentences, and which rule sets were used: the same for every answer."""
    return {
        "redenen": list(redenen),
        "regels": [
            {"sleutel": r.sleutel, "waarde": r.waarde, "geldig_van": r.geldig_van.isoformat(), "bron": r.bron}
            for r in venster.regels
        ],
    }


SOORTEN: dict[str, Rekenfunctie] = {
    "twe_venster": _twe_venster,
    "nazorg": _nazorg,
    "insz": _insz,
    "iban": _nummer(lees_iban),
    "kbo": _nummer(lees_kbo),
    "vestiging": _nummer(lees_vestiging),
    "rva_toelating": art60.rva_toelating,
    "contract_einde": art60.contract_einde,
    "dagen": art60.dagen,
    "betaalbare_maanden": art60.betaalbare_maanden,
    "rechtenteller": rechten.rechtenteller,
    "meetmomenten": art60.meetmomenten,
    "opleiding_in_twe": art60.opleiding_in_twe,
    "sessies": groepen.sessies,
}
