"""What can happen with a rule: copy, change, look at the impact, publish from a date, withdraw. A set that is published
keeps its value for ever; only a typing error in its source or explanation can be put right."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.kalender.maanden import plus_maanden
from ocmw.opdrachten.actions import annuleer_opdracht, start_opdracht
from ocmw.opdrachten.models import Opdracht
from ocmw.regels.enums import Conceptstatus
from ocmw.regels.journaalcodes import REGEL_GEWIJZIGD
from ocmw.regels.models import Huisregeldeling, Regelbericht, Regelconcept, RegelconceptQuerySet, Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.regels.sleutels import Aard
from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.toegang.rechten import Recht, Rol
from ocmw.ui.weigering import Geweigerd, weiger_als

# Jobs of ocmw.werkruimte.dossier, which knows every app that works with rules.
IMPACT, DOORVOEREN = "regel_impact", "regels_doorvoeren"
GEEN_INSTALLATIERECHT = (
    "Deze regel is van de installatie, zoals elke wettelijke regel: hij geldt voor elk OCMW. Alleen wie het "
    "installatierecht kreeg, stelt een wijziging voor, en iemand anders met dat recht keurt ze goed."
)
BRON_VAN_ALLEN = (
    "Deze bron lezen alle OCMW's die geen eigen huisregel hebben. Alleen wie het installatierecht kreeg, verbetert ze."
)
GEEN_TWEEDE = (
    "Nog niemand anders kan dit goedkeuren. Vraag wie de installatie beheert om het installatierecht te geven aan iemand "
    "van een ander OCMW."
)
INTUSSEN = "Een collega wijzigde, publiceerde of trok dit concept intussen in. Bekijk het opnieuw."


def weigering_voor_beheer(wat: Regelset | Regelconcept, door: Medewerker) -> str:
    """Why this colleague cannot change this set or draft, or copy this set; empty when they can. A house rule of another
    OCMW is nobody else's; the one for everybody is copied to an own one."""
    if wat.beschrijving.aard == Aard.INSTALLATIE:
        return "" if door.mag(Recht.REGELS_INSTALLATIE) else GEEN_INSTALLATIERECHT
    if not door.mag(Recht.REGELS_BEHEREN):
        return "Een huisregel wijzigt een coördinator of een beheerder."
    if deling := Huisregeldeling.objects.filter(ocmw=door.ocmw_id).select_related("van").first():
        return f"Jullie volgen de huisregels van {deling.van}. Vraag daar om een wijziging."
    return "" if wat.ocmw_id in (None, door.ocmw_id) else "Dit is een huisregel van een ander OCMW."


@transaction.atomic
def maak_concept(set_: Regelset, *, door: Medewerker, op: date) -> Regelconcept:
    """Copy a set, to hold from the first of a month to come on which it can begin. The source is not copied: a new value has a new one. A house rule
    becomes one of the OCMW of `door`."""
    weiger_als(weigering_voor_beheer(set_, door))
    _slot(set_.sleutel)
    ocmw = door.ocmw if set_.beschrijving.aard == Aard.HUIS else None
    bestaand = Regelconcept.objects.lopend().filter(sleutel=set_.sleutel, ocmw=ocmw).first()
    weiger_als("Voor deze regel staat al een concept klaar. Werk daarin verder." if bestaand else "")
    concept = Regelconcept.objects.create(
        sleutel=set_.sleutel,
        ocmw=ocmw,
        basis=set_,
        waarde=set_.waarde,
        geldig_van=_eerste_vrije_maand(set_.sleutel, op, ocmw.pk if ocmw else None),
        toelichting=set_.toelichting,
        gemaakt_door=door,
        gewijzigd_door=door,
    )
    _noteer(concept, "concept_gemaakt", door=door)
    return concept


