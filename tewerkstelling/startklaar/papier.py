"""What stands on the terbeschikkingstelling, as lines of text (A8a). The three sign these lines: what they read is kept
on the placement, so a change afterwards shows, wherever it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clienten.nummers import toon_telefoon
from ocmw.kalender.woorden import dag_in_woorden, getal
from ocmw.regels.opzoeken import regel
from tewerkstelling.models import Overeenkomst, Werkgever, Werkplek
from tewerkstelling.nummers import toon_kbo, toon_vestiging
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing

NIET_INGEVULD = "niet ingevuld"
# On the paper for convenience, no condition: a new telephone number does not make three people sign again.
INLICHTING = {"contact"}
PARTIJEN, WERK, DUUR, AFSPRAKEN, CLAUSULES = "partijen", "werk", "duur", "afspraken", "clausules"


@dataclass(frozen=True)
class Papierregel:
    """`code` names the line in the journaal; `groep` is where it stands on the paper."""

    code: str
    titel: str
    tekst: str
    groep: str


@dataclass(frozen=True)
class Wijziging:
    """One line that reads differently; the names of the table that shows it (tewerkstelling/_gevolgen.html)."""

    code: str
    wat: str
    voor: str
    na: str


def papierregels(plaatsing: Plaatsing) -> tuple[Papierregel, ...]:
    """Needs `met_alles()`. No data of the client but the name and the birth date: the paper goes to an employer (D3)."""
    plek, client = plaatsing.werkplek, plaatsing.client
    geboren = f", geboren op {client.geboortedatum:%d/%m/%Y}" if client.geboortedatum else ""
    groepen = {
        PARTIJEN: [
            ("ocmw", "OCMW (werkgever)", client.ocmw.naam),
            ("gebruiker", "Gebruiker", _gebruiker(plek.werkgever)),
            ("ondernemingsnummer", "Ondernemingsnummer", toon_kbo(plek.werkgever.ondernemingsnummer)),
            ("vestiging", "Vestigingsnummer", toon_vestiging(plek.vestigingsnummer)),
            ("contact", "Contact bij de gebruiker", _contact(plek.werkgever)),
            ("werknemer", "Werknemer", f"{client.naam}{geboren}"),
        ],
        WERK: [
            ("functie", "Functie", plaatsing.functie),
            ("taken", "Taken", plaatsing.taken),
            ("adres", "Adres van het werk", _adres(plek)),
            ("uren", "Uren per week", _uren(plaatsing)),
            ("rooster", "Werkrooster", plaatsing.werkrooster),
        ],
        DUUR: [
            ("van", "Eerste werkdag", dag_in_woorden(plaatsing.van)),
            ("tot", "Laatste dag", dag_in_woorden(plaatsing.laatste_dag)),
            ("basis", "Waarom zo lang", _basis(plaatsing)),
        ],
        AFSPRAKEN: [
            ("mentor", "Mentor", _mentor(plaatsing)),
            ("begeleiding", "Begeleiding door de gebruiker", plaatsing.begeleidingsplicht),
            ("doorstroom", "Vorming en doorstroom", plaatsing.doorstroom),
            ("terugbetaling", "Terugbetaling", terugbetaling(plaatsing.overeenkomst)),
        ],
        CLAUSULES: [
            (deel["code"], deel["titel"], deel["tekst"])
            for deel in regel("plaatsing.clausules", op=plaatsing.van).waarde
        ],
    }
    return tuple(
        Papierregel(code if groep != CLAUSULES else f"clausule.{code}", titel, tekst or NIET_INGEVULD, groep)
        for groep, regels in groepen.items()
        for code, titel, tekst in regels
    )


def als_tekst(regels: Iterable[Papierregel]) -> list[list[str]]:
    """What is kept beside the first signature."""
    return [[regel_.code, regel_.titel, regel_.tekst] for regel_ in regels if regel_.code not in INLICHTING]


def wijzigingen(getekend: Sequence[Sequence[str]], nu: Iterable[Papierregel]) -> list[Wijziging]:
    """Lines that read differently from what was signed; nothing was signed: nothing changed."""
    if not getekend:
        return []
    was = {code: (titel, tekst) for code, titel, tekst in getekend}
    is_ = {code: (titel, tekst) for code, titel, tekst in als_tekst(nu)}
    leeg = ("", "")
    return [
        Wijziging(code, (is_.get(code) or was[code])[0], was.get(code, leeg)[1], is_.get(code, leeg)[1])
        for code in dict.fromkeys([*was, *is_])
        if was.get(code, leeg)[1] != is_.get(code, leeg)[1]
    ]


def afwijkingen(plaatsing: Plaatsing) -> list[Wijziging]:
    """Where the paper of today differs from the one that was signed."""
    if not plaatsing.heeft_handtekening:
        return []
    return wijzigingen(plaatsing.getekende_tekst, papierregels(plaatsing))


def op_papier(plaatsing: Plaatsing) -> tuple[Papierregel, ...]:
    """What a print shows: the lines of today until it starts, and then the lines that were signed, whatever changed since."""
    nu = papierregels(plaatsing)
    if plaatsing.status == Plaatsingstatus.VOORSTEL or not plaatsing.getekende_tekst:
        return nu
    vandaag = {regel_.code: regel_ for regel_ in nu}
    getekend = [
        Papierregel(code, titel, tekst, vandaag[code].groep if code in vandaag else CLAUSULES)
        for code, titel, tekst in plaatsing.getekende_tekst
    ]
    return (*getekend, *(regel_ for regel_ in nu if regel_.code in INLICHTING))


def _gebruiker(werkgever: Werkgever) -> str:
    return f"{werkgever.naam} ({werkgever.get_soort_display()})"


def _contact(werkgever: Werkgever) -> str:
    delen = (werkgever.contactpersoon, toon_telefoon(werkgever.telefoon), werkgever.email)
    return ", ".join(deel for deel in delen if deel)


def _adres(plek: Werkplek) -> str:
    delen = ", ".join(deel for deel in (plek.straat, plek.gemeente) if deel)
    return f"{plek.naam}, {delen}" if delen else plek.naam


def _uren(plaatsing: Plaatsing) -> str:
    uren, voltijds = getal(plaatsing.uren_per_week), getal(plaatsing.voltijds_uren)
    return (
        f"{uren} uren per week in {plaatsing.dagen_per_week} dagen; een voltijdse werkt hier {voltijds} uren per week"
    )


def _basis(plaatsing: Plaatsing) -> str:
    delen = []
    if berekening := plaatsing.berekening:
        kenmerk = f" {berekening.kenmerk}" if berekening.kenmerk else f" nummer {berekening.pk}"
        delen.append(f"berekening van de RVA{kenmerk}")
        if berekening.dagen:
            delen.append(f"{getal(berekening.dagen)} dagen nodig")
    if plaatsing.duur_basis:
        delen.append(plaatsing.duur_basis)
    return "; ".join(delen)


def _mentor(plaatsing: Plaatsing) -> str:
    if plaatsing.mentor is None:
        return ""
    functie = f" ({plaatsing.mentor.functie})" if plaatsing.mentor.functie else ""
    return f"{plaatsing.mentor.naam}{functie}"


def terugbetaling(overeenkomst: Overeenkomst | None) -> str:
    if overeenkomst is None:
        return ""
    if overeenkomst.terugbetaling_procent is not None:
        return f"de gebruiker betaalt {getal(overeenkomst.terugbetaling_procent)} % van het loon terug"
    if overeenkomst.terugbetaling_bedrag is not None:
        return f"de gebruiker betaalt {getal(overeenkomst.terugbetaling_bedrag, vast=True)} euro per maand"
    return "de gebruiker betaalt niets terug"
