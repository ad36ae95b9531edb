"""The termijnen of the path follow its facts."""

from datetime import date

from clienten.models import Client
from ocmw.termijnen.actions import richt
from trajecten.beloften import SOORTEN, trajectbeloften


def richt_beloften(client: Client, *, op: date) -> None:
    """After facts of the path changed: open, move and close the termijnen they promise."""
    richt(client, SOORTEN, trajectbeloften(client, op=op), op=op)
