"""Where somebody is strong and what can still be learned, as the three voices said it in evaluations and visits: what is new for
the profile, and where they disagree. Pure, but for the two readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from clienten.profiel.enums import Talent
from clienten.profiel.models import Profiel
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.models import Evaluatie, Stem, Werkbezoek

STERK, LEREN = "sterk", "leren"


@dataclass(frozen=True)
class Uitspraak:
    """One voice about one talent on one day."""

    talent: str
    wat: str
    wie: str
    op: date

    @property
    def door(self) -> str:
        return f"{Stemsoort(self.wie).label.lower()}, {self.op:%d/%m/%Y}"


@dataclass(frozen=True)
class Talentregel:
    """One talent with what everybody said of it."""

    talent: Talent
    sterk: tuple[Uitspraak, ...]
    leren: tuple[Uitspraak, ...]

    @property
    def verschillen(self) -> bool:
        """One voice says strong, another that it can still be learned: people talk first, nothing is taken over."""
        return bool(self.sterk and self.leren)


def uitspraken(sterk: Iterable[str], leren: Iterable[str], wie: str, op: date) -> list[Uitspraak]:
    return [
        Uitspraak(code, wat, wie, op)
        for wat, codes in ((STERK, sterk), (LEREN, leren))
        for code in codes
        if code in Talent.values
    ]


def van_stemmen(stemmen: Iterable[Stem], op: date) -> list[Uitspraak]:
    return [uitspraak for stem in stemmen for uitspraak in uitspraken(stem.sterk, stem.leren, stem.wie, op)]


def van_bezoek(bezoek: Werkbezoek) -> list[Uitspraak]:
    return [
        uitspraak
        for wie, gezegd in bezoek.sterktes.items()
        if wie in Stemsoort.values
        for uitspraak in uitspraken(gezegd.get(STERK, []), gezegd.get(LEREN, []), wie, bezoek.op)
    ]


def talentregels(gezegd: Iterable[Uitspraak]) -> list[Talentregel]:
    """Per talent, in the order of the list, the last word of each voice."""
    laatste: dict[tuple[str, str], Uitspraak] = {}
    for uitspraak in sorted(gezegd, key=lambda u: u.op):
        laatste[uitspraak.talent, uitspraak.wie] = uitspraak
    per_talent: dict[str, list[Uitspraak]] = {}
    for uitspraak in laatste.values():
        per_talent.setdefault(uitspraak.talent, []).append(uitspraak)
    return [
        Talentregel(
            talent,
            tuple(u for u in per_talent[talent] if u.wat == STERK),
            tuple(u for u in per_talent[talent] if u.wat == LEREN),
        )
        for talent in Talent
        if talent in per_talent
    ]


def na_overname(profiel: Profiel, regels: Iterable[Talentregel]) -> tuple[list[str], list[str]]:
    """What the profile becomes: (sterk in, kan nog leren). Where voices disagree it stays as it was."""
    sterk, leren = set(profiel.talenten), set(profiel.te_leren)
    for regel in regels:
        if regel.verschillen:
            continue
        (sterk if regel.sterk else leren).add(regel.talent)
        (leren if regel.sterk else sterk).discard(regel.talent)
    return [code for code in Talent.values if code in sterk], [code for code in Talent.values if code in leren]


def regels_van(evaluatie: Evaluatie) -> list[Talentregel]:
    """What was said in this evaluation. One query."""
    return talentregels(van_stemmen(Stem.objects.filter(evaluatie=evaluatie), evaluatie.gehouden_op))


def regels_van_client(client: Client) -> list[Talentregel]:
    """Everything that was said of this client. Two queries."""
    stemmen = Stem.objects.filter(client=client).select_related("evaluatie")
    gezegd = [u for stem in stemmen for u in van_stemmen([stem], stem.evaluatie.gehouden_op)]
    for bezoek in Werkbezoek.objects.filter(client=client):
        gezegd += van_bezoek(bezoek)
    return talentregels(gezegd)
