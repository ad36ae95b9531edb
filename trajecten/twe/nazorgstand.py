"""Where somebody stands in the 24 months today, in one sentence a colleague can read aloud. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ocmw.kalender.maanden import Duur, maanden_en_dagen
from ocmw.kalender.woorden import dag_in_woorden, duur_in_woorden
from ocmw.ui.feit import Feit, getoond
from trajecten.twe.gevolgen import Contractperiode, Werkfeiten
from trajecten.twe.venster import Nazorgrest, Tijdigheid, TweVenster


class Nazorgpunt(StrEnum):
    GEEN_VENSTER = "geen_venster"
    NOG_NIET_GESTART = "nog_niet_gestart"
    VOOR_ART60 = "voor_art60"
    ART60 = "art60"
    NAZORG = "nazorg"
    VOORBIJ = "voorbij"
    GESLOTEN = "gesloten"


@dataclass(frozen=True)
class Nazorgstand:
    """`over` counts from today (included) to the last day of the window, None for a closed file; `rest` is the whole nazorg after art.60 (W2)."""

    punt: Nazorgpunt
    zin: str
    venster: TweVenster | None = None
    rest: Nazorgrest | None = None
    over: Duur | None = None

    @property
    def na_contract(self) -> str:
        """What is left after art.60, in a sentence; empty when that cannot be said."""
        return self.rest.redenen[-1] if self.rest else self.zin if self.punt == Nazorgpunt.GESLOTEN else ""

    @property
    def toont(self) -> dict[str, Feit]:
        uit = getoond(nazorg_punt=self.punt.value)
        if self.venster:
            uit |= getoond(
                twe_start=self.venster.start,
                twe_laatste_dag=self.venster.laatste_dag,
                twe_einde=self.venster.einde,
                art60_op_tijd_tot=self.venster.tijdig_art60_tot,
            )
        if self.rest:
            uit |= getoond(nazorg_dagen=self.rest.totaal_dagen)
            if self.rest.totaal_dagen:
                uit |= getoond(nazorg_van=self.rest.van, nazorg_tot=self.rest.tot_en_met)
        return uit

    @property
    def in_nazorg(self) -> bool:
        return self.punt == Nazorgpunt.NAZORG


def nazorgstand(feiten: Werkfeiten, *, op: date) -> Nazorgstand:
    venster = feiten.venster
    if feiten.gesloten_op:
        zin = f"Het dossier is gesloten op {dag_in_woorden(feiten.gesloten_op)}. Er is geen nazorg meer."
        return Nazorgstand(Nazorgpunt.GESLOTEN, zin, venster)
    if venster is None:
        return Nazorgstand(
            Nazorgpunt.GEEN_VENSTER, "Er loopt geen werkervaringsovereenkomst. De 24 maanden tellen nog niet."
        )
    rest, over = feiten.rest, maanden_en_dagen(max(op, venster.start), venster.einde)
    einde = dag_in_woorden(venster.einde)
    binnen = feiten.art60_binnen
    lopend = next((c for c in binnen if c.van <= op and (c.laatste_dag is None or c.laatste_dag >= op)), None)
    if lopend:
        return Nazorgstand(Nazorgpunt.ART60, _zin_art60(lopend, rest, einde), venster, rest, over)
    if op > venster.einde:
        hoe = "stopte vroeger, op" if venster.gestopt_op else "eindigde op"
        zin = f"De tijdelijke werkervaring {hoe} {einde}. Er is geen nazorg meer over."
        return Nazorgstand(Nazorgpunt.VOORBIJ, zin, venster, rest, over)
    if op < venster.start:
        zin = f"De tijdelijke werkervaring start op {dag_in_woorden(venster.start)} en eindigt op {einde}."
        return Nazorgstand(Nazorgpunt.NOG_NIET_GESTART, zin, venster, rest, over)
    if binnen and any(c.laatste_dag and c.laatste_dag < op for c in binnen):
        zin = f"Nog {duur_in_woorden(over.maanden, over.dagen)} nazorg, tot en met {einde}."
        return Nazorgstand(Nazorgpunt.NAZORG, zin, venster, rest, over)
    return Nazorgstand(Nazorgpunt.VOOR_ART60, _zin_voor_art60(venster, binnen, op), venster, rest, over)


def _zin_art60(lopend: Contractperiode, rest: Nazorgrest | None, einde: str) -> str:
    if lopend.laatste_dag is None or rest is None:
        return f"Art.60 loopt. Het einde is nog niet afgesproken; de tijdelijke werkervaring eindigt op {einde}."
    zin = f"Art.60 loopt tot en met {dag_in_woorden(lopend.laatste_dag)}."
    if not rest.totaal_dagen:
        return f"{zin} {rest.redenen[-1]}"
    return f"{zin} Daarna is er nog {rest.in_woorden} nazorg, tot en met {einde}."


def _zin_voor_art60(venster: TweVenster, gepland: list[Contractperiode], op: date) -> str:
    if gepland:
        start = gepland[0].van
        woorden = {
            Tijdigheid.ZEKER: "op tijd",
            Tijdigheid.NIET_ZEKER: "niet zeker op tijd",
            Tijdigheid.TE_LAAT: "te laat",
        }
        tijdig = woorden[venster.tijdigheid(start)]
        return f"Art.60 start op {dag_in_woorden(start)}. Dat is {tijdig}."
    if op <= venster.tijdig_art60_tot:
        return f"Er is nog geen art.60-contract. Het start zeker op tijd tot en met {dag_in_woorden(venster.tijdig_art60_tot)}."
    te_laat = dag_in_woorden(venster.tijdig_art60_tot + timedelta(days=1))
    return f"Er is nog geen art.60-contract. Vanaf {te_laat} is de start niet zeker meer op tijd."