def _eerste_vrije_maand(sleutel: str, op: date, ocmw: int | None) -> date:
    """The first of next month, or of a later one when another set begins that day: in December the first of January is often
    taken. Within a year; after that the one who copies chooses."""
    maanden = [plus_maanden(op.replace(day=1), aantal) for aantal in range(1, 13)]
    return next((dag for dag in maanden if not weigering_voor_dag(sleutel, dag, ocmw)), maanden[0])


@transaction.atomic
def wijzig_concept(concept: Regelconcept, velden: list[str], *, door: Medewerker) -> Regelconcept:
    """Write the edited fields; raises IntussenGewijzigd when the row moved on. The impact must be looked at again."""
    weiger_als(weigering_voor_beheer(concept, door))
    # Locked: who publishes or withdraws at the same moment comes before or after, never in between.
    weiger_als(Regelconcept.objects.select_for_update(of=("self",)).get(pk=concept.pk).weigering_voor_wijzigen())
    weiger_als(concept.weigering_voor_inhoud())
    concept.bewaar(door=door, velden=velden)
    _noteer(concept, "concept_gewijzigd", door=door, velden=velden)
    return concept


@transaction.atomic
def trek_concept_in(concept: Regelconcept, *, door: Medewerker) -> None:
    weiger_als(weigering_voor_beheer(concept, door))
    weiger_als(concept.weigering_voor_wijzigen())
    weiger_als("" if _claim(concept, status=Conceptstatus.INGETROKKEN) else INTUSSEN)
    if concept.impact_opdracht:
        annuleer_opdracht(concept.impact_opdracht)
    _noteer(concept, "concept_ingetrokken", door=door)


@transaction.atomic
def vraag_impact(concept: Regelconcept, *, door: Medewerker) -> Opdracht:
    """Start the job that looks what this draft changes in the open dossiers; one at a time."""
    weiger_als(weigering_voor_beheer(concept, door))
    # Locked: of two who ask at once, the second sees the work that the first began.
    concept = Regelconcept.objects.select_for_update(of=("self",)).select_related("impact_opdracht").get(pk=concept.pk)
    weiger_als(concept.weigering_voor_wijzigen() or concept.weigering_voor_inhoud())
    weiger_als(weigering_voor_dag(concept.sleutel, concept.geldig_van, concept.ocmw_id))
    weiger_als("Deze berekening is al bezig." if concept.impact_bezig else "")
    gegevens = {"concept": concept.pk, "versie": concept.versie, "na": 0}
    opdracht = start_opdracht(IMPACT, door=door, gegevens=gegevens)
    Regelconcept.objects.filter(pk=concept.pk).update(
        impact_opdracht=opdracht, impact_versie=concept.versie, impact_klaar_op=None, impact_telling={}
    )
    return opdracht


def weigering_voor_dag(sleutel: str, dag: date, ocmw: int | None = None) -> str:
    """Why a new set cannot start on this day: it would leave a gap before it, or share its first day with another set.
    Before and between the own sets of an OCMW the one for everybody holds, so there can be no gap."""
    sets = list(Regelset.objects.filter(sleutel=sleutel, ocmw=ocmw).order_by("geldig_van"))
    if any(set_.geldig_van == dag for set_ in sets):
        return f"Vanaf {dag:%d/%m/%Y} geldt al een andere versie van deze regel. Kies een andere dag."
    if ocmw is not None:
        return _weigering_voor_eigen_dag(sleutel, dag)
    if not sets or dag < sets[0].geldig_van:
        begin = f" De eerste begint op {sets[0].geldig_van:%d/%m/%Y}." if sets else ""
        return f"Op {dag:%d/%m/%Y} gold nog geen versie van deze regel.{begin} Kies een latere dag."
    vorige = [set_ for set_ in sets if set_.geldig_van < dag][-1]
    if vorige.geldig_tot and vorige.geldig_tot < dag:
        return (
            f"De vorige versie eindigt op {vorige.geldig_tot:%d/%m/%Y}. Dan is er een gat zonder regel. "
            f"Kies {vorige.geldig_tot:%d/%m/%Y} of een vroegere dag."
        )
    return ""


