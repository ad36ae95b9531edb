"""One evaluation laid out in three columns, beside the one before; and the same over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from clienten.models import Client
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.models import Competentie, Domein, Evaluatie, Opmerking, Score, Stem

GROOT_VERSCHIL = 2  # levels between two voices that ask for a talk
STEMMEN = tuple(Stemsoort)


@dataclass(frozen=True)
class Stemcel:
    """What one voice says of one competence. `waarde` None with a label: could not be judged."""

    wie: Stemsoort
    waarde: int | None
    label: str
    vorige: str = ""  # the label of the evaluation before, when there is one


@dataclass(frozen=True)
class Competentierij:
    competentie: Competentie
    cellen: tuple[Stemcel, ...]

    @property
    def verschil(self) -> int:
        """Levels between the highest and the lowest voice."""
        waarden = [cel.waarde for cel in self.cellen if cel.waarde]
        return max(waarden) - min(waarden) if waarden else 0

    @property
    def te_vergelijken(self) -> bool:
        """Two voices or more gave a level."""
        return sum(bool(cel.waarde) for cel in self.cellen) > 1

    @property
    def groot_verschil(self) -> bool:
        return self.verschil >= GROOT_VERSCHIL


@dataclass(frozen=True)
class Evaluatieblok:
    domein: Domein
    rijen: tuple[Competentierij, ...]
    opmerkingen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Evaluatieblad:
    evaluatie: Evaluatie
    blokken: tuple[Evaluatieblok, ...]
    stemmen: dict[str, Stem]
    vorige: Evaluatie | None

    @property
    def grote_verschillen(self) -> list[Competentierij]:
        """What asks for a talk, the widest first."""
        rijen = [rij for blok in self.blokken for rij in blok.rijen if rij.groot_verschil]
        return sorted(rijen, key=lambda rij: -rij.verschil)

    @property
    def te_vergelijken(self) -> bool:
        return any(rij.te_vergelijken for blok in self.blokken for rij in blok.rijen)


def domeinen_van(evaluatie: Evaluatie) -> list[Domein]:
    """With their competences; a domain that lost all of its competences is left out."""
    alle = Domein.objects.filter(lijst=evaluatie.lijst_id).prefetch_related("competenties")
    return [domein for domein in alle if domein.competenties.all()]


def lees_blad(evaluatie: Evaluatie) -> Evaluatieblad:
    """Seven queries, whatever the number of competences."""
    stemmen = {stem.wie: stem for stem in Stem.objects.filter(evaluatie=evaluatie)}
    scores = {
        (wie, pk): waarde
        for wie, pk, waarde in Score.objects.filter(stem__evaluatie=evaluatie).values_list(
            "stem__wie", "competentie_id", "waarde"
        )
    }
    woorden = {
        (wie, pk): tekst
        for wie, pk, tekst in Opmerking.objects.filter(stem__evaluatie=evaluatie).values_list(
            "stem__wie", "domein_id", "tekst"
        )
    }
    vorige, toen_scores = vorige_scores(evaluatie)
    labels = evaluatie.lijst.schaal.labels

    def cel(wie: Stemsoort, domein: Domein, competentie: Competentie) -> Stemcel:
        waarde = scores.get((wie, competentie.pk))
        leeg = "Kan ik niet zeggen" if (wie, competentie.pk) in scores else ""
        toen = toen_scores.get((wie, domein.code, competentie.code))
        return Stemcel(wie, waarde, niveau(labels, waarde) or leeg, toen or "")

    blokken = tuple(
        Evaluatieblok(
            domein,
            tuple(
                Competentierij(competentie, tuple(cel(wie, domein, competentie) for wie in STEMMEN))
                for competentie in domein.competenties.all()
            ),
            tuple((wie.label, woorden[wie, domein.pk]) for wie in STEMMEN if (wie, domein.pk) in woorden),
        )
        for domein in domeinen_van(evaluatie)
    )
    return Evaluatieblad(evaluatie, blokken, stemmen, vorige)


def niveau(labels: Sequence[str], waarde: int | None) -> str:
    return labels[waarde - 1] if waarde and waarde <= len(labels) else ""


def vorige_scores(evaluatie: Evaluatie) -> tuple[Evaluatie | None, dict[tuple[str, str, str], str]]:
    """The last one before this with the same list, in whichever version, and its labels by voice, domain and competence:
    codes stay the same."""
    vorige = (
        Evaluatie.objects.filter(
            client=evaluatie.client_id,
            lijst__code=evaluatie.lijst.code,
            gehouden_op__lt=evaluatie.gehouden_op,
            stemmen__isnull=False,
        )
        .select_related("lijst__schaal")
        .order_by("-gehouden_op", "-pk")
        .first()
    )
    if vorige is None:
        return None, {}
    labels = vorige.lijst.schaal.labels
    rijen = Score.objects.filter(stem__evaluatie=vorige, waarde__isnull=False).values_list(
        "stem__wie", "competentie__domein__code", "competentie__code", "waarde"
    )
    return vorige, {(wie, domein, code): niveau(labels, waarde) for wie, domein, code, waarde in rijen}


@dataclass(frozen=True)
class Verlooplijn:
    """One competence through time: per evaluation the level of each voice, None where that voice gave none."""

    naam: str
    domein: str
    waarden: tuple[dict[str, int | None], ...]  # one per evaluation, by voice
    code: str = ""  # of the list, the domain and the competence: the same in every version

    @property
    def beweging(self) -> float:
        """Levels up or down since the evaluation before, over the voices that spoke both times; 0 when none did."""
        if len(self.waarden) < 2:
            return 0
        toen, nu = self.waarden[-2:]
        stappen = [nu[wie] - toen[wie] for wie in nu if nu[wie] and toen[wie]]  # type: ignore[operator]  # the condition leaves out what is None
        return mean(stappen) if stappen else 0


@dataclass(frozen=True)
class Verloop:
    evaluaties: tuple[Evaluatie, ...]
    lijnen: tuple[Verlooplijn, ...]  # in the order of the list, domain by domain
    hoogste: int

    @property
    def vooruit(self) -> list[str]:
        """Competences that rose since the evaluation before."""
        return [lijn.naam for lijn in self.lijnen if lijn.beweging > 0]

    @property
    def achteruit(self) -> list[str]:
        return [lijn.naam for lijn in self.lijnen if lijn.beweging < 0]


def lees_verloop(client: Client, lijstcode: str, *, t_m: Evaluatie | None = None, afgerond: bool = False) -> Verloop:
    """The evaluations of this client with one list, oldest first, and every competence through them; two queries.

    `t_m`: only up to and including this one, for a paper that must not change afterwards. `afgerond`: only what is final. Codes join the versions of a
    list; what the newest version calls a competence is its name.
    """
    rijen = Evaluatie.objects.filter(client=client, lijst__code=lijstcode, stemmen__isnull=False).distinct()
    if t_m is not None:
        rijen = rijen.filter(gehouden_op__lte=t_m.gehouden_op)
    if afgerond:
        rijen = rijen.afgerond()
    evaluaties = tuple(rijen.select_related("lijst__schaal").order_by("gehouden_op", "pk"))
    scores: dict[tuple[int, str, str, str], int | None] = {}
    domeinen: dict[str, tuple[int, str]] = {}  # by code: place and name
    competenties: dict[tuple[str, str], tuple[int, str]] = {}
    for evaluatie, wie, domein, code, waarde, plaats, domeinnaam, volgorde, naam in (
        Score.objects.filter(stem__evaluatie__in=evaluaties, waarde__isnull=False)
        .order_by("stem__evaluatie__gehouden_op", "stem__evaluatie")
        .values_list(
            "stem__evaluatie_id",
            "stem__wie",
            "competentie__domein__code",
            "competentie__code",
            "waarde",
            "competentie__domein__volgorde",
            "competentie__domein__naam",
            "competentie__volgorde",
            "competentie__naam",
        )
    ):
        domeinen[domein], competenties[domein, code] = (plaats, domeinnaam), (volgorde, naam)
        scores[evaluatie, wie, domein, code] = waarde
    lijnen = tuple(
        Verlooplijn(
            competenties[domein, code][1],
            domeinen[domein][1],
            tuple({str(wie): scores.get((rij.pk, str(wie), domein, code)) for wie in STEMMEN} for rij in evaluaties),
            f"{lijstcode}/{domein}/{code}",
        )
        for domein, code in sorted(competenties, key=lambda paar: (domeinen[paar[0]], competenties[paar]))
    )
    return Verloop(evaluaties, lijnen, max((len(e.lijst.schaal.labels) for e in evaluaties), default=4))
