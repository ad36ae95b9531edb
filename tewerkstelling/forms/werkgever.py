"""Employers and workplaces: numbers in any usual spelling, stored one way."""

from typing import Any, ClassVar

from django import forms

from clienten.nummers import lees_telefoon, toon_telefoon
from ocmw.ui.versie import VersieForm
from tewerkstelling.models import Werkgever, Werkplek
from tewerkstelling.nummers import lees_kbo, lees_vestiging, toon_kbo, toon_vestiging


class NummerVeld(forms.CharField):
    """Reads with `lees`, shows with `toon`; equal numbers in another spelling are no change."""

    def __init__(self, *args: Any, lees: Any, toon: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=40, required=False, **kwargs)
        self.lees, self.toon = lees, toon
        self.widget.attrs |= {"autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return self.toon(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        gelezen = self.lees(tekst)
        if not gelezen.geldig:
            raise forms.ValidationError(gelezen.reden)
        return str(getattr(gelezen, "genormaliseerd", "") or getattr(gelezen, "e164", ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self._kaal(initial) != self._kaal(data)

    def _kaal(self, tekst: Any) -> str:
        try:
            return self.clean(tekst)
        except forms.ValidationError:
            return str(tekst or "").strip()


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

    def _get_validation_exclusions(self) -> set[str]:
        # The OCMW is not on the form, but a name is unique within it.
        return super()._get_validation_exclusions() - {"ocmw"}  # type: ignore[misc]


class WerkplekForm(VersieForm):
    vestigingsnummer = NummerVeld(
        label="Vestigingsnummer",
        lees=lees_vestiging,
        toon=toon_vestiging,
        help_text="10 cijfers, begint met 2 tot 8. Staat in de KBO bij de vestiging.",
    )

    class Meta:
        model = Werkplek
        fields: ClassVar = [
            "naam", "taken", "straat", "gemeente", "vestigingsnummer", "uren_per_week", "capaciteit", "actief",
        ]  # fmt: skip
        widgets: ClassVar = {"taken": forms.Textarea(attrs={"rows": 3})}
        localized_fields: ClassVar = ["uren_per_week"]  # people type 28,5
        help_texts: ClassVar = {
            "naam": "Zo herkent je team de plek, bijvoorbeeld: sorteercentrum.",
            "capaciteit": "Zoveel mensen kunnen er tegelijk werken.",
        }

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"werkgever"}  # type: ignore[misc]
