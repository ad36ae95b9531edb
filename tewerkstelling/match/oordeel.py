"""A client and a place, judged: every factor with its reason, hard limits apart, and what would make it fit. Pure.

The score only ranks; nobody decides with it. The same function serves both directions, so they never disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clienten.enums import Antwoord
from tewerkstelling.enums import FysiekeEis
from tewerkstelling.match import factoren, randfactoren
from tewerkstelling.match.bevinding import Factoroordeel
from tewerkstelling.match.enums import Factor, Grenssoort, Kleur, Uitslag
from tewerkstelling.match.factoren import woorden
from tewerkstelling.match.feiten import Plekfeiten, Profielfeiten, Tegenfeit, Zijde, als_client, als_plek, pas_toe
from tewerkstelling.match.maatstaf import Maatstaf

_OP_ERNST = {Kleur.ROOD: 0, Kleur.ORANJE: 1, Kleur.GRIJS: 2, Kleur.GROEN: 3}
_UITSLAGEN = list(Uitslag)


@dataclass(frozen=True, slots=True)
class Grens:
    """What stops this match whatever the rest says."""

    soort: Grenssoort
    zin: str
    tegenfeiten: tuple[Tegenfeit, ...] = ()


@dataclass(frozen=True, slots=True)
class Oordeel:
    """`profiel`, `plek`, `maat` and `op` are what was judged, so that a change can be judged the same way."""

    profiel: Profielfeiten
    plek: Plekfeiten
    maat: Maatstaf
    op: date
    factoren: tuple[Factoroordeel, ...]
    grenzen: tuple[Grens, ...]
    score: int
    uitslag: Uitslag

    @property
    def client(self) -> int:
        return self.profiel.client

    @property
    def werkplek(self) -> int:
        return self.plek.werkplek

    @property
    def rang(self) -> tuple[int, int]:
        """Sorts the best first."""
        return _UITSLAGEN.index(self.uitslag), -self.score

    @property
    def op_ernst(self) -> Sequence[Factoroordeel]:
        """What stands in the way first."""
        return sorted(self.factoren, key=lambda factor: _OP_ERNST[factor.kleur])

    def aantal(self, kleur: Kleur) -> int:
        return sum(factor.kleur == kleur for factor in self.factoren)

    @property
    def telling(self) -> str:
        """7 passen, 1 past deels, 1 past niet, 1 niet bekend"""
        namen = {
            Kleur.GROEN: ("past", "passen"),
            Kleur.ORANJE: ("past deels", "passen deels"),
            Kleur.ROOD: ("past niet", "passen niet"),
            Kleur.GRIJS: ("niet bekend", "niet bekend"),
        }
        delen = [(self.aantal(kleur), *naam) for kleur, naam in namen.items()]
        return ", ".join(f"{n} {een if n == 1 else meer}" for n, een, meer in delen if n)

    @property
    def hindernissen(self) -> list[Grens | Factoroordeel]:
        """Hard limits first. Transport last: whether a bus runs depends on the hours, and those may change before it."""
        rood_oranje = [rij for rij in self.op_ernst if rij.kleur in {Kleur.ROOD, Kleur.ORANJE}]
        return [*self.grenzen, *sorted(rood_oranje, key=lambda rij: rij.factor == Factor.VERVOER)]

    @property
    def zou_passen_als(self) -> list[str]:
        """Changes that together take away every obstacle: each is judged before the next, and none is there for nothing."""
        weg = _weg(self)
        for stap in tuple(weg):
            rest = [ander for ander in weg if ander is not stap]
            if len(_na(self, rest).hindernissen) <= len(_na(self, weg).hindernissen):
                weg = rest
        return [stap.zin for stap in weg]

    @property
    def heeft_rood(self) -> bool:
        return any(factor.kleur == Kleur.ROOD for factor in self.factoren)

    def als_codes(self) -> dict[str, Any]:
        """What a proposal keeps: no words, so nothing in it can become a story about a person."""
        return {
            "factoren": {factor.factor.value: factor.kleur.value for factor in self.factoren},
            "grenzen": [grens.soort.value for grens in self.grenzen],
            "uitslag": self.uitslag.value,
        }


def _eerst_de_plek(anders: Tegenfeit) -> bool:
    """A change of the place when that is possible, because that is what we can ask an employer."""
    return anders.zijde != Zijde.PLEK


def _na(oordeel: Oordeel, stappen: Iterable[Tegenfeit]) -> Oordeel:
    """The same two, judged with these changes true."""
    profiel, plek = oordeel.profiel, oordeel.plek
    for stap in stappen:
        profiel, plek = pas_toe(profiel, plek, stap)
    return beoordeel(profiel, plek, oordeel.maat, op=oordeel.op)


def _weg(oordeel: Oordeel) -> list[Tegenfeit]:
    """One change per obstacle that is left after the changes before it."""
    stappen: list[Tegenfeit] = []
    while len(stappen) <= len(oordeel.hindernissen):
        rijen = [rij for rij in _na(oordeel, stappen).hindernissen if rij.tegenfeiten]
        if not rijen:
            break
        stappen.append(min(rijen[0].tegenfeiten, key=_eerst_de_plek))
    return stappen


def beoordeel(profiel: Profielfeiten, plek: Plekfeiten, maat: Maatstaf, *, op: date) -> Oordeel:
    """Judge one pair as it stands on `op`."""
    dag = (plek.begint_om, plek.eindigt_om)
    rijen = (
        factoren.sector(profiel.sectoren, profiel.sectoren_niet, profiel.realistisch, plek.sector),
        factoren.talent(profiel.talenten, profiel.te_leren, plek.talenten),
        factoren.uren(profiel.uren_min, profiel.uren_max, plek.uren, maat.uren),
        factoren.werktijd((profiel.kan_van, profiel.kan_tot), profiel.werktijden, dag, plek.werktijden, maat.minuten),
        factoren.opvang(profiel.kinderopvang, dag, plek.werktijden, maat.opvang_van, maat.opvang_tot),
        factoren.reis(profiel.max_reisminuten, plek.reisminuten, maat.reisminuten),
        randfactoren.vervoer(
            profiel.vervoer,
            profiel.rijbewijs,
            profiel.mobiliteit,
            plek.rijbewijs_nodig,
            dag,
            plek.werktijden,
            (maat.ov_van, maat.ov_tot),
        ),
        factoren.taal(profiel.taal, plek.taalniveau, maat.taalstappen),
        factoren.fysiek(profiel.beperkt, profiel.niet_mogelijk, plek.eisen, ziet=profiel.ziet_beperking),
        randfactoren.start(
            profiel.vrij_vanaf,
            profiel.werkt_tot,
            profiel.mag_werken,
            plek.wacht_tot,
            op,
            (maat.startdagen, maat.wachtdagen),
            ingevuld=profiel.ingevuld,
        ),
        randfactoren.plaats(plek.vrij, plek.komt_vrij_op, plek.in_voorbereiding, plek.mentorplaatsen, plek.actief),
    )
    grenzen = _grenzen(profiel, plek)
    score = sum(maat.gewichten.get(rij.factor, 1) * maat.waarden[rij.kleur] for rij in rijen)
    uitslag = Uitslag.PAST_NIET if grenzen else Uitslag.NAVRAGEN if _na_te_vragen(profiel) else Uitslag.PAST
    return Oordeel(profiel, plek, maat, op, rijen, grenzen, score, uitslag)


def _na_te_vragen(profiel: Profielfeiten) -> bool:
    """Whatever the place asks and whatever the answer is: an outcome that depended on either would give it away."""
    return not profiel.ziet_beperking


_GEEN_RIJBEWIJS = Grens(
    Grenssoort.RIJBEWIJS,
    "Er is een rijbewijs B nodig; de cliënt heeft er geen.",
    (
        als_plek("geen rijbewijs nodig is", rijbewijs_nodig=False),
        als_client("de cliënt een rijbewijs heeft", rijbewijs=Antwoord.JA),
    ),
)
_MAG_NIET_WERKEN = Grens(
    Grenssoort.MAG_WERKEN,
    "De cliënt mag niet werken in België.",
    (als_client("de cliënt mag werken", mag_werken=Antwoord.JA),),
)
_NIET_ACTIEF = Grens(
    Grenssoort.NIET_ACTIEF, "De plek is niet beschikbaar.", (als_plek("de plek weer beschikbaar is", actief=True),)
)
_GEEN_PLAATS = Grens(
    Grenssoort.GEEN_PLAATS, "Alle plaatsen zijn bezet of al beloofd.", (als_plek("er een plaats vrijkomt", vrij=1),)
)


def _grenzen(profiel: Profielfeiten, plek: Plekfeiten) -> tuple[Grens, ...]:
    gevonden = []
    botst = set(plek.eisen).intersection(profiel.niet_mogelijk)
    if botst and profiel.beperkt == Antwoord.JA and profiel.ziet_beperking:
        over = tuple(eis for eis in plek.eisen if eis not in botst)
        namen = woorden([eis for eis in plek.eisen if eis in botst], FysiekeEis)
        zin = f"Het werk vraagt iets dat de cliënt niet kan: {namen}."
        gevonden.append(Grens(Grenssoort.FYSIEK, zin, (als_plek(f"zonder {namen}", eisen=over),)))
    if plek.rijbewijs_nodig and profiel.rijbewijs == Antwoord.NEE:
        gevonden.append(_GEEN_RIJBEWIJS)
    if profiel.mag_werken == Antwoord.NEE:
        gevonden.append(_MAG_NIET_WERKEN)
    if not plek.actief:
        gevonden.append(_NIET_ACTIEF)
    if plek.vrij <= 0 and plek.komt_vrij_op is None:
        gevonden.append(_GEEN_PLAATS)
    return tuple(gevonden)


def rangschik(oordelen: list[Oordeel]) -> list[Oordeel]:
    """The best first; equals keep the order they came in (people by name, places by employer)."""
    return sorted(oordelen, key=lambda oordeel: oordeel.rang)
