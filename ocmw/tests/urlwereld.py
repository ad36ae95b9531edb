"""What the walk through the URLconf needs: every URL, a world to walk in, and how to make each argument of a URL.

A new URL with an argument nobody made before fails the build with a sentence that points here: add a maker below.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from clienten.actions import wijs_toe
from clienten.models import Client, Document, Toewijzing
from clienten.profiel.models import Diploma
from ocmw.gereedschap.testing.maak import (
    maak_client,
    maak_contract,
    maak_gesprek,
    maak_medewerker,
    maak_ocmw,
    maak_traject,
    maak_werkplek,
)
from ocmw.gereedschap.testing.maak_einde import maak_sollicitatie
from ocmw.gereedschap.testing.maak_evaluaties import eerste_moment, maak_bezoek, maak_evaluatie, maak_lijst
from ocmw.gereedschap.testing.maak_plekken import maak_contactpersoon, maak_mentor, maak_overeenkomst
from ocmw.gereedschap.testing.maak_rechtenteller import maak_andere_uren, maak_berekening, maak_onderbreking
from ocmw.gereedschap.testing.maak_regels import eigen_huisregels, maak_regelconcept, met_impact
from ocmw.gereedschap.testing.maak_startklaar import maak_plaatsing
from ocmw.journaal.models import Inzagegrond
from ocmw.kalender.klok import nu, vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.regels.models import Regelbericht, Regelconcept, Regelset
from ocmw.regels.opzoeken import huisregels_van
from ocmw.termijnen.models import Termijn
from ocmw.tests.urlgroep import (
    maak_attest_voor,
    maak_inschrijving_voor,
    maak_ondersteuning_voor,
    maak_reeks_voor,
    maak_sessie_voor,
)
from ocmw.toegang.models import Medewerker, Samenwerking
from ocmw.toegang.rechten import Recht, Rol
from ocmw.werkruimte.dubbels.actions import verenig_dossiers
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in
from ocmw.werkruimte.invoer.models import Invoerrij
from ocmw.werkruimte.invoer.tests.boeken import maak_boek
from ocmw.werkruimte.rapporten.models import Rapportbestand
from tewerkstelling.enums import Contractsoort
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.scenarios import bewaar_scenario
from tewerkstelling.rechtenteller.watals import WatAlsWens
from tewerkstelling.regulier.models import Cvregel, Werkgeverscontact
from trajecten.actions import bewaar_actiepunt
from trajecten.fasen import VRAGEN, Fase
from trajecten.groepen.models import Groepsreeks
from trajecten.models import Actiepunt, Afspraak, Doel, Doorverwijzing, Intake, Middel, Randprobleem
from trajecten.twe.models import Werkervaring

NIET_BESTAAND = 987_654_321
EIGEN, VREEMD, GEDEELD, VERLOPEN = "eigen", "vreemd", "gedeeld", "verlopen"
RELATIES = (EIGEN, VREEMD, GEDEELD, VERLOPEN)


@dataclass(frozen=True)
class Adres:
    """One URL of ours. `argumenten` are (literal segment before it, name) pairs: ("documenten", "document_pk")."""

    naam: str
    route: str
    view: Callable[..., Any]
    argumenten: tuple[tuple[str, str], ...]

    @property
    def recht(self) -> Recht | None:
        return getattr(self.view, "recht", None)

    @property
    def openbaar(self) -> bool:
        return getattr(self.view, "openbaar", False)

    @property
    def te_maken(self) -> bool:
        return all(sleutel in MAKERS for sleutel in self.argumenten)

    @property
    def van_een_dossier(self) -> bool:
        return any(MAKERS[sleutel].soort == DOSSIER for sleutel in self.argumenten)

    def pad(self, waarden: dict[str, Any]) -> str:
        pad = "/" + self.route
        for _, naam in self.argumenten:
            begin = next(stuk for stuk in self.route.split("/") if stuk.endswith(f"{naam}>"))
            pad = pad.replace(begin, str(waarden[naam]), 1)
        return pad


def loop(resolver: URLResolver | None = None, ruimte: str = "", voor: str = "") -> Iterator[Adres]:
    """Every URL of the URLconf, depth first."""
    for stuk in (resolver or get_resolver()).url_patterns:
        route = voor + (stuk.pattern._route if isinstance(stuk.pattern, RoutePattern) else str(stuk.pattern))
        if isinstance(stuk, URLResolver):
            yield from loop(stuk, f"{ruimte}{stuk.namespace}:" if stuk.namespace else ruimte, route)
        elif isinstance(stuk, URLPattern):
            yield Adres(f"{ruimte}{stuk.name}", route, stuk.callback, _argumenten(route))


def _argumenten(route: str) -> tuple[tuple[str, str], ...]:
    gevonden, vorige = [], ""
    for deel in route.split("/"):
        if deel.startswith("<"):
            gevonden.append((vorige, deel.strip("<>").split(":")[-1]))
        elif deel:
            vorige = deel
    return tuple(gevonden)


@dataclass
class Situatie:
    """One colleague, looking at one dossier that stands in `relatie` to them; `anders` works where the dossier is."""

    actor: Medewerker
    relatie: str
    client: Client
    anders: Medewerker
    gemaakt: dict[tuple[str, str], Any] = field(default_factory=dict)  # of the dossier: may be shared by who look at it
    van_mij: dict[tuple[str, str], Any] = field(default_factory=dict)

    def waarden(self, adres: Adres, **vast: Any) -> dict[str, Any]:
        return {naam: vast.get(naam, self.maak((segment, naam))) for segment, naam in adres.argumenten}

    def maak(self, sleutel: tuple[str, str]) -> Any:
        plank = self.van_mij if MAKERS[sleutel].soort == PERSOON else self.gemaakt
        if sleutel not in plank:
            with huisregels_van(self.client.ocmw_id):
                plank[sleutel] = MAKERS[sleutel].maak(self)
        return plank[sleutel]


DOSSIER, OCMW, PERSOON, CODE = "dossier", "ocmw", "persoon", "code"


@dataclass(frozen=True)
class Maker:
    """`soort` says whose it is: of a dossier, of an OCMW, of one person (then only EIGEN and VREEMD differ), or a code."""

    soort: str
    maak: Callable[[Situatie], Any]


def _termijn(s: Situatie) -> int:
    return Termijn.objects.open().filter(client=s.client).first().pk


def _actiepunt(s: Situatie) -> int:
    punt = Actiepunt(client=s.client, omschrijving="Cv nalezen", vervalt_op=vandaag(), medewerker=s.anders)
    return bewaar_actiepunt(punt, door=s.anders, op=vandaag()).pk


def _opdracht(s: Situatie) -> Any:
    van = s.actor if s.relatie == EIGEN else s.anders
    return Opdracht.objects.create(soort="proef", ocmw=van.ocmw, aangevraagd_door=van).pk


def _afspraak(s: Situatie) -> int:
    begint_op = datetime.combine(vandaag() + timedelta(days=3), time(10), tzinfo=UTC)
    return Afspraak.objects.create(client=s.client, medewerker=s.anders, begint_op=begint_op).pk


def _bundel(s: Situatie) -> int:
    return Doorverwijzing.objects.create(client=s.client, van=s.anders, begonnen_op=vandaag()).pk


def _middel(s: Situatie) -> int:
    return Middel.objects.create(client=s.client, soort="opleiding", omschrijving="Lassen", van=vandaag()).pk


def _doel(s: Situatie) -> int:
    doel = Doel(client=s.client, thema="werk", omschrijving="Werk in een keuken", gesteld_op=vandaag())
    doel.save()
    return doel.pk


def _randprobleem(s: Situatie) -> int:
    return Randprobleem.objects.create(client=s.client, thema="taal", omschrijving="x", gemeld_op=vandaag()).pk


def _werkervaring(s: Situatie) -> int:
    bestaand = Werkervaring.objects.filter(client=s.client).first()
    if bestaand is None:
        bestaand = Werkervaring.objects.create(client=s.client, start=vandaag(), geregistreerd_door=s.anders)
    return bestaand.pk


def _voorstel(s: Situatie) -> int:
    plek = maak_werkplek(s.client.ocmw)
    dag = vandaag()
    return Voorstel.objects.create(client=s.client, werkplek=plek, door=s.anders, gedaan_op=dag, status_op=dag).pk


def _rapport(s: Situatie) -> Any:
    van = s.actor if s.relatie == EIGEN else s.anders
    rapport = Rapportbestand(
        soort="dossier", client=s.client, aangevraagd_door=van, vervalt_op=vandaag() + timedelta(days=7)
    )
    rapport.bestandsnaam, rapport.gemaakt_op = "verslag.pdf", nu()
    rapport.bestand.save("verslag.pdf", ContentFile(b"%PDF-1.7"), save=True)
    return rapport.pk


def _document(s: Situatie) -> int:
    document = Document(client=s.client, titel="Cv", toegevoegd_door=s.anders, mime="application/pdf", grootte=8)
    document.bestandsnaam, document.sha256 = "cv.pdf", "0" * 64
    document.bestand.save("cv.pdf", ContentFile(b"%PDF-1.7"), save=True)
    return document.pk


def _collega(s: Situatie) -> int:
    return maak_medewerker("Jef", f"Anders{s.actor.pk}{s.relatie}", s.client.ocmw, Rol.MW).pk


def _samenwerking(s: Situatie) -> int:
    van = s.actor.ocmw if s.relatie == EIGEN else s.client.ocmw
    ander = maak_ocmw("kontich", "OCMW Kontich")
    return Samenwerking.objects.create(
        ocmw=van, begeleidend=ander, van=vandaag() - timedelta(days=9), overeenkomst="besluit 1"
    ).pk


def _reden(s: Situatie) -> int:
    geldig = nu() + timedelta(hours=1)
    return Inzagegrond.objects.create(medewerker=s.anders, client_id=s.client.pk, reden="overleg", geldig_tot=geldig).pk


def _invoer(s: Situatie) -> int:
    boek = maak_boek({"Lijst": [["Naam", "Voornaam", "Geboren"], ["Kanarie", "Piet", "01/02/1990"]]})
    invoer = lees_in(boek, bestandsnaam="lijst.xlsx", ocmw=s.client.ocmw, door=s.anders, op=vandaag())
    beoordeel_invoer(invoer, door=s.anders, op=vandaag())
    return invoer.pk


def _invoerrij(s: Situatie) -> int:
    return Invoerrij.objects.filter(blad__invoer=s.maak(("invoer", "pk"))).first().pk


def _mentor(s: Situatie) -> int:
    plek = maak_werkplek(s.client.ocmw)
    return (plek.werkgever.mentoren.first() or maak_mentor(plek, s.anders)).pk


def _contactpersoon(s: Situatie) -> int:
    return maak_contactpersoon(maak_werkplek(s.client.ocmw).werkgever, s.anders).pk


def _overeenkomst(s: Situatie) -> int:
    return maak_overeenkomst(maak_werkplek(s.client.ocmw).werkgever, s.anders).pk


def _contract(s: Situatie) -> Tewerkstelling:
    """The newest that has begun: one that is still to come has nothing to look at yet."""
    return s.client.tewerkstellingen.filter(van__lte=vandaag()).first()


def _scenario(s: Situatie) -> int:
    contract = _contract(s)
    wens = WatAlsWens(contract.van, contract.laatste_dag, Decimal(19))
    return bewaar_scenario(contract, wens, "Halftijds", door=s.anders, op=vandaag()).pk


def _concept(s: Situatie) -> int:
    """One draft per rule in the whole installation: the same for everybody. Of a house rule, which a coordinator opens."""
    bestaand = Regelconcept.objects.lopend().filter(sleutel="sollicitatie.opvolgen_dagen").first()
    if bestaand is None:
        wie = Medewerker.objects.filter(ocmw=s.anders.ocmw_id, rol=Rol.COORDINATOR).first()
        wie = wie or maak_medewerker("Kaat", "Regelaar", s.anders.ocmw, Rol.COORDINATOR)
        bestaand = met_impact(maak_regelconcept("sollicitatie.opvolgen_dagen", wie, waarde=18), wie)
    return bestaand.pk


def _regelbericht(s: Situatie) -> int:
    set_ = Regelset.objects.filter(sleutel="twe.max_maanden").first()
    van = s.actor if s.relatie == EIGEN else s.anders
    return Regelbericht.objects.get_or_create(set=set_, medewerker=van)[0].pk


def _werkgeverscontact(s: Situatie) -> int:
    return Werkgeverscontact.objects.create(client=s.client, bij="Bakker", op=vandaag(), door=s.anders).pk


def _regulier_contract(s: Situatie) -> int:
    """Long before the others, so that the newest contract of the dossier stays the art.60 one."""
    eerste = min(c.van for c in s.client.tewerkstellingen.all())
    van, tot = eerste - timedelta(days=400), eerste - timedelta(days=300)
    return Tewerkstelling.objects.create(client=s.client, soort=Contractsoort.REGULIER, van=van, tot=tot).pk


def _tweede(s: Situatie) -> int:
    """Another dossier of the same OCMW, that the same people follow."""
    ander = maak_client(s.anders)
    for rij in Toewijzing.objects.filter(client=s.client, tot=None).exclude(medewerker=s.anders):
        wijs_toe(ander, rij.medewerker, rol=rij.rol, door=s.anders, op=vandaag())
    return ander.pk


def _verweesde_afspraak(s: Situatie) -> int:
    """Of a colleague who left."""
    weg = maak_medewerker("Guido", f"Weg{s.client.pk}", s.client.ocmw, Rol.ATB)
    Medewerker.objects.filter(pk=weg.pk).update(is_active=False)
    begint_op = datetime.combine(vandaag() + timedelta(days=3), time(10), tzinfo=UTC)
    return Afspraak.objects.create(client=s.client, medewerker=weg, begint_op=begint_op).pk


def _vereniging(s: Situatie) -> int:
    weg = maak_client(s.anders)
    return verenig_dossiers(s.client, weg, {}, door=s.anders, op=vandaag()).pk


# (literal segment before the argument, name of the argument) -> how to make it.
MAKERS: dict[tuple[str, str], Maker] = {
    ("clienten", "pk"): Maker(DOSSIER, lambda s: s.client.pk),
    ("overdragen", "verweesd_pk"): Maker(DOSSIER, _verweesde_afspraak),
    ("verenigen", "ander"): Maker(DOSSIER, _tweede),
    ("verenigingen", "vereniging"): Maker(DOSSIER, _vereniging),
    ("termijnen", "pk"): Maker(DOSSIER, _termijn),
    ("berichten", "pk"): Maker(PERSOON, _regelbericht),
    ("gegevens", "lijst"): Maker(CODE, lambda s: "diplomas"),
    ("gegevens", "rij"): Maker(DOSSIER, lambda s: Diploma.objects.create(client=s.client, naam="A2").pk),
    ("randvoorwaarden", "soort"): Maker(CODE, lambda s: "mobiliteit"),
    ("toewijzen", "toewijzing"): Maker(DOSSIER, lambda s: Toewijzing.objects.filter(client=s.client).first().pk),
    ("gesprekken", "gesprek_pk"): Maker(DOSSIER, lambda s: maak_gesprek(s.client, s.anders).pk),
    ("afspraken", "afspraak_pk"): Maker(DOSSIER, _afspraak),
    ("acties", "punt_pk"): Maker(DOSSIER, _actiepunt),
    ("doelen", "doel_pk"): Maker(DOSSIER, _doel),
    ("middelen", "middel_pk"): Maker(DOSSIER, _middel),
    ("vragen", "code"): Maker(CODE, lambda s: VRAGEN[Fase.VERKENNING][0].code),
    ("randproblemen", "probleem_pk"): Maker(DOSSIER, _randprobleem),
    ("doorverwijzing", "bundel"): Maker(DOSSIER, _bundel),
    ("stap", "stap"): Maker(CODE, lambda s: 1),
    ("contracten", "contract"): Maker(DOSSIER, lambda s: _contract(s).pk),
    ("werkervaring", "werkervaring"): Maker(DOSSIER, _werkervaring),
    ("werkgevers", "pk"): Maker(OCMW, lambda s: maak_werkplek(s.client.ocmw).werkgever_id),
    ("werkplekken", "pk"): Maker(OCMW, lambda s: maak_werkplek(s.client.ocmw).pk),
    ("medewerkers", "pk"): Maker(OCMW, _collega),
    ("samenwerkingen", "pk"): Maker(OCMW, _samenwerking),
    ("redenen", "pk"): Maker(OCMW, _reden),
    ("documenten", "document"): Maker(DOSSIER, _document),
    ("invoer", "pk"): Maker(OCMW, _invoer),
    ("rij", "rij_pk"): Maker(OCMW, _invoerrij),
    ("rapporten", "pk"): Maker(PERSOON, _rapport),
    ("opdrachten", "pk"): Maker(PERSOON, _opdracht),
    ("onderbrekingen", "onderbreking"): Maker(DOSSIER, lambda s: maak_onderbreking(s.client).pk),
    ("uren", "vanaf"): Maker(CODE, lambda s: maak_andere_uren(_contract(s))),
    ("berekeningen", "berekening"): Maker(DOSSIER, lambda s: maak_berekening(s.client).pk),
    ("mentoren", "mentor"): Maker(OCMW, _mentor),
    ("contacten", "contact"): Maker(OCMW, _contactpersoon),
    ("overeenkomsten", "overeenkomst"): Maker(OCMW, _overeenkomst),
    ("plaatsingen", "plaatsing"): Maker(DOSSIER, lambda s: maak_plaatsing(s.client, s.anders).pk),
    ("punten", "code"): Maker(CODE, lambda s: "dimona"),
    ("evaluaties", "evaluatie"): Maker(DOSSIER, lambda s: maak_evaluatie(_contract(s), s.anders).pk),
    ("talenten", "talent"): Maker(CODE, lambda s: "nauwkeurig"),
    ("stemmen", "wie"): Maker(CODE, lambda s: "coach"),
    ("moment", "moment"): Maker(CODE, lambda s: eerste_moment(_contract(s))),
    ("bezoeken", "bezoek"): Maker(DOSSIER, lambda s: maak_bezoek(_contract(s), s.anders).pk),
    ("mentor", "token"): Maker(CODE, lambda s: "bestaat-niet"),
    ("competentielijsten", "pk"): Maker(CODE, lambda s: maak_lijst("attitudes").pk),
    ("afronding", "code"): Maker(CODE, lambda s: "papieren"),
    ("uitkomsten", "moment"): Maker(CODE, lambda s: "dag-1"),
    ("voorstellen", "scenario"): Maker(DOSSIER, _scenario),
    # A client of a partner is matched with the places of who guides: the place is the colleague's own.
    ("werkplekken", "plek"): Maker(CODE, lambda s: maak_werkplek(s.actor.ocmw).pk),
    ("voorstellen", "voorstel"): Maker(DOSSIER, _voorstel),
    ("regels", "sleutel"): Maker(CODE, lambda s: "rva.toelating"),
    ("sets", "pk"): Maker(CODE, lambda s: Regelset.objects.get(sleutel="twe.max_maanden", geldig_tot=None).pk),
    ("concepten", "pk"): Maker(CODE, _concept),
    ("sollicitaties", "sollicitatie"): Maker(DOSSIER, lambda s: maak_sollicitatie(s.client, s.anders).pk),
    ("werkgeverscontacten", "contact"): Maker(DOSSIER, _werkgeverscontact),
    ("opvolging", "contract"): Maker(DOSSIER, _regulier_contract),
    ("nieuw", "soort"): Maker(CODE, lambda s: "ervaring"),
    ("groepen", "pk"): Maker(OCMW, lambda s: Groepsreeks.objects.get(pk=s.maak(("reeksen", "pk"))).programma_id),
    ("reeksen", "pk"): Maker(OCMW, maak_reeks_voor),
    ("inschrijvingen", "inschrijving"): Maker(OCMW, maak_inschrijving_voor),
    ("attesten", "pk"): Maker(OCMW, maak_attest_voor),
    ("ondersteuning", "inschrijving"): Maker(OCMW, maak_inschrijving_voor),
    ("ondersteuning", "ondersteuning"): Maker(DOSSIER, maak_ondersteuning_voor),
    ("sessies", "pk"): Maker(PERSOON, maak_sessie_voor),
    ("regels", "regel"): Maker(DOSSIER, lambda s: Cvregel.objects.create(client=s.client, soort="taal", titel="x").pk),
}


@dataclass
class Wereld:
    """Turnhout is home. Aalst is foreign; Oud-Turnhout shares through a running agreement, Vosselaar's has ended."""

    situaties: dict[tuple[str, str], Situatie]

    @classmethod
    def bouw(cls) -> "Wereld":
        thuis = maak_ocmw("turnhout", "OCMW Turnhout")
        verweg = {
            VREEMD: maak_ocmw("aalst", "OCMW Aalst"),
            GEDEELD: maak_ocmw("oud-turnhout", "OCMW Oud-Turnhout"),
            VERLOPEN: maak_ocmw("vosselaar", "OCMW Vosselaar"),
        }
        begin = vandaag() - timedelta(days=300)
        for relatie, tot in ((GEDEELD, None), (VERLOPEN, vandaag())):
            Samenwerking.objects.create(
                ocmw=verweg[relatie], begeleidend=thuis, van=begin, tot=tot, overeenkomst="besluit 2019/44"
            )
        actoren = {rol: maak_medewerker(f"Proef{rol.value}", "Persoon", thuis, rol) for rol in Rol}
        collega = maak_medewerker("Dirk", "Sels", thuis, Rol.MW)
        situaties = {}
        for relatie in RELATIES:
            ocmw = verweg.get(relatie, thuis)
            anders = maak_medewerker("Lies", "Bos", ocmw, Rol.MW) if relatie in verweg else collega
            client = dossier(anders, {} if relatie == VREEMD else actoren, relatie)
            gemaakt: dict[tuple[str, str], Any] = {}
            for rol, actor in actoren.items():
                situaties[rol.value, relatie] = Situatie(actor, relatie, client, anders, gemaakt)
        # Whoever asks a house rule without saying for which OCMW, falls.
        eigen_huisregels()
        return cls(situaties)

    def situatie(self, rol: Rol, relatie: str) -> Situatie:
        return self.situaties[rol.value, relatie]


