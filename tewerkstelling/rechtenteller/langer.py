"""Running art.60 contracts that last longer than needed to become entitled (A2, A16a). Only an estimate: the RVA decides
about the days, the OCMW whether to shorten. A fixed number of queries for any number of contracts."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from clienten.models import Client
from ocmw.kalender.maanden import Duur, maanden_en_dagen
from ocmw.kalender.woorden import duur_in_woorden, opsomming
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde
from ocmw.toegang.models import Medewerker
from ocmw.ui.paging import sorteer_rijen
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rva_basis import wat_veranderde
from tewerkstelling.rechtenteller.teller import Telling, feiten_met_vorige, tel

EEN_DAG = timedelta(days=1)
CONTRACTVELDEN = (
    "van", "tot", "uren_per_week", "voltijds_uren", "dagen_per_week", "andere_uren", "toelating", "aanvraag_op",
    "soort", "client__geboortedatum", "client__insz",
)  # fmt: skip
CLIENTVELDEN = (
    "pk", "voornaam", "achternaam", "geboortedatum", "ocmw_id", "ocmw__naam", "stand__coach_id",
    "stand__coach__voornaam", "stand__coach__achternaam",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Langerrij:
    """`nieuw_einde`: the candidate, never before today; None when the facts do not say. `fout`: why it cannot be counted."""

    contract: int
    client: int
    naam: str
    geboortedatum: date | None
    ocmw_id: int
    ocmw: str
    coach_id: int | None
    coach: str
    laatste_dag: date
    rechten_op: date | None
    nieuw_einde: date | None
    dagen: int
    regelset: Regelwaarde | None
    let_op: tuple[str, ...]
    fout: str = ""

    @property
    def duur(self) -> Duur:
        return maanden_en_dagen(self.laatste_dag - timedelta(days=self.dagen - 1), self.laatste_dag)

    @property
    def langer(self) -> str:
        return duur_in_woorden(self.duur.maanden, self.duur.dagen)


def langer_dan_nodig(medewerker: Medewerker, *, op: date) -> list[Langerrij]:
    """Contracts this colleague may see, by name: those past the expected day of rights, and those that cannot be counted."""
    lopend = Tewerkstelling.objects.zichtbaar_voor(medewerker).art60().lopend(op)
    lopend = lopend.filter(tot__isnull=False, client__gesloten_op=None)
    clienten = lopend.order_by().values("client")
    contracten = list(lopend.select_related("client").only(*CONTRACTVELDEN).order_by("client__zoeknaam", "pk"))
    wie = {rij[0]: rij for rij in Client.objects.filter(pk__in=clienten).values_list(*CLIENTVELDEN)}
    alle: dict[int, list[Tewerkstelling]] = defaultdict(list)
    for rij in Tewerkstelling.objects.filter(client__in=clienten).order_by("van"):
        alle[rij.client_id].append(rij)
    onderbrekingen: dict[int, list[Onderbreking]] = defaultdict(list)
    for geval in Onderbreking.objects.filter(client__in=clienten):
        onderbrekingen[geval.contract_id].append(geval)
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=clienten)}
    berekend = RvaBerekening.objects.filter(client__in=clienten, status=RvaStatus.BEREKEND)
    # Ascending, so the last answer of each contract is the one that holds.
    antwoorden = {rij.contract_id: rij for rij in berekend.order_by("antwoord_op", "pk")}
    rijen = []
    for contract in contracten:
        client, laatste = contract.client_id, contract.laatste_dag
        if laatste is None:
            continue
        positie = posities.get(client)
        uitslag = _tel(contract, laatste, alle[client], onderbrekingen, positie)
        # Proven before this contract began: every day of it is more than needed.
        teller = uitslag[0].teller if uitslag[0] else None
        nodig = (teller.werk_tot or contract.van - EEN_DAG) if teller else None
        if teller and teller.onmogelijk:
            uitslag, nodig = (None, teller.onmogelijk), None
        if nodig is None or nodig < laatste:
            antwoord = antwoorden.get(contract.pk)
            gevallen = [geval for een in alle[client] for geval in onderbrekingen[een.pk]]
            anders = wat_veranderde(antwoord, contract, alle[client], gevallen, positie) if antwoord else []
            let_op = (_antwoord(antwoord, anders), *_let_op(contract, positie, uitslag[0]))
            rijen.append(_rij(contract, uitslag, nodig, wie[client], let_op, op=op))
    return rijen


def _tel(
    contract: Tewerkstelling,
    laatste: date,
    alle: list[Tewerkstelling],
    onderbrekingen: Mapping[int, list[Onderbreking]],
    positie: Rechtspositie | None,
) -> tuple[Telling | None, str]:
    """The same function as the dossier and wat-als; or the sentence that says why it cannot be counted."""
    try:
        feiten = feiten_met_vorige(contract, alle, onderbrekingen, positie)
        return tel(feiten, op=laatste), ""
    except (ValueError, OnbekendeRegel) as reden:
        return None, str(reden)


def _antwoord(berekening: RvaBerekening | None, anders: list[str]) -> str:
    """What the RVA answered goes before our count (A20), as long as it was asked about what is still so (A22)."""
    if berekening is None or berekening.einde_op is None:
        return "Nog geen antwoord van de RVA."
    zin = f"De RVA antwoordde: laatste dag {berekening.einde_op:%d/%m/%Y}."
    return f"{zin} Daarna veranderde {opsomming(anders)}: vraag het opnieuw." if anders else f"{zin} Dat gaat voor."


def _let_op(contract: Tewerkstelling, positie: Rechtspositie | None, telling: Telling | None) -> tuple[str, ...]:
    """Which facts are missing."""
    zinnen = []
    if contract.uren_per_week is None:
        zinnen.append("Uren ontbreken: voltijds gerekend.")
    if telling and telling.onzeker:
        zinnen.append("Geboortedatum ontbreekt: met de laatste dag gerekend.")
    if positie is None:
        zinnen.append("Vroegere dagen niet nagekeken.")
    return tuple(zinnen)


def _rij(
    contract: Tewerkstelling,
    uitslag: tuple[Telling | None, str],
    nodig: date | None,
    wie: tuple[Any, ...],
    let_op: tuple[str, ...],
    *,
    op: date,
) -> Langerrij:
    telling, fout = uitslag
    laatste = contract.tot - EEN_DAG if contract.tot else op
    client, voornaam, achternaam, geboren, ocmw_id, ocmw, coach_id, coach_voornaam, coach = wie
    return Langerrij(
        contract=contract.pk,
        client=client,
        naam=f"{achternaam} {voornaam}",
        geboortedatum=geboren,
        ocmw_id=ocmw_id,
        ocmw=ocmw,
        coach_id=coach_id,
        coach=f"{coach_voornaam} {coach}" if coach_id else "",
        laatste_dag=laatste,
        rechten_op=(telling.teller.verwacht_einde if telling else None) or nodig,
        nieuw_einde=max(nodig, op) if nodig else None,
        dagen=(laatste - nodig).days if nodig else 0,
        regelset=telling.toelating if telling else None,
        let_op=let_op,
        fout=fout,
    )


SORTERINGEN: dict[str, Callable[[Langerrij], Any]] = {
    "naam": lambda rij: rij.naam.casefold(),
    "einde": lambda rij: rij.laatste_dag,
    "rechten": lambda rij: rij.rechten_op,
    "langer": lambda rij: rij.dagen,
    "coach": lambda rij: rij.coach.casefold() or None,
}


@dataclass(frozen=True)
class Langerkeuze:
    rijen: list[Langerrij]
    soort: str  # "langer" or "fout"
    vanaf: int
    coach: str
    ocmw: str
    regelset: str
    sortering: str

    @property
    def actief(self) -> int:
        return sum(bool(waarde) for waarde in (self.vanaf, self.coach, self.ocmw, self.regelset))


def kies(alle: list[Langerrij], vraag: Mapping[str, str]) -> Langerkeuze:
    """What the address asks; a value that makes no sense does not narrow."""
    soort = "fout" if vraag.get("soort") == "fout" else "langer"
    coach, ocmw, regelset = (vraag.get(naam, "") for naam in ("coach", "ocmw", "regelset"))
    getal = vraag.get("vanaf", "")
    vanaf = int(getal) if getal.isascii() and getal.isdigit() and len(getal) < 5 else 0
    rijen = [
        rij
        for rij in alle
        if bool(rij.fout) == (soort == "fout")
        and (not vanaf or rij.dagen >= vanaf)
        and (not coach or str(rij.coach_id) == coach)
        and (not ocmw or str(rij.ocmw_id) == ocmw)
        and (not regelset or (rij.regelset is not None and rij.regelset.geldig_van.isoformat() == regelset))
    ]
    gesorteerd, sortering = sorteer_rijen(rijen, vraag.get("sorteer"), SORTERINGEN, "-langer")
    return Langerkeuze(gesorteerd, soort, vanaf, coach, ocmw, regelset, sortering)
