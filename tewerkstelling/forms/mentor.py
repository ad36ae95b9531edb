"""Who guides on the work floor: contact, training and its validity, load, and places."""

from typing import Any, ClassVar

from django import forms

from clienten.nummers import lees_telefoon, toon_telefoon
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Rijvinkjes, TotEnMetForm, Velddeel, veld_van
from ocmw.ui.versie import Versie
from tewerkstelling.forms.velden import NummerVeld
from tewerkstelling.models import Mentor, Werkplek

_DELEN = (
    ("Wie", ("naam", "functie", "telefoon", "email")),
    ("Mentoropleiding", ("vorming", "vorming_op", "laatste_dag")),
    ("Begeleiding", ("max_clienten", "werkplekken", "actief")),
)


class MentorForm(TotEnMetForm):
    tot_kolom = "vorming_tot"
    telefoon = NummerVeld(label="Telefoon", lees=lees_telefoon, toon=toon_telefoon)
    laatste_dag = forms.DateField(
        label="Opleiding geldig tot en met",
        required=False,
        widget=Datumkiezer,
        help_text="Laat leeg als de opleiding niet vervalt.",
    )
    werkplekken = Rijvinkjes(queryset=Werkplek.objects.none(), label="Op welke werkplekken?")

    class Meta:
        model = Mentor
        fields: ClassVar = [
            "naam", "functie", "telefoon", "email", "vorming", "vorming_op", "max_clienten", "actief",
        ]  # fmt: skip
        widgets: ClassVar = {"vorming_op": Datumkiezer}
        labels: ClassVar = {"max_clienten": "Begeleidt hoogstens zoveel cliënten tegelijk"}
        help_texts: ClassVar = {
            "email": "Hierheen gaat later de link om een evaluatie in te vullen.",
            "vorming": "Naam van de opleiding, bijvoorbeeld: Mentor op de werkvloer (VDAB).",
        }

    ook_nagekeken: ClassVar = {"werkgever"}
    field_order = [naam for _, velden in _DELEN for naam in velden]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standaard = regel("mentor.max_clienten", op=vandaag()).waarde
        self.fields["max_clienten"].help_text = f"Laat leeg voor de gewone grens: {standaard}."
        werkplekken = veld_van(self, "werkplekken", forms.ModelChoiceField)
        werkplekken.queryset = self.instance.werkgever.werkplekken.all()
        werkplekken.label_from_instance = lambda obj: str(obj.naam)  # type: ignore[method-assign]  # how Django lets a label be chosen
        if self.instance.pk:
            self.initial["werkplekken"] = list(self.instance.werkplekken.all())
        self.onthoud_begin()

    @property
    def delen(self) -> list[Velddeel]:
        return [Velddeel(titel, [self[naam] for naam in velden]) for titel, velden in _DELEN]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Mentor):
            waarden["werkplekken"] = list(actueel.werkplekken.all()) if actueel.pk else []
        return waarden

    def gewijzigde_velden(self) -> list[str]:
        return [naam for naam in super().gewijzigde_velden() if naam != "werkplekken"]

    @property
    def gekozen_werkplekken(self) -> list[Werkplek] | None:
        """None when nobody touched them: then the action leaves them alone."""
        return self.cleaned_data["werkplekken"] if "werkplekken" in self.gewijzigd() else None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        gevolgd, laatste = data.get("vorming_op"), data.get("laatste_dag")
        if gevolgd and gevolgd > vandaag():
            self.add_error("vorming_op", "Deze dag ligt in de toekomst.")
        if gevolgd and laatste and laatste < gevolgd:
            self.add_error("laatste_dag", "De opleiding kan niet vervallen voor ze gevolgd is.")
            self.instance.vorming_tot = None
        return data