def dossier(door: Medewerker, volgers: dict[Rol, Medewerker], relatie: str) -> Client:
    """A client with something in every tab; the name is a canary that must not be seen where it does not exist."""
    client = maak_client(door, voornaam="Kanarie", achternaam=f"Van{relatie.title()}")
    for rol in volgers.keys() & {Rol.MW, Rol.ATB}:
        wijs_toe(client, volgers[rol], rol=rol.value, door=door, op=vandaag() - timedelta(days=90))
    Intake.objects.create(client=client, gehouden_op=vandaag(), opleiding="Lagere school")
    maak_traject(client, door)
    maak_gesprek(client, door)
    dag = vandaag()
    maak_contract(client, door, van=dag - timedelta(days=40), laatste_dag=dag + timedelta(days=200))
    return client


def nummering_begint_ver_uiteen() -> None:
    """Give each table its own range of ids, so a view that mixes up two kinds of pk cannot pass by luck."""
    with connection.cursor() as cursor:
        for nummer, model in enumerate((Client, Termijn, Actiepunt), start=1):
            tafel = model._meta.db_table
            if connection.vendor == "postgresql":
                # The counter of a table is in the hands of the database; the ORM has no word for it.
                cursor.execute(f"ALTER TABLE {tafel} ALTER COLUMN id RESTART WITH {nummer * 100_000}")
            else:
                # The same on SQLite: the counter is a row.
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [tafel])
                # There is no row yet when nothing was ever added.
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [tafel, nummer * 100_000])


# --- walking ------------------------------------------------------------------------------------
ALLE = list(loop())
VAN_ONS = [adres for adres in ALLE if not adres.view.__module__.startswith("allauth.")]
# An argument without a maker fails one test, with the sentence that helps; the others walk on without it.
EIGEN_ADRESSEN = [adres for adres in VAN_ONS if adres.te_maken]


@contextmanager
def ongedaan() -> Iterator[None]:
    """Whatever this request writes is gone afterwards, so each request meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def meld_aan(medewerker: Medewerker) -> Browser:
    browser = Browser(raise_request_exception=False)
    browser.force_login(medewerker)
    return browser


def vraag(browser: Browser, methode: str, pad: str) -> Any:
    """GET, POST without fields, or a GET of htmx; a file is read to its end."""
    koppen = {"HX-Request": "true"} if methode == "htmx" else {}
    antwoord = (browser.post if methode == "POST" else browser.get)(pad, headers=koppen)
    if antwoord.streaming:
        b"".join(antwoord.streaming_content)
    return antwoord
