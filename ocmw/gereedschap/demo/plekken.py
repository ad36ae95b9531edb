"""Employers of the demo with all that hangs on them: places, mentors with training, contacts, agreements. All invented."""

from datetime import date, time, timedelta
from typing import Any

from clienten.profiel.enums import Sector
from ocmw.kalender.maanden import plus_maanden
from ocmw.toegang.models import Medewerker, Ocmw
from tewerkstelling.actions import (
    bewaar_contactpersoon,
    bewaar_mentor,
    bewaar_overeenkomst,
    bewaar_werkgever,
    bewaar_werkplek,
)
from tewerkstelling.enums import FysiekeEis as Eis
from tewerkstelling.enums import Overeenkomstsoort, Werktijd
from tewerkstelling.models import Contactpersoon, Mentor, Overeenkomst, Werkgever, Werkplek

VORMING = "Mentor op de werkvloer (VDAB)"
# name, kind, KBO, first contact, [(place, sector, tasks, minutes, level, hours, from, until, demands, shifts, licence, seats)]
WERKGEVERS: list[tuple[str, str, str, str, list[tuple[Any, ...]]]] = [
    ("OCMW - eigen diensten", "eigen_dienst", "", "Dienst tewerkstelling", [
        ("Poetsdienst", Sector.SCHOONMAAK, "Burelen en gangen poetsen, met twee per verdieping.", 10, "A1", 28.5, (6, 0), (12, 0),
         [Eis.STAAN, Eis.BUKKEN, Eis.STOF], [Werktijd.VROEG], False, 4),
        ("Keuken woonzorgcentrum", Sector.KEUKEN, "Groenten snijden, borden vullen, afwassen.", 15, "A2", 38, (7, 0), (15, 0),
         [Eis.STAAN, Eis.TILLEN_LICHT], [Werktijd.DAG, Werktijd.WEEKEND], False, 1),
        ("Onthaal sociaal huis", Sector.ONTHAAL, "Mensen ontvangen, telefoon opnemen, post sorteren.", 5, "B2", 38, (8, 30), (16, 30),
         [], [Werktijd.DAG], False, 1),
    ]),
    ("Stad - technische dienst", "gemeente", "", "Werkleider groen", [
        ("Groendienst", Sector.GROEN, "Hagen scheren, perken wieden, gras maaien.", 20, "A1", 38, (7, 30), (15, 30),
         [Eis.BUITEN, Eis.BUKKEN, Eis.TILLEN_ZWAAR], [Werktijd.DAG], False, 4),
        ("Netheid", Sector.SCHOONMAAK, "Zwerfvuil ruimen en vuilbakken leegmaken, met de wagen.", 20, "A2", 38, (6, 0), (14, 0),
         [Eis.BUITEN, Eis.TILLEN_ZWAAR], [Werktijd.VROEG], True, 3),
    ]),
    ("Kringwinkel De Kans", "sociale_economie", "0566988259", "Dorien, personeel", [
        ("Sorteren textiel", Sector.PRODUCTIE, "Kleren nakijken, sorteren en vouwen.", 25, "A1", 38, (8, 0), (16, 0),
         [Eis.STAAN, Eis.STOF, Eis.TILLEN_LICHT], [Werktijd.DAG], False, 1),
        ("Winkel", Sector.WINKEL, "Klanten helpen, rekken vullen, kassa.", 25, "B1", 28.5, (9, 30), (17, 30),
         [Eis.STAAN], [Werktijd.DAG, Werktijd.WEEKEND], False, 1),
        ("Fietsherstel", Sector.TECHNIEK, "Fietsen nakijken en herstellen.", 25, "A2", 38, (8, 0), (16, 0),
         [Eis.STAAN, Eis.BUKKEN], [Werktijd.DAG], False, 2),
        ("Verhuiswagen", Sector.VERVOER, "Meubels ophalen en leveren, met twee.", 25, "A2", 38, (8, 0), (16, 0),
         [Eis.TILLEN_ZWAAR], [Werktijd.DAG], True, 2),
    ]),
    ("Sociaal Restaurant Het Bord vzw", "vzw", "", "Kok Bart", [
        ("Keuken", Sector.KEUKEN, "Dagschotel voorbereiden, soep maken, afwassen.", 10, "A1", 38, (8, 0), (16, 0),
         [Eis.STAAN, Eis.TILLEN_LICHT, Eis.LAWAAI], [Werktijd.DAG], False, 3),
        ("Zaal", Sector.KEUKEN, "Tafels dekken, bedienen, afrekenen.", 10, "B1", 19, (10, 30), (14, 30),
         [Eis.STAAN], [Werktijd.DAG], False, 2),
    ]),
    ("Drukkerij Verlinden bv", "prive", "", "Els Verlinden", [
        ("Magazijn", Sector.LOGISTIEK, "Bestellingen klaarzetten en inpakken.", 35, "A2", 38, (14, 0), (22, 0),
         [Eis.TILLEN_LICHT, Eis.STAAN, Eis.LAWAAI], [Werktijd.LAAT], False, 1),
    ]),
    ("Kinderopvang De Wip", "vzw", "", "Anke, coördinator", [
        ("Logistiek en poets", Sector.KINDEREN, "Bedjes verschonen, speelgoed wassen, fruit klaarmaken.", 15, "A2", 28.5, (7, 0), (13, 0),
         [Eis.BUKKEN, Eis.STOF], [Werktijd.VROEG], False, 2),
    ]),
    ("Cultuurcentrum De Hal", "gemeente", "", "Technicus Wout", [
        ("Zaal en techniek", Sector.CULTUUR, "Stoelen zetten, podium helpen opbouwen.", 10, "A2", 38, (13, 0), (21, 0),
         [Eis.TILLEN_ZWAAR, Eis.HOOGTE], [Werktijd.LAAT, Werktijd.WEEKEND], False, 1),
    ]),
]  # fmt: skip
# per employer: name, function, months since the training (None: no training), how long it holds, own limit
MENTOREN: dict[str, list[tuple[str, str, int | None, int | None, int | None]]] = {
    "OCMW - eigen diensten": [("Marleen Daems", "ploegbaas", 14, 36, 4), ("Rudi Peters", "kok", 40, 36, None)],
    "Stad - technische dienst": [("Geert Nijs", "werkleider", 35, 36, None)],
    "Kringwinkel De Kans": [("Dorien Maes", "werkvloerbegeleider", 5, None, None), ("Jamal Aziz", "fietshersteller", None, None, 1)],
    "Sociaal Restaurant Het Bord vzw": [("Bart Segers", "chef-kok", 20, 60, None)],
    "Drukkerij Verlinden bv": [("Els Verlinden", "zaakvoerder", 61, 60, 1)],
}  # fmt: skip


