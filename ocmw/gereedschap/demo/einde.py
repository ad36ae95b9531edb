"""People near the end of art.60, people on their way to a regular job, and two cvs; all through the real actions."""

from datetime import date, timedelta
from typing import Any

from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Toewijzing
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.models import Profiel
from nazorg.actions import noteer_uitkomst
from nazorg.models import Uitkomst
from nazorg.opvolging import opvolging_van
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from tewerkstelling.einde.actions import beantwoord_punt
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.actions import (
    bewaar_cv,
    bewaar_cvregel,
    bewaar_sollicitatie,
    bewaar_werkgeverscontact,
    neem_over_uit_dossier,
    start_regulier_werk,
    zet_stap,
)
from tewerkstelling.regulier.enums import Sollicitatiestatus
from tewerkstelling.regulier.models import Cv, Cvregel, Opvolging, Sollicitatie, Werkgeverscontact
from trajecten.fasen import Fase
from trajecten.twe.actions import wijzig_werkervaring
from trajecten.twe.models import Werkervaring

ANTWOORDEN: list[dict[str, Any]] = [
    {"code": "blijven", "antwoord": "nee", "toelichting": "De werkplek heeft geen budget voor een vaste job."},
    {"code": "maatregelen", "keuzes": ["ibo", "opleiding"], "toelichting": "IBO past het best bij het jobdoel."},
    {"code": "evaluatie", "antwoord": "gedaan", "toelichting": "Gehouden met de mentor, verslag in het dossier."},
    {"code": "sociale_economie", "antwoord": "nee"},
    {"code": "papieren", "antwoord": "nog_niet", "toelichting": "De personeelsdienst maakt de C4 op."},
]
# How far the first, second ... application of somebody is; the jobs go round.
STANDEN = [
    Sollicitatiestatus.GESPREK,
    Sollicitatiestatus.VERSTUURD,
    Sollicitatiestatus.TE_VERSTUREN,
    Sollicitatiestatus.AFGEWEZEN,
]
VACATURES = [
    ("Magazijnier", "Logistiek Denderland"),
    ("Poetshulp met dienstencheques", "Het Frisse Huis"),
    ("Medewerker groendienst", "Tuinen De Vries"),
    ("Keukenhulp", "Woonzorg Ter Linde"),
    ("Rekkenvuller", "Buurtsuper Noord"),
    ("Chauffeur rijbewijs B", "Koerier Van Damme"),
    ("Productiemedewerker", "Drukkerij De Molen"),
]
PROFIEL = (
    "Ik ben iemand die graag met de handen werkt en op tijd komt. De voorbije maanden leerde ik zelfstandig werken in "
    "een team. Ik zoek een vaste job waar ik kan bijleren."
)


def vul_einde(op: date) -> None:
    """Called at the end of the demo, when everybody is there."""
    lopend = Tewerkstelling.objects.art60().filter(
        tot__gt=op, tot__lte=op + timedelta(days=100), client__gesloten_op=None
    )
    for nummer, contract in enumerate(lopend.select_related("client").order_by("pk")):
        coach = _coach(contract.client)
        if coach and nummer % 3 != 2:
            for antwoord in ANTWOORDEN[: 2 + nummer % 4]:
                punt = Eindepunt(client=contract.client, contract=contract, **antwoord)
                beantwoord_punt(punt, [], door=coach, op=op)
    zoekers = Client.objects.open().filter(
        tewerkstellingen=None, trajecten__afgesloten_op=None, trajecten__fase=Fase.ZOEKEN
    )
    for nummer, client in enumerate(zoekers.distinct().order_by("pk")[:12]):
        if coach := _coach(client):
            with handeling(op=op):
                _zoeker(client, coach, op, nummer)
    gedaan = Tewerkstelling.objects.art60().filter(tot__lte=op - timedelta(days=35), client__gesloten_op=None)
    laatste = [c for c in gedaan.select_related("client").order_by("tot", "pk") if _is_laatste(c, op)]
    # Of those who left lately most are still in nazorg.
    weg = [c for c in laatste if c.tot and (op - c.tot).days > 100] + laatste[-1:]
    for nummer, contract in enumerate(weg):
        if coach := _coach(contract.client):
            _na_de_uitstroom(contract, coach, op, alles=nummer % 2 == 0)
    eerste = lopend.filter(client__ocmw__code="aalst").select_related("client").order_by("pk").first()
    coach = _coach(eerste.client) if eerste else None
    if eerste and coach:
        _cv(eerste.client, coach, op, opmaak="kolommen")


def _is_laatste(contract: Tewerkstelling, op: date) -> bool:
    opvolging = opvolging_van(contract.client, op=op)
    return opvolging is not None and opvolging.contract == contract


def _coach(client: Client) -> Medewerker | None:
    rij = (
        Toewijzing.objects.filter(client=client, rol=Toewijzingsrol.ATB, tot=None).select_related("medewerker").first()
    )
    return rij.medewerker if rij else None


