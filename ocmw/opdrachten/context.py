"""The bar on every page of who keeps the installation running. Files only, no queries, and nothing for anybody else."""

from typing import Any

from django.http import HttpRequest

from ocmw.journaal.uitslag import is_gebroken
from ocmw.opdrachten.werking import KLOK, WORKER, leeft, mail_vertrekt, schijf_ruim
from ocmw.toegang.rechten import Recht

PROBLEMEN = (
    ("De worker geeft geen teken: verslagen en invoer wachten.", lambda: not leeft(WORKER)),
    (
        "De mailserver antwoordt niet: ochtendberichten en links voor een wachtwoord blijven uit.",
        lambda: not mail_vertrekt(),
    ),
    (
        "Het journaal klopt niet meer: iemand wijzigde of verwijderde regels buiten de toepassing om. Kijk bij Werking.",
        is_gebroken,
    ),
    ("De klok geeft geen teken: de nachtelijke controle en het ochtendbericht blijven uit.", lambda: not leeft(KLOK)),
    (
        "De schijf van de server raakt vol. Maak plaats voor er niets meer bewaard kan worden.",
        lambda: not schijf_ruim(),
    ),
)


def problemen() -> list[str]:
    return [zin for zin, is_zo in PROBLEMEN if is_zo()]


def werking(request: HttpRequest) -> dict[str, Any]:
    """A callable: a fragment that does not draw the frame pays nothing."""
    medewerker = getattr(request, "user", None)
    if medewerker is None or not medewerker.is_authenticated or not medewerker.mag(Recht.WERKING_VOLGEN):
        return {}
    return {"werkingsproblemen": problemen}
