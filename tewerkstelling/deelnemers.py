"""Mentors can follow a course (trajecten/groepen): this room knows them."""

from ocmw.toegang.models import Medewerker
from tewerkstelling.models import Mentor
from trajecten.groepen.deelnemers import DEELNEMERSBRONNEN, Bekende, Deelnemersbron


def mentoren(medewerker: Medewerker) -> list[Bekende]:
    """Who still guides people, at an employer this colleague sees. A mentor has one name: we do not guess which part is which."""
    rijen = Mentor.objects.zichtbaar_voor(medewerker).filter(actief=True).select_related("werkgever")
    return [
        Bekende(rij.pk, "", rij.naam, rij.email or rij.telefoon, rij.werkgever.naam)
        for rij in rijen.order_by("naam", "pk")
    ]


DEELNEMERSBRONNEN.bied("mentor", Deelnemersbron("Mentoren", mentoren))
