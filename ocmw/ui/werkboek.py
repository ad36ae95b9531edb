"""Every workbook we hand out: text, numbers and dates only. A cell that starts with "=" is text, an address is text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.timezone import is_aware, localtime

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_TEKENS = 32_000  # Excel stops at 32 767 per cell
# A day is a number to Excel. It counts a 29 February 1900 that never was: from the day after on the numbers are right.
EERSTE_DAG, DAG_NUL = date(1900, 3, 1), date(1899, 12, 30).toordinal()
_VERBODEN = re.compile(r"[\[\]:*?/\\]")
_INSTELLINGEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Boekcel = str | int | float | Decimal | date | datetime | None
Celopmaak = Callable[[int, Boekcel], Any]  # the place of the cell in its row and its value -> a format, or None


class Boekschrijver:
    """Writes rows below each other on the last sheet that was begun; keeps the used sheet names."""

    def __init__(self, *, moment: str = "dd/mm/yyyy hh:mm") -> None:
        self._uit = BytesIO()
        self._boek = xlsxwriter.Workbook(self._uit, _INSTELLINGEN)
        self._namen: set[str] = set()
        self._dag, self._moment = self.opmaak(num_format="dd/mm/yyyy"), self.opmaak(num_format=moment)
        self.vet = self.opmaak(bold=True)
        self.blad: Any = None
        self.rij = 0

    def opmaak(self, **eigenschappen: Any) -> Any:
        return self._boek.add_format(eigenschappen)

    def nieuw_blad(self, titel: str, breedtes: Mapping[tuple[int, int], int]) -> None:
        """`breedtes`: first and last column (both included) -> width in characters."""
        self.blad = self._boek.add_worksheet(self._bladnaam(titel))
        for (eerste, laatste), breedte in breedtes.items():
            self.blad.set_column(eerste, laatste, breedte)
        self.rij = 0

    def schrijf(self, waarden: Iterable[Boekcel], opmaak: Celopmaak | None = None) -> None:
        """One row; None is an empty cell, and a text that Excel cannot hold goes on below, so nothing is cut off.

        Without `opmaak` dates filter as dates in the sheet, and the rest stands as it is.
        """
        hoogte, kies = 1, opmaak or self._gewoon
        schrijf_tekst, schrijf_getal, schrijf_dag = (
            self.blad.write_string,
            self.blad.write_number,
            self.blad.write_datetime,
        )
        for k, waarde in enumerate(waarden):
            if isinstance(waarde, str) and len(waarde) <= MAX_TEKENS:
                schrijf_tekst(self.rij, k, waarde, opmaak(k, waarde) if opmaak else None)
            elif isinstance(waarde, str):
                vorm = kies(k, waarde)
                for i in range(0, len(waarde), MAX_TEKENS):
                    schrijf_tekst(self.rij + i // MAX_TEKENS, k, waarde[i : i + MAX_TEKENS], vorm)
                hoogte = max(hoogte, -(-len(waarde) // MAX_TEKENS))
            elif type(waarde) is date and waarde >= EERSTE_DAG:
                schrijf_getal(self.rij, k, waarde.toordinal() - DAG_NUL, kies(k, waarde))
            elif isinstance(waarde, bool):
                schrijf_tekst(self.rij, k, "ja" if waarde else "nee", kies(k, waarde))
            elif isinstance(waarde, date):
                met_zone = isinstance(waarde, datetime) and is_aware(waarde)
                kaal = localtime(waarde).replace(tzinfo=None) if met_zone else waarde  # type: ignore[arg-type]  # an aware datetime
                schrijf_dag(self.rij, k, kaal, kies(k, waarde))
            elif waarde is not None:
                schrijf_getal(self.rij, k, float(waarde), kies(k, waarde))
        self.rij += hoogte

    def _gewoon(self, k: int, waarde: Boekcel) -> Any:
        if isinstance(waarde, datetime):
            return self._moment
        return self._dag if isinstance(waarde, date) else None

    def inhoud(self) -> bytes:
        """The file; nothing can be written after this."""
        self._boek.close()
        return self._uit.getvalue()

    def _bladnaam(self, titel: str) -> str:
        """Excel's rules: at most 31 characters, some refused, unique without regard to case."""
        kaal = _VERBODEN.sub(" ", titel).strip(" '")[:28] or "Blad"
        naam, n = kaal, 2
        while naam.casefold() in self._namen:
            naam, n = f"{kaal[:26]} {n}", n + 1
        self._namen.add(naam.casefold())
        return naam


def lijst_als_werkboek(
    titel: str,
    koppen: Sequence[str],
    rijen: Iterable[Iterable[Boekcel]],
    *,
    breedte: int = 20,
    vast: int = 3,
    moment: str = "dd/mm/yyyy hh:mm",
) -> bytes:
    """One sheet with a head that stays and filters; `vast` says how many columns stay too."""
    boek = Boekschrijver(moment=moment)
    schrijf_lijst(boek, titel, koppen, rijen, {(0, len(koppen) - 1): breedte}, vast=vast)
    return boek.inhoud()


def schrijf_lijst(
    boek: Boekschrijver,
    titel: str,
    koppen: Sequence[str],
    rijen: Iterable[Iterable[Boekcel]],
    breedtes: Mapping[tuple[int, int], int],
    *,
    vast: int = 3,
    opmaak: Celopmaak | None = None,
) -> None:
    """A sheet of one list in `boek`."""
    boek.nieuw_blad(titel, breedtes)
    boek.schrijf(koppen, lambda k, waarde: boek.vet)
    boek.blad.freeze_panes(1, vast)
    for rij in rijen:
        boek.schrijf(rij, opmaak)
    boek.blad.autofilter(0, 0, max(1, boek.rij - 1), len(koppen) - 1)


def geef_werkboek(inhoud: bytes, naam: str) -> HttpResponse:
    """As a download; `naam` without ".xlsx" and without anybody's name, because it ends up in logs."""
    kop = {"Content-Disposition": f'attachment; filename="{naam}.xlsx"', "Cache-Control": "no-store"}
    return HttpResponse(inhoud, content_type=MIME, headers=kop)
