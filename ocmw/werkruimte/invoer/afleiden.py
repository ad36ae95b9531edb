"""What follows from the facts of new dossiers: their termijnen and the row lists read. Same rules as the actions, one write per table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clienten.enums import Stap, Toewijzingsrol
from clienten.models import Client, Contactgegevens, Stand, Toewijzing
from ocmw.termijnen.bronnen import uit_bronnen
from ocmw.termijnen.models import Belofte, Termijn
from ocmw.ui.veelrijen import voeg_toe
from ocmw.werkruimte.invoer.vensters import Vensters
from ocmw.werkruimte.invoer.wens import Wens
from tewerkstelling.actions.contract import waarschuwingen
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import STAP_VAN_FASE
from trajecten.beloften import beloften_in_nazorg, beloften_van_traject
from trajecten.models import Faseperiode, Gesprek, Traject
from trajecten.termijnsoorten import CONTACT
from trajecten.twe.actions import venster_beloften
from trajecten.twe.models import Werkervaring


@dataclass(slots=True)
class Rijdossier:
    """Everything that is made for one new person."""

    wens: Wens
    gesprekken: list[Gesprek]
    client: Client = field(default_factory=Client)
    contact: Contactgegevens = field(default_factory=Contactgegevens)
    toewijzingen: list[Toewijzing] = field(default_factory=list)
    traject: Traject | None = None
    periode: Faseperiode | None = None
    contract: Tewerkstelling | None = None
    werkervaring: Werkervaring | None = None

    @property
    def laatste_contact(self) -> date | None:
        return max((gesprek.op for gesprek in self.gesprekken if gesprek.is_contact), default=None)


class Afleider:
    """Reads the rules once for a whole chunk."""

    def __init__(self, *, op: date) -> None:
        self.op = op
        self.vensters = Vensters()

    def leid_af(self, dossiers: Sequence[Rijdossier]) -> None:
        termijnen, standen = [], []
        clienten = [dossier.client for dossier in dossiers]
        elders = uit_bronnen(clienten, {d.client.pk: _wie(d) for d in dossiers}, op=self.op)
        for dossier in dossiers:
            beloften = self._beloften(dossier) + elders.get(dossier.client.pk, [])
            termijnen += [nieuwe_termijn(dossier.client, belofte, op=self.op) for belofte in beloften]
            standen.append(self._stand(dossier, beloften))
        voeg_toe(termijnen, met_pk=False)
        voeg_toe(standen, met_pk=False)

    def _beloften(self, dossier: Rijdossier) -> list[Belofte]:
        if dossier.client.gesloten_op:
            return []
        wie = _wie(dossier)
        beloften = []
        if dossier.traject and dossier.traject.afgesloten_op is None:
            beloften += beloften_van_traject(
                dossier.traject,
                dossier.laatste_contact,
                heeft_doel=False,
                wie=wie,
                stilte_dagen=self._waarde("traject.stilte_dagen"),
                plan_dagen=self._waarde("traject.plan_dagen"),
            )
        elif dossier.traject:
            dagen = self._waarde("traject.stilte_dagen")
            beloften += beloften_in_nazorg(dossier.traject, None, dossier.laatste_contact, wie=wie, stilte_dagen=dagen)
        if dossier.contract and dossier.contract.tot and dossier.contract.tot > self.op:
            beloften += waarschuwingen(dossier.contract, self._waarde("art60.waarschuwing_dagen"), wie)
        return beloften + self._twe_beloften(dossier, wie)

    def _waarde(self, sleutel: str) -> Any:
        regel = self.vensters.regel(sleutel, self.op)
        return regel.waarde if regel else []

    def _twe_beloften(self, dossier: Rijdossier, wie: int | None) -> list[Belofte]:
        laatste = self._twe_laatste_dag(dossier)
        if laatste is None or dossier.werkervaring is None:
            return []
        return venster_beloften(dossier.werkervaring, laatste, self._waarde("twe.waarschuwing_dagen"), wie, op=self.op)

    def _twe_laatste_dag(self, dossier: Rijdossier) -> date | None:
        venster = self.vensters.vanaf(dossier.werkervaring.start) if dossier.werkervaring else None
        return venster.laatste_dag if venster else None

    def _stand(self, dossier: Rijdossier, beloften: Sequence[Belofte]) -> Stand:
        client, wens = dossier.client, dossier.wens
        stap, sinds = stap_van(dossier, op=self.op)
        einden = (dossier.contract.laatste_dag if dossier.contract else None, self._twe_laatste_dag(dossier))
        if client.gesloten_op:
            einden = (None, None)
        return Stand(
            client=client,
            ocmw_id=client.ocmw_id,
            zoeknaam=client.zoeknaam,
            taal=client.taal,
            stap=stap,
            stap_sinds=sinds,
            coach_id=wens.volgers.get(Toewijzingsrol.ATB),
            mw_id=wens.volgers.get(Toewijzingsrol.MW),
            laatste_contact_op=dossier.laatste_contact,
            eerste_termijn_op=min((b.vervalt_op for b in beloften), default=None),
            stilte_op=min((b.vervalt_op for b in beloften if b.soort == CONTACT), default=None),
            twe_einde_op=einden[1],
            einde_op=min((dag for dag in einden if dag and dag >= self.op), default=None),
        )


def _wie(dossier: Rijdossier) -> int | None:
    return dossier.wens.volgers.get(Toewijzingsrol.ATB) or dossier.wens.volgers.get(Toewijzingsrol.MW)


def stap_van(dossier: Rijdossier, *, op: date) -> tuple[Stap, date]:
    """Where a new dossier stands, and since when the file can tell."""
    traject = dossier.traject
    if dossier.client.gesloten_op:
        return Stap.GESLOTEN, dossier.client.gesloten_op
    if traject is None:
        return Stap.NIEUW, op
    if traject.afgesloten_op:
        return Stap.NAZORG, traject.afgesloten_op
    return STAP_VAN_FASE[traject.fase], dossier.periode.van if dossier.periode else traject.gestart_op


def nieuwe_termijn(client: Client, belofte: Belofte, *, op: date) -> Termijn:
    return Termijn(
        client=client,
        ocmw_id=client.ocmw_id,
        soort=belofte.soort,
        sleutel=belofte.sleutel,
        onderwerp=belofte.onderwerp,
        vervalt_op=belofte.vervalt_op,
        verantwoordelijke_id=belofte.verantwoordelijke_id,
        geopend_op=op,
    )
