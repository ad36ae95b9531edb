from typing import Any, ClassVar

import django_filters
from django.db.models import Q

from trajecten.enums import Doorverwijsstatus
from trajecten.models import Doorverwijzing, DoorverwijzingQuerySet

GROEPEN: dict[str, tuple[str, tuple[Doorverwijsstatus, ...]]] = {
    "te_behandelen": ("Te behandelen", (Doorverwijsstatus.VERSTUURD,)),
    "aanvulling": ("Wacht op aanvulling", (Doorverwijsstatus.AANVULLING,)),
    "beantwoord": ("Beantwoord", (Doorverwijsstatus.AANVAARD, Doorverwijsstatus.AFGEWEZEN)),
    "klad": ("Klad", (Doorverwijsstatus.KLAD,)),
}
SORTERINGEN: dict[str, tuple[str, ...]] = {
    "oudste": ("verstuurd_op", "begonnen_op", "pk"),
    "nieuwste": ("-verstuurd_op", "-begonnen_op", "-pk"),
    "naam": ("client__zoeknaam", "pk"),
}


class DoorverwijzingFilter(django_filters.FilterSet):
    """Narrows what the reader may see; `groep` is the tab, the rest are chips."""

    groep = django_filters.ChoiceFilter(
        label="Stand", choices=[(code, label) for code, (label, _) in GROEPEN.items()], method="filter_groep"
    )
    wie = django_filters.ChoiceFilter(
        label="Voor wie",
        empty_label="Iedereen",
        choices=[("mij", "Aan mij of mijn team"), ("van_mij", "Door mij verstuurd")],
        method="filter_wie",
    )
    sorteer = django_filters.ChoiceFilter(
        label="Volgorde",
        empty_label=None,
        choices=[("oudste", "Langst wachtend eerst"), ("nieuwste", "Nieuwste eerst"), ("naam", "Naam")],
        method="filter_sorteer",
    )

    class Meta:
        model = Doorverwijzing
        fields: ClassVar[list[str]] = []

    def filter_groep(self, rijen: DoorverwijzingQuerySet, naam: str, waarde: str) -> Any:
        return rijen.filter(status__in=GROEPEN[waarde][1])

    def filter_wie(self, rijen: DoorverwijzingQuerySet, naam: str, waarde: str) -> Any:
        ik = self.request.user
        if waarde == "van_mij":
            return rijen.filter(van=ik)
        return rijen.filter(Q(aan=ik) | Q(aan=None, client__ocmw=ik.ocmw_id))

    def filter_sorteer(self, rijen: DoorverwijzingQuerySet, naam: str, waarde: str) -> Any:
        return rijen  # the list is ordered once, after every filter
