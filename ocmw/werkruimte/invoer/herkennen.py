"""Which sheet is what, where its headings stand, and which column is which field - always as a proposal with its reason.

Three sources, strongest first: a heading we know, a heading that looks like one we know, and what stands in the cells below it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import IntEnum

from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort, Veld, norm
from ocmw.werkruimte.invoer.werkboek import Cel, Werkblad, Werkboekrij

MAX_KOPRIJ = 40  # filled rows looked at in search of the headings
STEEKPROEF = 60  # rows looked at to judge a column by its content
_LIJKT_OP = 0.84
_ALGEMEEN = {
    "van",
    "tot",
    "datum",
    "nr",
    "nummer",
    "naam",
    "uren",
    "stop",
    "info",
    "soort",
    "type",
    "stad",
    "land",
    "plaats",
    "contact",
}
_KERN = {
    Bladsoort.CASELOAD: {
        "insz",
        "familienaam",
        "voornaam",
        "naam",
        "fase",
        "start_traject",
        "trajectbegeleider",
        "geboortedatum",
    },
    Bladsoort.GESPREKKEN: {"datum", "kanaal", "verslag", "aanwezig", "duur", "door"},
    Bladsoort.WERKPLEKKEN: {
        "werkgever",
        "werkplek",
        "kbo",
        "vestigingsnummer",
        "capaciteit",
        "sector",
        "taken",
        "soort",
    },
}


class Zekerheid(IntEnum):
    INHOUD = 1
    LIJKT_OP = 2
    ZEKER = 3

    @property
    def label(self) -> str:
        return {1: "gok", 2: "waarschijnlijk", 3: "zeker"}[self.value]


@dataclass(frozen=True, slots=True)
class Kolomvoorstel:
    """Column `kolom` (0-based) holds `veld`."""

    kolom: int
    veld: str
    zekerheid: Zekerheid
    reden: str


@dataclass(slots=True)
class Bladvoorstel:
    """What we think one sheet is; `kolommen` are all headings, `voorstellen` the columns we recognise."""

    blad: str
    soort: Bladsoort
    koprij: int
    koppen: list[str]
    voorstellen: list[Kolomvoorstel] = field(default_factory=list)
    rijen: tuple[Werkboekrij, ...] = ()

    @property
    def indeling(self) -> dict[str, int]:
        return {voorstel.veld: voorstel.kolom for voorstel in self.voorstellen}

    @property
    def handtekening(self) -> str:
        """The same headings in the same order give the same value: a kept mapping is found again by it."""
        return kophandtekening(self.soort, self.koppen)


def kophandtekening(soort: Bladsoort, koppen: Sequence[str]) -> str:
    return hashlib.sha256("\n".join([soort.value, *(norm(kop) or kop for kop in koppen)]).encode()).hexdigest()[:32]


def herken(blad: Werkblad, soorten: Sequence[Bladsoort] = (Bladsoort.CASELOAD, Bladsoort.GESPREKKEN)) -> Bladvoorstel:
    """The best reading of one sheet as one of `soorten`; ANDERS when it is none of them."""
    beste = Bladvoorstel(blad.naam, Bladsoort.ANDERS, 0, [])
    beste_punten = 0.0
    for soort in soorten:
        for plaats in _kandidaatrijen(blad, soort):
            voorstel = herken_koppen(blad, soort, plaats)
            punten = _punten(voorstel)
            if punten > beste_punten:
                beste, beste_punten = voorstel, punten
    return beste


def _kandidaatrijen(blad: Werkblad, soort: Bladsoort) -> list[int]:
    """The rows at the top with the most known headings; the costly comparison is made for these only."""
    bekend = {synoniem for veld in VELDEN[soort].values() for synoniem in veld.synoniemen}
    aantallen = Counter[int]()
    for plaats in range(min(len(blad.rijen), MAX_KOPRIJ)):
        koppen = [kop for kop in _koppen(blad.rijen, plaats) if kop]
        if len(koppen) >= 2:
            aantallen[plaats] = sum(1 for kop in koppen if norm(kop) in bekend)
    return [plaats for plaats, _ in aantallen.most_common(3)]


def herken_koppen(blad: Werkblad, soort: Bladsoort, plaats: int) -> Bladvoorstel:
    """Proposal for one sheet when kind and header row (place in `blad.rijen`) are given, for example by the user."""
    koppen = _koppen(blad.rijen, plaats)
    rijen = blad.rijen[plaats + 1 :]
    voorstel = Bladvoorstel(blad.naam, soort, blad.rijen[plaats].nummer, koppen, rijen=rijen)
    kandidaten = [
        kandidaat
        for kolom, kop in enumerate(koppen)
        for kandidaat in (*_uit_kop(kolom, kop, soort), *_uit_inhoud(kolom, kop, rijen[:STEEKPROEF], soort))
    ]
    kandidaten.sort(key=lambda paar: (-paar[0], paar[1].kolom))
    bezet_veld: set[str] = set()
    bezet_kolom: set[int] = set()
    for _, kandidaat in kandidaten:
        if kandidaat.veld not in bezet_veld and kandidaat.kolom not in bezet_kolom:
            bezet_veld.add(kandidaat.veld)
            bezet_kolom.add(kandidaat.kolom)
            voorstel.voorstellen.append(kandidaat)
    _kies_naamkolom(voorstel)
    voorstel.voorstellen.sort(key=lambda kandidaat: kandidaat.kolom)
    return voorstel


def _koppen(rijen: Sequence[Werkboekrij], plaats: int) -> list[str]:
    """Headings of a row; a group heading just above ("Art.60" over "Start" and "Einde") is put in front."""
    eigen = [_als_kop(cel) for cel in rijen[plaats].cellen]
    boven = rijen[plaats - 1] if plaats and rijen[plaats - 1].nummer == rijen[plaats].nummer - 1 else None
    groepen = [_als_kop(cel) for cel in boven.cellen] if boven else []
    if sum(1 for groep in groepen if groep) < 2 or sum(1 for kop in eigen if kop) < 2:
        return eigen
    lopend, koppen = "", []
    for kolom, kop in enumerate(eigen):
        lopend = (groepen[kolom] if kolom < len(groepen) else "") or lopend
        koppen.append(f"{lopend} {kop}".strip() if kop and lopend and _is_algemeen(kop) else kop or "")
    return koppen


def _als_kop(cel: Cel) -> str:
    """Text that can be a heading: short, and not a date or a number."""
    return " ".join(cel.split()) if isinstance(cel, str) and len(cel) <= 60 and re.search(r"[^\W\d]", cel) else ""


def _is_algemeen(kop: str) -> bool:
    return norm(kop) in _ALGEMEEN | {"start", "begin", "einde", "eind"}


def _uit_kop(kolom: int, kop: str, soort: Bladsoort) -> list[tuple[float, Kolomvoorstel]]:
    sleutel = norm(kop)
    gevonden = []
    for veld in VELDEN[soort].values() if sleutel else ():
        score = _score(sleutel, veld)
        if score == 1:
            reden = f"'{kop}' is een bekende kop voor: {veld.label}."
            gevonden.append(
                (3 - veld.synoniemen.index(sleutel) / 100, Kolomvoorstel(kolom, veld.code, Zekerheid.ZEKER, reden))
            )
        elif score >= _LIJKT_OP:
            reden = f"'{kop}' lijkt op een kop voor: {veld.label}."
            gevonden.append((1 + score, Kolomvoorstel(kolom, veld.code, Zekerheid.LIJKT_OP, reden)))
    return gevonden


def _score(sleutel: str, veld: Veld) -> float:
    """1 for a known heading; below 1 when it holds a known heading as whole words, or is nearly spelled like one."""
    if sleutel in veld.synoniemen:
        return 1.0
    beste = 0.0
    for synoniem in veld.synoniemen:
        if len(synoniem) > 3 and synoniem not in _ALGEMEEN and f" {synoniem} " in f" {sleutel} ":
            beste = max(beste, 0.85 + 0.14 * len(synoniem) / len(sleutel))
        elif len(sleutel) > 4 and len(synoniem) > 4 and abs(len(sleutel) - len(synoniem)) < 5:
            vergelijking = SequenceMatcher(None, sleutel, synoniem)
            if vergelijking.quick_ratio() >= _LIJKT_OP:
                beste = max(beste, vergelijking.ratio() * 0.98)
    return beste


_INHOUD = {
    "insz": (re.compile(r"^\d{2}[. ]?\d{2}[. ]?\d{2}[-. ]?\d{3}[-. ]?\d{2}$"), "rijksregisternummers"),
    "kbo": (re.compile(r"^(?:BE ?)?[01]\d{3}[. ]?\d{3}[. ]?\d{3}$", re.IGNORECASE), "ondernemingsnummers"),
    "vestigingsnummer": (re.compile(r"^[2-8][. ]?\d{3}[. ]?\d{3}[. ]?\d{3}$"), "vestigingsnummers"),
    "email": (re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", re.IGNORECASE), "e-mailadressen"),
    "gsm": (re.compile(r"^(?:\+|00|0)[1-9][\d /.]{7,15}$"), "telefoonnummers"),
    "postcode_gemeente": (re.compile(r"^[1-9]\d{3} +[^\d]{2,}$"), "postcodes met een gemeente"),
    "niveau_nl": (re.compile(r"^(?:[abc][12]|a0|alfa)$", re.IGNORECASE), "taalniveaus"),
    "geslacht": (re.compile(r"^(?:[mvx]|man|vrouw)$", re.IGNORECASE), "m/v/x"),
    "aanwezig": (
        re.compile(r"^(?:aanwezig|afwezig|verontschuldigd|verwittigd)$", re.IGNORECASE),
        "aan- of afwezigheden",
    ),
}


def _uit_inhoud(
    kolom: int, kop: str, rijen: Sequence[Werkboekrij], soort: Bladsoort
) -> list[tuple[float, Kolomvoorstel]]:
    waarden = [str(rij.cellen[kolom]) for rij in rijen if kolom < len(rij.cellen) and rij.cellen[kolom] is not None]
    gevonden: list[tuple[float, Kolomvoorstel]] = []
    if len(waarden) < 2:
        return gevonden
    for code, (vorm, wat) in _INHOUD.items():
        deel = sum(1 for waarde in waarden if vorm.match(waarde)) / len(waarden)
        if code in VELDEN[soort] and deel >= 0.7:
            reden = f"De cellen onder '{kop or 'deze kolom zonder kop'}' zien eruit als {wat}."
            gevonden.append((deel, Kolomvoorstel(kolom, code, Zekerheid.INHOUD, reden)))
    return gevonden


def _kies_naamkolom(voorstel: Bladvoorstel) -> None:
    """A column "Naam" without a "Voornaam" beside it, with several words per cell, holds the whole name."""
    indeling = voorstel.indeling
    if "familienaam" not in indeling or "voornaam" in indeling or "naam" in indeling:
        return
    kolom = indeling["familienaam"]
    waarden = [
        str(rij.cellen[kolom]) for rij in voorstel.rijen[:STEEKPROEF] if kolom < len(rij.cellen) and rij.cellen[kolom]
    ]
    if sum(1 for waarde in waarden if " " in waarde) * 10 < len(waarden) * 8:
        return
    reden = "Onder deze kop staan naam en voornaam samen."
    anders = Kolomvoorstel(kolom, "naam", Zekerheid.LIJKT_OP, reden)
    voorstel.voorstellen = [anders if stel.kolom == kolom else stel for stel in voorstel.voorstellen]


def _punten(voorstel: Bladvoorstel) -> float:
    """How sure we are of kind and header row; 0 when the sheet cannot be this kind."""
    velden = {stel.veld for stel in voorstel.voorstellen}
    uit_kop = [stel for stel in voorstel.voorstellen if stel.zekerheid is not Zekerheid.INHOUD]
    plek = voorstel.soort is Bladsoort.WERKPLEKKEN
    wie = "werkplek" in velden and velden & {"werkgever", "kbo"} if plek else velden & {"insz", "familienaam", "naam"}
    if len(uit_kop) < 2 or not wie or len(velden & _KERN[voorstel.soort]) < 2:
        return 0
    if voorstel.soort is Bladsoort.GESPREKKEN and not (
        "datum" in velden and velden & {"kanaal", "verslag", "duur", "aanwezig"}
    ):
        return 0
    bekend = sum(int(stel.zekerheid) for stel in voorstel.voorstellen)
    ingevuld = Counter(bool(kop) for kop in voorstel.koppen)[True]
    return bekend * len(velden) / max(ingevuld, 1) + len(velden)
