"""What to type in OCMW@RVA, ready to copy (A20). Pure but for the names of the kinds."""

from fractions import Fraction

from clienten.insz import toon_insz
from ocmw.kalender.woorden import euro, getal
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenbeeld import soortnaam
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten
from tewerkstelling.rechtenteller.teller import toelating_van_contract


def invultekst(feiten: Rechtenfeiten, contract: Tewerkstelling, *, mag_alles: bool) -> str:
    """One fact per line, in the order people need them: who, the contract, what was proven before, what interrupts."""
    client, positie = contract.client, feiten.positie
    regels = [
        f"Naam: {client.achternaam}, {client.voornaam}",
        f"INSZ: {toon_insz(client.insz) if client.insz else 'niet ingevuld'}",
        f"Geboortedatum: {client.geboortedatum:%d/%m/%Y}" if client.geboortedatum else "Geboortedatum: niet ingevuld",
        f"Eerste werkdag: {contract.van:%d/%m/%Y}",
        f"Laatste dag van het contract: {contract.laatste_dag:%d/%m/%Y}"
        if contract.laatste_dag
        else "Laatste dag van het contract: nog niet afgesproken",
        f"Uren per week: {contract.uren_tekst or 'niet ingevuld'} (voltijds in deze functie)",
        f"Werkdagen per week: {contract.dagen_per_week}",
        f"Toelating als: {toelating_van_contract(contract).als.label}",
    ]
    if contract.maandloon is not None:
        regels.append(f"Brutoloon per maand: {euro(contract.maandloon)}")
    if contract.aanvraag_op:
        regels.append(f"Aanvraag van de uitkering: {contract.aanvraag_op:%d/%m/%Y}")
    if positie and positie.vorige_toelating_op:
        regels.append(f"Laatste toelating tot een uitkering: {positie.vorige_toelating_op:%d/%m/%Y}")
    if positie and positie.al_bewezen:
        regels.append(f"Elders al bewezen dagen: {getal(Fraction(positie.al_bewezen))}")
    regels += [
        f"Onderbreking: {rij.van:%d/%m/%Y} tot en met {rij.laatste_dag:%d/%m/%Y}, {soortnaam(rij.soort, mag_alles=mag_alles)}"
        for rij in feiten.van(contract)
    ]
    return "\n".join(regels)
