"""Workbooks made on the spot, in the ways other teams and other people would make them."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import xlsxwriter

DATA = Path(__file__).parent / "data"
AALST = DATA / "caseload-aalst.xlsx"
OP = date(2026, 11, 22)


def maak_boek(bladen: Mapping[str, Iterable[Iterable[object]]]) -> bytes:
    doel = io.BytesIO()
    with xlsxwriter.Workbook(doel, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as boek:
        datum = boek.add_format({"num_format": "dd/mm/yyyy"})
        for naam, rijen in bladen.items():
            blad = boek.add_worksheet(naam)
            for i, rij in enumerate(rijen):
                for j, cel in enumerate(rij):
                    if isinstance(cel, date):
                        blad.write_datetime(i, j, cel, datum)
                    elif cel is not None:
                        blad.write(i, j, cel)
    return doel.getvalue()


def verbouw(
    ruw: bytes, *, erbij: Mapping[str, bytes] | None = None, vervang: Mapping[str, bytes] | None = None
) -> bytes:
    """The same zip with parts added or replaced."""
    doel = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, (vervang or {}).get(naam, oud.read(naam)))
        for naam, inhoud in (erbij or {}).items():
            nieuw.writestr(naam, inhoud)
    return doel.getvalue()


def met_blad(xml: str) -> bytes:
    """A workbook whose only sheet has exactly this XML between the sheet tags."""
    kop = '<?xml version="1.0" encoding="UTF-8"?>'
    ruimte = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    inhoud = f"{kop}<worksheet {ruimte}>{xml}</worksheet>".encode()
    return verbouw(maak_boek({"Blad": [["x"]]}), vervang={"xl/worksheets/sheet1.xml": inhoud})


# Invented people; the numbers have right check digits but belong to nobody we know.
WESTHOEK = {
    "Lijst 2026": [
        ["Nat. nummer", "Cliënt", "Geboren op", "MW", "Coach", "Status", "Art.60 van", "Art.60 tot", "Werkvloer", "Regime", "Tel."],
        [85073003328, "Declercq, Tom", date(1985, 7, 30), "Ann V.", "Els D.", "Verkennen", None, None, None, None, "0470 11 22 33"],
        ["00.01.25-567.77", "Bah, Mariama", "25 januari 2000", "Ann V.", "Els D.", "Aan de slag", "1 maart 2026", date(2027, 2, 28),
         "Rusthuis", "19/38", 32470112234],
        ["04022900231", "Haddad, Lina", "29/2/2004", "", "Els D.", "Groep kleur 3", None, None, None, None, "n.v.t."],
        [None, "Zonder Nummer, Kim", "3 maart 1991", "", "", "Afgesloten", None, None, None, None, None],
    ],
    "Contacten": [
        ["Datum gesprek", "Cliënt", "Geboren op", "Hoe", "Aantal minuten", "Aan-/afwezig", "Besproken", "Wie"],
        ["12 mei 2026", "Declercq, Tom", "30/07/85", "hb", "1u30", "no show", "Niemand thuis.", "Els D."],
        [date(2026, 5, 13), "Zonder Nummer, Kim", "03-03-1991", "WhatsApp", 20, "x", "Stuurt cv door.", "Els D."],
    ],
}  # fmt: skip
KEMPEN = {
    "Info": [["Deze map is van team werk"], ["Niet aanpassen"]],
    "Trajecten": [
        [None, None, "Dossier", None, None, "Contract", None],
        ["Voornaam", "Achternaam", "Start", "Stap", "Geb. datum", "Start", "Einde", "INSZ"],
        ["Femke", "Aerts", "2026-02-01", 2, "17/05/90", None, None, "90.25.17-001.02"],
        ["Joris", "Maes", 46054, "stap 4", 31258, "01.03.2026", "28.02.2027", "85.07.30-033.29"],
        ["Nora", "El Amrani", "1-9-2025", "fase 5", "09.11.2005", "2025/10/01", "30/9/2026", "05.51.09-003.24"],
    ],
}
