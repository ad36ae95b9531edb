"""The phase table and its gates, without a database."""

import itertools

import pytest

from trajecten.fasen import OVERGANGEN, VRAGEN, Fase, Fasefeiten, als_mermaid, poort, vragen_voor


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


@pytest.mark.parametrize("afgeschermd", [True, False])
def test_een_lezer_zonder_recht_kent_de_afgeschermde_vragen_niet(afgeschermd):
    codes = {vraag.code for vraag in vragen_voor(Fase.VERKENNING, afgeschermd=afgeschermd)}
    gewoon = {"leefsituatie", "gezinssituatie", "andere_hulp"}
    assert codes == (gewoon | {"gezondheid", "verslaving"} if afgeschermd else gewoon)


# What must be answered before a phase is left forwards, and what is shielded: read off the pages the phases come from.
POORTVRAGEN = {
    Fase.VERKENNING: {"leefsituatie", "gezinssituatie", "gezondheid", "verslaving"},
    Fase.IN_KAART: {"wil", "kan", "realistisch"},
    Fase.ZOEKEN: {"richting", "richting_reden"},
    Fase.BEGELEIDING: {"opvolging"},
    Fase.EINDE: {"kan_blijven", "maatregelen"},
}


def test_welke_vragen_de_poort_bewaken_en_welke_afgeschermd_zijn():
    assert {fase: {vraag.code for vraag in vragen if vraag.poort} for fase, vragen in VRAGEN.items()} == POORTVRAGEN
    assert {v.code for vragen in VRAGEN.values() for v in vragen if v.afgeschermd} == {"gezondheid", "verslaving"}
    assert [fase.value for fase in POORTVRAGEN] == [1, 2, 3, 4, 5]


def test_blijven_staan_en_overslaan_kan_niet_ook_niet_met_een_reden():
    feiten = Fasefeiten(fase=Fase.VERKENNING)
    assert poort(feiten, Fase.ZOEKEN).weigering_voor("")
    assert poort(feiten, Fase.VERKENNING).weigering_voor("toch") == "Het traject staat al in fase 1."
    assert poort(feiten, Fase.ZOEKEN).weigering_voor("toch").startswith("Van fase 1 (Verkenning) kan je niet naar")


def test_terug_vraagt_alleen_waarom():
    deur = poort(Fasefeiten(fase=Fase.ZOEKEN), Fase.IN_KAART)
    assert deur.weigering_voor(" ") == "Schrijf waarom het traject teruggaat naar een vorige fase."
    assert deur.weigering_voor("Herval.") == ""
    assert deur.open


def test_wat_in_orde_is_vraagt_niets():
    feiten = Fasefeiten(fase=Fase.IN_KAART, beantwoord=frozenset(POORTVRAGEN[Fase.IN_KAART]), open_randproblemen=3)
    deur = poort(feiten, Fase.ZOEKEN)
    assert (deur.zacht, deur.weigering_voor(""), deur.vraagt_motivatie, deur.open) == ((), "", False, True)
    assert poort(Fasefeiten(fase=Fase.IN_KAART), Fase.ZOEKEN).open is False
    assert poort(Fasefeiten(fase=Fase.IN_KAART, volledig=False, beantwoord=feiten.beantwoord), Fase.ZOEKEN).open
    assert poort(Fasefeiten(fase=Fase.IN_KAART, afgesloten=True), Fase.ZOEKEN).open is False


def test_een_randprobleem_is_enkelvoud():
    alles = frozenset(POORTVRAGEN[Fase.VERKENNING])
    deur = poort(Fasefeiten(fase=Fase.VERKENNING, beantwoord=alles, open_randproblemen=1), Fase.IN_KAART)
    assert deur.zacht == ("Er is nog 1 randprobleem dat het werk in de weg staat.",)
    assert poort(Fasefeiten(fase=Fase.VERKENNING, beantwoord=alles), Fase.IN_KAART).zacht == ()
