"""Situations in one word, made through the real actions so that stand, termijnen and journaal are as in real life."""

import itertools
from datetime import date, timedelta

from clienten.actions import maak_client as _maak_client
from clienten.actions import wijs_toe
from clienten.enums import Toewijzingsrol
from clienten.models import Client, Contactgegevens
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.enums import Contractsoort, Werkgeversoort
from tewerkstelling.models import Tewerkstelling, Werkgever, Werkplek
from trajecten.actions import noteer_gesprek, start_traject
from trajecten.enums import Kanaal
from trajecten.models import Gesprek

_teller = itertools.count(1)
WACHTWOORD = "Wachtwoord-voor-de-test"


def maak_ocmw(code: str, naam: str) -> Ocmw:
    return Ocmw.objects.get_or_create(code=code, defaults={"naam": naam})[0]


def maak_medewerker(voornaam: str, achternaam: str, ocmw: Ocmw, rol: Rol) -> Medewerker:
    email = f"{voornaam}.{achternaam}@{ocmw.code}.example".lower()
    return Medewerker.objects.create_user(
        email, WACHTWOORD, voornaam=voornaam, achternaam=achternaam, ocmw=ocmw, rol=rol
    )


def maak_insz(geboren: date, volgnummer: int) -> str:
    """A valid, invented national number for somebody born on that day (I2)."""
    return insz_van(f"{geboren:%y%m%d}{volgnummer:03d}", na_2000=geboren.year >= 2000)


def insz_van(negen: str, *, na_2000: bool = False) -> str:
    """Nine digits with the check that belongs to them, whether they are somebody's or not."""
    return f"{negen}{97 - int(f'2{negen}' if na_2000 else negen) % 97:02d}"


def maak_client(door: Medewerker, *, op: date | None = None, coach: Medewerker | None = None, **velden) -> Client:
    """A client of the OCMW of `door`, assigned to `door` (mw, atb) and to `coach`."""
    n = next(_teller)
    op = op or vandaag() - timedelta(days=100)
    # All of one year: a test must not depend on how many people were made before its own, and the law looks at ages.
    geboren = velden.pop("geboortedatum", date(1985, 1, 1) + timedelta(days=n % 360))
    waarden = {
        "ocmw": door.ocmw,
        "voornaam": f"Voornaam{n}",
        "achternaam": f"Achternaam{n}",
        "geboortedatum": geboren,
        "insz": maak_insz(geboren, n % 997 + 1),
        "taal": "Nederlands",
        **velden,
    }
    client = _maak_client(Client(**waarden), Contactgegevens(gsm="+32470123456"), door=door, op=op)
    if coach:
        wijs_toe(client, coach, rol=Toewijzingsrol.ATB, door=door, op=op)
    return client


def maak_traject(client: Client, door: Medewerker, *, op: date | None = None, **extra):
    return start_traject(client, door=door, op=op or vandaag() - timedelta(days=90), **extra)


def maak_gesprek(client: Client, door: Medewerker, *, op: date | None = None, **velden) -> Gesprek:
    dag = op or vandaag()
    gesprek = Gesprek(client=client, op=dag, **{"kanaal": Kanaal.GESPREK, "verslag": "Een goed gesprek.", **velden})
    return noteer_gesprek(gesprek, door=door, op=max(dag, vandaag()))


def maak_werkplek(ocmw: Ocmw, naam: str = "Kringwinkel", plek: str = "Sorteren") -> Werkplek:
    werkgever, _ = Werkgever.objects.get_or_create(ocmw=ocmw, naam=naam, defaults={"soort": Werkgeversoort.VZW})
    return Werkplek.objects.get_or_create(werkgever=werkgever, naam=plek)[0]


def maak_contract(client: Client, door: Medewerker, *, van: date, laatste_dag: date, **velden) -> Tewerkstelling:
    contract = Tewerkstelling(
        client=client,
        **{
            "soort": Contractsoort.ART60,
            "werkplek": maak_werkplek(client.ocmw),
            "van": van,
            "tot": laatste_dag + timedelta(days=1),
            "uren_per_week": 38,
            **velden,
        },
    )
    return start_tewerkstelling(contract, door=door, op=vandaag())
