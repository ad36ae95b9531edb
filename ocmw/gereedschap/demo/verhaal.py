"""What makes a demo dossier worth opening: a referral, an intake, answers, side problems, goals and a WEO."""

import random
from datetime import date, timedelta

from clienten.actions import bewaar_leefsituatie, bewaar_randvoorwaarde
from clienten.enums import Antwoord, Randvoorwaardesoort
from clienten.models import Client, Gezinslid, Randvoorwaarde
from clienten.profiel.models import Diploma, Taalkennis
from ocmw.termijnen.actions import voldoe_termijn
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from trajecten.actions import (
    beantwoord_doorverwijzing,
    beantwoord_vraag,
    begin_doorverwijzing,
    bewaar_bundelstap,
    bewaar_doel,
    bewaar_intake,
    bewaar_randprobleem,
    ga_naar_fase,
    rond_intake_af,
    verstuur_doorverwijzing,
)
from trajecten.beloften import ANTWOORD
from trajecten.enums import Doelstatus, Doorverwijsstatus, Randstatus, Randthema, Voorwaarde
from trajecten.fasen import VRAGEN, Fase, Vraagsoort
from trajecten.models import Doel, Fasebeantwoording, Intake, Randprobleem, Traject, Voorwaardeantwoord
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

ANTWOORDEN = {
    "leefsituatie": "Huurt een appartement, de huur is betaalbaar.",
    "gezinssituatie": "Woont samen met partner en twee kinderen.",
    "wil": "Wil iets met de handen doen, liefst in team.",
    "kan": "Werkte vroeger in een magazijn en is handig.",
    "diplomas": "Secundair onderwijs, niet afgewerkt.",
    "richting_reden": "Eerst werkervaring opdoen, daarna gewoon werk zoeken.",
    "maatregelen": "Kijken naar een opleiding met premie of IBO.",
}
DOELEN = [
    ("werk", "Een job vinden als magazijnier, voltijds", Doelstatus.BEZIG),
    ("opleiding", "Heftruckopleiding volgen", Doelstatus.GEPLAND),
    ("taal", "Niveau Nederlands A2 halen", Doelstatus.BEZIG),
    ("mobiliteit", "Met de fiets naar het werk kunnen", Doelstatus.BEREIKT),
]
PROBLEMEN = [
    (
        Randthema.KINDEROPVANG,
        "Geen opvang voor acht uur.",
        "Plaats aanvragen bij de buitenschoolse opvang.",
        Randstatus.AANGEPAKT,
    ),
    (Randthema.GEZONDHEID, "Rugklachten na een ongeval.", "De huisarts volgt dit op.", Randstatus.NORMAAL),
    (Randthema.SCHULDEN, "Afbetalingsplan bij de dienst schuldhulp.", "Budgetbegeleiding loopt.", Randstatus.NORMAAL),
]


