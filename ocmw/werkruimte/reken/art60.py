"""The calculations around art.60: days to prove, end of a contract, days from work done, and the months VDAB pays."""

from decimal import Decimal
from typing import Any

from ocmw.regels.opzoeken import Regelwaarde, regel
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.rechtenteller.rva import contract_einde as _contract_einde
from tewerkstelling.rechtenteller.rva import dagen_uit_prestaties
from tewerkstelling.rechtenteller.rva import rva_toelating as _rva_toelating
from trajecten.twe.tarieven import Tarieven
from trajecten.twe.vergoeding import betaalbare_maanden as _betaalbare_maanden

VOLTIJDS = Decimal(38)


def rva_toelating(gegevens: Gegevens) -> dict[str, Any]:
    aanvraag = gegevens.datum("aanvraag")
    geldend = regel("rva.toelating", op=aanvraag)
    uit = _rva_toelating(
        geboortedatum=gegevens.datum("geboortedatum"),
        aanvraag=aanvraag,
        regel=geldend.waarde,
        verlengingsdagen=gegevens.geheel("verlengingsdagen", 0),
    )
    return {
        "dagen": uit.dagen,
        "maanden": uit.maanden,
        "referte_van": uit.referte_van.isoformat(),
        "referte_tot": uit.referte_tot.isoformat(),
        "leeftijd": uit.leeftijd,
        "redenen": list(uit.redenen),
        "regels": [_als_json(geldend)],
    }


def contract_einde(gegevens: Gegevens) -> dict[str, Any]:
    toelating = gegevens.tekst_of("toelating", "voltijds")
    if toelating not in {"voltijds", "deeltijds"}:
        raise Onbruikbaar("toelating is 'voltijds' of 'deeltijds'.")
    voltijds = gegevens.getal("voltijds", VOLTIJDS)
    uit = _contract_einde(
        start=gegevens.datum("start"),
        dagen=gegevens.geheel("dagen"),
        uren=gegevens.getal("uren", voltijds),
        voltijds=voltijds,
        halve_dagen=toelating == "deeltijds",
        al_gepresteerd=gegevens.getal("al_gepresteerd", Decimal(0)),
    )
    return {"laatste_dag": uit.laatste_dag.isoformat(), "maanden": float(uit.maanden), "redenen": list(uit.redenen)}


def dagen(gegevens: Gegevens) -> dict[str, Any]:
    namen = ("gewerkte_dagen", "dagen_per_week", "uren", "voltijds")
    feiten = {naam: gegevens.getal(naam) for naam in namen if gegevens.heeft(naam)}
    return {"dagen": float(dagen_uit_prestaties(**feiten))}


def betaalbare_maanden(gegevens: Gegevens) -> dict[str, Any]:
    start = gegevens.datum("twe_start")
    geld = Tarieven().voor(start)
    uit = _betaalbare_maanden(
        twe_start=start,
        twe_einde=gegevens.datum("twe_einde"),
        art60_van=gegevens.datum("art60_van") if gegevens.heeft("art60_van") else None,
        art60_tot=gegevens.datum("art60_tot") if gegevens.heeft("art60_tot") else None,
        rechten_nodig=gegevens.ja_nee("rechten_nodig"),
        tarief=geld.tarief,
    )
    tot = max([start, *(maand.laatste_dag for maand in uit.maanden)])
    return {
        "twe_maanden": uit.twe_maanden,
        "art60_maanden": uit.art60_maanden,
        "extra_maanden": uit.extra_maanden,
        "bedrag": float(uit.bedrag),
        "maanden": [
            {
                "laatste_dag": maand.laatste_dag.isoformat(),
                "twe": maand.twe,
                "art60": maand.art60,
                "bedrag": float(maand.bedrag),
                "reden": maand.reden,
            }
            for maand in uit.maanden
        ],
        "regels": [_als_json(regel_) for regel_ in geld.gebruikt(tot)],
    }


def _als_json(r: Regelwaarde) -> dict[str, Any]:
    return {"sleutel": r.sleutel, "waarde": r.waarde, "geldig_van": r.geldig_van.isoformat(), "bron": r.bron}
