"""A report as a workbook: text, numbers and dates only. A cell that starts with "=" is text, an address is text."""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.timezone import is_aware, localtime

from ocmw.werkruimte.rapporten.rapport import (
    Beeld,
    Cel,
    Celsoort,
    Feitenlijst,
    Mededeling,
    Rapport,
    Rapporttabel,
    Rapporttekst,
    Sectie,
    Tabelkolom,
    Verhaal,
)

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_TEKENS = 32_000  # Excel stops at 32 767 per cell
_VERBODEN = re.compile(r"[\[\]:*?/\\]")
_BREED, _SMAL = 38, 14
INSTELLINGEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def rapport_als_xlsx(rapport: Rapport) -> bytes:
    """First sheet: what the report is and its definitions; then one sheet per section."""
    uit = BytesIO()
    with xlsxwriter.Workbook(uit, INSTELLINGEN) as boek:
        schrijver = Schrijver(boek)
        schrijver.voorblad(rapport)
        for sectie in rapport.secties:
            schrijver.sectie(sectie)
    return uit.getvalue()


class Schrijver:
    """Writes blocks below each other on sheets; keeps the row and the used sheet names."""

    def __init__(self, boek: xlsxwriter.Workbook) -> None:
        self.boek = boek
        self.namen: set[str] = set()
        self.blad: Any = None
        self.rij = 0
        maak = boek.add_format
        self.kop = maak({"bold": True, "font_size": 14, "font_color": "#0b5563"})
        self.kolomkop = maak({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.vet = maak({"bold": True})
        self.tekst = maak({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.datum = maak({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"})
        self.moment = maak({"num_format": "dd/mm/yyyy hh:mm", "align": "left", "valign": "top"})
        self.aandeel = maak({"num_format": "0.0%", "valign": "top"})
        self.getal = maak({"num_format": "0.##", "valign": "top"})
        self.geheel = maak({"num_format": "0", "valign": "top"})

    def voorblad(self, rapport: Rapport) -> None:
        self._nieuw_blad("Over dit rapport")
        self._regel(self.kop, rapport.titel)
        paren: list[tuple[str, Cel]] = [
            ("OCMW", rapport.ocmw),
            ("Over", rapport.onderwerp),
            ("Periode", rapport.periode),
            *rapport.kenmerken,
            ("Opgemaakt door", rapport.opgemaakt_door),
            ("Opgemaakt op", rapport.opgemaakt_op),
        ]
        self._feiten(Feitenlijst(tuple(paren)))
        if rapport.definities:
            self.rij += 1
            self._regel(self.vet, "Wat betekenen de woorden?")
            self._feiten(Feitenlijst(rapport.definities))
        self.rij += 1
        self._regel(self.tekst, rapport.voettekst)

    def sectie(self, sectie: Sectie) -> None:
        self._nieuw_blad(sectie.titel)
        self._regel(self.kop, sectie.titel)
        if sectie.inleiding:
            self._regel(self.tekst, sectie.inleiding)
        for blok in sectie.blokken:
            self.rij += 1
            match blok:
                case Rapporttabel():
                    self._tabel(blok)
                case Feitenlijst():
                    self._feiten(blok)
                case Verhaal():
                    kolommen = (Tabelkolom("Wat"), Tabelkolom("Wanneer en door wie"), Tabelkolom("Tekst"))
                    self._tabel(
                        Rapporttabel(kolommen, tuple((i.kop, i.meta, i.tekst) for i in blok.items), leeg=blok.leeg)
                    )
                case Rapporttekst():
                    for alinea in blok.alineas:
                        self._regel(self.tekst, alinea)
                case Mededeling():
                    self._regel(self.tekst, blok.tekst)
                case Beeld():
                    self._beeld(blok)

    def _beeld(self, beeld: Beeld) -> None:
        if beeld.tabel:
            self._tabel(beeld.tabel)
        else:
            self._regel(self.vet, beeld.bijschrift)
            self._regel(self.tekst, beeld.alt)

    def _tabel(self, tabel: Rapporttabel) -> None:
        if tabel.bijschrift:
            self._regel(self.vet, tabel.bijschrift)
        if not tabel.rijen:
            self._regel(self.tekst, tabel.leeg)
            return
        for k, kolom in enumerate(tabel.kolommen):
            self.blad.write_string(self.rij, k, kolom.kop, self.kolomkop)
        self.rij += 1
        for rij in (*tabel.rijen, *([tabel.totaal] if tabel.totaal else [])):
            self._rij([(kolom.soort, waarde) for kolom, waarde in zip(tabel.kolommen, rij, strict=True)])

    def _feiten(self, feiten: Feitenlijst) -> None:
        for label, waarde in feiten.paren:
            self._rij([(Celsoort.TEKST, label), (Celsoort.TEKST, waarde)])

    def _rij(self, cellen: list[tuple[Celsoort, Cel]]) -> None:
        """One row; a text that Excel cannot hold goes on below, so nothing is cut off."""
        hoogte = 1
        for k, (soort, waarde) in enumerate(cellen):
            if isinstance(waarde, str):
                stukken = [waarde[i : i + MAX_TEKENS] for i in range(0, len(waarde), MAX_TEKENS)] or [""]
                for i, stuk in enumerate(stukken):
                    self.blad.write_string(self.rij + i, k, stuk, self.tekst)
                hoogte = max(hoogte, len(stukken))
            else:
                self._waarde(k, soort, waarde)
        self.rij += hoogte

    def _waarde(self, k: int, soort: Celsoort, waarde: Cel) -> None:
        if isinstance(waarde, bool):
            self.blad.write_string(self.rij, k, "ja" if waarde else "nee", self.tekst)
        elif isinstance(waarde, datetime):
            kaal = localtime(waarde).replace(tzinfo=None) if is_aware(waarde) else waarde
            self.blad.write_datetime(self.rij, k, kaal, self.moment)
        elif isinstance(waarde, date):
            self.blad.write_datetime(self.rij, k, waarde, self.datum)
        elif isinstance(waarde, int | float | Decimal):
            heel = self.geheel if float(waarde).is_integer() else self.getal
            self.blad.write_number(self.rij, k, float(waarde), self.aandeel if soort == Celsoort.AANDEEL else heel)

    def _regel(self, opmaak: Any, tekst: str) -> None:
        for i in range(0, max(1, len(tekst)), MAX_TEKENS):
            self.blad.write_string(self.rij, 0, tekst[i : i + MAX_TEKENS], opmaak)
            self.rij += 1

    def _nieuw_blad(self, titel: str) -> None:
        self.blad = self.boek.add_worksheet(self._bladnaam(titel))
        self.blad.set_column(0, 2, _BREED)
        self.blad.set_column(3, 30, _SMAL)
        self.rij = 0

    def _bladnaam(self, titel: str) -> str:
        """Excel's rules: at most 31 characters, some refused, unique without regard to case."""
        kaal = _VERBODEN.sub(" ", titel).strip(" '")[:28] or "Blad"
        naam, n = kaal, 2
        while naam.casefold() in self.namen:
            naam, n = f"{kaal[:26]} {n}", n + 1
        self.namen.add(naam.casefold())
        return naam
