"""One mail per colleague per day, only when something is new, and nothing in it that does not belong in a mailbox."""

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail

from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.proces import Moeder, omgeving
from ocmw.kalender.klok import nu, vandaag
from ocmw.termijnen import ochtendbericht
from ocmw.termijnen.jobs import stuur_ochtendberichten
from ocmw.termijnen.models import Ochtendbericht, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.rechten import Rol
from trajecten.beloften import ACTIEPUNT

pytestmark = pytest.mark.databank

VERZENDER = """
from django.core.management import call_command

def werk():
    call_command("stuur_ochtendberichten")
"""


def maak_termijn(client, wie, sleutel="", soort=ACTIEPUNT):
    return Termijn.objects.create(
        client=client,
        ocmw=client.ocmw,
        soort=soort,
        sleutel=sleutel,
        onderwerp="Afspraak bij de psychiater",
        vervalt_op=vandaag(),
        geopend_op=vandaag(),
        verantwoordelijke=wie,
    )


@pytest.fixture
def client(an):
    return maak_client(an, voornaam="Fatima", achternaam="El Amrani")


def test_een_bericht_per_dag_en_alleen_met_iets_nieuws(an, bert, client):
    assert stuur_ochtendberichten() == 0
    maak_termijn(client, an)
    assert (stuur_ochtendberichten(), stuur_ochtendberichten()) == (1, 0)
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    assert stuur_ochtendberichten(morgen) == 0
    maak_termijn(client, an, sleutel="tweede")
    assert stuur_ochtendberichten() == 0
    assert stuur_ochtendberichten(morgen) == 1
    assert [bericht.to for bericht in mail.outbox] == [[an.email], [an.email]]
    assert "2 termijnen" in mail.outbox[1].subject


def test_in_het_bericht_staat_niets_dat_niet_in_een_mailbox_hoort(an, client):
    maak_termijn(client, an)
    stuur_ochtendberichten()
    bericht = mail.outbox[0]
    geheel = bericht.subject + bericht.body
    for geheim in ("Fatima", "Amrani", "psychiater", client.insz, f"{client.geboortedatum:%d/%m/%Y}"):
        assert geheim not in geheel
    assert "F.E.A." in bericht.body
    assert client.dossiernummer in bericht.body
    assert f"{settings.SITE_URL}/clienten/{client.pk}/" in bericht.body
    assert client.dossiernummer not in bericht.subject


def test_de_coordinator_krijgt_wat_niemand_kan_doen(an, griet, client):
    an.is_active = False
    an.save()
    maak_termijn(client, an)
    stuur_ochtendberichten()
    assert [bericht.to for bericht in mail.outbox] == [[griet.email]]


def test_wie_het_afzet_krijgt_geen_bericht(an, client):
    an.ochtendbericht = False
    an.save()
    maak_termijn(client, an)
    assert stuur_ochtendberichten() == 0


def test_wat_intussen_klaar_is_staat_niet_in_het_bericht(an, client):
    termijn = maak_termijn(client, an)
    markeer(vandaag())
    termijn.gesloten_op, termijn.voldaan = vandaag(), True
    termijn.save()
    assert stuur_ochtendberichten() == 0


def test_een_mailserver_die_weigert_houdt_de_anderen_niet_tegen(an, bert, client, monkeypatch, caplog):
    maak_termijn(client, an)
    maak_termijn(client, bert, sleutel="b")
    echt = ochtendbericht.EmailMessage.send

    def send(self, *args, **kwargs):
        if self.to == [an.email]:
            raise ConnectionRefusedError("geen verbinding")
        return echt(self, *args, **kwargs)

    monkeypatch.setattr(ochtendbericht.EmailMessage, "send", send)
    assert stuur_ochtendberichten() == 1
    monkeypatch.setattr(ochtendbericht.EmailMessage, "send", echt)
    assert stuur_ochtendberichten() == 1
    assert {bericht.to[0] for bericht in mail.outbox} == {an.email, bert.email}


def test_een_dode_verzender_wordt_na_een_kwartier_overgenomen(an, client):
    maak_termijn(client, an)
    rij = Ochtendbericht.objects.create(medewerker=an, dag=vandaag())
    assert stuur_ochtendberichten() == 0
    Ochtendbericht.objects.filter(pk=rij.pk).update(geclaimd_op=nu() - timedelta(minutes=16))
    assert stuur_ochtendberichten() == 1
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<ochtendbericht-{rij.pk}-")


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_gedood_onderweg_krijgt_iedereen_een_bericht(aalst, griet, tmp_path):
    """Killed five times on the way: after the last run everybody has the mail, told apart by its Message-ID."""
    client, toeval = maak_client(griet), random.Random(5)
    collegas = [maak_medewerker(f"C{n}", "Maes", aalst, Rol.MW) for n in range(40)]
    for collega in collegas:
        maak_termijn(client, collega, sleutel=str(collega.pk))
    post = {"OCMW_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    with Moeder(VERZENDER, tmp_path, **post) as moeder:
        for _ in range(5):
            voor, proces = Ochtendbericht.objects.count(), moeder.start()
            while Ochtendbericht.objects.count() == voor and proces.poll() is None:
                time.sleep(0.002)
            time.sleep(toeval.uniform(0, 0.03))
            proces.kill()
    Ochtendbericht.objects.filter(verstuurd_op=None).update(geclaimd_op=nu() - timedelta(hours=1))
    opdracht = [sys.executable, "manage.py", "stuur_ochtendberichten"]
    subprocess.run(opdracht, env=omgeving(tmp_path) | post, cwd=settings.BASE_DIR, check=True, capture_output=True)
    berichten = [bericht for pad in Path(tmp_path, "mail").iterdir() for bericht in lees(pad)]
    per_persoon = Counter(adres for adres, _ in berichten)
    assert set(per_persoon) == {collega.email for collega in collegas}
    assert len({sleutel for _, sleutel in berichten}) == len(collegas)
    # Twice only for who was being written to at the moment of a kill.
    assert len(berichten) <= len(collegas) + 5


def lees(pad):
    """The file backend may put several mails of one second in one file, a line of dashes after each."""
    delen = [deel.strip() for deel in pad.read_bytes().split(b"-" * 79) if deel.strip()]
    return [(bericht["To"], bericht["Message-ID"]) for bericht in map(message_from_bytes, delen)]
