"""Sources of the timeline around groups: enrolled, there or not with the note of the group, and left."""

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Concat

from ocmw.werkruimte.dossier.bron import Tijdlijnbron, label, wie
from trajecten.groepen.enums import WAS_ER, Sessiestand, Vertrekreden
from trajecten.groepen.models import Inschrijving, Sessieaanwezigheid


def _aanwezig(code: str) -> str:
    stand, _, programma = code.partition(":")
    return f"{programma}: {Sessiestand(stand).label.lower()}"


GROEPBRONNEN: tuple[Tijdlijnbron, ...] = (
    Tijdlijnbron(
        "groep",
        "easel",
        "groepen:client_groepen",
        Inschrijving,
        F("ingeschreven_op"),
        lambda programma: f"Ingeschreven voor {programma}",
        code=F("reeks__programma__naam"),
        tekst=F("toelating_feit"),
        wie=wie("door"),
    ),
    Tijdlijnbron(
        "groep",
        "easel",
        "groepen:client_groepen",
        Sessieaanwezigheid,
        F("sessie__dag"),
        _aanwezig,
        code=Concat("stand", Value(":"), "sessie__reeks__programma__naam"),
        # The note of the group is filed with everybody who was there, with the one about this person below it; for who was not, the reason stands here.
        tekst=Case(
            When(stand__in=WAS_ER, then=Concat("sessie__nota", Value("\n"), "nota", output_field=TextField())),
            default=F("reden"),
            output_field=TextField(),
        ),
        wie=wie("gewijzigd_door"),
        pad="inschrijving__client",
    ),
    Tijdlijnbron(
        "groep",
        "easel",
        "groepen:client_groepen",
        Inschrijving,
        F("gestopt_op"),
        label(Vertrekreden.choices, "Gestopt met een groep: "),
        code=F("stopreden"),
        tekst=F("toelichting"),
        wie=wie("gewijzigd_door"),
        waar=~Q(stopreden=""),
    ),
)
