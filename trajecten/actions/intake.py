"""The intake talk: saved as it goes, finished once."""

from datetime import date

from clienten.enums import Stap
from clienten.handeling import actie, raakt
from clienten.models import Stand
from clienten.profiel.actions import neem_op
from clienten.profiel.enums import Profielbron
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.actions.gesprek import noteer_gesprek
from trajecten.actions.vdab import open_hulpacties
from trajecten.eenkeer import INTAKE_IN_PROFIEL
from trajecten.enums import Aanwezigheid
from trajecten.journaalcodes import INTAKE_AFGEROND, INTAKE_BEWAARD
from trajecten.models import Gesprek, Intake, Traject
from trajecten.sjablonen import ACTIES_UIT_INTAKE, VDAB_INSCHRIJVEN


@actie
def bewaar_intake(intake: Intake, velden: list[str], *, door: Medewerker, op: date) -> Intake:
    """Half an intake is a draft. The first save makes the row; a colleague who was first is a conflict like any other."""
    weiger_als(intake.client.weigering_als_gesloten())
    if intake.pk is None:
        eerste = Intake.objects.filter(client=intake.client).first()
        if eerste is not None:
            raise IntussenGewijzigd(eerste)
        neem_op(intake, velden, INTAKE_IN_PROFIEL, bron=Profielbron.INTAKE, door=door, op=op)
        intake.gewijzigd_door = door
        intake.save(force_insert=True)
    else:
        neem_op(intake, velden, INTAKE_IN_PROFIEL, bron=Profielbron.INTAKE, door=door, op=op)
        intake.bewaar(door=door, velden=velden)
    begint = not intake.afgerond_op and _nog_voor_intake(intake)
    raakt(intake, stap=Stap.INTAKE if begint else None)
    noteer(INTAKE_BEWAARD, intake, door=door, client=intake.client, velden=velden)
    if intake.afgerond_op:
        _open_acties(intake, door=door, op=op)
    return intake


@actie
def rond_intake_af(intake: Intake, *, door: Medewerker, op: date) -> Intake:
    """Finished: it was a talk, and what the client asked for becomes an action with a date."""
    weiger_als(intake.client.weigering_als_gesloten())
    weiger_als(intake.weigering_voor_afronden())
    # A conditional UPDATE: the promises that follow are made once, whoever else rounds off at the same moment.
    if not Intake.objects.filter(pk=intake.pk, afgerond_op=None).update(afgerond_op=op):
        raise Geweigerd("Een collega heeft de intake intussen afgerond.")
    intake.afgerond_op = op
    noteer(INTAKE_AFGEROND, intake, door=door, client=intake.client)
    _telt_als_gesprek(intake, door=door, op=op)
    _open_acties(intake, door=door, op=op)
    return intake


def _telt_als_gesprek(intake: Intake, *, door: Medewerker, op: date) -> None:
    """Nobody types it twice: unless a talk of that day was logged already, the intake is that talk."""
    dag = intake.gehouden_op
    if dag is None or Gesprek.objects.filter(client=intake.client, op=dag, aanwezigheid=Aanwezigheid.AANWEZIG).exists():
        return
    gesprek = Gesprek(client=intake.client, op=dag, verslag="Intakegesprek. Wat besproken is, staat in de intake.")
    noteer_gesprek(gesprek, door=door, op=op)


def _open_acties(intake: Intake, *, door: Medewerker, op: date) -> None:
    """One action per thing asked for, once: who ticked it off or reworded it does not get it back."""
    gevraagd = [code for code in ACTIES_UIT_INTAKE if code in intake.hulpvragen]
    if intake.vdab_hulp_nodig:
        gevraagd.append(VDAB_INSCHRIJVEN)
    open_hulpacties(intake.client, gevraagd, door=door, op=op)


def _nog_voor_intake(intake: Intake) -> bool:
    stap = Stand.objects.filter(client=intake.client).values_list("stap", flat=True).first()
    return (
        stap in {None, Stap.NIEUW, Stap.DOORVERWEZEN}
        and not Traject.objects.lopend().filter(client=intake.client).exists()
    )
