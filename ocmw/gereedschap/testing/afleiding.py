"""What the facts say, asked once more: for a test that wrote a fact past the actions, or that compares."""

from collections.abc import Iterable
from datetime import date

from clienten.feiten import Feiten, lees_dossiers
from clienten.handeling import leid_af
from clienten.models import Client
from clienten.stand import maak_leesplannen
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.richten import beloften
from ocmw.termijnen.soorten import Termijnsoort
from ocmw.werkruimte.dossier.controle import controleer


def leid_opnieuw_af(*clienten: Client, op: date) -> None:
    """Termijnen, list row and the rows of rooms of these dossiers, as the end of an action would write them."""
    feiten = lees_dossiers([client.pk for client in clienten], op=op)
    leid_af(feiten)
    for plan in maak_leesplannen(feiten):
        plan.schrijf()


def beloofd(client: Client, *, op: date, soorten: Iterable[Termijnsoort] | None = None) -> list[Belofte]:
    return beloften(Feiten([client], op=op), soorten)[client.pk]


def afwijkingen(op: date) -> list[tuple[int, str, str]]:
    """Every difference between what is stored and what the facts say, in all dossiers; none is what a test hopes for."""
    return [(v.client, v.soort, v.wat) for v in controleer(op).verschillen]
