"""The caseload as a workbook for those who may export. Text and dates only: nothing in a cell can become a formula."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from clienten.insz import toon_insz
from clienten.models import Stand

KOPPEN = (
    "Dossier", "Familienaam", "Voornaam", "Geboortedatum", "INSZ", "OCMW", "Fase", "In deze fase sinds",
    "Trajectbegeleider", "Maatschappelijk werker", "Moedertaal", "Laatste contact", "Eerste termijn", "Eerstvolgend einde",
)  # fmt: skip


def caseload_werkboek(standen: Sequence[Stand]) -> bytes:
    buffer = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = xlsxwriter.Workbook(buffer, opties)
    blad = boek.add_worksheet("Caseload")
    kop, dag = boek.add_format({"bold": True}), boek.add_format({"num_format": "dd/mm/yyyy"})
    blad.write_row(0, 0, KOPPEN, kop)
    blad.freeze_panes(1, 3)
    blad.autofilter(0, 0, max(1, len(standen)), len(KOPPEN) - 1)
    blad.set_column(0, len(KOPPEN) - 1, 18)
    for nummer, stand in enumerate(standen, start=1):
        client = stand.client
        waarden = (
            client.dossiernummer, client.achternaam, client.voornaam, client.geboortedatum, toon_insz(client.insz),
            stand.ocmw.naam, stand.get_stap_display(), stand.stap_sinds, stand.coach.naam if stand.coach else "",
            stand.mw.naam if stand.mw else "", stand.taal, stand.laatste_contact_op, stand.eerste_termijn_op, stand.einde_op,
        )  # fmt: skip
        for kolom, waarde in enumerate(waarden):
            if waarde is None:
                continue
            if isinstance(waarde, str):
                blad.write_string(nummer, kolom, waarde)
            else:
                blad.write_datetime(nummer, kolom, waarde, dag)  # dates filter as dates in the sheet
    boek.close()
    return buffer.getvalue()