def richt_plekken_in(ocmw: Ocmw, *, door: Medewerker, op: date) -> list[Werkplek]:
    """The places of one OCMW; made the first time."""
    bestaand = list(Werkplek.objects.filter(werkgever__ocmw=ocmw).order_by("pk"))
    if bestaand:
        return bestaand
    plekken: list[Werkplek] = []
    for naam, soort, kbo, contact, rijen in WERKGEVERS:
        werkgever = Werkgever(ocmw=ocmw, naam=naam, soort=soort, ondernemingsnummer=kbo, contactpersoon=contact)
        bewaar_werkgever(werkgever, [], door=door, op=op)
        hier = [_plek(werkgever, rij, door, op) for rij in rijen]
        mensen = MENTOREN.get(naam, [])
        for nummer, mens in enumerate(mensen):
            _mentor(werkgever, mens, hier[nummer :: len(mensen)], door, op)
        _overeenkomst(werkgever, door, op)
        plekken += hier
    tweede = Contactpersoon(
        werkgever=plekken[0].werkgever, naam="Hilde Cools", functie="preventie", telefoon="+3253123456"
    )
    bewaar_contactpersoon(tweede, [], door=door, op=op)
    plekken[-1].actief = False
    bewaar_werkplek(plekken[-1], ["actief"], door=door, op=op)
    return plekken[:-1]


def _plek(werkgever: Werkgever, rij: tuple[Any, ...], door: Medewerker, op: date) -> Werkplek:
    naam, sector, taken, minuten, niveau, uren, van, tot, eisen, tijden, rijbewijs, plaatsen = rij
    plek = Werkplek(
        werkgever=werkgever, naam=naam, sector=sector, taken=taken, reisminuten=minuten, taalniveau=niveau, uren_per_week=uren,
        begint_om=time(*van), eindigt_om=time(*tot), fysieke_eisen=list(eisen), werktijden=list(tijden),
        rijbewijs_nodig=rijbewijs, capaciteit=plaatsen, gemeente=werkgever.ocmw.naam.removeprefix("OCMW "),
    )  # fmt: skip
    return bewaar_werkplek(plek, [], door=door, op=op)


def _mentor(
    werkgever: Werkgever, mens: tuple[str, str, int | None, int | None, int | None], plekken: list[Werkplek],
    door: Medewerker, op: date,
) -> None:  # fmt: skip
    naam, functie, geleden, maanden, hoogstens = mens
    gevolgd = plus_maanden(op, -geleden) if geleden is not None else None
    mentor = Mentor(
        werkgever=werkgever,
        naam=naam,
        functie=functie,
        vorming=VORMING if gevolgd else "",
        vorming_op=gevolgd,
        vorming_tot=plus_maanden(gevolgd, maanden) if gevolgd and maanden else None,
        max_clienten=hoogstens,
        email=f"{naam.split()[0].lower()}@werkgever.example",
    )
    bewaar_mentor(mentor, [], werkplekken=plekken, door=door, op=op)


def _overeenkomst(werkgever: Werkgever, door: Medewerker, op: date) -> None:
    prive = werkgever.soort == "prive"
    begin = date(op.year - 1, 1, 1)
    rij = Overeenkomst(
        werkgever=werkgever,
        soort=Overeenkomstsoort.PER_PERSOON if prive else Overeenkomstsoort.PLAATSEN,
        plaatsen=None if prive else 4,
        van=begin,
        tot=op - timedelta(days=30) if prive else date(begin.year + 3, 1, 1),
        terugbetaling_procent=75 if prive else None,
        terugbetaling_bedrag=None if prive else 450,
        getekend_op=begin - timedelta(days=20),
        begeleidingsplicht="Een mentor geeft elke week een halfuur uitleg of feedback.",
    )
    bewaar_overeenkomst(rij, [], door=door, op=op)
