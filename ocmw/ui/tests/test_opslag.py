"""A file is there whole or not at all, also when the disk is full halfway."""

import subprocess
import sys

import pytest
from django.conf import settings

from ocmw.gereedschap.testing.start import omgeving

# The kernel itself stops the write after 10 kB, as a full disk does: everybody may ask that for an own process.
WERKER = """
import resource, sys
from pathlib import Path
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from ocmw.ui.opslag import HeleBestanden
from ocmw.ui.schijf import schrijf_heel
hoe, map_ = sys.argv[1], Path(sys.argv[2])
map_.mkdir(exist_ok=True)
schrijf = {
    "onze opslag": lambda: HeleBestanden(map_).save("documenten/7/een", ContentFile(b"x" * 100_000)),
    "die van Django": lambda: FileSystemStorage(map_).save("documenten/7/een", ContentFile(b"x" * 100_000)),
    "schrijf_heel": lambda: schrijf_heel(map_ / "een", b"x" * 100_000),
    "write_bytes": lambda: (map_ / "een").write_bytes(b"x" * 100_000),
}[hoe]
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    schrijf()
except OSError:
    sys.exit(3)
"""


@pytest.mark.parametrize(
    ("hoe", "blijft"), [("onze opslag", 0), ("die van Django", 1), ("schrijf_heel", 0), ("write_bytes", 1)]
)
def test_een_schrijffout_laat_niets_half_achter(tmp_path, hoe, blijft):
    """The second and the fourth are the control: without this half a file is left."""
    proces = subprocess.run(
        [sys.executable, "-c", WERKER, hoe, str(tmp_path / "opslag")], cwd=settings.BASE_DIR, check=False,
        env=omgeving(OCMW_DATA=str(tmp_path / "data"), DJANGO_SETTINGS_MODULE="ocmw.settings"),
    )  # fmt: skip
    assert proces.returncode == 3
    assert len([pad for pad in (tmp_path / "opslag").rglob("*") if pad.is_file()]) == blijft


def test_een_mislukte_schrijfbeurt_laat_staan_wat_er_was(tmp_path):
    (tmp_path / "een").write_bytes(b"oud")
    proces = subprocess.run(
        [sys.executable, "-c", WERKER, "schrijf_heel", str(tmp_path)], cwd=settings.BASE_DIR, check=False,
        env=omgeving(OCMW_DATA=str(tmp_path / "data"), DJANGO_SETTINGS_MODULE="ocmw.settings"),
    )  # fmt: skip
    assert proces.returncode == 3
    assert (tmp_path / "een").read_bytes() == b"oud"
