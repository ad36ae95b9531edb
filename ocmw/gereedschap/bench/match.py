"""Matching one place against many candidates: the time of the database alone, and the whole judgement against it."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from time import perf_counter
from typing import Any

from django.db import connection

from clienten.enums import Randvoorwaardesoort, Stap, Toewijzingsrol
from clienten.models import Client, Randvoorwaarde, Stand, Toewijzing
from clienten.profiel.enums import Sector
from clienten.profiel.models import Profiel, Taalkennis
from ocmw.gereedschap.bench.genereer import ZONDER_GEBOORTEDATUM, ververs_statistiek
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, paar
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Vervoer
from tewerkstelling.match.lezen import kandidaten, lees_kandidaten, lees_plekken
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Werkprofiel
from tewerkstelling.match.oordeel import Oordeel, beoordeel, rangschik
from tewerkstelling.models import Mentor, Tewerkstelling, Werkgever, Werkplek

AANTAL = 5000


class Matchwereld:
    """An OCMW of its own with so many people who look for work, every profile filled in, half of them at the end of a
    contract; straight into the tables, as the rest of the bench does."""

    def __init__(self, op: date, aantal: int = AANTAL) -> None:
        self.op = op
        self.dobbel = random.Random(137)  # noqa: S311 - invented people, the same every time
        self.ocmw, _ = Ocmw.objects.get_or_create(code="match", defaults={"naam": "OCMW Match"})
        self.coach, _ = Medewerker.objects.get_or_create(
            email="atb@match.example",
            defaults={"voornaam": "Atb", "achternaam": "Match", "ocmw": self.ocmw, "rol": Rol.ATB},
        )
        werkgever, _ = Werkgever.objects.get_or_create(ocmw=self.ocmw, naam="Match vzw", defaults={"soort": "vzw"})
        self.plek, _ = Werkplek.objects.get_or_create(
            werkgever=werkgever,
            naam="Poetsploeg",
            defaults={
                "sector": "schoonmaak", "uren_per_week": Decimal(38), "taalniveau": "A2", "fysieke_eisen": ["stof"],
                "werktijden": ["dag"], "begint_om": time(7, 30), "eindigt_om": time(16), "reisminuten": 25, "capaciteit": aantal,
            },
        )  # fmt: skip
        Mentor.objects.get_or_create(werkgever=werkgever, naam="Mentor")[0].werkplekken.add(self.plek)
        al = Client.objects.filter(ocmw=self.ocmw).count()
        if al < aantal:
            self._mensen(range(al, aantal))

    def _mensen(self, nummers: range) -> None:
        clienten = Client.objects.bulk_create(
            [
                Client(
                    ocmw=self.ocmw,
                    voornaam="Mens",
                    achternaam=f"Match{n}",
                    zoeknaam=f"match{n:05d} mens",
                    zoekwoorden=f" match{n} mens",
                    mag_werken="ja",
                    # As in the rest of the bench, some have none.
                    geboortedatum=None if n % ZONDER_GEBOORTEDATUM == 0 else date(1970, 1, 1) + timedelta(days=n),
                )
                for n in nummers
            ],
            batch_size=1000,
        )
        rijen: list[tuple[Any, Callable[[Client], Any]]] = [
            (Stand, self._stand),
            (Toewijzing, lambda c: Toewijzing(client=c, medewerker=self.coach, rol=Toewijzingsrol.ATB, van=self.op)),
            (Profiel, self._wens),
            (Werkprofiel, self._werk),
            (
                Taalkennis,
                lambda c: Taalkennis(client=c, taal="Nederlands", niveau=self.dobbel.choice(["A1", "A2", "B1"])),
            ),
            (Randvoorwaarde, lambda c: Randvoorwaarde(client=c, soort=Randvoorwaardesoort.KINDEROPVANG, in_orde="ja")),
            (Randvoorwaarde, lambda c: Randvoorwaarde(client=c, soort=Randvoorwaardesoort.MOBILITEIT, in_orde="nee")),
        ]
        for model, maak in rijen:
            model.objects.bulk_create([maak(client) for client in clienten], batch_size=1000)
        contracten = [
            Tewerkstelling(
                client=client,
                werkplek=self.plek,
                van=self.op - timedelta(days=300),
                tot=self.op + timedelta(days=1 + client.pk % 50),
            )
            for client in clienten[::2]
        ]
        Tewerkstelling.objects.bulk_create(contracten, batch_size=1000)
        ververs_statistiek()

    def _stand(self, client: Client) -> Stand:
        return Stand(
            client=client,
            ocmw=self.ocmw,
            zoeknaam=client.zoeknaam,
            stap=Stap.FASE_3,
            stap_sinds=self.op,
            coach=self.coach,
        )

    def _wens(self, client: Client) -> Profiel:
        dobbel = self.dobbel
        return Profiel(
            client=client,
            jobdoelwit="poetshulp",
            realistisch="ja",
            sectoren=dobbel.sample(Sector.values, 3),
            sectoren_niet=dobbel.sample(Sector.values, 1),
            rijbewijs=dobbel.choice(["ja", "nee"]),
        )

    def _werk(self, client: Client) -> Werkprofiel:
        dobbel = self.dobbel
        return Werkprofiel(
            client=client,
            uren_min=Decimal(dobbel.choice([10, 19, 24])),
            uren_max=Decimal(dobbel.choice([24, 30, 38])),
            kan_van=time(dobbel.randint(5, 10), dobbel.choice([0, 15, 30, 45])),
            kan_tot=time(dobbel.randint(12, 20)),
            werktijden=dobbel.sample(Werktijd.values, 2),
            max_reisminuten=dobbel.randint(10, 90),
            vervoer=dobbel.sample(Vervoer.values, 2),
            vrij_vanaf=self.op + timedelta(days=dobbel.randint(-60, 90)),
            beperkt=dobbel.choice(["ja", "nee"]),
            niet_mogelijk=dobbel.sample(FysiekeEis.values, 2),
        )

    def rangschik(self) -> list[Oordeel]:
        """What the page does before it shows one page of it."""
        ((_, plek),) = lees_plekken(Werkplek.objects.filter(pk=self.plek.pk), op=self.op)
        maat = maatstaf(op=self.op)
        gelezen = lees_kandidaten(kandidaten(self.coach, op=self.op), self.coach, op=self.op)
        return rangschik([beoordeel(kandidaat.feiten, plek, maat, op=self.op) for kandidaat in gelezen])


class Databanktijd:
    """Milliseconds the database needs for the queries of `werk`: each is run once more and all its rows are fetched,
    without making anything of them."""

    def __init__(self, werk: Callable[[], Any]) -> None:
        self.milliseconden, self.queries = 0.0, 0
        self._bezig = False
        self.vragen: list[tuple[str, Any]] = []
        with connection.execute_wrapper(self._meet):
            werk()

    def _meet(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - the signature Django asks of a wrapper
        if not self._bezig:
            self.queries += 1
            self.vragen.append((sql, params))
            self._bezig = True
            begin = perf_counter()
            haal_op(sql, params)
            self.milliseconden += (perf_counter() - begin) * 1000
            self._bezig = False
        return execute(sql, params, many, context)

    def opnieuw(self) -> None:
        """The same queries once more: the reference of the whole judgement."""
        for sql, params in self.vragen:
            haal_op(sql, params)


def haal_op(sql: str, params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)  # as Django compiled it a moment ago
        cursor.fetchall()


def meet_match(bank: Meetbank) -> Tijdmeting:
    wereld = Matchwereld(bank.wereld.op, bank.maten.kwart)
    wereld.rangschik()  # caches of rules, and of judgements that many people share
    databank = Databanktijd(wereld.rangschik)
    return replace(
        paar(wereld.rangschik, databank.opnieuw, rondes=bank.maten.weinig),
        queries=databank.queries,
        databank=databank.milliseconden,
        toelichting=f"{bank.maten.kwart} kandidaten, {databank.milliseconden:.0f} ms in de databank",
    )
