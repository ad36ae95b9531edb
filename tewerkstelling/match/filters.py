"""Narrowing and sorting a ranked list. Narrowing happens in the database, on rows the reader already may see."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from clienten.models import Client
from clienten.models.client import op_naam
from clienten.profiel.enums import Sector
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN, Recht
from ocmw.toegang.samen import kunnen_volgen
from ocmw.ui.velden import veld_van
from tewerkstelling.match.enums import Factor, Kleur, Uitslag
from tewerkstelling.match.oordeel import Oordeel

_KLEUREN = [Kleur.GROEN, Kleur.ORANJE, Kleur.GRIJS, Kleur.ROOD]
SORTERINGEN = [("", "Best passend eerst"), ("naam", "Naam")] + [
    (code, f"{naam}: best eerst") for code, naam in Factor.choices
]


class Matchfilter(forms.Form):
    """`uitslag` is the group that is shown; `sorteer` one of SORTERINGEN. Nonsense in the URL counts as nothing chosen."""

    uitslag = forms.ChoiceField(choices=Uitslag.choices, required=False)
    q = forms.CharField(required=False, max_length=80)
    sorteer = forms.ChoiceField(label="Sorteer", choices=SORTERINGEN, required=False)

    @property
    def keuze(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    groep = Uitslag.PAST

    def kies_groep(self, oordelen: Iterable[Oordeel]) -> None:
        """The group of the URL; without one the first that somebody or something is in."""
        gevuld = {oordeel.uitslag for oordeel in oordelen}
        eerste = next((uitslag for uitslag in Uitslag if uitslag in gevuld), Uitslag.PAST)
        self.groep = Uitslag(self.keuze.get("uitslag") or eerste)

    @property
    def actief(self) -> int:
        return sum(bool(waarde) for naam, waarde in self.keuze.items() if naam not in {"uitslag", "sorteer"})

    def sorteersleutel(self, naam_van: Callable[[Oordeel], str]) -> Callable[[Oordeel], Any]:
        """Best match first; by name; or by the colour of one factor, and the best match within a colour."""
        gekozen = self.keuze.get("sorteer")
        if not gekozen:
            return lambda oordeel: oordeel.rang
        if gekozen == "naam":
            return naam_van
        plaats = Factor.values.index(gekozen)
        return lambda oordeel: (_KLEUREN.index(oordeel.factoren[plaats].kleur), oordeel.rang)


class Kandidatenfilter(Matchfilter):
    mijn = forms.BooleanField(label="Alleen mijn caseload", required=False)
    coach = forms.ChoiceField(label="Trajectbegeleider", required=False)

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker
        coaches = kunnen_volgen(medewerker.ocmw_id, op=vandaag()).filter(rol__in=COACHROLLEN)
        self.coaches = {pk: f"{voor} {naam}" for pk, voor, naam in coaches.values_list("pk", "voornaam", "achternaam")}
        veld_van(self, "coach", forms.ChoiceField).choices = [("", "iedereen"), *self.coaches.items()]

    def versmal(self, clienten: QuerySet[Client]) -> QuerySet[Client]:
        keuze = self.keuze
        if keuze.get("mijn"):
            clienten = clienten.filter(pk__in=Client.objects.in_caseload_van(self.medewerker).values("pk"))
        if keuze.get("coach"):
            clienten = clienten.filter(stand__coach=int(keuze["coach"]))
        if not (namen := op_naam(keuze.get("q") or "")):
            return clienten
        # Of somebody the reader does not follow only initials are shown: a name that is typed must not tell whose they are.
        if not self.medewerker.mag(Recht.TEAM_VOLGEN):
            namen &= Q(pk__in=Client.objects.in_caseload_van(self.medewerker).values("pk"))
        return clienten.filter(namen)


class Plekkenfilter(Matchfilter):
    sector = forms.ChoiceField(label="Soort werk", choices=[("", "alle soorten"), *Sector.choices], required=False)

    def versmal(self, plekken: Any) -> Any:
        keuze = self.keuze
        if keuze.get("sector"):
            plekken = plekken.filter(sector=keuze["sector"])
        return plekken.zoek(keuze["q"]) if keuze.get("q") else plekken
