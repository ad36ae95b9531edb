"""Wat-als, pure: what moves with a wish, what does not, and that playing changes nothing."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.regels.opzoeken import regel
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten
from tewerkstelling.rechtenteller.teller import tel
from tewerkstelling.rechtenteller.watals import Basis, WatAlsWens, kaal, pas_toe, uitkomst, vergelijk
from tewerkstelling.regime import Regime
from tewerkstelling.ritme import Evaluatiedag
from tewerkstelling.rooster import Gat, momenten
from trajecten.twe.gevolgen import Contractperiode, Werkfeiten
from trajecten.twe.tarieven import Tarieven
from trajecten.twe.vergoeding import Looptijd, Twefeiten, vergoeding

pytestmark = [pytest.mark.django_db]
OP = date(2026, 11, 22)
START = date(2026, 4, 1)
# Twelve months full-time: 312 days on the last day (W5.25).
FEITEN = Tellerfeiten(start=START, tot_en_met=date(2027, 3, 31))


def basis(feiten=FEITEN, andere=(), weo=date(2026, 3, 1)):
    """The rooms above, as plain calculations."""
    geld = Tarieven().voor(weo) if weo else None

    def evaluaties(wat):
        gaten = [Gat(g.van, g.tot_en_met) for g in wat.gebeurtenissen if g.soort == "schorsing"]
        rijen = momenten(wat.start, wat.tot_en_met, maanden=(1, 2, 7, 11), gaten=gaten)
        return [Evaluatiedag(moment.code, moment.naam, moment.dag) for moment in rijen]

    def som(wat):
        art60 = [Looptijd(wat.start, wat.tot_en_met), *(Looptijd(c.van, c.laatste_dag) for c in andere)]
        nodig = tel(wat, op=wat.tot_en_met or OP).teller.werk_tot
        return vergoeding(Twefeiten(weo, geld.venster.laatste_dag, tuple(art60), nodig), geld.tarief)

    werk = Werkfeiten(venster=geld.venster if geld else None)
    return Basis(feiten, andere, werk, evaluaties, som, ("schorsing",))


def teksten(wens, uit=None):
    gekozen = uit or basis()
    return {naam: waarde.tekst for naam, waarde in uitkomst(gekozen, wens, op=OP).waarden.items()}


def wens(**anders):
    return WatAlsWens(**{"start": START, "laatste_dag": date(2027, 3, 31), "uren": Decimal(38), **anders})


def test_zoals_het_nu_is():
    nu = teksten(basis().zoals_nu)
    assert nu["Dagen geteld op het einde"] == "312 van 312"
    assert nu["Rechten bereikt op"] == "wo 31 maart 2027"
    assert nu["Einde van de werkervaring"] == "di 29 februari 2028"
    assert nu["Wat overblijft voor nazorg"] == "11 maanden"
    # 24 month-ends of guidance, the leap day the last of them; 12 with art.60.
    assert nu["Verwachte vergoeding van VDAB"] == "€\u00a08.340"
    assert nu["Evaluatie maand 7"] == "vr 30 oktober 2026"  # 1 November is a Sunday and a holiday


def test_halftijds_haalt_de_rechten_niet_in_dit_contract():
    nu, straks = teksten(basis().zoals_nu), teksten(wens(uren=Decimal(19)))
    assert "te weinig" in straks["Rechten bereikt op"]
    assert straks["Verwachte vergoeding van VDAB"] == nu["Verwachte vergoeding van VDAB"]


def test_halftijds_vanaf_een_dag_laat_staan_wat_al_gewerkt_is():
    """Nine months full-time are 234 days; three months of 3 days a week do not make up for the other 78."""
    vanaf = teksten(wens(uren=Decimal(19), uren_vanaf=date(2027, 1, 1)))
    heel = teksten(wens(uren=Decimal(19)))
    assert vanaf["Dagen geteld op het einde"] == "272,4 van 312"
    assert heel["Dagen geteld op het einde"] == "156,6 van 312"
    assert teksten(wens(uren=Decimal(19), uren_vanaf=START)) == heel


def test_uren_die_later_veranderen_blijven_tot_iemand_ze_anders_wil():
    later = Regime(date(2026, 12, 1), Fraction(19), 5)
    oud = Tellerfeiten(start=START, tot_en_met=date(2027, 3, 31), wijzigingen=(later,))
    assert pas_toe(oud, wens()).wijzigingen == (later,)
    assert pas_toe(oud, wens(uren=Decimal(30))).wijzigingen == ()
    korter = wens(laatste_dag=date(2026, 11, 30))
    assert pas_toe(oud, korter).wijzigingen == ()
    eerder = pas_toe(oud, wens(uren=Decimal(30), uren_vanaf=date(2026, 11, 2)))
    assert eerder.wijzigingen == (Regime(date(2026, 11, 2), Fraction(30), 5),)


def test_een_schorsing_verschuift_wat_erna_komt():
    schorsing = Gebeurtenis("schorsing", date(2026, 7, 1), date(2026, 7, 31))
    regels = {r.wat: r for r in vergelijk(*_twee(wens(extra=(schorsing,))))}
    assert regels["Evaluatie maand 2"].cellen[0].anders is False
    # From Fri 30 October, before the Sunday and holiday it aims at, to Wed 2 December.
    assert regels["Evaluatie maand 7"].cellen[0].verschil == "33 dagen later"
    assert regels["Rechten bereikt op"].cellen[0].verschil.endswith("later")
    assert regels["Dagen geteld op het einde"].cellen[0].verschil == "26 dagen minder"


def _twee(wat, uit=None):
    gekozen = uit or basis()
    return uitkomst(gekozen, gekozen.zoals_nu, op=OP), [uitkomst(gekozen, wat, op=OP)]


def test_een_korter_contract_laat_een_evaluatie_vervallen():
    regels = {r.wat: r for r in vergelijk(*_twee(wens(laatste_dag=date(2026, 12, 31))))}
    assert (regels["Evaluatie maand 11"].cellen[0].tekst, regels["Evaluatie maand 7"].cellen[0].anders) == (
        "vervalt",
        False,
    )
    assert regels["Rechten bereikt op"].cellen[0].verschil == "niet gehaald"
    assert regels["Maanden met art.60 die tellen"].cellen[0].verschil == "3 maanden minder"
    assert regels["Verwachte vergoeding van VDAB"].cellen[0].verschil == "585 euro minder"


def test_een_late_start_kost_alles():
    regels = {r.wat: r for r in vergelijk(*_twee(wens(start=date(2026, 5, 2))))}
    assert regels["Start art.60 op tijd?"].cellen[0].anders
    assert regels["Verwachte vergoeding van VDAB"].cellen[0].tekst == "€\u00a00"


def test_na_de_24_maanden_betaalt_vdab_tot_de_rechten():
    """Fifteen hours a week take two and a half years: the overrun is needed, so it pays (T16)."""
    lang = wens(uren=Decimal(15), laatste_dag=date(2028, 5, 31))
    straks = uitkomst(basis(), lang, op=OP).waarden
    assert straks["Maanden met art.60 die tellen"].tekst == "26"
    # 24 months of guidance, 23 of them with art.60; then March, April and May 2028 at the full 445.
    assert straks["Verwachte vergoeding van VDAB"].getal == 24 * 250 + 23 * 195 + 3 * 445


def test_zonder_geboortedatum_staan_beide_einden_er():
    oud = Tellerfeiten(start=date(2025, 1, 1), tot_en_met=date(2025, 12, 31), aanvraag=date(2026, 1, 5))
    tekst = teksten(WatAlsWens(oud.start, oud.tot_en_met, Decimal(38)), basis(oud, weo=None))
    assert "312 of 624, met wo 31 december 2025 of za 28 februari 2026 als laatste dag" in tekst["Niet zeker"]
    assert "Verwachte vergoeding van VDAB" not in tekst


def test_een_tweede_contract_telt_mee_in_de_vergoeding():
    later = (Contractperiode(date(2027, 5, 1), date(2027, 6, 30)),)
    zonder, met = teksten(basis().zoals_nu), teksten(wens(), basis(andere=later))
    assert (zonder["Maanden met art.60 die tellen"], met["Maanden met art.60 die tellen"]) == ("12", "14")


@pytest.mark.parametrize(("uren", "tekst"), [(38, "38"), (28.5, "28.5"), (40, "40"), (Fraction(19), "19")])
def test_uren_zonder_nullen(uren, tekst):
    assert f"{kaal(uren)}" == tekst


DAGEN = st.integers(0, 300)


@given(st.lists(st.tuples(DAGEN, st.integers(0, 40)), max_size=3), st.integers(0, 200))
def test_spelen_en_terugzetten_geeft_hetzelfde(gevallen, langer):
    """Nothing is kept between two questions, and more work never counts for less."""
    extra, vrij = [], START
    for begin, lengte in sorted(gevallen):
        van = max(vrij, START + timedelta(days=begin))
        extra.append(Gebeurtenis("schorsing", van, van + timedelta(days=lengte)))
        vrij = van + timedelta(days=lengte + 1)
    gekozen = basis()
    eerst = uitkomst(gekozen, gekozen.zoals_nu, op=OP)
    met = uitkomst(gekozen, wens(laatste_dag=date(2027, 12, 31), extra=tuple(extra)), op=OP)
    assert uitkomst(gekozen, gekozen.zoals_nu, op=OP).waarden == eerst.waarden
    einde = date(2027, 12, 31) + timedelta(days=langer)
    nog_langer = uitkomst(gekozen, wens(laatste_dag=einde, extra=tuple(extra)), op=OP)
    naam = "Dagen geteld op het einde"
    assert nog_langer.waarden[naam].getal >= met.waarden[naam].getal
    assert regel("rva.toelating", op=OP) in eerst.regelsets
