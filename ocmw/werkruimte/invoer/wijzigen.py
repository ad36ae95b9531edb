"""Change a dossier that exists: only through the actions the screens use, one after the other, in one handeling."""

from collections import deque
from datetime import date

from clienten.actions import sluit_client, wijs_toe, wijzig_client, wijzig_contact
from clienten.enums import Sluitreden, Stap
from clienten.handeling import raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.invoer.feiten import Celfeiten
from ocmw.werkruimte.invoer.nieuw import laatste_contact_als_gesprek
from ocmw.werkruimte.invoer.verschillen import Celverschil, bestaand_contract, nieuwe_regels
from ocmw.werkruimte.invoer.wens import Wens
from ocmw.werkruimte.invoer.werkplekken import Werkplekken
from tewerkstelling.actions import start_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import ga_naar_fase, sluit_traject_af, start_traject
from trajecten.enums import Stopreden
from trajecten.fasen import OVERGANGEN, Fase
from trajecten.journaalcodes import GESPREK_GENOTEERD, TRAJECT_GESTART
from trajecten.models import Faseperiode, Traject
from trajecten.twe.actions import registreer_werkervaring, wijzig_werkervaring
from trajecten.twe.models import Werkervaring

MOTIVATIE = "Overgenomen uit een ingevoerd bestand."


