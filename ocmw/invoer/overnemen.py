"""Write judged rows to the dossiers, chunk by chunk: each chunk is one transaction that also marks its rows as done, so a killed
import goes on where it stopped and nothing is written twice."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ocmw.invoer.beoordelen import Beoordelaar, Item, bekende_gesprekken, gespreksleutel
from ocmw.invoer.enums import TE_DOEN, Uitkomst
from ocmw.invoer.models import Invoer, Invoerrij
from ocmw.invoer.nieuw import Maker, maak_gesprek
from ocmw.invoer.werkplekken import Werkplekken
from ocmw.invoer.wijzigen import Wijziger
from ocmw.journaal.enums import Wat
from ocmw.journaal.models import Journaalregel, journaalregel
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import richt_beloften, ververs_contact
from trajecten.models import Gesprek

PER_BROK = 200
Meld = Callable[[int, int, str], None]
_FOUTEN = (Geweigerd, ValidationError, IntegrityError, IntussenGewijzigd)


class Overgenomen(Exception):
    """Another worker marked these rows meanwhile; this one leaves them alone."""


class RijGeweigerd(Exception):
    """One row of the chunk cannot be written any more: what the preview saw has changed since."""

    def __init__(self, sleutel: int, zin: str) -> None:
        super().__init__(zin)
        self.sleutel, self.zin = sleutel, zin


class Overnemer:
    def __init__(self, invoer: Invoer, *, door: Medewerker, op: date) -> None:
        self.invoer, self.door, self.op = invoer, door, op
        self.beoordelaar = Beoordelaar(invoer, door=door, op=op)

    def neem_over(self, meld: Meld) -> None:
        """All rows that are still to be done; `meld` hears the progress after each chunk and may raise to stop."""
        te_doen = Invoerrij.objects.te_doen(self.invoer)
        totaal = te_doen.count()
        gedaan = 0
        meld(0, totaal, "Invoeren")
        for soort, wat in (
            (Invoerrij.objects.personen(self.invoer), "Personen"),
            (Invoerrij.objects.gesprekken(self.invoer), "Gesprekken"),
        ):
            sleutels = list(soort.filter(pk__in=te_doen.values("pk")).order_by("pk").values_list("pk", flat=True))
            for begin in range(0, len(sleutels), PER_BROK):
                gedaan += self._brok(sleutels[begin : begin + PER_BROK])
                meld(min(gedaan, totaal), totaal, wat)

    def _brok(self, sleutels: Sequence[int]) -> int:
        """One chunk in one go; when the database or a rule refuses something in it, row by row to find out which."""
        try:
            with transaction.atomic(), _zonder_opruimer():
                return self._schrijf(sleutels)
        except Overgenomen:
            return len(sleutels)
        except RijGeweigerd as weigering:
            self._wijs_af(weigering.sleutel, weigering.zin)
            return self._brok(sleutels)
        except _FOUTEN as fout:
            if len(sleutels) == 1:
                self._wijs_af(sleutels[0], zin_van(fout))
                return 1
        return sum(self._brok([sleutel]) for sleutel in sleutels)

    def _schrijf(self, sleutels: Sequence[int]) -> int:
        rijen = list(
            Invoerrij.objects.filter(pk__in=sleutels, overgenomen_op=None, uitkomst__in=TE_DOEN).order_by("pk")
        )
        if not rijen:
            return len(sleutels)
        van_personen = Invoerrij.objects.filter(persoonrij__in=rijen, overgenomen_op=None, uitkomst=Uitkomst.NIEUW)
        gesprekken = [rij for rij in van_personen.order_by("pk") if rij.pk not in set(sleutels)]
        alles = [*rijen, *gesprekken]
        geclaimd = Invoerrij.objects.filter(pk__in=[rij.pk for rij in alles], overgenomen_op=None)
        if geclaimd.update(overgenomen_op=timezone.now()) != len(alles):
            raise Overgenomen
        items = self.beoordelaar.beoordeel(alles)
        for item in items:
            if item.uitkomst in {Uitkomst.AFGEWEZEN, Uitkomst.DUBBEL}:
                raise RijGeweigerd(item.rij.pk, " ".join(reden.tekst for reden in item.gelezen.redenen))
        self._schrijf_personen(items)
        self._schrijf_gesprekken(items)
        _onthoud_clienten(items)
        return len(alles)

    def _schrijf_personen(self, items: Sequence[Item]) -> None:
        personen = [item for item in items if item.wens is not None]
        if not personen:
            return
        werkplekken = Werkplekken(self.invoer.ocmw_id, door=self.door)
        wijziger = Wijziger(
            door=self.door, op=self.op, collegas=self.beoordelaar.team.collegas, werkplekken=werkplekken
        )
        for item in personen:
            if item.uitkomst == Uitkomst.GEWIJZIGD and item.feiten and item.wens:
                wijziger.wijzig(item.wens, item.feiten, list(item.verschillen))
        nieuwe = [item for item in personen if item.uitkomst == Uitkomst.NIEUW]
        per_persoon: dict[int, list[Item]] = {id(item): [] for item in nieuwe}
        for item in items:
            if item.persoon is not None and id(item.persoon) in per_persoon and item.uitkomst == Uitkomst.NIEUW:
                per_persoon[id(item.persoon)].append(item)
        maker = Maker(ocmw_id=self.invoer.ocmw_id, door=self.door, op=self.op, werkplekken=werkplekken)
        wensen = [(item.wens, [self._gesprek(rij) for rij in per_persoon[id(item)]]) for item in nieuwe if item.wens]
        for item, client in zip(nieuwe, maker.maak(wensen), strict=True):
            item.client_id = client.pk
            for gesprek in per_persoon[id(item)]:
                gesprek.client_id, gesprek.uitkomst = client.pk, Uitkomst.ONGEWIJZIGD  # written with the dossier

    def _gesprek(self, item: Item) -> Gesprek:
        waarden = item.gelezen.waarden
        return maak_gesprek(waarden, wie=self.beoordelaar.team.wie(waarden.get("door") or ""), door=self.door)

    def _schrijf_gesprekken(self, items: Sequence[Item]) -> None:
        """Talks of people who already had a dossier."""
        nieuwe = [item for item in items if item.wens is None and item.uitkomst == Uitkomst.NIEUW and item.client_id]
        bekend = bekende_gesprekken(item.client_id for item in nieuwe if item.client_id)
        gesprekken = []
        for item in nieuwe:
            if item.client_id and gespreksleutel(item.client_id, item.gelezen) not in bekend:
                gesprek = self._gesprek(item)
                gesprek.client_id = item.client_id
                gesprekken.append(gesprek)
        Gesprek.objects.bulk_create(gesprekken)
        clienten = {gesprek.client_id: gesprek.client for gesprek in gesprekken}
        Journaalregel.objects.bulk_create(
            journaalregel(
                Wat.GESPREK_GENOTEERD,
                gesprek,
                door=self.door,
                client=clienten[gesprek.client_id],
                kanaal=str(gesprek.kanaal),
                dag=gesprek.op,
            )
            for gesprek in gesprekken
        )
        for client in clienten.values():
            ververs_contact(client)
            richt_beloften(client, op=self.op)

    def _wijs_af(self, sleutel: int, zin: str) -> None:
        rij = Invoerrij.objects.get(pk=sleutel)
        rij.uitkomst = Uitkomst.AFGEWEZEN
        rij.redenen = [["", zin, "fout"], *rij.redenen]
        rij.save(update_fields=["uitkomst", "redenen"])
        for gesprek in Invoerrij.objects.filter(
            persoonrij=rij, overgenomen_op=None, uitkomst=Uitkomst.NIEUW, client=None
        ):
            gesprek.uitkomst = Uitkomst.AFGEWEZEN
            gesprek.redenen = [
                ["insz", f"De persoon van dit gesprek (rij {rij.nummer}) kon niet ingevoerd worden.", "fout"]
            ]
            gesprek.save(update_fields=["uitkomst", "redenen"])


@contextmanager
def _zonder_opruimer() -> Iterator[None]:
    """No garbage collection inside a chunk: it makes thousands of rows that all live to its end, and looking at them over and over
    costs a fifth of the import."""
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()


def _onthoud_clienten(items: Sequence[Item]) -> None:
    """Which dossier a row became. One prepared UPDATE for all: `bulk_update` costs a quarter of the whole import here."""
    tabel = Invoerrij._meta.db_table
    paren = [(item.client_id, item.rij.pk) for item in items if item.wens is not None and item.client_id]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {tabel} SET client_id = %s WHERE id = %s", paren)  # noqa: S608 - our own table name


def zin_van(fout: Exception) -> str:
    """One Dutch sentence for what a rule, a field or a constraint refused."""
    if isinstance(fout, Geweigerd):
        return fout.reden
    if isinstance(fout, ValidationError):
        return " ".join(dict.fromkeys(fout.messages))
    if isinstance(fout, IntussenGewijzigd):
        return "Iemand anders wijzigde dit dossier tijdens de invoer. Probeer deze rij opnieuw."
    return "Deze rij past niet bij wat er al staat (bijvoorbeeld twee keer hetzelfde INSZ of contract). Kijk het dossier na."
