"""`kill -9` of the sweep, twenty times, halfway: every termijn flagged exactly once, exactly one Melding.

The last round is the real command, in an interpreter of its own.
"""

import random
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from django.conf import settings

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.proces import Moeder, omgeving
from ocmw.termijnen.models import Melding, Termijn
from trajecten.beloften import ACTIEPUNT

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]

OP = date(2027, 6, 1)
PER_RONDE = 150
RONDES = 20
ECHT = ["bewaak_termijnen", "--op", OP.isoformat(), "--partij", "1"]
WERKER = f"""
from django.core.management import call_command
from ocmw.termijnen.tests.kapotte_sweep import markeer_kapot

def werk(soort):
    if soort == "kapot":
        markeer_kapot({OP.isoformat()!r})
    else:
        call_command(*{ECHT!r})
"""


def vul(client, wie, ronde: int) -> None:
    Termijn.objects.bulk_create(
        Termijn(
            client=client,
            ocmw_id=client.ocmw_id,
            soort=ACTIEPUNT,
            sleutel=f"{ronde}:{n}",
            vervalt_op=OP - timedelta(days=n),
            geopend_op=OP - timedelta(days=400),
            verantwoordelijke=wie,
        )
        for n in range(PER_RONDE)
    )


def gemarkeerd() -> int:
    return Termijn.objects.exclude(gemarkeerd_op=None).count()


def start_en_dood(moeder: Moeder, soort: str, toeval: random.Random) -> bool:
    """Kill the program somewhere after its first commit; False when it was over before that."""
    voor, proces = gemarkeerd(), moeder.start(soort)
    while gemarkeerd() == voor and proces.poll() is None:
        time.sleep(0.002)
    time.sleep(toeval.uniform(0, 0.04))
    return proces.kill()


def zonder_melding() -> int:
    return Termijn.objects.exclude(gemarkeerd_op=None).filter(meldingen=None).count()


def test_twintig_keer_gedood_en_toch_alles_precies_een_keer(an, moeder, tmp_path):
    client, toeval = maak_client(an), random.Random(20)
    halfweg = 0
    for ronde in range(RONDES):
        vul(client, an, ronde)
        gedood = start_en_dood(moeder, "echt", toeval)
        halfweg += gedood and Termijn.objects.te_markeren(OP).exists()
        assert zonder_melding() == 0
    opdracht = [sys.executable, "manage.py", *ECHT]
    subprocess.run(opdracht, env=omgeving(tmp_path), cwd=settings.BASE_DIR, check=True, capture_output=True)
    assert halfweg >= RONDES // 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"
    totaal = RONDES * PER_RONDE
    assert gemarkeerd() == totaal
    assert Melding.objects.count() == Melding.objects.values("termijn").distinct().count() == totaal


def test_tegenproef_in_twee_transacties_gaat_een_melding_verloren(an, moeder):
    """Without the one transaction the kill test must fail; otherwise it proves nothing."""
    client, toeval = maak_client(an), random.Random(21)
    for ronde in range(RONDES):
        vul(client, an, ronde)
        start_en_dood(moeder, "kapot", toeval)
        if zonder_melding():
            return
    pytest.fail("de kapotte ronde verloor geen enkele melding")
