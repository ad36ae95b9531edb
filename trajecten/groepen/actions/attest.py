"""Give somebody a paper that says how long they took part."""

from dataclasses import asdict
from datetime import date

from django.db import transaction

from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.groepen.journaalcodes import GROEP_ATTEST
from trajecten.groepen.models import Attest, Inschrijving
from trajecten.groepen.uren import GevolgdeUren, gevolgde_uren


@transaction.atomic
def geef_attest(inschrijving: Inschrijving, *, door: Medewerker, op: date) -> Attest:
    """The last one again while it still says what is true; a new one when presence changed since. Two at the same moment get one."""
    _houd_vast(inschrijving)
    uren = gevolgde_uren(inschrijving)
    weiger_als(weigering_voor_attest(inschrijving, uren))
    attest = Attest.objects.filter(inschrijving=inschrijving).select_related("door").first()
    if attest is None or not is_juist(attest, uren):
        attest = Attest(inschrijving=inschrijving, op=op, door=door, **asdict(uren))
        attest.full_clean()
        attest.save(force_insert=True)
        noteer(GROEP_ATTEST, attest, door=door, client=inschrijving.client)
    # What the caller read of this person comes along: a paper of a whole group asks it once.
    attest.inschrijving = inschrijving
    return attest


def _houd_vast(inschrijving: Inschrijving) -> None:
    """Nobody else gives this person an attest until the end of the transaction."""
    Inschrijving.objects.select_for_update(of=("self",)).get(pk=inschrijving.pk)


def weigering_voor_attest(inschrijving: Inschrijving, uren: GevolgdeUren) -> str:
    """Why there is nothing to attest; empty when there is."""
    if not uren.sessies:
        return f"{inschrijving.naam} was volgens de lijst nog op geen enkele sessie. Noteer eerst wie er was."
    return ""


def is_juist(attest: Attest, uren: GevolgdeUren) -> bool:
    """Whether the paper still says what the list says."""
    return all(getattr(attest, naam) == waarde for naam, waarde in asdict(uren).items())
