"""Documents: stored only after `keur_bestand`, never deleted from one day to the next."""

from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from clienten.bestanden import Gekeurd
from clienten.enums import AFGESCHERMDE_DOCUMENTEN
from clienten.handeling import actie
from clienten.journaalcodes import DOCUMENT_TOEGEVOEGD, DOCUMENT_VERWIJDERD
from clienten.models import Document
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd


def voeg_document_toe(document: Document, gekeurd: Gekeurd, *, door: Medewerker, op: date) -> Document:
    """Store file and row together: when the row cannot be written, no file is left behind."""
    document.afgeschermd = document.afgeschermd or document.soort in AFGESCHERMDE_DOCUMENTEN
    if document.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN):
        raise Geweigerd("Je hebt geen recht om gegevens over gezondheid te bewaren.")
    document.bestandsnaam, document.mime = gekeurd.naam, gekeurd.mime
    document.grootte, document.sha256 = gekeurd.grootte, gekeurd.sha256
    document.toegevoegd_door = door
    document.bestand.save(gekeurd.naam, ContentFile(gekeurd.inhoud), save=False)
    try:
        with transaction.atomic():
            document.full_clean(exclude=["client", "bestand", "toegevoegd_door"])
            document.save(force_insert=True)
            noteer(DOCUMENT_TOEGEVOEGD, document, door=door, client=document.client, soort=document.soort)
    except Exception:
        document.bestand.delete(save=False)
        raise
    return document


@actie
def verwijder_document(document: Document, *, door: Medewerker, op: date) -> Document:
    """Out of sight; the file stays until the retention of the dossier ends."""
    nu = timezone.now()
    # A conditional UPDATE: removed once, noted once, on the day of the first.
    if not Document.objects.filter(pk=document.pk, verwijderd_op=None).update(verwijderd_op=nu):
        raise Geweigerd("Dit document is al verwijderd.")
    document.verwijderd_op = nu
    noteer(DOCUMENT_VERWIJDERD, document, door=door, client=document.client, soort=document.soort)
    return document
