"""Who was there, and what the group did. Noting the same thing again changes nothing: a phone may send twice."""

from datetime import date

from django.db import IntegrityError, transaction

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.groepen.actions.bewaren import bewaar_rij
from trajecten.groepen.enums import WAS_ER, Inschrijfstatus, Sessiestand, Sessiestatus
from trajecten.groepen.journaalcodes import GROEP_AANWEZIGHEID, SESSIE_GEWIJZIGD
from trajecten.groepen.models import Inschrijving, Sessie, Sessieaanwezigheid
from trajecten.models import Gesprek


@actie
def noteer_aanwezigheid(
    sessie: Sessie,
    inschrijving: Inschrijving,
    *,
    stand: str,
    reden: str = "",
    nota: str | None = None,
    door: Medewerker,
    op: date,
) -> Sessieaanwezigheid:
    """The last one who notes is right; a session with a mark took place. `nota`: None leaves the note as it is."""
    weiger_als(weigering_voor_aanwezigheid(sessie, inschrijving, stand=stand, op=op))
    reden = "" if stand in WAS_ER else reden
    rij = Sessieaanwezigheid.objects.filter(sessie=sessie, inschrijving=inschrijving).first()
    rij = rij or Sessieaanwezigheid(sessie=sessie, inschrijving=inschrijving)
    was = (rij.stand, rij.reden, rij.nota)
    rij.stand, rij.reden, rij.nota = stand, reden, rij.nota if nota is None else nota
    if not rij._state.adding and (rij.stand, rij.reden, rij.nota) == was:
        return rij
    _bewaar(rij, door=door)
    if sessie.status != Sessiestatus.GEHOUDEN:
        Sessie.objects.filter(pk=sessie.pk).update(status=Sessiestatus.GEHOUDEN)
        sessie.status = Sessiestatus.GEHOUDEN
    noteer(GROEP_AANWEZIGHEID, rij, door=door, client=inschrijving.client, stand=str(rij.stand))
    if inschrijving.client is not None:
        # It may count as contact, so what follows from talks is derived again.
        raakt(inschrijving, Gesprek)
    return rij


def weigering_voor_aanwezigheid(sessie: Sessie, inschrijving: Inschrijving, *, stand: str, op: date) -> str:
    """Why this cannot be noted; empty when it can."""
    if stand not in Sessiestand.values:
        return "Kies aanwezig, te laat, verontschuldigd of afwezig."
    if inschrijving.reeks_id != sessie.reeks_id:
        return "Deze persoon zit niet in deze groep."
    if sessie.gaat_niet_door:
        return "Deze sessie gaat niet door. Er is dus niemand om te noteren."
    if sessie.dag > op:
        return f"Deze sessie is pas op {dag_in_woorden(sessie.dag)}."
    if inschrijving.status in (Inschrijfstatus.WACHT, Inschrijfstatus.AANGEBODEN):
        return f"{inschrijving.naam} heeft nog geen plaats in deze groep."
    if inschrijving.gestopt_op and inschrijving.gestopt_op <= sessie.dag:
        return f"{inschrijving.naam} was toen al gestopt met deze groep."
    return ""


@transaction.atomic
def bewaar_groepsnota(sessie: Sessie, velden: list[str], *, door: Medewerker, op: date) -> Sessie:
    """What was given and the note about the group, on the version the user saw."""
    if sessie.gaat_niet_door:
        raise Geweigerd("Deze sessie gaat niet door.")
    bewaar_rij(sessie, velden, door=door)
    noteer(SESSIE_GEWIJZIGD, sessie, door=door, velden=velden)
    return sessie


def _bewaar(rij: Sessieaanwezigheid, *, door: Medewerker) -> None:
    """Two phones at once: whoever comes second meets the row of the first, and replaces what it says."""
    try:
        bewaar_rij(rij, ["stand", "reden", "nota"], door=door)
    except IntegrityError:
        raise Geweigerd("Een collega noteerde net hetzelfde. Probeer het opnieuw.") from None
