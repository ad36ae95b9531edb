"""A big invented OCMW, straight into the tables: thousands of people with traject, talks, contracts and termijnen.

Bulk on purpose and not through the actions: the bench measures reading pages, not making history. The rows satisfy the same
constraints, and the same columns are filled that the actions fill.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

from clienten.enums import Stap, Toewijzingsrol
from clienten.feiten import lees_dossiers
from clienten.models import Client, Contactgegevens, Stand, Toewijzing
from ocmw.gereedschap.demo.namen import ACHTERNAMEN, TALEN, VOORNAMEN
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from tewerkstelling.models import Tewerkstelling, Werkgever, Werkplek
from tewerkstelling.rechtenteller.stand import maak_rechtendagplan
from trajecten.beloften import CONTACT, TRAJECTPLAN
from trajecten.enums import Aanwezigheid
from trajecten.models import Faseperiode, Gesprek, Traject

M = TypeVar("M", bound=models.Model)
GESPREKKEN = 4
ZONDER_GEBOORTEDATUM = 50  # one in so many: real files have them, and a count that depends on the age refuses them
PER_AFLEIDING = 2000
PER_PLEK = 50  # clients per workplace
LETTERGREPEN = ["ba", "de", "ko", "li", "mu", "ne", "ra", "so", "ta", "vi", "wo", "ze"]


def bewaar(rijen: Iterator[M], soort: type[M], per: int = 2000) -> None:
    while deel := list(islice(rijen, per)):
        soort._default_manager.bulk_create(deel)


def ververs_statistiek() -> None:
    """What autovacuum does in real life: let the planner know the tables have grown."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class Wereld:
    """Adds people until there are `aantal`; can be called again to grow the same database."""

    def __init__(self, op: date) -> None:
        self.op = op
        self.dobbel = random.Random(1976)  # noqa: S311 - invented people, the same every time
        self.ocmw, _ = Ocmw.objects.get_or_create(code="bench", defaults={"naam": "OCMW Bench"})
        self.coordinator = self._medewerker("coordinator", 0)
        self.coaches = [self._medewerker("atb", n) for n in range(40)]
        self.mws = [self._medewerker("mw", n) for n in range(40)]
        self.werkgever, _ = Werkgever.objects.get_or_create(ocmw=self.ocmw, naam="Bench vzw", defaults={"soort": "vzw"})
        self.werkplekken = [Werkplek.objects.get_or_create(werkgever=self.werkgever, naam="Magazijn")[0]]

    def _medewerker(self, rol: str, nummer: int) -> Medewerker:
        return Medewerker.objects.get_or_create(
            email=f"{rol}{nummer}@bench.example",
            defaults={"voornaam": rol.title(), "achternaam": f"Nummer {nummer}", "ocmw": self.ocmw, "rol": Rol(rol)},
        )[0]

    def groei_tot(self, aantal: int) -> None:
        eigen = Client.objects.filter(ocmw=self.ocmw)
        al = eigen.count()
        if al >= aantal:
            return
        bewaar((self._werkplek(n) for n in range(len(self.werkplekken), aantal // PER_PLEK)), Werkplek)
        self.werkplekken = list(Werkplek.objects.filter(werkgever=self.werkgever).order_by("pk"))
        bewaar((self._client(n) for n in range(al, aantal)), Client)
        nieuw = list(eigen.order_by("pk")[al:aantal])
        bewaar((Contactgegevens(client=c, gemeente="Benchem", gsm="+32470000000") for c in nieuw), Contactgegevens)
        bewaar((rij for c in nieuw for rij in self._toewijzingen(c)), Toewijzing)
        bewaar((self._traject(c) for c in nieuw if self._stap(c)), Traject)
        trajecten = list(
            Traject.objects.filter(client__ocmw=self.ocmw, client_id__gte=nieuw[0].pk).select_related("client")
        )
        bewaar((self._periode(t) for t in trajecten), Faseperiode)
        bewaar((g for t in trajecten for g in self._gesprekken(t)), Gesprek)
        bewaar((self._contract(t) for t in trajecten if t.fase >= 4), Tewerkstelling)
        bewaar((t for traject in trajecten for t in self._termijnen(traject)), Termijn)
        bewaar((self._stand(c) for c in nieuw), Stand)
        met_contract = [traject.client_id for traject in trajecten if traject.fase >= 4]
        for begin in range(0, len(met_contract), PER_AFLEIDING):
            maak_rechtendagplan(lees_dossiers(met_contract[begin : begin + PER_AFLEIDING], op=self.op)).schrijf()

    def _werkplek(self, nummer: int) -> Werkplek:
        return Werkplek(werkgever=self.werkgever, naam=f"Magazijn {nummer}", capaciteit=PER_PLEK)

    def werkplek_van(self, client_pk: int) -> Werkplek:
        return self.werkplekken[client_pk % len(self.werkplekken)]

    def _client(self, nummer: int) -> Client:
        dobbel = self.dobbel
        achternaam = dobbel.choice(ACHTERNAMEN) + "".join(dobbel.choices(LETTERGREPEN, k=2))
        voornaam = dobbel.choice(VOORNAMEN[dobbel.choice("VM")])
        geboren = date(1960, 1, 1) + timedelta(days=dobbel.randint(0, 16_000))
        negen = f"{geboren:%y%m%d}{nummer % 997 + 1:03d}"
        basis = int(f"2{negen}") if geboren.year >= 2000 else int(negen)
        onbekend = nummer % ZONDER_GEBOORTEDATUM == ZONDER_GEBOORTEDATUM // 2
        # Unique per person: the bench needs many people, not real numbers.
        insz = f"{negen}{97 - basis % 97:02d}" if nummer < 900 else f"{90000000000 + nummer}"
        client = Client(
            ocmw=self.ocmw,
            voornaam=voornaam,
            achternaam=achternaam,
            insz="" if onbekend else insz,
            geboortedatum=None if onbekend else geboren,
            taal=dobbel.choice(TALEN)[0],
        )
        client.vul_zoeknaam()
        return client

    def _stap(self, client: Client) -> int:
        """0 = only a file, 1-5 = that phase, 6 = closed."""
        return client.pk % 7

    def _coach(self, client: Client) -> Medewerker:
        return self.coaches[client.pk % len(self.coaches)]

    def _mw(self, client: Client) -> Medewerker:
        return self.mws[client.pk % len(self.mws)]

    def _toewijzingen(self, client: Client) -> list[Toewijzing]:
        van = self.op - timedelta(days=300)
        rijen = [Toewijzing(client=client, medewerker=self._mw(client), rol=Toewijzingsrol.MW, van=van)]
        if self._stap(client):
            rijen.append(Toewijzing(client=client, medewerker=self._coach(client), rol=Toewijzingsrol.ATB, van=van))
        return rijen

    def _traject(self, client: Client) -> Traject:
        stap = self._stap(client)
        gesloten: dict[str, Any] = {"afgesloten_op": self.op, "stopreden": "werk"} if stap == 6 else {}
        gestart = self.op - timedelta(days=100 + client.pk % 400)
        return Traject(
            client=client, gestart_op=gestart, gestart_door=self._coach(client), fase=min(stap, 5), **gesloten
        )

    def _periode(self, traject: Traject) -> Faseperiode:
        return Faseperiode(
            traject=traject,
            fase=traject.fase,
            van=traject.gestart_op,
            tot=traject.afgesloten_op,
            gestart_door_id=traject.gestart_door_id,
        )

    def _gesprekken(self, traject: Traject) -> list[Gesprek]:
        return [
            Gesprek(
                client_id=traject.client_id,
                op=self.op - timedelta(days=(traject.client_id * 7 + n * 23) % 100),
                aanwezigheid=Aanwezigheid.AANWEZIG,
                duur=30,
                verslag="We bespraken hoe het gaat en wat de volgende stap is. " * 3,
                door_id=traject.gestart_door_id,
            )
            for n in range(GESPREKKEN)
        ]

    def _contract(self, traject: Traject) -> Tewerkstelling:
        return Tewerkstelling(
            client_id=traject.client_id,
            werkplek=self.werkplek_van(traject.client_id),
            van=self.op - timedelta(days=100),
            tot=self.op + timedelta(days=10 + traject.client_id % 300),
            uren_per_week=38,
        )

    def _termijnen(self, traject: Traject) -> list[Termijn]:
        if traject.afgesloten_op:
            return []
        basis = {
            "client_id": traject.client_id,
            "ocmw": self.ocmw,
            "verantwoordelijke_id": traject.gestart_door_id,
            "geopend_op": self.op - timedelta(days=60),
        }
        verschil = traject.client_id * 13 % 120 - 20
        return [
            Termijn(soort=CONTACT, vervalt_op=self.op + timedelta(days=verschil), **basis),
            Termijn(soort=TRAJECTPLAN, vervalt_op=self.op + timedelta(days=verschil + 9), **basis),
        ]

    def _stand(self, client: Client) -> Stand:
        stap = self._stap(client)
        verschil = client.pk * 13 % 120 - 20
        lopend = 0 < stap < 6
        termijn = self.op + timedelta(days=verschil) if lopend else None
        return Stand(
            client=client,
            ocmw=self.ocmw,
            zoeknaam=client.zoeknaam,
            taal=client.taal,
            stap=Stap(10 + stap) if lopend else (Stap.GESLOTEN if stap else Stap.NIEUW),
            stap_sinds=self.op - timedelta(days=100 + client.pk % 400),
            coach=self._coach(client) if stap else None,
            mw=self._mw(client),
            laatste_contact_op=self.op - timedelta(days=client.pk % 60) if stap else None,
            eerste_termijn_op=termijn,
            stilte_op=termijn,
            einde_op=self.op + timedelta(days=9 + client.pk % 300) if stap in {4, 5} else None,
        )
