"""How the walks of urlwereld.py make a series, a session and somebody in it."""

from typing import TYPE_CHECKING

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_programma, maak_reeks
from ocmw.kalender.klok import vandaag
from tewerkstelling.regulier.actions import bewaar_ondersteuning
from tewerkstelling.regulier.models import Ondersteuning
from trajecten.groepen.actions import noteer_aanwezigheid
from trajecten.groepen.actions.attest import geef_attest
from trajecten.groepen.models import Groepsreeks, Inschrijving, Programma, Sessie

if TYPE_CHECKING:
    from ocmw.tests.urlwereld import Situatie


def maak_reeks_voor(s: "Situatie") -> int:
    """Of a programme of that OCMW; a coordinator makes it, or whoever works there."""
    return maak_reeks(s.anders, maak_programma(s.anders, naam=f"Groep {s.relatie} {Programma.objects.count()}")).pk


def maak_sessie_voor(s: "Situatie") -> int:
    """Of that OCMW; the lesgever who looks stands before it when it is an own one."""
    les = Sessie.objects.filter(reeks=s.maak(("reeksen", "pk")), dag__lte=vandaag(), lesgever=None).first()
    Sessie.objects.filter(pk=les.pk).update(lesgever=s.actor if s.relatie == "eigen" else s.anders)
    return les.pk


def maak_inschrijving_voor(s: "Situatie") -> int:
    """Somebody of that OCMW, with the right to follow the group."""
    reeks = Groepsreeks.objects.get(pk=s.maak(("reeksen", "pk")))
    return maak_inschrijving(reeks, maak_client(s.anders), s.anders).pk


def maak_attest_voor(s: "Situatie") -> int:
    rij = Inschrijving.objects.get(pk=maak_inschrijving_voor(s))
    sessie = rij.reeks.sessies.filter(dag__lte=vandaag()).first()
    noteer_aanwezigheid(sessie, rij, stand="aanwezig", door=s.anders, op=vandaag())
    return geef_attest(rij, door=s.anders, op=vandaag()).pk


def maak_ondersteuning_voor(s: "Situatie") -> int:
    rij = Ondersteuning(client=s.client, soort="brief", op=vandaag(), titel="Kanarie")
    return bewaar_ondersteuning(rij, [], door=s.anders, op=vandaag()).pk
