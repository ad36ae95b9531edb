"""The lists of small rows on the page Gegevens: one way to add, edit and delete, also for the rows of a room above."""

from dataclasses import dataclass
from typing import Any

from clienten.forms import GezinslidForm
from clienten.models import Gezinslid
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.versie import VersieForm


@dataclass(frozen=True)
class Rijlijst:
    """`model` is a Versie with a `client`; `sectie` the template that draws the rows of `client`."""

    model: Any
    form: type[VersieForm]
    nieuw: str
    wijzig: str
    sectie: str


# By the word in the address.
RIJLIJSTEN: Aanbod[Rijlijst] = Aanbod("rijen op Gegevens")
RIJLIJSTEN.bied(
    "gezin", Rijlijst(Gezinslid, GezinslidForm, "Gezinslid toevoegen", "Gezinslid wijzigen", "clienten/_gezin.html")
)
