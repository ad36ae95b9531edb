"""What can happen with the money of a TWE: note how it stands at VDAB, and hand a colleague the task of the radar."""

from datetime import date

from clienten.handeling import actie
from clienten.models import Client, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.geld.models import Radartaak, TweRegistratie
from tewerkstelling.geld.radar import TAKEN, Radarrij, taakdag
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt
from trajecten.twe.journaalcodes import NAZORG_GEWIJZIGD
from trajecten.twe.models import Werkervaring


@actie
def bewaar_registratie(registratie: TweRegistratie, velden: list[str], *, door: Medewerker, op: date) -> TweRegistratie:
    """Note what stands at VDAB, or whether art.60 past the window is needed; raises IntussenGewijzigd."""
    weiger_als(registratie.client.weigering_als_gesloten())
    vanaf = registratie.vdab_vanaf
    weiger_als("Kijk de dag na: die ligt in de toekomst." if vanaf and vanaf > op else "")
    registratie.full_clean(exclude=["client", "werkervaring"])
    if registratie.pk is None:
        # Two colleagues who note it first at the same moment: the second finds the row of the first.
        Client.objects.select_for_update(of=("self",)).get(pk=registratie.client_id)
        registratie.validate_constraints()
        weiger_als(
            "Een collega noteerde dit net. Open de bladzijde opnieuw."
            if TweRegistratie.objects.filter(werkervaring=registratie.werkervaring_id).exists()
            else ""
        )
        registratie.gewijzigd_door = door
        registratie.save(force_insert=True)
    else:
        registratie.bewaar(door=door, velden=velden)
    noteer(
        NAZORG_GEWIJZIGD,
        registratie,
        door=door,
        client=registratie.client,
        velden=velden,
        status=registratie.status,
        na_24_nodig=registratie.na_24_nodig,
    )
    return registratie


@actie
def maak_radartaak(
    werkervaring: Werkervaring, rij: Radarrij, maand: date, *, door: Medewerker, op: date
) -> tuple[Radartaak, bool]:
    """An actiepunt for whoever follows the client, before the month ends; the second time the one that is there.

    The sentence of the task comes from a list, so nothing private ends up in it.
    """
    # Two who ask for the same task at once: the second finds that of the first.
    client = Client.objects.select_for_update(of=("self",)).get(pk=werkervaring.client_id)
    bestaand = Radartaak.objects.filter(werkervaring=werkervaring, maand=maand).first()
    if bestaand:
        return bestaand, False
    weiger_als("Dit dossier is gesloten." if client.gesloten_op else "")
    punt = Actiepunt(
        client=client,
        omschrijving=f"{TAKEN[rij.oordeel]}: anders telt {maand:%m/%Y} niet volledig mee",
        vervalt_op=taakdag(maand, op=op),
        medewerker_id=Toewijzing.objects.wie(client) or door.pk,
    )
    punt = bewaar_actiepunt(punt, door=door, op=op)
    return Radartaak.objects.create(client=client, werkervaring=werkervaring, maand=maand, punt=punt), True
