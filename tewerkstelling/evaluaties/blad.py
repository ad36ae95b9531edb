"""One evaluation laid out in three columns, beside the one before; and the same over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from clienten.models import Client
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.models import Competentie, Domein, Evaluatie, Opmerking, Score, Stem

GROOT_VERSCHIL = 2  # levels between two voices that ask for a talk
STEMMEN = tuple(Stemsoort)


@dataclass(frozen=True)
class Cel:
    """What one voice says of one competence. `waarde` None with a label: could not be judged."""

    wie: Stemsoort
    waarde: int | None
    label: str
    vorige: str = ""  # the label of the evaluation before, when there is one


@dataclass(frozen=True)
class Rij:
    competentie: Competentie
    cellen: tuple[Cel, ...]

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
class Blok:
    domein: Domein
    rijen: tuple[Rij, ...]
    opmerkingen: tuple[tuple[str, str], ...]

    @property
    def grote_verschillen(self) -> int:
        return sum(rij.groot_verschil for rij in self.rijen)


@dataclass(frozen=True)
class Blad:
    evaluatie: Evaluatie
    blokken: tuple[Blok, ...]
    stemmen: dict[str, Stem]
    vorige: Evaluatie | None

    @property
    def grote_verschillen(self) -> int:
        return sum(blok.grote_verschillen for blok in self.blokken)

    @property
    def te_vergelijken(self) -> bool:
        return any(rij.te_vergelijken for blok in self.blokken for rij in blok.rijen)


def domeinen_van(evaluatie: Evaluatie) -> list[Domein]:
    """With their competences; a domain that lost all of its competences is left out."""
    alle = Domein.objects.filter(lijst=evaluatie.lijst_id).prefetch_related("competenties")
    return [domein for domein in alle if domein.competenties.all()]


def lees_blad(evaluatie: Evaluatie) -> Blad:
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
    vorige, vorige_scores = _vorige(evaluatie)
    labels = evaluatie.lijst.schaal.labels

    def cel(wie: Stemsoort, domein: Domein, competentie: Competentie) -> Cel:
        waarde = scores.get((wie, competentie.pk))
        leeg = "Kan ik niet zeggen" if (wie, competentie.pk) in scores else ""
        toen = vorige_scores.get((wie, domein.code, competentie.code))
        return Cel(wie, waarde, niveau(labels, waarde) or leeg, toen or "")

    blokken = tuple(
        Blok(
            domein,
            tuple(
                Rij(competentie, tuple(cel(wie, domein, competentie) for wie in STEMMEN))
                for competentie in domein.competenties.all()
            ),
            tuple((wie.label, woorden[wie, domein.pk]) for wie in STEMMEN if (wie, domein.pk) in woorden),
        )
        for domein in domeinen_van(evaluatie)
    )
    return Blad(evaluatie, blokken, stemmen, vorige)


def niveau(labels: Sequence[str], waarde: int | None) -> str:
    return labels[waarde - 1] if waarde and waarde <= len(labels) else ""


def _vorige(evaluatie: Evaluatie) -> tuple[Evaluatie | None, dict[tuple[str, str, str], str]]:
    """The last one before this with the same list, in whichever version: codes stay the same."""
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
class Lijn:
    """One domain through time: per evaluation the mean of each voice, None where that voice said nothing."""

    naam: str
    waarden: tuple[dict[str, float | None], ...]  # one per evaluation, by voice


@dataclass(frozen=True)
class Verloop:
    evaluaties: tuple[Evaluatie, ...]
    lijnen: tuple[Lijn, ...]
    hoogste: int


def lees_verloop(client: Client, lijstcode: str, *, t_m: Evaluatie | None = None) -> Verloop:
    """The evaluations of this client with one list, oldest first, and the mean per domain and voice; three queries.

    `t_m`: only up to and including this one, for a paper that must not change afterwards.
    """
    rijen = Evaluatie.objects.filter(client=client, lijst__code=lijstcode, stemmen__isnull=False).distinct()
    if t_m is not None:
        rijen = rijen.filter(gehouden_op__lte=t_m.gehouden_op)
    evaluaties = tuple(rijen.select_related("lijst__schaal").order_by("gehouden_op", "pk"))
    per: dict[tuple[int, str, str], list[int]] = {}
    namen: dict[str, str] = {}
    for evaluatie, wie, code, naam, waarde in (
        Score.objects.filter(stem__evaluatie__in=evaluaties, waarde__isnull=False)
        .order_by("stem__evaluatie__gehouden_op", "competentie__domein__volgorde")
        .values_list(
            "stem__evaluatie_id", "stem__wie", "competentie__domein__code", "competentie__domein__naam", "waarde"
        )
    ):
        namen[code] = naam
        per.setdefault((evaluatie, wie, code), []).append(waarde or 0)
    lijnen = tuple(
        Lijn(
            naam,
            tuple(
                {str(wie): gemiddelde(per.get((evaluatie.pk, str(wie), code), ())) for wie in STEMMEN}
                for evaluatie in evaluaties
            ),
        )
        for code, naam in namen.items()
    )
    return Verloop(evaluaties, lijnen, max((len(e.lijst.schaal.labels) for e in evaluaties), default=4))


def gemiddelde(waarden: Iterable[int]) -> float | None:
    lijst = list(waarden)
    return round(mean(lijst), 1) if lijst else None
