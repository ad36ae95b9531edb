"""Which phase the facts point to: a table of facts, without a database."""

from datetime import date, timedelta

import pytest

from trajecten.fasen import VRAGEN, Fase, Fasefeiten, poort, tak_van, vragen_voor
from trajecten.fasevoorstel import Faseverblijf, Werkfeit, fasevoorstel, komend_voorstel, soort_werk, verblijf_uit

OP = date(2026, 5, 14)
SINDS = OP - timedelta(days=60)


def dag(n):
    return OP + timedelta(days=n)


def art60(van, tot=None):
    return Werkfeit(dag(van), None if tot is None else dag(tot), art60=True)


def gewoon(van, tot=None):
    return Werkfeit(dag(van), None if tot is None else dag(tot), art60=False, gewoon=True)


@pytest.mark.parametrize(
    ("fase", "werk", "naar"),
    [
        (Fase.ZOEKEN, [art60(-3, 300)], Fase.BEGELEIDING),
        (Fase.VERKENNING, [art60(0)], Fase.BEGELEIDING),
        (Fase.BEGELEIDING, [art60(-3, 300)], None),
        (Fase.BEGELEIDING, [art60(-300, -1)], Fase.EINDE),
        (Fase.BEGELEIDING, [art60(-300, 0)], None),
        (Fase.EINDE, [art60(-300, -1)], None),
        (Fase.EINDE, [art60(-300, 20)], None),
        (Fase.EINDE, [art60(-300, -20), art60(-10, 200)], Fase.BEGELEIDING),
        (Fase.ZOEKEN, [gewoon(-2)], Fase.BEGELEIDING),
        (Fase.BEGELEIDING, [gewoon(-2)], None),
        (Fase.EINDE, [art60(-300, -20), gewoon(-5)], "sluit"),
        (Fase.BEGELEIDING, [art60(-300, -20), gewoon(-5)], "sluit"),
        (Fase.ZOEKEN, [art60(-300, -61)], None),
        (Fase.ZOEKEN, [], None),
        (Fase.ZOEKEN, [art60(5, 300)], None),
    ],
)
def test_wat_het_werk_voorstelt(fase, werk, naar):
    voorstel = fasevoorstel(Faseverblijf(fase, SINDS), werk, op=OP)
    if naar is None:
        assert voorstel is None
    else:
        assert voorstel
        assert voorstel.naar == (None if naar == "sluit" else naar)
        assert voorstel.reden
        assert voorstel.sinds <= OP


def test_het_voorstel_zegt_waarom_en_sinds_wanneer():
    voorstel = fasevoorstel(Faseverblijf(Fase.BEGELEIDING, SINDS), [art60(-300, -3)], op=OP)
    assert (voorstel.reden, voorstel.sinds) == ("Art.60 eindigde op ma 11 mei 2026.", dag(-2))
    assert (voorstel.in_woorden, voorstel.sleutel) == ("fase 5, Einde art.60", "fase:5")


def test_werk_dat_nog_begint_belooft_nu_al_wat_het_dan_zal_zeggen():
    werk = [art60(9, 300)]
    nu, dan = (komend_voorstel(Faseverblijf(Fase.ZOEKEN, SINDS), werk, op=op) for op in (OP, dag(9)))
    assert nu == dan
    assert nu.sinds == dag(9)
    assert komend_voorstel(Faseverblijf(Fase.BEGELEIDING, SINDS), [art60(-3, 5)], op=OP) is None


@pytest.mark.parametrize(
    ("fase", "werk", "naar"),
    [
        (Fase.ZOEKEN, [art60(-90, 300)], None),
        (Fase.ZOEKEN, [art60(-60, 300)], None),
        (Fase.ZOEKEN, [gewoon(-70)], None),
        (Fase.ZOEKEN, [art60(-300, -90), gewoon(-80)], None),
        # A new fact: other work, an end after it, or work that begins tomorrow.
        (Fase.ZOEKEN, [art60(-300, -90), art60(-59)], Fase.BEGELEIDING),
        (Fase.ZOEKEN, [art60(-300, -1)], Fase.EINDE),
        (Fase.BEGELEIDING, [art60(-300, -1)], Fase.EINDE),
        (Fase.ZOEKEN, [art60(1)], Fase.BEGELEIDING),
    ],
)
def test_wie_bewust_teruggezet_werd_krijgt_hetzelfde_voorstel_pas_opnieuw_na_een_nieuw_feit(fase, werk, naar):
    terug = Faseverblijf(fase, SINDS, teruggezet=True)
    voorstel = komend_voorstel(terug, werk, op=OP)
    assert (voorstel.naar if voorstel else None) == naar


def test_teruggezet_is_een_vroegere_fase_dan_de_vorige():
    een, twee, drie = dag(-90), dag(-50), dag(-10)
    assert verblijf_uit([(3, een, twee), (4, twee, drie), (3, drie, None)]) == Faseverblijf(
        Fase.ZOEKEN, drie, teruggezet=True
    )
    assert verblijf_uit([(4, een, twee), (2, twee, drie), (3, drie, None)]) == Faseverblijf(Fase.ZOEKEN, drie)
    assert verblijf_uit([(1, een, twee)]) is None


# --- the branch --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("tak", "niet"),
    [
        ("regulier", {"werkplek_gezocht", "afspraken_werkvloer"}),
        ("art60", {"vacatures", "sollicitaties", "bemiddeling"}),
        ("", set()),
    ],
)
def test_fase_3_toont_alleen_de_gekozen_tak(tak, niet):
    codes = {vraag.code for vraag in vragen_voor(Fase.ZOEKEN, afgeschermd=True, tak=tak)}
    assert {vraag.code for vraag in VRAGEN[Fase.ZOEKEN]} - codes == niet


def test_fase_4_vraagt_in_art60_niet_wat_vrij_is_bij_gewoon_werk():
    codes = {vraag.code for vraag in vragen_voor(Fase.BEGELEIDING, afgeschermd=True, tak="art60")}
    assert codes == {"verloop", "klaar_regulier"}
    gewoon_werk = Fasefeiten(fase=Fase.BEGELEIDING, soort_werk="regulier")
    assert poort(gewoon_werk, Fase.EINDE).zacht
    assert poort(Fasefeiten(fase=Fase.BEGELEIDING, soort_werk="art60"), Fase.EINDE).open


def test_wat_het_werk_is_gaat_voor_wat_gekozen_werd():
    assert soort_werk([gewoon(-3), art60(-2, 4)], op=OP) == "art60"
    assert soort_werk([gewoon(-3)], op=OP) == "regulier"
    assert soort_werk([art60(-9, -2)], op=OP) == ""
    assert tak_van(Fase.BEGELEIDING, richting="art60", soort_werk="regulier") == "regulier"
    assert tak_van(Fase.BEGELEIDING, richting="art60") == "art60"
    assert tak_van(Fase.ZOEKEN, richting="regulier", soort_werk="art60") == "regulier"
    assert tak_van(Fase.IN_KAART, richting="art60", soort_werk="art60") == ""
