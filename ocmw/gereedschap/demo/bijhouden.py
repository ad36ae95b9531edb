"""The team of the demo keeps up: what would be late today is done as the house does it, except for a few lines.

Which lines that are follows from the rules and from the day, so the stories before this need no tuned dates. A kind of promise
that is not named here is ticked off or put off, as a colleague would who cannot come to it today.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Toewijzing
from nazorg.actions import noteer_nazorgcontact, noteer_uitkomst
from nazorg.beloften import NAZORGCONTACT, UITKOMST
from nazorg.enums import Situatie
from nazorg.models import Uitkomst
from nazorg.opvolging import opvolging_van
from ocmw.gereedschap.demo.evaluaties import haal_in
from ocmw.kalender.werkdagen import plus_werkdagen
from ocmw.termijnen.actions import stel_termijn_uit, voldoe_termijn
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from tewerkstelling.beloften import FASEVOORSTEL
from tewerkstelling.evaluaties.actions import noteer_werkbezoek
from tewerkstelling.evaluaties.beloften import EVALUATIE, MENTORFORMULIER, WERKBEZOEK
from tewerkstelling.evaluaties.models import Werkbezoek
from tewerkstelling.geld.beloften import TIJDIG_START
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.actions import zet_stap
from tewerkstelling.regulier.beloften import SOLLICITATIE
from tewerkstelling.regulier.enums import Sollicitatiestatus
from tewerkstelling.regulier.models import Sollicitatie
from tewerkstelling.rooster import geplande_dag
from tewerkstelling.startklaar.beloften import STARTKLAAR
from trajecten.actions import neem_fasevoorstel, noteer_gesprek, noteer_navraag, sluit_traject_af
from trajecten.beloften import ACTIEPUNT, CONTACT, EERSTE_GESPREK, NAVRAAG
from trajecten.enums import Aanwezigheid, Kanaal, Randstatus, Stopreden
from trajecten.models import Gesprek, Navraag, Randprobleem, Traject
from trajecten.werk import voorstel_voor, werkfeiten_van

# What one colleague has not come to, and of each kind only one: what a good team looks like on an ordinary morning.
HOOGSTENS = 3
BLIJFT_LIGGEN = (STARTKLAAR, TIJDIG_START, CONTACT, SOLLICITATIE, WERKBEZOEK, UITKOMST, ACTIEPUNT)
# One act can make the next promise of the same file come due: a visit of months ago, an evaluation and then its form.
RONDES = 6
Sleutel = tuple[int, str, str]


def houd_bij(op: date) -> None:
    """After all stories. Raises RuntimeError when acts keep making new late lines: then a story is wrong."""
    wie_wacht = _blijft_liggen(_laat(op))
    for _ in range(RONDES):
        te_doen = [t for t in _laat(op) if _sleutel(t) not in wie_wacht]
        if not te_doen:
            return
        with handeling(op=op):
            for termijn in te_doen:
                _doe(termijn, op)
    raise RuntimeError(f"Dit blijft te laat in de demo: {[str(t) for t in te_doen]}")


def _laat(op: date) -> list[Termijn]:
    return list(Termijn.objects.te_laat(op).select_related("client", "verantwoordelijke").order_by("vervalt_op", "pk"))


def _sleutel(termijn: Termijn) -> Sleutel:
    return termijn.client_id, termijn.soort, termijn.sleutel


def _blijft_liggen(laat: Iterable[Termijn]) -> set[Sleutel]:
    """A few per colleague, of different kinds and of different files: two late lines of one file could contradict."""
    rang = {str(soort): plaats for plaats, soort in enumerate(BLIJFT_LIGGEN)}
    gekozen: set[Sleutel] = set()
    dossiers: set[int] = set()
    per_wie: Counter[int | None] = Counter()
    gehad: set[tuple[int | None, str]] = set()
    for termijn in sorted((t for t in laat if t.soort in rang), key=lambda t: (rang[t.soort], t.vervalt_op, t.pk)):
        wie = termijn.verantwoordelijke_id
        if per_wie[wie] < HOOGSTENS and termijn.client_id not in dossiers and (wie, termijn.soort) not in gehad:
            gekozen.add(_sleutel(termijn))
            dossiers.add(termijn.client_id)
            per_wie[wie] += 1
            gehad.add((wie, termijn.soort))
    return gekozen


def _doe(termijn: Termijn, op: date) -> None:
    door = termijn.verantwoordelijke or _team(termijn.client)
    if door is None:
        return
    if werk := WERK.get(termijn.soort):
        werk(termijn, door, op)
    elif not termijn.weigering_voor_voldoen():
        voldoe_termijn(termijn, door=door, op=op)
    else:
        _stel_uit(termijn, door, op)


def _team(client: Client) -> Medewerker | None:
    rijen = Toewijzing.objects.filter(client=client, tot=None).select_related("medewerker").order_by("rol", "pk")
    return next((rij.medewerker for rij in rijen if rij.rol == Toewijzingsrol.ATB), None) or next(
        (rij.medewerker for rij in rijen), None
    )


def _stel_uit(termijn: Termijn, door: Medewerker, op: date) -> None:
    stel_termijn_uit(termijn, tot=plus_werkdagen(op, 3), reden="We wachten op een antwoord.", door=door, op=op)


def _dag(termijn: Termijn, op: date) -> date:
    """The last working day on or before the day it was promised, or before today when that is long ago."""
    streef = max(termijn.vervalt_op, op - timedelta(days=6))
    return geplande_dag(streef, vanaf=streef - timedelta(days=5))


def _gesprek(termijn: Termijn, op: date) -> Gesprek:
    return Gesprek(
        client=termijn.client, op=_dag(termijn, op), kanaal=Kanaal.TELEFOON, aanwezigheid=Aanwezigheid.AANWEZIG, duur=15,
        verslag="Gebeld om te horen hoe het gaat. Het gaat goed, we spreken volgende maand opnieuw af.",
    )  # fmt: skip


def _spreek(termijn: Termijn, door: Medewerker, op: date) -> None:
    noteer_gesprek(_gesprek(termijn, op), door=door, op=op)


def _nazorgcontact(termijn: Termijn, door: Medewerker, op: date) -> None:
    noteer_nazorgcontact(_gesprek(termijn, op), Situatie.ZELFDE_WERK, door=door, op=op)


def _uitkomst(termijn: Termijn, door: Medewerker, op: date) -> None:
    """Every day that came and nobody noted."""
    opvolging = opvolging_van(termijn.client, op=op)
    for meting in opvolging.metingen if opvolging else ():
        if opvolging and meting.kan and meting.uitkomst is None:
            moment = meting.moment
            rij = Uitkomst(client=termijn.client, contract=opvolging.contract, moment=moment.code, uitkomst="werkt")
            rij.peildag = moment.dag
            noteer_uitkomst(rij, [], door=door, op=op)


def _navraag(termijn: Termijn, door: Medewerker, op: date) -> None:
    probleem = Randprobleem.objects.get(pk=termijn.sleutel.removeprefix("randprobleem:"))
    navraag = Navraag(
        probleem=probleem, op=_dag(termijn, op), verslag="De begeleiding loopt, het gaat de goede kant op."
    )
    noteer_navraag(navraag, status=Randstatus.AANGEPAKT, volgende_check_op=None, door=door, op=op)


def _sollicitatie(termijn: Termijn, door: Medewerker, op: date) -> None:
    rij = Sollicitatie.objects.get(pk=termijn.sleutel.removeprefix("sollicitatie:"))
    naar = {Sollicitatiestatus.TE_VERSTUREN: Sollicitatiestatus.VERSTUURD}.get(
        Sollicitatiestatus(rij.status), Sollicitatiestatus.AFGEWEZEN
    )
    zet_stap(rij, naar, dag=max(_dag(termijn, op), rij.status_op), nota="", door=door, op=op)


def _bezoek(termijn: Termijn, door: Medewerker, op: date) -> None:
    contract = _contract(termijn)
    bezoek = Werkbezoek(
        client=termijn.client, contract=contract, op=max(termijn.vervalt_op, contract.van), plaats=str(contract.werkplek),
        gezien="Kent het werk en weet bij wie hulp te vragen.", aanwezig=f"{termijn.client.voornaam}, de ploegbaas",
    )  # fmt: skip
    noteer_werkbezoek(bezoek, door=door, op=op)


def _evaluatie(termijn: Termijn, door: Medewerker, op: date) -> None:
    """`sleutel` is "evaluatie:12:m7", "mentor:12:m7" or "mentor:12:m7-antwoord"."""
    haal_in(_contract(termijn), termijn.sleutel.split(":")[2].removesuffix("-antwoord"), door, op)


def _contract(termijn: Termijn) -> Tewerkstelling:
    return Tewerkstelling.objects.select_related("client", "werkplek__werkgever", "mentor").get(
        pk=termijn.sleutel.split(":")[1]
    )


def _fase(termijn: Termijn, door: Medewerker, op: date) -> None:
    traject = Traject.objects.lopend().get(client=termijn.client)
    voorstel = voorstel_voor(traject, werkfeiten_van(termijn.client), op=op)
    if voorstel and voorstel.naar:
        neem_fasevoorstel(traject, voorstel, door=door, op=op)
    elif voorstel:
        sluit_traject_af(traject, reden=Stopreden.WERK, door=door, op=op)


WERK: dict[str, Callable[[Termijn, Medewerker, date], None]] = {
    str(EERSTE_GESPREK): _spreek,
    str(CONTACT): _spreek,
    str(NAZORGCONTACT): _nazorgcontact,
    str(UITKOMST): _uitkomst,
    str(NAVRAAG): _navraag,
    str(SOLLICITATIE): _sollicitatie,
    str(WERKBEZOEK): _bezoek,
    str(EVALUATIE): _evaluatie,
    str(MENTORFORMULIER): _evaluatie,
    str(FASEVOORSTEL): _fase,
}
