"""A programme and its series: make, change on the version the user saw, and the sessions that follow from the days of a series."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.ui.veelrijen import voeg_toe
from ocmw.ui.weigering import weiger_als
from trajecten.groepen.actions.bewaren import bewaar_rij
from trajecten.groepen.actions.inschrijving import bied_vrije_plaatsen_aan
from trajecten.groepen.journaalcodes import PROGRAMMA_GEWIJZIGD, REEKS_GEWIJZIGD
from trajecten.groepen.lesplan import Lesplan, maak_lesplan, weigering_voor_lesplan
from trajecten.groepen.models import Groepsreeks, Inschrijving, Programma, Sessie, Sessieaanwezigheid
from trajecten.models import Gesprek


@actie
def bewaar_programma(
    programma: Programma,
    velden: list[str],
    *,
    door: Medewerker,
    op: date,
    deelt_met: Collection[Ocmw] | None = None,
) -> Programma:
    """`deelt_met` become the OCMWs that take part; None leaves them as they are."""
    bewaar_rij(programma, velden, door=door)
    if deelt_met is not None:
        programma.deelt_met.set(deelt_met)
    if "telt_als_contact" in velden:
        # What was noted long ago is now contact, or no longer.
        for inschrijving in _gezien(programma):
            raakt(inschrijving, Gesprek)
    noteer(PROGRAMMA_GEWIJZIGD, programma, door=door, velden=sorted(velden))
    return programma


def _gezien(programma: Programma) -> QuerySet[Inschrijving]:
    """The clients of whom something was noted in a session of it."""
    alle = Inschrijving.objects.filter(reeks__programma=programma, client__isnull=False)
    return alle.filter(pk__in=Sessieaanwezigheid.objects.values("inschrijving"))


@transaction.atomic
def bewaar_reeks(reeks: Groepsreeks, velden: list[str], *, door: Medewerker, op: date) -> Groepsreeks:
    """With its sessions: those that the days now ask are added, those they no longer ask go when nothing happened in them.

    A session that was moved, called off, given a theme or held stays as it is. Days that people closed stay closed.
    """
    weiger_als(weigering_voor_lesplan(reeks.van, reeks.laatste_dag, reeks.weekdagnummers))
    weiger_als(_weigering_voor_periode(reeks))
    nieuw = reeks._state.adding
    if "capaciteit" in velden and not nieuw:
        weiger_als(_weigering_voor_plaatsen(reeks))
    bewaar_rij(reeks, velden, door=door)
    if nieuw or {"van", "tot", "weekdagen", "schoolvakanties", "begin_om", "eind_om"} & set(velden):
        _richt_sessies(reeks, door=door)
    if "capaciteit" in velden and not nieuw:
        bied_vrije_plaatsen_aan(reeks, door=door, op=op)
    noteer(REEKS_GEWIJZIGD, reeks, door=door, velden=sorted(velden))
    return reeks


def plan_van(reeks: Groepsreeks) -> Lesplan:
    """The days of the series, without those that people closed by hand."""
    gesloten = {}
    if reeks.pk:
        gesloten = dict(reeks.lesvrije_dagen.values_list("dag", "reden"))
    return maak_lesplan(
        reeks.van,
        reeks.laatste_dag,
        reeks.weekdagnummers,
        gesloten=gesloten,
        schoolvakanties_vrij=reeks.schoolvakanties,
    )


def _weigering_voor_plaatsen(reeks: Groepsreeks) -> str:
    """Nobody loses a seat because there are fewer; held while this is looked at, so that nobody takes one meanwhile."""
    Groepsreeks.objects.select_for_update(of=("self",)).get(pk=reeks.pk)
    te_hoog = reeks.inschrijvingen.met_stoel().filter(stoel__gt=reeks.capaciteit).exists()
    bezet = reeks.inschrijvingen.met_stoel().count()
    if bezet > reeks.capaciteit or te_hoog:
        return f"Er hebben al {bezet} mensen een plaats. Laat eerst iemand stoppen, of neem meer plaatsen."
    return ""


def _weigering_voor_periode(reeks: Groepsreeks) -> str:
    programma = reeks.programma
    if reeks.van < programma.van or (programma.tot and reeks.tot > programma.tot):
        return "De reeks valt niet helemaal in de periode van het programma. Kijk de dagen na."
    return ""


def _richt_sessies(reeks: Groepsreeks, *, door: Medewerker) -> None:
    gevraagd = set(plan_van(reeks).dagen)
    bezet: set[date] = set()
    for sessie in reeks.sessies.all():
        if sessie.is_ongemoeid and sessie.dag not in gevraagd:
            sessie.delete()
            continue
        bezet |= {sessie.dag} | ({sessie.dag_was} if sessie.dag_was else set())
        if sessie.is_ongemoeid and (sessie.begin_om, sessie.eind_om) != (reeks.begin_om, reeks.eind_om):
            sessie.begin_om, sessie.eind_om = reeks.begin_om, reeks.eind_om
            sessie.bewaar(door=door, velden=["begin_om", "eind_om"])
    voeg_toe(
        [
            Sessie(reeks=reeks, dag=dag, begin_om=reeks.begin_om, eind_om=reeks.eind_om, gewijzigd_door=door)
            for dag in sorted(gevraagd - bezet)
        ]
    )
