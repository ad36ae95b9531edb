"""A question that is compiled once gives what the ORM gives, with whatever values are filled in."""

from datetime import date

import pytest
from django.db.models import BigIntegerField, DateField

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.ui.paging import tel_samen
from ocmw.ui.vastevraag import Plek, VasteTelling, VasteVraag, Vragenkas

pytestmark = pytest.mark.databank


@pytest.fixture
def mensen(an):
    return [maak_client(an, voornaam=naam, geboortedatum=date(1980 + n, 1, 2)) for n, naam in enumerate("ABC")]


def test_waarden_worden_ingevuld_en_komen_als_python_terug(mensen):
    vraag = VasteVraag.van(
        Client.objects.filter(geboortedatum__gte=Plek("van", DateField()), pk__lt=Plek("voor", BigIntegerField()))
        .order_by("pk")
        .values_list("voornaam", "geboortedatum", "tolk_nodig")
    )
    voor = mensen[-1].pk
    assert list(vraag.rijen(van=date(1980, 1, 2), voor=voor)) == [
        ("A", date(1980, 1, 2), False),
        ("B", date(1981, 1, 2), False),
    ]
    assert list(vraag.rijen(van=date(1981, 1, 2), voor=voor)) == [("B", date(1981, 1, 2), False)]
    assert list(vraag.rijen(van="1981-01-02", voor=0)) == []
    with pytest.raises(KeyError, match="voor"):
        list(vraag.rijen(van=date(1981, 1, 2)))


def test_wat_geen_rijen_kan_hebben_vraagt_niets(mensen, django_assert_num_queries):
    niemand = Client.objects.filter(pk__in=[])
    with django_assert_num_queries(0):
        assert list(VasteVraag.van(niemand.values_list("pk")).rijen()) == []
        assert VasteTelling.van({"niemand": niemand}, plafond=5).tel() == {"niemand": 0}


def test_een_telling_telt_opnieuw_en_tot_haar_plafond(an, mensen, django_assert_num_queries):
    vragen = {"alle": Client.objects.all(), "geen": Client.objects.none(), "a": Client.objects.filter(voornaam="A")}
    telling = VasteTelling.van(vragen, plafond=4)
    with django_assert_num_queries(1):
        assert telling.tel() == {"alle": 3, "geen": 0, "a": 1}
    for _ in range(2):
        maak_client(an, voornaam="A")
    assert telling.tel() == tel_samen(vragen, plafond=4) == {"alle": 4, "geen": 0, "a": 3}


def test_een_kas_maakt_een_keer_en_maakt_plaats():
    kas, gemaakt = Vragenkas(meeste=2), []
    for sleutel in ("a", "a", "b", "c", "c", "a"):
        assert kas.geef(sleutel, lambda sleutel=sleutel: gemaakt.append(sleutel) or sleutel) == sleutel
    assert gemaakt == ["a", "b", "c", "a"]
    assert len(kas.gemaakt) == 2
