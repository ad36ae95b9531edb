"""Drafts of rules in one word."""

from datetime import date
from typing import Any

import ocmw.werkruimte.dossier.jobs  # noqa: F401 - registers the handlers, as Celery does
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.regels.actions import maak_concept, publiceer, vraag_goedkeuring, vraag_impact, wijzig_concept
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.regels.sleutels import Aard
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.werkruimte.beheer.actions import zet_installatierecht


def maak_regelconcept(
    sleutel: str,
    door: Medewerker,
    *,
    waarde: Any = None,
    geldig_van: date | None = None,
    bron: str = "omzendbrief 2027/1",
) -> Regelconcept:
    """A draft with another value and a source; not looked at yet. Who makes one of the installation gets the right to."""
    set_ = Regelset.objects.filter(sleutel=sleutel, ocmw=None).order_by("-geldig_van")[0]
    if set_.beschrijving.aard == Aard.INSTALLATIE:
        zet_installatierecht(door, heeft=True)
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


def keur_goed(concept: Regelconcept, *, van: Medewerker, tweede: Medewerker, terugwerkend: bool = False) -> Regelset:
    """A rule of the installation, proposed by one and published by the other."""
    zet_installatierecht(tweede, heeft=True)
    vraag_goedkeuring(concept, door=van)
    concept.refresh_from_db()
    return publiceer(concept, door=tweede, op=vandaag(), terugwerkend=terugwerkend)


def eigen_huisregels() -> None:
    """Every OCMW has an own set of every house rule, with the same value: whoever asks one without saying for whom, falls."""
    gewoon = [set_ for set_ in Regelset.objects.filter(ocmw=None) if set_.beschrijving.aard == Aard.HUIS]
    Regelset.objects.bulk_create(
        Regelset(
            sleutel=set_.sleutel,
            ocmw=ocmw,
            waarde=set_.waarde,
            geldig_van=set_.geldig_van,
            geldig_tot=set_.geldig_tot,
            bron=set_.bron,
        )
        for ocmw in Ocmw.objects.all()
        for set_ in gewoon
    )
    vergeet_regels()
