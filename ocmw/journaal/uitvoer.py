"""A list of people leaves the application: who took what along stands in the journaal, per list and per dossier."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect

from ocmw.journaal.journaalcodes import LIJST_GEEXPORTEERD
from ocmw.journaal.models import journaalregel, noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest
from ocmw.ui.veelrijen import voeg_toe
from ocmw.ui.werkboek import geef_werkboek

MAX_UITVOER = 5_000


def noteer_uitvoer(
    request: MedewerkerRequest,
    lijst: str,
    aantal: int,
    clienten: Iterable[Any] = (),
    onderwerp: models.Model | None = None,
) -> None:
    """One row for the list, and one for each client in it: who asks "who saw my data?" finds this export too.

    `lijst` is a code; `clienten` may name somebody twice, for two rows of one person.
    """
    noteer(LIJST_GEEXPORTEERD, onderwerp, door=request.user, lijst=lijst, aantal=aantal)
    regels = [
        journaalregel(LIJST_GEEXPORTEERD, client, door=request.user, client=client, lijst=lijst)
        for client in {client.pk: client for client in clienten}.values()
    ]
    voeg_toe(regels, met_pk=False)


@dataclass(frozen=True)
class Lijstuitvoer:
    """How one list leaves: its code, how its rows become a workbook, and which clients they are about."""

    lijst: str
    werkboek: Callable[[list[Any]], bytes]
    wat: str  # what the rows are, in the sentence that refuses too many
    clienten: Callable[[list[Any]], Iterable[Any]] = lambda rijen: ()
    hoogstens: int = MAX_UITVOER

    def geef(
        self,
        request: MedewerkerRequest,
        rijen: Any,
        *,
        terug: str,
        onderwerp: models.Model | None = None,
        naam: str = "",
    ) -> HttpResponse:
        """The workbook of `rijen` (a list or a queryset, read one row past the limit and never whole), and its rows in the
        journaal. Of more than `hoogstens` none, but back to `terug`. `naam` is the file name, `lijst` unless given."""
        gelezen = list(rijen[: self.hoogstens + 1])
        if len(gelezen) > self.hoogstens:
            messages.error(request, f"Dat zijn meer dan {self.hoogstens} {self.wat}. Filter eerst, en voer dan uit.")
            return redirect(terug)
        inhoud = self.werkboek(gelezen)
        noteer_uitvoer(request, self.lijst, len(gelezen), self.clienten(gelezen), onderwerp)
        return geef_werkboek(inhoud, f"{naam or self.lijst}-{vandaag():%Y-%m-%d}")
