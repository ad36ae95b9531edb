"""The queue in files: what cannot be read or run is set aside and said, and never in the way of what can."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty

import pytest
from django.conf import settings
from kombu import Connection

from ocmw.celery import app
from ocmw.gereedschap.testing.start import omgeving, wacht_op
from ocmw.opdrachten import rij

MEGABYTE = 1024 * 1024
TAAK = "ocmw.opdrachten.tasks.voer_opdracht_uit"


@pytest.fixture
def mappen(tmp_path):
    for naam in ("berichten", "kapot"):
        (tmp_path / naam).mkdir()
    return tmp_path


@pytest.fixture
def kanaal(mappen):
    app.loader.import_default_modules()
    opties = {"map": str(mappen / "berichten"), "kapot": str(mappen / "kapot")}
    with Connection("bestanden://localhost/", transport_options=opties) as verbinding:
        yield verbinding.default_channel


def zet_klaar(kanaal, *args, taak=TAAK):
    """A message as Celery writes it."""
    app.send_task(taak, args=args, connection=kanaal.connection.client)


def inhoud(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def test_een_bericht_komt_eruit_zoals_het_erin_ging_en_op_volgorde(kanaal, mappen):
    zet_klaar(kanaal, "een")
    zet_klaar(kanaal, "twee")
    assert kanaal._size("celery") == 2
    gelezen = [kanaal.basic_get("celery").decode()[0] for _ in range(2)]
    assert gelezen == [["een"], ["twee"]]
    assert inhoud(mappen / "berichten") == inhoud(mappen / "kapot") == []
    with pytest.raises(Empty):
        kanaal._get("celery")


def _bericht(**anders):
    basis = {
        "body": "W1tdLCB7fSwge31d",  # [[], {}, {}]
        "content-encoding": "utf-8",
        "content-type": "application/json",
        "headers": {"task": TAAK, "id": "1"},
        "properties": {"body_encoding": "base64", "delivery_tag": "1", "delivery_info": {}},
    }
    return json.dumps(basis | anders).encode()


KAPOT = {
    "leeg": b"",
    "afgebroken": _bericht()[:-40],
    "geen tekst": bytes(range(256)),
    "geen bericht": b"[1, 2, 3]",
    "niets": b"null",
    "zonder eigenschappen": b'{"body": "e30="}',
    "onbekende taak": _bericht(headers={"task": "er.was.eens", "id": "1"}),
    "zonder kop": _bericht(headers=None),
    "geen base64": _bericht(body="!"),
    "andere inhoud": _bericht(body="ImhhbGxvIg=="),
    "vreemde soort": _bericht(**{"content-type": "application/x-python-serialize"}),
    "onbekende soort": _bericht(**{"content-type": "iets/anders"}),
    "te groot": b" " * (MEGABYTE + 1),
    "diep": b"[" * 100_000,
    "een teken": b"x",
    "zonder nummer": _bericht(headers={"task": TAAK, "id": None}),
    "geen lijst": _bericht(body="W3t9LCB7fSwge31d"),  # [{}, {}, {}]
    "geen namen": _bericht(body="W1tdLCBbXSwge31d"),  # [[], [], {}]
}
REDEN = {
    "leeg": "leeg",
    "te groot": "te groot",
    "onbekende taak": "taak bestaat niet",
    "zonder nummer": "taak bestaat niet",
    "geen lijst": "onleesbaar",
    "geen namen": "onleesbaar",
    "geen bericht": "onleesbaar: TypeError",
    "een teken": "onleesbaar: JSONDecodeError",
}


def meldingen(caplog):
    """What the log says was set aside, and why; an administrator finds the file by its name."""
    return [regel.feiten for regel in caplog.records if regel.name == rij.__name__ and hasattr(regel, "feiten")]


@pytest.mark.parametrize("naam", KAPOT)
def test_een_kapot_bericht_gaat_opzij_en_het_volgende_komt(kanaal, mappen, caplog, naam):
    (mappen / "berichten" / "0_kapot.celery.msg").write_bytes(KAPOT[naam])
    zet_klaar(kanaal, "goed")
    assert kanaal.basic_get("celery").decode()[0] == ["goed"]
    assert (mappen / "kapot" / "0_kapot.celery.msg").read_bytes() == KAPOT[naam]
    assert inhoud(mappen / "berichten") == []
    (melding,) = meldingen(caplog)
    assert melding["bericht"] == "0_kapot.celery.msg"
    assert melding["reden"] == REDEN.get(naam, melding["reden"])


def test_een_bericht_van_de_grootste_maat_gaat_nog_door(kanaal, mappen):
    (mappen / "berichten" / "0_groot.celery.msg").write_bytes(_bericht().ljust(MEGABYTE))
    assert kanaal.basic_get("celery").decode() == [[], {}, {}]


def test_wat_voor_een_andere_rij_is_of_nog_niet_af_blijft_liggen(kanaal, mappen):
    namen = [".0_half.celery.msg.1.deel", "0_ander.post.msg"]
    for naam in namen:
        (mappen / "berichten" / naam).write_bytes(_bericht())
    with pytest.raises(Empty):
        kanaal._get("celery")
    assert (kanaal._size("celery"), kanaal._size("post")) == (0, 1)
    assert inhoud(mappen / "berichten") == namen


def test_wat_een_andere_worker_net_nam_is_geen_kapot_bericht(kanaal, mappen, monkeypatch, caplog):
    (mappen / "berichten" / "0_weg.celery.msg").write_bytes(_bericht())
    zet_klaar(kanaal, "goed")
    echt = rij.Path.read_bytes

    def ander_was_eerst(pad):
        if pad.name.startswith("0_weg"):
            pad.unlink()
        return echt(pad)

    monkeypatch.setattr(rij.Path, "read_bytes", ander_was_eerst)
    assert kanaal.basic_get("celery").decode()[0] == ["goed"]
    assert inhoud(mappen / "kapot") == meldingen(caplog) == []


def test_wat_een_andere_worker_net_opzijzette_meldt_die_en_wij_niet(kanaal, mappen, monkeypatch, caplog):
    (mappen / "berichten" / "0_leeg.celery.msg").touch()
    monkeypatch.setattr(rij.Path, "rename", _weiger(errno.ENOENT))
    with pytest.raises(Empty):
        kanaal._get("celery")
    assert meldingen(caplog) == []


def test_een_fout_zonder_nummer_heet_onleesbaar(kanaal, mappen, monkeypatch, caplog):
    (mappen / "berichten" / "0_vreemd.celery.msg").write_bytes(_bericht())
    monkeypatch.setattr(rij.Path, "read_bytes", _weiger(None))
    with pytest.raises(Empty):
        kanaal._get("celery")
    assert [melding["reden"] for melding in meldingen(caplog)] == ["onleesbaar"]


def test_de_rij_leegmaken_telt_wat_weg_is_ook_als_een_worker_er_net_een_nam(kanaal, mappen, monkeypatch):
    zet_klaar(kanaal, "een")
    zet_klaar(kanaal, "twee")
    echt = kanaal._wachtend
    monkeypatch.setattr(kanaal, "_wachtend", lambda q: iter([*echt(q), mappen / "berichten" / "3_weg.celery.msg"]))
    assert kanaal._purge("celery") == 3
    assert inhoud(mappen / "berichten") == []


def test_het_voorbeeld_van_die_lijst_zou_zonder_fout_gewoon_lukken(kanaal, mappen):
    """The control of the list above: what is broken in each is what is changed, not the example."""
    (mappen / "berichten" / "0_goed.celery.msg").write_bytes(_bericht())
    assert kanaal.basic_get("celery").decode() == [[], {}, {}]
    assert inhoud(mappen / "kapot") == []


@pytest.mark.parametrize("soort", ["map", "pijp", "verwijzing naar niets"])
def test_wat_geen_bestand_is_gaat_opzij(kanaal, mappen, soort):
    pad = mappen / "berichten" / "0_vreemd.celery.msg"
    {
        "map": pad.mkdir,
        "pijp": lambda: os.mkfifo(pad),  # reading it would wait for ever
        "verwijzing naar niets": lambda: pad.symlink_to("/bestaat/niet"),
    }[soort]()
    zet_klaar(kanaal, "goed")
    assert kanaal.basic_get("celery").decode()[0] == ["goed"]
    assert inhoud(mappen / "kapot") == [pad.name]


def test_een_bericht_zonder_leesrecht_gaat_opzij(kanaal, mappen, monkeypatch, caplog):
    (mappen / "berichten" / "0_dicht.celery.msg").write_bytes(_bericht())
    monkeypatch.setattr(rij.Path, "read_bytes", _weiger(errno.EACCES))  # root reads everything
    with pytest.raises(Empty):
        kanaal._get("celery")
    assert inhoud(mappen / "kapot") == ["0_dicht.celery.msg"]
    assert "EACCES" in str(meldingen(caplog))


def test_wat_ook_niet_opzij_kan_wordt_een_keer_gemeld_en_overgeslagen(kanaal, mappen, monkeypatch, caplog):
    (mappen / "berichten" / "0_vast.celery.msg").touch()
    monkeypatch.setattr(rij.Path, "rename", _weiger(errno.EACCES))
    zet_klaar(kanaal, "goed")
    assert kanaal.basic_get("celery").decode()[0] == ["goed"]
    for _ in range(3):
        with pytest.raises(Empty):
            kanaal._get("celery")
    assert [melding["bericht"] for melding in meldingen(caplog)] == ["0_vast.celery.msg"]


def test_een_tekort_van_het_proces_is_geen_schuld_van_het_bericht(kanaal, mappen, monkeypatch):
    (mappen / "berichten" / "0_goed.celery.msg").write_bytes(_bericht())
    monkeypatch.setattr(rij.Path, "read_bytes", _weiger(errno.EMFILE))
    with pytest.raises(OSError, match="Too many open files"):
        kanaal._get("celery")
    assert inhoud(mappen / "berichten") == ["0_goed.celery.msg"]


def test_een_volle_schijf_laat_geen_half_bericht_achter(kanaal, mappen, monkeypatch):
    echt = rij.Path.replace
    monkeypatch.setattr(rij.Path, "replace", _weiger(errno.ENOSPC))
    with pytest.raises(Exception, match="No space left"):
        zet_klaar(kanaal, "vol")
    assert inhoud(mappen / "berichten") == []
    monkeypatch.setattr(rij.Path, "replace", echt)
    zet_klaar(kanaal, "plaats")
    assert kanaal.basic_get("celery").decode()[0] == ["plaats"]


def test_het_logboek_noemt_geen_inhoud(kanaal, mappen, caplog):
    (mappen / "berichten" / "0_geheim.celery.msg").write_bytes(b'{"body": "Jan Peeters 85.01.01-123.45"')
    with pytest.raises(Empty):
        kanaal._get("celery")
    assert "0_geheim" in str(meldingen(caplog))
    assert "Peeters" not in caplog.text + str(meldingen(caplog))


def _weiger(nummer):
    def weiger(*_args, **_kwargs):
        raise OSError(nummer, os.strerror(nummer)) if nummer else OSError("vreemd")

    return weiger


# --- a real worker ------------------------------------------------------------------------------
WERKER = """
import sys
from ocmw.celery import app
soort, map_ = sys.argv[1:]
if soort == "kombu":
    app.conf.broker_url = "filesystem://"
    app.conf.broker_transport_options = {"data_folder_in": map_, "data_folder_out": map_, "control_folder": map_ + "/../beheer"}