def _zoeker(client: Client, coach: Medewerker, op: date, nummer: int) -> None:
    wacht = regel("sollicitatie.opvolgen_dagen", op=op).waarde
    for plaats, stand in enumerate(STANDEN[: 2 + nummer % 3]):
        functie, bij = VACATURES[(nummer + 2 * plaats) % len(VACATURES)]
        rij = Sollicitatie(client=client, functie=functie, bij=bij, link="https://vacatures.example/job")
        rij.deadline = op + timedelta(days=3 + 5 * plaats)
        bewaar_sollicitatie(rij, [], door=coach, op=op - timedelta(days=25 - plaats))
        if stand != Sollicitatiestatus.TE_VERSTUREN:
            zet_stap(
                rij,
                Sollicitatiestatus.VERSTUURD,
                dag=op - timedelta(days=wacht - 3 - plaats),
                nota="Samen verstuurd.",
                door=coach,
                op=op,
            )
        if stand == Sollicitatiestatus.GESPREK:
            zet_stap(
                rij,
                Sollicitatiestatus.GESPREK,
                dag=op + timedelta(days=2),
                nota="Gesprek om 10 uur.",
                door=coach,
                op=op,
            )
        if stand == Sollicitatiestatus.AFGEWEZEN:
            zet_stap(rij, stand, dag=op - timedelta(days=4), nota="Ze zochten iemand met ervaring.", door=coach, op=op)
        if plaats == 0:
            contact = Werkgeverscontact(client=client, sollicitatie=rij, bij=bij, op=op - timedelta(days=10))
            contact.met, contact.maatregel_uitgelegd, contact.maatregel = "de ploegbaas", True, "IBO"
            contact.resultaat = "Wil kennismaken en vraagt hoe een IBO werkt."
            bewaar_werkgeverscontact(contact, [], door=coach, op=op)
    if nummer % 4 == 3:
        _aan_het_werk(client, coach, op)
    if nummer == 0:
        _cv(client, coach, op, opmaak="rustig")


def _aan_het_werk(client: Client, coach: Medewerker, op: date) -> None:
    rij = Sollicitatie(client=client, functie="Winkelbediende", bij="Buurtsuper Noord")
    bewaar_sollicitatie(rij, [], door=coach, op=op - timedelta(days=40))
    zet_stap(rij, Sollicitatiestatus.VERSTUURD, dag=op - timedelta(days=38), door=coach, op=op)
    zet_stap(
        rij, Sollicitatiestatus.AANGENOMEN, dag=op - timedelta(days=25), nota="Mag meteen beginnen.", door=coach, op=op
    )
    contract = Tewerkstelling(
        client=client, van=op - timedelta(days=20), uren_per_week=30, functie="Winkelbediende (Buurtsuper Noord)"
    )
    opvolging = Opvolging(client=client, opvolgen="ja", reden="De cliënt vraagt het zelf.")
    opvolging.volgende_op = op + timedelta(days=10)
    start_regulier_werk(rij, contract, opvolging, door=coach, op=op)


def _na_de_uitstroom(contract: Tewerkstelling, coach: Medewerker, op: date, *, alles: bool) -> None:
    """Left the 24 months with art.60: the checks that came are noted, for some all but the last one."""
    client, laatste = contract.client, contract.laatste_dag
    werkervaring = Werkervaring.objects.lopend().filter(client=client, start__lt=laatste).first()
    if werkervaring and laatste:
        werkervaring.gestopt_op, werkervaring.stopreden = laatste, "Heeft werk, vraagt geen hulp meer."
        wijzig_werkervaring(werkervaring, ["gestopt_op", "stopreden"], door=coach, op=op)
    opvolging = opvolging_van(client, op=op)
    gekomen = [meting for meting in opvolging.metingen if meting.kan] if opvolging else []
    for meting in gekomen if alles else gekomen[:-1]:
        uitkomst = Uitkomst(client=client, contract=contract, moment=meting.moment.code, uitkomst="werkt")
        uitkomst.peildag = meting.moment.dag
        noteer_uitkomst(uitkomst, [], door=coach, op=op)


def _cv(client: Client, coach: Medewerker, op: date, *, opmaak: str) -> None:
    cv = Cv(client=client, profiel=PROFIEL, opmaak=opmaak)
    cv.hobby, cv.toon_hobby = "Voetbal en koken.", True
    profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    profiel.computer = "Mailen, een formulier invullen, scanner in het magazijn."
    profiel.jobdoelwit, profiel.rijbewijs = "Magazijnier", "ja"
    bewaar_cv(cv, [], Profielwijziging(profiel, ["computer", "jobdoelwit", "rijbewijs"]), door=coach, op=op)
    neem_over_uit_dossier(client, door=coach, op=op)
    jaar = op.year
    eigen = [
        ("ervaring", "Orderpicker", "Transport Van Hove", jaar - 6, jaar - 3, "Bestellingen klaarzetten\nVoorraad tellen\nMet de heftruck rijden"),
        ("ervaring", "Verkoper", "Familiewinkel", jaar - 11, jaar - 7, "Klanten helpen\nKassa"),
        ("opleiding", "Heftruck en reachtruck", "VDAB", None, jaar - 3, ""),
    ]  # fmt: skip
    for soort, titel, bij, van, tot, tekst in eigen:
        regel = Cvregel(client=client, soort=soort, titel=titel, bij=bij, van_jaar=van, tot_jaar=tot, tekst=tekst)
        bewaar_cvregel(regel, [], door=coach, op=op)
