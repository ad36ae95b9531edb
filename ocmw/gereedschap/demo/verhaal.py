"""What makes a demo dossier worth opening: a referral, an intake, answers, side problems, goals and a WEO."""

import random
from datetime import date, timedelta

from clienten.actions import bewaar_leefsituatie, bewaar_randvoorwaarde
from clienten.enums import Antwoord, Randvoorwaardesoort
from clienten.models import Client, Gezinslid, Randvoorwaarde
from clienten.profiel.models import Diploma, Taalkennis
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from tewerkstelling.rooster import geplande_dag
from trajecten.actions import (
    beantwoord_doorverwijzing,
    beantwoord_vraag,
    begin_doorverwijzing,
    bewaar_bundelstap,
    bewaar_doel,
    bewaar_intake,
    bewaar_randprobleem,
    ga_naar_fase,
    lees_antwoord,
    noteer_gesprek,
    noteer_navraag,
    rond_intake_af,
    verstuur_doorverwijzing,
)
from trajecten.enums import Aanwezigheid, Doelstatus, Doorverwijsstatus, Kanaal, Randstatus, Randthema, Voorwaarde
from trajecten.fasen import VRAGEN, Fase, Vraagsoort
from trajecten.models import (
    Actiepunt,
    Doel,
    Fasebeantwoording,
    Gesprek,
    Intake,
    Navraag,
    Randprobleem,
    Traject,
    Voorwaardeantwoord,
)
from trajecten.tegenspraak import BUNDELPAREN, verbeter_dossier
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
DIENSTEN = {"gezondheid": "de huisarts", "verslaving": "CGG", "gezin": "Kind en Gezin"}
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

