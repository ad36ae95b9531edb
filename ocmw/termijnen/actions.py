"""What people do with a termijn: put it off, tick it off. Opening, moving and closing follows from the facts (richten.py)."""

from collections.abc import Callable
from datetime import date, timedelta

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.regels.opzoeken import huisregels_van, regel
from ocmw.termijnen.journaalcodes import TERMIJN_DOORGEGEVEN, TERMIJN_HERSTELD, TERMIJN_UITGESTELD, TERMIJN_VOLDAAN
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN, Termijnsoort
from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.weigering import weiger_als

# Termijn, who, today -> was there a fact to write?
Afwerker = Callable[[Termijn, Medewerker, date], bool]
AFWERKERS: Aanbod[Afwerker] = Aanbod("afwerken van een termijn")
# The same the other way: was there a fact to take back?
HERSTELLERS: Aanbod[Afwerker] = Aanbod("herstellen van een termijn")


def werkt_af(soort: Termijnsoort) -> Callable[[Afwerker], Afwerker]:
    """Register how "klaar" is written as a fact. Put it in `<app>/afwerkers.py` and name that in ready()."""
    return AFWERKERS.biedt(soort)


def herstelt(soort: Termijnsoort) -> Callable[[Afwerker], Afwerker]:
    """Register how "klaar" is taken back when it wrote a fact; beside its `werkt_af`."""
    return HERSTELLERS.biedt(soort)


@actie
def stel_termijn_uit(termijn: Termijn, *, tot: date, reden: str, door: Medewerker, op: date) -> Termijn:
    weiger_als(termijn.weigering_voor_uitstel(tot, op=op))
    with huisregels_van(termijn.ocmw_id):
        zonder_reden = regel("termijn.uitstel_zonder_reden", op=op).waarde
    lang = tot > max(op, termijn.vervalt_op) + timedelta(days=zonder_reden)
    weiger_als("Schrijf kort waarom je zo lang uitstelt." if lang and not reden.strip() else "")
    van = termijn.vervalt_op
    termijn.vervalt_op = termijn.uitgesteld_tot = tot
    termijn.uitstelreden, termijn.gemarkeerd_op = reden.strip()[:200], None
    termijn.save()
    raakt(termijn)
    noteer(TERMIJN_UITGESTELD, termijn, door=door, client=termijn.client, van=van, tot=tot, soort=termijn.soort)
    return termijn


@actie
def geef_termijn_door(termijn: Termijn, *, aan: Medewerker, door: Medewerker, op: date) -> Termijn:
    """Somebody else does it from now on, also when the facts are derived again."""
    termijn.refresh_from_db(from_queryset=Termijn.objects.select_for_update())
    weiger_als(termijn.weigering_voor_doorgeven(aan))
    termijn.doorgegeven_aan = termijn.verantwoordelijke = aan
    termijn.doorgegeven_op = nu()
    termijn.save(update_fields=["doorgegeven_aan", "verantwoordelijke", "doorgegeven_op"])
    raakt(termijn)
    noteer(TERMIJN_DOORGEGEVEN, termijn, door=door, client=termijn.client, aan=aan.pk, soort=termijn.soort)
    return termijn


@actie
def neem_termijn_terug(termijn: Termijn, *, van: Medewerker | None, door: Medewerker, op: date) -> Termijn:
    """Take a handing over back: `van` had it handed to her before (None: whoever the facts point at)."""
    termijn.refresh_from_db(from_queryset=Termijn.objects.select_for_update())
    weiger_als("Deze termijn is al afgewerkt." if termijn.gesloten_op else "")
    weiger_als("" if termijn.doorgegeven_aan_id else "Deze termijn is niet doorgegeven.")
    termijn.doorgegeven_aan, termijn.doorgegeven_op = van, nu() if van else None
    termijn.save(update_fields=["doorgegeven_aan", "doorgegeven_op"])
    # Who does it without it follows from the facts.
    raakt(termijn, *TERMIJNSOORTEN[termijn.soort].volgt)
    noteer(TERMIJN_HERSTELD, termijn, door=door, client=termijn.client, soort=termijn.soort)
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
    if afwerker is None or not afwerker(termijn, door, op):
        # A conditional UPDATE: a double click is one change. What was written as a fact closes with what is derived from it.
        Termijn.objects.open().filter(pk=termijn.pk).update(gesloten_op=op, voldaan=True, voldaan_door=door)
    termijn.refresh_from_db()
    # The next step of the same promise comes in its place.
    raakt(termijn, *(TERMIJNSOORTEN[termijn.soort].volgt if termijn.volgende_op else ()))
    noteer(TERMIJN_VOLDAAN, termijn, door=door, client=termijn.client, soort=termijn.soort)
    return termijn


@actie
def herstel_termijn(termijn: Termijn, *, door: Medewerker, op: date) -> Termijn:
    """Take "klaar" back, on the same day: the promise is open again, and so is the fact behind it."""
    termijn.refresh_from_db(from_queryset=Termijn.objects.select_for_update())
    hersteller = HERSTELLERS.get(termijn.soort)
    van_mij = termijn.voldaan_door_id == door.pk or (hersteller is not None and termijn.voldaan_door_id is None)
    weiger_als("" if termijn.gesloten_op else "Deze termijn staat open.")
    weiger_als("" if van_mij and termijn.gesloten_op == op else "Ongedaan maken kan alleen wie het deed, dezelfde dag.")
    if hersteller is None or not hersteller(termijn, door, op):
        # The next step of the same promise came in its place; it comes back when its day does.
        Termijn.objects.open().filter(client=termijn.client_id, soort=termijn.soort, sleutel=termijn.sleutel).delete()
        Termijn.objects.filter(pk=termijn.pk).update(gesloten_op=None, voldaan=False, voldaan_door=None)
    termijn.refresh_from_db()
    raakt(termijn, *(TERMIJNSOORTEN[termijn.soort].volgt if termijn.volgende_op else ()))
    noteer(TERMIJN_HERSTELD, termijn, door=door, client=termijn.client, soort=termijn.soort)
    return termijn


@actie
def trek_uitstel_in(
    termijn: Termijn, *, vervalt_op: date, uitgesteld_tot: date | None, reden: str, door: Medewerker, op: date
) -> Termijn:
    """Take a postponement back: the day, the earlier postponement and its reason are what they were."""
    termijn.refresh_from_db(from_queryset=Termijn.objects.select_for_update())
    weiger_als("Deze termijn is al afgewerkt." if termijn.gesloten_op else "")
    van = termijn.vervalt_op
    termijn.vervalt_op, termijn.uitgesteld_tot, termijn.uitstelreden = vervalt_op, uitgesteld_tot, reden[:200]
    termijn.save()
    raakt(termijn)
    noteer(TERMIJN_HERSTELD, termijn, door=door, client=termijn.client, van=van, tot=vervalt_op, soort=termijn.soort)
    return termijn
