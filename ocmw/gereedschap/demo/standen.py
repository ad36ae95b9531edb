"""What happens to few people, once each: opleiding and other means, a file that opened again, one person with two files, a
colleague who left, and who left art.60 longer ago."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from clienten.actions import maak_client, wijs_toe
from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Contactgegevens, Toewijzing
from ocmw.kalender.werkdagen import plus_werkdagen
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.beheer.actions import zet_buiten_dienst
from ocmw.werkruimte.dossier.actions import heropen_dossier
from trajecten.actions import bewaar_middel, maak_afspraak
from trajecten.enums import Middelresultaat, Middelsoort
from trajecten.models import Afspraak, Middel

# kind, which, with whom, first day so many days ago, last day so many days ago (negative: still to come; None: no end known),
# result
MIDDELEN = (
    (Middelsoort.OPLEIDING, "Heftruck en reachtruck", "VDAB", 90, 20, Middelresultaat.GELUKT),
    (Middelsoort.COMPETENTIES, "Werken in team", "Groep Intro", 30, -60, ""),
    (Middelsoort.VRIJWILLIGER, "Koken in het buurthuis", "Buurthuis De Linde", 120, None, ""),
    (Middelsoort.JONGEREN, "Sportwerking", "Jeugddienst", 200, 110, Middelresultaat.DEELS),
    (Middelsoort.OPLEIDING, "Nederlands 2.1", "CVO", 60, 15, ""),
)


def vul_standen(ocmw: Ocmw, op: date) -> None:
    """After the stories; before the team keeps up."""
    _middelen(ocmw, op)
    _heropend(ocmw, op)
    _dubbel(ocmw, op)
    _vertrokken(ocmw, op)


def _volgt(client: Client, rol: Toewijzingsrol) -> Medewerker | None:
    rij = Toewijzing.objects.filter(client=client, rol=rol, tot=None).select_related("medewerker").first()
    return rij.medewerker if rij else None


def _middelen(ocmw: Ocmw, op: date) -> None:
    """Each to somebody whose path had begun by then."""
    over = list(MIDDELEN)
    for client in Client.objects.open().filter(ocmw=ocmw, trajecten__afgesloten_op=None).distinct().order_by("-pk"):
        coach, traject = _volgt(client, Toewijzingsrol.ATB), client.trajecten.order_by("-pk").first()
        past = next((rij for rij in over if traject and traject.gestart_op <= op - timedelta(days=rij[3])), None)
        if past and coach:
            over.remove(past)
            soort, wat, bij, begon, gedaan, resultaat = past
            middel = Middel(client=client, soort=soort, omschrijving=wat, aanbieder=bij, resultaat=resultaat)
            middel.van = op - timedelta(days=begon)
            middel.tot = None if gedaan is None else op - timedelta(days=gedaan)
            bewaar_middel(middel, door=coach, op=op)


def _heropend(ocmw: Ocmw, op: date) -> None:
    """All but the first that was closed stay closed."""
    dicht = Client.objects.filter(ocmw=ocmw).exclude(gesloten_op=None).order_by("pk")
    mw = Medewerker.objects.filter(ocmw=ocmw, rol=Rol.MW).order_by("pk").first()
    if mw and dicht.count() > 1 and (client := dicht.first()):
        reden = "De job stopte na de proefperiode. Vraagt opnieuw begeleiding."
        heropen_dossier(client, reden=reden, door=mw, op=op - timedelta(days=2))


def _dubbel(ocmw: Ocmw, op: date) -> None:
    """Another colleague made a second file, without a national number."""
    met_traject = Client.objects.open().filter(ocmw=ocmw, trajecten__afgesloten_op=None)
    eerste = met_traject.exclude(insz="").order_by("pk").first()
    mw = Medewerker.objects.filter(ocmw=ocmw, rol=Rol.MW).order_by("-pk").first()
    if eerste and mw:
        tweede = Client(
            ocmw=ocmw, voornaam=eerste.voornaam, achternaam=eerste.achternaam, geboortedatum=eerste.geboortedatum,
            taal=eerste.taal, statuut=eerste.statuut,
        )  # fmt: skip
        maak_client(tweede, Contactgegevens(), door=mw, op=op - timedelta(days=3))


def _vertrokken(ocmw: Ocmw, op: date) -> None:
    """Guided two people and left; what is left behind waits for the coordinator."""
    beheerder = Medewerker.objects.filter(ocmw=ocmw, rol=Rol.BEHEER).first()
    weg = Medewerker(email=f"dirk.leemans.{ocmw.code}@demo.example", voornaam="Dirk", achternaam="Leemans")
    weg.ocmw, weg.rol = ocmw, Rol.ATB
    weg.set_unusable_password()
    weg.save()
    van_wie = Client.objects.open().filter(ocmw=ocmw, trajecten__fase__lte=2, trajecten__afgesloten_op=None)
    for nummer, client in enumerate(van_wie.distinct().order_by("-pk")[:2]):
        with handeling(op=op):
            wijs_toe(client, weg, rol=Toewijzingsrol.ATB, door=weg, op=op - timedelta(days=9))
            begint = datetime.combine(plus_werkdagen(op, 3 + nummer), time(10))
            afspraak = Afspraak(client=client, medewerker=weg, begint_op=timezone.make_aware(begint))
            maak_afspraak(afspraak, door=weg, op=op, toch=True)
    zet_buiten_dienst(weg, door=beheerder, op=op)
