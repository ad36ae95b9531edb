"""The list of what must be in order before a placement starts: a dated rule, laid beside what people ticked and signed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ocmw.kalender.woorden import opsomming
from ocmw.regels.opzoeken import Regelwaarde, regel
from tewerkstelling.startklaar.enums import Puntstand
from tewerkstelling.startklaar.models import Checkpunt, Plaatsing
from tewerkstelling.startklaar.regels import STARTLIJST
from tewerkstelling.startklaar.startfeiten import STARTFEITEN, inschrijving_bij_vdab, na_de_start

HANDTEKENINGEN_PUNT, RAAD_PUNT, WEO_PUNT, VDAB_PUNT = "handtekeningen", "raadslijst", "weo", "vdab"
# Nobody ticks these: they follow from facts.
AFGELEID = {HANDTEKENINGEN_PUNT, RAAD_PUNT, *STARTFEITEN}
MAX_NAMEN = 3
TEKENAARS = (
    ("getekend_ocmw_op", "Het OCMW"),
    ("getekend_gebruiker_op", "De gebruiker"),
    ("getekend_werknemer_op", "De werknemer"),
)


@dataclass(frozen=True)
class Checklistpunt:
    """One point. `ontbreekt` holds the sentences that say what is missing; none when the point is in order. `te_laat`: it
    happened after the first working day, so it is done and will never be in order."""

    code: str
    kort: str
    label: str
    bron: str
    wettelijk: bool
    mag_niet_nodig: bool
    zonder_uitleg: bool
    opnieuw: bool
    stand: str = ""
    op: date | None = None
    door: str = ""
    toelichting: str = ""
    ontbreekt: tuple[str, ...] = ()
    te_laat: bool = False
    opnieuw_kijken: bool = False

    @property
    def houdt_tegen(self) -> bool:
        """Whether nothing starts without it: the law asks it and it did not happen. A signature that came too late never counts."""
        gebeurd = (self.te_laat or self.opnieuw_kijken) and self.code != HANDTEKENINGEN_PUNT
        return self.wettelijk and not self.in_orde and not gebeurd

    @property
    def in_orde(self) -> bool:
        return not self.ontbreekt

    @property
    def afgeleid(self) -> bool:
        return self.code in AFGELEID

    @property
    def niet_nodig(self) -> bool:
        return self.stand == Puntstand.NIET_NODIG


@dataclass(frozen=True)
class Checklist:
    punten: tuple[Checklistpunt, ...]
    regel: Regelwaarde

    @property
    def ontbrekend(self) -> tuple[Checklistpunt, ...]:
        return tuple(punt for punt in self.punten if not punt.in_orde)

    @property
    def volledig(self) -> bool:
        return not self.ontbrekend

    @property
    def ontbreekt_kort(self) -> str:
        """handtekeningen, Dimona en nog 2: for a card."""
        namen = [punt.kort for punt in self.ontbrekend]
        if len(namen) > MAX_NAMEN:
            return f"{', '.join(namen[:MAX_NAMEN])} en nog {len(namen) - MAX_NAMEN}"
        return opsomming(namen)

    @property
    def aantal_in_orde(self) -> int:
        return len(self.punten) - len(self.ontbrekend)

    def punt(self, code: str) -> Checklistpunt | None:
        return next((punt for punt in self.punten if punt.code == code), None)


def checklist(plaatsing: Plaatsing) -> Checklist:
    """The rule that holds on the first working day, and how far this placement is. Reads `punten` (prefetch it)."""
    set_ = regel("plaatsing.startklaar", op=plaatsing.van)
    gevinkt = {punt.code: punt for punt in plaatsing.punten.all()}
    return Checklist(tuple(_punt(plaatsing, deel, gevinkt.get(deel["code"])) for deel in _delen(set_.waarde)), set_)


def _delen(lijst: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points of the rule; those that follow from facts are always there, whoever wrote the rule and when."""
    codes = {deel["code"] for deel in lijst}
    return [*lijst, *(deel for deel in STARTLIJST if deel["code"] in STARTFEITEN.keys() - codes)]


def _punt(plaatsing: Plaatsing, deel: dict[str, Any], vinkje: Checkpunt | None) -> Checklistpunt:
    punt = Checklistpunt(
        deel["code"],
        deel["kort"],
        deel["label"],
        deel["bron"],
        # A4 is law whatever a changed rule says; the database refuses it too (plaatsing_gestart_is_getekend).
        wettelijk=deel.get("wettelijk", False) or deel["code"] == HANDTEKENINGEN_PUNT,
        mag_niet_nodig=deel.get("niet_nodig", False),
        zonder_uitleg=deel.get("zonder_uitleg", False),
        opnieuw=deel.get("opnieuw", False),
        ontbreekt=(deel["zin"],),
    )
    if punt.code == HANDTEKENINGEN_PUNT:
        zinnen = _niet_getekend(plaatsing)
        op = None if zinnen else max(getattr(plaatsing, veld) for veld, _ in TEKENAARS)
        return replace(punt, stand="" if zinnen else Puntstand.IN_ORDE, op=op, ontbreekt=zinnen)
    if punt.code == RAAD_PUNT and plaatsing.raad_op:
        return replace(punt, stand=Puntstand.IN_ORDE, op=plaatsing.raad_op, ontbreekt=())
    if vinkje and (not punt.afgeleid or vinkje.stand == Puntstand.NIET_NODIG):
        return _gevinkt(plaatsing, punt, vinkje)
    # Ticked off or not, it is one fact: a tick writes it too (actions/punten.py).
    if feit := inschrijving_bij_vdab if punt.code == VDAB_PUNT else STARTFEITEN.get(punt.code):
        gevonden = feit(plaatsing)
        stand = "" if gevonden.ontbreekt else Puntstand.IN_ORDE
        return replace(punt, stand=stand, **vars(gevonden))
    return punt


def _gevinkt(plaatsing: Plaatsing, punt: Checklistpunt, vinkje: Checkpunt) -> Checklistpunt:
    """What the law asks before the start is no longer in order when its day comes after it."""
    laat = punt.wettelijk and vinkje.stand == Puntstand.IN_ORDE and vinkje.op > plaatsing.van
    return replace(
        punt,
        stand=vinkje.stand,
        op=vinkje.op,
        door=vinkje.door.naam,
        toelichting=vinkje.toelichting,
        ontbreekt=(na_de_start(punt.kort[:1].upper() + punt.kort[1:], vinkje.op, plaatsing),) if laat else (),
        te_laat=laat,
    )


def _niet_getekend(plaatsing: Plaatsing) -> tuple[str, ...]:
    zinnen = []
    for veld, wie in TEKENAARS:
        op = getattr(plaatsing, veld)
        if op is None:
            zinnen.append(f"{wie} tekende nog niet.")
        elif op > plaatsing.van:
            zinnen.append(f"{wie} tekende op {op:%d/%m/%Y}, na de eerste werkdag ({plaatsing.van:%d/%m/%Y}).")
    return tuple(zinnen)
