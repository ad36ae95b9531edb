"""From when the amounts of TWE hold, as the installation brings them."""

from datetime import date

import pytest

from ocmw.regels.opzoeken import OnbekendeRegel, regel
from tewerkstelling.geld.kwartalen import correctiedag
from trajecten.twe.tarieven import Tarieven

pytestmark = pytest.mark.django_db


def test_maand_25_begint_in_2019():
    """Its source is of 3 April 2019 (appendix A)."""
    assert regel("twe.compensatie_na_24m", op=date(2019, 4, 3)).waarde == {"vervangt": 250, "totaal": 445}
    with pytest.raises(OnbekendeRegel):
        regel("twe.compensatie_na_24m", op=date(2019, 4, 2))
    tarief = Tarieven().voor(date(2017, 1, 1)).tarief
    assert [tarief.op(dag).extra for dag in (date(2019, 3, 31), date(2019, 4, 30))] == [None, 250]


def test_een_verbetering_voor_december_komt_te_laat_voor_haar_kwartaal():
    """The first two months of a quarter (T19): the day lies before December ends, so the page names the yearly settlement."""
    maanden = regel("twe.correctie_maanden", op=date(2026, 12, 1)).waarde
    dagen = {maand: correctiedag(date(2026, maand, 1), maanden) for maand in (10, 11, 12)}
    assert set(dagen.values()) == {date(2026, 11, 30)}
