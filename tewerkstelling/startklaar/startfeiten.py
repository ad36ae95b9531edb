"""Points of the start list that follow from facts in the file: what is missing of each, in sentences. Nobody ticks them, so
none is green because somebody thought it was."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from clienten.enums import Antwoord
from clienten.profiel.models import profiel_van
from ocmw.kalender.woorden import dag_in_woorden, euro, getal
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from tewerkstelling.startklaar.enums import Chequekeuze, Inkomensrecht, Reisvergoeding
from tewerkstelling.startklaar.models import Loonafspraak, Plaatsing, Startbeslissing
from tewerkstelling.startklaar.models.plaatsing import weo_rond
from trajecten.twe.venster import venster_vanaf

NIET_GELEZEN: Any = object()


@dataclass(frozen=True)
class Bevinding:
    """What the facts say of one point. `te_laat`: it happened, after the first working day; no date can undo that. `opnieuw_kijken`:
    somebody looked, too long ago."""

    ontbreekt: tuple[str, ...] = ()
    op: date | None = None
    door: str = ""
    toelichting: str = ""
    te_laat: bool = False
    opnieuw_kijken: bool = False


def beslissing_van(plaatsing: Plaatsing) -> Startbeslissing:
    """The row of this placement, or a new one that is not stored. No query after `met_alles()`."""
    try:
        return plaatsing.beslissing
    except ObjectDoesNotExist:
        return Startbeslissing(client=plaatsing.client, plaatsing=plaatsing)


def loon_van(plaatsing: Plaatsing) -> Loonafspraak:
    try:
        return plaatsing.loonafspraak
    except ObjectDoesNotExist:
        return Loonafspraak(client=plaatsing.client, plaatsing=plaatsing)


def na_de_start(wat: str, dag: date, plaatsing: Plaatsing) -> str:
    """The sentence about something that came after the first working day."""
    return f"{wat} is van {dag:%d/%m/%Y}, na de eerste werkdag ({plaatsing.van:%d/%m/%Y})."


def _weo(plaatsing: Plaatsing) -> Bevinding:
    """The werkervaringsovereenkomst opens the 24 months, at the latest on the first working day (T5)."""
    start: date | None = getattr(plaatsing, "weo_start", NIET_GELEZEN)
    if start is NIET_GELEZEN:  # not read by met_alles()
        start = weo_rond(plaatsing.client_id, plaatsing.van).values_list("start", flat=True).first()
    if start is None:
        return Bevinding(("Er is nog geen werkervaringsovereenkomst: de 24 maanden tellen niet.",))
    if start > plaatsing.van:
        return Bevinding((na_de_start("De werkervaringsovereenkomst", start, plaatsing),), op=start, te_laat=True)
    try:
        einde = venster_vanaf(start).laatste_dag
    except OnbekendeRegel:
        return Bevinding(
            (f"De werkervaringsovereenkomst van {start:%d/%m/%Y} is van voor het stelsel van 24 maanden.",)
        )
    if einde < plaatsing.van:
        zin = f"De 24 maanden van de werkervaringsovereenkomst eindigden op {dag_in_woorden(einde)}, voor de eerste werkdag."
        return Bevinding((zin,))
    return Bevinding(op=start)


def _recht(plaatsing: Plaatsing) -> Bevinding:
    """Leefloon or its equivalent, looked at not too long before the start (T9, P16)."""
    rij = beslissing_van(plaatsing)
    if not rij.recht or rij.recht_op is None:
        return Bevinding(("Niemand keek na of de cliënt recht heeft op leefloon of equivalent leefloon.",))
    wie = rij.recht_door.naam if rij.recht_door else ""
    feit = Bevinding(op=rij.recht_op, door=wie, toelichting=rij.get_recht_display())
    if rij.recht == Inkomensrecht.GEEN:
        zin = "De cliënt heeft geen recht op leefloon of equivalent leefloon: art.60 kan dan niet."
        return Bevinding((zin,), feit.op, wie, feit.toelichting)
    hoogstens = regel("plaatsing.recht_dagen", op=plaatsing.van).waarde
    if rij.recht_op < plaatsing.van - timedelta(days=hoogstens):
        zin = f"Het recht is nagekeken op {rij.recht_op:%d/%m/%Y}, meer dan {hoogstens} dagen voor de eerste werkdag. Kijk opnieuw."
        return Bevinding((zin,), feit.op, wie, feit.toelichting, opnieuw_kijken=True)
    if rij.recht_op > plaatsing.van:
        zin = na_de_start("Het nazicht van het recht", rij.recht_op, plaatsing)
        return Bevinding((zin,), feit.op, wie, feit.toelichting, te_laat=True)
    return feit


def inschrijving_bij_vdab(plaatsing: Plaatsing) -> Bevinding:
    """What the dossier knows of it, for who ticked nothing: registered before the start (T9)."""
    profiel = profiel_van(plaatsing.client)
    if profiel.vdab == Antwoord.NEE:
        return Bevinding(("De cliënt is niet ingeschreven bij VDAB.",))
    if profiel.vdab != Antwoord.JA:
        return Bevinding(("De inschrijving bij VDAB is nog niet nagekeken.",))
    sinds = profiel.vdab_sinds
    if sinds is None:
        return Bevinding(("De cliënt is ingeschreven bij VDAB. Er staat nog niet sinds wanneer.",))
    if sinds > plaatsing.van:
        return Bevinding((na_de_start("De inschrijving bij VDAB", sinds, plaatsing),), op=sinds, te_laat=True)
    return Bevinding(op=sinds, toelichting="Volgens het dossier")


def _beslissing(plaatsing: Plaatsing) -> Bevinding:
    """Maatschappelijk werker and client decide together, and say why (the source page of Aalst)."""
    rij = beslissing_van(plaatsing)
    zinnen = []
    if rij.mw_op is None:
        zinnen.append("De maatschappelijk werker besliste nog niet mee.")
    if rij.client_op is None:
        zinnen.append("De cliënt besliste nog niet mee.")
    if not rij.waarom.strip():
        zinnen.append("Er staat nog niet waarom art.60 gekozen is.")
    laat = [
        na_de_start(f"De beslissing van de {wie}", dag, plaatsing)
        for wie, dag in (("maatschappelijk werker", rij.mw_op), ("cliënt", rij.client_op))
        if dag and dag > plaatsing.van
    ]
    dagen = [dag for dag in (rij.mw_op, rij.client_op) if dag]
    return Bevinding(
        (*zinnen, *laat),
        op=max(dagen) if dagen else None,
        door=f"{rij.mw.naam} en de cliënt" if rij.mw and rij.mw_op and rij.client_op else "",
        te_laat=bool(laat) and not zinnen,
    )


def _loon(plaatsing: Plaatsing) -> Bevinding:
    """Whether "wat krijg ik?" has an answer (A26)."""
    rij = loon_van(plaatsing)
    zinnen = []
    if rij.brutoloon is None:
        zinnen.append("Het loon is nog niet ingevuld.")
    if not rij.cheques:
        zinnen.append("Nog niet ingevuld of er maaltijdcheques zijn.")
    elif rij.cheques == Chequekeuze.JA and rij.cheque_waarde is None:
        zinnen.append("De waarde van een maaltijdcheque is nog niet ingevuld.")
    if not rij.reis:
        zinnen.append("De vergoeding voor de weg naar het werk is nog niet ingevuld.")
    elif rij.reis == Reisvergoeding.FIETS and rij.fiets_per_km is None:
        zinnen.append("Het bedrag van de fietsvergoeding is nog niet ingevuld.")
    elif rij.reis == Reisvergoeding.OPENBAAR and rij.abonnement_procent is None:
        zinnen.append("Nog niet ingevuld hoeveel het OCMW van het abonnement betaalt.")
    if zinnen:
        return Bevinding(tuple(zinnen))
    wie = rij.gewijzigd_door.naam if rij.gewijzigd_door else ""
    return Bevinding(op=rij.gewijzigd_op.date(), door=wie)


# By the code of the point: these stand on every list, also on one that an OCMW wrote before they existed.
STARTFEITEN: dict[str, Callable[[Plaatsing], Bevinding]] = {
    "weo": _weo,
    "recht": _recht,
    "beslissing": _beslissing,
    "loon": _loon,
}


LOONTITELS = ("Loon", "Maaltijdcheques", "Naar het werk")


def loonregels(rij: Loonafspraak) -> list[tuple[str, str]]:
    """What the client gets, title and words; nothing that is not known. One source for page and sheet."""
    regels = []
    if rij.brutoloon is not None:
        regels.append(("Loon", f"{euro(rij.brutoloon)} bruto per maand"))
    if rij.cheques == Chequekeuze.NEE:
        regels.append(("Maaltijdcheques", "geen"))
    elif rij.cheque_waarde is not None:
        regels.append(("Maaltijdcheques", f"{euro(rij.cheque_waarde)} per dag dat je werkt"))
    if rij.reis == Reisvergoeding.GEEN:
        regels.append(("Naar het werk", "geen vergoeding"))
    elif rij.fiets_per_km is not None:
        regels.append(("Naar het werk", f"{euro(rij.fiets_per_km)} per kilometer met de fiets"))
    elif rij.abonnement_procent is not None:
        procent = getal(rij.abonnement_procent)
        regels.append(("Naar het werk", f"{procent} % van je abonnement voor bus, tram of trein"))
    return regels


def boven_de_grens(plaatsing: Plaatsing) -> list[str]:
    """Amounts above what is free of tax and contributions: no mistake by itself, but worth a look."""
    rij, zinnen = loon_van(plaatsing), []
    for sleutel, waarde, wat in (
        ("loon.cheque_hoogste", rij.cheque_waarde, "Een maaltijdcheque"),
        ("loon.fiets_hoogste", rij.fiets_per_km, "De fietsvergoeding per kilometer"),
    ):
        if waarde is None:
            continue
        try:
            grens = regel(sleutel, op=plaatsing.van).waarde
        except OnbekendeRegel:
            continue
        if waarde > type(waarde)(str(grens)):
            zinnen.append(
                f"{wat} van {euro(waarde)} is meer dan het vrijgestelde bedrag ({euro(type(waarde)(str(grens)))})."
            )
    return zinnen
