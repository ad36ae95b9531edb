"""From a request to a Rapport value, with the rights the colleague has at this moment, not those of when it was asked."""

from collections.abc import Callable
from datetime import timedelta

from django.utils.timezone import localtime

from clienten.models import Client
from ocmw.journaal.deur import inzagegrond
from ocmw.kalender.klok import nu, vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, Rol
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.rapporten.actions import rapporteerbare_ocmws
from ocmw.werkruimte.rapporten.caseload import caseload_rapport
from ocmw.werkruimte.rapporten.cijfers import Bereik
from ocmw.werkruimte.rapporten.dossier import GEEN_RECHT, NIET_GEKOZEN, dossier_rapport
from ocmw.werkruimte.rapporten.enums import Formaat, Rapportsoort
from ocmw.werkruimte.rapporten.models import Rapportbestand
from ocmw.werkruimte.rapporten.pdf import PdfMislukt
from ocmw.werkruimte.rapporten.rapport import Rapport
from ocmw.werkruimte.rapporten.weergave import rapport_als_pdf
from ocmw.werkruimte.rapporten.werkboek import rapport_als_xlsx
from trajecten.groepen.models import Groepsreeks

SJABLOON = {Rapportsoort.DOSSIER: "rapporten/dossier.html", Rapportsoort.CASELOAD: "rapporten/caseload.html"}


def weigering_voor(rapport: Rapportbestand, medewerker: Medewerker) -> str:
    """Why this colleague may not have this report now; asked before it is made and again before it is handed over."""
    if rapport.soort == Rapportsoort.CASELOAD:
        return "" if medewerker.mag(Recht.RAPPORT_CASELOAD) else "Je mag het caseloadrapport niet meer maken."
    if rapport.soort == Rapportsoort.ATTESTEN:
        return "" if medewerker.mag(Recht.GROEP_INSCHRIJVEN) else "Je mag geen attesten meer maken."
    if not medewerker.mag(Recht.RAPPORT_DOSSIER):
        return "Je mag geen dossierverslag meer maken."
    if rapport.afgeschermd and not medewerker.mag(Recht.AFGESCHERMD_LEZEN):
        return "In dit verslag staan gegevens over gezondheid of verslaving die je niet meer mag lezen."
    return ""


def ligt_buiten_bereik(rapport: Rapportbestand, medewerker: Medewerker) -> bool:
    """Whether what the report is about no longer exists for this colleague: another OCMW, or an ended Samenwerking."""
    if rapport.soort == Rapportsoort.DOSSIER:
        return not Client.objects.zichtbaar_voor(medewerker).filter(pk__in=[rapport.client_id]).exists()
    if rapport.soort == Rapportsoort.ATTESTEN:
        return not Groepsreeks.objects.zichtbaar_voor(medewerker).filter(pk__in=[rapport.reeks_id]).exists()
    mag = {ocmw.pk for ocmw in rapporteerbare_ocmws(medewerker, op=vandaag())}
    return not {ocmw.pk for ocmw in rapport.ocmws.all()} <= mag


def weigering_nu(rapport: Rapportbestand, medewerker: Medewerker) -> str:
    """Why the job may not go on: a right or the view on it was lost since it was asked."""
    if reden := weigering_voor(rapport, medewerker):
        return reden
    return "Je ziet dit dossier of dit OCMW niet meer." if ligt_buiten_bereik(rapport, medewerker) else ""


def maak(rapport: Rapportbestand, *, tik: Callable[[int], None] = lambda gedaan: None) -> Rapport:
    """Raises Geweigerd when the colleague lost the right or the view on it since the request."""
    wie = rapport.aangevraagd_door
    weiger_als(weigering_nu(rapport, wie))
    return _dossier(rapport, wie, tik) if rapport.client else _caseload(rapport, wie)


def _dossier(rapport: Rapportbestand, wie: Medewerker, tik: Callable[[int], None]) -> Rapport:
    client = rapport.client
    if client is None or not inzagegrond(wie, client):
        raise Geweigerd(
            "Je reden om dit dossier te openen is verlopen. Open het dossier opnieuw en vraag het verslag daar."
        )
    return dossier_rapport(
        client,
        delen=rapport.delen,
        moment=nu(),
        opgemaakt_door=wie_en_rol(wie),
        afgeschermd=rapport.afgeschermd,
        waarom_niet=NIET_GEKOZEN if wie.mag(Recht.AFGESCHERMD_LEZEN) else GEEN_RECHT,
        tik=tik,
    )


def _caseload(rapport: Rapportbestand, wie: Medewerker) -> Rapport:
    if rapport.van is None or rapport.tot is None:
        raise Geweigerd("Dit rapport heeft geen periode.")
    return caseload_voor(
        Bereik(
            ocmws=tuple(sorted(rapport.ocmws.all(), key=lambda o: (o.pk != wie.ocmw_id, o.naam))),
            van=rapport.van,
            tot_en_met=rapport.tot - timedelta(days=1),
            vandaag=vandaag(),
            voor=wie,
        ),
        buiten_team=rapport.buiten_team,
        opgemaakt_door=wie_en_rol(wie),
    )


def caseload_voor(bereik: Bereik, *, buiten_team: bool, opgemaakt_door: str) -> Rapport:
    grens = regel("statistiek.kleine_cel", op=bereik.vandaag).waarde if buiten_team else 0
    eigen = bereik.voor.ocmw_id if bereik.voor else None
    return caseload_rapport(
        bereik,
        opgemaakt_door=opgemaakt_door,
        moment=localtime(nu()),
        kleine_cel=grens,
        gedeeltelijk=tuple(ocmw.naam for ocmw in bereik.ocmws if bereik.voor and ocmw.pk != eigen),
    )


def wie_en_rol(medewerker: Medewerker) -> str:
    return f"{medewerker.naam}, {Rol(medewerker.rol).label}"


def als_bestand(rapport: Rapport, *, soort: str, formaat: str, tik: Callable[[], None] = lambda: None) -> bytes:
    """The bytes of the chosen format. Raises Geweigerd when no PDF could be made."""
    if formaat == Formaat.XLSX:
        return rapport_als_xlsx(rapport)
    try:
        return rapport_als_pdf(rapport, sjabloon=SJABLOON[Rapportsoort(soort)], tik=tik)
    except PdfMislukt as fout:
        raise Geweigerd(fout.reden) from fout
