"""The traject as a page shows it: per phase its questions, answers, progress and stays. Read-only, few queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from trajecten.fasen import OVERGANGEN, Fase, Fasefeiten, Poort, Vraag, poort, vragen_voor
from trajecten.forms.fase import VraagForm
from trajecten.models import Fasebeantwoording, Faseperiode, Traject


@dataclass(frozen=True)
class Vraagregel:
    vraag: Vraag
    antwoord: Fasebeantwoording
    form: VraagForm


@dataclass(frozen=True)
class Fasevak:
    fase: Fase
    regels: tuple[Vraagregel, ...]
    is_nu: bool
    bezoeken: int

    @property
    def beantwoord(self) -> int:
        return sum(regel.antwoord.is_beantwoord for regel in self.regels)


@dataclass(frozen=True)
class Verblijf:
    """One stay in a phase, with what the history table says about it."""

    periode: Faseperiode
    dagen: int
    terug: bool


@dataclass(frozen=True)
class Fasestap:
    """A step that the table of transitions allows, and what stands in its way."""

    naar: Fase
    poort: Poort


def antwoord_op(traject: Traject, vraag: Vraag) -> Fasebeantwoording:
    """An answer that is not there yet: version 0, so the second of two people who both start it is told."""
    return Fasebeantwoording(traject=traject, client_id=traject.client_id, vraag=vraag.code, versie=0)


def fasevakken(traject: Traject, *, lezer: Medewerker) -> list[Fasevak]:
    """Only questions that exist for `lezer`, so counts and progress say nothing about the others."""
    alles = lezer.mag(Recht.AFGESCHERMD_LEZEN)
    bewaard = {a.vraag: a for a in traject.beantwoordingen.zichtbaar_voor(lezer)}
    bezoeken: dict[int, int] = defaultdict(int)
    for periode in traject.faseperiodes.all():
        bezoeken[periode.fase] += 1
    vakken = []
    for fase in Fase:
        regels = []
        for vraag in vragen_voor(fase, afgeschermd=alles):
            antwoord = bewaard.get(vraag.code) or antwoord_op(traject, vraag)
            regels.append(Vraagregel(vraag, antwoord, VraagForm(instance=antwoord, vraag=vraag)))
        vakken.append(Fasevak(fase, tuple(regels), traject.fase == fase and not traject.afgesloten_op, bezoeken[fase]))
    return vakken


def verblijven(traject: Traject, *, op: date) -> list[Verblijf]:
    """Every stay, oldest first; the current one counts until `op`."""
    rijen: list[Verblijf] = []
    vorige = 0
    for periode in traject.faseperiodes.all():
        rijen.append(Verblijf(periode, ((periode.tot or op) - periode.van).days, periode.fase < vorige))
        vorige = periode.fase
    return rijen


def stappen(feiten: Fasefeiten) -> tuple[list[Fasestap], list[Fasestap]]:
    """The steps forwards and the steps back from here."""
    if feiten.afgesloten:
        return [], []
    alle = [Fasestap(naar, poort(feiten, naar)) for naar in sorted(OVERGANGEN[feiten.fase])]
    return [s for s in alle if not s.poort.terug], [s for s in alle if s.poort.terug]
