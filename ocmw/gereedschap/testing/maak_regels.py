"""Drafts of rules in one word."""

from datetime import date
from typing import Any

import ocmw.werkruimte.dossier.jobs  # noqa: F401 - registers the handlers, as Celery does
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.regels.actions import maak_concept, vraag_impact, wijzig_concept
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.toegang.models import Medewerker


def maak_regelconcept(
    sleutel: str,
    door: Medewerker,
    *,
    waarde: Any = None,
    geldig_van: date | None = None,
    bron: str = "omzendbrief 2027/1",
) -> Regelconcept:
    """A draft with another value and a source; not looked at yet."""
    set_ = Regelset.objects.filter(sleutel=sleutel).order_by("-geldig_van")[0]
    concept = maak_concept(set_, door=door, op=vandaag())
    concept.bron = bron
    concept.waarde = concept.waarde if waarde is None else waarde
    concept.geldig_van = geldig_van or concept.geldig_van
    return wijzig_concept(concept, ["waarde", "bron", "geldig_van"], door=door)


def met_impact(concept: Regelconcept, door: Medewerker) -> Regelconcept:
    """Run the job here and now."""
    opdracht = vraag_impact(concept, door=door)
    voer_uit(str(opdracht.pk))
    concept.refresh_from_db()
    return concept
