"""Take a seat, wait for one, be offered one, leave. The series is held while seats are given, and the database refuses a second
person on one seat whatever the order."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import huisregels_van, regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.groepen.actions.bewaren import bewaar_rij
from trajecten.groepen.enums import Groepsuitkomst, Inschrijfstatus, Vertrekreden
from trajecten.groepen.journaalcodes import (
    GROEP_GESTOPT,
    GROEP_INGESCHREVEN,
    GROEP_PLAATS_AANGEBODEN,
    GROEP_PLAATS_AANGENOMEN,
    GROEP_UITKOMST,
)
from trajecten.groepen.models import Deelnemer, Groepsreeks, Inschrijving
from trajecten.groepen.toelating import TOELATINGEN, Toelatingsoordeel, beoordeel_toelating


@actie
def schrijf_in(inschrijving: Inschrijving, *, door: Medewerker, op: date) -> Inschrijving:
    """The lowest free seat, or the end of the waiting list. Who waits already goes before who comes now."""
    reeks = _houd_vast(inschrijving.reeks_id)
    inschrijving.reeks, inschrijving.door, inschrijving.ingeschreven_op = reeks, door, op
    weiger_als(weigering_voor_inschrijven(inschrijving, op=op))
    _leg_toelating_vast(inschrijving, op=op)
    stoelen = [] if reeks.inschrijvingen.wacht().exists() else vrije_stoelen(reeks)
    inschrijving.stoel = stoelen[0] if stoelen else None
    inschrijving.status = Inschrijfstatus.INGESCHREVEN if stoelen else Inschrijfstatus.WACHT
    inschrijving.neemt_deel_sinds = op if stoelen else None
    bewaar_rij(inschrijving, [], door=door)
    _noteer(GROEP_INGESCHREVEN, inschrijving, door=door, status=str(inschrijving.status))
    return inschrijving


@transaction.atomic
def bewaar_deelnemer(deelnemer: Deelnemer, *, door: Medewerker, op: date) -> Deelnemer:
    """Somebody new; a colleague or a mentor who took part before is the same person, with what we know of them now."""
    eerder = Deelnemer.objects.filter(ocmw=deelnemer.ocmw, bron=deelnemer.bron, bronnummer=deelnemer.bronnummer)
    bestaand = eerder.exclude(bron="").first()
    if bestaand is None:
        bewaar_rij(deelnemer, [], door=door)
        return deelnemer
    velden = ["voornaam", "achternaam", "contact", "toestemming_op"]
    for veld in velden:
        setattr(bestaand, veld, getattr(deelnemer, veld))
    bestaand.geboortedatum = deelnemer.geboortedatum or bestaand.geboortedatum
    bewaar_rij(bestaand, [*velden, "geboortedatum"], door=door)
    return bestaand


@actie
def neem_plaats_aan(inschrijving: Inschrijving, *, door: Medewerker, op: date) -> Inschrijving:
    _houd_vast(inschrijving.reeks_id)
    inschrijving.refresh_from_db(fields=["status", "stoel", "aanbod_tot", "versie"])
    weiger_als(inschrijving.weigering_voor_antwoord())
    inschrijving.status, inschrijving.aanbod_tot, inschrijving.neemt_deel_sinds = Inschrijfstatus.INGESCHREVEN, None, op
    bewaar_rij(inschrijving, ["status", "aanbod_tot", "neemt_deel_sinds"], door=door)
    _noteer(GROEP_PLAATS_AANGENOMEN, inschrijving, door=door)
    return inschrijving


@actie
def stop_deelname(
    inschrijving: Inschrijving, *, reden: str, toelichting: str = "", door: Medewerker | None, op: date
) -> Inschrijving:
    """The seat goes to who waits longest. `door=None`: the night does it for who did not answer in time."""
    reeks = _houd_vast(inschrijving.reeks_id)
    inschrijving.refresh_from_db(fields=["status", "stoel", "aanbod_tot", "versie"])
    weiger_als(inschrijving.weigering_voor_stoppen())
    inschrijving.status, inschrijving.stoel, inschrijving.aanbod_tot = Inschrijfstatus.GESTOPT, None, None
    inschrijving.gestopt_op, inschrijving.stopreden, inschrijving.toelichting = op, Vertrekreden(reden), toelichting
    _schrijf(inschrijving, ["status", "stoel", "aanbod_tot", "gestopt_op", "stopreden", "toelichting"], door=door)
    _noteer(GROEP_GESTOPT, inschrijving, door=door, stopreden=str(reden))
    bied_vrije_plaatsen_aan(reeks, door=door, op=op)
    return inschrijving


@transaction.atomic
def zeg_uitkomst(inschrijving: Inschrijving, *, uitkomst: str, door: Medewerker, op: date) -> Inschrijving:
    """What became of somebody, for who has no fact in a dossier. Empty takes back what was said."""
    if inschrijving.neemt_deel_sinds is None:
        raise Geweigerd(f"{inschrijving.naam} nam niet deel aan deze groep.")
    inschrijving.uitkomst = Groepsuitkomst(uitkomst) if uitkomst else ""
    inschrijving.uitkomst_op, inschrijving.uitkomst_door = (op, door) if uitkomst else (None, None)
    bewaar_rij(inschrijving, ["uitkomst", "uitkomst_op", "uitkomst_door"], door=door)
    noteer(GROEP_UITKOMST, inschrijving, door=door, client=inschrijving.client, uitkomst=uitkomst)
    return inschrijving


@actie
def bied_vrije_plaatsen_aan(reeks: Groepsreeks, *, door: Medewerker | None, op: date) -> list[Inschrijving]:
    """Every free seat to who waits longest, with a last day to answer. Nothing once the series is over."""
    reeks = _houd_vast(reeks.pk)
    if reeks.laatste_dag < op:
        return []
    with huisregels_van(reeks.programma.ocmw_id):
        dagen = timedelta(days=regel("groepen.antwoord_dagen", op=op).waarde)
    aangeboden = []
    for stoel, inschrijving in zip(vrije_stoelen(reeks), reeks.inschrijvingen.wacht(), strict=False):
        inschrijving.status, inschrijving.stoel = Inschrijfstatus.AANGEBODEN, stoel
        inschrijving.aanbod_tot = op + dagen
        _schrijf(inschrijving, ["status", "stoel", "aanbod_tot"], door=door)
        _noteer(GROEP_PLAATS_AANGEBODEN, inschrijving, door=door)
        aangeboden.append(inschrijving)
    return aangeboden


def vrije_stoelen(reeks: Groepsreeks) -> list[int]:
    """The numbers nobody holds, the lowest first."""
    bezet = set(reeks.inschrijvingen.met_stoel().values_list("stoel", flat=True))
    return [stoel for stoel in range(1, reeks.capaciteit + 1) if stoel not in bezet]


def oordeel_voor(inschrijving: Inschrijving, *, op: date) -> Toelatingsoordeel:
    """On the first day in the group: that day decides, not the day somebody writes it down. Who has no dossier is not judged by one."""
    programma = inschrijving.reeks.programma
    if inschrijving.client is None:
        if programma.toelating:
            zin = "Dit programma vraagt gegevens uit een dossier. Wie geen dossier heeft, kan hier niet inschrijven."
            return Toelatingsoordeel(mag=False, zin=zin)
        return beoordeel_toelating("", None, op=op)
    return beoordeel_toelating(programma.toelating, inschrijving.client, op=max(op, inschrijving.reeks.van))


def weigering_voor_inschrijven(inschrijving: Inschrijving, *, op: date) -> str:
    """Why this person cannot enrol; empty when it can."""
    reeks, client = inschrijving.reeks, inschrijving.client
    programma = reeks.programma
    if reeks.laatste_dag < op:
        return "Deze reeks is voorbij."
    if client is not None and (gesloten := client.weigering_als_gesloten()):
        return gesloten
    mens = client or inschrijving.deelnemer
    if mens is None or (mens.ocmw_id != programma.ocmw_id and not programma.deelt_met.filter(pk=mens.ocmw_id).exists()):
        return "Het OCMW van deze persoon doet niet mee aan dit programma."
    wie = {"client": client} if client else {"deelnemer": inschrijving.deelnemer}
    if reeks.inschrijvingen.niet_gestopt().filter(**wie).exists():
        return f"{inschrijving.naam} is al ingeschreven in deze reeks."
    oordeel = oordeel_voor(inschrijving, op=op)
    return _weigering_om_bewijs(inschrijving, op=op) if oordeel.mag else oordeel.zin


def _weigering_om_bewijs(inschrijving: Inschrijving, *, op: date) -> str:
    toelating = TOELATINGEN.get(inschrijving.reeks.programma.toelating)
    if toelating is None or not toelating.vraagt_bewijs:
        return ""
    if not inschrijving.bewijs or inschrijving.bewijs_tot is None:
        return (
            "Dit programma vraagt een bewijs. Schrijf in vanuit het dossier, met het bewijs en tot wanneer het geldt."
        )
    begin = max(op, inschrijving.reeks.van)
    if inschrijving.bewijs_tot < begin:
        return (
            f"Het bewijs geldt tot en met {dag_in_woorden(inschrijving.bewijs_tot)}: dat is te vroeg voor deze reeks."
        )
    return ""


def _leg_toelating_vast(inschrijving: Inschrijving, *, op: date) -> None:
    oordeel = oordeel_voor(inschrijving, op=op)
    inschrijving.toelating = inschrijving.reeks.programma.toelating
    inschrijving.toelating_feit, inschrijving.toelating_op = oordeel.feit, max(op, inschrijving.reeks.van)


def _houd_vast(reeks_pk: int) -> Groepsreeks:
    """Nobody else gives seats of this series until the end of the transaction."""
    Groepsreeks.objects.select_for_update(of=("self",)).get(pk=reeks_pk)
    return Groepsreeks.objects.select_related("programma").get(pk=reeks_pk)


def _schrijf(inschrijving: Inschrijving, velden: list[str], *, door: Medewerker | None) -> None:
    if door is not None:
        bewaar_rij(inschrijving, velden, door=door)
        return
    waarden = {veld: getattr(inschrijving, veld) for veld in velden}
    mijn = Inschrijving.objects.filter(pk=inschrijving.pk, versie=inschrijving.versie)
    if not mijn.update(**waarden, versie=F("versie") + 1, gewijzigd_op=nu()):
        raise Geweigerd("Iemand anders wijzigde deze inschrijving net.")


def _noteer(code: object, inschrijving: Inschrijving, *, door: Medewerker | None, **details: str) -> None:
    noteer(code, inschrijving, door=door, client=inschrijving.client, **details)  # type: ignore[arg-type]  # a Journaalcode of this room
    if inschrijving.client is not None:
        raakt(inschrijving)
