"""Drafts: written while somebody types, gone once the form is saved. Not journalled: a draft is not yet a fact."""

from django.db import transaction

from ocmw.kalender.klok import nu
from ocmw.kladjes.models import Kladje
from ocmw.toegang.models import Medewerker

# Room for the longest text a form takes (200,000 characters), also when JSON writes many of them as two.
MAX_TEKENS = 1_000_000
# The oldest make room: who begins so many forms in a week never comes back to the first.
MAX_KLADJES = 40


@transaction.atomic
def bewaar_kladje(*, adres: str, formulier: str, nummer: int, inhoud: str, door: Medewerker) -> None:
    """Keep `inhoud`; what was kept before in this place is replaced. Too long is for the caller to refuse."""
    _, nieuw = Kladje.objects.update_or_create(
        medewerker=door,
        adres=adres,
        formulier=formulier,
        nummer=nummer,
        # PostgreSQL refuses NUL in a text, and nobody typed one on purpose.
        defaults={"inhoud": inhoud.replace("\x00", ""), "bewaard_op": nu()},
    )
    if nieuw:
        te_veel = Kladje.objects.van(door).order_by("-bewaard_op", "-pk").values_list("pk", flat=True)[MAX_KLADJES:]
        Kladje.objects.filter(pk__in=list(te_veel)).delete()


def gooi_kladje_weg(*, adres: str, formulier: str, nummer: int, door: Medewerker) -> None:
    Kladje.objects.van(door).filter(adres=adres, formulier=formulier, nummer=nummer).delete()


def vergeet_kladjes(*, adres: str, door: Medewerker) -> None:
    """What was typed is saved: nothing of this form waits any more."""
    Kladje.objects.van(door).filter(adres=adres).delete()


def vergeet_alle_kladjes(*, van: Medewerker) -> None:
    """Somebody left or got another role: what they were typing is no longer theirs to read."""
    Kladje.objects.van(van).delete()


def ruim_kladjes_op() -> int:
    """Delete what nobody came back for; returns how many."""
    return Kladje.objects.oud(nu()).delete()[0]
