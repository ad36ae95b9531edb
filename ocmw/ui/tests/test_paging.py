"""Pages that cost the same however long the table is."""

import pytest

from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.ui.paging import blader, tel_samen

pytestmark = pytest.mark.databank


@pytest.fixture
def standen(an):
    for nummer in range(7):
        maak_client(an, achternaam=f"Naam{nummer}")
    return Stand.objects.order_by("zoeknaam")


def test_eerste_en_laatste_pagina(standen):
    eerste = blader(standen, None, per=3)
    assert [len(eerste.rijen), eerste.totaal, eerste.heeft_vorige, eerste.heeft_volgende] == [3, "7", False, True]
    laatste = blader(standen, "3", per=3)
    assert (laatste.eerste, laatste.laatste, laatste.heeft_volgende) == (7, 7, False)


@pytest.mark.parametrize("nummer", ["0", "-1", "x", "", "²", "99999999999999999999"])
def test_een_onzinnig_nummer_geeft_de_eerste_pagina(standen, nummer):
    assert blader(standen, nummer, per=3).nummer == 1


def test_voorbij_het_einde_geeft_de_laatste_pagina(standen):
    assert blader(standen, "50", per=3).nummer == 3


def test_boven_het_plafond_telt_niemand_verder(standen, django_assert_num_queries):
    with django_assert_num_queries(2):
        pagina = blader(standen, "2", per=2, plafond=4)
    assert (pagina.totaal, pagina.heeft_volgende) == ("meer dan 4", True)


def test_tel_samen_telt_alles_in_een_query(standen, an, leo, django_assert_num_queries):
    vragen = {
        "alle": standen,
        "een": standen.filter(zoeknaam__startswith="naam3"),
        "geen": standen.none(),
        "niet_van_leo": Stand.objects.zichtbaar_voor(leo),
    }
    with django_assert_num_queries(1):
        assert tel_samen(vragen, plafond=5) == {"alle": 5, "een": 1, "geen": 0, "niet_van_leo": 0}


def test_tel_samen_zonder_vraag_aan_de_databank(standen, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tel_samen({"geen": standen.none()}, plafond=5) == {"geen": 0}
