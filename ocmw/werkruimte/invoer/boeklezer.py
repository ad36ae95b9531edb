"""Reads a workbook or a text table. Runs in the child process of `werkboek`, so nothing here knows Django."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import IO, Any

import openpyxl

from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer import keuring
from ocmw.werkruimte.invoer.werkboek import FORMULE, Cel, Werkblad, Werkboekrij

MAX_TEKST = 32_767
_ONTSNAPT = re.compile(r"_x([0-9A-Fa-f]{4})_")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def boeklezer() -> Callable[[bytes], tuple[Any, bytes]]:
    """The work of the child: the sheets in the plain form that JSON carries."""
    return lambda ruw: (
        [[blad.naam, [[rij.nummer, rij.cellen] for rij in blad.rijen]] for blad in lees_bladen(ruw)],
        b"",
    )


def lees_bladen(ruw: bytes) -> list[Werkblad]:
    """All visible sheets with something in them."""
    if not ruw.strip():
        raise Geweigerd("Dit bestand is leeg.")
    if ruw.startswith(OLE):
        raise Geweigerd(_weigering_ole(ruw))
    bladen = _lees_xlsx(ruw) if ruw.startswith(b"PK") else [Werkblad("Blad 1", tuple(_lees_tekst(ruw)))]
    gevuld = [blad for blad in bladen if blad.rijen]
    if not gevuld:
        raise Geweigerd("We vinden geen gegevens in dit bestand.")
    return gevuld


def _weigering_ole(ruw: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in ruw:
        return "Dit bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en probeer opnieuw."
    return "Dit is een oud bestandstype (.xls). Open het in Excel, bewaar het als .xlsx en probeer opnieuw."


# --- xlsx -------------------------------------------------------------------------------------
def _lees_xlsx(ruw: bytes) -> list[Werkblad]:
    bron = io.BytesIO(ruw)
    with keuring.keur_zip(bron) as archief, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about decoration it skips; that is no concern of the reader
        try:
            return _lees_bladen(archief, bron)
        except Geweigerd:
            raise
        except Exception as fout:  # openpyxl has no error of its own: a broken part can raise nearly anything
            raise Geweigerd(keuring.BESCHADIGD) from fout


def _lees_bladen(archief: zipfile.ZipFile, bron: IO[bytes]) -> list[Werkblad]:
    boek = openpyxl.load_workbook(bron, read_only=True, data_only=True, keep_links=False)
    try:
        bladen = [blad for blad in boek.worksheets if blad.sheet_state == "visible"]
        if len(bladen) > keuring.MAX_BLADEN:
            raise Geweigerd(
                f"Dit bestand heeft meer dan {keuring.MAX_BLADEN} bladen. Bewaar enkel de bladen die je wil invoeren."
            )
        paden = [str(vars(blad)["_worksheet_path"]) for blad in bladen]  # openpyxl has no public name for it
        feiten = [keuring.bladfeiten(archief, pad) for pad in paden]
        if sum(blad.cellen for blad in feiten) > keuring.MAX_CELLEN:
            raise Geweigerd(keuring.TE_GROOT)
        paren = zip(bladen, feiten, strict=True)
        return [Werkblad(str(blad.title), tuple(_lees_blad(blad, feit))) for blad, feit in paren]
    finally:
        boek.close()


def _lees_blad(blad: Any, feiten: keuring.Bladfeiten) -> Iterator[Werkboekrij]:
    """Second pass; the dimensions a file claims are ignored, the ones the first pass measured are used."""
    if not feiten.laatste_rij:
        return
    blad.reset_dimensions()
    rijen = blad.iter_rows(max_row=feiten.laatste_rij, max_col=feiten.laatste_kolom, values_only=True)
    metformule = {rij for rij, _ in feiten.formules}
    for nummer, waarden in enumerate(rijen, start=1):
        cellen = [normaliseer(waarde) for waarde in waarden]
        if nummer in metformule:
            for kolom in range(len(cellen)):
                if (nummer, kolom + 1) in feiten.formules:
                    cellen[kolom] = FORMULE
        if any(cel is not None for cel in cellen):
            yield Werkboekrij(nummer, tuple(cellen))
        if nummer >= feiten.laatste_rij:
            return  # what follows the rows (validations, print set-up) is often broken and never needed


def normaliseer(waarde: object) -> Cel:
    """One spelling per kind of value, so that the same cell gives the same row whatever program wrote the file."""
    if waarde is None or isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, str):
        return _normaliseer_tekst(waarde)
    if isinstance(waarde, (int, float, Decimal)):
        return _normaliseer_getal(waarde)
    if isinstance(waarde, datetime):
        return f"{waarde:%d/%m/%Y}" if waarde.time() == time() else f"{waarde:%d/%m/%Y %H:%M}"
    if isinstance(waarde, date):
        return f"{waarde:%d/%m/%Y}"
    if isinstance(waarde, time):
        return f"{waarde.hour}:{waarde.minute:02}"
    if isinstance(waarde, timedelta):
        minuten = round(waarde.total_seconds() / 60)
        return f"{minuten // 60}:{minuten % 60:02}"
    return _normaliseer_tekst(str(waarde))


def _normaliseer_tekst(waarde: str) -> str | None:
    if "_x" in waarde:  # how Excel writes a control character; openpyxl leaves it as it is
        waarde = _ONTSNAPT.sub(lambda vorm: chr(int(vorm[1], 16)), waarde)
    tekst = waarde if waarde.isascii() and waarde.isprintable() else _leesbaar(waarde)
    tekst = tekst.strip()
    if len(tekst) > MAX_TEKST:
        raise Geweigerd(
            "Een cel in dit bestand bevat meer tekst dan Excel toelaat. Kort die tekst in en probeer opnieuw."
        )
    return tekst or None


def _leesbaar(waarde: str) -> str:
    """Without control characters (they break pages, PDF and PostgreSQL); odd spaces become plain ones."""
    tekst = waarde.replace("\r\n", "\n").replace("\r", "\n")
    schoon = (" " if teken.isspace() and teken != "\n" else teken for teken in tekst)
    return "".join(teken for teken in schoon if teken == "\n" or (teken.isprintable() and teken != "\ufeff"))


def _normaliseer_getal(waarde: int | float | Decimal) -> Cel:
    if isinstance(waarde, int):
        return waarde if abs(waarde) < 10**15 else str(waarde)
    getal = float(waarde)
    if getal != getal or abs(getal) >= 10**15:
        return str(waarde)
    return int(getal) if getal.is_integer() else getal


# --- csv and tsv ------------------------------------------------------------------------------
def _lees_tekst(ruw: bytes) -> Iterator[Werkboekrij]:
    tekst = _ontcijfer(ruw)
    scheiding = _scheidingsteken(tekst)
    csv.field_size_limit(MAX_TEKST)
    try:
        for nummer, velden in enumerate(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding), start=1):
            if nummer > keuring.MAX_RIJEN:
                raise keuring.te_veel_rijen()
            if len(velden) > keuring.MAX_KOLOMMEN:
                raise Geweigerd(f"Rij {nummer} heeft meer dan {keuring.MAX_KOLOMMEN} kolommen.")
            cellen = tuple(normaliseer(veld) for veld in velden)
            if any(cel is not None for cel in cellen):
                yield Werkboekrij(nummer, cellen)
    except csv.Error as fout:
        raise Geweigerd(keuring.BESCHADIGD) from fout


def _ontcijfer(ruw: bytes) -> str:
    if ruw.startswith((b"\xff\xfe", b"\xfe\xff")):
        codering = "utf-16"
    elif b"\x00" in ruw or ruw.lstrip()[:5].lower() in {b"%pdf-", b"<?xml", b"<html", b"<!doc"}:
        raise Geweigerd("Dit is geen Excel-werkmap. Kies een .xlsx- of .csv-bestand.")
    else:
        codering = "utf-8-sig"
    try:
        return ruw.decode(codering)
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace")


def _scheidingsteken(tekst: str) -> str:
    """The separator that cuts the first lines in most pieces; Excel in Belgium writes a semicolon."""
    begin = [regel for regel in tekst[:20_000].splitlines() if regel.strip()][:10]
    return max(";\t,", key=lambda teken: sum(regel.count(teken) for regel in begin))
