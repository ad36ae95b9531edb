"""The five phases (Kina, S3): what may follow what, which questions belong to each, and why a step is refused. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models


class Fase(models.IntegerChoices):
    VERKENNING = 1, "Verkenning"
    IN_KAART = 2, "In kaart brengen"
    ZOEKEN = 3, "Zoeken naar werk"
    BEGELEIDING = 4, "Begeleiding tijdens werk"
    EINDE = 5, "Einde art.60"


# Going back is allowed: people relapse, lose a job, or turn out to need a better picture first.
OVERGANGEN: dict[Fase, frozenset[Fase]] = {
    Fase.VERKENNING: frozenset({Fase.IN_KAART}),
    Fase.IN_KAART: frozenset({Fase.VERKENNING, Fase.ZOEKEN}),
    Fase.ZOEKEN: frozenset({Fase.VERKENNING, Fase.IN_KAART, Fase.BEGELEIDING}),
    Fase.BEGELEIDING: frozenset({Fase.VERKENNING, Fase.IN_KAART, Fase.ZOEKEN, Fase.EINDE}),
    Fase.EINDE: frozenset({Fase.IN_KAART, Fase.ZOEKEN, Fase.BEGELEIDING}),
}


class Vraagsoort(models.TextChoices):
    JA_NEE = "ja_nee", "ja, nee of onbekend"
    TEKST = "tekst", "tekst"
    KEUZE = "keuze", "keuze"


@dataclass(frozen=True)
class Vraag:
    """One question of the Kina page. `poort`: must be answered before the phase is left forwards; "onbekend" is no answer.

    `hoort_bij`: only for this branch, "art60" or "regulier"; empty: for both.
    `opent`: the theme (enums.Randthema) of the side problem that a "ja" opens.
    `rest`: the page of the client where more is kept about the same, and what it says (address by name, words of the link).
    """

    code: str
    tekst: str
    soort: Vraagsoort = Vraagsoort.TEKST
    keuzes: tuple[tuple[str, str], ...] = ()
    poort: bool = False
    afgeschermd: bool = False
    opent: str = ""
    hoort_bij: str = ""
    rest: tuple[str, str] = ("", "")


_JN = Vraagsoort.JA_NEE
JA_NEE: tuple[tuple[str, str], ...] = (("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend"))
VRAGEN: dict[Fase, tuple[Vraag, ...]] = {
    Fase.VERKENNING: (
        Vraag("leefsituatie", "Hoe is de leefsituatie?", poort=True),
        Vraag(
            "gezinssituatie",
            "In welke gezinssituatie leeft de cliënt, en maakt die het moeilijk om te werken?",
            _JN,
            poort=True,
            opent="gezin",
        ),
        Vraag(
            "gezondheid",
            "Zijn er gezondheidsproblemen (ziekte, depressie ...)?",
            _JN,
            poort=True,
            afgeschermd=True,
            opent="gezondheid",
        ),
        Vraag(
            "verslaving",
            "Is er een verslaving (drank, drugs ...)?",
            _JN,
            poort=True,
            afgeschermd=True,
            opent="verslaving",
        ),
        Vraag("andere_hulp", "Is hulp van een andere dienst nodig?", _JN, poort=True, opent="andere"),
    ),
    Fase.IN_KAART: (
        Vraag("wil", "Wat wil de cliënt?", poort=True),
        Vraag("kan", "Wat kan de cliënt?", poort=True),
        Vraag("realistisch", "Passen willen en kunnen bij elkaar?", _JN, poort=True),
        Vraag("diplomas", "Welke diploma's heeft de cliënt?"),
        Vraag("opleiding_zinvol", "Is een (extra) opleiding zinvol?", _JN),
        Vraag("computer", "Kan de cliënt genoeg met een computer werken?", _JN),
        Vraag("rijbewijs", "Heeft de cliënt een rijbewijs?", _JN),
        Vraag("talenkennis", "Kent de cliënt de nodige talen?", _JN),
        Vraag(
            "vdab",
            "Is de cliënt ingeschreven bij VDAB als werkzoekende?",
            _JN,
            rest=("trajecten:vdab_edit", "Sinds wanneer, nummer en hulp"),
        ),
        Vraag("attitude", "Is de arbeidsattitude in orde?", _JN),
        Vraag("motivatie", "Is de cliënt gemotiveerd?", _JN),
    ),
    Fase.ZOEKEN: (
        Vraag(
            "richting",
            "Zoeken we gewoon werk of art.60?",
            Vraagsoort.KEUZE,
            (("regulier", "Reguliere arbeidsmarkt"), ("art60", "Art.60§7")),
            poort=True,
        ),
        Vraag("richting_reden", "Waarom die keuze?", poort=True),
        Vraag("vacatures", "Worden er geschikte vacatures gezocht?", _JN, hoort_bij="regulier"),
        Vraag("sollicitaties", "Zijn brieven, cv en sollicitaties voorbereid?", _JN, hoort_bij="regulier"),
        Vraag("bemiddeling", "Zijn werkgevers ingelicht over tewerkstellingsmaatregelen?", _JN, hoort_bij="regulier"),
        Vraag("werkplek_gezocht", "Is er een geschikte werkplek gezocht?", _JN, hoort_bij="art60"),
        Vraag("afspraken_werkvloer", "Zijn er afspraken over de begeleiding op de werkvloer?", _JN, hoort_bij="art60"),
    ),
    Fase.BEGELEIDING: (
        Vraag(
            "opvolging",
            "Volgen we de cliënt op het werk op? (bij regulier werk mag dat, het moet niet)",
            _JN,
            poort=True,
            hoort_bij="regulier",
        ),
        Vraag(
            "opvolging_reden",
            "Waarom wel of niet? (bijvoorbeeld: houding van de werkgever)",
            hoort_bij="regulier",
        ),
        Vraag("verloop", "Hoe verloopt het werk?"),
        Vraag("klaar_regulier", "Is de cliënt klaar voor de reguliere arbeidsmarkt?", _JN, hoort_bij="art60"),
    ),
    # The questions of this phase are the list of the end of art.60, which a higher room keeps (fasedelen.py).
    Fase.EINDE: (),
}
VRAAG_VAN_CODE: dict[str, Vraag] = {vraag.code: vraag for vragen in VRAGEN.values() for vraag in vragen}
FASE_VAN_CODE: dict[str, Fase] = {vraag.code: fase for fase, vragen in VRAGEN.items() for vraag in vragen}


def antwoorden_op(vraag: Vraag) -> tuple[tuple[str, str], ...]:
    """The answers somebody can choose; none for a question answered in words only."""
    return JA_NEE if vraag.soort == Vraagsoort.JA_NEE else vraag.keuzes


def vragen_voor(fase: Fase, *, afgeschermd: bool, tak: str = "") -> tuple[Vraag, ...]:
    """The questions of a phase that exist for a reader; `afgeschermd` says whether shielded ones do. `tak`: the branch that was
    chosen in phase 3, or the kind of work in phase 4; without one every question is asked."""
    return tuple(
        vraag
        for vraag in VRAGEN[fase]
        if (afgeschermd or not vraag.afgeschermd) and (not tak or vraag.hoort_bij in {"", tak})
    )


def tak_van(fase: Fase, *, richting: str, soort_werk: str = "") -> str:
    """Which branch of the questions counts: what was chosen while somebody looks for work, what the work is once it is there."""
    if fase == Fase.ZOEKEN:
        return richting
    return soort_werk or richting if fase == Fase.BEGELEIDING else ""


@dataclass(frozen=True)
class Fasefeiten:
    """What the gate looks at, as far as this reader may know it.

    `volledig=False`: the reader does not see shielded rows, so they count neither way and the gate always asks.
    `antwoorden`: per answered question what was chosen, or words for a question without choices. `belemmerend`: the side
    problems that still stand in the way, in words. `met_stand`: the questions whose "ja" has its side problem.
    """

    fase: Fase
    afgesloten: bool = False
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    belemmerend: tuple[str, ...] = ()
    met_stand: frozenset[str] = frozenset()
    soort_werk: str = ""
    heeft_werk: bool = False
    volledig: bool = True


@dataclass(frozen=True)
class Poort:
    """Whether a step can be taken. `hard` forbids it; `zacht` can be overridden with a motivation; so can `terug`."""

    hard: str = ""
    zacht: tuple[str, ...] = field(default=())
    terug: bool = False
    onbekend: int = 0  # questions of this phase that nobody answered, or only with "onbekend"; they hold nothing up

    @property
    def vraagt_motivatie(self) -> bool:
        return bool(self.zacht) or self.terug

    def weigering_voor(self, motivatie: str) -> str:
        """Why the step cannot be taken with this motivation; empty when it can."""
        if self.hard or motivatie.strip():
            return self.hard
        if self.terug:
            return "Schrijf waarom het traject teruggaat naar een vorige fase."
        return " ".join((*self.zacht, "Je kan toch verder als je schrijft waarom.")) if self.zacht else ""

    @property
    def open(self) -> bool:
        return not self.hard and not self.zacht

    @property
    def alles_bekend(self) -> bool:
        """Nothing holds the step up, and there is no question left whose answer we do not know."""
        return self.open and not self.onbekend


def poort(feiten: Fasefeiten, naar: Fase) -> Poort:
    """Why this traject cannot simply go to phase `naar`, in sentences. Going back only asks why."""
    if feiten.afgesloten:
        return Poort(hard="Het traject is afgesloten.")
    if naar == feiten.fase:
        return Poort(hard=f"Het traject staat al in fase {naar.value}.")
    if naar not in OVERGANGEN[feiten.fase]:
        return Poort(hard=f"Van fase {feiten.fase.value} ({feiten.fase.label}) kan je niet naar {naar.label}.")
    if naar < feiten.fase:
        return Poort(terug=True)
    tak = tak_van(feiten.fase, richting=feiten.antwoorden.get("richting", ""), soort_werk=feiten.soort_werk)
    vragen = vragen_voor(feiten.fase, afgeschermd=feiten.volledig, tak=tak)
    redenen = [reden for vraag in vragen if (reden := _ontbreekt(vraag, feiten))]
    if not feiten.volledig and any(vraag.afgeschermd for vraag in VRAGEN[feiten.fase]):
        redenen.append("Een deel van deze fase is afgeschermd. Vraag de trajectbegeleider of alles in orde is.")
    if feiten.fase == Fase.VERKENNING:
        redenen += [f"Randprobleem {naam}. Noteer hoe het nu staat." for naam in feiten.belemmerend]
    if naar == Fase.ZOEKEN and feiten.antwoorden.get("realistisch") == "nee":
        redenen.append("Wat de cliënt wil en wat die kan, passen nog niet bij elkaar.")
    if naar == Fase.BEGELEIDING and not feiten.heeft_werk:
        redenen.append("Er is nog geen werk of art.60-contract geregistreerd.")
    onbekend = sum(feiten.antwoorden.get(vraag.code, "") in {"", "onbekend"} for vraag in vragen)
    return Poort(zacht=tuple(redenen), onbekend=onbekend)


def _ontbreekt(vraag: Vraag, feiten: Fasefeiten) -> str:
    """What this question still asks of the gate; empty when it asks nothing."""
    if not vraag.poort:
        return ""
    antwoord = feiten.antwoorden.get(vraag.code)
    if not antwoord:
        return f"De vraag “{vraag.tekst}” is nog niet beantwoord."
    if antwoord == "onbekend":
        return f"Op de vraag “{vraag.tekst}” weten we het antwoord nog niet."
    if antwoord == "ja" and vraag.opent and vraag.code not in feiten.met_stand:
        return f"Op de vraag “{vraag.tekst}” is het antwoord ja. Noteer hoe het daarmee staat."
    return ""


def als_mermaid() -> str:
    """The phase diagram in the README; a test compares."""
    pijlen = [f"    {van.name} --> {naar.name}" for van, doelen in OVERGANGEN.items() for naar in sorted(doelen)]
    namen = [f"    {fase.name}: {fase.value}. {fase.label}" for fase in Fase]
    return "\n".join(["stateDiagram-v2", *namen, f"    [*] --> {Fase.VERKENNING.name}", *pijlen])