app.worker_main(["worker", "--pool", "solo", "--loglevel", "INFO", "--without-gossip", "--without-mingle"])
"""


@pytest.mark.traag
@pytest.mark.parametrize(("soort", "overleeft"), [("onze", True), ("kombu", False)])
def test_een_leeg_bericht_doodt_een_worker_met_de_rij_van_kombu_en_niet_met_de_onze(tmp_path, soort, overleeft):
    """The second is the control: the harm is real, and it is the transport that takes it away."""
    berichten = tmp_path / "rij" / "berichten"
    berichten.mkdir(parents=True)
    leeg = berichten / "0_leeg.celery.msg"
    leeg.touch()
    log = tmp_path / "worker.log"
    with log.open("w") as uitvoer:
        proces = subprocess.Popen(
            [sys.executable, "-c", WERKER, soort, str(berichten)],
            env=omgeving(OCMW_DATA=str(tmp_path)), cwd=settings.BASE_DIR, stdout=uitvoer, stderr=uitvoer,
        )  # fmt: skip
    try:
        opzij = tmp_path / "rij" / "kapot" / leeg.name
        wacht_op(lambda: opzij.exists() or proces.poll() is not None)
        assert (proces.poll() is None) is overleeft, log.read_text()
        assert ("JSONDecodeError" in log.read_text()) is not overleeft
    finally:
        proces.kill()
        proces.wait()
