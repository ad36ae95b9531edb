"""Two dossiers of one person become one, and become two again."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction

from clienten.handeling import actie, houd_vast, raakt_alles
from clienten.models import Client, InszHistoriek
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.kladjes.models import Kladje
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.dubbels.afgeleid import onthoud_afgeleid, zet_afgeleid_terug
from ocmw.werkruimte.dubbels.journaalcodes import ANDERE_PERSOON, DOSSIERS_VERENIGD, VERENIGING_ONGEDAAN
from ocmw.werkruimte.dubbels.kiezen import Keuzes
from ocmw.werkruimte.dubbels.models import AnderePersoon, Vereniging, laatste_dag_terug
from ocmw.werkruimte.dubbels.verhuis import Terugweg, Verhuis, beeld, hoogste_nummers, volg_de_ouder

_WEG = "Een van deze dossiers bestaat niet meer. Misschien bracht een collega ze al samen. Zoek de cliënt opnieuw."


def weigering_voor_verenigen(blijft: Client, weg: Client, *, door: Medewerker) -> str:
    """Why these two cannot become one dossier; empty when they can."""
    if blijft.pk == weg.pk:
        return "Dit is twee keer hetzelfde dossier."
    if blijft.ocmw_id != weg.ocmw_id:
        return (
            f"Deze dossiers zijn van twee OCMW's ({blijft.ocmw} en {weg.ocmw}). Elk OCMW houdt zijn eigen dossier. "
            "Spreek met je collega daar af wie verder begeleidt, en sluit het andere dossier."
        )
    if blijft.ocmw_id != door.ocmw_id:
        return f"Alleen een collega van {blijft.ocmw} kan van deze twee dossiers één maken."
    return ""


@actie
def verenig_dossiers(blijft: Client, weg: Client, keuzes: Keuzes, *, door: Medewerker, op: date) -> Vereniging:
    """Everything of `weg` hangs on `blijft` after this, and `weg` is gone. `keuzes` (kiezen.py): what was chosen per field
    and per pair of rows of which one can stay; what is not in it, chooses itself."""
    weiger_als(weigering_voor_verenigen(blijft, weg, door=door))
    blijft, weg = _houd_beide_vast(blijft, weg)
    verhuis = Verhuis(keuzes, op=op)
    verhuis.stappen.append(onthoud_afgeleid(blijft, weg))
    voor = hoogste_nummers()  # before the rows that go: the last one may be among them
    insz = {blijft.insz, weg.insz} - {""}
    noteer(DOSSIERS_VERENIGD, weg, door=door, client=weg, naar=blijft.pk)
    _verhuis_nummers(verhuis, weg, blijft)
    verhuis.voeg_samen(weg, blijft)
    for nummer in insz - {blijft.insz}:
        if not InszHistoriek.objects.filter(client=blijft, insz=nummer).exists():
            verhuis.maak(InszHistoriek(client=blijft, insz=nummer, vervangen_op=op))
    dagen = regel("dubbels.ongedaan_dagen", op=op).waarde
    vereniging = Vereniging.objects.create(
        client=blijft,
        weg_nummer=weg.pk,
        op=op,
        door=door,
        ongedaan_tot=laatste_dag_terug(op, dagen),
        stappen=verhuis.stappen,
        hoogste={label: max(nummer, voor[label]) for label, nummer in hoogste_nummers().items()},
    )
    raakt_alles(blijft)
    noteer(DOSSIERS_VERENIGD, vereniging, door=door, client=blijft, van=weg.pk)
    return vereniging


@dataclass(frozen=True)
class Terugkeer:
    """`anders`: per kind of row how many were changed or removed since, and were left so. `mee`: added since, and gone along
    with what they hang on."""

    blijft: Client
    terug: Client
    anders: dict[str, int]
    mee: int


@actie
def maak_vereniging_ongedaan(vereniging: Vereniging, *, door: Medewerker, op: date) -> Terugkeer:
    """Two dossiers again, as they were. What was added or changed since stays with the dossier that stayed, unless it hangs
    on something that goes back."""
    client = vereniging.client
    houd_vast(client)
    vereniging = Vereniging.objects.get(pk=vereniging.pk)  # as whoever held the dossier before us left it
    weiger_als(vereniging.weigering_voor_ongedaan(op) or _weigering_voor_nummer(vereniging))
    afgeleid, *stappen = vereniging.stappen
    terugweg = Terugweg(stappen)
    try:
        with transaction.atomic():
            terugweg.loop()
            mee = volg_de_ouder(client.pk, vereniging.weg_nummer)
            zet_afgeleid_terug(afgeleid, [client.pk, vereniging.weg_nummer], na=vereniging.hoogste)
    except IntegrityError as fout:
        raise Geweigerd(
            "Er is intussen te veel veranderd om dit vanzelf ongedaan te maken. Maak een nieuw dossier voor de tweede persoon."
        ) from fout
    terug = Client.objects.get(pk=vereniging.weg_nummer)
    vereniging.ongedaan_op, vereniging.ongedaan_door, vereniging.stappen = op, door, []
    vereniging.save(update_fields=["ongedaan_op", "ongedaan_door", "stappen"])
    client = Client.objects.get(pk=client.pk)
    for dossier in (client, terug):
        raakt_alles(dossier)
        noteer(VERENIGING_ONGEDAAN, vereniging, door=door, client=dossier)
    return Terugkeer(client, terug, dict(terugweg.anders), mee)


@actie
def noteer_andere_persoon(een: Client, twee: Client, *, door: Medewerker, op: date) -> None:
    """These two look alike and are two people: they are not listed as double any more."""
    for client, ander in ((een, twee), (twee, een)):
        _, nieuw = AnderePersoon.objects.get_or_create(client=client, ander=ander, defaults={"op": op, "door": door})
        if nieuw:
            noteer(ANDERE_PERSOON, client, door=door, client=client, ander=ander.pk)


def _houd_beide_vast(blijft: Client, weg: Client) -> tuple[Client, Client]:
    """In the order of their numbers, so that two who do this at once wait for each other instead of forever; and as they are
    now, not as the page showed them."""
    try:
        for client in sorted((blijft, weg), key=lambda client: client.pk):
            houd_vast(client)
        vers = Client.objects.select_related("ocmw").in_bulk([blijft.pk, weg.pk])
        return vers[blijft.pk], vers[weg.pk]
    except (Client.DoesNotExist, KeyError):
        raise Geweigerd(_WEG) from None


def _verhuis_nummers(verhuis: Verhuis, weg: Client, blijft: Client) -> None:
    """What names a dossier without a foreign key: reasons to open it, and what somebody is typing."""
    gronden = Inzagegrond.objects.filter(client_id=weg.pk)
    if pks := list(gronden.values_list("pk", flat=True)):
        gronden.update(client_id=blijft.pk)
        verhuis.stappen.append(["verplaatst", Inzagegrond._meta.label, "client_id", weg.pk, blijft.pk, pks])
    oud, nieuw = weg.get_absolute_url(), blijft.get_absolute_url()
    for kladje in Kladje.objects.filter(adres__startswith=oud).order_by("pk"):
        voor = beeld(kladje)
        kladje.adres = nieuw + kladje.adres.removeprefix(oud)
        zelfde = Kladje.objects.filter(medewerker=kladje.medewerker_id, adres=kladje.adres, formulier=kladje.formulier)
        if (laatste := zelfde.aggregate(n=models.Max("nummer"))["n"]) is not None:
            kladje.nummer = laatste + 1
        verhuis.zet(kladje, voor)


def _weigering_voor_nummer(vereniging: Vereniging) -> str:
    """The number of the dossier that comes back may belong to a new one by now."""
    weg: dict[str, Any] = next(
        (stap[2] for stap in vereniging.stappen if stap[0] == "geschrapt" and stap[1] == Client._meta.label), {}
    )
    dubbel = Client.objects.filter(ocmw=weg.get("ocmw_id"), insz=weg.get("insz") or "-").exclude(
        pk=vereniging.client_id
    )
    if (ander := dubbel.first()) is not None:
        return f"Intussen is er een nieuw dossier met hetzelfde INSZ ({ander.dossiernummer}). Kijk dat eerst na."
    return ""
