"""What can happen at the end of art.60: answer a point, end the contract with a first contact."""

from datetime import date

from clienten.handeling import actie, raakt
from clienten.models import Client, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.einde.journaalcodes import EINDE_GEWIJZIGD
from tewerkstelling.einde.lijst import vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt

EERSTE_CONTACT = "Eerste contact in de nazorg"
_GEEN_RECHT = "Een screening zegt iets over gezondheid en is afgeschermd. Vraag de trajectbegeleider om dit te noteren."


def weigering_voor_punt(contract: Tewerkstelling) -> str:
    """Why the list of this contract cannot be filled in; empty when it can."""
    if contract.soort != Contractsoort.ART60:
        return "Deze lijst hoort bij een art.60-contract."
    return contract.client.weigering_als_gesloten()


@actie
def beantwoord_punt(punt: Eindepunt, velden: list[str], *, door: Medewerker, op: date) -> Eindepunt:
    """Store the answer to one point. Raises IntussenGewijzigd when a colleague answered it meanwhile."""
    weiger_als(weigering_voor_punt(punt.contract))
    vraag = next((v for v in vragen_uit(regel("einde.vragen", op=op).waarde) if v.code == punt.code), None)
    weiger_als("" if vraag else "Dit punt staat niet meer op de lijst.")
    assert vraag is not None  # noqa: S101 - the line above refuses it; mypy cannot see that
    weiger_als(_GEEN_RECHT if vraag.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN) else "")
    weiger_als("" if punt.antwoord in {*vraag.antwoorden, ""} else "Kies een van de antwoorden.")
    punt.afgeschermd, punt.beantwoord_op = vraag.afgeschermd, op
    if punt._state.adding:
        punt.bewaar_eerste(door=door, contract=punt.contract, code=punt.code)
    else:
        punt.bewaar(door=door, velden=sorted({*velden, "afgeschermd", "beantwoord_op"}))
    noteer(EINDE_GEWIJZIGD, punt, door=door, client=punt.client, punt=punt.code)
    raakt(punt)
    return punt


@actie
def sluit_contract_af(
    contract: Tewerkstelling,
    *,
    laatste_dag: date,
    reden: Eindreden | str,
    eerste_contact_op: date | None,
    door: Medewerker,
    op: date,
) -> Tewerkstelling:
    """End the contract with its reason; the first contact of the nazorg becomes a promise with a date. Open points of
    the list do not stop this: people decide, the list says what waits."""
    beeindig_tewerkstelling(contract, laatste_dag=laatste_dag, reden=reden, door=door, op=op)
    if eerste_contact_op:
        spreek_eerste_contact_af(contract.client, eerste_contact_op, door=door, op=op)
    return contract


def spreek_eerste_contact_af(client: Client, dag: date, *, door: Medewerker, op: date) -> Actiepunt:
    """One open action point at most: ending the contract twice, or on another day, moves it."""
    punt = Actiepunt.objects.open().filter(client=client, omschrijving=EERSTE_CONTACT).first()
    if punt is None:
        punt = Actiepunt(
            client=client, omschrijving=EERSTE_CONTACT, medewerker_id=Toewijzing.objects.wie(client) or door.pk
        )
    punt.vervalt_op = dag
    return bewaar_actiepunt(punt, ["vervalt_op"], door=door, op=op)
