"""Placements in one word, through the real actions."""

from datetime import date, timedelta
from decimal import Decimal

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_werkplek
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.startklaar.actions import (
    maak_plaatsing as _maak_plaatsing,
)
from tewerkstelling.startklaar.actions import (
    noteer_beslissing,
    noteer_handtekeningen,
    noteer_loon,
    noteer_raad,
    start_plaatsing,
    vink_punt,
)
from tewerkstelling.startklaar.checklist import VDAB_PUNT, checklist
from tewerkstelling.startklaar.enums import Puntstand
from tewerkstelling.startklaar.journaalcodes import PLAATSING_GEWIJZIGD
from tewerkstelling.startklaar.models import Checkpunt, Loonafspraak, Plaatsing, Startbeslissing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

BASIS = {
    "functie": "Magazijnmedewerker",
    "taken": "Goederen sorteren",
    "werkrooster": "maandag tot vrijdag, 8 tot 16 uur",
}


def vers(plaatsing: Plaatsing) -> Plaatsing:
    """As a page would read it: nothing cached from before."""
    return Plaatsing.objects.met_alles().get(pk=plaatsing.pk)


def maak_plaatsing(
    client: Client, door: Medewerker, *, van: date | None = None, laatste_dag: date | None = None, **velden
) -> Plaatsing:
    van = van or vandaag() + timedelta(days=14)
    tot = (laatste_dag or van + timedelta(days=364)) + timedelta(days=1)
    waarden = {
        **BASIS, "client": client, "werkplek": velden.get("werkplek") or maak_werkplek(client.ocmw), "van": van, "tot": tot,
        "uren_per_week": Decimal(38), **velden,
    }  # fmt: skip
    return vers(_maak_plaatsing(Plaatsing(**waarden), door=door, op=vandaag()))


def teken(plaatsing: Plaatsing, door: Medewerker, *, op: date | None = None, wie=HANDTEKENINGEN) -> Plaatsing:
    rij = vers(plaatsing)
    for veld in wie:
        setattr(rij, veld, op or vandaag())
    noteer_handtekeningen(rij, list(wie), door=door, op=vandaag())
    return vers(rij)


def maak_klaar(plaatsing: Plaatsing, door: Medewerker, *, zonder: tuple[str, ...] = ()) -> Plaatsing:
    """Everything on the list in order, but for the codes in `zonder`."""
    rij = vers(plaatsing)
    if "handtekeningen" not in zonder:
        rij = teken(rij, door)
    if "raadslijst" not in zonder:
        rij.raad_op = rij.van
        noteer_raad(rij, ["raad_op"], door=door, op=vandaag())
    _leg_vast(rij, door, zonder)
    vink_alles(rij, [p.code for p in checklist(rij).punten if not p.afgeleid and p.code not in zonder], door)
    return vers(rij)


def _leg_vast(rij: Plaatsing, door: Medewerker, zonder: tuple[str, ...]) -> None:
    """The facts that points of the list follow from."""
    op = vandaag()
    if "weo" not in zonder and not Werkervaring.objects.lopend().filter(client=rij.client).exists():
        registreer_werkervaring(Werkervaring(client=rij.client, start=min(op, rij.van)), door=door, op=op)
    recht = {"recht": "leefloon", "recht_op": min(op, rij.van)} if "recht" not in zonder else {}
    samen = {}
    if "beslissing" not in zonder:
        dag = min(op, rij.van)
        samen = {"mw": door, "mw_op": dag, "client_op": dag, "waarom": "Hij wil ervaring opdoen."}
    if (recht or samen) and not Startbeslissing.objects.filter(plaatsing=rij).exists():
        beslissing = Startbeslissing(client=rij.client, plaatsing=rij, **recht, **samen)
        noteer_beslissing(beslissing, [*recht, *samen], door=door, op=op)
    if "loon" not in zonder and not Loonafspraak.objects.filter(plaatsing=rij).exists():
        loon = {"brutoloon": Decimal("2200"), "cheques": "nee", "reis": "geen"}
        noteer_loon(Loonafspraak(client=rij.client, plaatsing=rij, **loon), list(loon), door=door, op=op)


def vink_alles(plaatsing: Plaatsing, codes: list[str], door: Medewerker) -> None:
    """The rows that `vink_punt` leaves for each of these, with the promises looked at after the last two only: eight ticks one
    by one were a quarter of the work of this room's tests. test_maak_startklaar.py holds the two side by side."""
    for code in codes[:-2]:
        if code == VDAB_PUNT:  # writes the Profiel too
            vink_punt(plaatsing, code, door=door, op=vandaag())
            continue
        vinkje = {
            "client": plaatsing.client,
            "stand": Puntstand.IN_ORDE,
            "op": vandaag(),
            "toelichting": "",
            "door": door,
        }
        Checkpunt.objects.update_or_create(plaatsing=plaatsing, code=code, defaults=vinkje)
        noteer(
            PLAATSING_GEWIJZIGD,
            plaatsing,
            door=door,
            client=plaatsing.client,
            punt=code,
            stand=Puntstand.IN_ORDE.value,
        )
    for code in codes[-2:]:  # the last but one leaves what the termijn said before it closed
        vink_punt(plaatsing, code, door=door, op=vandaag())


def maak_gestart(client: Client, door: Medewerker, **velden) -> Plaatsing:
    klaar = maak_klaar(maak_plaatsing(client, door, **velden), door)
    return vers(start_plaatsing(klaar, door=door, op=vandaag()))
