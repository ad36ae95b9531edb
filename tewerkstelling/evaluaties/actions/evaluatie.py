"""Begin, change and round off one evaluation; what was agreed becomes an actiepunt in the same transaction."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.journaalcodes import EVALUATIE_AFGEROND, EVALUATIE_GEWIJZIGD
from tewerkstelling.evaluaties.models import Competentielijst, Evaluatie, Mentorlink, Werkbezoek
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt


def met_slot(evaluatie: Evaluatie) -> Evaluatie:
    """The row as it is now, held until the end of the transaction: nobody rounds off what somebody else still writes."""
    return (
        Evaluatie.objects.select_for_update(of=("self",)).select_related("client", "lijst__schaal").get(pk=evaluatie.pk)
    )


@actie
def begin_evaluatie(evaluatie: Evaluatie, *, door: Medewerker, op: date) -> Evaluatie:
    """Open the evaluation of a moment, or an extra one. Raises ValidationError when the moment has one already."""
    weiger_als(evaluatie.client.weigering_als_gesloten())
    if evaluatie.contract.client_id != evaluatie.client_id:
        raise Geweigerd("Dit contract is van een andere cliënt.")
    if not Competentielijst.objects.van(evaluatie.client.ocmw_id).filter(pk=evaluatie.lijst_id).exists():
        raise Geweigerd("Deze competentielijst is van een ander OCMW.")
    if evaluatie.gehouden_op < evaluatie.contract.van:
        raise Geweigerd(f"Het contract begint pas op {evaluatie.contract.van:%d/%m/%Y}.")
    # Two colleagues who begin the same moment at once: the check below reads after this lock.
    Tewerkstelling.objects.select_for_update(of=("self",)).get(pk=evaluatie.contract_id)
    evaluatie.gewijzigd_door = door
    evaluatie.full_clean(exclude=["client", "contract", "lijst", "afgerond_door"])
    evaluatie.validate_constraints()  # also the one that needs the contract: one evaluation per moment
    evaluatie.save(force_insert=True)
    noteer(
        EVALUATIE_GEWIJZIGD, evaluatie, door=door, client=evaluatie.client, moment=evaluatie.moment,
        gehouden_op=evaluatie.gehouden_op,
    )  # fmt: skip
    raakt(evaluatie)
    return evaluatie


@actie
def wijzig_evaluatie(evaluatie: Evaluatie, velden: list[str], *, door: Medewerker, op: date) -> Evaluatie:
    """Write the edited fields on the version the user saw; raises IntussenGewijzigd when the row moved on."""
    weiger_als(met_slot(evaluatie).weigering_voor_wijzigen())
    if "lijst" in velden and evaluatie.stemmen.exists():
        raise Geweigerd("Er zijn al scores ingevuld. De competentielijst kan niet meer veranderen.")
    evaluatie.full_clean(exclude=["client", "contract", "lijst", "afgerond_door"])
    evaluatie.bewaar(door=door, velden=velden)
    noteer(EVALUATIE_GEWIJZIGD, evaluatie, door=door, client=evaluatie.client, velden=velden)
    raakt(evaluatie)
    return evaluatie


@actie
def bewaar_afspraken(
    evaluatie: Evaluatie, punten: Sequence[Actiepunt], *, door: Medewerker, op: date
) -> list[Actiepunt]:
    """Each agreement is an actiepunt with a date, so somebody is reminded of it."""
    weiger_als(met_slot(evaluatie).weigering_voor_wijzigen())
    spreek_af(evaluatie, punten, door=door, op=op)
    noteer(EVALUATIE_GEWIJZIGD, evaluatie, door=door, client=evaluatie.client, afspraken=len(punten))
    return list(punten)


def spreek_af(bij: Evaluatie | Werkbezoek, punten: Sequence[Actiepunt], *, door: Medewerker, op: date) -> None:
    """Make the agreements of a talk or a visit, inside the transaction of the caller."""
    for punt in punten:
        punt.client = bij.client
        punt.medewerker = punt.medewerker or door
        bewaar_actiepunt(punt, door=door, op=op)
    bij.afspraken.add(*punten)


@actie
def rond_evaluatie_af(evaluatie: Evaluatie, *, door: Medewerker, op: date) -> Evaluatie:
    """From now on nothing of it changes; a link that is still open stops working."""
    actueel = met_slot(evaluatie)
    weiger_als(actueel.weigering_voor_afronden(op))
    actueel.afgerond_op, actueel.afgerond_door = op, door
    actueel.versie = evaluatie.versie
    actueel.bewaar(door=door, velden=["afgerond_op", "afgerond_door"])
    # Only what is still open: a form that the mentor sent a moment ago keeps its day.
    Mentorlink.objects.filter(evaluatie=actueel, ingediend_op=None, ingetrokken_op=None).update(
        ingetrokken_op=timezone.now(), klad={}
    )
    noteer(EVALUATIE_AFGEROND, actueel, door=door, client=actueel.client, moment=actueel.moment)
    raakt(actueel)
    return actueel