def _weigering_voor_eigen_dag(sleutel: str, dag: date) -> str:
    """Why an own set cannot start on this day: nothing held for anybody yet."""
    eerste = Regelset.objects.filter(sleutel=sleutel, ocmw=None).order_by("geldig_van").first()
    if eerste and dag < eerste.geldig_van:
        return f"Deze regel begint op {eerste.geldig_van:%d/%m/%Y}. Kies die dag of een latere."
    return ""


def einde_van(sleutel: str, dag: date, ocmw: int | None = None) -> date | None:
    """Until when (excluded) a set that starts on `dag` would hold: the day the next published set of the same OCMW begins."""
    return (
        Regelset.objects.filter(sleutel=sleutel, ocmw=ocmw, geldig_van__gt=dag)
        .order_by("geldig_van")
        .values_list("geldig_van", flat=True)
        .first()
    )


def weigering_voor_publiceren(concept: Regelconcept) -> str:
    """Why this draft cannot become a rule now; empty when it can."""
    if reden := concept.weigering_voor_wijzigen() or concept.weigering_voor_inhoud():
        return reden
    if concept.waarde == concept.basis.waarde:
        return "De waarde is nog dezelfde. Wijzig ze eerst, of verbeter alleen de bron van de regel die geldt."
    if reden := weigering_voor_dag(concept.sleutel, concept.geldig_van, concept.ocmw_id):
        return reden
    return (
        ""
        if concept.impact_is_actueel
        else "Bekijk eerst wat er verandert in de dossiers. Dat is nu nog niet berekend."
    )


def weigering_voor_aanbieden(concept: Regelconcept, *, door: Medewerker) -> str:
    """Why `door` cannot ask a second person to approve this draft; empty when they can."""
    if reden := weigering_voor_beheer(concept, door) or weigering_voor_publiceren(concept):
        return reden
    if concept.is_huisregel:
        return "Een huisregel heeft geen tweede persoon nodig. Publiceer ze zelf."
    if concept.is_aangeboden:
        return "De goedkeuring is al gevraagd."
    return "" if goedkeurders(door).exists() else GEEN_TWEEDE


def weigering_voor_goedkeuren(concept: Regelconcept, *, door: Medewerker) -> str:
    """Why `door` cannot turn this draft into a rule; empty when they can. Two people, of two OCMWs where there are two."""
    if reden := weigering_voor_beheer(concept, door) or weigering_voor_publiceren(concept):
        return reden
    if concept.is_huisregel:
        return ""
    if not concept.is_aangeboden or concept.aangeboden_door is None:
        return "Vraag eerst de goedkeuring van een tweede persoon."
    if door.pk in {concept.aangeboden_door_id, concept.gewijzigd_door_id}:
        return f"Wie de wijziging maakte of voorstelde, keurt ze niet zelf goed. {_wie_wel(concept.aangeboden_door)}"
    if not goedkeurders(concept.aangeboden_door).filter(pk=door.pk).exists():
        return f"Iemand van een ander OCMW keurt deze wijziging goed. {_wie_wel(concept.aangeboden_door)}"
    return ""


def goedkeurders(van: Medewerker) -> QuerySet[Medewerker]:
    """Who may approve what `van` proposes: others with the right, of another OCMW as soon as the installation has one."""
    anderen = Medewerker.objects.filter(is_active=True, installatierecht=True).exclude(pk=van.pk)
    elders = Ocmw.objects.exclude(pk=van.ocmw_id).exists()
    return anderen.exclude(ocmw=van.ocmw_id) if elders else anderen


def te_goedkeuren(medewerker: Medewerker) -> list[Regelconcept]:
    """Drafts that this colleague can approve now."""
    aangeboden = Regelconcept.objects.lopend().filter(aangeboden_versie=F("versie"), aangeboden_op__isnull=False)
    return [
        concept
        for concept in aangeboden.select_related("basis", "aangeboden_door__ocmw")
        if not weigering_voor_goedkeuren(concept, door=medewerker)
    ]


