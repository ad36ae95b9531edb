"""The intake talk: saved as it goes, finished once."""

from datetime import date

from clienten.enums import Stap
from clienten.handeling import actie, raakt
from clienten.models import Stand
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.journaalcodes import INTAKE_AFGEROND, INTAKE_BEWAARD
from trajecten.models import Intake, Traject


@actie
def bewaar_intake(intake: Intake, velden: list[str], *, door: Medewerker, op: date) -> Intake:
    """Half an intake is a draft. The first save makes the row; a colleague who was first is a conflict like any other."""
    weiger_als(intake.client.weigering_als_gesloten())
    if intake.pk is None:
        eerste = Intake.objects.filter(client=intake.client).first()
        if eerste is not None:
            raise IntussenGewijzigd(eerste)
        intake.gewijzigd_door = door
        intake.save(force_insert=True)
    else:
        intake.bewaar(door=door, velden=velden)
    begint = not intake.afgerond_op and _nog_voor_intake(intake)
    raakt(intake, stap=Stap.INTAKE if begint else None)
    noteer(INTAKE_BEWAARD, intake, door=door, client=intake.client, velden=velden)
    return intake


@actie
def rond_intake_af(intake: Intake, *, door: Medewerker, op: date) -> Intake:
    weiger_als(intake.client.weigering_als_gesloten())
    weiger_als(intake.weigering_voor_afronden())
    # A conditional UPDATE: the promises that follow are made once, whoever else rounds off at the same moment.
    if not Intake.objects.filter(pk=intake.pk, afgerond_op=None).update(afgerond_op=op):
        raise Geweigerd("Een collega heeft de intake intussen afgerond.")
    intake.afgerond_op = op
    noteer(INTAKE_AFGEROND, intake, door=door, client=intake.client)
    return intake


def _nog_voor_intake(intake: Intake) -> bool:
    stap = Stand.objects.filter(client=intake.client).values_list("stap", flat=True).first()
    return (
        stap in {None, Stap.NIEUW, Stap.DOORVERWEZEN}
        and not Traject.objects.lopend().filter(client=intake.client).exists()
    )
