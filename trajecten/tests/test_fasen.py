"""The phase table and its gates, without a database."""

import itertools

import pytest

from trajecten.fasen import OVERGANGEN, VRAGEN, Fase, Fasefeiten, als_mermaid, poort


@pytest.mark.parametrize(("van", "naar"), list(itertools.product(Fase, Fase)))
def test_elk_paar_fasen(van, naar):
    alles = frozenset(vraag.code for vraag in VRAGEN[van])
    deur = poort(Fasefeiten(fase=van, beantwoord=alles, heeft_werk=True), naar)
    assert bool(deur.hard) == (naar not in OVERGANGEN[van])
    assert deur.terug == (naar < van and naar in OVERGANGEN[van])
    assert deur.vraagt_motivatie == deur.terug


def test_de_verkenning_noemt_wat_ontbreekt():
    redenen = poort(Fasefeiten(fase=Fase.VERKENNING, open_randproblemen=2), Fase.IN_KAART).zacht
    assert len(redenen) == 5
    assert redenen[-1] == "Er zijn nog 2 randproblemen die het werk in de weg staan."


def test_wie_niet_alles_ziet_leert_niets_uit_de_poort():
    redenen = poort(Fasefeiten(fase=Fase.VERKENNING, volledig=False), Fase.IN_KAART).zacht
    assert not any("verslaving" in reden or "gezondheid" in reden for reden in redenen)
    assert redenen[-1].startswith("Een deel van deze fase is afgeschermd.")


def test_naar_begeleiding_zonder_werk_vraagt_waarom():
    alles = frozenset(vraag.code for vraag in VRAGEN[Fase.ZOEKEN])
    deur = poort(Fasefeiten(fase=Fase.ZOEKEN, beantwoord=alles), Fase.BEGELEIDING)
    assert deur.zacht == ("Er is nog geen werk of art.60-contract geregistreerd.",)
    assert deur.weigering_voor("  ").endswith("Je kan toch verder als je schrijft waarom.")
    assert not deur.weigering_voor("Start maandag.")


def test_na_afsluiten_kan_niets_meer():
    assert poort(Fasefeiten(fase=Fase.ZOEKEN, afgesloten=True), Fase.IN_KAART).weigering_voor("toch")


def test_het_schema_in_de_readme_is_het_schema_van_de_code(settings):
    assert als_mermaid() in (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
