"""A number of an employer in any usual spelling."""

from typing import Any

from django import forms


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
