"""Parts of the page of a session that a room above offers. `sessie_detail` draws them below who was there."""

from collections.abc import Callable

from django.http import HttpRequest

from ocmw.ui.aanbod import Aanbod
from trajecten.groepen.models import Inschrijving, Sessie

# Request, session and the people whom this colleague sees there -> HTML, empty when there is nothing to show.
SESSIEDELEN: Aanbod[Callable[[HttpRequest, Sessie, list[Inschrijving]], str]] = Aanbod("delen van een sessie")
