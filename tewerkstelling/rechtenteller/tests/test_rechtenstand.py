"""The sentence of the rechtenteller that people read aloud, on the days on which it could be wrong."""

from datetime import date

import pytest

from tewerkstelling.rechtenteller.rechtenstand import zin_over
from tewerkstelling.rechtenteller.tellen import Tellerfeiten, Tijdvak, rechtenteller

TOELATING = [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}]
START = date(2026, 1, 1)


def zin(op, laatste=None, rva=None):
    feiten = Tellerfeiten(start=START, geboortedatum=date(1990, 2, 1), tot_en_met=laatste)
    return zin_over(rechtenteller(feiten, op=op, tijdvakken=[Tijdvak(date.min, None, TOELATING, {})]), rva, op=op)


@pytest.mark.parametrize(
    ("op", "laatste", "verwacht"),
    [
        (date(2026, 6, 30), None, "156 van 312 dagen, rechten op do 31 december 2026."),
        # December 2026 has 23 working days; 22 of them are 26.4 days, but a month is only over on its last day.
        (date(2026, 12, 30), None, "311 van 312 dagen, rechten op do 31 december 2026."),
        (date(2026, 12, 31), None, "312 van 312 dagen: alles is bewezen sinds do 31 december 2026."),
        (date(2026, 12, 30), date(2026, 12, 30), "312 van 312 dagen: alles is bewezen sinds wo 30 december 2026."),
        (date(2026, 6, 30), date(2026, 9, 30), "156 van 312 dagen. Het contract stopt op wo 30 september 2026, "
         "de rechten zijn er pas op do 31 december 2026."),
        (date(2026, 12, 1), date(2026, 9, 30), "234 van 312 dagen op het einde van het contract. Er ontbreken nog 78 dagen."),
    ],
)  # fmt: skip
def test_een_zin_die_klopt_op_haar_dag(op, laatste, verwacht):
    assert zin(op, laatste) == verwacht


def test_het_antwoord_van_de_rva_staat_in_de_zin():
    assert (
        zin(date(2026, 6, 30), rva=date(2027, 1, 29))
        == "156 van 312 dagen, rechten op vr 29 januari 2027 volgens de RVA."
    )
