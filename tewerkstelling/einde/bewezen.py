"""How many days are proven when this contract ends: the rechtenteller in two sentences, with its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import Regelwaarde
from ocmw.ui.feit import Feit
from tewerkstelling.rechtenteller.rechtenstand import Rechtenstand
from tewerkstelling.rechtenteller.teller import tel


@dataclass(frozen=True)
class Rechten:
    """`tekort`: the contract ends before enough days are proven. `rva`: the answer of the RVA, which binds."""

    zin: str
    tekort: bool = False
    rva: str = ""
    regels: tuple[Regelwaarde, ...] = ()
    toont: Mapping[str, Feit] = field(default_factory=dict)


def rechten_bij_einde(stand: Rechtenstand) -> Rechten:
    """What the page of the rechten says, seen from the end of the contract. No query."""
    return replace(_zin_bij_einde(stand), toont=stand.toont)


def _zin_bij_einde(stand: Rechtenstand) -> Rechten:
    contract, op, antwoord = stand.contract, stand.op, stand.antwoord
    rva = ""
    if antwoord and antwoord.einde_op:
        rva = f"De RVA berekende {antwoord.dagen} dagen, met {dag_in_woorden(antwoord.einde_op)} als laatste dag."
    nu = stand.telling
    if nu is None:
        return Rechten(f"{stand.zin} {stand.reden}", rva=rva)
    einde = tel(nu.teller.feiten, op=contract.laatste_dag) if contract.laatste_dag and contract.laatste_dag > op else nu
    nodig = nu.teller.nodig
    if nu.teller.geteld >= nodig:
        return Rechten(f"Alle {nodig} dagen zijn bewezen.", rva=rva, regels=nu.regelsets)
    zin = f"Vandaag zijn {heel(nu.teller.geteld)} van {nodig} dagen bewezen."
    if nu.teller.onmogelijk:
        return Rechten(f"{zin} {nu.teller.onmogelijk}", tekort=True, rva=rva, regels=nu.regelsets)
    if contract.laatste_dag is None or einde.teller.geteld >= nodig:
        wanneer = stand.rechten_op
        return Rechten(
            f"{zin} De rechten zijn bereikt op {dag_in_woorden(wanneer)}." if wanneer else zin,
            rva=rva,
            regels=nu.regelsets,
        )
    te_kort = heel(nodig - einde.teller.geteld, omhoog=True)
    op_einde = f"Op de laatste dag zijn het er {heel(einde.teller.geteld)}: {te_kort} te weinig voor een uitkering."
    if contract.laatste_dag <= op:
        zin = f"Er zijn {heel(nu.teller.geteld)} van {nodig} dagen bewezen."
        op_einde = f"Dat zijn er {te_kort} te weinig voor een uitkering."
    return Rechten(f"{zin} {op_einde}", tekort=True, rva=rva, regels=nu.regelsets)


def heel(dagen: Fraction, *, omhoog: bool = False) -> int:
    """Whole days: what is proven is never shown higher than it is, what is missing never lower."""
    return -(-dagen.numerator // dagen.denominator) if omhoog else dagen.numerator // dagen.denominator
