"""Running art.60 contracts that last longer than needed to become entitled (A2, A16a). Only an estimate: the RVA decides
about the days, the OCMW whether to shorten. A fixed number of queries for any number of contracts."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nazorg.tarieven import Tarieven
from nazorg.telling import feiten_met_vorige
from ocmw.kalender.maanden import Duur, maanden_en_dagen
from ocmw.kalender.woorden import duur_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde
from ocmw.toegang.models import Medewerker
from tewerkstelling.enums import RvaStatus
from tewerkstelling.models import Onderbreking, Rechtspositie, RvaBerekening, Tewerkstelling
from tewerkstelling.teller import tel

MIN_DAGEN = 1


@dataclass(frozen=True, slots=True)
class Rij:
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
        van = date.fromordinal((self.rechten_op or self.laatste_dag).toordinal() + 1)
        return maanden_en_dagen(van, self.laatste_dag)

    @property
    def langer(self) -> str:
        return duur_in_woorden(self.duur.maanden, self.duur.dagen)


def langer_dan_nodig(medewerker: Medewerker, *, op: date) -> list[Rij]:
    """Contracts this colleague may see, by name: those past the expected day of rights, and those that cannot be counted."""
    tarieven = Tarieven()
    lopend = Tewerkstelling.objects.zichtbaar_voor(medewerker).art60().lopend(op).filter(tot__isnull=False)
    contracten = list(
        lopend.filter(client__gesloten_op=None)
        .select_related("client__ocmw", "client__stand__coach")
        .order_by("client__zoeknaam", "pk")
    )
    clienten = lopend.order_by().values("client")
    vorige: dict[int, list[Tewerkstelling]] = defaultdict(list)
    for rij in Tewerkstelling.objects.art60().filter(client__in=clienten, tot__lte=op).order_by("van"):
        vorige[rij.client_id].append(rij)
    onderbrekingen: dict[int, list[Onderbreking]] = defaultdict(list)
    for geval in Onderbreking.objects.filter(client__in=clienten):
        onderbrekingen[geval.contract_id].append(geval)
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=clienten)}
    # Ascending, so the last answer of each contract is the one that holds.
    antwoorden = {
        rij.contract_id: rij
        for rij in RvaBerekening.objects.filter(client__in=clienten, status=RvaStatus.BEREKEND).order_by(
            "antwoord_op", "pk"
        )
    }
    uit = (_rij(c, vorige[c.client_id], onderbrekingen, posities.get(c.client_id), antwoorden, op, tarieven)
           for c in contracten)  # fmt: skip
    return [rij for rij in uit if rij]


def _rij(
    contract: Tewerkstelling,
    vorige: list[Tewerkstelling],
    onderbrekingen: Mapping[int, list[Onderbreking]],
    positie: Rechtspositie | None,
    antwoorden: Mapping[int, RvaBerekening],
    op: date,
    tarieven: Tarieven,
) -> Rij | None:
    laatste = contract.laatste_dag
    if laatste is None:
        return None
    try:
        feiten = feiten_met_vorige(contract, vorige, onderbrekingen, positie, op=op, zoek=tarieven.zoek)
        telling = tel(feiten, op=laatste, zoek=tarieven.zoek)
    except (ValueError, OnbekendeRegel) as reden:
        return _maak(contract, laatste, op=op, fout=str(reden), let_op=_let_op(contract, positie, antwoorden))
    rechten = telling.teller.verwacht_einde
    bereikt = rechten or date.fromordinal(contract.van.toordinal() - 1)  # proven before this contract began
    if (laatste - bereikt).days < MIN_DAGEN:
        return None
    return _maak(
        contract,
        laatste,
        op=op,
        rechten=bereikt,
        regelset=telling.toelating,
        let_op=_let_op(contract, positie, antwoorden),
    )


def _let_op(
    contract: Tewerkstelling, positie: Rechtspositie | None, antwoorden: Mapping[int, RvaBerekening]
) -> tuple[str, ...]:
    """Which facts are missing, and what the RVA answered: that goes before our count (A20)."""
    zinnen = []
    antwoord = antwoorden.get(contract.pk)
    if antwoord and antwoord.einde_op:
        zinnen.append(f"De RVA antwoordde: laatste dag {antwoord.einde_op:%d/%m/%Y}. Dat gaat voor.")
    else:
        zinnen.append("Nog geen antwoord van de RVA.")
    if contract.uren_per_week is None:
        zinnen.append("Uren ontbreken: voltijds gerekend.")
    if positie is None:
        zinnen.append("Vroegere dagen niet nagekeken.")
    return tuple(zinnen)


def _maak(
    contract: Tewerkstelling,
    laatste: date,
    *,
    op: date,
    let_op: tuple[str, ...],
    rechten: date | None = None,
    regelset: Regelwaarde | None = None,
    fout: str = "",
) -> Rij:
    client = contract.client
    stand = getattr(client, "stand", None)
    coach = stand.coach if stand else None
    return Rij(
        contract=contract.pk,
        client=client.pk,
        naam=f"{client.achternaam} {client.voornaam}",
        geboortedatum=client.geboortedatum,
        ocmw_id=client.ocmw_id,
        ocmw=client.ocmw.naam,
        coach_id=coach.pk if coach else None,
        coach=coach.naam if coach else "",
        laatste_dag=laatste,
        rechten_op=rechten,
        nieuw_einde=max(rechten, op) if rechten else None,
        dagen=(laatste - rechten).days if rechten else 0,
        regelset=regelset,
        let_op=let_op,
        fout=fout,
    )


SORTERINGEN: dict[str, Callable[[Rij], Any]] = {
    "naam": lambda rij: rij.naam.casefold(),
    "einde": lambda rij: (rij.laatste_dag, rij.naam.casefold()),
    "rechten": lambda rij: (rij.rechten_op or date.max, rij.naam.casefold()),
    "langer": lambda rij: (rij.dagen, rij.naam.casefold()),
    "coach": lambda rij: (rij.coach.casefold(), rij.naam.casefold()),
}


@dataclass(frozen=True)
class Keuze:
    rijen: list[Rij]
    soort: str  # "langer" or "fout"
    vanaf: int
    coach: str
    ocmw: str
    regelset: str
    sortering: str

    @property
    def actief(self) -> int:
        return sum(bool(waarde) for waarde in (self.vanaf, self.coach, self.ocmw, self.regelset))


def kies(alle: list[Rij], vraag: Mapping[str, str]) -> Keuze:
    """What the address asks; a value that makes no sense does not narrow."""
    soort = "fout" if vraag.get("soort") == "fout" else "langer"
    coach, ocmw, regelset = (vraag.get(naam, "") for naam in ("coach", "ocmw", "regelset"))
    getal = vraag.get("vanaf", "")
    vanaf = int(getal) if getal.isascii() and getal.isdigit() and len(getal) < 5 else 0
    sleutel = vraag.get("sorteer", "")
    sortering = sleutel if sleutel.removeprefix("-") in SORTERINGEN else "-langer"
    rijen = [
        rij
        for rij in alle
        if bool(rij.fout) == (soort == "fout")
        and (not vanaf or rij.dagen >= vanaf)
        and (not coach or str(rij.coach_id) == coach)
        and (not ocmw or str(rij.ocmw_id) == ocmw)
        and (not regelset or (rij.regelset is not None and rij.regelset.geldig_van.isoformat() == regelset))
    ]
    rijen.sort(key=SORTERINGEN[sortering.removeprefix("-")], reverse=sortering.startswith("-"))
    return Keuze(rijen, soort, vanaf, coach, ocmw, regelset, sortering)
