"""Employers with all that hangs on them, made through the real actions."""

from datetime import date

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.actions import bewaar_contactpersoon, bewaar_mentor, bewaar_overeenkomst
from tewerkstelling.enums import Overeenkomstsoort
from tewerkstelling.models import Contactpersoon, Mentor, Overeenkomst, Werkgever, Werkplek


def maak_mentor(plek: Werkplek, door: Medewerker, naam: str = "Mieke Mentor", **velden) -> Mentor:
    """A mentor of the employer of `plek`, who guides there."""
    mentor = Mentor(werkgever=plek.werkgever, naam=naam, **velden)
    return bewaar_mentor(mentor, [], werkplekken=[plek], door=door, op=vandaag())


def maak_contactpersoon(werkgever: Werkgever, door: Medewerker, naam: str = "Jos Janssens", **velden) -> Contactpersoon:
    return bewaar_contactpersoon(Contactpersoon(werkgever=werkgever, naam=naam, **velden), [], door=door, op=vandaag())


def maak_overeenkomst(werkgever: Werkgever, door: Medewerker, **velden) -> Overeenkomst:
    waarden = {"soort": Overeenkomstsoort.PER_PERSOON, "van": date(2026, 1, 1), **velden}
    return bewaar_overeenkomst(Overeenkomst(werkgever=werkgever, **waarden), [], door=door, op=vandaag())
