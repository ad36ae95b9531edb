"""A child that is born of a loaded process keeps the promises of one that starts from nothing: the same questions, asked of the
fork; and what only a fork can get wrong."""

import os
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ocmw.kindproces import starten, warm
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

# zonder merk databank: a child reaches no database, and the thread only waits for one
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
    """Negative control: these questions go to the fork, and only with the fixture to a child that starts from nothing."""
    assert starten._koud is starten._geladen
    request.getfixturevalue("echt_kind")
    assert starten._koud is not starten._geladen


def leeft(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def wacht_tot(waar):
    einde = time.monotonic() + 20
    while not waar():
        assert time.monotonic() < einde
        time.sleep(0.01)


def geladen_proces(naam):
    return warm.VOORRAAD._geladen[f"ocmw.kindproces.tests.werk:{naam}"]._proces


def test_elk_kind_is_nieuw_en_heeft_alleen_zijn_eigen_pijpen():
    eerste, tweede = (draai("onthoudt")[0] for _ in range(2))
    assert (eerste[0], tweede[0]) == (1, 1)  # nothing of the first child in the second
    assert eerste[1] != tweede[1]
    assert eerste[2] == tweede[2] == geladen_proces("onthoudt").pid
    # Its input, output and error, the answer, and the folder it is looking at.
    assert tweede[3] == [0, 1, 2, 3, 4]


def test_een_gevallen_moeder_kost_niemand_iets():
    """One that goes for want of work, that is killed, or of before this process was forked itself."""
    draai("onthoudt")
    oud = geladen_proces("onthoudt")
    oud.kill()
    oud.wait()
    assert draai("onthoudt")[0][0] == 1
    assert geladen_proces("onthoudt").pid != oud.pid
    oud = geladen_proces("onthoudt")
    warm.VOORRAAD._geladen["ocmw.kindproces.tests.werk:onthoudt"].eigenaar = 0
    assert draai("onthoudt")[0][2] == geladen_proces("onthoudt").pid != oud.pid
    oud.wait()  # the line to it was closed, so it went by itself


def test_een_moeder_die_onder_het_werk_valt_laat_het_koude_kind_het_doen(echt_kind, monkeypatch):
    def valt(*_):
        raise warm.MoederWeg

    monkeypatch.setattr(warm, "draai", valt)
    werk = "ocmw.kindproces.tests.werk:echo"
    assert starten.in_kind(werk, b"abc", grenzen=Grenzen(seconden=20, megabyte=512), geladen=True)[1] == b"cba"


def test_zonder_werk_gaat_ze_weg_en_met_werk_niet(monkeypatch):
    monkeypatch.setattr(warm, "LOS", 0.05)
    warm.VOORRAAD.sluit()
    draai("laadt_traag")
    wacht_tot(lambda: geladen_proces("laadt_traag").poll() is not None)
    assert geladen_proces("laadt_traag").returncode == 0
    warm.VOORRAAD.sluit()
    monkeypatch.setattr(warm, "LOS", 600.0)
    draai("onthoudt")
    assert geladen_proces("onthoudt").poll() is None


def test_twee_kinderen_tegelijk_en_het_ene_houdt_het_andere_niet_op():
    """The second answers while the first still hangs; then the clock ends the first, and only that one."""
    hangt = threading.Thread(target=lambda: waarom("slaapt", grenzen=Grenzen(seconden=1, megabyte=512)))
    hangt.start()
    wacht_tot(lambda: "ocmw.kindproces.tests.werk:slaapt" in warm.VOORRAAD._geladen)
    assert draai("echo")[1] == b"cba"
    assert hangt.is_alive()
    hangt.join()


def test_een_kind_sterft_met_wie_het_vroeg():
    """Also when that one is killed: the line goes with it."""
    werk = "ocmw.kindproces.tests.werk:slaapt"
    vraag = b'{"werk": "%s", "gegevens": {}, "megabyte": 512, "seconden": 50, "uiterlijk": 150, "leesbaar": []}\n' % (
        werk.encode()
    )
    lijn = warm.VOORRAAD.baar(werk, {}, starten._omgeving(), "/")
    lijn.voer(vraag)
    kinderen = Path(f"/proc/{geladen_proces('slaapt').pid}/task/{geladen_proces('slaapt').pid}/children")
    wacht_tot(lambda: kinderen.read_text().split())
    pid = int(kinderen.read_text().split()[0])
    lijn.sluit()
    wacht_tot(lambda: not leeft(pid))
