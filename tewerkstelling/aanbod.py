"""What this room tells the rooms below it: who works."""

from datetime import date

from clienten.models import Client
from tewerkstelling.models import Tewerkstelling
from trajecten.werk import WERK


@WERK.biedt("contract")
def werkt(client: Client, op: date) -> bool:
    return Tewerkstelling.objects.filter(client=client).lopend(op).exists()