def _wie_wel(van: Medewerker) -> str:
    namen = [f"{ander.naam} ({ander.ocmw})" for ander in goedkeurders(van)[:3]]
    return f"Vraag het aan {' of '.join(namen)}." if namen else GEEN_TWEEDE


@transaction.atomic
def vraag_goedkeuring(concept: Regelconcept, *, door: Medewerker) -> None:
    """Ask a second person to look at the draft in the version its reader saw; a later change takes the question back."""
    weiger_als(weigering_voor_aanbieden(concept, door=door))
    velden = {"aangeboden_op": nu(), "aangeboden_door": door, "aangeboden_versie": concept.versie}
    weiger_als("" if _zelfde(concept).update(**velden) else INTUSSEN)
    _noteer(concept, "goedkeuring_gevraagd", door=door)


@transaction.atomic
def publiceer(concept: Regelconcept, *, door: Medewerker, op: date, terugwerkend: bool = False) -> Regelset:
    """From its first day on this is the rule; the set that held there ends on that day. Afterwards a job derives the
    termijnen of all dossiers again. `concept` has the version its reader saw: a later one is refused. A rule of the
    installation is published by the second person, and every coordinator is told."""
    _slot(concept.sleutel)
    weiger_als("" if _zelfde(concept).exists() else INTUSSEN)
    weiger_als(weigering_voor_goedkeuren(concept, door=door))
    if concept.geldig_van < op and not terugwerkend:
        raise Geweigerd("Deze dag is al voorbij. Vink aan dat de regel ook voor de voorbije dagen geldt.")
    set_ = Regelset(
        sleutel=concept.sleutel,
        ocmw=concept.ocmw,
        waarde=concept.waarde,
        geldig_van=concept.geldig_van,
        geldig_tot=einde_van(concept.sleutel, concept.geldig_van, concept.ocmw_id),
        bron=concept.bron,
        toelichting=concept.toelichting,
        gepubliceerd_op=nu(),
        gepubliceerd_door=door,
        gewijzigd_door=door,
    )
    # The claim comes first: of two people only one goes on to write.
    weiger_als("" if _claim(concept) else INTUSSEN)
    sets = Regelset.objects.filter(sleutel=concept.sleutel, ocmw=concept.ocmw_id)
    sets.filter(geldig_van__lt=set_.geldig_van).exclude(geldig_tot__lte=set_.geldig_van).update(
        geldig_tot=set_.geldig_van
    )
    set_.full_clean(exclude=["gepubliceerd_door"])
    set_.save(force_insert=True)
    Regelconcept.objects.filter(pk=concept.pk).update(status=Conceptstatus.GEPUBLICEERD, gepubliceerd_als=set_)
    _noteer(concept, "gepubliceerd", door=door, set=set_.pk, terugwerkend=concept.geldig_van < op)
    if not concept.is_huisregel:
        coordinatoren = Medewerker.objects.filter(is_active=True, rol=Rol.COORDINATOR)
        Regelbericht.objects.bulk_create([Regelbericht(set=set_, medewerker=wie) for wie in coordinatoren])
    transaction.on_commit(vergeet_regels)
    start_opdracht(DOORVOEREN, door=door, gegevens={"set": set_.pk})
    return set_


def weigering_voor_bron(set_: Regelset, door: Medewerker) -> str:
    """Why this colleague cannot put the source of this set right; empty when they can. What every OCMW reads is corrected
    by who looks after the installation, also the house rule for who has no own one."""
    if set_.ocmw_id is None:
        if door.mag(Recht.REGELS_INSTALLATIE):
            return ""
        return BRON_VAN_ALLEN if set_.beschrijving.aard == Aard.HUIS else GEEN_INSTALLATIERECHT
    return weigering_voor_beheer(set_, door)


