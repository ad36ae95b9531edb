"""The words a workbook uses for phases and colleagues, with what we think they mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ocmw.werkruimte.invoer.cellen import stel_fase_voor
from ocmw.werkruimte.invoer.collegas import Team
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij
from ocmw.werkruimte.invoer.velden import norm

MEEST = 60
_FASEVELDEN = ("fase",)
_NAAMVELDEN = ("maatschappelijk_werker", "trajectbegeleider", "door")


@dataclass(frozen=True, slots=True)
class Woord:
    """`keuze` is the proposal: a phase code or the pk of a colleague, "" when unknown."""

    tekst: str
    aantal: int
    keuze: str

    @property
    def sleutel(self) -> str:
        return norm(self.tekst)


def _tel(invoer: Invoer, velden: Sequence[str]) -> Counter[str]:
    """How often each text stands in the columns of these fields."""
    telling: Counter[str] = Counter()
    gezien: dict[str, str] = {}
    for blad in invoer.bladen.all():
        kolommen = [blad.indeling[veld] for veld in velden if veld in blad.indeling]
        if not kolommen:
            continue
        for rij in Invoerrij.objects.filter(blad=blad, nummer__gt=blad.koprij):
            cellen = rij.lees_cellen()
            for kolom in kolommen:
                tekst = (
                    " ".join(str(cellen[kolom]).split()) if kolom < len(cellen) and cellen[kolom] is not None else ""
                )
                if norm(tekst):
                    telling[gezien.setdefault(norm(tekst), tekst)] += 1
    return telling


def fasewoorden(invoer: Invoer) -> list[Woord]:
    """Unknown words first: those need an answer."""
    woorden = [
        Woord(tekst, aantal, invoer.fasen.get(norm(tekst)) or stel_fase_voor(tekst))
        for tekst, aantal in _tel(invoer, _FASEVELDEN).most_common(MEEST)
    ]
    return sorted(woorden, key=lambda woord: (bool(woord.keuze), woord.tekst))


def naamwoorden(invoer: Invoer, team: Team) -> list[Woord]:
    woorden = [
        Woord(tekst, aantal, str(team.wie(tekst) or ""))
        for tekst, aantal in _tel(invoer, _NAAMVELDEN).most_common(MEEST)
    ]
    return sorted(woorden, key=lambda woord: (bool(woord.keuze), woord.tekst))
