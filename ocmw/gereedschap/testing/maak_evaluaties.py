"""Evaluations in one word; the lists of the migration are put back when a test emptied the tables."""

from datetime import date

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.evaluaties.aanbod import laad_basislijsten
from tewerkstelling.evaluaties.actions import begin_evaluatie, bewaar_stem, maak_mentorlink, noteer_werkbezoek
from tewerkstelling.evaluaties.models import (
    Competentie,
    Competentielijst,
    Domein,
    Evaluatie,
    Mentorlink,
    Stem,
    Werkbezoek,
)
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.models import Tewerkstelling


def maak_lijst(code: str = "art60") -> Competentielijst:
    laad_basislijsten()
    return Competentielijst.objects.filter(code=code).order_by("-nummer").first()


def maak_evaluatie(contract: Tewerkstelling, door: Medewerker, **velden) -> Evaluatie:
    waarden = {"soort": "volledig", "gehouden_op": vandaag(), **velden}
    waarden.setdefault("lijst", maak_lijst())
    evaluatie = Evaluatie(client=contract.client, contract=contract, **waarden)
    return begin_evaluatie(evaluatie, door=door, op=vandaag())


def vul_stem(evaluatie: Evaluatie, wie: str, waarde: int, door: Medewerker, tekst: str = "", **anders: int) -> Stem:
    """Every competence gets `waarde`, except those named by their code."""
    scores = {
        c.pk: anders.get(c.code.replace("-", "_"), waarde)
        for c in Competentie.objects.filter(domein__lijst=evaluatie.lijst)
    }
    woorden = {Domein.objects.filter(lijst=evaluatie.lijst).first().pk: tekst} if tekst else {}
    return bewaar_stem(Stem(evaluatie=evaluatie, wie=wie), scores, woorden, door=door, op=vandaag())


def maak_link(evaluatie: Evaluatie, door: Medewerker, vorige: int | None = None) -> tuple[Mentorlink, str]:
    return maak_mentorlink(evaluatie, vorige=vorige, door=door, op=vandaag())


def maak_bezoek(contract: Tewerkstelling, door: Medewerker, *, op: date | None = None, **velden) -> Werkbezoek:
    bezoek = Werkbezoek(
        client=contract.client, contract=contract, op=op or vandaag(), **{"gezien": "Ging goed.", **velden}
    )
    return noteer_werkbezoek(bezoek, door=door, op=vandaag())


def eerste_moment(contract: Tewerkstelling) -> str:
    return Planning([contract], op=vandaag()).evaluaties(contract)[0].code
