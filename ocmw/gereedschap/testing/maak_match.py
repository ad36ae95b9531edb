"""Situations of a match: a place with its demands, a client who looks for work, a proposal."""

from datetime import date, time
from decimal import Decimal

from clienten.enums import Taalniveau
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.models import Profiel, Taalkennis
from ocmw.gereedschap.testing.maak import maak_client, maak_traject, maak_werkplek
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from tewerkstelling.actions import bewaar_werkplek
from tewerkstelling.match.actions import bewaar_werkprofiel, stel_voor
from tewerkstelling.match.models import Voorstel, Werkprofiel
from tewerkstelling.models import Mentor, Werkplek
from trajecten.actions import ga_naar_fase
from trajecten.fasen import Fase

PLEK = {
    "sector": "schoonmaak",
    "talenten": ["team"],
    "uren_per_week": Decimal(38),
    "taalniveau": Taalniveau.A2,
    "fysieke_eisen": ["stof"],
    "werktijden": ["dag"],
    "begint_om": time(9),
    "eindigt_om": time(16),
    "reisminuten": 20,
}
PROFIEL = {
    "sectoren": ["schoonmaak"],
    "talenten": ["team"],
    "uren_min": Decimal(19),
    "uren_max": Decimal(38),
    "kan_van": time(9),
    "werktijden": ["dag"],
    "max_reisminuten": 45,
    "vervoer": ["fiets"],
    "rijbewijs": "nee",
    "beperkt": "nee",
}


def maak_plek(ocmw: Ocmw, door: Medewerker, naam: str = "Poetsploeg", *, met_mentor: bool = True, **velden) -> Werkplek:
    plek = maak_werkplek(ocmw, plek=naam)
    for veld, waarde in {**PLEK, **velden}.items():
        setattr(plek, veld, waarde)
    bewaar_werkplek(plek, list({**PLEK, **velden}), door=door, op=vandaag())
    if met_mentor:
        mentor, _ = Mentor.objects.get_or_create(werkgever=plek.werkgever, naam=f"Mentor {naam}")
        mentor.werkplekken.add(plek)
    return plek


def maak_profiel(client: Client, door: Medewerker, **velden) -> Werkprofiel:
    """What is asked once and what only matching asks, as the page of the werkprofiel saves them."""
    wens = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    werk = Werkprofiel.objects.filter(client=client).first() or Werkprofiel(client=client)
    eigen: dict[type, list[str]] = {Profiel: [], Werkprofiel: []}
    for veld, waarde in {**PROFIEL, **velden}.items():
        rij = wens if hasattr(Profiel, veld) else werk
        setattr(rij, veld, waarde)
        eigen[type(rij)].append(veld)
    wijziging = Profielwijziging(wens, eigen[Profiel])
    return bewaar_werkprofiel(werk, eigen[Werkprofiel], wijziging, door=door, op=vandaag())


def maak_kandidaat(door: Medewerker, *, fase: Fase = Fase.ZOEKEN, taal: str = "A2", op: date | None = None, **velden):
    """A client of `door` in phase 3 with a profile that fits the place of `maak_plek`; `velden` change the profile."""
    client = maak_client(door, mag_werken="ja", taal="Arabisch")
    traject = maak_traject(client, door)
    for volgende in range(2, fase + 1):
        ga_naar_fase(traject, Fase(volgende), door=door, op=vandaag(), motivatie="proef", heeft_werk=True)

    Taalkennis.objects.create(client=client, taal="Nederlands", niveau=taal)
    maak_profiel(client, door, **velden)
    return client


def maak_voorstel(client: Client, plek: Werkplek, door: Medewerker, nota: str = "Proberen.") -> Voorstel:
    return stel_voor(client, plek, door=door, op=vandaag(), nota=nota)
