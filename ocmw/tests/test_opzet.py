"""The set-up of bin/ in a checkout of its own, with one small package, and no network: what is broken is made anew by itself."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import django
import pytest
from django.conf import settings

pytestmark = [pytest.mark.traag]

ZET_KLAAR = "import sys; sys.path.insert(0, 'bin'); import _setup; _setup._python_packages(dev=False)"
# As when somebody pulls a newer version while the first installation runs.
ZET_KLAAR_TERWIJL_HET_SLOT_VERANDERT = """
import sys, pathlib; sys.path.insert(0, 'bin'); import _setup
echt = _setup.run
def run(argv, **rest):
    echt(argv, **rest)
    if 'pip' in argv:
        pathlib.Path('requirements.lock').write_text(pathlib.Path('straks.lock').read_text())
_setup.run = run
_setup._python_packages(dev=False)
"""
# Up to where the new one would be made, which takes seconds.
ZEG_ALLEEN_WAAROM = """
import sys; sys.path.insert(0, 'bin'); import _setup
_setup.run = lambda *_, **__: sys.exit()
_setup._python_packages(dev=False)
"""
# npm begins like this: whatever stands in node_modules goes.
LEEG_ALS_NPM = """
import pathlib, shutil, sys; sys.path.insert(0, 'bin'); import _setup
def npm(*_, **__):
    for pad in pathlib.Path('node_modules').glob('*'):
        shutil.rmtree(pad)
    sys.exit()
