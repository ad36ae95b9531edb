"""Make many new dossiers at once: the same rows the actions make one by one, written per table.

Model validation (`clean_fields`) runs on every row and the database checks its constraints, so an import passes the same gate as a
form; `test_overnemen` compares the result with what the actions make.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from clienten.enums import Sluitreden
from clienten.handeling import raakt
from clienten.journaalcodes import CLIENT_AANGEMAAKT, CLIENT_GESLOTEN, TOEGEWEZEN
from clienten.models import Client, Contactgegevens, Toewijzing
from ocmw.journaal.journaalcodes import Journaalcode
from ocmw.journaal.models import Journaalregel, journaalregel
from ocmw.toegang.models import Medewerker
from ocmw.ui.veelrijen import voeg_toe
from ocmw.werkruimte.invoer.rijdossier import Rijdossier
from ocmw.werkruimte.invoer.wens import Wens
from ocmw.werkruimte.invoer.werkplekken import Werkplekken
from tewerkstelling.journaalcodes import TEWERKSTELLING_GESTART
from tewerkstelling.models import Tewerkstelling
from trajecten.enums import Aanwezigheid, Kanaal, Stopreden
from trajecten.fasen import Fase
from trajecten.journaalcodes import GESPREK_GENOTEERD, TRAJECT_AFGESLOTEN, TRAJECT_GESTART
from trajecten.models import Faseperiode, Gesprek, Traject
from trajecten.twe.journaalcodes import WEO_GEREGISTREERD
from trajecten.twe.models import Werkervaring

UIT_LAATSTE_CONTACT = "Laatste contact volgens het ingevoerde bestand."


class Maker:
    """Holds what is the same for every row of a chunk: who, when, the rules and the workplaces."""

    def __init__(self, *, ocmw_id: int, door: Medewerker, op: date, werkplekken: Werkplekken) -> None:
        self.ocmw_id, self.door, self.op, self.werkplekken = ocmw_id, door, op, werkplekken

    def maak(self, wensen: Sequence[tuple[Wens, list[Gesprek]]]) -> list[Client]:
        """New dossiers, in the order given, inside a handeling. Raises ValidationError or IntegrityError and then nothing of the chunk may stay."""
        dossiers = [self._bereid_voor(wens, gesprekken) for wens, gesprekken in wensen]
        voeg_toe([dossier.client for dossier in dossiers])
        for dossier in dossiers:
            for rij in self._rijen(dossier):
                rij.client = dossier.client
        voeg_toe([dossier.contact for dossier in dossiers], met_pk=False)
        voeg_toe([rij for dossier in dossiers for rij in dossier.toewijzingen])
        voeg_toe([dossier.traject for dossier in dossiers if dossier.traject])
        for dossier in dossiers:
            if dossier.periode:
                dossier.periode.traject = dossier.traject  # type: ignore[assignment]  # who has a period has a traject: both are made together
        voeg_toe([dossier.periode for dossier in dossiers if dossier.periode], met_pk=False)
        voeg_toe([dossier.contract for dossier in dossiers if dossier.contract])
        voeg_toe([dossier.werkervaring for dossier in dossiers if dossier.werkervaring])
        voeg_toe([gesprek for dossier in dossiers for gesprek in dossier.gesprekken])
        for dossier in dossiers:
            raakt(dossier.client, *{type(rij) for rij in self._rijen(dossier)}, nieuw=True)
        voeg_toe([regel for dossier in dossiers for regel in self._journaal(dossier)], met_pk=False)
        return [dossier.client for dossier in dossiers]

    def _rijen(self, dossier: Rijdossier) -> Iterable[Any]:
        rijen = (dossier.contact, *dossier.toewijzingen, dossier.traject, dossier.contract, dossier.werkervaring)
        return (*(rij for rij in rijen if rij is not None), *dossier.gesprekken)

    # --- facts ----------------------------------------------------------------------------------
    def _bereid_voor(self, wens: Wens, gesprekken: list[Gesprek]) -> Rijdossier:
        dossier = Rijdossier(wens, gesprekken)
        client = Client(ocmw_id=self.ocmw_id, gewijzigd_door=self.door, opmerking=wens.opmerking, **wens.client)
        client.vul_zoeknaam()
        if wens.afgesloten:
            client.gesloten_op, client.sluitreden = self._sluitdag(wens), Sluitreden.INGEVOERD
        client.clean_fields(exclude=["ocmw", "gewijzigd_door"])
        dossier.client = client
        dossier.contact = Contactgegevens(gewijzigd_door=self.door, **wens.contact)
        dossier.contact.clean_fields(exclude=["client", "gewijzigd_door"])
        begin = min(wens.start_traject or self.op, self.op)
        dossier.toewijzingen = [Toewijzing(medewerker_id=wie, rol=rol, van=begin) for rol, wie in wens.volgers.items()]
        self._vul_traject(dossier)
        self._vul_werk(dossier)
        if wens.laatste_contact and (dossier.laatste_contact or date.min) < wens.laatste_contact:
            gesprekken.append(laatste_contact_als_gesprek(wens.laatste_contact, self.door))
        return dossier

    def _sluitdag(self, wens: Wens) -> date:
        """The last day the file knows of; a closed file says no more than that it is over."""
        laatste = wens.art60[1] - timedelta(days=1) if wens.art60 and wens.art60[1] else None
        gekend = [dag for dag in (wens.start_traject, laatste, wens.laatste_contact) if dag and dag <= self.op]
        return max(gekend, default=self.op)

    def _vul_traject(self, dossier: Rijdossier) -> None:
        wens = dossier.wens
        if not wens.fase:
            return
        start = wens.start_traject or self.op
        traject = Traject(
            gestart_op=start, gestart_door=self.door, fase=Fase(int(wens.fase)) if wens.loopt else Fase.EINDE
        )
        van = start
        if traject.fase == Fase.BEGELEIDING and wens.art60 and start < wens.art60[0] <= self.op:
            van = wens.art60[0]  # the only phase whose first day the file tells
        if not wens.loopt:
            einde = dossier.client.gesloten_op or self._sluitdag(wens)
            traject.afgesloten_op, traject.stopreden = max(einde, start), Stopreden.INGEVOERD
        dossier.traject = traject
        dossier.periode = Faseperiode(fase=traject.fase, van=van, tot=traject.afgesloten_op, gestart_door=self.door)

    def _vul_werk(self, dossier: Rijdossier) -> None:
        wens = dossier.wens
        if wens.art60:
            van, tot = wens.art60
            dossier.contract = Tewerkstelling(van=van, tot=tot, uren_per_week=wens.uren, gewijzigd_door=self.door)
            if wens.voltijds:
                dossier.contract.voltijds_uren = wens.voltijds
            if wens.werkplek:
                dossier.contract.werkplek = self.werkplekken.geef(wens.werkplek)
        if wens.twe_start and not wens.afgesloten:
            dossier.werkervaring = Werkervaring(
                start=wens.twe_start, geregistreerd_door=self.door, gewijzigd_door=self.door
            )

    def _journaal(self, dossier: Rijdossier) -> Iterable[Journaalregel]:
        def regel(wat: Journaalcode, onderwerp: Any, **details: Any) -> Journaalregel:
            return journaalregel(wat, onderwerp, door=self.door, client=dossier.client, **details)

        traject, contract, weo = dossier.traject, dossier.contract, dossier.werkervaring
        yield regel(CLIENT_AANGEMAAKT, dossier.client, bron="invoer")
        for toewijzing in dossier.toewijzingen:
            yield regel(TOEGEWEZEN, toewijzing, medewerker=toewijzing.medewerker_id, rol=str(toewijzing.rol))
        if traject:
            yield regel(TRAJECT_GESTART, traject, fase=int(traject.fase))
        if contract:
            yield regel(TEWERKSTELLING_GESTART, contract, van=contract.van, tot=contract.tot)
        if weo:
            yield regel(WEO_GEREGISTREERD, weo, start=weo.start)
        for gesprek in dossier.gesprekken:
            yield regel(GESPREK_GENOTEERD, gesprek, kanaal=str(gesprek.kanaal), dag=gesprek.op)
        if traject and traject.afgesloten_op:
            yield regel(TRAJECT_AFGESLOTEN, traject, stopreden=str(Stopreden.INGEVOERD))
        if dossier.client.gesloten_op:
            yield regel(CLIENT_GESLOTEN, dossier.client, reden_sluiting=str(Sluitreden.INGEVOERD))


def maak_gesprek(waarden: Mapping[str, Any], *, wie: int | None, door: Medewerker) -> Gesprek:
    """The talk a row tells; without a client yet. The name of an unknown colleague stays as it was written."""
    gesprek = Gesprek(
        op=waarden["datum"],
        kanaal=waarden.get("kanaal") or Kanaal.GESPREK,
        aanwezigheid=waarden.get("aanwezig") or Aanwezigheid.AANWEZIG,
        duur=waarden.get("duur"),
        verslag=waarden.get("verslag") or "",
        door_id=wie,
        door_naam="" if wie else waarden.get("door") or "",
        gewijzigd_door=door,
    )
    gesprek.clean_fields(exclude=["client", "door", "gewijzigd_door"])
    return gesprek


def laatste_contact_als_gesprek(dag: date, door: Medewerker) -> Gesprek:
    """A column "laatste contact" is a fact too: without it the silence would start at the wrong day."""
    return Gesprek(op=dag, kanaal=Kanaal.GESPREK, verslag=UIT_LAATSTE_CONTACT, gewijzigd_door=door)
