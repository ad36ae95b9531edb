"""What a rule would move, as a workbook. Text, dates and numbers only: nothing in a cell can become a formula."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from ocmw.werkruimte.regelimpact.models import Impactrij

IMPACTKOPPEN = (
    "Dossier",
    "Familienaam",
    "Voornaam",
    "Geboortedatum",
    "OCMW",
    "Wat",
    "Nu",
    "Straks",
    "Verschil in dagen",
    "",
)


def impact_werkboek(rijen: Sequence[Impactrij]) -> bytes:
    """What a rule would move, as people see it on the page."""
    buffer = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = xlsxwriter.Workbook(buffer, opties)
    blad = boek.add_worksheet("Wat verandert er")
    blad.write_row(0, 0, IMPACTKOPPEN, boek.add_format({"bold": True}))
    blad.freeze_panes(1, 3)
    blad.autofilter(0, 0, max(1, len(rijen)), len(IMPACTKOPPEN) - 1)
    blad.set_column(0, len(IMPACTKOPPEN) - 1, 20)
    dag = boek.add_format({"num_format": "dd/mm/yyyy"})
    for nummer, rij in enumerate(rijen, start=1):
        client = rij.client
        teksten = {0: client.dossiernummer, 1: client.achternaam, 2: client.voornaam, 4: client.ocmw.naam, 5: rij.wat,
                   6: rij.voor, 7: rij.na, 9: rij.get_richting_display()}  # fmt: skip
        for kolom, tekst in teksten.items():
            blad.write_string(nummer, kolom, tekst)
        if client.geboortedatum:
            blad.write_datetime(nummer, 3, client.geboortedatum, dag)
        if rij.verschil is not None:
            blad.write_number(nummer, 8, rij.verschil)
    boek.close()
    return buffer.getvalue()
