"""What a coach writes down on the way: answers per phase, side problems, goals and what was promised."""

import random
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from trajecten.actions import beantwoord_vraag, bewaar_actiepunt, bewaar_doel, bewaar_randprobleem, maak_afspraak
from trajecten.enums import Doelstatus, Eigenaar, Randstatus, Randthema
from trajecten.fasen import VRAGEN, Fase, antwoorden_op
from trajecten.models import Actiepunt, Afspraak, Doel, Randprobleem, Traject
from trajecten.trajectblad import antwoord_op

TOELICHTINGEN: dict[str, tuple[str, ...]] = {
    "leefsituatie": ("Huurt een appartement, rustige buurt.", "Woont in bij familie, zoekt iets eigens."),
    "gezinssituatie": ("Alleenstaand met twee kinderen op school.", "Gehuwd, drie kinderen.", "Alleenstaand."),
    "wil": ("Werk met de handen, liefst overdag.", "In een keuken werken.", "Iets met ouderen."),
    "kan": ("Werkt nauwkeurig en is op tijd.", "Sterk in contact met mensen."),
    "diplomas": ("Middelbaar in het land van herkomst, niet erkend.", "Getuigschrift tweede graad."),
    "richting_reden": ("Weinig recente werkervaring; eerst ritme opbouwen.",),
    "maatregelen": ("Nagaan of een doelgroepvermindering mogelijk is.",),
    "verloop": ("Op tijd, leert snel, de vroege shift is moeilijk.",),
}
PROBLEMEN: tuple[tuple[str, str, str], ...] = (
    (Randthema.KINDEROPVANG, "Geen opvang voor 8 uur.", "Kind en Gezin"),
    (Randthema.SCHULDEN, "Afbetalingen lopen op.", "Schuldbemiddeling"),
    (Randthema.MOBILITEIT, "Geen rijbewijs; bus rijdt niet voor 6 uur.", ""),
    (Randthema.GEZONDHEID, "Rugklachten bij lang rechtstaan.", "Huisarts"),
    (Randthema.TAAL, "Begrijpt instructies, durft weinig te vragen.", "Open school"),
)
DOELEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("werk", "Werken in een keuken of in de logistiek", ("Cv maken of bijwerken", "Vacatures zoeken")),
    ("taal", "Nederlands van A2 naar B1", ("Nederlandse les zoeken", "Inschrijven voor het najaar")),
    ("opleiding", "Het attest heftruckchauffeur halen", ("Opleiding zoeken", "Inschrijven bij VDAB")),
)


def beantwoord_fase(traject: Traject, fase: Fase, dobbel: random.Random, *, door: Medewerker, op: date) -> None:
    for vraag in VRAGEN[fase]:
        if not vraag.poort and dobbel.random() < 0.4:
            continue
        antwoord = antwoord_op(traject, vraag)
        keuzes = [code for code, _ in antwoorden_op(vraag)]
        antwoord.antwoord = dobbel.choice(keuzes) if keuzes else ""
        if not keuzes or dobbel.random() < 0.3:
            antwoord.toelichting = dobbel.choice(TOELICHTINGEN.get(vraag.code, ("Besproken met de cliënt.",)))
        beantwoord_vraag(antwoord, [], door=door, op=op)


def schrijf_plan(client: Client, dobbel: random.Random, *, door: Medewerker, begin: date, op: date) -> None:
    for thema, omschrijving, dienst in dobbel.sample(PROBLEMEN, dobbel.choice([0, 1, 2])):
        dag = min(op, begin + timedelta(days=10))
        probleem = Randprobleem(
            client=client,
            thema=thema,
            omschrijving=omschrijving,
            doorverwezen_naar=dienst,
            doorverwezen_op=dag if dienst else None,
            status=dobbel.choice([Randstatus.OPEN, Randstatus.AANGEPAKT, Randstatus.NORMAAL]),
        )
        bewaar_randprobleem(probleem, door=door, op=dag)
    for thema, omschrijving, acties in dobbel.sample(DOELEN, dobbel.choice([1, 1, 2])):
        dag = min(op, begin + timedelta(days=20))
        doel = Doel(client=client, thema=thema, omschrijving=omschrijving, status=Doelstatus.BEZIG)
        bewaar_doel(doel, door=door, op=dag)
        for nummer, actie in enumerate(acties):
            punt = Actiepunt(
                client=client,
                doel=doel,
                omschrijving=actie,
                eigenaar=dobbel.choice(list(Eigenaar)),
                medewerker=door,
                vervalt_op=op + timedelta(days=dobbel.randint(-3, 25)),
                gedaan_op=None if nummer else dag,
            )
            bewaar_actiepunt(punt, door=door, op=op)


def plan_afspraak(client: Client, nummer: int, *, door: Medewerker, op: date) -> None:
    dag = op + timedelta(days=nummer % 6)
    begint = timezone.make_aware(datetime.combine(dag, time(9 + nummer % 7, 0)))
    afspraak = Afspraak(client=client, medewerker=door, begint_op=begint, plaats="Sociaal huis, lokaal 2")
    maak_afspraak(afspraak, door=door, op=op, toch=True)
