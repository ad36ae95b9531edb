"""The five phases (Kina, S3): what may follow what, which questions belong to each, and why a step is refused. Pure."""

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
    """One question of the Kina page. `poort`: must be answered before the phase is left forwards."""

    code: str
    tekst: str
    soort: Vraagsoort = Vraagsoort.TEKST
    keuzes: tuple[tuple[str, str], ...] = ()
    poort: bool = False
    afgeschermd: bool = False


_JN = Vraagsoort.JA_NEE
JA_NEE: tuple[tuple[str, str], ...] = (("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend"))
VRAGEN: dict[Fase, tuple[Vraag, ...]] = {
    Fase.VERKENNING: (
        Vraag("leefsituatie", "Hoe is de leefsituatie?", poort=True),
        Vraag("gezinssituatie", "In welke gezinssituatie leeft de cliënt?", poort=True),
        Vraag("gezondheid", "Zijn er gezondheidsproblemen (ziekte, depressie ...)?", _JN, poort=True, afgeschermd=True),
        Vraag("verslaving", "Is er een verslaving (drank, drugs ...)?", _JN, poort=True, afgeschermd=True),
        Vraag("andere_hulp", "Is hulp van een andere dienst nodig?", _JN),
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
        Vraag("vacatures", "Regulier: worden er geschikte vacatures gezocht?", _JN),
        Vraag("sollicitaties", "Regulier: zijn brieven, cv en sollicitaties voorbereid?", _JN),
        Vraag("bemiddeling", "Regulier: zijn werkgevers ingelicht over tewerkstellingsmaatregelen?", _JN),
        Vraag("werkplek_gezocht", "Art.60: is er een geschikte werkplek gezocht?", _JN),
        Vraag("afspraken_werkvloer", "Art.60: zijn er afspraken over de begeleiding op de werkvloer?", _JN),
    ),
    Fase.BEGELEIDING: (
        Vraag(
            "opvolging",
            "Volgen we de cliënt op het werk op? (bij regulier werk mag dat, het moet niet)",
            _JN,
            poort=True,
        ),
        Vraag("opvolging_reden", "Waarom wel of niet? (bijvoorbeeld: houding van de werkgever)"),
        Vraag("verloop", "Hoe verloopt het werk?"),
        Vraag("klaar_regulier", "Is de cliënt klaar voor de reguliere arbeidsmarkt?", _JN),
    ),
    Fase.EINDE: (
        Vraag("kan_blijven", "Kan de cliënt blijven op deze werkplek?", _JN, poort=True),
        Vraag("maatregelen", "Voor welke tewerkstellingsmaatregelen komt de cliënt in aanmerking?", poort=True),
        Vraag("sollicitaties_voorbereid", "Zijn er sollicitaties voorbereid?", _JN),
        Vraag("nieuw_werk", "Zoeken we samen naar nieuw werk?", _JN),
    ),
}
VRAAG_VAN_CODE: dict[str, Vraag] = {vraag.code: vraag for vragen in VRAGEN.values() for vraag in vragen}
FASE_VAN_CODE: dict[str, Fase] = {vraag.code: fase for fase, vragen in VRAGEN.items() for vraag in vragen}


def antwoorden_op(vraag: Vraag) -> tuple[tuple[str, str], ...]:
    """The answers somebody can choose; none for a question answered in words only."""
    return JA_NEE if vraag.soort == Vraagsoort.JA_NEE else vraag.keuzes


def vragen_voor(fase: Fase, *, afgeschermd: bool) -> tuple[Vraag, ...]:
    """The questions of a phase that exist for a reader; `afgeschermd` says whether shielded ones do."""
    return tuple(vraag for vraag in VRAGEN[fase] if afgeschermd or not vraag.afgeschermd)


@dataclass(frozen=True)
class Fasefeiten:
    """What the gate looks at, as far as this reader may know it.

    `volledig=False`: the reader does not see shielded rows, so they count neither way and the gate always asks.
    """

    fase: Fase
    afgesloten: bool = False
    beantwoord: frozenset[str] = frozenset()
    open_randproblemen: int = 0
    heeft_werk: bool = False
    volledig: bool = True


@dataclass(frozen=True)
class Poort:
    """Whether a step can be taken. `hard` forbids it; `zacht` can be overridden with a motivation; so can `terug`."""

    hard: str = ""
    zacht: tuple[str, ...] = field(default=())
    terug: bool = False

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
    redenen = [
        f"De vraag “{vraag.tekst}” is nog niet beantwoord."
        for vraag in vragen_voor(feiten.fase, afgeschermd=feiten.volledig)
        if vraag.poort and vraag.code not in feiten.beantwoord
    ]
    if not feiten.volledig and any(vraag.afgeschermd for vraag in VRAGEN[feiten.fase]):
        redenen.append("Een deel van deze fase is afgeschermd. Vraag de trajectbegeleider of alles in orde is.")
    if feiten.fase == Fase.VERKENNING and feiten.open_randproblemen:
        aantal = feiten.open_randproblemen
        wat = "is nog 1 randprobleem dat" if aantal == 1 else f"zijn nog {aantal} randproblemen die"
        redenen.append(f"Er {wat} het werk in de weg {'staat' if aantal == 1 else 'staan'}.")
    if naar == Fase.BEGELEIDING and not feiten.heeft_werk:
        redenen.append("Er is nog geen werk of art.60-contract geregistreerd.")
    return Poort(zacht=tuple(redenen))


def als_mermaid() -> str:
    """The phase diagram in the README; a test compares."""
    pijlen = [f"    {van.name} --> {naar.name}" for van, doelen in OVERGANGEN.items() for naar in sorted(doelen)]
    namen = [f"    {fase.name}: {fase.value}. {fase.label}" for fase in Fase]
    return "\n".join(["stateDiagram-v2", *namen, f"    [*] --> {Fase.VERKENNING.name}", *pijlen])
