"""Choosing a colleague."""

from typing import Any

from django import forms


class CollegaVeld(forms.ModelChoiceField):
    """Shows the OCMW of a colleague who works elsewhere."""

    eigen_ocmw_id: int | None = None

    def label_from_instance(self, obj: Any) -> str:
        return obj.naam if obj.ocmw_id == self.eigen_ocmw_id else f"{obj.naam} ({obj.ocmw})"
