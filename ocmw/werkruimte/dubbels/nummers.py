"""A dossier that joined another one is still found under its old number."""

from ocmw.journaal.nummers import NU_BIJ, VROEGER
from ocmw.werkruimte.dubbels.models import Vereniging


def vroegere_nummers(client: int) -> list[int]:
    return list(Vereniging.objects.geldig().filter(client=client).values_list("weg_nummer", flat=True))


def nu_bij(nummer: int) -> int | None:
    return Vereniging.objects.geldig().filter(weg_nummer=nummer).values_list("client", flat=True).first()


VROEGER.bied("dubbels", vroegere_nummers)
NU_BIJ.bied("dubbels", nu_bij)
