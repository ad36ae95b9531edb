"""What can happen in the nazorg: a contact, and what somebody does on a check day."""

from datetime import date

from clienten.handeling import actie, raakt
from clienten.models import Client
from nazorg.enums import Nazorgdoor, Situatie
from nazorg.models import Nazorgcontact, Nazorgkeuze, Uitkomst
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.actions import noteer_gesprek
from trajecten.enums import Aanwezigheid
from trajecten.models import Gesprek
from trajecten.twe.journaalcodes import NAZORG_GEWIJZIGD


@actie
def noteer_nazorgcontact(gesprek: Gesprek, situatie: Situatie | str, *, door: Medewerker, op: date) -> Nazorgcontact:
    """Log a talk of the nazorg with the situation we found; when nobody answered it breaks no silence."""
    gesprek.aanwezigheid = Aanwezigheid.AFWEZIG if situatie == Situatie.NIET_BEREIKT else Aanwezigheid.AANWEZIG
    noteer_gesprek(gesprek, door=door, op=op)
    contact = Nazorgcontact(client=gesprek.client, gesprek=gesprek, situatie=situatie)
    contact.full_clean(exclude=["client", "gesprek"])
    contact.save(force_insert=True)
    noteer(NAZORG_GEWIJZIGD, contact, door=door, client=gesprek.client, situatie=str(situatie))
    return contact


@actie
def noteer_uitkomst(uitkomst: Uitkomst, velden: list[str], *, door: Medewerker, op: date) -> Uitkomst:
    """What the client did on a check day; not before that day. The first answer makes the row."""
    weiger_als(weigering_voor_uitkomst(uitkomst.peildag, op=op))
    uitkomst.nagegaan_op = op
    if uitkomst._state.adding:
        uitkomst.bewaar_eerste(door=door, contract=uitkomst.contract, moment=uitkomst.moment)
    else:
        uitkomst.bewaar(door=door, velden=sorted({*velden, "nagegaan_op", "peildag"}))
    noteer(
        NAZORG_GEWIJZIGD,
        uitkomst,
        door=door,
        client=uitkomst.client,
        moment=uitkomst.moment,
        uitkomst=str(uitkomst.uitkomst),
    )
    raakt(uitkomst)
    return uitkomst


@actie
def kies_nazorgbegeleider(client: Client, wie: Nazorgdoor | str, *, door: Medewerker, op: date) -> Nazorgkeuze:
    """Whoever keeps the nazorg from now on has its termijnen; the last choice counts."""
    weiger_als(client.weigering_als_gesloten())
    keuze, _ = Nazorgkeuze.objects.update_or_create(client=client, defaults={"wie": wie, "door": door, "op": op})
    noteer(NAZORG_GEWIJZIGD, keuze, door=door, client=client, wie=str(wie))
    raakt(keuze)
    return keuze


def weigering_voor_uitkomst(peildag: date, *, op: date) -> str:
    """Why nothing can be noted yet; empty from the day itself."""
    return f"Dit kan vanaf {peildag:%d/%m/%Y}: dan kijken we wat de cliënt doet." if peildag > op else ""
