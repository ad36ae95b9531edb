"""Write judged rows chunk by chunk: each chunk is one transaction that also marks its rows as done, so a killed import goes on
where it stopped and nothing is written twice. What a row becomes is the work of a subclass."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer.enums import TE_DOEN, Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, InvoerrijQuerySet

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
    def __init__(self, invoer: Invoer, beoordelaar: Any, *, door: Medewerker, op: date) -> None:
        self.invoer, self.beoordelaar, self.door, self.op = invoer, beoordelaar, door, op

    def delen(self) -> Sequence[tuple[InvoerrijQuerySet, str]]:
        """The rows in the order in which they are written, with a word for the progress bar."""
        raise NotImplementedError

    def neem_over(self, meld: Meld) -> None:
        """All rows that are still to be done; `meld` hears the progress after each chunk and may raise to stop."""
        te_doen = Invoerrij.objects.te_doen(self.invoer)
        totaal = te_doen.count()
        gedaan = 0
        meld(0, totaal, "Invoeren")
        for rijen, wat in self.delen():
            sleutels = list(rijen.filter(pk__in=te_doen.values("pk")).order_by("pk").values_list("pk", flat=True))
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
        """Mark the rows as done, look again at what they would do now, and do it."""
        rijen = list(
            Invoerrij.objects.filter(pk__in=sleutels, overgenomen_op=None, uitkomst__in=TE_DOEN).order_by("pk")
        )
        if not rijen:
            return len(sleutels)
        alles = self._met_aanhang(rijen)
        # The claim of all rows of the chunk or none: when another worker has one of them, this transaction ends and looks again.
        geclaimd = Invoerrij.objects.filter(pk__in=[rij.pk for rij in alles], overgenomen_op=None)
        if geclaimd.update(overgenomen_op=timezone.now()) != len(alles):
            raise Overgenomen
        items = self.beoordelaar.beoordeel(alles)
        for item in items:
            if item.uitkomst in {Rijuitkomst.AFGEWEZEN, Rijuitkomst.DUBBEL}:
                raise RijGeweigerd(item.rij.pk, " ".join(reden.tekst for reden in item.gelezen.redenen))
        self.schrijf_items(items)
        return len(alles)

    def _met_aanhang(self, rijen: list[Invoerrij]) -> list[Invoerrij]:
        """Rows of another part that are written in the same transaction."""
        return rijen

    def schrijf_items(self, items: Sequence[Any]) -> None:
        raise NotImplementedError

    def _wijs_af(self, sleutel: int, zin: str) -> None:
        rij = Invoerrij.objects.get(pk=sleutel)
        rij.uitkomst = Rijuitkomst.AFGEWEZEN
        rij.redenen = [["", zin, "fout"], *rij.redenen]
        rij.save(update_fields=["uitkomst", "redenen"])


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


def zin_van(fout: Exception) -> str:
    """One Dutch sentence for what a rule, a field or a constraint refused."""
    if isinstance(fout, Geweigerd):
        return fout.reden
    if isinstance(fout, ValidationError):
        return " ".join(dict.fromkeys(fout.messages))
    if isinstance(fout, IntussenGewijzigd):
        return "Iemand anders wijzigde dit tijdens de invoer. Probeer deze rij opnieuw."
    return "Deze rij past niet bij wat er al staat (bijvoorbeeld twee keer hetzelfde nummer of contract). Kijk na wat er staat."
