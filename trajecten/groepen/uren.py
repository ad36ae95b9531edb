"""How long somebody took part: from who was there, session by session. The page and the paper ask the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ocmw.toegang.models import Medewerker
from trajecten.groepen.enums import WAS_ER
from trajecten.groepen.models import Groepsreeks, Inschrijving, Sessie, Sessieaanwezigheid
from trajecten.groepen.models.inschrijving import op_familienaam


@dataclass(frozen=True)
class GevolgdeUren:
    """`uren` is rounded once, of the whole, to the quarter; `eerste` and `laatste` are days on which somebody was there."""

    uren: Decimal
    sessies: int
    eerste: date | None
    laatste: date | None


def tel_uren(sessies: Iterable[Sessie]) -> GevolgdeUren:
    """Of the sessions at which somebody was. Late counts whole: nobody notes how late."""
    lijst = list(sessies)
    dagen = sorted(sessie.dag for sessie in lijst)
    duur = sum((sessie.uren for sessie in lijst), timedelta())
    kwartieren = (Decimal(int(duur.total_seconds())) / 900).quantize(Decimal(1), ROUND_HALF_UP)
    return GevolgdeUren(kwartieren / 4, len(lijst), dagen[0] if dagen else None, dagen[-1] if dagen else None)


def wie_krijgt_attest(reeks: Groepsreeks, medewerker: Medewerker) -> list[Inschrijving]:
    """The own people of this colleague who were there at least once, by family name."""
    was_er = Sessieaanwezigheid.objects.filter(sessie__reeks=reeks, stand__in=WAS_ER).values("inschrijving")
    rijen = Inschrijving.objects.van_huis(medewerker).filter(reeks=reeks, pk__in=was_er)
    mensen = list(rijen.select_related("client__ocmw", "deelnemer__ocmw", "reeks__programma"))
    return sorted(mensen, key=op_familienaam)


def gevolgde_uren(inschrijving: Inschrijving) -> GevolgdeUren:
    merken = Sessieaanwezigheid.objects.filter(inschrijving=inschrijving, stand__in=WAS_ER).select_related("sessie")
    return tel_uren(merk.sessie for merk in merken)
