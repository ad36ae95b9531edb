"""The mail server is away: who asks a link hears it, whether the address exists or not; and a monitor sees it."""

import smtplib

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.test import Client as Browser

from ocmw.opdrachten import werking
from ocmw.opdrachten.jobs import proef_de_mail
from ocmw.toegang.forms import GEEN_MAIL

pytestmark = pytest.mark.django_db


@pytest.fixture
def smtp(settings, monkeypatch, tmp_path):
    """Mail goes through a server; `smtp(None)` answers, `smtp(error)` does not."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.TEKEN_DIR = tmp_path

    def stel(fout):
        def open_(self):
            if fout:
                raise fout
            return True

        monkeypatch.setattr(EmailBackend, "open", open_)
        monkeypatch.setattr(EmailBackend, "send_messages", lambda self, berichten: len(berichten))

    return stel


def vraag_link(email):
    return Browser().post("/account/password/reset/", {"email": email})


@pytest.mark.parametrize(
    "fout", [ConnectionRefusedError(), TimeoutError(), smtplib.SMTPAuthenticationError(535, b"nee")]
)
def test_een_zin_en_geen_fout_voor_wie_bestaat_en_voor_wie_niet(an, smtp, fout):
    smtp(fout)
    bestaat, bestaat_niet = (vraag_link(email) for email in (an.email, "niemand@elders.example"))
    for antwoord in (bestaat, bestaat_niet):
        assert antwoord.status_code == 200
        assert GEEN_MAIL in antwoord.content.decode().replace("&#x27;", "'")


def test_als_hij_antwoordt_vertrekt_de_link(an, smtp):
    smtp(None)
    assert vraag_link(an.email).status_code == 302


def test_een_bewaking_ziet_dat_de_mail_stilstaat(smtp):
    smtp(None)
    assert not werking.mail_vertrekt(), "nog niet gezien"
    assert proef_de_mail()
    assert werking.mail_vertrekt()
    smtp(ConnectionRefusedError())
    (werking.settings.TEKEN_DIR / werking.MAIL).unlink()
    assert not proef_de_mail()
    assert not werking.gezondheid().mail


def test_zonder_mailserver_is_er_niets_te_bewaken(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert werking.mail_vertrekt()
