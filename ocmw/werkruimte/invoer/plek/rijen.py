"""One row of a list of workplaces: checked values in the words of our models, and every reason why not."""

from dataclasses import dataclass, field
from typing import Any

from clienten.namen import zelfde_tekst
from ocmw.werkruimte.invoer.datums import Leesfout, is_formule
from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.lezers import Leeswijze
from ocmw.werkruimte.invoer.models import Invoerrij
from ocmw.werkruimte.invoer.plek.lezers import HARD, LEZERS
from ocmw.werkruimte.invoer.rijen import Ernst, Gelezen, Reden
from ocmw.werkruimte.invoer.velden import Bladsoort
from ocmw.werkruimte.invoer.verschillen import Celverschil
from ocmw.werkruimte.invoer.werkboek import Werkboekrij
from tewerkstelling.models import Werkgever, Werkplek

# Field of the file -> field of the model. Only what a cell says is asked: an empty cell changes nothing.
WERKGEVERVELDEN = {
    "werkgever": "naam",
    "kbo": "ondernemingsnummer",
    "soort": "soort",
    "contactpersoon": "contactpersoon",
    "telefoon": "telefoon",
    "email": "email",
}
PLEKVELDEN = {
    "werkplek": "naam",
    "sector": "sector",
    "taken": "taken",
    "straat": "straat",
    "gemeente": "gemeente",
    "vestigingsnummer": "vestigingsnummer",
    "reisminuten": "reisminuten",
    "uren": "uren_per_week",
    "begint_om": "begint_om",
    "eindigt_om": "eindigt_om",
    "werktijden": "werktijden",
    "taalniveau": "taalniveau",
    "fysieke_eisen": "fysieke_eisen",
    "rijbewijs": "rijbewijs_nodig",
    "capaciteit": "capaciteit",
    "beschikbaar": "actief",
}
_JA_NEE = {"rijbewijs", "beschikbaar"}


@dataclass(slots=True)
class Plekitem:
    """One stored row with what reading and comparing found; the same face as an Item of the caseload."""

    rij: Invoerrij
    gelezen: Gelezen
    werkgever: Werkgever | None = None
    plek: Werkplek | None = None
    uitkomst: Rijuitkomst = Rijuitkomst.AFGEWEZEN
    verschillen: list[Celverschil] = field(default_factory=list)
    client_id: None = None
    persoon: None = None
    insz: str = ""
    sleutel: str = ""

    @property
    def telt(self) -> bool:
        return self.gelezen.geldig and self.gelezen.dubbel_van is None

    @property
    def naam(self) -> str:
        waarden = self.gelezen.waarden
        return ": ".join(deel for deel in (waarden.get("werkgever"), waarden.get("werkplek")) if deel)

    @property
    def mentoren(self) -> list[str]:
        """Who guides there according to the file; nobody named: the cell asks nothing."""
        return list(self.gelezen.waarden.get("mentoren") or [])

    def gevraagd(self, velden: dict[str, str]) -> dict[str, Any]:
        """Model field -> value, for the cells that hold something."""
        waarden = self.gelezen.waarden
        return {
            naar: waarden[van] == "ja" if van in _JA_NEE else waarden[van]
            for van, naar in velden.items()
            if waarden.get(van) not in (None, "", [])
        }


def lees_rij(blad: str, rij: Werkboekrij, wijze: Leeswijze) -> Gelezen:
    """Read one row; never raises for what a row can hold."""
    gelezen = Gelezen(blad, rij.nummer, Bladsoort.WERKPLEKKEN)
    for veld, kolom in wijze.indeling.items():
        cel = rij.cellen[kolom] if kolom < len(rij.cellen) else None
        kop = wijze.kop(veld, Bladsoort.WERKPLEKKEN)
        try:
            waarde = LEZERS[veld](cel)
        except Leesfout as fout:
            hard = veld in HARD or is_formule(cel)
            zin = f"{kop}: {fout}" if hard else f"{kop}: {fout} We nemen deze cel niet over."
            gelezen.redenen.append(Reden(veld, zin, Ernst.FOUT if hard else Ernst.LET_OP))
            continue
        if isinstance(waarde, tuple):  # a number with a remark
            waarde, opmerking = waarde
            if opmerking:
                gelezen.let_op(veld, f"{kop}: {opmerking}")
        gelezen.waarden[veld] = waarde
    _keur_namen(gelezen)
    return gelezen


def _keur_namen(gelezen: Gelezen) -> None:
    mislukt = {reden.veld for reden in gelezen.redenen if reden.ernst is Ernst.FOUT}
    if not gelezen.waarden.get("werkplek") and "werkplek" not in mislukt:
        gelezen.fout("werkplek", "De naam van de werkplek ontbreekt.")
    if not gelezen.waarden.get("werkgever") and not gelezen.waarden.get("kbo") and not mislukt & {"werkgever", "kbo"}:
        gelezen.fout("werkgever", "De werkgever ontbreekt. Vul de naam of het ondernemingsnummer in.")


def gelijk(oud: Any, nieuw: Any, *, los: bool) -> bool:
    """Whether a cell says what is stored. `los`: capitals, accents and points make no difference, as in a name."""
    if isinstance(oud, str) and isinstance(nieuw, str):
        return zelfde_tekst(oud, nieuw) if los else oud.split() == nieuw.split()
    if isinstance(oud, list):
        return set(oud) == set(nieuw)
    return bool(oud == nieuw)
