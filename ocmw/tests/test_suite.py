import os
import subprocess
import sys

import pytest
from django.conf import settings

from ocmw.gereedschap.testing.suite import eigen_plaats


def test_elke_werker_heeft_een_eigen_map_en_een_eigen_nummer_in_redis():
    omgeving = {"OCMW_DATA": "/gegevens", "REDIS_URL": "redis://127.0.0.1:6379/14"}
    assert eigen_plaats(omgeving, "gw0") == {"OCMW_DATA": "/gegevens/gw0", "REDIS_URL": "redis://127.0.0.1:6379/14"}
    assert eigen_plaats(omgeving, "gw1") == {"OCMW_DATA": "/gegevens/gw1", "REDIS_URL": "redis://127.0.0.1:6379/15"}


@pytest.mark.traag
@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_een_overgeslagen_test_is_alleen_in_ci_een_mislukking(tmp_path, ci, code):
    (tmp_path / "test_overgeslagen.py").write_text(
        "import pytest\n@pytest.mark.skip\ndef test_a(): pass\ndef test_b(): pass\n"
    )
    gedaan = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "ocmw.gereedschap.testing.suite", "-p", "no:cacheprovider", "-n", "2", "--rootdir", tmp_path,
         "-c", "/dev/null", tmp_path],
        cwd=settings.BASE_DIR,
        env={**os.environ, "CI": ci, "OCMW_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert gedaan.returncode == code, gedaan.stdout
    assert ("telt hier als mislukt: test_overgeslagen.py::test_a" in gedaan.stdout) is bool(ci)
    assert "1 passed, 1 skipped" in gedaan.stdout.splitlines()[-1]
