"""One row of cells plus a column mapping becomes checked values, with every reason why it cannot be (or can, but look)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from clienten.insz import BIS, Insz, in_de_eeuw_van, strijdig_met_geboortedatum
from clienten.namen import naamsleutel
from ocmw.werkruimte.invoer import cellen, datums
from ocmw.werkruimte.invoer.datums import Leesfout
from ocmw.werkruimte.invoer.lezers import HARD, LEZERS, Leeswijze
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort, norm
from ocmw.werkruimte.invoer.werkboek import Werkboekrij


class Ernst(StrEnum):
    FOUT = "fout"  # the row is not imported
    LET_OP = "let_op"  # the row is imported, this one value needs a look
    DUBBEL = "dubbel"  # another row about the same person or talk counts


@dataclass(frozen=True, slots=True)
class Reden:
    """`veld` is the field code ("" for the row as a whole)."""

    veld: str
    tekst: str
    ernst: Ernst = Ernst.FOUT


@dataclass(slots=True)
class Gelezen:
    """A row after reading. `waarden` holds only fields that are mapped; an empty cell gives "" or None."""

    blad: str
    nummer: int
    soort: Bladsoort
    waarden: dict[str, Any] = field(default_factory=dict)
    redenen: list[Reden] = field(default_factory=list)
    dubbel_van: "Gelezen | None" = None
    naam_gesplitst: bool = False  # one column held the whole name: which word is which is our guess

    @property
    def geldig(self) -> bool:
        return not any(reden.ernst is Ernst.FOUT for reden in self.redenen)

    @property
    def reden(self) -> str:
        """All reasons for refusal in one text, as the lists and the download show it."""
        return " ".join(reden.tekst for reden in self.redenen if reden.ernst is Ernst.FOUT)

    def fout(self, veld: str, tekst: str) -> None:
        self.redenen.append(Reden(veld, tekst))

    def let_op(self, veld: str, tekst: str) -> None:
        self.redenen.append(Reden(veld, tekst, Ernst.LET_OP))


def lees_rij(blad: str, soort: Bladsoort, rij: Werkboekrij, wijze: Leeswijze) -> Gelezen:
    """Read and check one row; never raises for what a row can hold."""
    gelezen = Gelezen(blad, rij.nummer, soort)
    for veld, kolom in wijze.indeling.items():
        cel = rij.cellen[kolom] if kolom < len(rij.cellen) else None
        try:
            gelezen.waarden[veld] = LEZERS[veld](cel, wijze)
        except Leesfout as fout:
            hard = veld in HARD or datums.is_formule(cel)
            gelezen.redenen.append(
                Reden(veld, f"{wijze.kop(veld, soort)}: {fout}", Ernst.FOUT if hard else Ernst.LET_OP)
            )
    _vul_naam(gelezen, wijze)
    _keur_persoon(gelezen, wijze)
    (_keur_caseload if soort is Bladsoort.CASELOAD else _keur_gesprek)(gelezen, wijze)
    return gelezen


def _mislukt(gelezen: Gelezen, *velden: str) -> bool:
    """A field that was already refused needs no second sentence."""
    return any(reden.veld in velden and reden.ernst is Ernst.FOUT for reden in gelezen.redenen)


def _vul_naam(gelezen: Gelezen, wijze: Leeswijze) -> None:
    waarden = gelezen.waarden
    heel = waarden.pop("naam", "")
    if heel and not waarden.get("familienaam"):
        voornaam_eerst = norm(wijze.koppen.get("naam", "")).startswith("voornaam")
        familienaam, voornaam = cellen.splits_naam(heel, voornaam_eerst=voornaam_eerst)
        waarden["familienaam"] = familienaam
        gelezen.naam_gesplitst = True
        waarden["voornaam"] = waarden.get("voornaam") or voornaam
        if len(heel.split()) > 2 and "," not in heel and gelezen.soort is Bladsoort.CASELOAD:
            gelezen.let_op("naam", f"We lezen familienaam '{familienaam}' en voornaam '{voornaam}'. Klopt dat?")


def _keur_persoon(gelezen: Gelezen, wijze: Leeswijze) -> None:
    waarden = gelezen.waarden
    insz, geboren = waarden.get("insz"), waarden.get("geboortedatum")
    if insz and geboren and (strijd := strijdig_met_geboortedatum(insz, geboren)):
        _keur_geboortedatum(gelezen, insz, geboren, strijd)
    elif geboren and geboren > wijze.op:
        gelezen.fout("geboortedatum", "De geboortedatum ligt in de toekomst.")
    elif insz and insz.geboortedatum and not geboren:
        waarden["geboortedatum"] = insz.geboortedatum
    waarden["insz"] = insz.nummer if insz else ""
    if not insz and not waarden.get("geboortedatum") and not _mislukt(gelezen, "insz", "geboortedatum"):
        gelezen.fout(
            "insz", "Er is geen INSZ en geen geboortedatum. Vul een van beide in, anders herkennen we de persoon niet."
        )
    if gelezen.soort is Bladsoort.CASELOAD or not insz:
        _keur_naam(gelezen)


def _keur_naam(gelezen: Gelezen) -> None:
    waarden = gelezen.waarden
    if not waarden.get("familienaam") and not _mislukt(gelezen, "familienaam", "naam"):
        gelezen.fout("familienaam", "De naam ontbreekt.")
    elif not waarden.get("voornaam") and not _mislukt(gelezen, "voornaam", "naam"):
        gelezen.fout("voornaam", "De voornaam ontbreekt.")
    elif not _naamsleutel(waarden) and not _mislukt(gelezen, "familienaam", "voornaam", "naam"):
        zin = f"In de naam '{_heel(waarden)}' staan tekens die we niet kunnen lezen."
        if waarden["insz"]:
            gelezen.let_op("familienaam", f"{zin} Kijk na of de naam klopt.")
        else:
            gelezen.fout("familienaam", f"{zin} Verbeter de naam of vul het INSZ in.")


def _keur_geboortedatum(gelezen: Gelezen, insz: Insz, geboren: date, strijd: str) -> None:
    if volgens := in_de_eeuw_van(insz, geboren):
        gelezen.waarden["geboortedatum"] = volgens  # a year of two digits: the INSZ knows the century (I3)
    elif insz.soort == BIS:
        gelezen.let_op("geboortedatum", f"{strijd} Bij een BIS-nummer kan dat; we nemen de datum uit je bestand.")
    else:
        gelezen.fout("geboortedatum", strijd)


def _keur_caseload(gelezen: Gelezen, wijze: Leeswijze) -> None:
    waarden = gelezen.waarden
    start, einde = waarden.get("start_art60"), waarden.get("einde_art60")
    if start and einde and einde < start:
        gelezen.fout(
            "einde_art60", f"Het einde van art.60 ({datums.toon(einde)}) valt voor de start ({datums.toon(start)})."
        )
    if einde and not start and not _mislukt(gelezen, "start_art60"):
        gelezen.let_op("start_art60", "Er staat een einde van art.60 zonder start; we maken geen contract.")
    contact = waarden.get("laatste_contact")
    if contact and contact > wijze.op:
        gelezen.let_op("laatste_contact", "Het laatste contact ligt in de toekomst; we nemen het niet over.")
        waarden["laatste_contact"] = None
    if waarden.get("fase") in {"", None} and not _mislukt(gelezen, "fase") and "fase" in wijze.indeling:
        gelezen.let_op("fase", "Er staat geen fase; een nieuw traject begint in fase 1.")
    if gecombineerd := waarden.pop("postcode_gemeente", ""):
        _splits_gemeente(gelezen, gecombineerd)


def _splits_gemeente(gelezen: Gelezen, tekst: str) -> None:
    postcode, _, gemeente = tekst.partition(" ")
    try:
        gelezen.waarden.setdefault("postcode", cellen.lees_postcode(postcode.strip(" ,-")))
        gelezen.waarden.setdefault("gemeente", gemeente.strip(" ,-"))
    except Leesfout:
        gelezen.waarden.setdefault("gemeente", tekst)


def _keur_gesprek(gelezen: Gelezen, wijze: Leeswijze) -> None:
    datum = gelezen.waarden.get("datum")
    if datum is None and not _mislukt(gelezen, "datum"):
        gelezen.fout("datum", "De datum van het gesprek ontbreekt.")
    elif datum and datum > wijze.op:
        gelezen.fout("datum", f"Het gesprek van {datums.toon(datum)} ligt in de toekomst.")


def _heel(waarden: Mapping[str, Any]) -> str:
    return f"{waarden.get('voornaam') or ''} {waarden.get('familienaam') or ''}".strip()


def _naamsleutel(waarden: Mapping[str, Any]) -> str:
    return naamsleutel(_heel(waarden))


def naam_en_dag(waarden: Mapping[str, Any]) -> tuple[str, ...]:
    """Who a row without INSZ is about: whole name and birth date. Empty, and so nobody, when one of both is missing."""
    naam, dag = _naamsleutel(waarden), waarden.get("geboortedatum")
    return (naam, str(dag)) if naam and dag else ()


def persoonsleutel(waarden: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes two rows the same person: the INSZ, without it name and birth date. An empty key matches nobody."""
    return (waarden["insz"],) if waarden.get("insz") else naam_en_dag(waarden)


