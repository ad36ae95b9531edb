"""What base.html needs on every page. Callables: a fragment that does not draw the frame pays nothing; no queries here."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse

from ocmw.ui.zoektekst import is_vergeten


@dataclass(frozen=True)
class Plaats:
    """A place in the rail: the first of `pagina's` (URL name, right) that exists and that you may open is its link."""

    label: str
    beeld: str
    paginas: tuple[tuple[str, str], ...]
    paden: tuple[str, ...]


# Rights as their codes: ui lies below toegang. A test compares them with Recht.
PLAATSEN = (
    Plaats("Vandaag", "calendar2-check", (("vandaag:vandaag", "aangemeld"),), ()),
    Plaats(
        "Cliënten",
        "people",
        (("clientenlijst:client_list", "dossier_lezen"),),
        ("/clienten/", "/gesprekken/", "/trajecten/", "/doorverwijzingen/", "/nazorg/", "/sollicitaties/"),
    ),
    Plaats(
        "Werkplekken",
        "briefcase",
        (("tewerkstelling:werkplek_list", "dossier_lezen"),),
        ("/werkgevers/", "/werkplekken/"),
    ),
    Plaats("Groepen", "easel", (("groepen:reeks_list", "aangemeld"),), ("/groepen/",)),
    Plaats(
        "Sturing",
        "compass",
        (
            ("rapporten:sturing", "rapport_caseload"),
            ("beheer:medewerker_list", "gebruikers_beheren"),
            ("beheer:regel_list", "regels_beheren"),
        ),
        (
            "/sturing/",
            "/rapporten/",
            "/invoer/",
            "/journaal/",
            "/regels/",
            "/rechten/",
            "/samenwerkingen/",
            "/medewerkers/",
            "/competentielijsten/",
            "/werking/",
        ),
    ),
)
# Pages that belong together, in one row on each of them: label, URL name, right.
STURING = (
    ("Caseloadrapport", "rapporten:sturing", "rapport_caseload"),
    ("Geld op maandeinde", "geld:radar_list", "rapport_caseload"),
    ("Langer dan nodig", "rechtenteller:langer_list", "rapport_caseload"),
    ("Mijn rapporten", "rapporten:rapport_list", "rapport_caseload"),
    ("Invoer", "invoer:invoer_list", "invoeren"),
    ("Journaal", "beheer:journaal_list", "journaal_lezen"),
    ("Buiten de caseload", "beheer:reden_list", "journaal_lezen"),
    ("Samenwerkingen", "beheer:samenwerking_list", "samenwerking_beheren"),
    ("Medewerkers", "beheer:medewerker_list", "gebruikers_beheren"),
    ("Regels", "beheer:regel_list", "regels_beheren"),
    ("Competentielijsten", "evaluaties:competentielijst_list", "regels_beheren"),
    ("Wie mag wat", "beheer:rechten", "regels_beheren"),
    ("Werking", "beheer:werking", "werking_volgen"),
)
WERKPLEKKEN = (
    ("Lijst", "tewerkstelling:werkplek_list", "dossier_lezen"),
    ("Bord", "tewerkstelling:werkplek_bord", "dossier_lezen"),
    ("Startklaar", "startklaar:plaatsing_bord", "dossier_lezen"),
    ("Raadslijst", "rapporten:raadslijst", "tewerkstelling_beheren"),
    ("Werkgevers", "tewerkstelling:werkgever_list", "dossier_lezen"),
    ("Mentoren", "tewerkstelling:mentor_list", "dossier_lezen"),
)
DEELPLAATSEN = (("Sturing", STURING), ("Werkplekken", WERKPLEKKEN))
# Behind "+ Nieuw": label, URL name, right.
NIEUW = (
    ("Gesprek", "trajecten:gesprek_start", "gesprek_noteren"),
    ("Cliënt", "clienten:client_nieuw", "client_beheren"),
    ("Werkgever", "tewerkstelling:werkgever_create", "tewerkstelling_beheren"),
    ("Caseload invoeren", "invoer:invoer_nieuw", "invoeren"),
)


def adres(naam: str) -> str:
    """The address of a page, or empty when this installation does not have it."""
    return _adres(naam, get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=256)
def _adres(naam: str, urlconf: str) -> str:
    try:
        return reverse(naam, urlconf)
    except NoReverseMatch:
        return ""


def plaatsen(rechten: frozenset[str], pad: str) -> list[dict[str, Any]]:
    rail = []
    for plaats in PLAATSEN:
        links = [adres(naam) for naam, recht in plaats.paginas if recht in rechten]
        link = next((link for link in links if link), "")
        if link:
            hier = pad == link or pad.startswith(plaats.paden)
            rail.append({"label": plaats.label, "beeld": plaats.beeld, "url": link, "hier": hier})
    return rail


def deelplaatsen(rechten: frozenset[str], pad: str) -> dict[str, Any] | None:
    """The pages beside this one, when it belongs to such a group; the longest address that fits is "here"."""
    for naam, paginas in DEELPLAATSEN:
        links = [(label, adres(url)) for label, url, recht in paginas if recht in rechten and adres(url)]
        hier = max((link for _, link in links if pad.startswith(link)), key=len, default="")
        if hier:
            return {"naam": naam, "delen": [{"label": label, "url": url, "hier": url == hier} for label, url in links]}
    return None


def nieuw(rechten: frozenset[str]) -> dict[str, str]:
    """Label -> address; of two names for the same label the first that exists wins."""
    keuzes: dict[str, str] = {}
    for label, naam, recht in NIEUW:
        link = adres(naam) if recht in rechten and label not in keuzes else ""
        if link:
            keuzes[label] = link
    return keuzes


def kader(request: HttpRequest) -> dict[str, Any]:
    medewerker = getattr(request, "user", None)
    if medewerker is None or not medewerker.is_authenticated:
        return {"medewerker": None}
    rechten = medewerker.rechten
    return {
        "medewerker": medewerker,
        "plaatsen": lambda: plaatsen(rechten, request.path),
        "deelplaatsen": lambda: deelplaatsen(rechten, request.path),
        "nieuw": lambda: nieuw(rechten),
        "zoektekst_vergeten": lambda: is_vergeten(request),
    }
