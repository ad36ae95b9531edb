"""A rule with a mistake in it: the sentence stands at the field, and what is shown fits the day it starts."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.regels.models import Regelconcept
from ocmw.regels.sleutels import SLEUTELS
from ocmw.werkruimte.beheer.actions import zet_installatierecht

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _met_installatierecht(griet):
    """What a form says is asked here; who may change which rule stands in test_wettelijke_regels.py."""
    zet_installatierecht(griet, heeft=True)


def adres(naam, *args):
    return reverse(f"beheer:{naam}", args=args)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def bewaar(browser, sleutel, **anders):
    """The errors after copying this rule and changing something."""
    browser.post(adres("regelconcept_create", sleutel))
    url = adres("regelconcept_edit", Regelconcept.objects.get(sleutel=sleutel).pk)
    antwoord = browser.post(url, velden_van(browser.get(url).context["form"], **{"bron": "x", **anders}))
    return dict(antwoord.context["form"].errors) if antwoord.status_code == 200 else {}


@pytest.mark.parametrize(
    ("sleutel", "anders", "veld", "zin"),
    [
        ("twe.inspanningsvergoeding", {"waarde__maand": "-20,50"}, "waarde__maand", "Vul een bedrag in van 0 tot 100000."),
        ("twe.inspanningsvergoeding", {"waarde__maand": "veel"}, "waarde__maand", "Vul een bedrag in van 0 tot 100000."),
        ("twe.inspanningsvergoeding", {"bron": ""}, "bron", "Vul de bron in: waar staat deze regel?"),
        ("twe.compensatie", {"waarde__maand": "200"}, "waarde__maand", "is niet gelijk aan de som van"),
        ("einde.vragen", {"waarde__0__code": "mag blijven?"}, "waarde__0__code", "Gebruik kleine letters"),
        ("einde.vragen", {"waarde__1__code": "blijven"}, "waarde__1__code", "staat al in een andere rij"),
        ("uitstroom.meetmomenten", {"waarde__0__maanden": "-1"}, "waarde__0__maanden", "Vul een getal in van 0 tot 120."),
        ("evaluatie.verschuift_bij", {"waarde": "ziekte\nonzin"}, "waarde", "bestaat niet"),
        ("match.drempels", {"waarde__ov_van": "vroeg"}, "waarde__ov_van", "06:30"),
    ],
)  # fmt: skip
def test_een_fout_krijgt_een_zin_bij_het_veld(griet, als, sleutel, anders, veld, zin):
    assert zin in bewaar(als(griet), sleutel, **anders)[veld][0]


@pytest.mark.parametrize("sleutel", sorted(sleutel for sleutel, _ in SLEUTELS.items()))
def test_elke_regel_is_te_kopieren_en_te_bewaren(griet, als, sleutel):
    assert bewaar(als(griet), sleutel) == {}


def test_een_lange_lijst_staat_er_als_aantal(griet, als):
    lijst = tekst(als(griet).get(adres("regel_list")))
    assert "11 rijen" in lijst
    assert "Zonder C4 komt er geen uitkering" not in lijst


def test_een_regel_in_een_vroegere_periode_vergelijkt_met_wat_toen_gold(griet, als):
    """Copied from the rule of today, but to hold from 2020 on: the columns show the brackets of that time."""
    browser = als(griet)
    bewaar(browser, "rva.toelating", geldig_van="2020-01-01")
    concept = Regelconcept.objects.get()
    assert (concept.basis.geldig_van, concept.vervangt.geldig_van) == (date(2026, 3, 1), date(2012, 11, 1))
    antwoord = browser.get(adres("regelconcept_publiceren", concept.pk))
    assert "624 dagen" in tekst(antwoord)
    assert antwoord.context["tot"] == date(2026, 3, 1)


def test_een_regel_zonder_gevolg_zegt_dat(griet, als):
    assert "rekent hier nog niet mee" in tekst(als(griet).get(adres("regel_detail", "twe.opschorting_telt")))


def test_in_december_is_de_voorgestelde_dag_een_die_nog_kan(griet, als):
    """From the first of January another version already holds: the first of February is the first that can be asked."""
    with time_machine.travel(date(2026, 12, 10), tick=False):
        assert bewaar(als(griet), "rva.duur") == {}
    assert Regelconcept.objects.get(sleutel="rva.duur").geldig_van == date(2027, 2, 1)
