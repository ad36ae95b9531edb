"""Ask for a report, and keep what the job made of it: exactly one file per request, also after a kill."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from clienten.models import Client
from ocmw.journaal.deur import inzagegrond
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.opdrachten.actions import start_opdracht
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import ocmws_van
from ocmw.ui.weigering import weiger_als
from ocmw.werkruimte.rapporten.enums import Deel, Formaat, Rapportsoort
from ocmw.werkruimte.rapporten.journaalcodes import RAPPORT_GEMAAKT
from ocmw.werkruimte.rapporten.models import Rapportbestand
from trajecten.groepen.models import Groepsreeks
from trajecten.groepen.uren import wie_krijgt_attest


def rapporteerbare_ocmws(medewerker: Medewerker, *, op: date) -> list[Ocmw]:
    """The own OCMW first, then the ones it guides clients for through a Samenwerking that holds on `op`."""
    return [medewerker.ocmw, *ocmws_van(medewerker, op=op).exclude(pk=medewerker.ocmw_id)]


@transaction.atomic
def vraag_dossierverslag(
    client: Client,
    *,
    delen: Iterable[str],
    door: Medewerker,
    op: date,
    afgeschermd: bool = False,
    formaat: str = Formaat.PDF,
) -> Rapportbestand:
    gekozen = [deel.value for deel in Deel if deel in set(delen)]
    weiger_als("" if gekozen else "Kies minstens één onderdeel.")
    weiger_als(
        "Je mag gegevens over gezondheid en verslaving niet lezen, dus ook niet afdrukken."
        if afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN)
        else ""
    )
    rapport = Rapportbestand.objects.create(
        soort=Rapportsoort.DOSSIER,
        formaat=formaat,
        client=client,
        delen=gekozen,
        afgeschermd=afgeschermd,
        aangevraagd_door=door,
        vervalt_op=_vervalt(op),
    )
    return _start(rapport, door)


@transaction.atomic
def vraag_caseloadrapport(
    ocmws: Iterable[Ocmw],
    *,
    van: date,
    tot: date,
    door: Medewerker,
    op: date,
    buiten_team: bool = False,
    formaat: str = Formaat.PDF,
) -> Rapportbestand:
    """About the half-open period [van, tot). Refuses OCMWs the colleague does not report on."""
    gekozen = list(ocmws)
    mag = {ocmw.pk for ocmw in rapporteerbare_ocmws(door, op=op)}
    weiger_als("" if gekozen and {o.pk for o in gekozen} <= mag else "Kies een OCMW waarover je mag rapporteren.")
    weiger_als("" if van < tot else "De laatste dag ligt niet voor de eerste dag.")
    weiger_als("Kies een periode die al begonnen is." if van > op else "")
    rapport = Rapportbestand.objects.create(
        soort=Rapportsoort.CASELOAD,
        formaat=formaat,
        van=van,
        tot=tot,
        buiten_team=buiten_team,
        aangevraagd_door=door,
        vervalt_op=_vervalt(op),
    )
    rapport.ocmws.set(gekozen)
    return _start(rapport, door)


@transaction.atomic
def vraag_attesten(reeks: Groepsreeks, *, door: Medewerker, op: date) -> Rapportbestand:
    """One file with the attest of each of the own people of this series who was there."""
    weiger_als("" if wie_krijgt_attest(reeks, door) else "Niemand van jouw OCMW was al aanwezig in deze groep.")
    rapport = Rapportbestand.objects.create(
        soort=Rapportsoort.ATTESTEN, reeks=reeks, aangevraagd_door=door, vervalt_op=_vervalt(op)
    )
    return _start(rapport, door)


def _start(rapport: Rapportbestand, door: Medewerker) -> Rapportbestand:
    rapport.opdracht = start_opdracht("rapport", door=door, gegevens={"rapport": str(rapport.pk)})
    rapport.save(update_fields=["opdracht"])
    return rapport


def _vervalt(op: date) -> date:
    return op + timedelta(days=regel("rapport.bewaring_dagen", op=op).waarde)


def bewaar_bestand(rapport: Rapportbestand, inhoud: bytes, *, bestandsnaam: str, poging: int) -> bool:
    """Keep the file of this attempt when none is kept yet; False when another attempt was first.

    The file is written before the row points at it, so the row never points at nothing; what a killed attempt left
    behind lies in the same folder and goes now.
    """
    pad = default_storage.save(f"{rapport.map}/{poging}-{rapport.formaat}", ContentFile(inhoud))
    with transaction.atomic():
        gelukt = Rapportbestand.objects.filter(pk=rapport.pk, gemaakt_op=None).update(
            bestand=pad,
            bestandsnaam=f"{bestandsnaam}.{rapport.formaat}",
            grootte=len(inhoud),
            sha256=hashlib.sha256(inhoud).hexdigest(),
            gemaakt_op=nu(),
        )
        if gelukt:
            _noteer_gemaakt(rapport)
    rapport.refresh_from_db()
    _ruim_map(rapport, behoud=rapport.bestand.name or "")
    return bool(gelukt)


def _noteer_gemaakt(rapport: Rapportbestand) -> None:
    if rapport.client:
        noteer(
            DOSSIER_AFGEDRUKT,
            rapport,
            door=rapport.aangevraagd_door,
            client=rapport.client,
            reden=inzagegrond(rapport.aangevraagd_door, rapport.client),
            delen=rapport.delen,
            afgeschermd=rapport.afgeschermd,
            formaat=rapport.formaat,
        )
        return
    noteer(
        RAPPORT_GEMAAKT,
        rapport,
        door=rapport.aangevraagd_door,
        soort=rapport.soort,
        formaat=rapport.formaat,
        van=rapport.van,
        tot=rapport.tot,
        buiten_team=rapport.buiten_team,
        ocmws=list(rapport.ocmws.values_list("pk", flat=True)),
        reeks=rapport.reeks_id,
    )


def _ruim_map(rapport: Rapportbestand, *, behoud: str = "") -> None:
    if not default_storage.exists(rapport.map):
        return
    for naam in default_storage.listdir(rapport.map)[1]:
        if f"{rapport.map}/{naam}" != behoud:
            default_storage.delete(f"{rapport.map}/{naam}")


def verwijder_rapport(rapport: Rapportbestand) -> None:
    """The file first: a row without a file is tried again, a file without a row would stay for ever."""
    _ruim_map(rapport)
    if default_storage.exists(rapport.map):
        default_storage.delete(rapport.map)
    rapport.delete()
