"""Work done as days of the 6-day week."""

from decimal import Decimal

import pytest

from tewerkstelling.rechtenteller.rva import dagen_uit_prestaties


def test_onderbroken_werk_telt_om_naar_zes_dagen():
    assert dagen_uit_prestaties(gewerkte_dagen=Decimal(30), dagen_per_week=Decimal(5)) == 36
    assert dagen_uit_prestaties(uren=Decimal(988), voltijds=Decimal(38)) * 2 == 312


@pytest.mark.parametrize("feiten", [{}, {"gewerkte_dagen": Decimal(1)}, {"uren": Decimal(1), "voltijds": Decimal(0)}])
def test_te_weinig_of_onmogelijke_feiten(feiten):
    with pytest.raises(ValueError, match=r"\.$"):
        dagen_uit_prestaties(**feiten)