class Demoverhaal:
    """Adds to a client that exists; each method is one scene."""

    def __init__(self, dobbel: random.Random, op: date) -> None:
        self.dobbel, self.op = dobbel, op

    def leefsituatie(self, client: Client, *, door: Medewerker) -> None:
        rijen = (
            Diploma(
                client=client, naam="Lager secundair onderwijs", land=client.nationaliteit, erkend=Antwoord.ONBEKEND
            ),
            Taalkennis(client=client, taal="Engels", niveau="A2"),
            Gezinslid(client=client, relatie="kind", voornaam="Noor", geboortejaar=self.op.year - 6, ten_laste=True),
        )
        for rij in rijen:
            bewaar_leefsituatie(rij, [], door=door, op=self.op)
        for soort in Randvoorwaardesoort:
            in_orde = Antwoord.NEE if soort == Randvoorwaardesoort.MOBILITEIT else Antwoord.JA
            voorwaarde = Randvoorwaarde(client=client, soort=soort, in_orde=in_orde, beoordeeld_op=self.op)
            bewaar_randvoorwaarde(voorwaarde, [], door=door, op=self.op)

    def doorverwijzing(
        self, client: Client, mw: Medewerker, coach: Medewerker | None, *, op: date, antwoord: Doorverwijsstatus | None
    ) -> None:
        """The bundle is filled in and sent; `antwoord` is what the trajectbegeleider said, or None while it waits."""
        bundel = begin_doorverwijzing(client, door=mw, op=op)
        bundel.situatie = "Krijgt sinds dit jaar leefloon en wil graag werken."
        bundel.wensen = "Liefst werk in de buurt, geen nachtwerk."
        bundel.aan, bundel.mw_akkoord_op, bundel.client_akkoord_op = coach, op, op
        voorwaarden = [
            Voorwaardeantwoord(doorverwijzing=bundel, voorwaarde=wat, antwoord=Antwoord.JA, op=op) for wat in Voorwaarde
        ]
        velden = ["situatie", "wensen", "aan", "mw_akkoord_op", "client_akkoord_op"]
        bundel = bewaar_bundelstap(bundel, velden, voorwaarden, door=mw, op=op)
        bundel = verstuur_doorverwijzing(bundel, door=mw, op=op)
        if antwoord and coach:
            beantwoord_doorverwijzing(bundel, antwoord, door=coach, op=op + timedelta(days=1), antwoord="Welkom!")
            for termijn in Termijn.objects.open().filter(client=client, soort=ANTWOORD):
                voldoe_termijn(termijn, door=mw, op=op + timedelta(days=2))  # the sender has read it

    def intake(self, client: Client, coach: Medewerker, *, op: date) -> None:
        velden = {
            "gehouden_op": op,
            "opleiding": "Beroepssecundair, houtbewerking.",
            "werkervaring": "Drie jaar in een magazijn, daarna interim.",
            "interesse": "Logistiek, groen.",
            "sterktes": "Op tijd, leert snel, werkt graag samen.",
            "moeilijk_zoeken": "Vacatures lezen en een brief schrijven.",
            "gewenste_hulp": "Een cv maken en oefenen op een gesprek.",
            "vdab_ingeschreven": Antwoord.JA,
        }
        intake = bewaar_intake(Intake(client=client, **velden), list(velden), door=coach, op=op)
        rond_intake_af(intake, door=coach, op=op)

    def antwoorden(self, traject: Traject, coach: Medewerker, *, tot: int, op: date) -> None:
        for fase in (Fase(nummer) for nummer in range(1, tot + 1)):
            for vraag in VRAGEN[fase]:
                antwoord = Fasebeantwoording(traject=traject, client=traject.client, vraag=vraag.code)
                if vraag.soort == Vraagsoort.TEKST:
                    antwoord.toelichting = ANTWOORDEN.get(vraag.code, "Besproken, geen bijzonderheden.")
                elif vraag.soort == Vraagsoort.KEUZE:
                    antwoord.antwoord = "art60"
                else:
                    antwoord.antwoord = self.dobbel.choice([Antwoord.JA, Antwoord.JA, Antwoord.NEE])
                beantwoord_vraag(antwoord, [], door=coach, op=op)

    def plan(self, traject: Traject, coach: Medewerker, *, op: date) -> None:
        for thema, wat, status in self.dobbel.sample(DOELEN, 2):
            doel = Doel(client=traject.client, traject=traject, thema=thema, omschrijving=wat, status=status)
            bewaar_doel(doel, door=coach, op=op)
        thema, wat, oplossing, stand = self.dobbel.choice(PROBLEMEN)
        probleem = Randprobleem(client=traject.client, thema=thema, omschrijving=wat, oplossing=oplossing, status=stand)
        bewaar_randprobleem(probleem, door=coach, op=op)

    def werkervaring(self, client: Client, coach: Medewerker, *, start: date) -> None:
        registreer_werkervaring(Werkervaring(client=client, start=start), door=coach, op=self.op)

    def fasen(self, traject: Traject, coach: Medewerker, *, tot: int, begin: date) -> None:
        """From phase to phase up to `tot`, at equal distances between `begin` and now."""
        dagen = max(1, (self.op - begin).days // (tot + 1) - 1)
        for fase in range(2, tot + 1):
            ga_naar_fase(
                traject,
                Fase(fase),
                door=coach,
                op=begin + timedelta(days=2 + dagen * (fase - 1)),
                motivatie="Besproken op het teamoverleg, de vragen vullen we aan.",
                heeft_werk=True,
            )
