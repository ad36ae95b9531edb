"""What this room tells the rooms below it: which ends are coming, and who works."""

from collections.abc import Iterable
from datetime import date, timedelta

from clienten.einden import EINDEN
from clienten.models import Client
from tewerkstelling.models import Tewerkstelling
from trajecten.werk import WERK


@EINDEN.biedt("art60")
def einden(client: Client, op: date) -> Iterable[date]:
    """The last day of each art.60 contract that runs or will."""
    lopend = Tewerkstelling.objects.art60().filter(client=client, tot__gt=op)
    return [tot - timedelta(days=1) for tot in lopend.values_list("tot", flat=True) if tot]


@WERK.biedt("contract")
def werkt(client: Client, op: date) -> bool:
    return Tewerkstelling.objects.filter(client=client).lopend(op).exists()
