"""People near the end of art.60, people on their way to a regular job, and two cvs; all through the real actions."""

from datetime import date, timedelta
from typing import Any

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.models import Profiel
from nazorg.actions import noteer_uitkomst
from nazorg.models import Uitkomst
from nazorg.opvolging import opvolging_van
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
        tewerkstellingen=None, trajecten__afgesloten_op=None, trajecten__isnull=False
    )
    for nummer, client in enumerate(zoekers.distinct().order_by("pk")[:12]):
        if coach := _coach(client):
            _zoeker(client, coach, op, nummer)
    for client in Client.objects.open().filter(tewerkstellingen__eindreden="duur_bereikt").order_by("pk")[:3]:
        if coach := _coach(client):
            _na_de_uitstroom(client, coach, op)
    eerste = lopend.filter(client__ocmw__code="aalst").select_related("client").order_by("pk").first()
    coach = _coach(eerste.client) if eerste else None
    if eerste and coach:
        _cv(eerste.client, coach, op, opmaak="kolommen")


def _coach(client: Client) -> Medewerker | None:
    rij = (
        Toewijzing.objects.filter(client=client, rol=Toewijzingsrol.ATB, tot=None).select_related("medewerker").first()
    )
    return rij.medewerker if rij else None


def _zoeker(client: Client, coach: Medewerker, op: date, nummer: int) -> None:
    for plaats, stand in enumerate(STANDEN[: 2 + nummer % 3]):
        functie, bij = VACATURES[(nummer + 2 * plaats) % len(VACATURES)]
        rij = Sollicitatie(client=client, functie=functie, bij=bij, link="https://vacatures.example/job")
        rij.deadline = op + timedelta(days=3 + 5 * plaats)
        bewaar_sollicitatie(rij, [], door=coach, op=op - timedelta(days=25 - plaats))
        if stand != Sollicitatiestatus.TE_VERSTUREN:
            zet_stap(
                rij,
                Sollicitatiestatus.VERSTUURD,
                dag=op - timedelta(days=18 - plaats),
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


def _na_de_uitstroom(client: Client, coach: Medewerker, op: date) -> None:
    """Left the 24 months a month ago with work: the first check is noted, the next one waits."""
    werkervaring = Werkervaring.objects.lopend().filter(client=client, start__lt=op - timedelta(days=35)).first()
    if werkervaring:
        werkervaring.gestopt_op, werkervaring.stopreden = op - timedelta(days=30), "Heeft werk, vraagt geen hulp meer."
        wijzig_werkervaring(werkervaring, ["gestopt_op", "stopreden"], door=coach, op=op)
    opvolging = opvolging_van(client, op=op)
    eerste = opvolging.metingen[0] if opvolging else None
    if opvolging and eerste and eerste.kan:
        uitkomst = Uitkomst(client=client, contract=opvolging.contract, moment=eerste.moment.code, uitkomst="werkt")
        uitkomst.peildag = eerste.moment.dag
        noteer_uitkomst(uitkomst, [], door=coach, op=op)


def _cv(client: Client, coach: Medewerker, op: date, *, opmaak: str) -> None:
    cv = Cv(client=client, jobdoel="Magazijnier", profiel=PROFIEL, rijbewijs="B", opmaak=opmaak)
    cv.hobby, cv.toon_hobby = "Voetbal en koken.", True
    profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    profiel.computer = "Mailen, een formulier invullen, scanner in het magazijn."
    bewaar_cv(cv, [], Profielwijziging(profiel, ["computer"]), door=coach, op=op)
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
