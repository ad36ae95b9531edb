"""The sources of the timeline: per model which date counts and which sentence it makes."""

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Concat, TruncDate

from clienten.enums import Documentsoort
from clienten.models import Document
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.werkruimte.dossier.bron import Tijdlijnbron
from ocmw.werkruimte.dossier.bron import label as _label
from ocmw.werkruimte.dossier.bron import vast as _vast
from ocmw.werkruimte.dossier.bron import wie as _wie
from ocmw.werkruimte.dossier.bronnen_werk import WERKBRONNEN
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.evaluaties.enums import Evaluatiesoort
from tewerkstelling.evaluaties.models import Evaluatie, Werkbezoek
from tewerkstelling.models import Tewerkstelling
from trajecten.beloften import ACTIEPUNT
from trajecten.enums import Aanwezigheid, Afspraakstatus, Doorverwijsstatus, Kanaal, Randthema, Stopreden
from trajecten.fasen import Fase
from trajecten.models import (
    Actiepunt,
    Afspraak,
    Doel,
    Doorverwijzing,
    Faseperiode,
    Gesprek,
    Intake,
    Randprobleem,
    Traject,
)
from trajecten.twe.models import Werkervaring

SOORTEN: tuple[tuple[str, str], ...] = (
    ("gesprek", "Gesprekken"),
    ("afspraak", "Afspraken"),
    ("fase", "Traject en fasen"),
    ("aanmelding", "Doorverwijzing en intake"),
    ("randprobleem", "Randproblemen"),
    ("plan", "Doelen en acties"),
    ("werk", "Werk"),
    ("document", "Documenten"),
    ("termijn", "Termijnen"),
)


def _gesprek(code: str) -> str:
    kanaal, _, aanwezig = code.partition(":")
    tekst = Kanaal(kanaal).label
    return tekst if aanwezig == Aanwezigheid.AANWEZIG else f"{tekst} - {Aanwezigheid(aanwezig).label.lower()}"


