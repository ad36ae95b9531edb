"""Colleagues and cooperation. A change acts on the next request: role, activity and agreements are read there."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from clienten.models import Client
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.kalender.klok import vandaag
from ocmw.kladjes.actions import vergeet_alle_kladjes
from ocmw.termijnen.models import Melding
from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.toegang.rechten import Recht
from ocmw.toegang.uitnodiging import stuur_link, zet_code
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.beheer.journaalcodes import INZAGE_NAGEKEKEN, MEDEWERKER_GEWIJZIGD, SAMENWERKING_GEWIJZIGD
from ocmw.werkruimte.dossier.actions import laat_los


def weigering_voor_eigen_account(medewerker: Medewerker, door: Medewerker) -> str:
    """Why `door` cannot do this to `medewerker`: nobody locks themselves out or gives themselves rights."""
    return "Je wijzigt je eigen account niet. Vraag het aan een andere beheerder." if medewerker.pk == door.pk else ""


@transaction.atomic
def voeg_medewerker_toe(medewerker: Medewerker, *, door: Medewerker) -> None:
    """Store a new colleague of the own OCMW, who cannot log in yet: that asks a link or a code (below)."""
    medewerker.ocmw_id = door.ocmw_id
    medewerker.email = medewerker.email.lower()
    medewerker.set_unusable_password()
    medewerker.full_clean()
    medewerker.save(force_insert=True)
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=door, wijziging="toegevoegd", rol=medewerker.rol)


@transaction.atomic
def wijzig_medewerker(medewerker: Medewerker, velden: list[str], *, door: Medewerker, op: date) -> Medewerker:
    # The journal tells from which role to which: nobody may change it between reading and writing.
    oud = Medewerker.objects.select_for_update().get(pk=medewerker.pk)
    if "rol" in velden:
        weiger_als(weigering_voor_eigen_account(medewerker, door))
    medewerker.email = medewerker.email.lower()
    medewerker.save(update_fields=velden)
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=door, velden=velden, van=oud.rol, naar=medewerker.rol)
    if medewerker.installatierecht and not medewerker.mag(Recht.REGELS_BEHEREN):
        zet_installatierecht(medewerker, heeft=False)
    if oud.rol != medewerker.rol:
        vergeet_alle_kladjes(van=medewerker)
        laat_los(medewerker, door=door, op=op)
    if not medewerker.mag(Recht.TERMIJN_BEHEREN):
        maak_meldingen_vrij(medewerker_id=medewerker.pk)
    return medewerker


@transaction.atomic
def zet_buiten_dienst(medewerker: Medewerker, *, door: Medewerker | None, op: date) -> Medewerker:
    """No access from the next request on. The password goes too: coming back starts with a new one, and every session
    of before is dead even then. The dossiers are without this colleague from `op` on. `door=None`: the last day is over."""
    weiger_als(weigering_voor_eigen_account(medewerker, door) if door else "")
    weiger_als("" if medewerker.is_active else "Deze collega is al buiten dienst.")
    medewerker.is_active = False
    medewerker.set_unusable_password()
    medewerker.save(update_fields=["is_active", "password"])
    maak_meldingen_vrij(medewerker_id=medewerker.pk)
    vergeet_alle_kladjes(van=medewerker)
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=door, wijziging="buiten_dienst")
    laat_los(medewerker, door=door, op=op)
    return medewerker


@transaction.atomic
def zet_installatierecht(medewerker: Medewerker, *, heeft: bool) -> Medewerker:
    """Give or take the right to change rules that hold for every OCMW. No screen does this: who runs the server decides.
    Refuses somebody whose role cannot open the pages of the rules."""
    if heeft and not medewerker.mag(Recht.REGELS_BEHEREN):
        raise Geweigerd(
            f"{medewerker.naam} is geen coördinator of beheerder en kan het beheer van de regels niet openen."
        )
    medewerker.installatierecht = heeft
    medewerker.save(update_fields=["installatierecht"])
    wijziging = "installatierecht_gegeven" if heeft else "installatierecht_genomen"
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=None, wijziging=wijziging)
    return medewerker


@transaction.atomic
def geef_link(medewerker: Medewerker, *, door: Medewerker) -> None:
    """Mail a link with which the owner chooses a password; `door` sees neither. Brings somebody back into service."""
    weiger_als(weigering_voor_eigen_account(medewerker, door))
    _laat_weer_toe(medewerker)
    medewerker.set_unusable_password()
    medewerker.kiest_wachtwoord, medewerker.code_tot, medewerker.code_van = False, None, ""
    medewerker.save(update_fields=_TOEGANG)
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=door, wijziging="link_gestuurd")
    stuur_link(medewerker)


@transaction.atomic
def geef_code(medewerker: Medewerker, *, door: Medewerker) -> str:
    """A code on paper, for where no mail arrives: the password for an hour, and the owner hears who made it. Ends all
    sessions of this colleague, and brings somebody back into service."""
    weiger_als(weigering_voor_eigen_account(medewerker, door))
    _laat_weer_toe(medewerker)
    code = zet_code(medewerker, van=door.naam)
    medewerker.save(update_fields=_TOEGANG)
    noteer(MEDEWERKER_GEWIJZIGD, medewerker, door=door, wijziging="code_gegeven")
    return code


_TOEGANG = ["is_active", "kiest_wachtwoord", "code_tot", "code_van", "password", "laatste_dag"]


def _laat_weer_toe(medewerker: Medewerker) -> None:
    medewerker.is_active = True
    if medewerker.laatste_dag is not None and medewerker.laatste_dag < vandaag():
        medewerker.laatste_dag = None  # back again


@transaction.atomic
def leg_samenwerking_vast(samenwerking: Samenwerking, *, door: Medewerker) -> Samenwerking:
    """The OCMW of the clients opens the door: only its own coordinator can."""
    samenwerking.ocmw_id = door.ocmw_id
    Ocmw.objects.select_for_update().get(pk=door.ocmw_id)  # one at a time: the next sees what this one adds
    samenwerking.full_clean()
    lopend = Samenwerking.objects.filter(
        Q(tot=None) | Q(tot__gt=samenwerking.van), ocmw=door.ocmw_id, begeleidend=samenwerking.begeleidend
    )
    weiger_als("Er loopt al een samenwerking met dit OCMW. Beëindig die eerst." if lopend.exists() else "")
    samenwerking.save(force_insert=True)
    noteer(
        SAMENWERKING_GEWIJZIGD,
        samenwerking,
        door=door,
        begeleidend=samenwerking.begeleidend_id,
        van=samenwerking.van,
    )
    return samenwerking


@transaction.atomic
def beeindig_samenwerking(samenwerking: Samenwerking, *, tot: date, door: Medewerker, op: date) -> Samenwerking:
    """From `tot` on (a day not before today) the dossiers do not exist any more for the other OCMW."""
    weiger_als(samenwerking.weigering_voor_einde(tot, op=op))
    samenwerking.tot = tot
    samenwerking.full_clean()
    samenwerking.save(update_fields=["tot"])
    if tot <= op:
        maak_meldingen_vrij(termijn__ocmw=samenwerking.ocmw_id, medewerker__ocmw=samenwerking.begeleidend_id)
    noteer(SAMENWERKING_GEWIJZIGD, samenwerking, door=door, begeleidend=samenwerking.begeleidend_id, tot=tot)
    return samenwerking


def maak_meldingen_vrij(**van_wie: int) -> None:
    """What somebody was told and did not finish goes to the coordinators: silence is how deadlines are missed."""
    Melding.objects.filter(termijn__gesloten_op=None, **van_wie).update(medewerker=None, gelezen_op=None)


@transaction.atomic
def kijk_inzage_na(grond: Inzagegrond, client: Client, *, door: Medewerker) -> None:
    """The coordinator has seen why a colleague opened this dossier. A second click changes nothing."""
    nog_niet = Inzagegrond.objects.filter(pk=grond.pk, nagekeken_op=None)
    if nog_niet.update(nagekeken_op=timezone.now(), nagekeken_door=door):
        noteer(INZAGE_NAGEKEKEN, grond, door=door, client=client, medewerker=grond.medewerker_id)
