"""Open, move and close promises. Domain actions call `richt()` with what the facts promise now; it does the rest."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction
from django.db.models import Min, Q

from clienten.actions import zet_stand
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.termijnen.journaalcodes import TERMIJN_UITGESTELD, TERMIJN_VOLDAAN
from ocmw.termijnen.models import Belofte, Melding, Termijn
from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, met_rol
from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.weigering import weiger_als

Afwerker = Callable[[Termijn, Medewerker, date], None]
AFWERKERS: Aanbod[Afwerker] = Aanbod("afwerken van een termijn")


def werkt_af(soort: Termijnsoort) -> Callable[[Afwerker], Afwerker]:
    """Register how "klaar" is written as a fact. Put it in `<app>/afwerkers.py` and name that in ready()."""
    return AFWERKERS.biedt(soort)


@transaction.atomic
def richt(client: Client, soorten: Iterable[Termijnsoort], beloften: Iterable[Belofte], *, op: date) -> None:
    """Make the open termijnen of these `soorten` equal to `beloften`: open what is new, move what moved, close the rest.

    A promise that moves loses its flag, so the sweep can flag it again on its new day; one that disappears was kept.
    """
    soorten, beloften = list(soorten), list(beloften)
    lopend = {(t.soort, t.sleutel): t for t in Termijn.objects.open().filter(client=client, soort__in=soorten)}
    afgevinkt = _met_de_hand_afgewerkt(client, soorten) if beloften else set()
    for belofte in beloften:
        if (belofte.soort, belofte.sleutel, belofte.vervalt_op) in afgevinkt:
            continue
        termijn = lopend.pop((belofte.soort, belofte.sleutel), None)
        if termijn is None:
            Termijn.objects.create(
                client=client,
                ocmw_id=client.ocmw_id,
                soort=belofte.soort,
                sleutel=belofte.sleutel,
                onderwerp=belofte.onderwerp,
                vervalt_op=belofte.vervalt_op,
                verantwoordelijke_id=belofte.verantwoordelijke_id,
                geopend_op=op,
            )
        elif _verzet(termijn, belofte):
            termijn.save()
    for termijn in lopend.values():
        termijn.gesloten_op, termijn.voldaan = op, True
        termijn.save(update_fields=["gesloten_op", "voldaan"])
    ververs_stand(client)


def _met_de_hand_afgewerkt(client: Client, soorten: list[Termijnsoort]) -> set[tuple[str, str, date]]:
    """Promises a colleague ticked off: the facts still make them, for that same day, but they are done."""
    gesloten = Termijn.objects.filter(client=client, soort__in=soorten, voldaan_door__isnull=False)
    return set(gesloten.values_list("soort", "sleutel", "vervalt_op"))


def _verzet(termijn: Termijn, belofte: Belofte) -> bool:
    nieuw = (belofte.vervalt_op, belofte.verantwoordelijke_id, belofte.onderwerp)
    uitgesteld = termijn.uitgesteld_tot is not None and termijn.uitgesteld_tot > belofte.vervalt_op
    if uitgesteld:
        nieuw = (termijn.vervalt_op, *nieuw[1:])
    if nieuw == (termijn.vervalt_op, termijn.verantwoordelijke_id, termijn.onderwerp):
        return False
    if belofte.vervalt_op != termijn.vervalt_op and not uitgesteld:
        termijn.gemarkeerd_op = None
    termijn.vervalt_op, termijn.verantwoordelijke_id, termijn.onderwerp = nieuw
    return True


def ververs_stand(client: Client) -> None:
    """Carry the two dates the lists show: the first open promise, and when silence falls due."""
    datums = (
        Termijn.objects.open()
        .filter(client=client)
        .aggregate(eerste=Min("vervalt_op"), stilte=Min("vervalt_op", filter=Q(soort__in=met_rol(Termijnrol.STILTE))))
    )
    zet_stand(client, eerste_termijn_op=datums["eerste"], stilte_op=datums["stilte"])


@transaction.atomic
def stel_termijn_uit(termijn: Termijn, *, tot: date, reden: str, door: Medewerker, op: date) -> Termijn:
    weiger_als(termijn.weigering_voor_uitstel(tot, op=op))
    weiger_als("" if reden.strip() else "Schrijf kort waarom je uitstelt.")
    van = termijn.vervalt_op
    termijn.vervalt_op = termijn.uitgesteld_tot = tot
    termijn.uitstelreden, termijn.gemarkeerd_op = reden.strip()[:200], None
    termijn.save()
    ververs_stand(termijn.client)
    noteer(TERMIJN_UITGESTELD, termijn, door=door, client=termijn.client, van=van, tot=tot, soort=termijn.soort)
    return termijn


@transaction.atomic
def voldoe_termijn(termijn: Termijn, *, door: Medewerker, op: date) -> Termijn:
    """Close by hand: the colleague says it is done.

    What has a fact of its own (an actiepunt) is closed through that fact, by the app that knows it (AFWERKERS).
    """
    # Locked and read anew: two who tick at the same moment are one tick, and the second hears it.
    termijn.refresh_from_db(fields=["gesloten_op"], from_queryset=Termijn.objects.select_for_update())
    weiger_als(termijn.weigering_voor_voldoen())
    afwerker = AFWERKERS.get(termijn.soort)
    if afwerker:
        afwerker(termijn, door, op)
    # A conditional UPDATE: a double click, or the fact that just closed it, is one change.
    samen = Termijn.objects.open().filter(pk=termijn.pk) | Termijn.objects.ingehaald_door(termijn)
    samen.update(gesloten_op=op, voldaan=True, voldaan_door=door)
    termijn.refresh_from_db()
    ververs_stand(termijn.client)
    noteer(TERMIJN_VOLDAAN, termijn, door=door, client=termijn.client, soort=termijn.soort)
    return termijn


@transaction.atomic
def meld_nu(termijn: Termijn, *, op: date) -> None:
    """Tell the responsible colleague today instead of after the nightly round; flag and Melding both or neither."""
    # A claim: the sweep of this night may flag it at the same moment, and one Melding is enough.
    if Termijn.objects.te_markeren(op).filter(pk=termijn.pk).update(gemarkeerd_op=op):
        Melding.objects.create(
            termijn=termijn, medewerker_id=termijn.verantwoordelijke_id, vervalt_op=termijn.vervalt_op, op=op
        )