class Wijziger:
    def __init__(
        self, *, door: Medewerker, op: date, collegas: dict[int, Medewerker], werkplekken: Werkplekken
    ) -> None:
        self.door, self.op, self.collegas, self.werkplekken = door, op, collegas, werkplekken

    def wijzig(self, wens: Wens, feiten: Celfeiten, verschillen: list[Celverschil]) -> Client:
        """Write what `verschillen` announced. Raises Geweigerd or ValidationError with the reason; then nothing may stay."""
        anders = {verschil.veld for verschil in verschillen}
        self._identiteit(wens, feiten, anders)
        if feiten.client.gesloten_op is None:
            self._werk(wens, feiten, anders)
            if "laatste_contact" in anders and wens.laatste_contact:
                self._contact(feiten.client, wens.laatste_contact)
            self._volgers(wens, feiten.client, anders)
            if "fase" in anders:
                self._fase(wens, feiten)
        return feiten.client

    def _volgers(self, wens: Wens, client: Client, anders: set[str]) -> None:
        gewijzigd = [(rol, wie) for rol, wie in wens.volgers.items() if f"volger_{rol}" in anders]
        for rol, wie in gewijzigd:
            wijs_toe(client, self.collegas[wie], rol=rol, door=self.door, op=self.op)

    def _werk(self, wens: Wens, feiten: Celfeiten, anders: set[str]) -> None:
        if "start_traject" in anders and feiten.traject and wens.start_traject:
            self._verzet_start(feiten.traject, wens.start_traject)
        if anders & {"van", "tot", "werkplek", "uren_per_week"}:
            self._contract(wens, feiten)
        if "twe_start" in anders and wens.twe_start:
            self._werkervaring(feiten, wens.twe_start)

    def _identiteit(self, wens: Wens, feiten: Celfeiten, anders: set[str]) -> None:
        client, contact = feiten.client, feiten.contact
        velden = [veld for veld in wens.client if veld in anders]
        for veld in velden:
            setattr(client, veld, wens.client[veld])
        if "opmerking" in anders:
            erbij = nieuwe_regels(client.opmerking, wens.opmerking)
            client.opmerking = f"{client.opmerking}\n{erbij}".strip()
            velden.append("opmerking")
        if velden:
            client.clean_fields(exclude=["ocmw"])
            wijzig_client(client, velden, door=self.door, op=self.op)
        velden = [veld for veld in wens.contact if veld in anders]
        for veld in velden:
            setattr(contact, veld, wens.contact[veld])
        if velden:
            contact.clean_fields(exclude=["client"])
            if contact.pk is None:
                contact.client = client
                contact.save(force_insert=True)
            wijzig_contact(contact, velden, door=self.door, op=self.op)

    def _verzet_start(self, traject: Traject, start: date) -> None:
        """The day the traject began was noted wrong; its first phase began that day too."""
        eerste = traject.faseperiodes.order_by("van", "pk").first()
        traject.gestart_op = start
        traject.full_clean(exclude=["client", "gestart_door"])
        traject.save(update_fields=["gestart_op"])
        if eerste and (eerste.tot is None or eerste.tot >= start):
            eerste.van = start
            eerste.save(update_fields=["van"])
        noteer(TRAJECT_GESTART, traject, door=self.door, client=traject.client, van=start)
        raakt(traject, Faseperiode)

    def _contract(self, wens: Wens, feiten: Celfeiten) -> None:
        if not wens.art60:
            return
        contract = bestaand_contract(wens, feiten) or Tewerkstelling(client=feiten.client)
        contract.van = wens.art60[0]
        contract.tot = wens.art60[1] or contract.tot
        if wens.uren:
            contract.uren_per_week = wens.uren
            contract.voltijds_uren = wens.voltijds or contract.voltijds_uren
        if wens.werkplek:
            contract.werkplek = self.werkplekken.geef(wens.werkplek)
        if contract.pk:
            velden = ["van", "tot", "uren_per_week", "voltijds_uren", "werkplek"]
            wijzig_tewerkstelling(contract, velden, door=self.door, op=self.op)
        else:
            start_tewerkstelling(contract, door=self.door, op=self.op)

    def _werkervaring(self, feiten: Celfeiten, start: date) -> None:
        if feiten.werkervaring is None:
            nieuw = Werkervaring(client=feiten.client, start=start)
            registreer_werkervaring(nieuw, door=self.door, op=self.op)
        else:
            feiten.werkervaring.start = start
            wijzig_werkervaring(feiten.werkervaring, ["start"], door=self.door, op=self.op)

    def _contact(self, client: Client, dag: date) -> None:
        gesprek = laatste_contact_als_gesprek(dag, self.door)
        gesprek.client = client
        gesprek.save(force_insert=True)
        noteer(GESPREK_GENOTEERD, gesprek, door=self.door, client=client, kanaal=str(gesprek.kanaal), dag=dag)
        raakt(gesprek)

    def _fase(self, wens: Wens, feiten: Celfeiten) -> None:
        """To the phase of the file, step by step along the allowed ways, so the history stays whole."""
        client, traject = feiten.client, feiten.traject
        if wens.loopt:
            if traject is None:
                begin = wens.start_traject if feiten.vorig_traject is None and wens.start_traject else self.op
                start_traject(client, door=self.door, op=min(begin, self.op), fase=Fase(int(wens.fase)))
                return
            for stap in weg(Fase(traject.fase), Fase(int(wens.fase))):
                op = max([self.op, *traject.faseperiodes.filter(tot=None).values_list("van", flat=True)])
                ga_naar_fase(
                    traject, stap, door=self.door, op=op, motivatie=MOTIVATIE, heeft_werk=bool(feiten.contracten)
                )
            return
        if traject is None and feiten.vorig_traject is None:
            begin = min(wens.start_traject or self.op, self.op)
            traject = start_traject(client, door=self.door, op=begin, fase=Fase.EINDE)
        if traject is not None:
            sluit_traject_af(traject, reden=Stopreden.INGEVOERD, door=self.door, op=max(self.op, traject.gestart_op))
        if wens.afgesloten:
            sluit_client(client, reden=Sluitreden.INGEVOERD, door=self.door, op=self.op)
        elif feiten.vorig_traject is not None:
            raakt(feiten.vorig_traject, stap=Stap.NAZORG)


def weg(van: Fase, naar: Fase) -> list[Fase]:
    """The shortest allowed way from one phase to another, without the first; OVERGANGEN connects all of them."""
    vorige: dict[Fase, Fase] = {van: van}
    rij = deque([van])
    while rij:
        hier = rij.popleft()
        for volgende in sorted(OVERGANGEN[hier]):
            if volgende not in vorige:
                vorige[volgende] = hier
                rij.append(volgende)
    stappen = [naar]
    while stappen[-1] != van:
        stappen.append(vorige[stappen[-1]])
    return stappen[-2::-1]
