"""What can happen at the end of art.60: answer a point, end the contract with a first contact."""

from datetime import date

from clienten.handeling import actie, raakt
from clienten.profiel.enums import Profielbron
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.einde.enums import Eindeantwoord
from tewerkstelling.einde.journaalcodes import EINDE_GEWIJZIGD
from tewerkstelling.einde.lijst import vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import neem_inschrijving_op

VDAB_PUNT = "vdab"
NAZORGPLAN = "nazorgplan"  # the point that says when the first contact of the nazorg is
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
    if punt.code == VDAB_PUNT and punt.antwoord == Eindeantwoord.GEDAAN:
        # Asked once: what is ticked here is what every page says of the registration.
        neem_inschrijving_op(
            punt.client, op, door=door, op=op, bron=Profielbron.EINDE, opnieuw_na=punt.contract.laatste_dag or op
        )
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
    met_onderbreking: bool = False,
) -> Tewerkstelling:
    """End the contract with its reason; the first contact of the nazorg is the day of its plan. Open points of
    the list do not stop this: people decide, the list says what waits."""
    beeindig_tewerkstelling(
        contract, laatste_dag=laatste_dag, reden=reden, door=door, op=op, met_onderbreking=met_onderbreking
    )
    if eerste_contact_op:
        spreek_eerste_contact_af(contract, eerste_contact_op, door=door, op=op)
    return contract


def spreek_eerste_contact_af(contract: Tewerkstelling, dag: date, *, door: Medewerker, op: date) -> Eindepunt:
    """The day stands in one place: from there the nazorg promises it, and any talk keeps it."""
    punt = Eindepunt.objects.filter(contract=contract, code=NAZORGPLAN).first()
    punt = punt or Eindepunt(client=contract.client, contract=contract, code=NAZORGPLAN)
    punt.contact_op, punt.beantwoord_op = dag, op
    if punt._state.adding:
        punt.bewaar_eerste(door=door, contract=contract, code=NAZORGPLAN)
    else:
        punt.bewaar(door=door, velden=["beantwoord_op", "contact_op"])
    noteer(EINDE_GEWIJZIGD, punt, door=door, client=punt.client, punt=punt.code)
    raakt(punt)
    return punt