BRONNEN: tuple[Tijdlijnbron, ...] = (
    Tijdlijnbron(
        "gesprek",
        "chat-text",
        "trajecten:gesprek_wijzigen",
        Gesprek,
        F("op"),
        _gesprek,
        code=Concat("kanaal", Value(":"), "aanwezigheid"),
        tekst=F("verslag"),
        wie=Coalesce(_wie("door"), "door_naam"),
        eigen_pk=True,
    ),
    Tijdlijnbron(
        "afspraak",
        "calendar-event",
        "trajecten:afspraak_wijzigen",
        Afspraak,
        TruncDate("begint_op"),
        _label(Afspraakstatus.choices, "Afspraak: "),
        code=F("status"),
        tekst=F("plaats"),
        wie=_wie("medewerker"),
        eigen_pk=True,
    ),
    Tijdlijnbron(
        "fase",
        "signpost-split",
        "trajecten:traject_detail",
        Faseperiode,
        F("van"),
        _label(Fase.choices, "Naar fase: "),
        code=F("fase"),
        tekst=F("motivatie"),
        wie=_wie("gestart_door"),
        pad="traject__client",
    ),
    Tijdlijnbron(
        "fase",
        "flag",
        "trajecten:traject_detail",
        Traject,
        F("afgesloten_op"),
        _label(Stopreden.choices, "Traject afgesloten: "),
        code=F("stopreden"),
        waar=Q(afgesloten_op__isnull=False),
    ),
    Tijdlijnbron(
        "aanmelding",
        "send",
        "trajecten:aanmelding",
        Doorverwijzing,
        F("verstuurd_op"),
        _vast("Doorverwijsbundel verstuurd"),
        wie=_wie("van"),
        waar=Q(verstuurd_op__isnull=False),
    ),
    Tijdlijnbron(
        "aanmelding",
        "reply",
        "trajecten:aanmelding",
        Doorverwijzing,
        F("behandeld_op"),
        _label(Doorverwijsstatus.choices, "Doorverwijzing: "),
        code=F("status"),
        tekst=F("antwoord"),
        wie=_wie("behandeld_door"),
        waar=Q(behandeld_op__isnull=False),
    ),
    Tijdlijnbron(
        "aanmelding",
        "clipboard-check",
        "trajecten:aanmelding",
        Intake,
        F("gehouden_op"),
        _vast("Intakegesprek"),
        tekst=F("gewenste_hulp"),
        waar=Q(gehouden_op__isnull=False),
    ),
    Tijdlijnbron(
        "randprobleem",
        "exclamation-circle",
        "trajecten:traject_detail",
        Randprobleem,
        F("gemeld_op"),
        _label(Randthema.choices, "Randprobleem: "),
        code=F("thema"),
        tekst=F("omschrijving"),
    ),
    Tijdlijnbron(
        "plan",
        "bullseye",
        "trajecten:plan_detail",
        Doel,
        F("gesteld_op"),
        _vast("Doel gesteld"),
        tekst=F("omschrijving"),
    ),
    Tijdlijnbron(
        "plan",
        "square",
        "trajecten:plan_detail",
        Actiepunt,
        F("vervalt_op"),
        _vast("Actie tegen deze dag"),
        tekst=F("omschrijving"),
        wie=_wie("medewerker"),
        waar=Q(gedaan_op=None),
    ),
    Tijdlijnbron(
        "plan",
        "check-square",
        "trajecten:plan_detail",
        Actiepunt,
        F("gedaan_op"),
        _vast("Actie gedaan"),
        tekst=F("omschrijving"),
        wie=_wie("medewerker"),
        waar=Q(gedaan_op__isnull=False),
    ),
    Tijdlijnbron(
        "werk",
        "briefcase",
        "dossier:werk",
        Tewerkstelling,
        F("van"),
        _label(Contractsoort.choices, "Eerste werkdag: "),
        code=F("soort"),
        tekst=Coalesce("werkplek__naam", "functie"),
        wie=F("werkplek__werkgever__naam"),
    ),
    Tijdlijnbron(
        "werk",
        "briefcase",
        "dossier:werk",
        Tewerkstelling,
        F("tot"),
        _label(Eindreden.choices, "Eerste dag na het contract: ", leeg="einde volgens het contract"),
        code=F("eindreden"),
        tekst=Coalesce("werkplek__naam", "functie"),
        wie=F("werkplek__werkgever__naam"),
        waar=Q(tot__isnull=False),
    ),
    Tijdlijnbron(
        "werk",
        "hourglass-top",
        "dossier:werk",
        Werkervaring,
        F("start"),
        _vast("Start van de werkervaringsovereenkomst (24 maanden)"),
        wie=_wie("geregistreerd_door"),
    ),
    Tijdlijnbron(
        "werk",
        "clipboard-check",
        "evaluaties:evaluatie_detail",
        Evaluatie,
        F("gehouden_op"),
        _label(Evaluatiesoort.choices, "Evaluatie: "),
        code=F("soort"),
        tekst=F("besluit"),
        wie=_wie("afgerond_door"),
        waar=Q(afgerond_op__isnull=False),
        eigen_pk=True,
    ),
    Tijdlijnbron(
        "werk",
        "geo-alt",
        "evaluaties:evaluatie_list",
        Werkbezoek,
        F("op"),
        _vast("Bezoek aan de werkplek"),
        tekst=F("gezien"),
        wie=_wie("gewijzigd_door"),
    ),
    Tijdlijnbron(
        "document",
        "file-earmark",
        "clienten:document_list",
        Document,
        TruncDate("toegevoegd_op"),
        _label(Documentsoort.choices, "Document: "),
        code=F("soort"),
        tekst=F("titel"),
        wie=_wie("toegevoegd_door"),
    ),
    Tijdlijnbron(
        "termijn",
        "alarm",
        "dossier:dossier_detail",
        Termijn,
        F("vervalt_op"),
        _label(TERMIJNSOORTEN.keuzes()),
        code=F("soort"),
        tekst=F("onderwerp"),
        wie=_wie("verantwoordelijke"),
        # An action point is in the plan already, with its own words.
        waar=Q(gesloten_op=None) & ~Q(soort=ACTIEPUNT),
    ),
    *WERKBRONNEN,
)
