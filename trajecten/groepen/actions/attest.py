"""Give somebody a paper that says how long they took part."""

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
    """The last one again while it still says what is true; a new one when presence changed since."""
    uren = gevolgde_uren(inschrijving)
    weiger_als(weigering_voor_attest(inschrijving, uren))
    if uren.eerste is None or uren.laatste is None:
        raise ValueError("sessions without a day")  # the refusal above saw to it
    laatste = Attest.objects.filter(inschrijving=inschrijving).first()
    if laatste is not None and is_juist(laatste, uren):
        return laatste
    attest = Attest(
        inschrijving=inschrijving,
        uren=uren.uren,
        sessies=uren.sessies,
        eerste=uren.eerste,
        laatste=uren.laatste,
        op=op,
        door=door,
    )
    attest.full_clean()
    attest.save(force_insert=True)
    noteer(GROEP_ATTEST, attest, door=door, client=inschrijving.client)
    return attest


def weigering_voor_attest(inschrijving: Inschrijving, uren: GevolgdeUren) -> str:
    """Why there is nothing to attest; empty when there is."""
    if not uren.sessies:
        return f"{inschrijving.naam} was volgens de lijst nog op geen enkele sessie. Noteer eerst wie er was."
    return ""


def is_juist(attest: Attest, uren: GevolgdeUren) -> bool:
    """Whether the paper still says what the list says."""
    return (attest.uren, attest.sessies, attest.eerste, attest.laatste) == (
        uren.uren,
        uren.sessies,
        uren.eerste,
        uren.laatste,
    )
