"""What can happen to a person's file. Each action is atomic and journalled; the Stand row follows (clienten/handeling.py)."""

from datetime import date

from clienten.enums import Sluitreden, Stap, Toewijzingsrol
from clienten.handeling import actie, raakt, raakt_alles
from clienten.journaalcodes import (
    CLIENT_AANGEMAAKT,
    CLIENT_GESLOTEN,
    CLIENT_GEWIJZIGD,
    CLIENT_HEROPEND,
    TOEGEWEZEN,
    TOEWIJZING_BEEINDIGD,
)
from clienten.models import Client, Contactgegevens, InszHistoriek, Sluiting, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als


@actie
def maak_client(client: Client, contact: Contactgegevens | None = None, *, door: Medewerker, op: date) -> Client:
    """Store a new person of the actor's OCMW and assign a maatschappelijk werker who makes the file to it.

    Raises ValidationError with the constraint's sentence when the INSZ already has a file in this OCMW.
    """
    client.clean_fields(exclude=["ocmw", "gewijzigd_door"])
    client.clean()
    client.validate_constraints(exclude=None if client.insz else ["insz"])  # no number, so nobody has the same one
    client.gewijzigd_door = door
    client.save(force_insert=True)
    contact = contact or Contactgegevens()
    contact.client, contact.gewijzigd_door = client, door
    contact.save(force_insert=True)
    raakt(client, stap=Stap.NIEUW, nieuw=True)
    noteer(CLIENT_AANGEMAAKT, client, door=door, client=client)
    rol = {"mw": Toewijzingsrol.MW, "atb": Toewijzingsrol.ATB}.get(door.rol)
    if rol:
        _ken_toe(client, door, rol=rol, door=door, op=op)
    return client


@actie
def wijzig_client(client: Client, velden: list[str], *, door: Medewerker, op: date) -> Client:
    """Save edited identity fields on the version the user saw; raises IntussenGewijzigd when the row moved on."""
    oud = Client.objects.get(pk=client.pk)
    client.vul_zoeknaam()
    client.bewaar(door=door, velden=[*velden, "zoeknaam", "zoekwoorden"])
    if oud.insz and oud.insz != client.insz:
        InszHistoriek.objects.get_or_create(client=client, insz=oud.insz, defaults={"vervangen_op": op})
    raakt(client)
    noteer(CLIENT_GEWIJZIGD, client, door=door, client=client, velden=velden)
    return client


@actie
def wijzig_contact(contact: Contactgegevens, velden: list[str], *, door: Medewerker, op: date) -> Contactgegevens:
    contact.bewaar(door=door, velden=velden)
    noteer(CLIENT_GEWIJZIGD, contact, door=door, client=contact.client, velden=velden)
    return contact


@actie
def wijs_toe(
    client: Client, medewerker: Medewerker, *, rol: Toewijzingsrol | str, door: Medewerker, op: date
) -> Toewijzing:
    """Let `medewerker` follow the client in `rol` from `op` on; an earlier assignment in that role ends that day."""
    lopend = Toewijzing.objects.filter(client=client, rol=rol, tot=None).first()
    if lopend and lopend.medewerker_id == medewerker.pk:
        return lopend
    if lopend:
        lopend.tot = max(op, lopend.van)
        lopend.save(update_fields=["tot"])
        noteer(TOEWIJZING_BEEINDIGD, lopend, door=door, client=client, medewerker=lopend.medewerker_id, rol=rol)
    return _ken_toe(client, medewerker, rol=rol, door=door, op=op)


def _ken_toe(
    client: Client, medewerker: Medewerker, *, rol: Toewijzingsrol | str, door: Medewerker, op: date
) -> Toewijzing:
    """To who has nobody in this role."""
    toewijzing = Toewijzing.objects.create(client=client, medewerker=medewerker, rol=rol, van=op)
    raakt_alles(client)
    noteer(TOEGEWEZEN, toewijzing, door=door, client=client, medewerker=medewerker.pk, rol=str(rol))
    return toewijzing


@actie
def sluit_client(client: Client, *, reden: Sluitreden | str, door: Medewerker, op: date, slotnota: str = "") -> Client:
    """Close the file. Whatever still runs (traject, work) is ended by the actions above this one, which call it."""
    weiger_als("Dit dossier is al gesloten." if client.gesloten_op else "")
    client.gesloten_op, client.sluitreden, client.slotnota = op, reden, slotnota.strip()
    client.bewaar(door=door, velden=["gesloten_op", "sluitreden", "slotnota"])
    Sluiting.objects.create(client=client, op=op, reden=reden, nota=client.slotnota, door=door)
    raakt_alles(client)
    noteer(CLIENT_GESLOTEN, client, door=door, client=client, reden_sluiting=str(reden))
    return client


@actie
def heropen_client(client: Client, *, reden: str = "", door: Medewerker, op: date) -> Client:
    """Open again; why, and how it ended before, stay in the timeline."""
    weiger_als("" if client.gesloten_op else "Dit dossier is niet gesloten.")
    client.gesloten_op, client.sluitreden = None, ""
    client.bewaar(door=door, velden=["gesloten_op", "sluitreden"])
    vorige = Sluiting.objects.filter(client=client, heropend_op=None)
    vorige.update(heropend_op=op, heropenreden=reden.strip()[:300], heropend_door=door)
    raakt_alles(client, stap=Stap.NIEUW)
    noteer(CLIENT_HEROPEND, client, door=door, client=client)
    return client
