"""The child that tests fork from a loaded process keeps the promises of the real one: the same questions, asked of the fork."""

import pytest

from ocmw.gereedschap.testing import kind
from ocmw.kindproces import starten
from ocmw.kindproces.starten import Grenzen, Waarom
from ocmw.kindproces.tests.test_kindproces import (
    draai,
    test_antwoord_en_bytes_komen_terug,
    test_een_kind_dat_omvalt_is_een_reden,
    test_een_weigering_komt_terug_als_weigering,
    test_het_kind_bereikt_geen_net_geen_programma_en_geen_bestand,
    test_te_veel_geheugen_is_een_reden,
    test_tegenproef_zonder_die_grens_komt_het_er_wel_door,
    test_van_een_fout_komt_alleen_de_naam_mee,
    waarom,
)

__all__ = [
    "test_antwoord_en_bytes_komen_terug",
    "test_een_kind_dat_omvalt_is_een_reden",
    "test_een_weigering_komt_terug_als_weigering",
    "test_het_kind_bereikt_geen_net_geen_programma_en_geen_bestand",
    "test_te_veel_geheugen_is_een_reden",
    "test_tegenproef_zonder_die_grens_komt_het_er_wel_door",
    "test_van_een_fout_komt_alleen_de_naam_mee",
]


@pytest.mark.parametrize("naam", ["slaapt", "rekent"])
def test_een_kind_dat_blijft_hangen_wordt_gedood(naam):
    assert waarom(naam, grenzen=Grenzen(seconden=1, megabyte=512)).waarom is Waarom.TIJD
    assert draai("echo")[1] == b"cba"  # and the next one is born as always


def test_wat_de_tik_gooit_stopt_het_kind(monkeypatch):
    monkeypatch.setattr(starten, "TIK", 0.05)
    with pytest.raises(ZeroDivisionError):
        starten.in_kind(
            "ocmw.kindproces.tests.werk:slaapt", b"x", grenzen=Grenzen(seconden=20, megabyte=512), tik=lambda: 1 / 0
        )
    assert draai("echo")[1] == b"cba"


def test_het_is_een_ander_kind_dan_dat_van_de_server(request):
    """Negative control: these questions go to the fork, and only with the fixture to the child of a server."""
    assert starten._draai.__module__ == kind.__name__
    request.getfixturevalue("echt_kind")
    assert starten._draai.__module__ == starten.__name__
