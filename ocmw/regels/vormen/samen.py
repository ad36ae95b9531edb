"""Values made of other values: named parts, rows of a table, brackets, a row per name."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ocmw.kalender.woorden import aantal
from ocmw.regels.vormen.blad import (
    LEEG,
    Blad,
    Code,
    Getal,
    Getallenrij,
    JaNee,
    Pad,
    Rooster,
    Tekst,
    Tekstenrij,
    Vorm,
    als_zin,
)

# A table with more rows, or longer words, is counted instead of read out.
KORTE_TABEL, KORTE_ZIN = 3, 160


@dataclass(frozen=True)
class Velden(Vorm):
    """A fixed set of named parts: nothing can be added, nothing can become empty. `som`: the first of these parts is
    what the others come to together."""

    delen: tuple[tuple[str, str, Vorm], ...] = ()
    som: tuple[str, ...] = ()

    def bladeren(self, waarde: Any, pad: Pad = (), label: str = "") -> list[Blad]:
        return [
            blad
            for naam, tekst, vorm in self.delen
            for blad in vorm.bladeren((waarde or {}).get(naam), (*pad, naam), f"{label}: {tekst}" if label else tekst)
        ]

    def plat(self, waarde: Any, pad: Pad = ()) -> dict[Pad, Any]:
        return {
            p: w for naam, _, vorm in self.delen for p, w in vorm.plat((waarde or {}).get(naam), (*pad, naam)).items()
        }

    def bouw(self, plat: Mapping[Pad, Any], pad: Pad = ()) -> Any:
        gebouwd = {naam: vorm.bouw(plat, (*pad, naam)) for naam, _, vorm in self.delen}
        # An unticked "may be absent" stays absent, so a copy is the same value.
        return {naam: waarde for naam, waarde in gebouwd.items() if not isinstance(self._vorm(naam), Vinkje) or waarde}

    def weigering(self, waarde: Any) -> str:
        for naam, tekst, vorm in self.delen:
            if reden := vorm.weigering((waarde or {}).get(naam)):
                return f"{tekst}: {reden}"
        return self.weigering_som(waarde)

    def weigering_som(self, waarde: Any) -> str:
        """Why the parts do not fit the whole; empty when they do, or when there is no such whole."""
        if not self.som:
            return ""
        geheel, *delen = (Decimal(str(waarde[naam])) for naam in self.som)
        if geheel == sum(delen):
            return ""
        naam, *rest = (tekst for code in self.som for eigen, tekst, _ in self.delen if eigen == code)
        return f"{naam} is niet gelijk aan de som van ‘{'’ en ‘'.join(rest)}’. Kijk de bedragen na."

    def in_woorden(self, waarde: Any) -> str:
        delen = [f"{tekst}: {vorm.in_woorden(waarde[naam])}" for naam, tekst, vorm in self.delen if naam in waarde]
        return "; ".join(delen)

    def _vorm(self, naam: str) -> Vorm:
        return next(vorm for eigen, _, vorm in self.delen if eigen == naam)


@dataclass(frozen=True)
class Vinkje(JaNee):
    """Yes, or absent."""

    def weigering(self, waarde: Any) -> str:
        return "" if waarde in {None, True, False} else "Kies ja of nee."


@dataclass(frozen=True)
class Tabel(Vorm):
    """A list of rows with the same columns; a form always offers room for more."""

    kolommen: Velden = Velden()
    plaats: int = 6

    def bladeren(self, waarde: Any, pad: Pad = (), label: str = "") -> list[Blad]:
        aantal = max(len(waarde or ()) + 1, self.plaats)
        return [
            blad
            for nummer in range(aantal)
            for blad in self.kolommen.bladeren(None, (*pad, str(nummer)), f"Rij {nummer + 1}")
        ]

    def plat(self, waarde: Any, pad: Pad = ()) -> dict[Pad, Any]:
        return {
            p: w
            for nummer, rij in enumerate(waarde or ())
            for p, w in self.kolommen.plat(rij, (*pad, str(nummer))).items()
        }

    def bouw(self, plat: Mapping[Pad, Any], pad: Pad = ()) -> Any:
        nummers = sorted({int(p[len(pad)]) for p in plat if p[: len(pad)] == pad})
        rijen = [self.kolommen.bouw(plat, (*pad, str(nummer))) for nummer in nummers]
        return [rij for rij in rijen if any(waarde not in LEEG for waarde in rij.values())]

    def weigering(self, waarde: Any) -> str:
        if not waarde:
            return "Vul minstens één rij in. Zonder rij valt deze regel weg."
        for nummer, rij in enumerate(waarde, start=1):
            if reden := self.kolommen.weigering(rij):
                return f"Rij {nummer}, {reden[0].lower()}{reden[1:]}"
        for naam in self.codes:
            codes = [rij[naam] for rij in waarde]
            if dubbel := next((code for code in codes if codes.count(code) > 1), None):
                return f"De code {dubbel} staat er twee keer. Elke rij heeft een eigen code."
        return ""

    @property
    def codes(self) -> list[str]:
        """The columns that tell rows apart."""
        return [naam for naam, _, vorm in self.kolommen.delen if isinstance(vorm, Code)]

    def kort(self, waarde: Any) -> str:
        if len(waarde) <= KORTE_TABEL and len(self.in_woorden(waarde)) <= KORTE_ZIN:
            return self.in_woorden(waarde)
        return aantal(len(waarde), "rij", "rijen")

    def in_woorden(self, waarde: Any) -> str:
        return " | ".join(self.kolommen.in_woorden(rij) for rij in waarde)

    def rooster(self, waarde: Any) -> Rooster:
        return Rooster(
            tuple(tekst for _, tekst, _ in self.kolommen.delen),
            tuple(
                tuple(vorm.in_woorden(rij.get(naam)) for naam, _, vorm in self.kolommen.delen) for rij in waarde or ()
            ),
        )


@dataclass(frozen=True)
class Trappen(Tabel):
    """Brackets by age: ascending, and the last one for all other ages."""

    grens: str = "tot_leeftijd"

    def weigering(self, waarde: Any) -> str:
        if reden := super().weigering(waarde):
            return reden
        grenzen = [rij[self.grens] for rij in waarde]
        if grenzen[-1] is not None:
            return "Laat de leeftijd in de laatste rij leeg: die rij geldt voor alle andere leeftijden."
        if None in grenzen[:-1]:
            return "Alleen in de laatste rij mag de leeftijd leeg zijn."
        if grenzen[:-1] != sorted(set(grenzen[:-1])):
            return "Zet de leeftijden van jong naar oud, elke leeftijd één keer."
        return ""

    def in_woorden(self, waarde: Any) -> str:
        return "; ".join(self._rij(rij, alleen=len(waarde) == 1) for rij in waarde)

    def _rij(self, rij: Mapping[str, Any], *, alleen: bool) -> str:
        delen = [vorm.in_woorden(rij[naam]) for naam, _, vorm in self.kolommen.delen if naam != self.grens]
        rest = " in ".join(delen)
        if alleen:
            return f"voor elke leeftijd {rest}"
        return f"jonger dan {rij[self.grens]}: {rest}" if rij[self.grens] else f"alle andere leeftijden: {rest}"

    def rooster(self, waarde: Any) -> Rooster:
        kaal = super().rooster(waarde)
        plaats = [naam for naam, _, _ in self.kolommen.delen].index(self.grens)
        rest = "elke leeftijd" if len(waarde) == 1 else "alle andere"
        rijen = [
            (
                *cellen[:plaats],
                f"jonger dan {cellen[plaats]}" if rij[self.grens] else rest,
                *cellen[plaats + 1 :],
            )
            for rij, cellen in zip(waarde, kaal.rijen, strict=True)
        ]
        return Rooster(kaal.koppen, tuple(rijen))


@dataclass(frozen=True)
class Kaart(Vorm):
    """A row per name; the names are fixed, because the application asks for each of them."""

    namen: tuple[tuple[str, str], ...] = ()
    kolommen: Velden = Velden()
    tel_per: str = ""

    def _namen(self, waarde: Any) -> list[tuple[str, str]]:
        """Those described here, and what a newer value holds besides."""
        return [*self.namen, *((naam, als_zin(naam)) for naam in waarde or () if naam not in dict(self.namen))]

    def bladeren(self, waarde: Any, pad: Pad = (), label: str = "") -> list[Blad]:
        namen = self._namen(waarde)
        return [blad for naam, tekst in namen for blad in self.kolommen.bladeren(None, (*pad, naam), tekst)]

    def plat(self, waarde: Any, pad: Pad = ()) -> dict[Pad, Any]:
        return {p: w for naam, rij in (waarde or {}).items() for p, w in self.kolommen.plat(rij, (*pad, naam)).items()}

    def bouw(self, plat: Mapping[Pad, Any], pad: Pad = ()) -> Any:
        namen = dict.fromkeys(p[len(pad)] for p in plat if p[: len(pad)] == pad)
        return {naam: self.kolommen.bouw(plat, (*pad, naam)) for naam in namen}

    def weigering(self, waarde: Any) -> str:
        for naam, tekst in self._namen(waarde):
            if naam not in (waarde or {}):
                return f"{tekst} ontbreekt: de toepassing rekent ermee."
            if reden := self.kolommen.weigering(waarde[naam]):
                return f"{tekst}, {reden[0].lower()}{reden[1:]}"
        return ""

    def in_woorden(self, waarde: Any) -> str:
        if not self.tel_per:
            return "; ".join(f"{tekst}: {self.kolommen.in_woorden(waarde[n])}" for n, tekst in self._namen(waarde))
        keuze = self.kolommen._vorm(self.tel_per)
        aantallen: dict[str, int] = {}
        for rij in waarde.values():
            woord = keuze.in_woorden(rij[self.tel_per])
            aantallen[woord] = aantallen.get(woord, 0) + 1
        # Sorted: PostgreSQL does not keep the order in which a rule was written.
        return ", ".join(f"{aantal} {woord}" for woord, aantal in sorted(aantallen.items()))

    def rooster(self, waarde: Any) -> Rooster:
        return Rooster(
            ("", *(tekst for _, tekst, _ in self.kolommen.delen)),
            tuple(
                (tekst, *(vorm.in_woorden(waarde[naam].get(deel)) for deel, _, vorm in self.kolommen.delen))
                for naam, tekst in self._namen(waarde)
                if naam in waarde
            ),
        )


def afgeleide_vorm(waarde: Any) -> Vorm:
    """For a rule nobody described yet: the form its value shows."""
    if isinstance(waarde, bool):
        return JaNee()
    if isinstance(waarde, int | float):
        return Getal()
    if isinstance(waarde, Mapping):
        return Velden(tuple((str(naam), als_zin(str(naam)), afgeleide_vorm(deel)) for naam, deel in waarde.items()))
    if isinstance(waarde, list) and waarde and isinstance(waarde[0], Mapping):
        kolommen = afgeleide_vorm(waarde[0])
        return Tabel(kolommen=kolommen if isinstance(kolommen, Velden) else Velden())
    if isinstance(waarde, list) and all(isinstance(deel, int) for deel in waarde):
        return Getallenrij(neer=waarde != sorted(waarde), mag_leeg=not waarde)
    return Tekstenrij() if isinstance(waarde, list) else Tekst()
