"""The list of applications as a workbook. Text and dates only: nothing in a cell can become a formula."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from tewerkstelling.regulier.models import Sollicitatie

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KOPPEN = ("Dossier", "Familienaam", "Voornaam", "Job", "Werkgever", "Stand", "Laatste stap", "Deadline", "Vacature")


def sollicitaties_werkboek(rijen: Sequence[Sollicitatie]) -> bytes:
    buffer = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        blad = boek.add_worksheet("Sollicitaties")
        kop, dag = boek.add_format({"bold": True}), boek.add_format({"num_format": "dd/mm/yyyy"})
        blad.write_row(0, 0, KOPPEN, kop)
        blad.freeze_panes(1, 3)
        blad.autofilter(0, 0, max(1, len(rijen)), len(KOPPEN) - 1)
        blad.set_column(0, len(KOPPEN) - 1, 20)
        for nummer, rij in enumerate(rijen, start=1):
            client = rij.client
            waarden = (
                client.dossiernummer, client.achternaam, client.voornaam, rij.functie, rij.bij_wie,
                rij.get_status_display(), rij.status_op, rij.deadline, rij.link,
            )  # fmt: skip
            for kolom, waarde in enumerate(waarden):
                if isinstance(waarde, str):
                    blad.write_string(nummer, kolom, waarde)
                elif waarde is not None:
                    blad.write_datetime(nummer, kolom, waarde, dag)  # dates filter as dates in the sheet
    return buffer.getvalue()
