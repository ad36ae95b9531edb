"""Worked example W3: which months VDAB pays, tested on the last calendar day."""

from datetime import date
from decimal import Decimal

import pytest

from nazorg.vergoeding import Tarief, betaalbare_maanden

TARIEF = Tarief(Decimal(250), Decimal(195), Decimal(250), max_maanden=24, tijdig_maanden=2)


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
