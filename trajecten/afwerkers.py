"""Ticking off a termijn of the path writes the fact it stands for."""

from datetime import date

from ocmw.termijnen.actions import herstelt, werkt_af
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from trajecten.actions import bewaar_actiepunt, lees_antwoord
from trajecten.beloften import ACTIEPUNT, ANTWOORD
from trajecten.models import Actiepunt, Doorverwijzing


@werkt_af(ACTIEPUNT)
def vink_actiepunt_af(termijn: Termijn, door: Medewerker, op: date) -> bool:
    """`sleutel` is "actiepunt:12"; one that was removed meanwhile has nothing to tick off."""
    sleutel = termijn.sleutel.removeprefix("actiepunt:")
    punt = Actiepunt.objects.open().filter(client=termijn.client_id, pk=sleutel if sleutel.isdecimal() else 0).first()
    if punt:
        punt.gedaan_op = op
        bewaar_actiepunt(punt, door=door, op=op)
    return punt is not None


@herstelt(ACTIEPUNT)
def heropen_actiepunt(termijn: Termijn, door: Medewerker, op: date) -> bool:
    """Only what was done today: an older tick is history."""
    sleutel = termijn.sleutel.removeprefix("actiepunt:")
    punt = Actiepunt.objects.filter(
        client=termijn.client_id, gedaan_op=op, pk=sleutel if sleutel.isdecimal() else 0
    ).first()
    if punt:
        punt.gedaan_op = None
        bewaar_actiepunt(punt, door=door, op=op)
    return punt is not None


@werkt_af(ANTWOORD)
def vink_antwoord_af(termijn: Termijn, door: Medewerker, op: date) -> bool:
    """`sleutel` is "bundel:12"."""
    sleutel = termijn.sleutel.removeprefix("bundel:")
    bundel = Doorverwijzing.objects.filter(client=termijn.client_id, pk=sleutel if sleutel.isdecimal() else 0).first()
    if bundel:
        lees_antwoord(bundel, door=door, op=op)
    return bundel is not None
