"""The frame around every handler: claim, report, finish - or leave a Dutch sentence behind."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

from django.utils import timezone

from ocmw.opdrachten.models import MAX_POGINGEN, Opdracht, Opdrachtstatus
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.schijf import is_vol
from ocmw.ui.weigering import Geweigerd

logger = logging.getLogger(__name__)


class Afgebroken(Exception):
    """This attempt must stop now: somebody cancelled, or another worker took the row over."""


class Verslag:
    """What a handler uses to say how far it is. Raises Afgebroken at the first report after a cancel."""

    def __init__(self, opdracht: Opdracht) -> None:
        self.opdracht = opdracht

    def voortgang(self, gedaan: int, totaal: int, stap: str = "") -> None:
        eigen = self.opdracht.schrijf(gedaan=gedaan, totaal=totaal, stap=stap[:120])
        if not eigen or Opdracht.objects.filter(pk=self.opdracht.pk, annuleren_gevraagd=True).exists():
            raise Afgebroken


Handler = Callable[[Opdracht, Verslag], str]
HANDLERS: Aanbod[Handler] = Aanbod("werk in de achtergrond")


# What is around the work of every job: it gets the row, and is entered before the handler.
OMGEVING: Aanbod[Callable[[Opdracht], AbstractContextManager[None]]] = Aanbod("omgeving van werk in de achtergrond")


def opdracht_soort(naam: str) -> Callable[[Handler], Handler]:
    """Register a handler; it returns the URL of its result. Put handlers in `<app>/jobs.py` and name that in ready()."""
    return HANDLERS.biedt(naam)


def voer_uit(opdracht_pk: str) -> None:
    """Run one job when it is still to be run. Safe to call twice, by two workers, or after a crash."""
    opdracht = Opdracht.objects.filter(pk=opdracht_pk).first()
    if opdracht is None or not opdracht.neem_op():
        return
    if opdracht.poging > MAX_POGINGEN:
        _mislukt(opdracht, "Dit werk stopte verschillende keren onverwacht. Probeer het opnieuw of vraag hulp.")
        return
    try:
        with ExitStack() as stapel:
            for omgeving in OMGEVING:
                stapel.enter_context(omgeving(opdracht))
            url = HANDLERS[opdracht.soort](opdracht, Verslag(opdracht))
    except Afgebroken:
        opdracht.schrijf(status=Opdrachtstatus.GEANNULEERD, beeindigd_op=timezone.now())
    except Geweigerd as weigering:
        _mislukt(opdracht, weigering.reden)
    except Exception as fout:
        logger.exception("opdracht %s mislukt", opdracht.pk)
        wat = "De schijf van de server is vol. Verwittig je beheerder." if is_vol(fout) else "Er ging iets mis."
        _mislukt(opdracht, f"{wat} Er is niets half gedaan; probeer het opnieuw of vraag hulp.")
    else:
        opdracht.schrijf(status=Opdrachtstatus.KLAAR, beeindigd_op=timezone.now(), klaar_url=url)


def _mislukt(opdracht: Opdracht, zin: str) -> None:
    opdracht.schrijf(status=Opdrachtstatus.MISLUKT, beeindigd_op=timezone.now(), fout=zin[:500])
