"""What base.html needs on every page. Callables: a fragment that does not draw the frame pays nothing; no queries here."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from ocmw.ui.plaats import BIJ_ACCOUNT, HOOFDPLAATSEN, MENU, MET_RIJ, NIEUW, adres, paginas_van
from ocmw.ui.zoektekst import is_vergeten


def plaatsen(rechten: frozenset[str], pad: str) -> list[dict[str, Any]]:
    """The rail: the places in which this colleague has a page."""
    rail = []
    for code, label, beeld in HOOFDPLAATSEN:
        hoofd = next((pagina for pagina in paginas_van(code, rechten) if pagina.hoofd), None)
        if hoofd:
            link = adres(hoofd.url)
            hier = pad == link or pad.startswith(_paden(code))
            bij_account = code == BIJ_ACCOUNT
            rail.append({"label": label, "beeld": beeld, "url": link, "hier": hier, "bij_account": bij_account})
    return rail


def _paden(plaats: str) -> tuple[str, ...]:
    """Every address under this place, also of pages this colleague may not open: the front page "/" is under none."""
    paginas = [pagina for pagina in MENU if pagina.plaats == plaats]
    return tuple({adres(pagina.url) for pagina in paginas} - {"/"}) + tuple(pad for p in paginas for pad in p.paden)


def deelplaatsen(rechten: frozenset[str], pad: str) -> dict[str, Any] | None:
    """The pages beside this one, when it belongs to such a row; the longest address that fits is "here"."""
    for code, naam, _ in HOOFDPLAATSEN:
        links = [(pagina.label, adres(pagina.url)) for pagina in paginas_van(code, rechten)] if code in MET_RIJ else []
        hier = max((link for _, link in links if pad.startswith(link)), key=len, default="")
        if hier:
            return {"naam": naam, "delen": [{"label": label, "url": url, "hier": url == hier} for label, url in links]}
    return None


def nieuw(rechten: frozenset[str]) -> dict[str, str]:
    """Label -> address, in order."""
    keuzes = sorted((keuze for keuze in NIEUW if keuze.recht in rechten), key=lambda keuze: keuze.volgorde)
    return {keuze.label: adres(keuze.url) for keuze in keuzes}


def kader(request: HttpRequest) -> dict[str, Any]:
    medewerker = getattr(request, "user", None)
    if medewerker is None or not medewerker.is_authenticated:
        return {"medewerker": None}
    rechten = medewerker.rechten
    return {
        "medewerker": medewerker,
        "slot_na": int(settings.SCHERMSLOT_NA.total_seconds()),
        "plaatsen": lambda: plaatsen(rechten, request.path),
        "deelplaatsen": lambda: deelplaatsen(rechten, request.path),
        "nieuw": lambda: nieuw(rechten),
        "zoektekst_vergeten": lambda: is_vergeten(request),
    }