def gespreksleutel(waarden: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes two rows the same talk; empty when we do not know whose talk it is."""
    wie, door = persoonsleutel(waarden), waarden.get("door") or ""
    delen = (
        str(waarden.get("datum") or ""),
        waarden.get("kanaal") or "",
        norm(door) or door,
        waarden.get("verslag") or "",
    )
    return (*wie, *delen) if wie else ()


def markeer_dubbels(rijen: Iterable[Gelezen]) -> None:
    """A later valid row about the same person (or the same talk) is a double of the first; what differs is named, not lost.

    Another INSZ is another person. Whether a row without INSZ is the namesake with one, nobody can tell: it is refused.
    """
    alle = list(rijen)
    met_insz: dict[tuple[str, ...], Gelezen] = {}
    for rij in alle:
        if rij.soort is Bladsoort.CASELOAD and rij.waarden.get("insz") and (sleutel := naam_en_dag(rij.waarden)):
            met_insz.setdefault(sleutel, rij)
    gezien: dict[tuple[str, ...], Gelezen] = {}
    for rij in alle:
        rij.dubbel_van = None
        if not rij.geldig:
            continue
        if rij.soort is Bladsoort.GESPREKKEN:
            sleutel = gespreksleutel(rij.waarden)
        else:
            sleutel = persoonsleutel(rij.waarden)
            if sleutel in met_insz:
                _weiger_naamgenoot(rij, met_insz[sleutel])
                continue
        eerste = gezien.setdefault(sleutel, rij) if sleutel else rij
        if eerste is not rij:
            rij.dubbel_van = eerste


def _weiger_naamgenoot(rij: Gelezen, ander: Gelezen) -> None:
    zin = f"Ook {_waar(ander, rij)} heeft deze naam en geboortedatum, met een INSZ. Of het dezelfde persoon is, weten we niet."
    rij.fout("insz", f"{zin} Is het iemand anders? Vul dan het INSZ in. Is het dezelfde persoon? Dan mag deze rij weg.")


def _waar(ander: Gelezen, rij: Gelezen) -> str:
    """Where the other row stands, seen from this one."""
    return f"rij {ander.nummer}" if ander.blad == rij.blad else f"rij {ander.nummer} van blad '{ander.blad}'"


_WAT = {
    Bladsoort.CASELOAD: "deze persoon",
    Bladsoort.GESPREKKEN: "dit gesprek",
    Bladsoort.WERKPLEKKEN: "deze werkplek",
}


def dubbelreden(rij: Gelezen, eerste: Gelezen, wijze: Leeswijze) -> str:
    """Why this row is a double, and which columns say something else than the first one."""
    wat = _WAT[rij.soort]
    anders = [
        veld
        for veld, waarde in rij.waarden.items()
        if waarde and waarde != eerste.waarden.get(veld) and veld in VELDEN[rij.soort]
    ]
    slot = f" Hier staat iets anders bij: {', '.join(wijze.kop(veld, rij.soort) for veld in anders)}." if anders else ""
    return f"Over {wat} gaat ook {_waar(eerste, rij)}; die telt.{slot}"
