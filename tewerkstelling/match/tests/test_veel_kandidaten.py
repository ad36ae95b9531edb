"""One place against many candidates: a pinned number of queries whatever their number, and time that follows the rows."""

from datetime import date
from time import perf_counter

import pytest

from clienten.profiel.models import Taalkennis
from ocmw.gereedschap.bench.match import AANTAL, Databanktijd, Matchwereld
from tewerkstelling.match.models import Werkprofiel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 23)
QUERIES = 9


@pytest.mark.parametrize("aantal", [3, 60])
def test_het_aantal_queries_hangt_niet_af_van_het_aantal_kandidaten(aantal):
    wereld = Matchwereld(OP, aantal)
    assert len(wereld.rangschik()) == aantal
    assert Databanktijd(wereld.rangschik).queries == QUERIES


@pytest.mark.traag
def test_vijfduizend_kandidaten_kosten_niet_veel_meer_dan_hun_rijen_lezen():
    """The figure itself is printed by bin/bench; here the nine queries against reading two of their tables whole."""
    wereld = Matchwereld(OP)
    assert len(wereld.rangschik()) == AANTAL
    verhoudingen = []
    for _ in range(3):
        databank = Databanktijd(wereld.rangschik)
        begin = perf_counter()
        lijsten = [list(model.objects.values_list()) for model in (Werkprofiel, Taalkennis)]
        verhoudingen.append(databank.milliseconden / ((perf_counter() - begin) * 1000))
    assert [len(lijst) for lijst in lijsten] == [AANTAL, AANTAL]
    assert databank.queries == QUERIES
    assert min(verhoudingen) < 5, verhoudingen
