"""What touches a dossier as a whole: hand over, close, reopen. Each app keeps its own part."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from clienten.actions import heropen_client, sluit_client, wijs_toe
from clienten.enums import Sluitreden, Toewijzingsrol
from clienten.handeling import actie, raakt_alles
from clienten.journaalcodes import TOEWIJZING_BEEINDIGD
from clienten.models import Client, Toewijzing
from nazorg.beloften import NAZORGCONTACT
from nazorg.loop import volgend_contact
from nazorg.opvolging import Meting, opvolging_van
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.models import Tewerkstelling
from trajecten.actions import sluit_traject_af
from trajecten.actions.doorverwijzing import trek_doorverwijzing_in
from trajecten.enums import Afspraakstatus, Doorverwijsstatus, Stopreden
from trajecten.models import Afspraak, AfspraakQuerySet, Doorverwijzing, Traject

# A dossier and its traject end for the same reason, in the words of each.
STOPREDEN_VAN: dict[str, Stopreden] = {
    Sluitreden.WERK: Stopreden.WERK,
    Sluitreden.OPLEIDING: Stopreden.OPLEIDING,
    Sluitreden.EINDE_NAZORG: Stopreden.EINDE_DUUR,
    Sluitreden.STOPT_ZELF: Stopreden.STOPT_ZELF,
    Sluitreden.GEEN_RECHT: Stopreden.GEEN_RECHT,
    Sluitreden.VERHUISD: Stopreden.VERHUISD,
    Sluitreden.NIET_HAALBAAR: Stopreden.NIET_HAALBAAR,
    Sluitreden.DOORVERWEZEN: Stopreden.ANDERE_DIENST,
    Sluitreden.OVERLEDEN: Stopreden.NIET_HAALBAAR,
    Sluitreden.INGEVOERD: Stopreden.INGEVOERD,
}


@dataclass(frozen=True)
class Lopend:
    """What still runs in a dossier, so the page can say what closing does to it."""

    traject: Traject | None = None
    contracten: list[Tewerkstelling] = field(default_factory=list)
    doorverwijzing: Doorverwijzing | None = None
    afspraken: int = 0
    nazorgcontact: date | None = None
    metingen: tuple[Meting, ...] = ()

    def weigering_voor_sluiten(self, op: date) -> str:
        if not self.contracten:
            return self.traject.weigering_voor_afsluiten(op) if self.traject else ""
        contract = self.contracten[0]
        tot = f" tot en met {contract.laatste_dag:%d/%m/%Y}" if contract.laatste_dag else ""
        return f"Er loopt nog een contract{tot}. Beëindig het eerst op het tabblad Werk en rechten."


def wat_loopt(client: Client, *, op: date) -> Lopend:
    return Lopend(
        traject=Traject.objects.lopend().filter(client=client).first(),
        contracten=[
            contract
            for contract in Tewerkstelling.objects.art60().filter(client=client)
            if contract.laatste_dag is None or contract.laatste_dag > op
        ],
        doorverwijzing=Doorverwijzing.objects.lopend().filter(client=client).first(),
        afspraken=_komende_afspraken(client).count(),
        nazorgcontact=volgend_contact(client, NAZORGCONTACT),
        metingen=nog_te_meten(client, op=op),
    )


def nog_te_meten(client: Client, *, op: date) -> tuple[Meting, ...]:
    """The days after art.60 on which we still have to look what the client does."""
    opvolging = opvolging_van(client, op=op)
    return opvolging.nog_te_doen if opvolging else ()


@actie
def draag_over(
    client: Client, medewerker: Medewerker, *, rol: Toewijzingsrol | str, door: Medewerker, op: date
) -> Toewijzing:
    """Assign, and let every open promise point at the right person from now on."""
    weiger_als(client.weigering_als_gesloten())
    return wijs_toe(client, medewerker, rol=rol, door=door, op=op)


@actie
def sluit_dossier(client: Client, *, reden: Sluitreden | str, slotnota: str = "", door: Medewerker, op: date) -> Client:
    """Close what still runs (traject, referral, appointments), end the assignments, then close the file."""
    lopend = wat_loopt(client, op=op)
    weiger_als("Dit dossier is al gesloten." if client.gesloten_op else lopend.weigering_voor_sluiten(op))
    if lopend.traject:
        sluit_traject_af(lopend.traject, reden=STOPREDEN_VAN[reden], door=door, op=op)
    if lopend.doorverwijzing and lopend.doorverwijzing.status != Doorverwijsstatus.KLAD:
        trek_doorverwijzing_in(lopend.doorverwijzing, door=door, op=op)
    _komende_afspraken(client).update(status=Afspraakstatus.AFGEZEGD)
    sluit_client(client, reden=reden, slotnota=slotnota, door=door, op=op)
    return client


@actie
def heropen_dossier(client: Client, *, reden: str = "", door: Medewerker, op: date) -> Client:
    """Reopen, and give the file to the maatschappelijk werker who asks for it."""
    if client.ocmw_id != door.ocmw_id:
        raise Geweigerd(f"Alleen een collega van {client.ocmw} kan dit dossier heropenen.")
    heropen_client(client, reden=reden, door=door, op=op)
    if door.rol == Rol.MW:
        wijs_toe(client, door, rol=Toewijzingsrol.MW, door=door, op=op)
    return client


@actie
def stop_toewijzing(toewijzing: Toewijzing, *, door: Medewerker, op: date) -> Toewijzing:
    """Nobody follows in this role from `op` on."""
    weiger_als("Deze toewijzing is al beëindigd." if toewijzing.tot else "")
    toewijzing.tot = max(op, toewijzing.van)
    toewijzing.save(update_fields=["tot"])
    raakt_alles(toewijzing.client)
    noteer(
        TOEWIJZING_BEEINDIGD,
        toewijzing,
        door=door,
        client=toewijzing.client,
        medewerker=toewijzing.medewerker_id,
        rol=toewijzing.rol,
    )
    return toewijzing


@actie
def laat_los(medewerker: Medewerker, *, door: Medewerker | None, op: date) -> int:
    """Who left or changed role follows nobody any more in a way that role cannot. How many dossiers. Promises then point at who
    is left, and without anybody they are for the coordinator."""
    rijen = list(Toewijzing.objects.zonder_bevoegde().filter(medewerker=medewerker).select_related("client"))
    for rij in rijen:
        rij.tot = max(op, rij.van)
        raakt_alles(rij.client)
        noteer(TOEWIJZING_BEEINDIGD, rij, door=door, client=rij.client, medewerker=medewerker.pk, rol=rij.rol)
    Toewijzing.objects.bulk_update(rijen, ["tot"])
    return len(rijen)


def _komende_afspraken(client: Client) -> AfspraakQuerySet:
    return Afspraak.objects.gepland().filter(client=client, begint_op__gte=timezone.now())
