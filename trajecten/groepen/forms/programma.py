"""The form of a programme, and that of one run of it."""

from typing import Any, ClassVar

from django import forms

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.toegang.rechten import Recht, rollen_met
from ocmw.ui.datumveld import Datumkiezer, Uurkiezer
from ocmw.ui.velden import Rijvinkjes, TotEnMetForm, Velddeel, Vinkjes, veld_van
from ocmw.ui.versie import Versie
from trajecten.groepen.enums import Weekdag
from trajecten.groepen.models import Groepsreeks, Programma
from trajecten.groepen.toelating import TOELATINGEN

_DELEN = (
    ("Wat is het?", ("naam", "soort", "partner", "trekker", "doelgroep", "toelating")),
    ("Wanneer?", ("van", "laatste_dag", "ritme")),
    ("Wat komt aan bod?", ("themas",)),
    ("Budget en doelen", ("budget", "besteed", "doel_deelnemers", "doel_doorstroom")),
    ("Samen met andere OCMW's, en het dossier", ("deelt_met", "toont_namen", "telt_als_contact")),
)


def partners_van(ocmw: Ocmw) -> Any:
    """The OCMWs that `ocmw` works with today, in either direction."""
    geldig = Samenwerking.objects.geldig(vandaag())
    samen = [
        *geldig.filter(begeleidend=ocmw).values_list("ocmw", flat=True),
        *geldig.filter(ocmw=ocmw).values_list("begeleidend", flat=True),
    ]
    return Ocmw.objects.filter(pk__in=samen)


class ProgrammaForm(TotEnMetForm):
    laatste_dag = forms.DateField(
        label="Laatste dag", required=False, widget=Datumkiezer, help_text="Laat leeg als het programma blijft lopen."
    )
    toelating = forms.ChoiceField(label="Wie komt in aanmerking?", required=False)
    deelt_met = Rijvinkjes(queryset=Ocmw.objects.none(), label="Welke OCMW's doen mee?")

    class Meta:
        model = Programma
        fields: ClassVar = [
            "naam", "soort", "partner", "trekker", "doelgroep", "toelating", "van", "ritme", "themas", "budget", "besteed",
            "doel_deelnemers", "doel_doorstroom", "toont_namen", "telt_als_contact",
        ]  # fmt: skip
        widgets: ClassVar = {"van": Datumkiezer, "themas": forms.Textarea(attrs={"rows": 4})}
        labels: ClassVar = {
            "budget": "Budget (euro)",
            "besteed": "Al besteed (euro)",
            "doel_deelnemers": "Doel: aantal deelnemers",
            "doel_doorstroom": "Doel: doorstroom naar werk of opleiding (%)",
        }
        help_texts: ClassVar = {
            "partner": "Wie geeft het? Bijvoorbeeld Leerpunt, Vokans of Arktos.",
            "trekker": "Wie stuurt dit programma aan?",
            "themas": "Eén thema per lijn. Je kiest ze later bij een sessie.",
        }

    ook_nagekeken: ClassVar = {"ocmw"}
    field_order = [naam for _, velden in _DELEN for naam in velden]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", "iedereen"), *((code, rij.label) for code, rij in TOELATINGEN.items())]
        veld_van(self, "toelating", forms.ChoiceField).choices = keuzes
        deelt = veld_van(self, "deelt_met", forms.ModelChoiceField)
        deelt.queryset = partners_van(self.instance.ocmw)
        if self.instance.pk:
            # Who takes part already stays to tick, also when the agreement has ended.
            deelt.queryset = (deelt.queryset | self.instance.deelt_met.all()).distinct()
            self.initial["deelt_met"] = list(self.instance.deelt_met.all())
        self.onthoud_begin()

    @property
    def delen(self) -> list[Velddeel]:
        return [Velddeel(titel, [self[naam] for naam in velden]) for titel, velden in _DELEN]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Programma):
            waarden["deelt_met"] = list(actueel.deelt_met.all()) if actueel.pk else []
        return waarden

    def gewijzigde_velden(self) -> list[str]:
        return [naam for naam in super().gewijzigde_velden() if naam != "deelt_met"]

    @property
    def gekozen_ocmws(self) -> list[Ocmw] | None:
        """None when nobody touched them: then the action leaves them alone."""
        return self.cleaned_data["deelt_met"] if "deelt_met" in self.gewijzigd() else None


def lesgevers_voor(programma: Programma) -> Any:
    """Who can stand before this group: of the own OCMW, of those that take part, and of those it works with."""
    huizen = [programma.ocmw_id, *partners_van(programma.ocmw).values_list("pk", flat=True)]
    return Medewerker.objects.filter(
        ocmw__in=huizen, is_active=True, rol__in=rollen_met(Recht.AANWEZIGHEID_NOTEREN)
    ).order_by("achternaam", "voornaam", "pk")


def kies_lesgever(form: forms.BaseForm, programma: Programma, huidig: int | None, leeg: str) -> None:
    veld = veld_van(form, "lesgever", forms.ModelChoiceField)
    wie = lesgevers_voor(programma)
    veld.queryset = wie | Medewerker.objects.filter(pk=huidig) if huidig else wie
    veld.label_from_instance = lambda obj: f"{obj.naam}, {obj.get_rol_display()} bij {obj.ocmw.naam}"  # type: ignore[method-assign]  # how Django lets a label be chosen
    veld.empty_label = leeg


class ReeksForm(TotEnMetForm):
    laatste_dag = forms.DateField(label="Laatste dag", widget=Datumkiezer)
    weekdagen = Vinkjes(label="Op welke dagen?", choices=Weekdag.choices)

    class Meta:
        model = Groepsreeks
        fields: ClassVar = [
            "naam", "van", "weekdagen", "begin_om", "eind_om", "schoolvakanties", "plaats", "lesgever", "capaciteit",
        ]  # fmt: skip
        widgets: ClassVar = {"van": Datumkiezer, "begin_om": Uurkiezer, "eind_om": Uurkiezer}
        help_texts: ClassVar = {
            "naam": "Bijvoorbeeld: najaar 2026.",
            "schoolvakanties": "Op een feestdag is er nooit les.",
        }

    ook_nagekeken: ClassVar = {"programma"}
    field_order = [
        "naam", "van", "laatste_dag", "weekdagen", "begin_om", "eind_om", "schoolvakanties", "plaats", "lesgever",
        "capaciteit",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_lesgever(self, self.instance.programma, self.instance.lesgever_id, "nog niet geweten")
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        van, laatste = data.get("van"), data.get("laatste_dag")
        if van and laatste and laatste < van:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste dag.")
        if "weekdagen" in data and not data["weekdagen"]:
            self.add_error("weekdagen", "Kies minstens één weekdag.")
        return data
