"""Cells of a list of workplaces: each field its reader, each refusal a sentence for who typed the cell."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import time
from decimal import Decimal
from typing import Any

from django.db.models import Choices

from clienten.enums import Taalniveau
from clienten.profiel.enums import Sector
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.invoer import cellen, datums
from ocmw.werkruimte.invoer.datums import Leesfout, is_leeg, keur_cel
from ocmw.werkruimte.invoer.plek.mentoren import lees_mentoren
from ocmw.werkruimte.invoer.velden import norm
from ocmw.werkruimte.invoer.werkboek import Cel
from tewerkstelling.enums import FysiekeEis, Werkgeversoort, Werktijd
from tewerkstelling.models.werkplek import weigering_voor_uren
from tewerkstelling.nummers import lees_kbo, lees_vestiging

Lezer = Callable[[Cel], Any]
MAX_MINUTEN = 300
MAX_PLAATSEN = 500


def _keuzes(lijst: type[Choices], ook: Mapping[str, str] | None = None) -> dict[str, str]:
    """norm(label or other word) -> code; our own words go first, so what we export comes back."""
    woorden = {norm(woord): code for code, namen in (ook or {}).items() for woord in namen.split("|")}
    return woorden | {norm(str(label)): str(code) for code, label in lijst.choices} | {norm(c): c for c in lijst.values}


SOORTEN = _keuzes(
    Werkgeversoort,
    {
        "eigen_dienst": "ocmw|eigen dienst|eigen diensten|interne dienst|eigen dienst ocmw|woonzorgcentrum|wzc",
        "gemeente": "stad|gemeente|stad en gemeente|stadsdienst|gemeentedienst|lokaal bestuur|stedelijke dienst",
        "ander_ocmw": "ander ocmw|ocmw vereniging|zorgbedrijf|extern ocmw",
        "vzw": "vzw|intercommunale|vereniging|sociale vzw|non profit|social profit",
        "sociale_economie": "sociale economie|maatwerk|maatwerkbedrijf|kringwinkel|sociale werkplaats|beschutte werkplaats|le",
        "ziekenhuis": "ziekenhuis|openbaar ziekenhuis|az",
        "prive": "prive|privebedrijf|prive bedrijf|bedrijf|bv|bvba|nv|commercieel|private sector|prive sector|profit",
    },
)
SECTOREN = _keuzes(
    Sector,
    {
        "schoonmaak": "poets|poetsen|poetsdienst|onderhoud gebouwen|kuisen",
        "keuken": "keuken|horeca|catering|restaurant",
        "groen": "groen|groendienst|tuin|buitenwerk",
        "logistiek": "magazijn|logistiek",
        "winkel": "winkel|verkoop",
        "techniek": "techniek|technisch|herstelling|fietsherstel",
        "bouw": "bouw|klusdienst|renovatie",
        "productie": "productie|sorteren|sorteercentrum",
        "zorg": "zorg|zorghulp|rusthuis|woonzorg",
        "kinderen": "kinderopvang|school|onderwijs",
        "onthaal": "onthaal|administratie|balie|secretariaat",
        "vervoer": "vervoer|transport|chauffeur",
        "cultuur": "cultuur|sport|bibliotheek",
        "ander": "ander|andere|overige|divers",
    },
)
EISEN = _keuzes(
    FysiekeEis,
    {
        "tillen_licht": "licht tillen|tillen licht|tillen",
        "tillen_zwaar": "zwaar tillen|tillen zwaar|zware lasten",
        "staan": "staan|stappen|lang staan",
        "bukken": "bukken|knielen|hurken",
        "buiten": "buiten|buitenwerk|weer en wind",
        "hoogte": "hoogte|ladder",
        "stof": "stof|schoonmaakmiddelen|producten",
        "lawaai": "lawaai|geluid",
        "koude": "koude|koud|koelcel|frigo",
    },
)
TIJDEN = _keuzes(
    Werktijd,
    {
        "dag": "dag|overdag|daguren|kantooruren",
        "vroeg": "vroeg|vroege|vroege ploeg|ochtend",
        "laat": "laat|late|late ploeg|avond",
        "nacht": "nacht|nachtploeg",
        "weekend": "weekend|zaterdag|zondag|za|zo",
    },
)
NIVEAUS = _keuzes(Taalniveau) | cellen.NIVEAUS
_KLOK = re.compile(r"^(\d{1,2})(?:\s*(?:[:.u,h]|uur)\s*(\d{2})?)?(?::\d{2})?\s*(?:u|uur)?$")


def _tekst(hoogstens: int, wat: str) -> Lezer:
    return lambda cel: "" if is_leeg(cel) else cellen.lees_tekst(cel, hoogstens=hoogstens, wat=wat)


def _naam(wat: str) -> Lezer:
    """A name may be any word, also one that elsewhere means "nothing"."""
    return lambda cel: cellen.lees_tekst(cel, hoogstens=120, wat=wat)


def _soort(cel: Cel) -> str:
    if is_leeg(cel):
        return ""
    keur_cel(cel)
    if code := SOORTEN.get(norm(str(cel))):
        return code
    lijst = ", ".join(str(label) for label in Werkgeversoort.labels)
    raise Leesfout(f"'{str(cel)[:40]}' is geen soort gebruiker die we kennen. Kies uit: {lijst}.")


def _keuze(keuzes: Mapping[str, str], wat: str) -> Lezer:
    return lambda cel: cellen.lees_keuze(cel, keuzes, wat=wat)


def _lijst(keuzes: Mapping[str, str], volgorde: Iterable[str], labels: Iterable[str]) -> Lezer:
    """Several words in one cell, with ; or , between them; in our own order."""

    def lees(cel: Cel) -> list[str]:
        if is_leeg(cel):
            return []
        keur_cel(cel)
        delen = [deel.strip() for deel in re.split(r"[;,\n|]", str(cel)) if deel.strip()]
        onbekend = [deel for deel in delen if norm(deel) not in keuzes]
        if onbekend:
            raise Leesfout(f"'{onbekend[0][:40]}' kennen we niet. Kies uit: {', '.join(labels)}.")
        gekozen = {keuzes[norm(deel)] for deel in delen}
        return [code for code in volgorde if code in gekozen]

    return lees


def _nummer(lees: Callable[[str], Any]) -> Lezer:
    """The number with its remark; Excel eats a zero in front."""

    def lees_cel(cel: Cel) -> tuple[str, str]:
        if is_leeg(cel) or isinstance(cel, bool):
            return "", ""
        keur_cel(cel)
        gelezen = lees(f"{cel:010}" if isinstance(cel, int) and cel >= 0 else str(cel))
        if not gelezen.geldig:
            raise Leesfout(f"'{str(cel)[:20]}': {gelezen.reden}")
        return gelezen.genormaliseerd, gelezen.reden

    return lees_cel


def _aantal(minstens: int, hoogstens: int, wat: str) -> Lezer:
    def lees(cel: Cel) -> int | None:
        if is_leeg(cel) or isinstance(cel, bool):
            return None
        keur_cel(cel)
        vorm = re.fullmatch(
            r"(\d{1,6})(?:\s*(?:min|minuten|plaatsen|personen|plekken)\.?)?", str(cel).strip().casefold()
        )
        if vorm is None or not minstens <= int(vorm[1]) <= hoogstens:
            raise Leesfout(f"'{str(cel)[:20]}' is geen {wat}. Vul een getal in van {minstens} tot {hoogstens}.")
        return int(vorm[1])

    return lees


def _uren(cel: Cel) -> Decimal | None:
    gelezen = datums.lees_uren(cel)
    if gelezen is None:
        return None
    if zin := weigering_voor_uren(gelezen[0], op=vandaag()):
        raise Leesfout(zin)
    return gelezen[0]


def _uur(cel: Cel) -> time | None:
    """8:00, 8u30, 8.30, 8, or the part of a day that Excel keeps behind a time."""
    if is_leeg(cel) or isinstance(cel, bool):
        return None
    keur_cel(cel)
    if isinstance(cel, float) and 0 < cel < 1:
        minuten = round(cel * 24 * 60)
        return time(minuten // 60 % 24, minuten % 60)
    vorm = _KLOK.match(str(cel).strip().casefold())
    if vorm is None or int(vorm[1]) > 23 or int(vorm[2] or 0) > 59:
        raise Leesfout(f"'{str(cel)[:20]}' is geen uur. Schrijf bijvoorbeeld 8:30.")
    return time(int(vorm[1]), int(vorm[2] or 0))


LEZERS: dict[str, Lezer] = {
    "werkgever": _naam("naam"),
    "kbo": _nummer(lees_kbo),
    "soort": _soort,
    "contactpersoon": _tekst(120, "naam"),
    "telefoon": cellen.lees_telefoon_cel,
    "email": cellen.lees_email_cel,
    "werkplek": _naam("naam"),
    "sector": _keuze(SECTOREN, "soort werk"),
    "taken": cellen.lees_verslag,
    "straat": _tekst(160, "straat"),
    "gemeente": _tekst(80, "gemeente"),
    "vestigingsnummer": _nummer(lees_vestiging),
    "reisminuten": _aantal(0, MAX_MINUTEN, "aantal minuten"),
    "uren": _uren,
    "begint_om": _uur,
    "eindigt_om": _uur,
    "werktijden": _lijst(TIJDEN, Werktijd.values, Werktijd.labels),
    "taalniveau": _keuze(NIVEAUS, "niveau Nederlands"),
    "fysieke_eisen": _lijst(EISEN, FysiekeEis.values, FysiekeEis.labels),
    "rijbewijs": _keuze(cellen.JA_NEE, "ja of nee"),
    "capaciteit": _aantal(1, MAX_PLAATSEN, "aantal plaatsen"),
    "mentoren": lees_mentoren,
    "beschikbaar": _keuze(cellen.JA_NEE, "ja of nee"),
}
# A field in HARD refuses the whole row when its cell cannot be read; any other field is left out and reported.
HARD = frozenset(
    {"werkgever", "kbo", "soort", "werkplek", "vestigingsnummer", "uren", "begint_om", "eindigt_om", "capaciteit"}
)
