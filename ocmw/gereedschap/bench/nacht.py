"""The work of the night: flagging what falls due, and repairing what is no longer what the facts say."""

from dataclasses import replace

from clienten.feiten import lees_dossiers
from clienten.models import Client
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, paar, tel_queries, terug
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.werkruimte.dossier.controle import Dossiercontrole, controleer

HERSTELD = 60


def meet_bewaken(bank: Meetbank) -> Tijdmeting:
    """The nightly sweep against the one UPDATE statement that flags the same rows; both are undone."""
    op = bank.wereld.op

    def een_update() -> None:
        Termijn.objects.te_markeren(op).update(gemarkeerd_op=op)

    Melding.objects.all().delete()
    Termijn.objects.update(gemarkeerd_op=None)
    return paar(terug(lambda: markeer(op)), terug(een_update), rondes=bank.maten.weinig)


def meet_herstellen(bank: Meetbank) -> Tijdmeting:
    """The repair inside ververs_standen, of dossiers that differ, against reading and deriving the same ones once."""
    op = bank.wereld.op
    rijen = Client.objects.open().filter(ocmw=bank.wereld.ocmw, trajecten__afgesloten_op=None, trajecten__isnull=False)
    clienten = list(rijen.order_by("pk")[:HERSTELD])
    pks = [client.pk for client in clienten]

    def herstel() -> None:
        hersteld = controleer(op, herstel=True, pks=pks).hersteld
        if hersteld != len(pks):
            raise LookupError(f"{hersteld} van de {len(pks)} dossiers zijn hersteld.")

    def lees_eenmaal() -> None:
        Dossiercontrole(lees_dossiers(pks, op=op)).verschillen()

    meting = paar(terug(herstel), lees_eenmaal, rondes=bank.maten.enkele)
    return replace(
        meting,
        queries=round(tel_queries(herstel) / len(pks)),
        per_seconde=len(pks) / meting.milliseconden * 1000,
        toelichting=f"{len(pks)} dossiers; queries per dossier",
    )
