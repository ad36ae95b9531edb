"""A report as a workbook."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from ocmw.ui.feit import Feit
from ocmw.ui.werkboek import Boekcel, Boekschrijver
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

_BREEDTES = {(0, 2): 38, (3, 30): 14}


def rapport_als_xlsx(rapport: Rapport) -> bytes:
    """First sheet: what the report is and its definitions; then one sheet per section."""
    schrijver = Rapportschrijver(Boekschrijver())
    schrijver.voorblad(rapport)
    for sectie in rapport.secties:
        schrijver.sectie(sectie)
    return schrijver.boek.inhoud()


class Rapportschrijver:
    """Writes the blocks of a report below each other, in the dress of a report."""

    def __init__(self, boek: Boekschrijver) -> None:
        self.boek, maak = boek, boek.opmaak
        self.kop = maak(bold=True, font_size=14, font_color="#0b5563")
        self.kolomkop = maak(bold=True, bottom=1, text_wrap=True, valign="top")
        self.tekst = maak(text_wrap=True, valign="top", num_format="@")
        self.datum = maak(num_format="dd/mm/yyyy", align="left", valign="top")
        self.moment = maak(num_format="dd/mm/yyyy hh:mm", align="left", valign="top")
        self.aandeel = maak(num_format="0.0%", valign="top")
        self.getal = maak(num_format="0.##", valign="top")
        self.geheel = maak(num_format="0", valign="top")

    def voorblad(self, rapport: Rapport) -> None:
        self.boek.nieuw_blad("Over dit rapport", _BREEDTES)
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
            self.boek.rij += 1
            self._regel(self.boek.vet, "Wat betekenen de woorden?")
            self._feiten(Feitenlijst(rapport.definities))
        self.boek.rij += 1
        self._regel(self.tekst, rapport.voettekst)

    def sectie(self, sectie: Sectie) -> None:
        self.boek.nieuw_blad(sectie.titel, _BREEDTES)
        self._regel(self.kop, sectie.titel)
        if sectie.inleiding:
            self._regel(self.tekst, sectie.inleiding)
        for blok in sectie.blokken:
            self.boek.rij += 1
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
            self._regel(self.boek.vet, beeld.bijschrift)
            self._regel(self.tekst, beeld.alt)

    def _tabel(self, tabel: Rapporttabel) -> None:
        if tabel.bijschrift:
            self._regel(self.boek.vet, tabel.bijschrift)
        if not tabel.rijen:
            self._regel(self.tekst, tabel.leeg)
            return
        self.boek.schrijf((kolom.kop for kolom in tabel.kolommen), lambda k, waarde: self.kolomkop)
        soorten = [kolom.soort for kolom in tabel.kolommen]
        for rij in (*tabel.rijen, *([tabel.totaal] if tabel.totaal else [])):
            self._rij(rij, soorten)

    def _feiten(self, feiten: Feitenlijst) -> None:
        for paar in feiten.paren:
            self._rij(paar, (Celsoort.TEKST, Celsoort.TEKST))

    def _rij(self, cellen: Iterable[Cel], soorten: Sequence[Celsoort]) -> None:
        waarden = (cel.waarde if isinstance(cel, Feit) else cel for cel in cellen)
        self.boek.schrijf(waarden, lambda k, waarde: self._opmaak(soorten[k], waarde))

    def _opmaak(self, soort: Celsoort, waarde: Boekcel) -> Any:
        if waarde is None or isinstance(waarde, str | bool):
            return self.tekst
        if isinstance(waarde, date):
            return self.moment if isinstance(waarde, datetime) else self.datum
        if soort == Celsoort.AANDEEL:
            return self.aandeel
        return self.geheel if float(waarde).is_integer() else self.getal

    def _regel(self, opmaak: Any, tekst: str) -> None:
        self.boek.schrijf([tekst], lambda k, waarde: opmaak)
