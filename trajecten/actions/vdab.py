"""The registration at VDAB: written from any page, kept in the Profiel."""

from datetime import date, timedelta

from clienten.actions import wijzig_client
from clienten.enums import Antwoord
from clienten.handeling import actie, houd_vast, raakt
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging, schrijf_profiel
from clienten.profiel.enums import Profielbron
from clienten.profiel.models import Profiel
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.actions.gesprek import wie_volgt
from trajecten.actions.plan import bewaar_actiepunt
from trajecten.journaalcodes import VDAB_BIJGEWERKT
from trajecten.models import Actiepunt
from trajecten.sjablonen import ACTIES_UIT_INTAKE, VDAB_INSCHRIJVEN


@actie
def bewaar_vdab(profiel: Profiel, velden: list[str], *, nummer: str, door: Medewerker, op: date) -> Profiel:
    """What is known now, on the version the user saw. Who needs help gets an action with a date, once."""
    client = profiel.client
    weiger_als(client.weigering_als_gesloten())
    schrijf_profiel(Profielwijziging(profiel, velden), met=profiel, bron=Profielbron.DOSSIER, door=door, op=op)
    client = Client.objects.get(pk=client.pk)
    if client.vdab_nummer != nummer:
        client.vdab_nummer = nummer
        wijzig_client(client, ["vdab_nummer"], door=door, op=op)
    noteer(VDAB_BIJGEWERKT, client, door=door, client=client, velden=velden)
    raakt(client)
    if profiel.vdab_hulp:
        open_hulpacties(client, [VDAB_INSCHRIJVEN], door=door, op=op)
    return profiel


def neem_inschrijving_op(
    client: Client,
    sinds: date,
    *,
    door: Medewerker,
    op: date,
    bron: Profielbron = Profielbron.STARTLIJST,
    opnieuw_na: date | None = None,
) -> None:
    """Somebody ticked it off elsewhere: registered, at the latest since that day. Inside the action that writes the tick.
    `opnieuw_na`: what is known from before that day was another registration, which ended."""
    houd_vast(client)
    profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    velden = []
    if profiel.vdab != Antwoord.JA:
        profiel.vdab, velden = Antwoord.JA, ["vdab"]
    oud = opnieuw_na is not None and profiel.vdab_sinds is not None and profiel.vdab_sinds < opnieuw_na
    if profiel.vdab_sinds is None or "vdab" in velden or oud:
        profiel.vdab_sinds = sinds
        velden.append("vdab_sinds")
    if profiel.vdab_hulp:
        profiel.vdab_hulp = False  # who is registered needs no help with it any more
        velden.append("vdab_hulp")
    schrijf_profiel(Profielwijziging(profiel, velden), met=profiel, bron=bron, door=door, op=op)


def open_hulpacties(client: Client, gevraagd: list[str], *, door: Medewerker, op: date) -> None:
    """One action per thing asked for (sjablonen), once: who ticked it off or reworded it does not get it back."""
    al = set(Actiepunt.objects.filter(client=client).exclude(uit_intake="").values_list("uit_intake", flat=True))
    nieuw = [code for code in gevraagd if code not in al]
    if not nieuw:
        return
    tegen = op + timedelta(days=regel("intake.actie_dagen", op=op).waarde)
    wie = wie_volgt(client, door)
    for code in nieuw:
        punt = Actiepunt(client=client, omschrijving=ACTIES_UIT_INTAKE[code], uit_intake=code, vervalt_op=tegen)
        punt.medewerker_id = wie
        bewaar_actiepunt(punt, door=door, op=op)
