"""The calculations around art.60: days to prove, end of a contract, days from work done, and the months VDAB pays.

Days to prove and the end of a contract are asked of the same function as the screens (rechtenteller.teller.tel)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from nazorg.meetmomenten import meetmomenten as _meetmomenten
from ocmw.kalender.maanden import laatste_dag_na_maanden, leeftijd
from ocmw.regels.opzoeken import Regelwaarde, regel
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from tewerkstelling.rechtenteller.rva import dagen_uit_prestaties
from tewerkstelling.rechtenteller.tellen import MAAND, Tellerfeiten, Tijdvak, rechtenteller
from tewerkstelling.rechtenteller.teller import met_ondergrens, tel
from trajecten.twe.tarieven import Tarieven
from trajecten.twe.vergoeding import Looptijd
from trajecten.twe.vergoeding import betaalbare_maanden as _betaalbare_maanden

VOLTIJDS = Decimal(38)
EEN_DAG = timedelta(days=1)
HONDERD_JAAR = 1200  # months: who asks for an end asks for no period


def rva_toelating(gegevens: Gegevens) -> dict[str, Any]:
    aanvraag, geboren = gegevens.datum("aanvraag"), gegevens.datum("geboortedatum")
    verlengd = gegevens.geheel("verlengingsdagen", 0)
    if aanvraag <= geboren:
        raise Onbruikbaar("De aanvraag ligt voor de geboortedatum.")
    dag_ervoor = aanvraag - EEN_DAG
    feiten = Tellerfeiten(start=dag_ervoor, tot_en_met=dag_ervoor, geboortedatum=geboren, aanvraag=aanvraag)
    telling = tel(feiten, op=dag_ervoor)
    teller, trappen, jaren = telling.teller, telling.toelating.waarde, leeftijd(geboren, aanvraag)
    redenen = [f"{teller.nodig} dagen in de {teller.maanden} maanden voor de aanvraag van {aanvraag:%d/%m/%Y}."]
    if len(trappen) > 1:
        redenen.append(f"De leeftijd op die dag is {jaren} jaar; dat bepaalt het aantal dagen.")
        hoger = [f"{rij['dagen']} dagen in {rij['maanden']} maanden" for rij in trappen if rij["dagen"] > teller.nodig]
        if hoger:
            redenen.append(f"Ook goed: {' of '.join(hoger)}.")
    else:
        redenen.append("De leeftijd speelt sinds 1 maart 2026 geen rol meer; alleen nieuwe dagen tellen.")
    if verlengd:
        redenen.append(f"De periode is {verlengd} dagen langer door gelijkgestelde afwezigheid.")
    return {
        "dagen": teller.nodig,
        "maanden": teller.maanden,
        "referte_van": (teller.referte_van - timedelta(days=verlengd)).isoformat(),
        "referte_tot": teller.referte_tot.isoformat(),
        "leeftijd": jaren,
        "redenen": redenen,
        "regels": [_als_json(telling.toelating)],
    }


def contract_einde(gegevens: Gegevens) -> dict[str, Any]:
    """The same walk as the rechtenteller, for a number of days somebody gives, without a period in which they must lie."""
    toelating = gegevens.tekst_of("toelating", "voltijds")
    if toelating not in {"voltijds", "deeltijds"}:
        raise Onbruikbaar("toelating is 'voltijds' of 'deeltijds'.")
    voltijds = gegevens.getal("voltijds", VOLTIJDS)
    feiten = Tellerfeiten(
        start=gegevens.datum("start"),
        uren=Fraction(gegevens.getal("uren", voltijds)),
        voltijds=Fraction(voltijds),
        halve_dagen=toelating == "deeltijds",
        al_bewezen=Fraction(gegevens.getal("al_gepresteerd", Decimal(0))),
    )
    dagen, rest = gegevens.geheel("dagen"), gegevens.geheel("dagen") - feiten.al_bewezen
    if rest <= 0:
        raise Onbruikbaar("Alle dagen zijn al gepresteerd; er is geen contract meer nodig." if dagen else "Geef dagen.")
    trap = [{"tot_leeftijd": None, "dagen": dagen, "maanden": HONDERD_JAAR}]
    vak = Tijdvak(date.min, None, trap, {})
    teller = rechtenteller(met_ondergrens(feiten, feiten.start), op=feiten.start, tijdvakken=[vak])
    if teller.verwacht_einde is None:
        raise Onbruikbaar(teller.onmogelijk)
    soort = "halve dagen" if feiten.halve_dagen else "dagen"
    # Half-days are counted against a working week of their own: 26 a month at the hours of the contract (A18).
    keer = 2 * feiten.uren / feiten.voltijds if feiten.halve_dagen else feiten.uren / feiten.voltijds
    return {
        "laatste_dag": teller.verwacht_einde.isoformat(),
        "maanden": round(float(rest / (MAAND * keer)), 2),
        "redenen": [f"Nog {float(rest):g} {soort} te bewijzen.", *_hoe(feiten)],
    }


def _hoe(feiten: Tellerfeiten) -> list[str]:
    if feiten.uren == feiten.voltijds:
        return ["Een volle kalendermaand voltijds telt voor 26 dagen."]
    per_week = feiten.uren * 6 / feiten.voltijds * (2 if feiten.halve_dagen else 1)
    soort = "halve dagen" if feiten.halve_dagen else "dagen"
    return [f"{float(feiten.uren):g} van {float(feiten.voltijds):g} uren geeft {float(per_week):g} {soort} per week."]


def dagen(gegevens: Gegevens) -> dict[str, Any]:
    namen = ("gewerkte_dagen", "dagen_per_week", "uren", "voltijds")
    feiten = {naam: gegevens.getal(naam) for naam in namen if gegevens.heeft(naam)}
    return {"dagen": float(dagen_uit_prestaties(**feiten))}


def betaalbare_maanden(gegevens: Gegevens) -> dict[str, Any]:
    start, einde = gegevens.datum("twe_start"), gegevens.datum("twe_einde")
    geld = Tarieven().voor(start)
    uit = _betaalbare_maanden(
        twe_start=start,
        twe_einde=min(einde, gegevens.datum("gestopt")) if gegevens.heeft("gestopt") else einde,
        art60_van=gegevens.datum("art60_van") if gegevens.heeft("art60_van") else None,
        art60_tot=gegevens.datum("art60_tot") if gegevens.heeft("art60_tot") else None,
        art60=_art60(gegevens),
        rechten_nodig=gegevens.ja_nee("rechten_nodig"),
        tarief=geld.tarief,
    )
    tot = max([start, *(maand.laatste_dag for maand in uit.maanden)])
    return {
        "twe_maanden": uit.twe_maanden,
        "art60_maanden": uit.art60_maanden,
        "extra_maanden": uit.extra_maanden,
        "bedrag": float(uit.bedrag),
        "niet_zeker": float(uit.niet_zeker),
        "tijdig": uit.tijdig and uit.tijdig.value,
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


def meetmomenten(gegevens: Gegevens) -> dict[str, Any]:
    """The days after the last day in the tijdelijke werkervaring on which we look who works (W11)."""
    uitstroom = gegevens.datum("uitstroom")
    geldend = regel("uitstroom.meetmomenten", op=uitstroom)
    dagen = {moment.code: moment.dag.isoformat() for moment in _meetmomenten(uitstroom, geldend.waarde)}
    namen = {
        "dag_erna": "dag-1",
        "vier_weken": "week-4",
        "zes_maanden": "maand-6",
        "twaalf_maanden": "maand-12",
        "vierentwintig_maanden": "maand-24",
    }
    return {naam: dagen.get(code) for naam, code in namen.items()} | {"regels": [_als_json(geldend)]}


def opleiding_in_twe(gegevens: Gegevens) -> dict[str, Any]:
    """Until when a training that starts in the tijdelijke werkervaring may last, full-time (T11a)."""
    start = gegevens.datum("start")
    geldend = regel("twe.max_opleiding", op=start)
    return {
        "laatste_dag": laatste_dag_na_maanden(start, geldend.waarde).isoformat(),
        "regels": [_als_json(geldend)],
    }


def _art60(gegevens: Gegevens) -> list[Looptijd]:
    looptijden = []
    for nummer, deel in enumerate(gegevens.lijst("art60"), start=1):
        looptijden.append(Looptijd(deel.datum("van"), deel.datum("tot")))
        if deel.genegeerd:
            raise Onbruikbaar(f"Art60 {nummer}: de sleutel {deel.genegeerd[0]} kennen we niet.")
    return looptijden


def _als_json(r: Regelwaarde) -> dict[str, Any]:
    return {"sleutel": r.sleutel, "waarde": r.waarde, "geldig_van": r.geldig_van.isoformat(), "bron": r.bron}
