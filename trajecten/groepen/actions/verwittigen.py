"""Tell who takes part that a session changed: by mail where there is an address, and a promise to the coach for the others."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.enums import Inschrijfstatus, Verwittigwijze
from trajecten.groepen.journaalcodes import GROEP_VERWITTIGD
from trajecten.groepen.models import Inschrijving, Sessie, Verwittiging

# A worker that took a mail and fell silent: somebody else takes it after this.
HERNEEM_NA = timedelta(minutes=15)
# Who moved the wrong session puts it right before anybody reads it.
BEDENKTIJD = timedelta(minutes=2)
# A mail that nobody could send for so long is no news any more: somebody calls.
MAIL_LUKT_NIET_NA = timedelta(hours=12)
VELDEN = {"dag", "begin_om", "eind_om", "plaats"}


def zet_nieuws(sessie: Sessie, *, door: Medewerker, op: date) -> None:
    """Inside the action that changed it. Nothing to tell about a session that is over, or when nobody takes part."""
    if sessie.nieuws_tot < op or not _deelnemers(sessie).exists():
        return
    moment = sessie.nieuws_op = nu()
    Sessie.objects.filter(pk=sessie.pk).update(nieuws_op=moment)
    for rij in _deelnemers(sessie).select_related("client__contact", "deelnemer"):
        if rij.mailadres:
            _maak(sessie, rij, moment, Verwittigwijze.MAIL, door=door)
        elif rij.client is not None:
            raakt(rij, Verwittiging)


@actie
def noteer_verwittigd(sessie: Sessie, inschrijving: Inschrijving, *, hoe: str, door: Medewerker, op: date) -> None:
    """Somebody told it. Saying it twice changes nothing."""
    if inschrijving.reeks_id != sessie.reeks_id or inschrijving.status != Inschrijfstatus.INGESCHREVEN:
        raise Geweigerd("Deze persoon zit niet in deze groep.")
    moment = sessie.nieuws_op
    if moment is None or sessie.nieuws_tot < op:
        raise Geweigerd("Over deze sessie is er niets meer te vertellen.")
    if hoe not in (Verwittigwijze.TELEFOON, Verwittigwijze.MONDELING):
        raise Geweigerd("Kies hoe je deze persoon verwittigde.")
    if not Verwittiging.objects.filter(sessie=sessie, inschrijving=inschrijving, nieuws_op=moment).exists():
        _maak(sessie, inschrijving, moment, Verwittigwijze(hoe), door=door)


@actie
def meld_mail_mislukt(verwittiging: Verwittiging, *, op: date) -> None:
    """The mail did not leave: somebody must tell it after all."""
    inschrijving = verwittiging.inschrijving
    verwittiging.delete()
    if inschrijving.client is not None:
        raakt(inschrijving, Verwittiging)


def neem_mail(pk: int) -> Verwittiging | None:
    """Claim one mail; None when it left, is on its way, or may still be put right."""
    vrij = Q(geclaimd_op=None) | Q(geclaimd_op__lte=nu() - HERNEEM_NA)
    mijn = Verwittiging.objects.te_mailen().filter(vrij, pk=pk, gemaakt_op__lte=nu() - BEDENKTIJD)
    if not mijn.update(geclaimd_op=nu()):
        return None
    return Verwittiging.objects.select_related(
        "sessie__reeks__programma__ocmw", "inschrijving__client__contact", "inschrijving__deelnemer"
    ).get(pk=pk)


def te_verwittigen(sessie: Sessie, *, op: date) -> bool:
    return sessie.nieuws_op is not None and sessie.nieuws_tot >= op


def nog_niet_verwittigd(sessie: Sessie, *, op: date) -> bool:
    """Whether somebody in the group did not hear of the last change."""
    moment = sessie.nieuws_op
    if moment is None or not te_verwittigen(sessie, op=op):
        return False
    al = Verwittiging.objects.filter(sessie=sessie, nieuws_op=moment).values("inschrijving")
    return _deelnemers(sessie).exclude(pk__in=al).exists()


def _deelnemers(sessie: Sessie) -> QuerySet[Inschrijving]:
    return Inschrijving.objects.filter(reeks=sessie.reeks_id, status=Inschrijfstatus.INGESCHREVEN).order_by("pk")


def _maak(sessie: Sessie, rij: Inschrijving, moment: datetime, hoe: Verwittigwijze, *, door: Medewerker) -> None:
    Verwittiging.objects.create(sessie=sessie, inschrijving=rij, nieuws_op=moment, hoe=hoe, door=door, gemaakt_op=nu())
    noteer(GROEP_VERWITTIGD, sessie, door=door, client=rij.client, hoe=str(hoe))
    if rij.client is not None:
        raakt(rij, Verwittiging)
