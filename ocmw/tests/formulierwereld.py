"""Every page with a form that posts free text, found by walking the URLconf and reading the HTML of each page."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ocmw.gereedschap.testing.formulier import WOORDEN, Paginaformulier, formulieren_in
from ocmw.tests.urlwereld import EIGEN, Wereld, loop, meld_aan
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import RECHTEN, Rol

# A page is looked at by the first of these who may open it.
KIJKERS = [Rol.ATB, Rol.COORDINATOR, Rol.MW, Rol.BEHEER, Rol.LESGEVER]


def getypt(formulier: Paginaformulier) -> dict[str, str]:
    """A text of its own in every free field."""
    return {naam: f"KANARIE-{nummer}-{naam}" for nummer, naam in enumerate(formulier.vrij)}


def bewaart_tekst(formulier: Paginaformulier) -> bool:
    """Posts free text that must survive; a form with a password is never kept, and one may say so (data-geen-kladje)."""
    vrij = any(soort in WOORDEN - {"search"} for soort in formulier.soorten.values())
    return vrij and formulier.methode == "post" and not (formulier.wachtwoord or formulier.geen_kladje)


def elk_formulier(wereld: Wereld, alleen: set[str] | None = None) -> Iterator[tuple[Medewerker, str, Paginaformulier]]:
    """(who sees it, name of the page, the form): each address once, on the first page that shows it; of `alleen` only."""
    gezien: set[str] = set()
    gemaakt: dict[tuple[str, str], Any] = {}
    for rol in KIJKERS:
        situatie = wereld.situatie(rol, EIGEN)
        situatie.gemaakt = gemaakt  # one dossier: it has, for instance, one running referral at most
        browser = meld_aan(situatie.actor)
        for adres in loop():
            if not adres.te_maken or (alleen and adres.naam not in alleen):
                continue
            if rol != next((r for r in KIJKERS if adres.recht in RECHTEN[r]), None):
                continue
            pad = adres.pad(situatie.waarden(adres))
            antwoord = browser.get(pad)
            if antwoord.streaming:
                b"".join(antwoord.streaming_content)
                continue
            if antwoord.status_code != 200 or "html" not in antwoord["Content-Type"]:
                continue
            for formulier in filter(bewaart_tekst, formulieren_in(antwoord.content.decode(), pad)):
                sleutel = f"{urlsplit(formulier.naar).path} {sorted(formulier.vrij)}"
                if sleutel not in gezien:
                    gezien.add(sleutel)
                    yield situatie.actor, adres.naam, formulier
