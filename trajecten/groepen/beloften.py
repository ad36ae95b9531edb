"""What a group promises: an answer to a freed seat, and that somebody asks what is the matter after so many absences."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from clienten.feiten import Feiten, per_client
from ocmw.kalender.klok import begin_van
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from trajecten.groepen.enums import Inschrijfstatus, Sessiestand
from trajecten.groepen.models import Inschrijving, Sessie, Sessieaanwezigheid, Verwittiging

PLAATS_IN_GROEP = Termijnsoort(
    "plaats_in_groep",
    "Antwoord op een plaats in een groep",
    uitleg="Er kwam een plaats vrij voor wie op de wachtlijst stond. Zonder antwoord gaat ze naar de volgende.",
    vanzelf="Zeg in de groep of de cliënt de plaats wil. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("groep_inschrijven", "Bekijk de groepen", "groepen:client_groepen"),
    regel="groepen.antwoord_dagen",
    volgt=(Inschrijving,),
)
AFWEZIG_IN_GROEP = Termijnsoort(
    "afwezig_in_groep",
    "Kwam enkele keren na elkaar niet naar de groep",
    uitleg="Hoor wat er scheelt. De lijn verdwijnt als de cliënt weer komt of de groep verlaat.",
    stap=Volgendestap("gesprek_noteren", "Noteer een gesprek", "trajecten:gesprek_nieuw"),
    regel="groepen.afwezig_na_elkaar",
    volgt=(Inschrijving,),
)

GROEP_VERWITTIGEN = Termijnsoort(
    "groep_verwittigen",
    "Verwittig over een gewijzigde sessie",
    uitleg="Een sessie van een groep is verplaatst of gaat niet door, en wij konden geen mail sturen.",
    vanzelf="Zeg bij de groepen van de cliënt dat je hem verwittigde. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("groep_inschrijven", "Bekijk de groepen", "groepen:client_groepen"),
    volgt=(Inschrijving, Verwittiging),
    meteen=True,
)


def deelnames(feiten: Feiten) -> Mapping[int, list[Inschrijving]]:
    """Of each client the enrolments that run."""
    rijen = Inschrijving.objects.niet_gestopt().filter(client__in=feiten.open)
    return per_client(rijen.select_related("reeks__programma").order_by("pk"))


def afwezigheden(feiten: Feiten) -> Mapping[int, list[tuple[date, str]]]:
    """Per enrolment what was noted, the last session first."""
    pks = [rij.pk for rijen in feiten.lees(deelnames).values() for rij in rijen]
    per: dict[int, list[tuple[date, str]]] = {}
    if pks:
        rijen = Sessieaanwezigheid.objects.filter(inschrijving__in=pks).order_by(
            "-sessie__dag", "-sessie__begin_om", "-pk"
        )
        for inschrijving, dag, stand in rijen.values_list("inschrijving", "sessie__dag", "stand"):
            per.setdefault(inschrijving, []).append((dag, stand))
    return per


def gewijzigde_sessies(feiten: Feiten) -> Mapping[int, list[Sessie]]:
    """Per series the sessions of which who takes part must still hear something."""
    reeksen = {rij.reeks_id for rijen in feiten.lees(deelnames).values() for rij in rijen}
    per: dict[int, list[Sessie]] = {}
    if reeksen:
        rijen = Sessie.objects.filter(Q(dag__gte=feiten.op) | Q(dag_was__gte=feiten.op), reeks__in=reeksen)
        for sessie in rijen.exclude(nieuws_op=None).order_by("dag", "pk"):
            per.setdefault(sessie.reeks_id, []).append(sessie)
    return per


def al_verwittigd(feiten: Feiten) -> Mapping[tuple[int, int], datetime]:
    """Per session and enrolment the last change somebody heard of."""
    sessies = [sessie.pk for rijen in feiten.lees(gewijzigde_sessies).values() for sessie in rijen]
    if not sessies:
        return {}
    rijen = Verwittiging.objects.filter(sessie__in=sessies, inschrijving__client__in=feiten.open)
    per = rijen.order_by().values_list("sessie", "inschrijving").annotate(Max("nieuws_op"))
    return {(sessie, rij): moment for sessie, rij, moment in per}


@belooft(GROEP_VERWITTIGEN)
def wijziging_doorgeven(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """Before the first of the days it is about; who enrolled after the change knows no other day."""
    for pk, rijen in feiten.lees(deelnames).items():
        for rij in rijen:
            if rij.status != Inschrijfstatus.INGESCHREVEN:
                continue
            for sessie in feiten.lees(gewijzigde_sessies).get(rij.reeks_id, []):
                nieuws = sessie.nieuws_op
                if nieuws is None or begin_van(rij.ingeschreven_op) > nieuws:
                    continue
                if feiten.lees(al_verwittigd).get((sessie.pk, rij.pk)) == nieuws:
                    continue
                tegen, sleutel = sessie.nieuws_tegen - timedelta(days=1), f"sessie:{sessie.pk}:{rij.pk}"
                yield pk, Belofte(GROEP_VERWITTIGEN, tegen, sleutel, feiten.wie(pk), str(rij.reeks.programma))


@belooft(PLAATS_IN_GROEP)
def plaats_beantwoorden(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    for pk, rijen in feiten.lees(deelnames).items():
        for rij in rijen:
            if rij.status == Inschrijfstatus.AANGEBODEN and rij.aanbod_tot:
                sleutel = f"inschrijving:{rij.pk}"
                yield pk, Belofte(PLAATS_IN_GROEP, rij.aanbod_tot, sleutel, feiten.wie(pk), str(rij.reeks.programma))


@belooft(AFWEZIG_IN_GROEP)
def afwezigheid_bespreken(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """So many unexcused absences in a row, counted back from the last session; due on the day of the last one."""
    nodig = AFWEZIG_IN_GROEP.tijd(feiten.op)
    for pk, rijen in feiten.lees(deelnames).items():
        for rij in rijen:
            laatste = feiten.lees(afwezigheden).get(rij.pk, [])[:nodig]
            if len(laatste) == nodig and all(stand == Sessiestand.AFWEZIG for _, stand in laatste):
                sleutel = f"inschrijving:{rij.pk}"
                yield pk, Belofte(AFWEZIG_IN_GROEP, laatste[0][0], sleutel, feiten.wie(pk), str(rij.reeks.programma))
