"""The list of phase 5 is a rule; what is open follows from the answers (A28, T9a)."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.regels.sleutels import SLEUTELS
from tewerkstelling.einde.enums import Eindeantwoord
from tewerkstelling.einde.lijst import eindelijst, vragen_uit

VRAGEN = vragen_uit(SLEUTELS["einde.vragen"].begin[0].waarde)
OP, EINDE = date(2026, 11, 22), date(2026, 12, 31)


@dataclass
class Antwoord:
    antwoord: str = ""
    keuzes: list = field(default_factory=list)
    toelichting: str = ""
    contact_op: date | None = None


def lijst(op=OP, **antwoorden):
    return {p.vraag.code: p for p in eindelijst(VRAGEN, antwoorden, laatste_dag=EINDE, op=op)}


def test_zonder_antwoord_is_alles_open_met_een_zin_en_een_bron():
    punten = lijst()
    assert len(punten) == 10
    assert all(not p.klaar and p.zin.endswith(".") and p.vraag.bron for p in punten.values())


def test_de_screening_telt_alleen_bij_sociale_economie():
    """T9a: asked while the contract runs."""
    assert "screening" not in lijst()
    assert "screening" not in lijst(sociale_economie=Antwoord("nee"))
    punt = lijst(sociale_economie=Antwoord("ja"))["screening"]
    assert "terwijl het contract nog loopt" in punt.zin
    te_laat = lijst(date(2027, 1, 1), sociale_economie=Antwoord("ja"))["screening"]
    assert "niet gevraagd terwijl het contract liep" in te_laat.zin
    assert lijst(EINDE, sociale_economie=Antwoord("ja"))["screening"].zin == punt.zin  # the last day still counts


@pytest.mark.parametrize(
    ("code", "antwoord", "klaar"),
    [
        ("blijven", Antwoord("onbekend"), False),
        ("blijven", Antwoord("nee"), True),
        ("papieren", Antwoord("nog_niet"), False),
        ("papieren", Antwoord("gedaan"), True),
        ("papieren", Antwoord("niet_nodig"), True),
        ("maatregelen", Antwoord(toelichting="nog kijken"), False),
        ("maatregelen", Antwoord(keuzes=["geen"]), True),
        ("nazorgplan", Antwoord(toelichting="Bellen."), False),
        ("nazorgplan", Antwoord(contact_op=EINDE), False),
        ("nazorgplan", Antwoord(toelichting="  ", contact_op=EINDE), False),
        ("nazorgplan", Antwoord(toelichting="Bellen.", contact_op=EINDE), True),
    ],
)
def test_wanneer_een_punt_in_orde_is(code, antwoord, klaar):
    punt = lijst(**{code: antwoord})[code]
    assert punt.klaar is klaar
    assert bool(punt.zin) is not klaar


ANTWOORDEN = st.dictionaries(
    st.sampled_from([v.code for v in VRAGEN]),
    st.builds(
        Antwoord,
        antwoord=st.sampled_from(["", *Eindeantwoord.values]),
        keuzes=st.lists(st.sampled_from(["ibo", "geen"]), max_size=2),
        toelichting=st.text(max_size=5),
        contact_op=st.none() | st.dates(),
    ),
)


@given(ANTWOORDEN, st.dates())
def test_wat_je_ook_antwoordt_elk_punt_is_klaar_of_zegt_wat_er_wacht(antwoorden, op):
    punten = eindelijst(VRAGEN, antwoorden, laatste_dag=EINDE, op=op)
    codes = [p.vraag.code for p in punten]
    assert codes == [v.code for v in VRAGEN if v.code in codes]  # the order of the rule
    assert all(bool(p.zin) is not p.klaar for p in punten)
    assert {v.code for v in VRAGEN} - set(codes) <= {"screening"}


@given(ANTWOORDEN)
def test_een_antwoord_wegnemen_maakt_nooit_een_punt_klaar(antwoorden):
    voor = {p.vraag.code for p in eindelijst(VRAGEN, antwoorden, laatste_dag=EINDE, op=OP) if p.klaar}
    for code in antwoorden:
        rest = {c: a for c, a in antwoorden.items() if c != code}
        assert {p.vraag.code for p in eindelijst(VRAGEN, rest, laatste_dag=EINDE, op=OP) if p.klaar} <= voor
