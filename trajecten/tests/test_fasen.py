"""The phase table and its gates, without a database."""

import itertools
from dataclasses import replace

import pytest

from trajecten.enums import AFGESCHERMDE_THEMAS, Randthema
from trajecten.fasen import OVERGANGEN, VRAGEN, Fase, Fasefeiten, als_mermaid, poort, vragen_voor


def in_orde(fase):
    """Answers that leave nothing to ask."""
    goed = {"realistisch": "ja"}
    return {vraag.code: goed.get(vraag.code, "nee" if vraag.opent else "ja") for vraag in VRAGEN[fase]}


@pytest.mark.parametrize(("van", "naar"), list(itertools.product(Fase, Fase)))
def test_elk_paar_fasen(van, naar):
    deur = poort(Fasefeiten(fase=van, antwoorden=in_orde(van), heeft_werk=True), naar)
    assert bool(deur.hard) == (naar not in OVERGANGEN[van])
    assert deur.terug == (naar < van and naar in OVERGANGEN[van])
    assert deur.vraagt_motivatie == deur.terug


def test_de_verkenning_noemt_wat_ontbreekt():
    feiten = Fasefeiten(fase=Fase.VERKENNING, belemmerend=("Taal (belemmert het werk)", "Gezin (belemmert het werk)"))
    redenen = poort(feiten, Fase.IN_KAART).zacht
    assert len(redenen) == 7
    assert redenen[-1] == "Randprobleem Gezin (belemmert het werk). Noteer hoe het nu staat."


def test_wie_niet_alles_ziet_leert_niets_uit_de_poort():
    redenen = poort(Fasefeiten(fase=Fase.VERKENNING, volledig=False), Fase.IN_KAART).zacht
    assert not any("verslaving" in reden or "gezondheid" in reden for reden in redenen)
    assert redenen[-1].startswith("Een deel van deze fase is afgeschermd.")


def test_naar_begeleiding_zonder_werk_vraagt_waarom():
    deur = poort(Fasefeiten(fase=Fase.ZOEKEN, antwoorden=in_orde(Fase.ZOEKEN)), Fase.BEGELEIDING)
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
    Fase.VERKENNING: {"leefsituatie", "gezinssituatie", "gezondheid", "verslaving", "andere_hulp"},
    Fase.IN_KAART: {"wil", "kan", "realistisch"},
    Fase.ZOEKEN: {"richting", "richting_reden"},
    Fase.BEGELEIDING: {"opvolging"},
    Fase.EINDE: set(),  # its questions are the list of the end of art.60
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
    feiten = Fasefeiten(fase=Fase.IN_KAART, antwoorden=in_orde(Fase.IN_KAART), belemmerend=("Taal (open)",) * 3)
    deur = poort(feiten, Fase.ZOEKEN)
    assert (deur.zacht, deur.weigering_voor(""), deur.vraagt_motivatie, deur.open) == ((), "", False, True)
    assert poort(Fasefeiten(fase=Fase.IN_KAART), Fase.ZOEKEN).open is False
    assert poort(Fasefeiten(fase=Fase.IN_KAART, volledig=False, antwoorden=feiten.antwoorden), Fase.ZOEKEN).open
    assert poort(Fasefeiten(fase=Fase.IN_KAART, afgesloten=True), Fase.ZOEKEN).open is False


def naar_fase_2(**anders):
    antwoorden = in_orde(Fase.VERKENNING) | anders.pop("antwoorden", {})
    return poort(Fasefeiten(fase=Fase.VERKENNING, antwoorden=antwoorden, **anders), Fase.IN_KAART)


def test_alles_nee_opent_de_poort_naar_fase_2():
    assert naar_fase_2().zacht == ()


@pytest.mark.parametrize("code", sorted(POORTVRAGEN[Fase.VERKENNING] - {"leefsituatie"}))
def test_onbekend_is_geen_antwoord(code):
    (reden,) = naar_fase_2(antwoorden={code: "onbekend"}).zacht
    assert reden.endswith("weten we het antwoord nog niet.")


@pytest.mark.parametrize("code", ["gezinssituatie", "gezondheid", "verslaving", "andere_hulp"])
def test_een_ja_vraagt_hoe_het_daarmee_staat(code):
    (reden,) = naar_fase_2(antwoorden={code: "ja"}).zacht
    assert reden.endswith("is het antwoord ja. Noteer hoe het daarmee staat.")
    assert naar_fase_2(antwoorden={code: "ja"}, met_stand=frozenset({code})).zacht == ()


def test_een_ja_opent_een_thema_dat_bestaat_en_even_afgeschermd_is_als_de_vraag():
    for vraag in (vraag for vragen in VRAGEN.values() for vraag in vragen if vraag.opent):
        assert (Randthema(vraag.opent) in AFGESCHERMDE_THEMAS) == vraag.afgeschermd, vraag.code


def test_niet_realistisch_houdt_de_poort_naar_fase_3_dicht_tot_er_een_reden_is():
    feiten = Fasefeiten(fase=Fase.IN_KAART, antwoorden=in_orde(Fase.IN_KAART) | {"realistisch": "nee"})
    deur = poort(feiten, Fase.ZOEKEN)
    assert deur.zacht == ("Wat de cliënt wil en wat die kan, passen nog niet bij elkaar.",)
    assert (deur.weigering_voor("") != "", deur.weigering_voor("Wil het zelf ondervinden.")) == (True, "")


def test_alles_is_pas_in_orde_als_er_geen_vraag_zonder_antwoord_overblijft():
    """Phase 4 asks nothing at its gate; that is not the same as everything known."""
    feiten = Fasefeiten(Fase.BEGELEIDING, soort_werk="art60", heeft_werk=True)
    uit = poort(feiten, Fase.EINDE)
    assert (uit.open, uit.alles_bekend, uit.onbekend) == (True, False, 2)
    half = replace(feiten, antwoorden={"verloop": "goed", "klaar_regulier": "onbekend"})
    assert poort(half, Fase.EINDE).onbekend == 1
    assert poort(replace(half, antwoorden={"verloop": "goed", "klaar_regulier": "nee"}), Fase.EINDE).alles_bekend
