"""The morning digest: at most one mail per colleague per day, only when something new is due.

At least once, in so far as mail allows. The row (colleague, day) is claimed before sending, so two workers never both
send; a claim whose worker died is taken over after a quarter of an hour. Killed in the instant between the mail server's
"yes" and our note of it, the mail goes out twice - with the same Message-ID, by which most mailboxes keep one. Losing a
deadline is worse than reading it twice; and the mail is only a nudge: Vandaag shows the same list from the database.

Nothing personal in the subject; in the body initials, dossier number, kind of termijn and link. Never what it is about.
"""

import logging
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string

from clienten.models.client import initialen
from ocmw.kalender.klok import nu
from ocmw.termijnen.models import Melding, Ochtendbericht, Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, rollen_met
from ocmw.ui.plaats import naar

logger = logging.getLogger(__name__)
HERNEEM_NA = timedelta(minutes=15)
TOON = 20


@dataclass(frozen=True)
class Berichtregel:
    """What a mail may say about one termijn."""

    initialen: str
    dossiernummer: str
    wat: str
    vervalt_op: date
    link: str


def ontvangers() -> QuerySet[Medewerker]:
    return Medewerker.objects.filter(
        is_active=True, ochtendbericht=True, rol__in=rollen_met(Recht.TERMIJN_BEHEREN)
    ).order_by("pk")


def stuur_alle(dag: date) -> int:
    """Send what is to be sent for `dag`; one mailbox that refuses does not stop the others. Returns how many went."""
    verstuurd = 0
    for medewerker in ontvangers():
        try:
            verstuurd += stuur(medewerker, dag)
        except OSError:
            # The claim stays open; the next run within the hour tries again.
            logger.exception("ochtendbericht voor medewerker %s niet verstuurd", medewerker.pk)
    return verstuurd


def stuur(medewerker: Medewerker, dag: date) -> bool:
    """One colleague: claim, send, note. False when there is nothing to say or somebody else has it."""
    lijst = te_melden(medewerker)
    if not lijst.exists():
        return False
    bericht = neem(medewerker, dag)
    if bericht is None:
        return False
    try:
        stel_op(bericht, lijst).send()
    except OSError:
        # Give the claim back, so that the next try need not wait for it.
        Ochtendbericht.objects.filter(pk=bericht.pk).update(geclaimd_op=nu() - HERNEEM_NA)
        raise
    Ochtendbericht.objects.filter(pk=bericht.pk).update(verstuurd_op=nu())
    return True


def te_melden(medewerker: Medewerker) -> QuerySet[Melding]:
    """Unread and still open - but only when at least one is newer than the last mail: no daily repetition."""
    ongelezen = Melding.objects.ongelezen(medewerker)
    vorige = (
        Ochtendbericht.objects.filter(medewerker=medewerker, verstuurd_op__isnull=False)
        .order_by("-dag")
        .values_list("geclaimd_op", flat=True)
        .first()
    )
    if vorige and not ongelezen.filter(gemaakt_op__gt=vorige).exists():
        return ongelezen.none()
    return ongelezen


def neem(medewerker: Medewerker, dag: date) -> Ochtendbericht | None:
    """Claim the mail of this day: a new row, or one whose sender fell silent. None when it went or is on its way."""
    try:
        with transaction.atomic():
            return Ochtendbericht.objects.create(medewerker=medewerker, dag=dag)
    except IntegrityError:
        stil = Q(verstuurd_op=None, geclaimd_op__lte=nu() - HERNEEM_NA)
        rij = Ochtendbericht.objects.filter(medewerker=medewerker, dag=dag)
        return rij.get() if rij.filter(stil).update(geclaimd_op=nu()) else None


def stel_op(bericht: Ochtendbericht, lijst: QuerySet[Melding]) -> EmailMessage:
    aantal = lijst.count()
    rijen = lijst.select_related("termijn__client").order_by("vervalt_op", "pk")[:TOON]
    regels = [
        Berichtregel(
            initialen(melding.termijn.client.naam),
            melding.termijn.client.dossiernummer,
            melding.termijn.soort_in_woorden,
            melding.termijn.vervalt_op,
            settings.SITE_URL + melding.termijn.client.get_absolute_url(),
        )
        for melding in rijen
    ]
    tekst = render_to_string(
        "termijnen/ochtendbericht.txt",
        {
            "voornaam": bericht.medewerker.voornaam,
            "dag": bericht.dag,
            "aantal": aantal,
            "regels": regels,
            "meer": aantal - len(regels),
            "laat": Termijn.objects.zichtbaar_voor(bericht.medewerker)
            .van(bericht.medewerker)
            .te_laat(bericht.dag)
            .count(),
            "start": settings.SITE_URL + naar("vandaag"),
        },
    )
    termijnen = "1 termijn vraagt" if aantal == 1 else f"{aantal} termijnen vragen"
    return EmailMessage(
        subject=f"{settings.SITE_NAAM}: {termijnen} je aandacht",
        body=tekst,
        to=[bericht.medewerker.email],
        headers={
            "Message-ID": f"<ochtendbericht-{bericht.pk}-{bericht.dag:%Y%m%d}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
