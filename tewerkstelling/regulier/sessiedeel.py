"""What this room shows on the page of a session: what each made in the group, and where to add to it."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from tewerkstelling.regulier.views.ondersteuning import per_deelnemer
from trajecten.groepen.models import Inschrijving, Sessie
from trajecten.groepen.sessiedelen import SESSIEDELEN


@SESSIEDELEN.biedt("ondersteuning")
def ondersteuning(request: HttpRequest, sessie: Sessie, deelnemers: list[Inschrijving]) -> str:
    mensen = per_deelnemer(sessie, deelnemers)
    if not mensen or sessie.gaat_niet_door:
        return ""
    return render_to_string("regulier/_sessiedeel.html", {"sessie": sessie, "mensen": mensen}, request)
