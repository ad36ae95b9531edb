from datetime import date

from django.db import transaction

from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.tests.proefkamer.journaalcodes import PROEF_GEHOUDEN
from ocmw.toegang.models import Medewerker


@transaction.atomic
def houd_proef(client: Client, *, door: Medewerker, op: date) -> None:
    """Log that the talk took place; nothing else changes."""
    noteer(PROEF_GEHOUDEN, client, door=door, client=client, op=op)
