"""Rows that were not imported, as a workbook: text cells only, so nothing a file held can become a formula or a link."""

from io import BytesIO
from typing import Any

import xlsxwriter

from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.velden import Bladsoort

OPTIES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def afgewezen_werkboek(invoer: Invoer) -> bytes:
    """One sheet per sheet of the file, same headings and order, with the row number, the outcome and the reason in front."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIES) as boek:
        kop = boek.add_format({"bold": True})
        ruim = boek.add_format({"text_wrap": True, "valign": "top"})
        bladen = [blad for blad in invoer.bladen.all() if blad.bladsoort is not Bladsoort.ANDERS]
        for nummer, bron in enumerate(bladen, start=1):
            _schrijf(boek.add_worksheet(_bladnaam(bron.naam, nummer)), bron, kop, ruim)
        if not bladen:
            boek.add_worksheet("Leeg")
    return buffer.getvalue()


def _bladnaam(naam: str, nummer: int) -> str:
    """Excel refuses some characters, more than 31 of them, and the same name twice."""
    schoon = "".join(teken for teken in naam if teken not in "[]:*?/\\'")[:26].strip()
    return f"{schoon or 'Blad'} {nummer}" if nummer > 1 else schoon or "Blad"


def _schrijf(blad: Any, bron: Invoerblad, kop: Any, ruim: Any) -> None:
    koppen = ["Rij", "Uitkomst", "Reden", *bron.koppen]
    for kolom, tekst in enumerate(koppen):
        blad.write_string(0, kolom, tekst, kop)
    blad.freeze_panes(1, 3)
    blad.set_column(2, 2, 60, ruim)
    rijen = Invoerrij.objects.filter(blad=bron, uitkomst__in=[Rijuitkomst.AFGEWEZEN, Rijuitkomst.DUBBEL])
    for nummer, rij in enumerate(rijen.order_by("nummer"), start=1):
        reden = " ".join(tekst for _, tekst, ernst in rij.redenen if ernst in {"fout", "dubbel"})
        cellen = ["" if cel is None else str(cel) for cel in rij.lees_cellen()]
        for kolom, tekst in enumerate([str(rij.nummer), rij.get_uitkomst_display(), reden, *cellen]):
            blad.write_string(nummer, kolom, tekst[:32_767])
