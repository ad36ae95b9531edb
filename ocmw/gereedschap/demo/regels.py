"""A draft whose impact is known, and a rule somebody published: so the screens of the rules have something to show."""

from datetime import date
from typing import Any

import ocmw.werkruimte.dossier.jobs  # noqa: F401 - registers the work, as Celery does
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.regels.actions import DOORVOEREN, maak_concept, publiceer, vraag_goedkeuring, vraag_impact, wijzig_concept
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.beheer.actions import zet_installatierecht

_STRENGER = [{"tot_leeftijd": 36, "dagen": 312, "maanden": 36}, {"tot_leeftijd": None, "dagen": 468, "maanden": 42}]


def vul_regels(door: Medewerker, tweede: Medewerker, *, op: date) -> None:
    """`tweede`: of another OCMW; the draft of a rule of the installation waits for this colleague."""
    for houder in (door, tweede):
        zet_installatierecht(houder, heeft=True)
    toelating = _concept(
        "rva.toelating", _STRENGER, "verzonnen voorbeeld: wat als de leeftijd opnieuw meetelt?", door, op=op
    )
    vraag_goedkeuring(toelating, door=door)
    afspraak = _concept("mentorlink.geldig_dagen", 21, "teamafspraak van het OCMW (verzonnen)", door, op=op)
    publiceer(afspraak, door=door, op=op)
    for opdracht in Opdracht.objects.filter(soort=DOORVOEREN):
        voer_uit(str(opdracht.pk))


def _concept(sleutel: str, waarde: Any, bron: str, door: Medewerker, *, op: date) -> Regelconcept:
    """The work runs here: the queue still carries its message and finds that there is nothing to do."""
    concept = maak_concept(Regelset.objects.get(sleutel=sleutel, ocmw=None, geldig_tot=None), door=door, op=op)
    concept.waarde, concept.bron = waarde, bron
    wijzig_concept(concept, ["waarde", "bron"], door=door)
    voer_uit(str(vraag_impact(concept, door=door).pk))
    concept.refresh_from_db()
    return concept
