"""What the path promises: which kinds, and when the facts make them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta

from django.db.models import Model

from clienten.feiten import NIEMAND, Feiten, volgers
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap, belooft
from ocmw.ui.aanbod import Aanbod
from trajecten.enums import Doorverwijsstatus
from trajecten.feiten import (
    belemmerend,
    bundels,
    laatste_contact,
    laatste_navraag,
    lezers_van_afgeschermd,
    met_doel,
    open_punten,
    trajecten,
)
from trajecten.models import Actiepunt, Doel, Doorverwijzing, Gesprek, Navraag, Randprobleem, Traject

# A bundle promises an answer, and then a first talk: one source for both.
_VOLGT_BUNDEL = (Doorverwijzing, Gesprek)
EERSTE_GESPREK = Termijnsoort(
    "eerste_gesprek",
    "Eerste gesprek na de doorverwijzing",
    uitleg="De cliënt is doorverwezen en wacht op een eerste gesprek.",
    vanzelf="Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("gesprek_noteren", "Noteer het gesprek", "trajecten:gesprek_nieuw"),
    regel="doorverwijzing.eerste_gesprek_dagen",
    volgt=_VOLGT_BUNDEL,
)
BUNDEL = Termijnsoort(
    "bundel",
    "Doorverwijzing wacht op een antwoord",
    uitleg="De doorverwijsbundel is verstuurd en nog niet beantwoord, of wacht op een aanvulling.",
    vanzelf="Beantwoord de doorverwijzing of vul ze aan. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk de bundel", "trajecten:aanmelding"),
    regel="doorverwijzing.eerste_gesprek_dagen",
    volgt=_VOLGT_BUNDEL,
)
ANTWOORD = Termijnsoort(
    "antwoord",
    "Antwoord op je doorverwijzing",
    uitleg="De trajectbegeleider heeft je doorverwijzing beantwoord. Lees wat er staat.",
    stap=Volgendestap("dossier_lezen", "Lees het antwoord", "trajecten:aanmelding"),
    volgt=_VOLGT_BUNDEL,
    meteen=True,  # the asker hears of it today, not after the next night
)
CONTACT = Termijnsoort(
    "contact",
    "Al een tijd geen contact",
    uitleg="In deze fase hoort er vaker contact te zijn.",
    vanzelf="Noteer het gesprek. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("gesprek_noteren", "Noteer een gesprek", "trajecten:gesprek_nieuw"),
    rol=Termijnrol.STILTE,
    regel="traject.stilte_dagen",
    volgt=(Traject, Gesprek, Doorverwijzing),
)
TRAJECTPLAN = Termijnsoort(
    "trajectplan",
    "Nog geen trajectplan",
    uitleg="Een traject heeft minstens één doel nodig.",
    vanzelf="Voeg een doel toe. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("traject_beheren", "Voeg een doel toe", "trajecten:doel_nieuw"),
    regel="traject.plan_dagen",
    volgt=(Traject, Doel),
)
# One sentence whatever it is about and whoever we ask: lists and mail say no theme and no service.
NAVRAAG = Termijnsoort(
    "navraag",
    "Navraag doen",
    uitleg="In fase 1 is afgesproken om na te gaan hoe iets vordert. In het traject staat wat.",
    vanzelf="Noteer de navraag in het traject. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("gesprek_noteren", "Bekijk het in het traject", "trajecten:traject_detail"),
    regel="traject.navraag_dagen",
    volgt=(Randprobleem, Navraag, Traject),
)
# Ticked off where it stands: no page to go to.
ACTIEPUNT = Termijnsoort(
    "actiepunt",
    "Actiepunt",
    uitleg="Dit is afgesproken in een gesprek of bij een doel.",
    volgt=(Actiepunt,),
)


@belooft(EERSTE_GESPREK, BUNDEL, ANTWOORD)
def bundel_beantwoorden(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """What the last doorverwijzing promises."""
    team, dagen = feiten.lees(volgers), BUNDEL.tijd(feiten.op)
    for pk, bundel in feiten.lees(bundels).items():
        coach = team[pk].coach if pk in team else None
        contact = feiten.lees(laatste_contact).get(pk)
        for belofte in beloften_van_bundel(bundel, contact, coach=coach, dagen=dagen):
            yield pk, belofte


# Of which dossiers a room above promises the next contact itself: there is one next date, not one for each room.
CONTACTRITMES: Aanbod[Callable[[Feiten], Collection[int]]] = Aanbod("wie het volgende contact belooft")


def neemt_contact_over(
    naam: str, *, volgt: tuple[type[Model], ...]
) -> Callable[[Callable[[Feiten], Collection[int]]], Callable[[Feiten], Collection[int]]]:
    """This function says of which dossiers; `volgt`: the rows from which that follows, so that ours is derived again too."""
    CONTACT.volgt = tuple(dict.fromkeys((*CONTACT.volgt, *volgt)))
    return CONTACTRITMES.biedt(naam)


@belooft(CONTACT)
def contact_houden(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """So many days after the last contact in this phase (F10), as long as the traject runs and no other room takes over."""
    stilte: Mapping[str, int] = CONTACT.tijd(feiten.op)
    elders = {pk for ritme in CONTACTRITMES for pk in feiten.lees(ritme)}
    for pk, alle in feiten.lees(trajecten).items():
        lopend = lopend_traject(alle)
        if lopend is not None and pk not in elders:
            sinds, dagen = lopend.gestart_op, stilte[str(int(lopend.fase))]
            contact = feiten.lees(laatste_contact).get(pk)
            yield pk, Belofte(CONTACT, max(contact or sinds, sinds) + timedelta(days=dagen), "", feiten.wie(pk))


@belooft(TRAJECTPLAN)
def plan_maken(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    dagen = timedelta(days=TRAJECTPLAN.tijd(feiten.op))
    for pk, alle in feiten.lees(trajecten).items():
        lopend = lopend_traject(alle)
        if lopend is not None and pk not in feiten.lees(met_doel):
            yield pk, Belofte(TRAJECTPLAN, lopend.gestart_op + dagen, "", feiten.wie(pk))


@belooft(NAVRAAG)
def navraag_doen(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """As long as it stands in the way and a traject runs. One about what is shielded exists only for who may read that."""
    dagen = NAVRAAG.tijd(feiten.op)
    for pk, problemen in feiten.lees(belemmerend).items():
        if lopend_traject(feiten.lees(trajecten).get(pk, [])) is None:
            continue
        for probleem in problemen:
            dag = probleem.volgende_check(feiten.lees(laatste_navraag).get(probleem.pk), dagen=dagen)
            if dag is not None:
                sleutel = f"randprobleem:{probleem.pk}"
                wie = _wie_leest(feiten, pk) if probleem.afgeschermd else feiten.wie(pk)
                yield pk, Belofte(NAVRAAG, dag, sleutel, wie, afgeschermd=probleem.afgeschermd)


@belooft(ACTIEPUNT)
def punten_afwerken(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    for pk, punten in feiten.lees(open_punten).items():
        for punt in punten:
            # A termijn is read by the whole team: the words of a shielded promise stay behind.
            onderwerp = "" if punt.afgeschermd else punt.omschrijving
            wie = punt.medewerker_id or feiten.wie(pk)
            yield pk, Belofte(ACTIEPUNT, punt.vervalt_op, f"actiepunt:{punt.pk}", wie, onderwerp)


def _wie_leest(feiten: Feiten, pk: int) -> int | None:
    """Who keeps a promise that not everybody may read: a coordinator who guides somebody cannot, the maatschappelijk werker can."""
    team = feiten.lees(volgers).get(pk, NIEMAND)
    return next((wie for wie in (team.coach, team.mw) if wie in feiten.lees(lezers_van_afgeschermd)), None)


def lopend_traject(alle: list[Traject]) -> Traject | None:
    return next((rij for rij in alle if rij.afgesloten_op is None), None)


def nazorg_sinds(vorig: Traject, bundel: Doorverwijzing | None) -> date | None:
    """The end of the last traject, when the dossier stayed open after it and no new doorverwijzing began."""
    sinds = vorig.afgesloten_op
    if sinds is None or (bundel is not None and (bundel.verstuurd_op or bundel.begonnen_op) >= sinds):
        return None
    return sinds


def beloften_van_bundel(
    bundel: Doorverwijzing | None, laatste_contact: date | None, *, coach: int | None, dagen: int
) -> list[Belofte]:
    """What the last doorverwijzing promises: an answer, after a yes a first talk, and that the sender reads the answer."""
    if bundel is None or bundel.verstuurd_op is None:
        return []
    antwoord = _antwoord(bundel)
    if bundel.status == Doorverwijsstatus.AFGEWEZEN:
        return antwoord
    vervalt_op = bundel.verstuurd_op + timedelta(days=dagen)
    if bundel.status == Doorverwijsstatus.AANVAARD:
        gesproken = laatste_contact is not None and laatste_contact >= bundel.verstuurd_op
        eerste = [] if gesproken else [Belofte(EERSTE_GESPREK, vervalt_op, "", coach or bundel.aan_id)]
        return [*eerste, *antwoord]
    wie = bundel.van_id if bundel.status == Doorverwijsstatus.AANVULLING else bundel.aan_id or coach
    return [Belofte(BUNDEL, vervalt_op, "", wie), *antwoord]


def _antwoord(bundel: Doorverwijzing) -> list[Belofte]:
    """Asker always sees the answer: until the sender read it, it stands on Vandaag and behind the bell."""
    if bundel.behandeld_op is None or bundel.antwoord_gelezen_op or bundel.behandeld_door_id == bundel.van_id:
        return []
    label = Doorverwijsstatus(bundel.status).label.lower()
    return [Belofte(ANTWOORD, bundel.behandeld_op, f"bundel:{bundel.pk}", bundel.van_id, label)]
