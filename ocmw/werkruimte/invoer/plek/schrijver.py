"""Rows of a list of workplaces become employers and places, through the same actions as the forms."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, InvoerrijQuerySet
from ocmw.werkruimte.invoer.overnemen import Overnemer
from ocmw.werkruimte.invoer.plek.beoordelen import Plekbeoordelaar
from ocmw.werkruimte.invoer.plek.mentoren import Mentoren
from ocmw.werkruimte.invoer.plek.rijen import PLEKVELDEN, WERKGEVERVELDEN, Plekitem, gelijk
from ocmw.werkruimte.invoer.velden import Bladsoort
from tewerkstelling.actions import bewaar_mentor, bewaar_werkgever, bewaar_werkplek
from tewerkstelling.models import Mentor, Werkgever, Werkplek


class Plekschrijver(Overnemer):
    def __init__(self, invoer: Invoer, *, door: Medewerker, op: date) -> None:
        super().__init__(invoer, Plekbeoordelaar(invoer, door=door, op=op), door=door, op=op)

    def delen(self) -> Sequence[tuple[InvoerrijQuerySet, str]]:
        return ((Invoerrij.objects.van(self.invoer, Bladsoort.WERKPLEKKEN), "Werkplekken"),)

    def schrijf_items(self, items: Sequence[Plekitem]) -> None:
        for item in items:
            if item.werkgever is None or item.plek is None:
                continue
            velden = _leg(item.werkgever, item.gevraagd(WERKGEVERVELDEN))
            if velden or item.werkgever.pk is None:
                bewaar_werkgever(item.werkgever, velden, door=self.door, op=self.op)
            item.plek.werkgever = item.werkgever
            velden = _leg(item.plek, item.gevraagd(PLEKVELDEN))
            mentoren = self._mentoren(item.werkgever, item.plek, item.mentoren)
            if velden or item.plek.pk is None or mentoren is not None:
                bewaar_werkplek(item.plek, velden, mentoren=mentoren, door=self.door, op=self.op)

    def _mentoren(self, werkgever: Werkgever, plek: Werkplek, namen: list[str]) -> list[Mentor] | None:
        """Who guides there from now on, new people made; None when the file changes nothing about it."""
        bekend: Mentoren = self.beoordelaar.mentoren
        if not namen or (plek.pk and bekend.verschil(plek, namen, "") is None):
            return None
        for naam in bekend.onbekend(werkgever, namen):
            mentor = bewaar_mentor(Mentor(werkgever=werkgever, naam=naam), [], door=self.door, op=self.op)
            bekend.neem_op(mentor)
        rust = [rij for rij in bekend.per_plek.get(plek.pk, ()) if not rij.actief]
        genoemd = [bekend.met_naam(werkgever, naam)[0] for naam in namen]
        return list({rij.pk: rij for rij in (*genoemd, *rust)}.values())


def _leg(rij: Versie, gewenst: dict[str, Any]) -> list[str]:
    """Put the asked values on the row; which of them are new."""
    anders = [veld for veld, waarde in gewenst.items() if not gelijk(getattr(rij, veld), waarde, los=veld == "naam")]
    for veld in anders:
        setattr(rij, veld, gewenst[veld])
    return anders
