"""The money of the TWE months in the demo: one invented person for each reason on the radar, and one kept wat-als."""

import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle

from clienten.actions import maak_client, wijs_toe
from clienten.enums import Antwoord, Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Contactgegevens
from ocmw.gereedschap.demo.verhaal import Demoverhaal
from ocmw.kalender.maanden import laatste_dag_na_maanden, plus_maanden
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.enums import Onderbrekingsoort
from tewerkstelling.geld.actions import bewaar_registratie, maak_radartaak
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import TweRegistratie
from tewerkstelling.geld.radar import Radargroep, maandeinde, radar
from tewerkstelling.models import Tewerkstelling, Werkplek
from tewerkstelling.rechtenteller.scenarios import bewaar_scenario
from tewerkstelling.rechtenteller.tellen import Gebeurtenis
from tewerkstelling.rechtenteller.watals import WatAlsWens
from trajecten.actions import start_traject
from trajecten.twe.actions import registreer_werkervaring, wijzig_werkervaring
from trajecten.twe.models import Werkervaring

EEN_DAG = timedelta(days=1)


class Geldverhaal:
    """Adds people to one OCMW that is filled already."""

    def __init__(self, ocmw: Ocmw, op: date) -> None:
        self.ocmw, self.op = ocmw, op
        self.verhaal = Demoverhaal(random.Random(60), op)
        self.eind = maandeinde(op)
        self.begin = self.eind.replace(day=1)
        self.coach, self.mw, self.coordinator = (
            Medewerker.objects.filter(ocmw=ocmw, rol=rol).order_by("pk")[0]
            for rol in (Rol.ATB, Rol.MW, Rol.COORDINATOR)
        )
        # One after the other, so that no place is fuller than it can be.
        self.plekken = cycle(
            Werkplek.objects.filter(werkgever__ocmw=ocmw, actief=True).order_by("-capaciteit", "pk")[:6]
        )

    def vertel(self) -> None:
        half_jaar = plus_maanden(self.begin, -6)
        self._twe(
            "Youssef", "Amrani", half_jaar, einde=half_jaar + timedelta(days=400), status=MlpStatus.TE_REGISTREREN
        )
        self._twe("Mariam", "Haddad", half_jaar, einde=half_jaar + timedelta(days=365), status=MlpStatus.GEBLOKKEERD)
        kort = plus_maanden(self.begin, -11)
        self._twe("Tom", "Verlinden", kort, einde=self.eind - EEN_DAG, status=MlpStatus.GEREGISTREERD)
        # The limit for a timely start lies in this month: still to save, or just lost.
        bijna = self._twe("Selam", "Tekle", plus_maanden(self.eind, -2) - EEN_DAG, status=MlpStatus.GEREGISTREERD)
        self._twe("Rik", "Adams", plus_maanden(self.begin, -4), status=MlpStatus.GEREGISTREERD)
        self._over_de_24()
        stopt = self._twe(
            "Elif", "Demir", half_jaar, einde=self.op + timedelta(days=120), status=MlpStatus.GEREGISTREERD
        )
        stopt.gestopt_op, stopt.stopreden = self.op - EEN_DAG, "Verhuist naar een andere gemeente"
        wijzig_werkervaring(stopt, ["gestopt_op", "stopreden"], door=self.coach, op=self.op)
        self._taak(bijna)
        self._voorstel(half_jaar)

    def _client(self, voornaam: str, achternaam: str, sinds: date, *, fase: int) -> Client:
        with handeling(op=self.op):
            return self._nieuwe_client(voornaam, achternaam, sinds, fase=fase)

    def _nieuwe_client(self, voornaam: str, achternaam: str, sinds: date, *, fase: int) -> Client:
        geboren = date(1988, 5, 4) + timedelta(days=len(voornaam) * 311 + len(achternaam) * 97)
        client = Client(
            ocmw=self.ocmw, voornaam=voornaam, achternaam=achternaam, geboortedatum=geboren, taal="Nederlands",
            mag_werken=Antwoord.JA,
        )  # fmt: skip
        maak_client(client, Contactgegevens(gsm="+32470000000"), door=self.mw, op=sinds)
        wijs_toe(client, self.coach, rol=Toewijzingsrol.ATB, door=self.mw, op=sinds)
        traject = start_traject(client, door=self.coach, op=sinds)
        self.verhaal.plan(traject, self.coach, op=sinds)
        self.verhaal.fasen(traject, self.coach, tot=fase, begin=sinds)
        self.verhaal.gesprekken(traject, self.coach, tot=self.op)
        return client

    def _twe(
        self, voornaam: str, achternaam: str, start: date, *, einde: date | None = None, status: MlpStatus
    ) -> Werkervaring:
        client = self._client(voornaam, achternaam, start - timedelta(days=20), fase=4 if einde else 3)
        venster = registreer_werkervaring(Werkervaring(client=client, start=start), door=self.coach, op=self.op)
        if einde:
            self._contract(client, start + timedelta(days=7), einde)
        vanaf = start if status == MlpStatus.GEREGISTREERD else None
        rij = TweRegistratie(client=client, werkervaring=venster, status=status, vdab_vanaf=vanaf)
        bewaar_registratie(rij, ["status", "vdab_vanaf"], door=self.coach, op=self.op)
        return venster

    def _contract(self, client: Client, van: date, einde: date, uren: float = 38) -> Tewerkstelling:
        contract = Tewerkstelling(
            client=client, werkplek=next(self.plekken, None), van=van, tot=einde + EEN_DAG, uren_per_week=uren
        )
        return start_tewerkstelling(contract, door=self.coach, op=self.op)

    def _over_de_24(self) -> None:
        """Art.60 still runs after the window, and the days were proven long ago."""
        start = plus_maanden(self.begin, -25)
        self._twe("Nadia", "Peeters", start, einde=self.eind + timedelta(days=60), status=MlpStatus.GEREGISTREERD)

    def _taak(self, venster: Werkervaring) -> None:
        rijen = {rij.werkervaring: rij for rij in radar(self.coordinator, self.eind, op=self.op)}
        rij = rijen.get(venster.pk)
        if rij and rij.groep == Radargroep.TE_DOEN:
            maak_radartaak(venster, rij, self.eind, door=self.coordinator, op=self.op)

    def _voorstel(self, start: date) -> None:
        """What if the contract becomes half-time and stands still for a month? Kept, to talk about with the client."""
        client = self._client("Fatou", "Diallo", start - timedelta(days=20), fase=4)
        registreer_werkervaring(Werkervaring(client=client, start=start), door=self.coach, op=self.op)
        contract = self._contract(client, start + timedelta(days=7), laatste_dag_na_maanden(start, 16))
        stil = plus_maanden(self.begin, 1)
        schorsing = Gebeurtenis(Onderbrekingsoort.SCHORSING, stil, laatste_dag_na_maanden(stil, 1))
        wens = WatAlsWens(contract.van, contract.laatste_dag, Decimal(19), (schorsing,))
        bewaar_scenario(contract, wens, "Halftijds werken en een maand schorsing", door=self.coach, op=self.op)
