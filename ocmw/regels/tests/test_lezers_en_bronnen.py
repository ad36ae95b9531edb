"""A rule is asked by code, or says that it is not; and it carries a public address, or says there is none."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from ocmw.regels.bron import Bron
from ocmw.regels.models import Regelset
from ocmw.regels.sleutels import SLEUTELS, beginwaarden

BUITEN = {"regels.py", "regels_demo.py"}


def gevraagd_in(bronnen: dict[str, str]) -> set[str]:
    """Every text in the code that is the key of a rule, outside the files that describe or try rules."""
    return {
        sleutel
        for naam, tekst in bronnen.items()
        if Path(naam).name not in BUITEN and not {"tests", "migrations", "gereedschap"} & set(Path(naam).parts)
        for sleutel in re.findall(r"[\"']([a-z0-9_]+\.[a-z0-9_]+)[\"']", tekst)
    }


@pytest.fixture(scope="module")
def bronnen() -> dict[str, str]:
    basis = Path(settings.BASE_DIR)
    mappen = ("ocmw", "clienten", "trajecten", "tewerkstelling", "nazorg")
    return {
        str(pad.relative_to(basis)): pad.read_text(encoding="utf-8")
        for map_ in mappen
        for pad in basis.glob(f"{map_}/**/*.py")
    }


def test_elke_regel_wordt_gevraagd_of_zegt_dat_ze_nog_niet_telt(bronnen):
    gevraagd = gevraagd_in(bronnen)
    zonder = {sleutel for sleutel, uitleg in SLEUTELS.items() if sleutel not in gevraagd and not uitleg.nog_niet}
    assert zonder == set(), "Vraag de regel, of zeg in nog_niet dat niemand ze leest."


def test_wat_gevraagd_wordt_zegt_niet_dat_het_nog_niet_telt(bronnen):
    """The other way round: a mark that stayed behind."""
    gevraagd = gevraagd_in(bronnen)
    klaar = {sleutel for sleutel, uitleg in SLEUTELS.items() if uitleg.nog_niet and sleutel in gevraagd}
    assert klaar <= {"twe.max_opleiding"}, "alleen op de opdrachtregel gerekend"


def test_een_regel_die_niemand_vraagt_valt_op():
    code = {
        "kamer/regels.py": 'regelsleutel("kamer.dood")',
        "kamer/tests/test_x.py": '"kamer.dood"',
        "kamer/x.py": "'kamer.leeft'",
    }
    assert gevraagd_in(code) == {"kamer.leeft"}


def test_elke_regel_heeft_een_adres_of_zegt_dat_er_geen_is():
    zonder = [
        (sleutel, waarde.bron)
        for sleutel, waarde in beginwaarden()
        if not (Bron(waarde.bron).url or Bron(waarde.bron).is_aanname)
    ]
    assert zonder == []


@pytest.mark.databank
@pytest.mark.django_db
def test_dat_er_geen_bron_is_ziet_alleen_wie_beheert(an, griet, bea, als):
    url = reverse("beheer:regel_detail", args=["traject.plan_dagen"])
    assert Regelset.objects.get(sleutel="traject.plan_dagen").herkomst.is_aanname
    teksten = {wie.naam: als(wie).get(url).content.decode() for wie in (an, bea)}
    assert "Geen openbare bron" in teksten[bea.naam]
    assert "Geen openbare bron" not in teksten[an.naam]
    assert "afspraak in deze toepassing" in teksten[an.naam]