@transaction.atomic
def verbeter_bron(set_: Regelset, velden: list[str], *, door: Medewerker) -> Regelset:
    """Put a typing error in source or explanation right; the value and the dates stay. Raises IntussenGewijzigd."""
    weiger_als(weigering_voor_bron(set_, door))
    if not set(velden) <= {"bron", "toelichting"}:
        raise ValueError("Alleen bron en toelichting van een regel zijn te verbeteren.")
    weiger_als("" if set_.bron.strip() else "Vul de bron in: waar staat deze regel?")
    set_.bewaar(door=door, velden=velden)
    noteer(REGEL_GEWIJZIGD, set_, door=door, sleutel=set_.sleutel, wijziging="bron_verbeterd", velden=velden)
    transaction.on_commit(vergeet_regels)
    return set_


def weigering_voor_volgen(ocmw: Ocmw, van: Ocmw | None, *, op: date) -> str:
    """Why `ocmw` cannot work with the house rules of `van` (None: with its own again); empty when it can."""
    loopt = Huisregeldeling.objects.filter(ocmw=ocmw).first()
    if van is None:
        return "" if loopt else "Jullie werken al met eigen huisregels."
    if loopt and loopt.van_id == van.pk:
        return f"Jullie volgen de huisregels van {van} al."
    samen = Samenwerking.objects.geldig(op).filter(Q(ocmw=ocmw, begeleidend=van) | Q(ocmw=van, begeleidend=ocmw))
    if not samen.exists():
        return f"Er loopt geen samenwerking met {van}. Leg die eerst vast."
    if Huisregeldeling.objects.filter(ocmw=van).exists():
        return f"{van} volgt zelf de huisregels van een ander OCMW. Kies dat OCMW."
    if Huisregeldeling.objects.filter(van=ocmw).exists():
        return "Een ander OCMW volgt jullie huisregels. Zolang dat zo is, volgen jullie er geen."
    return ""


@transaction.atomic
def volg_huisregels(ocmw: Ocmw, van: Ocmw | None, *, door: Medewerker, op: date) -> None:
    """Work with the house rules of `van` from now on, or with the own ones again. Afterwards a job derives the termijnen of
    the dossiers of `ocmw` again."""
    # One at a time: two who follow each other would go round in a circle.
    list(Ocmw.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
    weiger_als(weigering_voor_volgen(ocmw, van, op=op))
    Huisregeldeling.objects.filter(ocmw=ocmw).delete()
    if van is not None:
        Huisregeldeling.objects.create(ocmw=ocmw, van=van, gewijzigd_door=door)
    wijziging = "huisregels_eigen" if van is None else "huisregels_gevolgd"
    noteer(REGEL_GEWIJZIGD, ocmw, door=door, wijziging=wijziging, van=van.pk if van else None)
    transaction.on_commit(vergeet_regels)
    start_opdracht(DOORVOEREN, door=door, gegevens={"ocmw": ocmw.pk})


def _slot(sleutel: str) -> None:
    """Who changes the sets of a key waits for who is doing so."""
    list(Regelset.objects.select_for_update().filter(sleutel=sleutel).values_list("pk", flat=True))


def _zelfde(concept: Regelconcept) -> RegelconceptQuerySet:
    """The row, as long as it is still open and in the version its reader saw."""
    return Regelconcept.objects.lopend().filter(pk=concept.pk, versie=concept.versie)


def _claim(concept: Regelconcept, **velden: Any) -> bool:
    """Take the draft in the version its reader saw; False when somebody was first."""
    return bool(_zelfde(concept).update(versie=concept.versie + 1, gewijzigd_op=timezone.now(), **velden))


def _noteer(concept: Regelconcept, wijziging: str, *, door: Medewerker, **codes: Any) -> None:
    noteer(
        REGEL_GEWIJZIGD,
        concept,
        door=door,
        sleutel=concept.sleutel,
        wijziging=wijziging,
        geldig_van=concept.geldig_van,
        **codes,
    )
