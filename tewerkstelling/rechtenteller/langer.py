"""Running art.60 contracts that last longer than needed to become entitled (A2, A16a). Only an estimate: the RVA decides
about the days, the OCMW whether to shorten. The day of each contract stands in its row (stand.py): the database picks and
sorts, and only what a page shows is read further."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from clienten.feiten import per_client
from clienten.models import Client
from ocmw.kalender.maanden import Duur, maanden_en_dagen
from ocmw.kalender.woorden import duur_in_woorden, opsomming
from ocmw.regels.opzoeken import Regelwaarde, regelboek
from ocmw.toegang.models import Medewerker
from ocmw.ui.feit import Feit, getoond
from ocmw.ui.paging import LegeLaatst, sorteer, tel_samen
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtendag, RechtendagQuerySet, Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rva_basis import wat_veranderde
from tewerkstelling.rechtenteller.stand import regelstempel

EEN_DAG = timedelta(days=1)
PLAFOND = 500  # counted no further, as every list
CLIENTVELDEN = (
    "pk", "voornaam", "achternaam", "geboortedatum", "ocmw_id", "ocmw__naam", "stand__coach_id",
    "stand__coach__voornaam", "stand__coach__achternaam",
)  # fmt: skip
SORTERINGEN = {
    "naam": ("client__zoeknaam", "contract_id"),
    "einde": ("tot", "contract_id"),
    "rechten": ("rechten_op", "contract_id"),
    "langer": ("dagen", "contract_id"),
    "coach": ("client__stand__coach__voornaam", "client__stand__coach__achternaam", "contract_id"),
}


@dataclass(frozen=True, slots=True)
class Langerrij:
    """`rechten_op`: None when all was proven before the contract began. `nieuw_einde`: the candidate, never before today;
    None when the facts do not say. `fout`: why it cannot be counted."""

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
    regels_van: date | None
    let_op: tuple[str, ...]
    fout: str = ""

    @property
    def toont(self) -> dict[str, Feit]:
        return getoond(f"contract-{self.contract}", rechten_geschat=self.rechten_op, dagen_langer=self.dagen or None)

    @property
    def duur(self) -> Duur:
        return maanden_en_dagen(self.laatste_dag - timedelta(days=self.dagen - 1), self.laatste_dag)

    @property
    def langer(self) -> str:
        return duur_in_woorden(self.duur.maanden, self.duur.dagen)


@dataclass(frozen=True)
class Langerkeuze:
    """What the address asks of the contracts this colleague may see; a value that makes no sense does not narrow."""

    rijen: QuerySet[Rechtendag] | LegeLaatst
    soort: str  # "langer" or "fout"
    vanaf: int
    coach: str
    ocmw: str
    regelset: str
    sortering: str
    aantallen: Mapping[str, int]  # per soort, before the other filters, counted to the ceiling
    oud: int  # how many are still counted with rules that changed since: they are in neither soort
    regels: tuple[Regelwaarde, ...]  # with which they are counted

    @property
    def actief(self) -> int:
        return sum(bool(waarde) for waarde in (self.vanaf, self.coach, self.ocmw, self.regelset))


def kies(medewerker: Medewerker, vraag: Mapping[str, str], *, op: date) -> Langerkeuze:
    lopend = Rechtendag.objects.zichtbaar_voor(medewerker).lopend(op)
    stempel = regelstempel()
    soorten = soorten_van(lopend.met_regels(stempel))
    soort = "fout" if vraag.get("soort") == "fout" else "langer"
    coach, ocmw, regelset = (vraag.get(naam, "") for naam in ("coach", "ocmw", "regelset"))
    getal = vraag.get("vanaf", "")
    vanaf = int(getal) if getal.isascii() and getal.isdigit() and len(getal) < 5 else 0
    sets = {set_.geldig_van.isoformat(): set_ for set_ in regelboek().van("rva.toelating")}
    met_set = {f"set:{dag}": soorten["langer"].filter(regels_van=set_.geldig_van) for dag, set_ in sets.items()}
    geteld = tel_samen({**soorten, **met_set, "oud": lopend.met_andere_regels(stempel)}, plafond=PLAFOND + 1)
    rijen = soorten[soort]
    if vanaf:
        rijen = rijen.filter(dagen__gte=vanaf)
    if coach:
        rijen = rijen.filter(client__stand__coach=_nummer(coach))
    if ocmw:
        rijen = rijen.filter(ocmw=_nummer(ocmw))
    if regelset:
        rijen = rijen.filter(regels_van=sets[regelset].geldig_van) if regelset in sets else rijen.none()
    gesorteerd, sortering = sorteer(rijen, vraag.get("sorteer"), SORTERINGEN, "-langer")
    gebruikt = tuple(set_ for dag, set_ in sorted(sets.items()) if geteld[f"set:{dag}"])
    return Langerkeuze(
        gesorteerd, soort, vanaf, coach, ocmw, regelset, sortering,
        {naam: geteld[naam] for naam in soorten}, geteld["oud"], gebruikt,
    )  # fmt: skip


def soorten_van(lopend: RechtendagQuerySet) -> dict[str, RechtendagQuerySet]:
    return {"langer": lopend.te_lang(), "fout": lopend.niet_te_berekenen()}


def _nummer(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0


def rijen_van(dagen: Sequence[Rechtendag], *, op: date) -> list[Langerrij]:
    """As the page and the workbook print them, with what a colleague should know; a fixed number of queries."""
    clienten = {dag.client_id for dag in dagen}
    wie = {rij[0]: rij for rij in Client.objects.filter(pk__in=clienten).values_list(*CLIENTVELDEN)}
    contracten = Tewerkstelling.objects.in_bulk([dag.pk for dag in dagen])
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=clienten)}
    berekend = RvaBerekening.objects.filter(client__in=clienten, status=RvaStatus.BEREKEND)
    # Ascending, so the last answer of each contract is the one that holds.
    antwoorden = {rij.contract_id: rij for rij in berekend.order_by("antwoord_op", "pk")}
    gevraagd = {rij.client_id for rij in antwoorden.values()}
    alle = per_client(Tewerkstelling.objects.filter(client__in=gevraagd).order_by("van")) if gevraagd else {}
    gevallen = per_client(Onderbreking.objects.filter(client__in=gevraagd)) if gevraagd else {}
    rijen = []
    for dag in dagen:
        pk, positie, antwoord = dag.client_id, posities.get(dag.client_id), antwoorden.get(dag.pk)
        contract = contracten[dag.pk]
        anders = wat_veranderde(antwoord, contract, alle[pk], gevallen[pk], positie) if antwoord else []
        rijen.append(_rij(dag, wie[pk], (_antwoord(antwoord, anders), *_let_op(contract, positie, dag)), op=op))
    return rijen


def _antwoord(berekening: RvaBerekening | None, anders: list[str]) -> str:
    """What the RVA answered goes before our count (A20), as long as it was asked about what is still so (A22)."""
    if berekening is None or berekening.einde_op is None:
        return "Nog geen antwoord van de RVA."
    zin = f"De RVA antwoordde: laatste dag {berekening.einde_op:%d/%m/%Y}."
    return f"{zin} Daarna veranderde {opsomming(anders)}: vraag het opnieuw." if anders else f"{zin} Dat gaat voor."


def _let_op(contract: Tewerkstelling, positie: Rechtspositie | None, dag: Rechtendag) -> tuple[str, ...]:
    """Which facts are missing."""
    zinnen = []
    if contract.uren_per_week is None:
        zinnen.append("Uren ontbreken: voltijds gerekend.")
    if dag.onzeker and not dag.fout:
        zinnen.append("Geboortedatum ontbreekt: met de laatste dag gerekend.")
    if positie is None:
        zinnen.append("Vroegere dagen niet nagekeken.")
    return tuple(zinnen)


def _rij(dag: Rechtendag, wie: tuple[Any, ...], let_op: tuple[str, ...], *, op: date) -> Langerrij:
    client, voornaam, achternaam, geboren, ocmw_id, ocmw, coach_id, coach_voornaam, coach = wie
    return Langerrij(
        contract=dag.pk,
        client=client,
        naam=f"{achternaam} {voornaam}",
        geboortedatum=geboren,
        ocmw_id=ocmw_id,
        ocmw=ocmw,
        coach_id=coach_id,
        coach=f"{coach_voornaam} {coach}" if coach_id else "",
        laatste_dag=dag.tot - EEN_DAG,
        rechten_op=dag.rechten_op if dag.rechten_op and dag.rechten_op >= dag.van else None,
        nieuw_einde=max(dag.nodig_tot, op) if dag.nodig_tot else None,
        dagen=dag.dagen,
        regels_van=dag.regels_van,
        let_op=let_op,
        fout=dag.fout,
    )
