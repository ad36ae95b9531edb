"""How many days are proven when this contract ends: the rechtenteller in two sentences, with its rules."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import geldig_antwoord, lees_rechten, tel_contract
from tewerkstelling.rechtenteller.teller import tel


@dataclass(frozen=True)
class Rechten:
    """`tekort`: the contract ends before enough days are proven. `rva`: the answer of the RVA, which binds."""

    zin: str
    tekort: bool = False
    rva: str = ""
    regels: tuple[Regelwaarde, ...] = ()


def rechten_bij_einde(contract: Tewerkstelling, *, op: date) -> Rechten:
    """Four queries. A contract that cannot be counted gets the sentence that says why."""
    rechten = lees_rechten(contract.client)
    antwoord = geldig_antwoord(rechten, contract)
    rva = ""
    if antwoord and antwoord.einde_op:
        rva = f"De RVA berekende {antwoord.dagen} dagen, met {dag_in_woorden(antwoord.einde_op)} als laatste dag."
    try:
        nu, _ = tel_contract(rechten, contract, op=op)
        einde = (
            tel(nu.teller.feiten, op=contract.laatste_dag) if contract.laatste_dag and contract.laatste_dag > op else nu
        )
    except ValueError as fout:
        return Rechten(f"De dagen kunnen we niet tellen. {fout}", rva=rva)
    except OnbekendeRegel:
        return Rechten("Voor deze periode kennen we de regels over de dagen niet.", rva=rva)
    nodig = nu.teller.nodig
    if nu.teller.geteld >= nodig:
        return Rechten(f"Alle {nodig} dagen zijn bewezen.", rva=rva, regels=nu.regelsets)
    zin = f"Vandaag zijn {heel(nu.teller.geteld)} van {nodig} dagen bewezen."
    if nu.teller.onmogelijk:
        return Rechten(f"{zin} {nu.teller.onmogelijk}", tekort=True, rva=rva, regels=nu.regelsets)
    if contract.laatste_dag is None or einde.teller.geteld >= nodig:
        wanneer = nu.teller.verwacht_einde
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
