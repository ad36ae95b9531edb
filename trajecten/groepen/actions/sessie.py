"""One time the group meets: move it, say what it is about, call it off with a reason, and the days on which there is none."""

from datetime import date, time

from django.db import transaction

from clienten.handeling import actie
from ocmw.journaal.models import noteer
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from trajecten.groepen.actions.bewaren import bewaar_rij
from trajecten.groepen.actions.programma import plan_van
from trajecten.groepen.actions.verwittigen import VELDEN, zet_nieuws
from trajecten.groepen.enums import Afgelastreden, Sessiestatus
from trajecten.groepen.journaalcodes import REEKS_GEWIJZIGD, SESSIE_AFGELAST, SESSIE_GEWIJZIGD
from trajecten.groepen.lesplan import reden_zonder_les
from trajecten.groepen.models import Groepsreeks, Lesvrij, Sessie


@actie
def bewaar_sessie(sessie: Sessie, velden: list[str], *, door: Medewerker, op: date) -> Sessie:
    """Change a session. Another day keeps the day it was planned on, and asks why."""
    if "dag" in velden:
        weiger_als(weigering_voor_dag(sessie.reeks, sessie.dag))
        if not sessie.toelichting:
            raise Geweigerd("Zeg bij de toelichting waarom de sessie verzet is.")
        was = Sessie.objects.values_list("dag", flat=True).get(pk=sessie.pk)
        sessie.dag_was = sessie.dag_was or was
        velden = sorted({*velden, "dag_was"})
    bewaar_rij(sessie, velden, door=door)
    noteer(SESSIE_GEWIJZIGD, sessie, door=door, velden=velden)
    if VELDEN.intersection(velden) and not sessie.gaat_niet_door:
        zet_nieuws(sessie, door=door, op=op)
    return sessie


@transaction.atomic
def voeg_sessie_toe(
    reeks: Groepsreeks, *, dag: date, begin_om: time, eind_om: time, door: Medewerker, op: date, **anders: str
) -> Sessie:
    """One more than the days of the series make. `anders`: what it is about, where, and whether it is a visit."""
    weiger_als(weigering_voor_dag(reeks, dag))
    sessie = Sessie(reeks=reeks, dag=dag, begin_om=begin_om, eind_om=eind_om, extra=True, **anders)
    bewaar_rij(sessie, [], door=door)
    noteer(SESSIE_GEWIJZIGD, sessie, door=door, velden=["dag"])
    return sessie


@actie
def last_sessie_af(sessie: Sessie, *, reden: str, toelichting: str, door: Medewerker, op: date) -> Sessie:
    """It does not take place. It stays in the list, so that everybody sees why."""
    weiger_als(sessie.weigering_voor_afgelasten())
    sessie.status, sessie.afgelast_reden = Sessiestatus.NIET_DOORGEGAAN, Afgelastreden(reden)
    sessie.toelichting = toelichting
    bewaar_rij(sessie, ["status", "afgelast_reden", "toelichting"], door=door)
    noteer(SESSIE_AFGELAST, sessie, door=door, afgelast_reden=reden)
    zet_nieuws(sessie, door=door, op=op)
    return sessie


@actie
def hervat_sessie(sessie: Sessie, *, door: Medewerker, op: date) -> Sessie:
    """It takes place after all."""
    if not sessie.gaat_niet_door:
        raise Geweigerd("Deze sessie gaat gewoon door.")
    sessie.status, sessie.afgelast_reden = Sessiestatus.GEPLAND, ""
    bewaar_rij(sessie, ["status", "afgelast_reden"], door=door)
    noteer(SESSIE_GEWIJZIGD, sessie, door=door, velden=["status"])
    zet_nieuws(sessie, door=door, op=op)
    return sessie


@actie
def noteer_lesvrij(reeks: Groepsreeks, *, dag: date, reden: str, door: Medewerker, op: date) -> Lesvrij:
    """A day on which this group does not meet. A session that somebody prepared or was told of is called off; one that held stays,
    so refused."""
    met_mensen = reeks.inschrijvingen.met_stoel().exists()
    for sessie in reeks.sessies.filter(dag=dag).exclude(status=Sessiestatus.NIET_DOORGEGAAN):
        weiger_als(sessie.weigering_voor_afgelasten())
        if sessie.is_ongemoeid and not met_mensen:
            sessie.delete()
        else:
            last_sessie_af(sessie, reden=Afgelastreden.SLUITING, toelichting=reden, door=door, op=op)
    vrij = Lesvrij(reeks=reeks, dag=dag, reden=reden)
    vrij.full_clean()
    vrij.save()
    noteer(REEKS_GEWIJZIGD, reeks, door=door, velden=["lesvrije_dagen"])
    return vrij


@transaction.atomic
def geef_toch_les(reeks: Groepsreeks, *, dag: date, door: Medewerker, op: date) -> Sessie:
    """A day that fell out comes back: a school holiday, or a day that people closed. Never a public holiday."""
    if dag not in {weg.dag for weg in plan_van(reeks).overgeslagen}:
        raise Geweigerd(f"{dag_in_woorden(dag)} is geen overgeslagen dag van deze reeks.")
    Lesvrij.objects.filter(reeks=reeks, dag=dag).delete()
    return voeg_sessie_toe(reeks, dag=dag, begin_om=reeks.begin_om, eind_om=reeks.eind_om, door=door, op=op)


def weigering_voor_dag(reeks: Groepsreeks, dag: date) -> str:
    """Why the group cannot meet on this day; a school holiday may, when people choose it."""
    gesloten = dict(reeks.lesvrije_dagen.filter(dag=dag).values_list("dag", "reden"))
    reden = reden_zonder_les(dag, gesloten=gesloten, schoolvakanties_vrij=False)
    if reden:
        return f"Op {dag_in_woorden(dag)} is er geen les ({reden}). Kies een andere dag."
    programma = reeks.programma
    if dag < programma.van or (programma.tot and dag >= programma.tot):
        return "Deze dag ligt buiten de periode van het programma."
    return ""
