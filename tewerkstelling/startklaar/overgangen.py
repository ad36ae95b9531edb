"""What a placement can become, who may do it, and why it cannot happen now: one table for button, form, guard and diagram.

Facts in, status out. People start and stop a placement; that is stored. The rest is derived: KLAAR while nothing on the
checklist is missing, BEEINDIGD or STOPGEZET once the contract is over. An ended contract can still be corrected or
prolonged by its own actions, and a stored "beëindigd" would then be a lie (docs/startklaar.md).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.actions import weigering_voor_periode
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.checklist import Checklist, checklist
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.papier import Wijziging, afwijkingen

# A contract that ends early for one of these went as it should: through-flow is the aim.
GOED_EINDE = {
    "",
    Eindreden.DUUR_BEREIKT,
    Eindreden.DOORSTROOM_ZELFDE,
    Eindreden.DOORSTROOM_ANDERE,
    Eindreden.OPLEIDING,
}


@dataclass(frozen=True)
class Plaatsingstand:
    """Everything the guards look at, as it is now."""

    status: Plaatsingstatus
    lijst: Checklist
    afwijkingen: tuple[Wijziging, ...] = ()
    gesloten: str = ""
    overlap: str = ""
    motivatie: str = ""

    @property
    def is_open(self) -> bool:
        return self.status in {Plaatsingstatus.VOORSTEL, Plaatsingstatus.KLAAR}


@dataclass(frozen=True)
class Overgang:
    """`recht` is who may; None: nobody does this, it follows from facts. `weigering` is empty when it can happen now."""

    knop: str
    recht: Recht | None
    weigering: Callable[[Plaatsingstand], str]


def _geen(stand: Plaatsingstand) -> str:
    return ""


def _niet_klaar(stand: Plaatsingstand) -> str:
    """Why a proposal is not ready: every sentence of the checklist, and a paper that is no longer the signed one."""
    return " ".join((*_papier(stand), *(zin for punt in stand.lijst.ontbrekend for zin in punt.ontbreekt)))


def _papier(stand: Plaatsingstand) -> tuple[str, ...]:
    if not stand.afwijkingen:
        return ()
    wat = ", ".join(wijziging.wat.lower() for wijziging in stand.afwijkingen)
    return (f"Het papier is niet meer wat getekend is ({wat}). Wis de handtekeningen en laat opnieuw tekenen.",)


def _niet_starten(stand: Plaatsingstand) -> str:
    """What the law asks cannot be overridden; the rest can, with a reason that is kept."""
    hard = [zin for punt in stand.lijst.ontbrekend if punt.houdt_tegen for zin in punt.ontbreekt]
    hard += filter(None, (stand.gesloten, stand.overlap))
    if hard or stand.afwijkingen:
        return " ".join((*_papier(stand), *hard))
    zacht = [zin for punt in stand.lijst.ontbrekend for zin in punt.ontbreekt]
    if zacht and not stand.motivatie.strip():
        return " ".join((*zacht, "Je kan toch starten als je schrijft waarom."))
    return ""


_DOE = Recht.TEWERKSTELLING_BEHEREN
OVERGANGEN: dict[tuple[Plaatsingstatus, Plaatsingstatus], Overgang] = {
    (Plaatsingstatus.VOORSTEL, Plaatsingstatus.KLAAR): Overgang("alles op de lijst is in orde", None, _niet_klaar),
    (Plaatsingstatus.KLAAR, Plaatsingstatus.VOORSTEL): Overgang("er ontbreekt weer iets", None, _geen),
    (Plaatsingstatus.VOORSTEL, Plaatsingstatus.GESTART): Overgang("Start toch, met een reden", _DOE, _niet_starten),
    (Plaatsingstatus.KLAAR, Plaatsingstatus.GESTART): Overgang("Start de tewerkstelling", _DOE, _niet_starten),
    (Plaatsingstatus.VOORSTEL, Plaatsingstatus.STOPGEZET): Overgang("Zet de plaatsing stop", _DOE, _geen),
    (Plaatsingstatus.KLAAR, Plaatsingstatus.STOPGEZET): Overgang("Zet de plaatsing stop", _DOE, _geen),
    (Plaatsingstatus.GESTART, Plaatsingstatus.BEEINDIGD): Overgang("het contract is afgelopen", None, _geen),
    (Plaatsingstatus.GESTART, Plaatsingstatus.STOPGEZET): Overgang("het contract is vroeger afgebroken", None, _geen),
}


def weigering_voor(stand: Plaatsingstand, naar: Plaatsingstatus, medewerker: Medewerker | None = None) -> str:
    """Why this placement cannot become `naar` now; empty when it can. Without `medewerker`: whatever somebody may."""
    overgang = OVERGANGEN.get((stand.status, naar))
    if overgang is None:
        return f"Deze plaatsing is {stand.status.label.lower()}. Dit kan nu niet meer."
    if medewerker is not None and overgang.recht is None:
        return f"Dit kan je niet zelf kiezen, het volgt vanzelf: {overgang.knop}."
    if medewerker is not None and overgang.recht and not medewerker.mag(overgang.recht):
        return f"Hiervoor heb je het recht nodig om {overgang.recht.label}."
    return overgang.weigering(stand)


def weigering_voor_wijzigen(stand: Plaatsingstand) -> str:
    """Why the placement itself cannot be edited: once it started, its contract is what counts."""
    if stand.status == Plaatsingstatus.GESTART:
        return "Deze plaatsing is gestart. Wijzig het contract bij Werk en rechten."
    if not stand.is_open:
        return f"Deze plaatsing is {stand.status.label.lower()}. Ze kan niet meer wijzigen."
    return stand.gesloten


def weigering_voor_verlenging(stand: Plaatsingstand, *, heeft_verlenging: bool) -> str:
    """Why there can be no renewal: it continues work that started, once."""
    if heeft_verlenging:
        return "Er is al een verlenging van deze plaatsing."
    if stand.status not in {Plaatsingstatus.GESTART, Plaatsingstatus.BEEINDIGD}:
        return "Je kan alleen een plaatsing verlengen die gestart is."
    return stand.gesloten


def status_van(plaatsing: Plaatsing, *, op: date, klaar: bool) -> Plaatsingstatus:
    """The status on `op`; `klaar` says whether the checklist is complete and the paper still the signed one."""
    if plaatsing.status == Plaatsingstatus.VOORSTEL:
        return Plaatsingstatus.KLAAR if klaar else Plaatsingstatus.VOORSTEL
    contract = plaatsing.contract
    if plaatsing.status == Plaatsingstatus.GESTART and contract and contract.tot and contract.tot <= op:
        afgebroken = contract.tot < plaatsing.tot and contract.eindreden not in GOED_EINDE
        return Plaatsingstatus.STOPGEZET if afgebroken else Plaatsingstatus.BEEINDIGD
    return Plaatsingstatus(plaatsing.status)


def stand_van(plaatsing: Plaatsing, *, op: date) -> Plaatsingstand:
    """Without the overlap with other contracts, which costs a query: lists do not need it. Needs `met_alles()`."""
    lijst, anders = checklist(plaatsing), tuple(afwijkingen(plaatsing))
    return Plaatsingstand(
        status_van(plaatsing, op=op, klaar=lijst.volledig and not anders),
        lijst,
        anders,
        gesloten=plaatsing.client.weigering_als_gesloten(),
    )


def met_overlap(stand: Plaatsingstand, plaatsing: Plaatsing) -> Plaatsingstand:
    """Everything the start looks at: the stand of this placement, with what one more query says of other contracts."""
    return replace(stand, overlap=weigering_voor_periode(contract_van(plaatsing)) if stand.is_open else "")


def contract_van(plaatsing: Plaatsing) -> Tewerkstelling:
    """The contract this placement becomes; not saved."""
    return Tewerkstelling(
        client=plaatsing.client,
        soort=Contractsoort.ART60,
        werkplek=plaatsing.werkplek,
        mentor=plaatsing.mentor,
        van=plaatsing.van,
        tot=plaatsing.tot,
        uren_per_week=plaatsing.uren_per_week,
        voltijds_uren=plaatsing.voltijds_uren,
        dagen_per_week=plaatsing.dagen_per_week,
        functie=plaatsing.functie,
    )


def als_mermaid() -> str:
    """The diagram in docs/startklaar.md; a test compares. What people do is written as the button says it."""
    namen = [f"    {status.name}: {status.label}" for status in Plaatsingstatus]
    pijlen = [f"    {van.name} --> {naar.name}: {overgang.knop}" for (van, naar), overgang in OVERGANGEN.items()]
    einde = [f"    {status.name} --> [*]" for status in (Plaatsingstatus.BEEINDIGD, Plaatsingstatus.STOPGEZET)]
    return "\n".join(["stateDiagram-v2", *namen, f"    [*] --> {Plaatsingstatus.VOORSTEL.name}", *pijlen, *einde])
