"""What happens by itself in a group: a seat that nobody answered for goes on to who comes next."""

import logging
from datetime import date
from smtplib import SMTPRecipientsRefused
from urllib.parse import urlsplit

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from ocmw.kalender.klok import nu, vandaag
from ocmw.ui.bewaring import bewaar_apart
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import stop_deelname
from trajecten.groepen.actions.verwittigen import HERNEEM_NA, MAIL_LUKT_NIET_NA, meld_mail_mislukt, neem_mail
from trajecten.groepen.enums import Inschrijfstatus, Vertrekreden
from trajecten.groepen.models import Inschrijving, Verwittiging

logger = logging.getLogger(__name__)


@shared_task
def geef_plaatsen_door(op: str = "") -> int:
    """Every night. Runs twice, late or killed halfway without harm: each seat is one transaction. How many went on."""
    dag = date.fromisoformat(op) if op else vandaag()
    vervallen = Inschrijving.objects.filter(status=Inschrijfstatus.AANGEBODEN, aanbod_tot__lt=dag)
    door_gegeven = 0
    for inschrijving in list(vervallen.select_related("client").order_by("pk")):
        door_gegeven += bewaar_apart(lambda rij=inschrijving: _geef_door(rij, dag))  # type: ignore[misc]  # bound now, not later
    logger.info("plaatsen in groepen doorgegeven: %s", door_gegeven)
    return door_gegeven


def _geef_door(inschrijving: Inschrijving, dag: date) -> int:
    nog = Inschrijving.objects.filter(pk=inschrijving.pk, status=Inschrijfstatus.AANGEBODEN, aanbod_tot__lt=dag)
    if not nog.exists():
        return 0
    try:
        stop_deelname(inschrijving, reden=Vertrekreden.GEEN_ANTWOORD, door=None, op=dag)
    except Geweigerd:
        return 0
    return 1


@shared_task
def mail_verwittigingen() -> int:
    """Every minute: the mails about a session that changed. At least once, like the morning mail: with the same Message-ID when a
    worker died between the yes of the server and our note of it. How many left."""
    return sum(_mail(pk) for pk in Verwittiging.objects.te_mailen().order_by("pk").values_list("pk", flat=True))


def _mail(pk: int) -> bool:
    rij = neem_mail(pk)
    if rij is None:
        return False
    adres = rij.inschrijving.mailadres
    oud_nieuws = rij.nieuws_op != rij.sessie.nieuws_op or rij.inschrijving.status != Inschrijfstatus.INGESCHREVEN
    if oud_nieuws or not adres or nu() - rij.gemaakt_op > MAIL_LUKT_NIET_NA:
        meld_mail_mislukt(rij, op=vandaag())
        return False
    try:
        _stel_op(rij, adres).send()
    except SMTPRecipientsRefused:
        meld_mail_mislukt(rij, op=vandaag())
        return False
    except OSError:
        # The server is away: give it back, the next minute tries again.
        Verwittiging.objects.filter(pk=pk).update(geclaimd_op=nu() - HERNEEM_NA)
        logger.exception("mail van verwittiging %s vertrok niet", pk)
        return False
    Verwittiging.objects.filter(pk=pk).update(verstuurd_op=nu())
    return True


def _stel_op(rij: Verwittiging, adres: str) -> EmailMessage:
    """Nothing that says why somebody comes to us: a mailbox has more readers than one."""
    mens = rij.inschrijving.client or rij.inschrijving.deelnemer
    context = {"voornaam": mens.voornaam if mens else "", "sessie": rij.sessie, "ocmw": rij.sessie.reeks.programma.ocmw}
    return EmailMessage(
        subject="Er verandert iets aan een sessie",
        body=render_to_string("groepen/verwittiging.txt", context),
        to=[adres],
        headers={
            "Message-ID": f"<verwittiging-{rij.pk}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
