"""The judgement itself: reasons in words, hard limits, and three properties that hold for every pair."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienten.enums import Antwoord, Taalniveau
from clienten.profiel.enums import Sector, Talent
from ocmw.regels.sleutels import SLEUTELS
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Factor, Grenssoort, Kleur, Uitslag, Vervoer
from tewerkstelling.match.factoren import NIET_TE_ZIEN, talent
from tewerkstelling.match.feiten import Plekfeiten, Profielfeiten, pas_toe
from tewerkstelling.match.maatstaf import Maatstaf
from tewerkstelling.match.oordeel import _na, _weg, beoordeel

OP = date(2026, 11, 23)
MAAT = Maatstaf(
    gewichten=SLEUTELS["match.gewichten"].begin[0].waarde, waarden=SLEUTELS["match.waarden"].begin[0].waarde
)

PROFIEL = Profielfeiten(
    sectoren=("schoonmaak",), uren_min=Decimal(19), uren_max=Decimal(38), kan_van=time(9), kan_tot=time(16),
    werktijden=("dag",), max_reisminuten=45, vervoer=("fiets",), rijbewijs="nee", beperkt="nee", taal="A2",
    mag_werken="ja", kinderopvang="ja", ingevuld=True, talenten=("team",),
)  # fmt: skip
PLEK = Plekfeiten(
    sector="schoonmaak", uren=Decimal(38), taalniveau="A2", eisen=("stof",), werktijden=("dag",), begint_om=time(9),
    eindigt_om=time(16), reisminuten=20, vrij=1, mentorplaatsen=2, talenten=("team",),
)  # fmt: skip


def oordeel(profiel=PROFIEL, plek=PLEK):
    return beoordeel(profiel, plek, MAAT, op=OP)


def factor(code, profiel=PROFIEL, plek=PLEK):
    return next(rij for rij in oordeel(profiel, plek).factoren if rij.factor == code)


def test_alles_past():
    gevonden = oordeel()
    assert {rij.kleur for rij in gevonden.factoren} == {Kleur.GROEN}
    assert gevonden.uitslag == Uitslag.PAST
    assert gevonden.score == MAAT.hoogste
    assert gevonden.zou_passen_als == []
    assert gevonden.telling == "11 passen"


def test_niets_ingevuld_is_grijs_en_nooit_rood():
    gevonden = oordeel(Profielfeiten(), Plekfeiten(mentorplaatsen=1))
    assert {rij.kleur for rij in gevonden.factoren if rij.factor != Factor.PLAATS} == {Kleur.GRIJS}
    assert gevonden.uitslag == Uitslag.PAST


@pytest.mark.parametrize(
    ("code", "profiel", "plek", "kleur", "zin", "zou_passen_als"),
    [
        (Factor.WERKTIJD, {}, {"begint_om": time(7, 30)}, "rood", "Begint om 7u30; de cliënt kan vanaf 9u.", "start om 9u"),
        (Factor.WERKTIJD, {}, {"begint_om": time(8, 45)}, "oranje", "Begint om 8u45; de cliënt kan vanaf 9u.", "start om 9u"),
        (Factor.UREN, {"uren_max": Decimal(19)}, {}, "rood", "Kan hoogstens 19 uur per week werken; de plek vraagt 38.",
         "19 uur in plaats van 38"),
        (Factor.TAAL, {}, {"taalniveau": "B1"}, "oranje", "Spreekt A2; B1 is nodig (1 stap hoger).", "de plek werkt met A2"),
        (Factor.TAAL, {"taal": "A1"}, {"taalniveau": "B1"}, "rood", "Spreekt A1; B1 is nodig (2 stappen hoger).",
         "de plek werkt met A1"),
        (Factor.TALENT, {"te_leren": ("tempo",)}, {"talenten": ("team", "tempo")}, "oranje",
         "Kan nog leren: vlot doorwerken. Is sterk in: samenwerken.", "de cliënt sterk wordt in vlot doorwerken"),
        (Factor.REIS, {}, {"reisminuten": 60}, "rood", "De reis duurt 60 minuten; de cliënt reist hoogstens 45.",
         "de reis hoogstens 45 minuten duurt"),
        (Factor.SECTOR, {"sectoren_niet": ("schoonmaak",)}, {}, "rood", "Wil niet werken in: schoonmaak.",
         "de cliënt ook schoonmaak ziet zitten"),
        (Factor.SECTOR, {"realistisch": "nee"}, {}, "oranje", "Wil dit werk (schoonmaak), maar het jobdoelwit is nu niet haalbaar.",
         "het jobdoelwit haalbaar is"),
        (Factor.OPVANG, {"kinderopvang": "nee"}, {"begint_om": time(9)}, "oranje",
         "De kinderopvang is nog niet in orde; dit werk valt wel binnen de uren van de opvang.", "de kinderopvang geregeld is"),
        (Factor.VERVOER, {"vervoer": ("ov",), "kan_van": None}, {"begint_om": time(5, 30)}, "rood",
         "Komt met de bus of trein; die rijdt hier maar van 6u30 tot 22u.", "start om 6u30"),
        (Factor.START, {"vrij_vanaf": OP + timedelta(days=30)}, {}, "oranje",
         "Kan pas starten op wo 23 december 2026, over 30 dagen.", "de plek wacht tot wo 23 december 2026"),
        (Factor.PLAATS, {}, {"in_voorbereiding": 1}, "oranje", "1 plaats is vrij, maar er is al iemand in voorbereiding. "
         "Bij de mentoren is nog plaats voor 2.", "wie in voorbereiding is niet start"),
        (Factor.PLAATS, {}, {"mentorplaatsen": 0}, "rood",
         "1 plaats is vrij. Elke mentor begeleidt al het hoogste aantal cliënten.", "er een mentor met tijd is"),
    ],
)  # fmt: skip
def test_een_factor_zegt_waarom_en_wat_zou_passen(code, profiel, plek, kleur, zin, zou_passen_als):
    aangepast = replace(PROFIEL, **profiel), replace(PLEK, **plek)
    rij = factor(code, *aangepast)
    assert (rij.kleur, rij.zin) == (kleur, zin)
    assert zou_passen_als in oordeel(*aangepast).zou_passen_als


def test_twee_bezwaren_in_een_factor_geven_een_tegenfeit_dat_beide_oplost():
    plek = replace(PLEK, begint_om=time(7), werktijden=("dag", "weekend"))
    assert "start om 9u en zonder weekend" in oordeel(plek=plek).zou_passen_als


@pytest.mark.parametrize(
    ("profiel", "plek", "soort"),
    [
        ({"beperkt": "ja", "niet_mogelijk": ("stof",)}, {}, Grenssoort.FYSIEK),
        ({}, {"rijbewijs_nodig": True}, Grenssoort.RIJBEWIJS),
        ({"mag_werken": "nee"}, {}, Grenssoort.MAG_WERKEN),
        ({}, {"vrij": 0}, Grenssoort.GEEN_PLAATS),
        ({}, {"actief": False}, Grenssoort.NIET_ACTIEF),
    ],
)
def test_een_harde_grens_staat_apart(profiel, plek, soort):
    gevonden = oordeel(replace(PROFIEL, **profiel), replace(PLEK, **plek))
    assert gevonden.uitslag == Uitslag.PAST_NIET
    assert [grens.soort for grens in gevonden.grenzen] == [soort]
    assert gevonden.zou_passen_als


def test_een_onbekend_rijbewijs_is_geen_nee():
    gevonden = oordeel(replace(PROFIEL, rijbewijs="onbekend"), replace(PLEK, rijbewijs_nodig=True))
    assert gevonden.uitslag == Uitslag.PAST
    assert (
        factor(Factor.VERVOER, replace(PROFIEL, rijbewijs="onbekend"), replace(PLEK, rijbewijs_nodig=True)).kleur
        == "grijs"
    )


@pytest.mark.parametrize("eisen", [(), ("stof",), ("tillen_zwaar",), ("stof", "tillen_zwaar")])
@pytest.mark.parametrize("beperkt", ["ja", "nee", "onbekend"])
def test_wie_de_beperking_niet_mag_zien_leest_overal_hetzelfde(beperkt, eisen):
    """Else trying several places would tell which limit it is, and another sentence that somebody is healthy."""
    profiel = replace(PROFIEL, beperkt=beperkt, niet_mogelijk=("tillen_zwaar",), ziet_beperking=False)
    gevonden = oordeel(profiel, replace(PLEK, eisen=eisen))
    assert gevonden.uitslag == Uitslag.NAVRAGEN
    assert gevonden.grenzen == ()
    rij = next(rij for rij in gevonden.factoren if rij.factor == Factor.FYSIEK)
    assert (rij.zin, rij.bij_client, rij.tegenfeiten) == (NIET_TE_ZIEN, "afgeschermd", ())


# --- properties -----------------------------------------------------------------------------------
def codes(keuzes):
    return st.lists(st.sampled_from(keuzes.values), unique=True, max_size=4).map(tuple)


antwoord = st.sampled_from(Antwoord.values)
niveau = st.sampled_from(["", *Taalniveau.values])
kwartier = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
uren_ = st.one_of(st.none(), st.sampled_from([Decimal(n) for n in (10, 19, 24, 30, 36, 38)]))
dagen = st.one_of(st.none(), st.integers(-30, 200).map(lambda n: OP + timedelta(days=n)))
profielen = st.builds(
    Profielfeiten,
    sectoren=codes(Sector), sectoren_niet=codes(Sector), talenten=codes(Talent), te_leren=codes(Talent), realistisch=antwoord, uren_min=uren_, uren_max=uren_,
    kan_van=st.one_of(st.none(), kwartier), kan_tot=st.one_of(st.none(), kwartier), werktijden=codes(Werktijd),
    max_reisminuten=st.one_of(st.none(), st.integers(0, 120)), vervoer=codes(Vervoer), rijbewijs=antwoord,
    vrij_vanaf=dagen, beperkt=antwoord, niet_mogelijk=codes(FysiekeEis), taal=niveau, mag_werken=antwoord,
    kinderopvang=antwoord, mobiliteit=antwoord, werkt_tot=dagen, ziet_beperking=st.booleans(), ingevuld=st.booleans(),
).filter(lambda p: p.uren_min is None or p.uren_max is None or p.uren_min <= p.uren_max)  # fmt: skip
plekken = st.builds(
    Plekfeiten,
    sector=st.sampled_from(["", *Sector.values]), uren=uren_, taalniveau=niveau, eisen=codes(FysiekeEis),
    talenten=codes(Talent), werktijden=codes(Werktijd), begint_om=st.one_of(st.none(), kwartier), eindigt_om=st.one_of(st.none(), kwartier),
    rijbewijs_nodig=st.booleans(), reisminuten=st.one_of(st.none(), st.integers(0, 120)), vrij=st.integers(-1, 3),
    komt_vrij_op=dagen, mentorplaatsen=st.one_of(st.none(), st.integers(-1, 4)), in_voorbereiding=st.integers(0, 3), actief=st.booleans(),
)  # fmt: skip


def gemakkelijker(profiel, plek):
    """Every way in which a place can become easier for this person, one at a time."""
    for eis in plek.eisen if len(plek.eisen) > 1 else ():  # an empty list means "not filled in"
        yield {"eisen": tuple(x for x in plek.eisen if x != eis)}
    for ploeg in plek.werktijden if len(plek.werktijden) > 1 else ():
        yield {"werktijden": tuple(x for x in plek.werktijden if x != ploeg)}
    if plek.taalniveau not in {"", "A0"}:
        yield {"taalniveau": Taalniveau.values[Taalniveau.values.index(plek.taalniveau) - 1]}
    if plek.begint_om and plek.begint_om.hour < 23:
        yield {"begint_om": plek.begint_om.replace(hour=plek.begint_om.hour + 1)}
    if plek.eindigt_om and plek.eindigt_om.hour:
        yield {"eindigt_om": plek.eindigt_om.replace(hour=plek.eindigt_om.hour - 1)}
    if plek.reisminuten:
        yield {"reisminuten": plek.reisminuten - 1}
    if plek.uren is not None and profiel.uren_max is not None and plek.uren > profiel.uren_max:
        yield {"uren": plek.uren - min(Decimal(1), plek.uren - profiel.uren_max)}
    if plek.sector and profiel.sectoren and profiel.sectoren[0] not in profiel.sectoren_niet:
        yield {"sector": profiel.sectoren[0]}
    yield {"rijbewijs_nodig": False}
    yield {"vrij": plek.vrij + 1}
    yield {"in_voorbereiding": 0}
    yield {"mentorplaatsen": (plek.mentorplaatsen or 0) + 1}
    yield {"actief": True}


@given(profielen, plekken)
def test_een_gemakkelijkere_plek_zakt_nooit(profiel, plek):
    voor = oordeel(profiel, plek)
    for verandering in gemakkelijker(profiel, plek):
        assert oordeel(profiel, replace(plek, **verandering)).rang <= voor.rang, verandering


@given(profielen, plekken)
def test_een_tegenfeit_neemt_het_bezwaar_echt_weg(profiel, plek):
    """Applied, the factor is green; or grey, when what is left is an unknown."""
    for rij in oordeel(profiel, plek).factoren:
        for anders in rij.tegenfeiten:
            daarna = factor(rij.factor, *pas_toe(profiel, plek, anders))
            assert daarna.kleur in {Kleur.GROEN, Kleur.GRIJS}, (rij.zin, anders.zin, daarna.zin)


@given(profielen, plekken)
def test_een_tegenfeit_neemt_de_grens_echt_weg(profiel, plek):
    for grens in oordeel(profiel, plek).grenzen:
        for anders in grens.tegenfeiten:
            soorten = [rest.soort for rest in oordeel(*pas_toe(profiel, plek, anders)).grenzen]
            assert grens.soort not in soorten


def test_tegenfeiten_spreken_elkaar_niet_tegen_en_staan_er_een_keer():
    """A licence is a limit and a part of transport; the hours of the client and of the bus both move the start."""
    profiel = replace(PROFIEL, vervoer=("ov",), kan_van=time(7, 30), kan_tot=None, werktijden=())
    plek = replace(PLEK, rijbewijs_nodig=True, begint_om=time(6), werktijden=("vroeg",))
    verwacht = ["geen rijbewijs nodig is", "start om 7u30", "zonder vroege ploeg of nacht"]
    assert oordeel(profiel, plek).zou_passen_als == verwacht


@given(profielen, plekken)
def test_zou_passen_als_is_samen_waar_en_niets_ervan_is_overbodig(profiel, plek):
    """With everything it says true, nothing stands in the way; without any one of them, something does."""
    gevonden = oordeel(profiel, plek)
    stappen = {anders.zin: anders for anders in _weg(gevonden)}
    weg = [stappen[zin] for zin in gevonden.zou_passen_als]
    assert _na(gevonden, weg).hindernissen == []
    for stap in weg:
        assert _na(gevonden, [ander for ander in weg if ander is not stap]).hindernissen, stap.zin


@given(profielen, plekken)
def test_elk_bezwaar_zegt_wat_het_zou_oplossen(profiel, plek):
    gevonden = oordeel(profiel, plek)
    for rij in gevonden.factoren:
        assert rij.zin.endswith(".")
        assert rij.kleur != Kleur.ROOD or rij.tegenfeiten, rij.zin
    assert all(grens.tegenfeiten for grens in gevonden.grenzen)


@given(profielen, plekken)
def test_de_codes_houden_geen_woorden_over_het_lichaam_over(profiel, plek):
    """What is kept of a judgement are colours; which limit it was cannot be read back."""
    bewaard = str(oordeel(profiel, plek).als_codes())
    assert not any(eis in bewaard for eis in FysiekeEis.values)


# --- knowledge and talents -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sterk", "leren", "gevraagd", "kleur", "zin"),
    [
        ((), (), (), Kleur.GRIJS, "welke talenten het werk vraagt"),
        ((), (), ("tempo",), Kleur.GRIJS, "is niet ingevuld"),
        (("team",), (), ("tempo",), Kleur.GRIJS, "vlot doorwerken"),
        (("tempo", "team"), (), ("tempo", "team"), Kleur.GROEN, "Is sterk in wat het werk vraagt"),
        (("tempo",), ("team",), ("tempo", "team"), Kleur.ORANJE, "Kan nog leren: samenwerken. Is sterk in: vlot"),
        (("tempo",), (), ("tempo", "team"), Kleur.ORANJE, "Niet bekend: samenwerken"),
    ],
)
def test_kennis_en_talenten_naast_wat_het_werk_vraagt(sterk, leren, gevraagd, kleur, zin):
    oordeel = talent(sterk, leren, gevraagd)
    assert oordeel.kleur == kleur
    assert zin in oordeel.zin
