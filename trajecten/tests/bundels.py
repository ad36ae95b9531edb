"""A doorverwijsbundel that is ready to leave."""

from ocmw.kalender.klok import vandaag
from trajecten.actions import bewaar_bundelstap
from trajecten.enums import Voorwaarde
from trajecten.models import Voorwaardeantwoord


def vul_in(bundel, door, *, aan=None):
    bundel.situatie, bundel.aan = "Alleenstaand, zoekt werk.", aan
    bundel.mw_akkoord_op = bundel.client_akkoord_op = vandaag()
    antwoorden = [Voorwaardeantwoord(voorwaarde=code, antwoord="ja", op=vandaag()) for code in Voorwaarde.values]
    velden = ["situatie", "aan", "mw_akkoord_op", "client_akkoord_op"]
    return bewaar_bundelstap(bundel, velden, antwoorden, door=door, op=vandaag())
