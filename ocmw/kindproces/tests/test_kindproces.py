"""A child gives its answer, or dies alone: whatever it does, the process that asked goes on with a clear reason."""

import threading

import pytest

from ocmw.kindproces import starten
from ocmw.kindproces.starten import Grenzen, KindMislukt, Waarom, in_kind
from ocmw.ui.weigering import Geweigerd

pytestmark = pytest.mark.usefixtures("echt_kind")

RUIM = Grenzen(seconden=20, megabyte=512)


def draai(naam, inhoud=b"abc", *, grenzen=RUIM, **gegevens):
    return in_kind(f"ocmw.kindproces.tests.werk:{naam}", inhoud, gegevens=gegevens, grenzen=grenzen)


def waarom(naam, **opties):
    with pytest.raises(KindMislukt) as fout:
        draai(naam, **opties)
    return fout.value


def test_antwoord_en_bytes_komen_terug():
    assert draai("echo", b"\x00ab\n", soort="é") == ({"soort": "é"}, b"\nba\x00")


def test_een_kind_dat_traag_begint_krijgt_toch_alles(monkeypatch):
    """On a busy machine it loads longer than a tick takes; more than a pipe holds must still reach it."""
    monkeypatch.setattr(starten, "TIK", 0.1)
    assert draai("laadt_traag", b"x" * 3_000_000, grenzen=Grenzen(seconden=5, megabyte=512)) == ([3_000_000], b"")


def test_een_weigering_komt_terug_als_weigering():
    with pytest.raises(Geweigerd, match=r"Dit kan niet\."):
        draai("weigert")


def test_het_kind_kent_geen_django_en_geen_celery():
    namen, _ = draai("geladen")
    assert "ocmw.kindproces.tests.werk" in namen
    assert not {naam.partition(".")[0] for naam in namen} & {"django", "celery", "psycopg2", "redis", "sqlite3"}


@pytest.mark.parametrize("naam", ["slaapt", "rekent"])
def test_een_kind_dat_blijft_hangen_wordt_gedood(naam, monkeypatch):
    kinderen = []
    echt = starten.subprocess.Popen
    monkeypatch.setattr(
        starten.subprocess, "Popen", lambda *args, **opties: kinderen.append(echt(*args, **opties)) or kinderen[0]
    )
    assert waarom(naam, grenzen=Grenzen(seconden=1, megabyte=512)).waarom is Waarom.TIJD
    assert kinderen[0].poll() < 0


def test_te_veel_geheugen_is_een_reden():
    assert waarom("eet").waarom is Waarom.GEHEUGEN


def test_tegenproef_zonder_die_grens_komt_het_er_wel_door():
    assert draai("eet", grenzen=Grenzen(seconden=20, megabyte=2_048)) == ([600 << 20], b"klaar")


@pytest.mark.parametrize("naam", ["valt_om", "stopt"])
def test_een_kind_dat_omvalt_is_een_reden(naam):
    assert waarom(naam).waarom is Waarom.KAPOT


def test_van_een_fout_komt_alleen_de_naam_mee():
    fout = waarom("struikelt", inhoud=b"85.07.30-033.28")
    assert (fout.waarom, fout.soort) == (Waarom.KAPOT, "LookupError")
    assert "85" not in str(fout)


@pytest.mark.parametrize("hoe", ["socket", "proces", "lezen", "schrijven"])
@pytest.mark.parametrize("vooraf", [False, True], ids=["dicht", "tegenproef"])
def test_het_kind_bereikt_geen_net_geen_programma_en_geen_bestand(hoe, vooraf, tmp_path):
    """`vooraf`: the same before the locks close, as proof that only the locks stop it."""
    pad = tmp_path / "geheim.txt"
    pad.write_text("geheim")
    if vooraf:
        assert draai("breekt_uit", hoe=hoe, vooraf=True, pad=str(pad))[0] == "gelukt"
        return
    assert waarom("breekt_uit", hoe=hoe, pad=str(pad)).soort == "PermissionError"
    assert not pad.with_suffix(".uit").exists()


def test_meer_kinderen_dan_er_draden_mogen_wachten_horen_dat_het_druk_is(monkeypatch):
    """Five at once may stand in line; the sixth keeps its thread free for somebody else's page."""
    monkeypatch.setattr(starten, "_plaatsen", threading.BoundedSemaphore(1))
    with starten._een_plaats():
        assert waarom("echo").waarom is Waarom.DRUK
    assert draai("echo")[1] == b"cba"  # the place came free again, also after a refusal


def test_wie_te_lang_in_de_rij_staat_hoort_het_ook(monkeypatch):
    monkeypatch.setattr(starten, "_aan_het_werk", threading.BoundedSemaphore(1))
    monkeypatch.setattr(starten, "WACHT_SECONDEN", 0.01)
    with starten._een_plaats():
        assert waarom("echo").waarom is Waarom.DRUK
    assert draai("echo")[1] == b"cba"


def test_er_blijven_draden_over_voor_de_rest():
    """gunicorn gets 8 threads in bin/_start.py."""
    assert starten.TEGELIJK + starten.IN_DE_RIJ < 8