VERSLAGEN = [
    "We overliepen hoe het gaat. De week verliep goed en de kinderopvang is geregeld.",
    "Het cv is aangevuld. Tegen volgende keer zoekt de cliënt twee vacatures.",
    "Gesproken over wat lukt en wat nog moeilijk is op de werkvloer.",
    "De bus rijdt niet vroeg genoeg voor de ochtendploeg. We zoeken een andere oplossing.",
    "De mentor is tevreden over de inzet. Stiptheid blijft een aandachtspunt.",
    "Samen de vacature gelezen en besproken wat er gevraagd wordt.",
]
NIET_GEKOMEN = "Kwam niet. Gebeld: het was vergeten."
ACTIES = [
    "cv nalezen",
    "inschrijving bij VDAB nakijken",
    "bellen met de werkplek",
    "rijbewijs navragen",
    "attest opvragen",
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
        self,
        client: Client,
        mw: Medewerker,
        coach: Medewerker | None,
        *,
        op: date,
        antwoord: Doorverwijsstatus | None,
        botst: bool = False,
    ) -> None:
        """The bundle is filled in and sent; `antwoord` is what the trajectbegeleider said, or None while it waits. `botst`: it says
        somebody can work, while the file says that something is not in order."""
        bundel = begin_doorverwijzing(client, door=mw, op=op)
        bundel.situatie = "Krijgt sinds dit jaar leefloon en wil graag werken."
        bundel.wensen = "Liefst werk in de buurt, geen nachtwerk."
        bundel.aan, bundel.mw_akkoord_op, bundel.client_akkoord_op = coach, op, op
        voorwaarden = [
            Voorwaardeantwoord(doorverwijzing=bundel, voorwaarde=wat, antwoord=Antwoord.JA, op=op) for wat in Voorwaarde
        ]
        if not botst and Randvoorwaarde.objects.filter(client=client, in_orde=Antwoord.NEE).exists():
            kan = next(rij for rij in voorwaarden if rij.voorwaarde == Voorwaarde.RANDVOORWAARDEN)
            kan.antwoord, kan.nota = Antwoord.NEE, "Nog geen vervoer naar het werk. We zoeken een fiets."
        velden = ["situatie", "wensen", "aan", "mw_akkoord_op", "client_akkoord_op"]
        bundel = bewaar_bundelstap(bundel, velden, voorwaarden, door=mw, op=op)
        bundel = verstuur_doorverwijzing(bundel, door=mw, op=op)
        if antwoord and coach:
            beantwoord_doorverwijzing(bundel, antwoord, door=coach, op=op + timedelta(days=1), antwoord="Welkom!")
            bundel.refresh_from_db()
            lees_antwoord(bundel, door=mw, op=op + timedelta(days=2))

    def lost_tegenspraak_op(self, client: Client, mw: Medewerker, *, op: date) -> None:
        """The bundle was right: the file becomes what it says."""
        paar = next(paar for paar in BUNDELPAREN if paar.feit == Randvoorwaardesoort.MOBILITEIT)
        verbeter_dossier(client, paar, Antwoord.JA, door=mw, op=op)

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
        if (self.op - op).days < 12:
            velden |= {"hulpvragen": ["cv", "job"], "vdab_ingeschreven": Antwoord.NEE, "vdab_hulp_nodig": True}
        intake = bewaar_intake(Intake(client=client, **velden), list(velden), door=coach, op=op)
        rond_intake_af(intake, door=coach, op=op)

    def antwoorden(self, traject: Traject, coach: Medewerker, *, tot: int, op: date) -> None:
        for fase in (Fase(nummer) for nummer in range(1, tot + 1)):
            for vraag in VRAGEN[fase]:
                if vraag.code == "vdab":
                    continue  # the intake said it
                waarde, woorden = "", ANTWOORDEN.get(vraag.code, "")
                if vraag.soort == Vraagsoort.TEKST:
                    woorden = woorden or "Besproken, geen bijzonderheden."
                elif vraag.soort == Vraagsoort.KEUZE:
                    waarde = "art60"
                elif vraag.opent:
                    waarde = self.dobbel.choice([Antwoord.JA, Antwoord.NEE, Antwoord.NEE, Antwoord.NEE])
                elif vraag.code == "realistisch":
                    waarde = Antwoord.JA
                else:
                    waarde = self.dobbel.choice([Antwoord.JA, Antwoord.JA, Antwoord.NEE])
                self._beantwoord(traject, vraag.code, waarde, woorden, coach, op)
        for probleem in Randprobleem.objects.belemmerend().filter(client=traject.client).exclude(uit_vraag=""):
            self._vraag_na(probleem, coach, Randstatus.NORMAAL, op=op)

    def verkenning(self, traject: Traject, coach: Medewerker, *, variant: int, op: date) -> None:
        """Three ways phase 1 can stand: somebody works on it, a "ja" that became "nee", and nothing in the way."""
        ja = {0: {"gezondheid": "Slaapt slecht en is snel moe.", "andere_hulp": ""}, 1: {"gezinssituatie": ""}}
        for vraag in VRAGEN[Fase.VERKENNING]:
            if vraag.soort == Vraagsoort.TEKST:
                self._beantwoord(traject, vraag.code, "", ANTWOORDEN["leefsituatie"], coach, op)
            else:
                waarde = Antwoord.JA if vraag.code in ja.get(variant, {}) else Antwoord.NEE
                if variant == 1 and vraag.code == "verslaving":
                    waarde = Antwoord.ONBEKEND
                woorden = ja.get(variant, {}).get(vraag.code, "")
                self._beantwoord(traject, vraag.code, waarde, woorden, coach, op)
        if variant == 0:
            for probleem in Randprobleem.objects.belemmerend().filter(client=traject.client).exclude(uit_vraag=""):
                self._vraag_na(probleem, coach, Randstatus.AANGEPAKT, op=op)
        elif variant == 1:
            antwoord = Fasebeantwoording.objects.get(traject=traject, vraag="gezinssituatie")
            antwoord.antwoord = Antwoord.NEE
            beantwoord_vraag(antwoord, ["antwoord"], door=coach, op=op)

    def _beantwoord(self, traject: Traject, code: str, waarde: str, woorden: str, coach: Medewerker, op: date) -> None:
        antwoord = Fasebeantwoording(traject=traject, client=traject.client, vraag=code)
        antwoord.antwoord, antwoord.toelichting = waarde, woorden
        beantwoord_vraag(antwoord, [], door=coach, op=op)

    def _vraag_na(self, probleem: Randprobleem, coach: Medewerker, stand: Randstatus, *, op: date) -> None:
        probleem.doorverwezen_naar = DIENSTEN.get(probleem.thema, "CAW")
        probleem.doorverwezen_op = op
        bewaar_randprobleem(probleem, ["doorverwezen_naar", "doorverwezen_op"], door=coach, op=op)
        navraag = Navraag(
            probleem=probleem,
            op=op,
            met=probleem.doorverwezen_naar,
            werkt_eraan=Antwoord.JA,
            verslag="De afspraken zijn gemaakt en de cliënt komt.",
        )
        volgende = self.op + timedelta(days=self.dobbel.randint(6, 25))
        noteer_navraag(navraag, status=stand, volgende_check_op=volgende, door=coach, op=op)

    def plan(self, traject: Traject, coach: Medewerker, *, op: date) -> None:
        for thema, wat, status in self.dobbel.sample(DOELEN, 2):
            doel = Doel(client=traject.client, traject=traject, thema=thema, omschrijving=wat, status=status)
            bewaar_doel(doel, door=coach, op=op)
        thema, wat, oplossing, stand = self.dobbel.choice(PROBLEMEN)
        probleem = Randprobleem(client=traject.client, thema=thema, omschrijving=wat, oplossing=oplossing, status=stand)
        if probleem.belemmert:
            probleem.volgende_check_op = self.op + timedelta(days=self.dobbel.randint(6, 25))
        bewaar_randprobleem(probleem, door=coach, op=op)

    def werkervaring(self, client: Client, coach: Medewerker, *, start: date) -> None:
        registreer_werkervaring(Werkervaring(client=client, start=start), door=coach, op=self.op)

    def fasen(self, traject: Traject, coach: Medewerker, *, tot: int, begin: date, einde: date | None = None) -> None:
        """From phase to phase up to `tot`, at equal distances between `begin` and `einde` (None: now)."""
        dagen = max(1, ((einde or self.op) - begin).days // (tot + 1) - 1)
        for fase in range(2, tot + 1):
            ga_naar_fase(
                traject,
                Fase(fase),
                door=coach,
                op=begin + timedelta(days=2 + dagen * (fase - 1)),
                motivatie="Besproken op het teamoverleg, de vragen vullen we aan.",
                heeft_werk=True,
            )

    def mag_nog_zonder_plan(self, traject: Traject) -> bool:
        return (self.op - traject.gestart_op).days < regel("traject.plan_dagen", op=self.op).waarde

    def stil_sinds(self, traject: Traject) -> date:
        """So that the next contact was due four days ago."""
        return self.op - timedelta(days=self._stilte(traject, self.op) + 4)

    def gesprekken(self, traject: Traject, coach: Medewerker, *, tot: date) -> None:
        """Spoken as often as the phase of that day asks (rule `traject.stilte_dagen`), up to `tot`; now and then not there at
        the first try."""
        dag = geplande_dag(traject.gestart_op + timedelta(days=self.dobbel.randint(3, 12)), vanaf=traject.gestart_op)
        while dag <= tot:
            eerder = dag - timedelta(days=3)
            if self.dobbel.random() < 0.15 and eerder > traject.gestart_op:
                self._gesprek(traject.client, coach, eerder, Aanwezigheid.AFWEZIG)
            self._gesprek(traject.client, coach, dag, Aanwezigheid.AANWEZIG)
            hoogstens = min(self._stilte(traject, dag), self._stilte(traject, min(self.op, dag + timedelta(days=21))))
            dag = geplande_dag(dag + timedelta(days=self.dobbel.randint(hoogstens // 2, hoogstens - 1)), vanaf=dag)

    def _gesprek(self, client: Client, coach: Medewerker, dag: date, aanwezigheid: Aanwezigheid) -> None:
        gesprek = Gesprek(
            client=client,
            op=dag,
            kanaal=self.dobbel.choice(
                [Kanaal.GESPREK, Kanaal.GESPREK, Kanaal.TELEFOON, Kanaal.MAIL, Kanaal.HUISBEZOEK]
            ),
            aanwezigheid=aanwezigheid,
            duur=self.dobbel.choice([15, 30, 45, 60]),
            verslag=self.dobbel.choice(VERSLAGEN) if aanwezigheid == Aanwezigheid.AANWEZIG else NIET_GEKOMEN,
        )
        punten = []
        if self.dobbel.random() < 0.2 and aanwezigheid == Aanwezigheid.AANWEZIG:
            tegen = dag + timedelta(days=14)
            punten = [
                Actiepunt(
                    omschrijving=self.dobbel.choice(ACTIES),
                    vervalt_op=tegen,
                    gedaan_op=tegen if tegen < self.op else None,
                )
            ]
        noteer_gesprek(gesprek, punten, door=coach, op=self.op)

    def _stilte(self, traject: Traject, dag: date) -> int:
        """How many days without contact the phase of that day allows."""
        fase = next((p.fase for p in traject.faseperiodes.order_by("-van", "-pk") if p.van <= dag), traject.fase)
        dagen: int = regel("traject.stilte_dagen", op=self.op).waarde[str(int(fase))]
        return dagen
