"""People as they are in real life, made through the real actions: what a flow passes depends on what the dossier holds.

The rest of the bench fills the tables directly, for numbers; a handful here, so that termijnen and stand are in step.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from clienten.actions import maak_client, wijs_toe
from clienten.enums import Toewijzingsrol
from clienten.models import Client, Contactgegevens
from ocmw.gereedschap.bench.genereer import Wereld
from tewerkstelling.startklaar.actions import (
    maak_plaatsing,
    noteer_beslissing,
    noteer_handtekeningen,
    noteer_loon,
    noteer_raad,
    vink_punt,
)
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.models import Loonafspraak, Plaatsing, Startbeslissing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from trajecten.actions import noteer_gesprek, start_traject
from trajecten.enums import Kanaal
from trajecten.models import Gesprek
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring


class Meetsituatie:
    """One client of a maatschappelijk werker and a coach, from referral to the morning before the first working day."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld, self.op = wereld, wereld.op
        self.mw, self.coach = wereld.mws[0], wereld.coaches[0]

    def client(self) -> Client:
        begin = self.op - timedelta(days=100)
        client = maak_client(
            Client(ocmw=self.wereld.ocmw, voornaam="Proef", achternaam="Persoon", geboortedatum=date(1985, 7, 30)),
            Contactgegevens(gsm="+32470123456"),
            door=self.mw,
            op=begin,
        )
        wijs_toe(client, self.coach, rol=Toewijzingsrol.ATB, door=self.mw, op=begin)
        return client

    def met_traject(self) -> Client:
        client = self.client()
        start_traject(client, door=self.coach, op=self.op - timedelta(days=90))
        dag = self.op - timedelta(days=10)
        gesprek = Gesprek(client=client, op=dag, kanaal=Kanaal.GESPREK, verslag="We bespraken hoe het gaat.")
        noteer_gesprek(gesprek, door=self.coach, op=dag)
        return client

    def met_venster(self) -> Client:
        """The window of 24 months is open, so that a contract moves something."""
        client = self.met_traject()
        start = self.op - timedelta(days=30)
        registreer_werkervaring(Werkervaring(client=client, start=start), door=self.coach, op=self.op)
        return client

    def startklaar(self) -> Plaatsing:
        """A placement with everything on the list in order."""
        van = self.op + timedelta(days=14)
        plaatsing = Plaatsing(
            client=self.met_traject(),
            werkplek=self.wereld.werkplekken[0],
            van=van,
            tot=van + timedelta(days=365),
            uren_per_week=Decimal(38),
            functie="Magazijnmedewerker",
            taken="Goederen sorteren",
            werkrooster="maandag tot vrijdag, 8 tot 16 uur",
        )
        pk = maak_plaatsing(plaatsing, door=self.coach, op=self.op).pk
        rij = _vers(pk)
        for veld in HANDTEKENINGEN:
            setattr(rij, veld, self.op)
        noteer_handtekeningen(rij, list(HANDTEKENINGEN), door=self.coach, op=self.op)
        rij = _vers(pk)
        rij.raad_op = rij.van
        noteer_raad(rij, ["raad_op"], door=self.coach, op=self.op)
        self._feiten(_vers(pk))
        for punt in checklist(_vers(pk)).punten:
            if not punt.afgeleid:
                vink_punt(_vers(pk), punt.code, door=self.coach, op=self.op)
        return _vers(pk)

    def _feiten(self, rij: Plaatsing) -> None:
        """What the list reads by itself."""
        wie = {"client": rij.client, "plaatsing": rij}
        registreer_werkervaring(Werkervaring(client=rij.client, start=self.op), door=self.coach, op=self.op)
        samen: dict[str, Any] = {"recht": "leefloon", "recht_op": self.op, "mw": self.coach, "mw_op": self.op}
        samen |= {"client_op": self.op, "waarom": "Ervaring opdoen."}
        noteer_beslissing(Startbeslissing(**wie, **samen), list(samen), door=self.coach, op=self.op)
        loon: dict[str, Any] = {"brutoloon": Decimal(2200), "cheques": "nee", "reis": "geen"}
        noteer_loon(Loonafspraak(**wie, **loon), list(loon), door=self.coach, op=self.op)


def _vers(pk: int) -> Plaatsing:
    """As a page would read it: nothing cached from before."""
    return Plaatsing.objects.met_alles().get(pk=pk)
