"""Worked example W3: which months VDAB pays, tested on the last calendar day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tewerkstelling.geld.kwartalen import per_kwartaal
from trajecten.twe.vergoeding import (
    Bedragen,
    Looptijd,
    Maandoordeel,
    Registratie,
    Tarief,
    Twefeiten,
    betaalbare_maanden,
    maand_van,
    vergoeding,
)

BEDRAGEN = Bedragen(Decimal(250), Decimal(195), Decimal(250), op_einde=Decimal(45), per_jaar=Decimal(3000))
TARIEF = Tarief(24, 2, ((date(2017, 1, 1), BEDRAGEN),))


def test_voorbeeld_elf():
    uit = betaalbare_maanden(
        twe_start=date(2024, 9, 1),
        twe_einde=date(2026, 6, 30),
        art60_van=date(2024, 10, 15),
        art60_tot=date(2025, 10, 14),
        tarief=TARIEF,
    )
    assert (uit.twe_maanden, uit.art60_maanden, uit.extra_maanden, uit.bedrag) == (22, 12, 0, 7840)
    assert all(maand.reden.endswith(".") for maand in uit.maanden)


@pytest.mark.parametrize(("art60", "betaald"), [(date(2024, 11, 1), True), (date(2024, 11, 2), False)])
def test_te_laat_gestart_betaalt_niets(art60, betaald):
    uit = betaalbare_maanden(
        twe_start=date(2024, 9, 1),
        twe_einde=date(2025, 8, 31),
        art60_van=art60,
        art60_tot=date(2025, 8, 31),
        tarief=TARIEF,
    )
    assert (uit.bedrag > 0) is betaald


def test_na_maand_24_alleen_als_de_rechten_het_vragen():
    feiten = {
        "twe_start": date(2024, 1, 15),
        "twe_einde": date(2026, 1, 14),
        "art60_van": date(2024, 3, 1),
        "art60_tot": date(2026, 3, 31),
        "tarief": TARIEF,
    }
    zonder, met = betaalbare_maanden(**feiten), betaalbare_maanden(**feiten, rechten_nodig=True)
    assert zonder.extra_maanden == 0
    # 31 January, 28 February and 31 March 2026 lie past the window; each pays the full 445.
    assert met.extra_maanden == 3
    assert met.bedrag - zonder.bedrag == 3 * 445


def w3(**anders):
    feiten = {
        "start": date(2024, 9, 1),
        "einde": date(2026, 6, 30),
        "art60": (Looptijd(date(2024, 10, 15), date(2025, 10, 14)),),
        **anders,
    }
    return vergoeding(Twefeiten(**feiten), TARIEF)


def test_voorbeeld_elf_per_kwartaal():
    sommen = per_kwartaal(w3(), TARIEF, correctie_maanden=2)
    assert sum(k.nu for k in sommen) == 5500 + 1800
    assert sum(k.later for k in sommen) == 540
    vierde = next(k for k in sommen if str(k.kwartaal) == "4e kwartaal 2024")
    assert (vierde.nu, vierde.later, vierde.verbeter_tot) == (3 * 250 + 3 * 150, 3 * 45, date(2024, 11, 30))


def test_meer_contracten_met_een_gat():
    art60 = (Looptijd(date(2024, 10, 15), date(2025, 1, 30)), Looptijd(date(2025, 3, 1), date(2025, 3, 31)))
    uit = w3(art60=art60)
    # Oct, Nov, Dec with the first; 31 January not (ended the 30th), February not, March with the second.
    assert uit.art60_maanden == 4
    januari = next(m for m in uit.maanden if m.laatste_dag == date(2025, 1, 31))
    assert (januari.oordeel, januari.bedrag, januari.gemist) == (Maandoordeel.ART60_TE_KORT, 250, 195)


@pytest.mark.parametrize(
    "laatste", [date(2025, 2, 28), date(2024, 2, 29), date(2025, 4, 30), date(2025, 1, 31), date(2025, 12, 31)]
)
def test_op_de_laatste_dag_telt_de_maand_een_dag_vroeger_niet(laatste):
    start = laatste.replace(day=1)
    tot = vergoeding(Twefeiten(start, laatste, (Looptijd(start, laatste),)), TARIEF)
    net_niet = vergoeding(Twefeiten(start, laatste, (Looptijd(start, laatste - timedelta(days=1)),)), TARIEF)
    assert (tot.bedrag, net_niet.bedrag) == (445, 250)
    assert vergoeding(Twefeiten(start, laatste - timedelta(days=1), (Looptijd(start, laatste),)), TARIEF).bedrag == 0


def test_zonder_geldige_registratie_telt_een_maand_niet():
    laat = w3(registratie=Registratie(date(2024, 10, 1)))
    assert (laat.maanden[0].oordeel, laat.maanden[0].gemist) == (Maandoordeel.NIET_GEREGISTREERD, 250)
    assert laat.bedrag == 7840 - 250
    assert w3(registratie=Registratie(None, "Geblokkeerd.")).bedrag == 0


def test_maand_25_telt_tot_de_rechten_bereikt_zijn():
    feiten = {
        "start": date(2024, 1, 15),
        "einde": date(2026, 1, 14),
        "art60": (Looptijd(date(2024, 3, 1), date(2026, 3, 31)),),
    }
    assert w3(**feiten).extra_maanden == 0
    assert w3(**feiten, nodig_tot=date(2026, 2, 28)).extra_maanden == 2
    assert w3(**feiten, nodig_tot=date(2026, 2, 27)).extra_maanden == 1
    assert w3(**feiten, nodig_tot=date.max).extra_maanden == 3


def test_een_gestopte_werkervaring_betaalt_na_24_maanden_niet_opnieuw():
    """Stopped on 31 August 2025 while art.60 goes on: months 21 to 24 do not pay, and 25 does not start again."""
    uit = vergoeding(
        Twefeiten(
            date(2024, 1, 1), date(2025, 8, 31), (Looptijd(date(2024, 2, 1), date(2026, 3, 31)),), nodig_tot=date.max
        ),
        TARIEF,
    )
    assert (uit.twe_maanden, uit.extra_maanden) == (20, 0)
    # 20 months of guidance; art.60 on the last day of 19 of them (not yet on 31 January 2024).
    assert uit.bedrag == 20 * 250 + 19 * 195
    assert {m.oordeel for m in uit.maanden[20:]} == {Maandoordeel.GEEN_BEGELEIDING}


def test_te_laat_gestart_mist_niets_meer_na_de_begeleiding():
    uit = vergoeding(
        Twefeiten(date(2024, 9, 1), date(2025, 3, 31), (Looptijd(date(2024, 12, 1), date(2025, 11, 30)),)), TARIEF
    )
    # September to November 250, December to March 445; after the stop there is nothing to miss.
    assert (uit.bedrag, sum(m.gemist for m in uit.maanden)) == (0, 3 * 250 + 4 * 445)


def test_bedragen_die_halfweg_veranderen():
    """W3 with 300 and 200 from 1 July 2025 on: each month pays what holds on its last day, the lengths stay."""
    nieuw = replace(BEDRAGEN, inspanning=Decimal(300), compensatie=Decimal(200), per_jaar=Decimal(3600))
    tarief = replace(TARIEF, stappen=(*TARIEF.stappen, (date(2025, 7, 1), nieuw)))
    uit = vergoeding(
        Twefeiten(date(2024, 9, 1), date(2026, 6, 30), (Looptijd(date(2024, 10, 15), date(2025, 10, 14)),)), tarief
    )
    # September 2024 to June 2025: 10 months, 9 with art.60. July 2025 to June 2026: 12 months, 3 with art.60.
    assert uit.bedrag == 10 * 250 + 9 * 195 + 12 * 300 + 3 * 200
    juli = next(m for m in uit.maanden if m.laatste_dag == date(2025, 7, 31))
    assert (juli.inspanning, juli.compensatie) == (300, 200)


def test_voor_er_een_regel_was_betaalt_maand_25_niets():
    """The source for month 25 and later is of 3 April 2019 (appendix A): what came before is not guessed."""
    zonder = replace(BEDRAGEN, extra=None)
    tarief = replace(TARIEF, stappen=((date(2017, 1, 1), zonder), (date(2019, 4, 3), BEDRAGEN)))
    art60 = (Looptijd(date(2017, 2, 1), date(2019, 6, 30)),)
    uit = vergoeding(Twefeiten(date(2017, 1, 1), date(2018, 12, 31), art60, date.max), tarief)
    assert [int(m.bedrag) for m in uit.maanden[-7:]] == [445, 0, 0, 0, 445, 445, 445]
    assert all("geen regel" in m.reden and not m.gemist for m in uit.maanden[24:27])
    assert uit.extra_maanden == 3


def test_hoogstens_drieduizend_per_jaar():
    """300 a month comes to the maximum of 3000 in October; the compensation has no maximum, and January begins again."""
    tarief = replace(TARIEF, stappen=((date(2017, 1, 1), replace(BEDRAGEN, inspanning=Decimal(300))),))
    feiten = Twefeiten(date(2025, 1, 1), date(2026, 12, 31), (Looptijd(date(2025, 1, 1), date(2026, 12, 31)),))
    uit = vergoeding(feiten, tarief)
    assert uit.bedrag == 2 * 3000 + 24 * 195
    november = uit.maanden[10]
    assert (november.inspanning, november.compensatie) == (0, 195)
    assert "maximum van 3000 euro" in november.reden
    assert uit.maanden[12].inspanning == 300
    assert [maand_van(m.laatste_dag, feiten, tarief) for m in uit.maanden] == list(uit.maanden)


def test_een_contract_voor_de_werkervaring_telt_niet_mee():
    uit = w3(art60=(Looptijd(date(2023, 1, 1), date(2024, 8, 31)),))
    assert {m.oordeel for m in uit.maanden} == {Maandoordeel.NOG_GEEN_ART60}


DAGEN = st.integers(0, 900)


@given(
    gaten=st.lists(st.tuples(DAGEN, st.integers(0, 400)), max_size=4),
    duur=st.integers(1, 730),
    nodig=st.none() | DAGEN,
    extra=st.integers(0, 300),
)
def test_eigenschappen(gaten, duur, nodig, extra):
    start = date(2024, 1, 31)

    def dag(n):
        return start + timedelta(days=n)

    def met(langer):
        art60 = [Looptijd(dag(van), dag(van + lengte + langer)) for van, lengte in gaten]
        return vergoeding(
            Twefeiten(start, dag(duur - 1), tuple(art60), dag(nodig) if nodig is not None else None), TARIEF
        )

    uit, langer = met(0), met(extra)
    assert uit.bedrag == sum(m.bedrag for m in uit.maanden)
    assert uit.bedrag == sum(k.bedrag for k in per_kwartaal(uit, TARIEF, correctie_maanden=2))
    assert langer.art60_maanden >= uit.art60_maanden
    assert langer.bedrag >= uit.bedrag
    assert all(m.laatste_dag.month != (m.laatste_dag + timedelta(days=1)).month for m in uit.maanden)
    assert all(not (m.bedrag and m.gemist > 195) for m in uit.maanden)
