"""What the path says in the list row: the step, the last contact, the next appointment."""

from collections.abc import Mapping
from datetime import date

from clienten.enums import Stap
from clienten.feiten import Feiten
from clienten.stand import STANDDELEN, Standdeel, Wegfeit
from trajecten.enums import Doorverwijsstatus
from trajecten.fasen import Fase
from trajecten.feiten import bundels, eerste_afspraken, fase_sinds, laatste_contact, met_intake, trajecten
from trajecten.models import Afspraak, Doorverwijzing, Faseperiode, Gesprek, Intake, Traject

STAP_VAN_FASE: dict[int, Stap] = {fase.value: Stap(10 + fase.value) for fase in Fase}


def wegen(feiten: Feiten) -> Mapping[int, Wegfeit]:
    alle, sinds = feiten.lees(trajecten), feiten.lees(fase_sinds)
    uit: dict[int, Wegfeit] = {}
    for pk in feiten.open:
        eigen = alle.get(pk, [])
        lopend = next((rij for rij in eigen if rij.afgesloten_op is None), None)
        if lopend is not None:
            stap = STAP_VAN_FASE[lopend.fase]
            uit[pk] = Wegfeit((stap,), {stap: sinds[lopend.pk]} if lopend.pk in sinds else {})
        else:
            voorbij = eigen[-1].afgesloten_op if eigen else None
            intake = pk in feiten.lees(met_intake)
            uit[pk] = weg_zonder_traject(feiten.lees(bundels).get(pk), voorbij, intake=intake)
    return uit


def weg_zonder_traject(bundel: Doorverwijzing | None, voorbij: date | None, *, intake: bool) -> Wegfeit:
    """Steps that fit when no traject runs; `voorbij` is the end of the last one."""
    if bundel and voorbij and (bundel.verstuurd_op or bundel.begonnen_op) < voorbij:
        bundel = None
    stappen: list[Stap] = []
    wacht = False
    if bundel and bundel.status in {Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.AANVULLING}:
        stappen.append(Stap.DOORVERWEZEN)
        wacht = True
    elif bundel and bundel.status == Doorverwijsstatus.AANVAARD:
        stappen.append(Stap.INTAKE)
    elif voorbij:
        stappen.append(Stap.NAZORG)
    elif bundel:
        stappen.append(Stap.NIEUW)
    if intake:
        stappen.append(Stap.INTAKE)
    if not wacht:  # a dossier that was closed and reopened begins anew; no fact says so
        stappen.append(Stap.NIEUW)
    return Wegfeit(tuple(dict.fromkeys(stappen)), {Stap.NAZORG: voorbij} if voorbij else {})


STANDDELEN.bied("weg", Standdeel(wegen, (Traject, Faseperiode, Doorverwijzing, Intake)))
STANDDELEN.bied("contact", Standdeel(laatste_contact, (Gesprek,)))
STANDDELEN.bied("afspraak", Standdeel(eerste_afspraken, (Afspraak,)))