_setup.run = npm
_setup._assets(dev=True)
"""
OPNIEUW = "Python-omgeving .venv opnieuw maken: "
INSTALLEREN = "Python-pakketten installeren"


@dataclass
class Map:
    """A checkout with the scripts of bin/ and a lock of one package."""

    pad: Path

    @property
    def venv(self) -> Path:
        return self.pad / ".venv"

    @property
    def pakketten(self) -> Path:
        return next(self.venv.glob("lib/*/site-packages"))

    def leg_vast(self, versie: str, *, bestanden: int = 1, slot: str = "requirements.lock", hash_: str = "") -> None:
        """A wheel of that version, and the lock that asks for it."""
        wiel = self.pad / "wielen" / f"proefpakket-{versie}-py3-none-any.whl"
        wiel.parent.mkdir(exist_ok=True)
        info = f"proefpakket-{versie}.dist-info"
        inhoud = {f"proefpakket/deel{n}.py": f"n = {n}\n" for n in range(bestanden)}
        inhoud |= {
            "proefpakket/__init__.py": f"versie = {versie!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: proefpakket\nVersion: {versie}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: proef\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        inhoud[f"{info}/RECORD"] = "".join(f"{naam},,\n" for naam in [*inhoud, f"{info}/RECORD"])
        with zipfile.ZipFile(wiel, "w") as zip_:
            for naam, tekst in inhoud.items():
                zip_.writestr(zipfile.ZipInfo(naam), tekst)  # of one date: one content, one hash
        som = hash_ or hashlib.sha256(wiel.read_bytes()).hexdigest()
        (self.pad / slot).write_text(f"proefpakket=={versie} \\\n    --hash=sha256:{som}\n")

    def begin(self, code: str = ZET_KLAAR) -> subprocess.Popen[str]:
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("PIP_")}
        omgeving |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.pad / "wielen"), "PIP_CONFIG_FILE": os.devnull}
        return subprocess.Popen(
            [sys.executable, "-c", code], cwd=self.pad, env=omgeving,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip

    def zet_klaar(self, code: str = ZET_KLAAR) -> list[str]:
        """What it says, line by line; it must succeed."""
        proces = self.begin(code)
        gezegd, _ = proces.communicate(timeout=300)
        assert proces.returncode == 0, gezegd
        return gezegd.splitlines()

    def versie(self) -> str:
        code = "import proefpakket; print(proefpakket.versie)"
        python = self.venv / "bin" / "python"
        return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def een_map(tmp_path_factory):
    pad = tmp_path_factory.mktemp("opzet")
    shutil.copytree(settings.BASE_DIR / "bin", pad / "bin", ignore=shutil.ignore_patterns("__pycache__"))
    map_ = Map(pad)
    map_.leg_vast("1.0")
    map_.zet_klaar()
    shutil.copytree(map_.venv, pad / "goed", symlinks=True)
    return map_


@pytest.fixture
def map_(een_map):
    """In order, with version 1.0, whatever the test before left. A copy, because making one takes seconds."""
    if een_map.venv.is_symlink():
        een_map.venv.unlink()
    shutil.rmtree(een_map.venv, ignore_errors=True)
    shutil.copytree(een_map.pad / "goed", een_map.venv, symlinks=True)
    een_map.leg_vast("1.0")
    return een_map


def test_wat_in_orde_is_blijft_staan_en_zegt_niets(map_):
    assert map_.zet_klaar() == []


def test_de_eerste_keer_heet_niet_opnieuw(map_):
    shutil.rmtree(map_.venv)
    assert map_.zet_klaar(ZEG_ALLEEN_WAAROM)[0].startswith("Python-omgeving .venv maken ...")


def haal_python_weg(map_):
    """The interpreter that it was made with was removed from the machine."""
    for python in map_.venv.glob("bin/python*"):
        python.unlink()
        python.symlink_to(map_.pad / "een-python-die-weg-is")


def wissel_python(map_):
    """The system went from one version to the next: `python3` is there, and looks for its packages in another folder."""
    map_.pakketten.parent.rename(map_.venv / "lib" / "python3.10")


def verwijder_pip(map_):
    shutil.rmtree(map_.pakketten / "pip")


def kap_het_maken_af(map_):
    (map_.venv / ".opzet.json").unlink()


def verhuis(map_):
    """A checkout that moved: the scripts inside .venv name the folder of before."""
    stempels = map_.venv / ".opzet.json"
    stempels.write_text(stempels.read_text().replace(str(map_.pad), "/ergens/anders"))


def kap_het_installeren_af(map_):
    """pip writes the list of a package last; there is something new to install, so somebody looks."""
    next(map_.pakketten.glob("proefpakket-*.dist-info/RECORD")).unlink()
    map_.leg_vast("2.0")


def kap_het_weghalen_af(map_):
    (map_.pakketten / "proefpakket" / "deel0.py").unlink()
    map_.leg_vast("2.0")


@pytest.mark.parametrize(
    ("breek", "reden"),
    [
        (haal_python_weg, "de Python waarmee ze gemaakt is, werkt niet meer"),
        (wissel_python, "de Python waarmee ze gemaakt is, werkt niet meer"),
        (verwijder_pip, "de Python waarmee ze gemaakt is, werkt niet meer"),
        (kap_het_maken_af, "ze was maar half gemaakt"),
        (verhuis, "de map is verhuisd"),
        (kap_het_installeren_af, "een pakket erin is maar half geïnstalleerd"),
        (kap_het_weghalen_af, "een pakket erin is maar half geïnstalleerd"),
    ],
)
def test_wat_kapot_is_wordt_herkend(map_, breek, reden):
    breek(map_)
    assert map_.zet_klaar(ZEG_ALLEEN_WAAROM)[0].startswith(f"{OPNIEUW}{reden} ...")


@pytest.mark.parametrize(("breek", "versie"), [(wissel_python, "1.0"), (kap_het_installeren_af, "2.0")])
def test_een_kapotte_omgeving_wordt_opnieuw_gemaakt_met_een_regel(map_, breek, versie):
    breek(map_)
    eerste, tweede = map_.zet_klaar()
    assert eerste.startswith(OPNIEUW)
    assert tweede.startswith(INSTALLEREN)
    assert map_.versie() == versie
    assert map_.zet_klaar() == []


def test_een_koppeling_naar_een_kapotte_omgeving_wordt_vervangen_en_haar_doel_blijft(map_, tmp_path):
    vreemd = tmp_path / "vreemd"
    (vreemd / "bin").mkdir(parents=True)
    (vreemd / "van-iemand-anders").write_text("x")
    shutil.rmtree(map_.venv)
    map_.venv.symlink_to(vreemd)
    assert map_.zet_klaar()[0].startswith(OPNIEUW)
    assert not map_.venv.is_symlink()
    assert map_.versie() == "1.0"
    assert (vreemd / "van-iemand-anders").exists()


def test_een_nieuw_slot_installeert_alleen_wat_veranderde(map_):
    map_.leg_vast("2.0")
    (enige,) = map_.zet_klaar()
    assert enige.startswith(INSTALLEREN)
    assert map_.versie() == "2.0"


def test_een_slot_dat_onderweg_verandert_wordt_de_volgende_keer_geinstalleerd(map_):
    map_.leg_vast("3.0", slot="straks.lock")
    map_.leg_vast("2.0")
    map_.zet_klaar(ZET_KLAAR_TERWIJL_HET_SLOT_VERANDERT)
    assert map_.versie() == "2.0"
    (enige,) = map_.zet_klaar()
    assert enige.startswith(INSTALLEREN)
    assert map_.versie() == "3.0"


def test_een_pakket_met_een_andere_inhoud_wordt_niet_geinstalleerd(map_):
    map_.leg_vast("2.0", hash_="0" * 64)
    proces = map_.begin()
    gezegd, _ = proces.communicate(timeout=300)
    assert proces.returncode == 1
    assert "Python-pakketten installeren lukte niet" in gezegd
    assert "Traceback" not in gezegd
    assert map_.versie() == "1.0"


def test_een_gedood_installeren_komt_de_volgende_keer_goed(map_):
    """Killed for real, halfway a package of many files: what the next run leaves is whole."""
    aantal = 1500
    map_.leg_vast("2.0", bestanden=aantal)
    proces = map_.begin()
    deel = map_.pakketten / "proefpakket" / "deel7.py"
    while proces.poll() is None and not deel.exists():
        time.sleep(0.005)
    os.killpg(proces.pid, signal.SIGKILL)
    proces.communicate()
    map_.zet_klaar()
    assert map_.versie() == "2.0"
    assert len(list((map_.pakketten / "proefpakket").glob("deel*.py"))) == aantal
    assert map_.zet_klaar() == []


def test_een_link_naar_de_node_modules_van_een_ander_leegt_die_niet(map_, tmp_path):
    (tmp_path / "axe-core").mkdir()
    (map_.pad / "package-lock.json").write_text("{}")
    (map_.pad / "node_modules").symlink_to(tmp_path)
    map_.zet_klaar(LEEG_ALS_NPM)
    assert (tmp_path / "axe-core").is_dir()
    assert not (map_.pad / "node_modules").exists()


# --- which Python -------------------------------------------------------------------------------
def doe_alsof(pad: Path, versie: tuple[int, int]) -> None:
    """`python3` on the path: ours, which says it has another version."""
    code = (
        f"import runpy, sys; sys.version_info = ({versie[0]}, {versie[1]}, 0, 'final', 0); wat = sys.argv.pop(1)\n"
        "if wat == '-c': exec(sys.argv[1])\n"
        "else: sys.argv[0] = wat; runpy.run_path(wat, run_name='__main__')"
    )
    python = pad / "python3"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "$(cat <<\'EINDE\'\n{code}\nEINDE\n)" "$@"\n')
    python.chmod(0o755)


def start_script(tmp_path: Path, versie: tuple[int, int]) -> subprocess.CompletedProcess[str]:
    """A script of bin/ on a machine with only that Python; it says which one it got."""
    for naam in ("_python", "_sound.py"):
        shutil.copy(settings.BASE_DIR / "bin" / naam, tmp_path)
    (tmp_path / "_werk.py").write_text("import sys; print('kreeg', *sys.version_info[:2], *sys.argv[1:])")
    pad = tmp_path / "pad"
    pad.mkdir()
    doe_alsof(pad, versie)
    for gereedschap in ("dirname", "cat", "sh"):
        (pad / gereedschap).symlink_to(shutil.which(gereedschap))
    return subprocess.run(
        [tmp_path / "_python", "_werk.py", "met dit"],
        env={"PATH": str(pad)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("versie", [(3, 11), (3, 12), (3, 13)])
def test_elke_python_die_we_beloven_wordt_aanvaard(tmp_path, versie):
    assert start_script(tmp_path, versie).stdout == f"kreeg {versie[0]} {versie[1]} met dit\n"


@pytest.mark.parametrize("versie", [(3, 9), (3, 10), (3, 14), (4, 0)])
def test_een_andere_python_krijgt_een_duidelijke_regel(tmp_path, versie):
    gedaan = start_script(tmp_path, versie)
    assert gedaan.returncode == 1
    assert gedaan.stdout == ""
    (regel,) = gedaan.stderr.splitlines()
    assert regel.startswith(f"OCMW-traject vraagt Python 3.11, 3.12 of 3.13; python3 is hier {versie[0]}.{versie[1]}. ")


# --- bin/manage ---------------------------------------------------------------------------------
def test_een_opdracht_loopt_in_de_map_van_wie_ze_vraagt_en_drukt_niets_anders_af(tmp_path):
    code = "import os, django; print(os.getcwd(), django.get_version())"
    gedaan = subprocess.run(
        [settings.BASE_DIR / "bin" / "manage", "shell", "--no-imports", "--command", code],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert gedaan.stdout.splitlines() == [f"{tmp_path} {django.get_version()}"], gedaan.stderr


def test_een_opdracht_die_niet_bestaat_geeft_haar_eigen_uitgang():
    gedaan = subprocess.run(
        [settings.BASE_DIR / "bin" / "manage", "bestaat_niet"], capture_output=True, text=True, check=False
    )
    assert gedaan.returncode == 1
    assert "Unknown command: 'bestaat_niet'" in gedaan.stderr
