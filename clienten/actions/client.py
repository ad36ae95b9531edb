"""What can happen to a person's file. Each action is atomic, journalled, and keeps the Stand row in step."""

from datetime import date
from typing import Any

from django.db import transaction

from clienten.einden import EINDEN
from clienten.enums import Sluitreden, Stap, Toewijzingsrol
from clienten.journaalcodes import (
    CLIENT_AANGEMAAKT,
    CLIENT_GESLOTEN,
    CLIENT_GEWIJZIGD,
    CLIENT_HEROPEND,
    TOEGEWEZEN,
    TOEWIJZING_BEEINDIGD,
)
from clienten.models import Client, Contactgegevens, InszHistoriek, Stand, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als


def zet_stand(client: Client, **kolommen: Any) -> None:
    """Write derived columns of the list row; creates the row for a new client."""
    if not Stand.objects.filter(client=client).update(**kolommen):
        van_client = {"ocmw_id": client.ocmw_id, "zoeknaam": client.zoeknaam, "taal": client.taal}
        Stand.objects.create(client=client, **{**van_client, **kolommen})


def ververs_einde(client: Client, *, op: date) -> None:
    """The first end that is still to come, of work or of the window: rooms say which ends they know (clienten.einden)."""
    einden = [] if client.gesloten_op else [dag for bron in EINDEN for dag in bron(client, op)]
    zet_stand(client, einde_op=min(einden, default=None))


@transaction.atomic
def maak_client(client: Client, contact: Contactgegevens | None = None, *, door: Medewerker, op: date) -> Client:
    """Store a new person of the actor's OCMW and assign a maatschappelijk werker who makes the file to it.

    Raises ValidationError with the constraint's sentence when the INSZ already has a file in this OCMW.
    """
    client.full_clean()
    client.gewijzigd_door = door
    client.save(force_insert=True)
    contact = contact or Contactgegevens()
    contact.client, contact.gewijzigd_door = client, door
    contact.save(force_insert=True)
    zet_stand(client, stap=Stap.NIEUW, stap_sinds=op)
    noteer(CLIENT_AANGEMAAKT, client, door=door, client=client)
    rol = {"mw": Toewijzingsrol.MW, "atb": Toewijzingsrol.ATB}.get(door.rol)
    if rol:
        wijs_toe(client, door, rol=rol, door=door, op=op)
    return client


@transaction.atomic
def wijzig_client(client: Client, velden: list[str], *, door: Medewerker, op: date) -> Client:
    """Save edited identity fields on the version the user saw; raises IntussenGewijzigd when the row moved on."""
    oud = Client.objects.get(pk=client.pk)
    client.vul_zoeknaam()
    client.bewaar(door=door, velden=[*velden, "zoeknaam", "zoekwoorden"])
    if oud.insz and oud.insz != client.insz:
        InszHistoriek.objects.get_or_create(client=client, insz=oud.insz, defaults={"vervangen_op": op})
    zet_stand(client, zoeknaam=client.zoeknaam, taal=client.taal)
    noteer(CLIENT_GEWIJZIGD, client, door=door, client=client, velden=velden)
    return client


@transaction.atomic
def wijzig_contact(contact: Contactgegevens, velden: list[str], *, door: Medewerker, op: date) -> Contactgegevens:
    contact.bewaar(door=door, velden=velden)
    noteer(CLIENT_GEWIJZIGD, contact, door=door, client=contact.client, velden=velden)
    return contact


@transaction.atomic
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
    toewijzing = Toewijzing.objects.create(client=client, medewerker=medewerker, rol=rol, van=op)
    zet_stand(client, **{"coach" if rol == Toewijzingsrol.ATB else "mw": medewerker})
    noteer(TOEGEWEZEN, toewijzing, door=door, client=client, medewerker=medewerker.pk, rol=str(rol))
    return toewijzing


@transaction.atomic
def sluit_client(client: Client, *, reden: Sluitreden | str, door: Medewerker, op: date, slotnota: str = "") -> Client:
    """Close the file. Whatever still runs (traject, work) is ended by the actions above this one, which call it."""
    weiger_als("Dit dossier is al gesloten." if client.gesloten_op else "")
    client.gesloten_op, client.sluitreden, client.slotnota = op, reden, slotnota.strip()
    client.bewaar(door=door, velden=["gesloten_op", "sluitreden", "slotnota"])
    zet_stand(client, stap=Stap.GESLOTEN, stap_sinds=op, einde_op=None, volgende_afspraak_op=None)
    noteer(CLIENT_GESLOTEN, client, door=door, client=client, reden_sluiting=str(reden))
    return client


@transaction.atomic
def heropen_client(client: Client, *, door: Medewerker, op: date) -> Client:
    weiger_als("" if client.gesloten_op else "Dit dossier is niet gesloten.")
    client.gesloten_op, client.sluitreden = None, ""
    client.bewaar(door=door, velden=["gesloten_op", "sluitreden"])
    zet_stand(client, stap=Stap.NIEUW, stap_sinds=op)
    noteer(CLIENT_HEROPEND, client, door=door, client=client)
    return client
