"""A workplace: what one does there, where, when, and what it asks of somebody."""

from typing import Any, ClassVar

from django import forms

from clienten.profiel.enums import Talent
from ocmw.ui.datumveld import Uurkiezer
from ocmw.ui.velden import Getalveld, Rijvinkjes, Velddeel, Vinkjes, veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.forms.velden import NummerVeld
from tewerkstelling.models import Mentor, Werkplek
from tewerkstelling.nummers import lees_vestiging, toon_vestiging

_DELEN = (
    ("De plek", ("naam", "sector", "taken", "capaciteit", "actief")),
    ("Waar", ("straat", "gemeente", "vestigingsnummer", "reisminuten")),
    ("Wanneer", ("uren_per_week", "begint_om", "eindigt_om", "werktijden")),
    ("Wat het werk vraagt", ("talenten", "taalniveau", "fysieke_eisen", "rijbewijs_nodig")),
    ("Mentoren op deze plek", ("mentoren",)),
)


class WerkplekForm(VersieForm):
    vestigingsnummer = NummerVeld(
        label="Vestigingsnummer",
        lees=lees_vestiging,
        toon=toon_vestiging,
        help_text="10 cijfers, begint met 2 tot 8. Staat in de KBO bij de vestiging.",
    )
    fysieke_eisen = Vinkjes(label="Wat vraagt het werk van het lichaam?", choices=FysiekeEis)
    talenten = Vinkjes(
        label="Waar moet iemand hier sterk in zijn?",
        choices=Talent,
        help_text="Kies de twee of drie belangrijkste. De match legt ze naast wat de cliënt kan.",
    )
    werktijden = Vinkjes(label="Wanneer wordt er gewerkt?", choices=Werktijd)
    mentoren = Rijvinkjes(
        queryset=Mentor.objects.none(),
        label="Wie begeleidt hier?",
        help_text="Staat de mentor er niet bij? Voeg die eerst toe op de pagina van de werkgever.",
    )

    class Meta:
        model = Werkplek
        fields: ClassVar = [
            "naam", "sector", "taken", "capaciteit", "actief", "straat", "gemeente", "vestigingsnummer", "reisminuten",
            "uren_per_week", "begint_om", "eindigt_om", "werktijden", "talenten", "taalniveau", "fysieke_eisen",
            "rijbewijs_nodig",
        ]  # fmt: skip
        widgets: ClassVar = {
            "taken": forms.Textarea(attrs={"rows": 3}),
            "begint_om": Uurkiezer,
            "eindigt_om": Uurkiezer,
        }
        localized_fields: ClassVar = ["uren_per_week"]  # people type 28,5
        field_classes: ClassVar = dict.fromkeys(localized_fields, Getalveld)
        labels: ClassVar = {
            "taalniveau": "Hoeveel Nederlands is nodig?",
            "reisminuten": "Reistijd vanaf het station (minuten)",
            "rijbewijs_nodig": "Rijbewijs B is nodig",
            "actief": "Hier kan nu iemand werken",
        }
        help_texts: ClassVar = {
            "naam": "Zo herkent je team de plek, bijvoorbeeld: sorteercentrum.",
            "capaciteit": "Zoveel mensen kunnen er tegelijk werken.",
            "reisminuten": "Met bus of fiets.",
            "taalniveau": "A1 is enkele woorden, B1 is een gewoon gesprek.",
        }

    ook_nagekeken: ClassVar = {"werkgever"}
    field_order = [naam for _, velden in _DELEN for naam in velden]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        werkgever = self.instance.werkgever
        mentoren = werkgever.mentoren.filter(actief=True)
        if self.instance.pk:
            mentoren = (mentoren | self.instance.mentoren.all()).distinct()
            self.initial["mentoren"] = list(self.instance.mentoren.all())
        veld_van(self, "mentoren", forms.ModelChoiceField).queryset = mentoren
        self.onthoud_begin()

    @property
    def delen(self) -> list[Velddeel]:
        return [Velddeel(titel, [self[naam] for naam in velden]) for titel, velden in _DELEN]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Werkplek):
            waarden["mentoren"] = list(actueel.mentoren.all()) if actueel.pk else []
        return waarden

    def gewijzigde_velden(self) -> list[str]:
        return [naam for naam in super().gewijzigde_velden() if naam != "mentoren"]

    @property
    def gekozen_mentoren(self) -> list[Mentor] | None:
        """None when nobody touched them: then the action leaves them alone."""
        return self.cleaned_data["mentoren"] if "mentoren" in self.gewijzigd() else None
