"""The traject as a page shows it: per phase its questions, answers, progress and stays. Read-only, few queries."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from trajecten.eenkeer import met_profiel
from trajecten.fasedelen import Fasedeel, fasedeel
from trajecten.fasen import OVERGANGEN, Fase, Fasefeiten, Poort, Vraag, poort, tak_van, vragen_voor
from trajecten.forms.fase import VraagForm
from trajecten.models import Fasebeantwoording, Faseperiode, Navraag, Traject
from trajecten.tegenspraak import Tegenspraak, botsende_antwoorden


@dataclass(frozen=True)
class Vraagregel:
    vraag: Vraag
    antwoord: Fasebeantwoording
    form: VraagForm
    tegenspraken: tuple[Tegenspraak, ...] = ()


@dataclass(frozen=True)
class Fasevak:
    fase: Fase
    regels: tuple[Vraagregel, ...]
    is_nu: bool
    bezoeken: int
    deel: Fasedeel | None = None

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


def fasevakken(
    traject: Traject,
    *,
    lezer: Medewerker,
    soort_werk: str = "",
    op: date | None = None,
    gezegd: Mapping[str, Fasebeantwoording] | None = None,
) -> list[Fasevak]:
    """Only questions that exist for `lezer`, so counts and progress say nothing about the others; of phase 3 and 4 only those
    of the branch that was chosen, or of the work that runs. With `op` also what contradicts the file, and what a higher room
    shows inside a phase once there is work. `gezegd`: the answers, when the page read them already."""
    alles = lezer.mag(Recht.AFGESCHERMD_LEZEN)
    bewaard = met_profiel(traject, traject.beantwoordingen.zichtbaar_voor(lezer)) if gezegd is None else gezegd
    richting = bewaard["richting"].antwoord if "richting" in bewaard else ""
    bezoeken: dict[int, int] = defaultdict(int)
    for periode in traject.faseperiodes.all():
        bezoeken[periode.fase] += 1
    gegeven = {code: rij.antwoord for code, rij in bewaard.items()}
    botst = botsende_antwoorden(traject.client, lezer, gegeven) if op and not traject.afgesloten_op else {}
    vakken = []
    for fase in Fase:
        regels = []
        tak = tak_van(fase, richting=richting, soort_werk=soort_werk)
        for vraag in vragen_voor(fase, afgeschermd=alles, tak=tak):
            antwoord = bewaard.get(vraag.code) or antwoord_op(traject, vraag)
            form = VraagForm(instance=antwoord, vraag=vraag)
            regels.append(Vraagregel(vraag, antwoord, form, tuple(botst.get(vraag.code, ()))))
        is_nu = traject.fase == fase and not traject.afgesloten_op
        deel = fasedeel(fase, traject.client, lezer, op=op) if op and traject.fase >= Fase.BEGELEIDING else None
        vakken.append(Fasevak(fase, tuple(regels), is_nu, bezoeken[fase], deel))
    return vakken


def randblad(client: Client, *, lezer: Medewerker) -> dict[str, Any]:
    """The side problems that exist for `lezer`, each with its log; `nu_nee`: those whose question is answered "nee" by now."""
    navragen = Prefetch("navragen", Navraag.objects.select_related("door"))
    problemen = list(client.randproblemen.zichtbaar_voor(lezer).prefetch_related(navragen))
    gevraagd = {probleem.uit_vraag for probleem in problemen if probleem.belemmert and probleem.uit_vraag}
    nee = (
        Fasebeantwoording.objects.filter(
            client=client, traject__afgesloten_op=None, vraag__in=gevraagd, antwoord=Antwoord.NEE
        )
        if gevraagd
        else Fasebeantwoording.objects.none()
    )
    return {
        "randproblemen": problemen,
        "nu_nee": set(nee.zichtbaar_voor(lezer).values_list("vraag", flat=True)),
        "beheert": lezer.mag(Recht.TRAJECT_BEHEREN) and not client.gesloten_op,
        "vraagt_na": lezer.mag(Recht.GESPREK_NOTEREN) and not client.gesloten_op,
    }


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
