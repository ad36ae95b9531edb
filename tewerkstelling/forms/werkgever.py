"""Employers: who they are, whom we call there, and what was agreed."""

from typing import Any, ClassVar

from django import forms

from clienten.nummers import lees_telefoon, toon_telefoon
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Getalveld, TotEnMetForm, Velddeel
from ocmw.ui.versie import VersieForm
from tewerkstelling.enums import Overeenkomstsoort
from tewerkstelling.forms.velden import NummerVeld
from tewerkstelling.models import Contactpersoon, Overeenkomst, Werkgever
from tewerkstelling.nummers import lees_kbo, toon_kbo


class WerkgeverForm(VersieForm):
    ondernemingsnummer = NummerVeld(
        label="Ondernemingsnummer (KBO)",
        lees=lees_kbo,
        toon=toon_kbo,
        help_text="10 cijfers, begint met 0 of 1. Met of zonder punten en BE.",
    )
    telefoon = NummerVeld(label="Telefoon", lees=lees_telefoon, toon=toon_telefoon)

    class Meta:
        model = Werkgever
        fields: ClassVar = ["naam", "soort", "ondernemingsnummer", "contactpersoon", "telefoon", "email", "actief"]
        labels: ClassVar = {"soort": "Soort gebruiker", "contactpersoon": "Eerste contactpersoon"}
        help_texts: ClassVar = {
            "soort": "Wie met art.60 mag werken: een eigen dienst, de gemeente, een vzw, een bedrijf ...",
            "contactpersoon": "Meer contactpersonen voeg je toe op de pagina van de werkgever.",
        }

    ook_nagekeken: ClassVar = {"ocmw"}  # a name is unique within it


class ContactpersoonForm(VersieForm):
    telefoon = NummerVeld(label="Telefoon", lees=lees_telefoon, toon=toon_telefoon)

    class Meta:
        model = Contactpersoon
        fields: ClassVar = ["naam", "functie", "telefoon", "email"]
        help_texts: ClassVar = {"functie": "Bijvoorbeeld: diensthoofd, personeelsdienst, preventie."}


class OvereenkomstForm(TotEnMetForm):
    laatste_dag = forms.DateField(
        label="Laatste dag", required=False, widget=Datumkiezer, help_text="Laat leeg als er geen einde is afgesproken."
    )

    class Meta:
        model = Overeenkomst
        fields: ClassVar = [
            "soort", "plaatsen", "van", "laatste_dag", "terugbetaling_procent", "terugbetaling_bedrag", "getekend_op",
            "begeleidingsplicht",
        ]  # fmt: skip
        widgets: ClassVar = {
            "van": Datumkiezer,
            "getekend_op": Datumkiezer,
            "begeleidingsplicht": forms.Textarea(attrs={"rows": 3}),
        }
        localized_fields: ClassVar = ["terugbetaling_procent", "terugbetaling_bedrag"]
        field_classes: ClassVar = dict.fromkeys(localized_fields, Getalveld)
        labels: ClassVar = {
            "van": "Eerste dag",
            "terugbetaling_procent": "Terugbetaling: deel van het loon (%)",
            "terugbetaling_bedrag": "Terugbetaling: vast bedrag per maand (euro)",
            "begeleidingsplicht": "Wat belooft de werkgever aan begeleiding?",
        }
        help_texts: ClassVar = {
            "soort": "Een privébedrijf tekent meestal per persoon, een vzw of dienst voor een aantal plaatsen.",
            "plaatsen": "Alleen bij een overeenkomst voor een aantal plaatsen.",
            "terugbetaling_bedrag": "Vul een percentage of een bedrag in, niet allebei.",
        }

    field_order = [
        "soort", "plaatsen", "van", "laatste_dag", "terugbetaling_procent", "terugbetaling_bedrag", "getekend_op",
        "begeleidingsplicht",
    ]  # fmt: skip

    @property
    def delen(self) -> list[Velddeel]:
        return [
            Velddeel("Wat is afgesproken", [self[naam] for naam in ("soort", "plaatsen", "van", "laatste_dag")]),
            Velddeel("Wat de werkgever betaalt", [self["terugbetaling_procent"], self["terugbetaling_bedrag"]]),
            Velddeel("Handtekening en begeleiding", [self["getekend_op"], self["begeleidingsplicht"]]),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        van, laatste = data.get("van"), data.get("laatste_dag")
        if van and laatste and laatste < van:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste dag.")
            self.instance.tot = None
        if (
            data.get("soort") == Overeenkomstsoort.PLAATSEN
            and not data.get("plaatsen")
            and "plaatsen" not in self.errors
        ):
            self.add_error("plaatsen", "Vul in over hoeveel plaatsen de overeenkomst gaat.")
        if data.get("terugbetaling_procent") is not None and data.get("terugbetaling_bedrag") is not None:
            self.add_error("terugbetaling_bedrag", "Vul een percentage of een bedrag in, niet allebei.")
        bedrag = data.get("terugbetaling_bedrag")
        if bedrag is not None and bedrag < 0:
            self.add_error("terugbetaling_bedrag", "Een bedrag is niet negatief.")
        return data
