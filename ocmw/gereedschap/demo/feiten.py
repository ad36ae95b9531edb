"""What issue 11 brought to the path, each state with somebody: what must still be learned, the registration at VDAB, and two facts that
contradict each other."""

from datetime import date, timedelta

from clienten.actions import bewaar_randvoorwaarde
from clienten.enums import Antwoord, Randvoorwaardesoort, Toewijzingsrol
from clienten.models import Client, Randvoorwaarde, Toewijzing
from clienten.profiel.models import profiel_van
from ocmw.toegang.models import Medewerker, Ocmw
from tewerkstelling.evaluaties.actions import maak_leeractie
from tewerkstelling.evaluaties.leerplan import lees_leerplan
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.models import Plaatsing
from trajecten.actions import bewaar_actiepunt, bewaar_vdab, vink_af
from trajecten.models import Fasebeantwoording

# In the words of the client: an action that was rewritten keeps its line.
HERSCHREVEN = "Elke dag een kwartier vroeger vertrekken, met de fiets"
MEESTE_PLANNEN = 3


def vul_feiten(ocmw: Ocmw, op: date) -> None:
    """After the evaluations; before the team keeps up."""
    _leren(ocmw, op)
    _vdab(ocmw, op)
    _tegenspraak_in_fase(ocmw, op)


def _coach(client: Client) -> Medewerker | None:
    rij = (
        Toewijzing.objects.filter(client=client, rol=Toewijzingsrol.ATB, tot=None).select_related("medewerker").first()
    )
    return rij.medewerker if rij else None


def _leren(ocmw: Ocmw, op: date) -> None:
    """Of the first plans: an action that runs and was rewritten, one that was done and did not suffice; the rest has none yet."""
    lopend = Tewerkstelling.objects.lopend(op).art60().filter(client__ocmw=ocmw, client__gesloten_op=None)
    gehad = 0
    for contract in lopend.select_related("client").order_by("pk"):
        client, coach = contract.client, _coach(contract.client)
        if coach is None or gehad == MEESTE_PLANNEN:
            continue
        te_doen = [punt for punt in lees_leerplan(client, lezer=coach).punten if punt.vraagt_actie]
        if len(te_doen) < 2:
            continue
        gehad += 1
        loopt = maak_leeractie(client, te_doen[0].sleutel, tegen=op + timedelta(days=21), door=coach, op=op)
        loopt.omschrijving = HERSCHREVEN
        bewaar_actiepunt(loopt, ["omschrijving"], door=coach, op=op)
        gedaan = maak_leeractie(client, te_doen[1].sleutel, tegen=op + timedelta(days=2), door=coach, op=op)
        vink_af(gedaan, gedaan=True, door=coach, op=op)


def _vdab(ocmw: Ocmw, op: date) -> None:
    """Since when, for who is registered; and two who turned out not to be, one of whom needs help with it. Who is about to start is left to that story."""
    begin = Client.objects.open().filter(ocmw=ocmw, trajecten__afgesloten_op=None, trajecten__fase__gte=1)
    bezig = Plaatsing.objects.values("client")
    ja = begin.filter(profiel__vdab=Antwoord.JA).exclude(pk__in=bezig).select_related("profiel")
    for nummer, client in enumerate(ja.order_by("trajecten__fase", "pk")):
        coach, profiel = _coach(client), profiel_van(client)
        if coach is None:
            continue
        if nummer in {0, 2}:
            profiel.vdab, profiel.vdab_hulp = Antwoord.NEE, nummer == 2
            bewaar_vdab(
                profiel,
                ["vdab", *(["vdab_hulp"] if profiel.vdab_hulp else [])],
                nummer=client.vdab_nummer,
                door=coach,
                op=op,
            )
        elif nummer % 2:
            profiel.vdab_sinds = op - timedelta(days=60 + 10 * nummer)
            bewaar_vdab(profiel, ["vdab_sinds"], nummer=client.vdab_nummer, door=coach, op=op)


def _tegenspraak_in_fase(ocmw: Ocmw, op: date) -> None:
    """Phase 1 says the family makes nothing difficult, and the file that there is no child care."""
    nee = Fasebeantwoording.objects.filter(
        client__ocmw=ocmw, client__gesloten_op=None, traject__afgesloten_op=None, traject__fase=1,
        vraag="gezinssituatie", antwoord=Antwoord.NEE,
    )  # fmt: skip
    antwoord = nee.select_related("client").order_by("pk").first()
    if antwoord and (coach := _coach(antwoord.client)):
        soort = Randvoorwaardesoort.KINDEROPVANG
        rij = Randvoorwaarde.objects.filter(client=antwoord.client, soort=soort).first()
        rij = rij or Randvoorwaarde(client=antwoord.client, soort=soort)
        rij.in_orde, rij.beoordeeld_op = Antwoord.NEE, op
        bewaar_randvoorwaarde(rij, ["in_orde", "beoordeeld_op"], door=coach, op=op)
