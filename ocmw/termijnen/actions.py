"""What people do with a termijn: put it off, tick it off. Opening, moving and closing follows from the facts (richten.py)."""

from collections.abc import Callable
from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.termijnen.journaalcodes import TERMIJN_UITGESTELD, TERMIJN_VOLDAAN
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import Termijnsoort
from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.weigering import weiger_als

# Termijn, who, today -> was there a fact to write?
Afwerker = Callable[[Termijn, Medewerker, date], bool]
AFWERKERS: Aanbod[Afwerker] = Aanbod("afwerken van een termijn")


def werkt_af(soort: Termijnsoort) -> Callable[[Afwerker], Afwerker]:
    """Register how "klaar" is written as a fact. Put it in `<app>/afwerkers.py` and name that in ready()."""
    return AFWERKERS.biedt(soort)


@actie
def stel_termijn_uit(termijn: Termijn, *, tot: date, reden: str, door: Medewerker, op: date) -> Termijn:
    weiger_als(termijn.weigering_voor_uitstel(tot, op=op))
    weiger_als("" if reden.strip() else "Schrijf kort waarom je uitstelt.")
    van = termijn.vervalt_op
    termijn.vervalt_op = termijn.uitgesteld_tot = tot
    termijn.uitstelreden, termijn.gemarkeerd_op = reden.strip()[:200], None
    termijn.save()
    raakt(termijn)
    noteer(TERMIJN_UITGESTELD, termijn, door=door, client=termijn.client, van=van, tot=tot, soort=termijn.soort)
    return termijn


@actie
def voldoe_termijn(termijn: Termijn, *, door: Medewerker, op: date) -> Termijn:
    """Close by hand: the colleague says it is done.

    What has a fact of its own (an actiepunt) is closed through that fact, by the app that knows it (AFWERKERS).
    """
    # Locked and read anew: two who tick at the same moment are one tick, and the second hears it.
    termijn.refresh_from_db(fields=["gesloten_op"], from_queryset=Termijn.objects.select_for_update())
    weiger_als(termijn.weigering_voor_voldoen())
    afwerker = AFWERKERS.get(termijn.soort)
    samen = Termijn.objects.ingehaald_door(termijn)
    if afwerker is None or not afwerker(termijn, door, op):
        # A conditional UPDATE: a double click is one change. What was written as a fact closes with what is derived from it.
        samen |= Termijn.objects.open().filter(pk=termijn.pk)
    samen.update(gesloten_op=op, voldaan=True, voldaan_door=door)
    termijn.refresh_from_db()
    raakt(termijn)
    noteer(TERMIJN_VOLDAAN, termijn, door=door, client=termijn.client, soort=termijn.soort)
    return termijn
