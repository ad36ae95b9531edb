"""Judge rows: read them, find who they are about, and say per row what importing it would do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Q

from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.invoer.collegas import Team
from ocmw.werkruimte.invoer.enums import Rijuitkomst, TweBron
from ocmw.werkruimte.invoer.feiten import Celfeiten, Naamgenoot, Vondst, Zoeker, laad_feiten
from ocmw.werkruimte.invoer.lezers import Leeswijze
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.rijen import Ernst, Gelezen, Reden, dubbelreden, lees_rij, markeer_dubbels, naam_en_dag
from ocmw.werkruimte.invoer.velden import Bladsoort
from ocmw.werkruimte.invoer.verschillen import verschillen, weigering_voor
from ocmw.werkruimte.invoer.wens import Wens, maak_wens
from ocmw.werkruimte.invoer.werkboek import Werkboekrij
from ocmw.werkruimte.invoer.werkplekken import Werkplekken
from trajecten.enums import Kanaal
from trajecten.models import Gesprek

BROK = 400
MEER_PERSONEN = "Meer dan één persoon heeft deze naam en geboortedatum, in dit bestand of bij de dossiers. Vul bij dit gesprek het INSZ in."
ELDERS = "Neem contact op met je coördinator voor je met dit dossier verder werkt."
T = TypeVar("T")
Gespreksleutel = tuple[int, date, str, str]  # client, day, channel, text


@dataclass(slots=True)
class Beoordeling:
    """One stored row with what reading and searching found."""

    rij: Invoerrij
    gelezen: Gelezen
    wens: Wens | None = None
    feiten: Celfeiten | None = None
    client_id: int | None = None
    uitkomst: Rijuitkomst = Rijuitkomst.AFGEWEZEN
    verschillen: Sequence[Any] = ()
    persoon: "Beoordeling | None" = None

    @property
    def telt(self) -> bool:
        return self.gelezen.geldig and self.gelezen.dubbel_van is None

    @property
    def naam(self) -> str:
        waarden = self.gelezen.waarden
        return f"{waarden.get('familienaam') or ''} {waarden.get('voornaam') or ''}".strip()

    @property
    def insz(self) -> str:
        return self.gelezen.waarden.get("insz") or ""

    @property
    def sleutel(self) -> str:
        """What makes two rows the same person when there is no INSZ; empty without a name and a birth date."""
        return "|".join(naam_en_dag(self.gelezen.waarden))


def in_brokken(rijen: Iterable[T], grootte: int = BROK) -> Iterator[list[T]]:
    stroom = iter(rijen)
    while brok := list(islice(stroom, grootte)):
        yield brok


class Personen:
    """The people of the file by INSZ and by name; of rows about one person the one that counts goes first."""

    def __init__(self, items: Sequence[Beoordeling]) -> None:
        self.op_insz: dict[str, Beoordeling] = {}
        self.op_naam: dict[str, dict[str, Beoordeling]] = {}  # name and birth date -> INSZ -> row
        for item in sorted(items, key=lambda item: not item.telt):
            if item.insz:
                self.op_insz.setdefault(item.insz, item)
            if item.gelezen.dubbel_van is None and item.sleutel:
                self.op_naam.setdefault(item.sleutel, {}).setdefault(item.insz, item)

    def met_naam(self, item: Beoordeling) -> list[Beoordeling]:
        """Every row that may be another person with this name and birth date."""
        return list(self.op_naam.get(item.sleutel, {}).values())


class Beoordelaar:
    """Reads and judges rows of one import on one day, for one colleague (who decides what may be seen)."""

    def __init__(self, invoer: Invoer, *, door: Medewerker, op: date) -> None:
        self.invoer, self.door, self.op = invoer, door, op
        self.team = Team(invoer)
        self.bladen = {blad.pk: blad for blad in invoer.bladen.all()}
        self.wijzen = {pk: self._leeswijze(blad) for pk, blad in self.bladen.items()}

    def _leeswijze(self, blad: Invoerblad) -> Leeswijze:
        koppen = {veld: blad.koppen[kolom] for veld, kolom in blad.indeling.items() if kolom < len(blad.koppen)}
        return Leeswijze(self.op, blad.indeling, koppen, fasen=self.invoer.fasen)

    def geraakt(self, rij: Invoerrij, *, oud_insz: str, oude_naam: str) -> Q:
        """The rows whose outcome can change when `rij` was corrected."""
        return groep_van(rij, oud_insz=oud_insz, oude_naam=oude_naam)

    def lees(self, rij: Invoerrij) -> Beoordeling:
        blad = self.bladen[rij.blad_id]
        return Beoordeling(
            rij, lees_rij(blad.naam, blad.bladsoort, Werkboekrij(rij.nummer, rij.lees_cellen()), self.wijzen[blad.pk])
        )

    # --- people -------------------------------------------------------------------------------
    def koppel_personen(self, items: Sequence[Beoordeling]) -> None:
        """Fill wens, client, feiten and uitkomst of valid rows about people; a fixed number of queries."""
        geldig = [item for item in items if item.telt]
        zoeker = Zoeker((item.gelezen.waarden for item in geldig), door=self.door)
        bron = TweBron(self.invoer.twe_bron)
        for item in geldig:
            item.wens = maak_wens(item.gelezen, team=self.team, twe_bron=bron)
            vondst = zoeker.zoek(item.gelezen.waarden)
            item.client_id = vondst.client_id
            _meld_vondst(item, vondst)
        feiten = laad_feiten(item.client_id for item in geldig if item.client_id)
        for item in geldig:
            item.feiten = feiten.get(item.client_id) if item.client_id else None

    def vergelijk(self, items: Sequence[Beoordeling]) -> None:
        """The outcome of each row about a person; call after the talks of the same file told what contact there was."""
        for item in items:
            if not item.telt or item.wens is None:
                item.uitkomst = Rijuitkomst.AFGEWEZEN if not item.gelezen.geldig else Rijuitkomst.DUBBEL
            elif zin := self._weigering_voor(item.wens, item.feiten):
                item.gelezen.fout("", zin)
                item.uitkomst = Rijuitkomst.AFGEWEZEN
            elif item.feiten is None:
                item.uitkomst = Rijuitkomst.NIEUW
            else:
                item.verschillen = verschillen(item.wens, item.feiten, namen=self.team.namen)
                item.uitkomst = Rijuitkomst.GEWIJZIGD if item.verschillen else Rijuitkomst.ONGEWIJZIGD

    def _weigering_voor(self, wens: Wens, feiten: Celfeiten | None) -> str:
        zin = weigering_voor(wens, feiten) if feiten else ""
        return zin or (self.werkplekken.weigering_voor(wens.werkplek) if wens.werkplek else "")

    # --- talks --------------------------------------------------------------------------------
    def koppel_gesprekken(self, gesprekken: Sequence[Beoordeling], personen: Personen) -> None:
        """Find the one person each talk can be about, in this file and among the dossiers; else the talk is refused."""
        geldig = [item for item in gesprekken if item.telt]
        zoeker = Zoeker((item.gelezen.waarden for item in geldig), door=self.door)
        for item in geldig:
            if item.insz:  # a number beats a name, also when nobody has that number
                gevonden = _koppel_op_nummer(item, personen.op_insz.get(item.insz), zoeker.op_insz.get(item.insz))
            else:
                gevonden = _koppel_op_naam(item, personen.met_naam(item), zoeker.naamgenoten(item.gelezen.waarden))
            if not gevonden and item.gelezen.geldig:
                item.gelezen.fout("insz", _geen_persoon(item))

    def _volg_afgewezen(self, gesprekken: Sequence[Beoordeling]) -> None:
        """A talk of somebody whose row was refused only goes in when that person has a dossier already."""
        for item in gesprekken:
            persoon = item.persoon
            if item.telt and persoon and persoon.uitkomst == Rijuitkomst.AFGEWEZEN and item.client_id is None:
                item.gelezen.fout("insz", _geen_persoon(item))

    def vergelijk_gesprekken(self, gesprekken: Sequence[Beoordeling]) -> None:
        bekend = bekende_gesprekken({item.client_id for item in gesprekken if item.telt and item.client_id})
        for item in gesprekken:
            if not item.telt:
                item.uitkomst = Rijuitkomst.DUBBEL if item.gelezen.geldig else Rijuitkomst.AFGEWEZEN
            elif item.client_id is not None and gespreksleutel(item.client_id, item.gelezen) in bekend:
                item.uitkomst = Rijuitkomst.ONGEWIJZIGD
            else:
                item.uitkomst = Rijuitkomst.NIEUW
                self.team.meld_onbekende(item.gelezen)

    # --- everything ---------------------------------------------------------------------------
    def beoordeel(self, rijen: Iterable[Invoerrij]) -> list[Beoordeling]:
        """People and talks of `rijen` with their outcome; nothing is written."""
        items = [self.lees(rij) for rij in rijen]
        self.werkplekken = Werkplekken(self.invoer.ocmw_id, door=self.door)
        personen = [item for item in items if item.gelezen.soort is Bladsoort.CASELOAD]
        gesprekken = [item for item in items if item.gelezen.soort is Bladsoort.GESPREKKEN]
        markeer_dubbels(item.gelezen for item in items)
        for brok in in_brokken(personen):
            self.koppel_personen(brok)
        _meld_tweede_rij(personen)
        gekend = Personen(personen)
        for brok in in_brokken(gesprekken):
            self.koppel_gesprekken(brok, gekend)
        _verwerk_contact(gesprekken)
        self.vergelijk(personen)
        self._volg_afgewezen(gesprekken)
        for brok in in_brokken(gesprekken):
            self.vergelijk_gesprekken(brok)
        self._verklaar_dubbels(items)
        return items

    def _verklaar_dubbels(self, items: Sequence[Beoordeling]) -> None:
        van_gelezen = {id(item.gelezen): item for item in items}
        for item in items:
            if item.uitkomst == Rijuitkomst.DUBBEL and item.gelezen.dubbel_van is not None:
                eerste = van_gelezen[id(item.gelezen.dubbel_van)]
                zin = dubbelreden(item.gelezen, eerste.gelezen, self.wijzen[item.rij.blad_id])
                item.gelezen.redenen.insert(0, Reden("", zin, Ernst.DUBBEL))
                item.client_id, item.persoon = eerste.client_id, eerste


def _meld_vondst(item: Beoordeling, vondst: Vondst) -> None:
    if vondst.twijfel:
        item.gelezen.fout("insz", vondst.twijfel.value)
    elif vondst.elders:
        item.gelezen.let_op("insz", ELDERS)


def _koppel_op_nummer(item: Beoordeling, rij: Beoordeling | None, client_id: int | None) -> bool:
    """Fill person and client of a talk with an INSZ: the row with that number, else the dossier with it."""
    item.persoon = rij
    item.client_id = rij.client_id if rij and rij.telt else client_id
    return bool(item.client_id or (rij and rij.telt))


def _koppel_op_naam(item: Beoordeling, rijen: Sequence[Beoordeling], dossiers: Sequence[Naamgenoot]) -> bool:
    """Fill person and client of a talk without INSZ when rows and dossiers with its name and birth date are one person."""
    geteld = [rij for rij in rijen if rij.telt]
    afgewezen = [rij for rij in rijen if not rij.telt and [ander.insz for ander in dossiers] != [rij.insz]]
    bekend = {rij.client_id for rij in geteld if rij.client_id} | {ander.client_id for ander in dossiers}
    nieuw = [rij for rij in geteld if not rij.client_id]
    item.persoon = next(iter([*geteld, *afgewezen]), None)
    if len(bekend) + len(nieuw) + len(afgewezen) > 1:
        item.persoon = None
        item.gelezen.fout("insz", MEER_PERSONEN)
        return False
    item.client_id = next(iter(bekend), None)
    return bool(bekend or nieuw)


def _geen_persoon(item: Beoordeling) -> str:
    if item.persoon:
        waar = f"rij {item.persoon.rij.nummer} van blad '{item.persoon.gelezen.blad}'"
        return f"De persoon van dit gesprek staat in {waar}, maar die rij is afgewezen. Verbeter eerst die rij."
    return "De persoon van dit gesprek vinden we niet in dit bestand en niet bij de dossiers."


def _meld_tweede_rij(personen: Sequence[Beoordeling]) -> None:
    """Two rows that lead to one dossier (by INSZ and by name) are doubles too."""
    gezien: dict[int, Beoordeling] = {}
    for item in personen:
        if item.telt and item.client_id:
            eerste = gezien.setdefault(item.client_id, item)
            if eerste is not item:
                item.gelezen.dubbel_van = eerste.gelezen


def _verwerk_contact(gesprekken: Sequence[Beoordeling]) -> None:
    """A "laatste contact" that a talk in the same file already tells is no fact of its own."""
    for item in gesprekken:
        waarden, persoon = item.gelezen.waarden, item.persoon
        if not item.telt or persoon is None or persoon.wens is None:
            continue
        geweest = waarden.get("aanwezig") in {"aanwezig", "", None}
        if geweest and persoon.wens.laatste_contact and waarden["datum"] >= persoon.wens.laatste_contact:
            persoon.wens.laatste_contact = None


def bekende_gesprekken(client_ids: Iterable[int]) -> set[Gespreksleutel]:
    ids = set(client_ids)
    rijen = Gesprek.objects.filter(client__in=ids).values_list("client", "op", "kanaal", "verslag") if ids else ()
    return {(client, op, kanaal, verslag.strip()) for client, op, kanaal, verslag in rijen}


def gespreksleutel(client_id: int, gelezen: Gelezen) -> Gespreksleutel:
    """What makes a talk of the file the same as one in the dossier."""
    waarden = gelezen.waarden
    return client_id, waarden["datum"], waarden.get("kanaal") or Kanaal.GESPREK, waarden.get("verslag") or ""


def groep_van(rij: Invoerrij, *, oud_insz: str, oude_naam: str) -> Q:
    """The rows whose outcome can change when `rij` changes: the same number or the same name, before or after."""
    nummers = {nummer for nummer in (rij.insz, oud_insz) if nummer}
    namen = {naam for naam in (rij.naamsleutel, oude_naam) if naam}
    return Q(pk=rij.pk) | Q(insz__in=nummers) | Q(naamsleutel__in=namen)
