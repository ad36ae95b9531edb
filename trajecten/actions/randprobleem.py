"""Side problems of phase 1: opened by an answer or by hand, asked after until they no longer stand in the way."""

from datetime import date, timedelta

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.enums import AFGESCHERMDE_THEMAS, Randstatus
from trajecten.fasen import VRAAG_VAN_CODE
from trajecten.journaalcodes import FASEVRAAG_BEANTWOORD, RANDPROBLEEM_GEWIJZIGD
from trajecten.models import Fasebeantwoording, Navraag, Randprobleem, Traject

GEEN_RECHT = "Gezondheid en verslaving zijn afgeschermd. Vraag de trajectbegeleider om dit te noteren."


@actie
def bewaar_randprobleem(
    probleem: Randprobleem, velden: list[str] | None = None, *, door: Medewerker, op: date
) -> Randprobleem:
    """Report a side problem, or change one (`velden`) on the version the user saw. Its theme decides who reads it."""
    _bewaar(probleem, velden, door=door, op=op)
    _noteer(probleem, door=door)
    return probleem


def _bewaar(probleem: Randprobleem, velden: list[str] | None, *, door: Medewerker, op: date) -> None:
    probleem.afgeschermd = probleem.thema in AFGESCHERMDE_THEMAS
    weiger_als(_weigering_zonder_recht(probleem, door=door))
    weiger_als("" if probleem.uit_vraag or probleem.omschrijving.strip() else "Schrijf wat er aan de hand is.")
    if probleem._state.adding:
        probleem.gemeld_op, probleem.gewijzigd_door = op, door
        probleem.full_clean(exclude=["client"])
        probleem.save(force_insert=True)
    else:
        probleem.bewaar(door=door, velden=[*(velden or []), "afgeschermd"])
        if "thema" in (velden or []):
            # The log goes with its problem: no row of it may be read by who cannot read the problem.
            Navraag.objects.filter(probleem=probleem).update(afgeschermd=probleem.afgeschermd)
    raakt(probleem)


def open_bij_ja(antwoord: Fasebeantwoording, *, door: Medewerker, op: date) -> None:
    """A "ja" opens its side problem once, with a day to ask how it goes; inside beantwoord_vraag, whose
    row in the journaal is the same whatever was answered. A later "nee" closes nothing: the page asks whether it is solved."""
    vraag = VRAAG_VAN_CODE[antwoord.vraag]
    if not vraag.opent or antwoord.antwoord != "ja":
        return
    if Randprobleem.objects.belemmerend().filter(client=antwoord.client, uit_vraag=vraag.code).exists():
        return
    probleem = Randprobleem(
        client=antwoord.client,
        thema=vraag.opent,
        uit_vraag=vraag.code,
        omschrijving=antwoord.toelichting,
        volgende_check_op=op + timedelta(days=regel("traject.navraag_dagen", op=op).waarde),
    )
    _bewaar(probleem, None, door=door, op=op)


@actie
def noteer_navraag(
    navraag: Navraag, *, status: Randstatus | str, volgende_check_op: date | None, door: Medewerker, op: date
) -> Navraag:
    """Log that somebody asked how it goes, with how it stands now and when to ask again (None: as the rule says)."""
    probleem = navraag.probleem
    weiger_als(_weigering_zonder_recht(probleem, door=door))
    weiger_als("Deze dag ligt in de toekomst." if navraag.op > op else "")
    weiger_als(
        "De volgende navraag ligt na deze." if volgende_check_op is not None and volgende_check_op <= navraag.op else ""
    )
    navraag.client, navraag.afgeschermd, navraag.door, navraag.gewijzigd_door = (
        probleem.client,
        probleem.afgeschermd,
        door,
        door,
    )
    navraag.full_clean(exclude=["client", "probleem", "door"])
    navraag.save(force_insert=True)
    probleem.status = status
    probleem.volgende_check_op = volgende_check_op if probleem.belemmert else None
    probleem.bewaar(door=door, velden=["status", "volgende_check_op"])
    _noteer(probleem, door=door)
    raakt(probleem, Navraag)
    return navraag


@actie
def sluit_randprobleem(probleem: Randprobleem, *, door: Medewerker, op: date) -> Randprobleem:
    """One tap, asked when the answer became "nee": it no longer stands in the way."""
    if not probleem.belemmert:
        raise Geweigerd("Dit randprobleem staat het werk al niet meer in de weg.")
    probleem.status, probleem.volgende_check_op = Randstatus.OPGELOST, None
    return bewaar_randprobleem(probleem, ["status", "volgende_check_op"], door=door, op=op)


def _noteer(probleem: Randprobleem, *, door: Medewerker) -> None:
    """What is shielded is written as the question it belongs to, on the path: who reads the journaal sees the same row whatever
    was answered."""
    if not probleem.afgeschermd:
        noteer(RANDPROBLEEM_GEWIJZIGD, probleem, door=door, client=probleem.client)
        return
    traject = Traject.objects.filter(client=probleem.client_id).order_by("-pk").first()
    noteer(FASEVRAAG_BEANTWOORD, traject, door=door, client=probleem.client, vraag=str(probleem.thema))


def _weigering_zonder_recht(probleem: Randprobleem, *, door: Medewerker) -> str:
    return GEEN_RECHT if probleem.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else ""
