"""W12, and what holds for every period: never on a closed day, nothing lost, and a closing day that comes later moves nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecten.groepen.lesplan import OnmogelijkLesplan, maak_lesplan

# Published days of 2025-26 up to 2027-28 (I15, I17, W12.73-74), written out by hand: no code of ours makes them.
VAKANTIES = [
    ("2025-10-27", "2025-11-02"), ("2025-12-22", "2026-01-04"), ("2026-02-16", "2026-02-22"), ("2026-04-06", "2026-04-19"),
    ("2026-07-01", "2026-08-31"), ("2026-11-02", "2026-11-08"), ("2026-12-21", "2027-01-03"), ("2027-02-08", "2027-02-14"),
    ("2027-03-29", "2027-04-11"), ("2027-07-01", "2027-08-31"), ("2027-11-01", "2027-11-07"), ("2027-12-27", "2028-01-09"),
    ("2028-02-28", "2028-03-05"), ("2028-04-03", "2028-04-16"),
]  # fmt: skip
FEESTDAGEN = {
    "2025-11-01", "2025-11-11", "2025-12-25", "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
    "2026-07-21", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01",
    "2027-05-06", "2027-05-17", "2027-07-21", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25", "2028-01-01",
    "2028-04-17", "2028-05-01", "2028-05-25", "2028-06-05",
}  # fmt: skip
VROEGST, LAATST = date(2025, 9, 1), date(2028, 6, 30)

dagen = st.dates(VROEGST, LAATST)
weekdagen = st.sets(st.integers(0, 6), min_size=1)
gesloten = st.dictionaries(dagen, st.sampled_from(["Brugdag", "Teamdag", ""]), max_size=8)


def in_volgorde(een: date, twee: date) -> tuple[date, date]:
    return min(een, twee), max(een, twee)


def onafhankelijk(van: date, tot: date, op: set[int], dicht: set[date], vakanties: bool) -> list[date]:
    """The same question, counted on ISO texts against the published lists."""
    uit, dag = [], van
    while dag <= tot:
        tekst = dag.isoformat()
        vrij = tekst in FEESTDAGEN or dag in dicht or (vakanties and any(a <= tekst <= b for a, b in VAKANTIES))
        if dag.isoweekday() - 1 in op and not vrij:
            uit.append(dag)
        dag += timedelta(days=1)
    return uit


@given(dagen, dagen, weekdagen, gesloten, st.booleans())
def test_telling_is_die_van_een_onafhankelijke_telling(een, twee, op, dicht, vakanties):
    van, tot = in_volgorde(een, twee)
    plan = maak_lesplan(van, tot, op, gesloten=dicht, schoolvakanties_vrij=vakanties)
    assert list(plan.dagen) == onafhankelijk(van, tot, op, set(dicht), vakanties)


@given(dagen, dagen, weekdagen, gesloten, st.booleans())
def test_nooit_op_een_gesloten_dag_en_elke_dag_staat_er_een_keer(een, twee, op, dicht, vakanties):
    van, tot = in_volgorde(een, twee)
    plan = maak_lesplan(van, tot, op, gesloten=dicht, schoolvakanties_vrij=vakanties)
    assert not {dag.isoformat() for dag in plan.dagen} & FEESTDAGEN
    assert not set(plan.dagen) & set(dicht)
    samen = sorted([*plan.dagen, *(weg.dag for weg in plan.overgeslagen)])
    assert samen == [
        van + timedelta(days=n) for n in range((tot - van).days + 1) if (van + timedelta(days=n)).weekday() in op
    ]
    assert all(weg.reden for weg in plan.overgeslagen)


@given(dagen, dagen, weekdagen, gesloten, st.booleans(), dagen)
def test_een_sluitingsdag_achteraf_neemt_alleen_die_dag_weg(een, twee, op, dicht, vakanties, later):
    van, tot = in_volgorde(een, twee)
    voor = maak_lesplan(van, tot, op, gesloten=dicht, schoolvakanties_vrij=vakanties)
    na = maak_lesplan(van, tot, op, gesloten={**dicht, later: "Achteraf"}, schoolvakanties_vrij=vakanties)
    assert list(na.dagen) == [dag for dag in voor.dagen if dag != later]
    assert [w for w in na.overgeslagen if w.dag != later] == [w for w in voor.overgeslagen if w.dag != later]


@pytest.mark.parametrize(
    ("op", "aantal", "eerste", "laatste"),
    [({1, 3}, 30, date(2026, 9, 1), date(2026, 12, 17)), ({0, 2}, 28, date(2026, 9, 2), date(2026, 12, 16))],
)
def test_ken_je_job_in_het_najaar_van_2026(op, aantal, eerste, laatste):
    """W12.71."""
    plan = maak_lesplan(date(2026, 9, 1), date(2026, 12, 18), op)
    assert (len(plan.dagen), plan.dagen[0], plan.dagen[-1]) == (aantal, eerste, laatste)
    if 2 in op:
        assert ("2026-11-11", "Feestdag: Wapenstilstand") in [(w.dag.isoformat(), w.reden) for w in plan.overgeslagen]
    assert {w.reden for w in plan.overgeslagen} <= {"Herfstvakantie", "Feestdag: Wapenstilstand"}


@pytest.mark.parametrize(
    ("van", "tot", "op", "zin"),
    [
        (date(2026, 9, 1), date(2026, 8, 31), {0}, "De laatste dag ligt voor de eerste dag."),
        (date(2026, 9, 1), date(2026, 9, 30), set(), "Kies minstens één weekdag."),
        (date(2026, 9, 1), date(2206, 9, 30), {0}, "Een reeks duurt hoogstens 10 jaar."),
    ],
)
def test_wat_geen_plan_is(van, tot, op, zin):
    with pytest.raises(OnmogelijkLesplan, match=zin):
        maak_lesplan(van, tot, op)
