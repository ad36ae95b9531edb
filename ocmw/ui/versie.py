"""Two people, one form: the second saver gets both texts side by side and loses nothing.

A row that people edit extends `Versie`. Its form extends `VersieForm`, which carries the version the user saw and the
values as they were then. `bewaar()` writes with that version in the WHERE clause; when the row moved on it raises
`IntussenGewijzigd` and the view answers with `toon_samenvoegen()`.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone


class IntussenGewijzigd(Exception):
    """Somebody saved this row after the user opened it; `actueel` is the row as it is now."""

    def __init__(self, actueel: "Versie") -> None:
        super().__init__("Iemand anders heeft dit intussen gewijzigd.")
        self.actueel = actueel


class Versie(models.Model):
    versie = models.PositiveIntegerField(default=1, editable=False)
    gewijzigd_op = models.DateTimeField(default=timezone.now, editable=False)
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True

    def bewaar(self, *, door: models.Model, velden: list[str]) -> None:
        """Write `velden` when the row still has the version this instance was read (or posted) with.

        Raises IntussenGewijzigd otherwise; nothing is written then. Constraints are checked first (`full_clean`
        is the form's work, `validate_constraints` runs here so import and job pass the same gate).
        """
        self.validate_constraints()
        waarden = {kolom: getattr(self, kolom) for kolom in (self._kolom(naam) for naam in velden)}
        nu = timezone.now()
        geschreven = (
            type(self)
            ._default_manager.filter(pk=self.pk, versie=self.versie)
            .update(
                **waarden,
                versie=self.versie + 1,
                gewijzigd_op=nu,
                gewijzigd_door_id=door.pk,
            )
        )
        if not geschreven:
            raise IntussenGewijzigd(type(self)._default_manager.get(pk=self.pk))
        self.versie += 1
        self.gewijzigd_op = nu
        self.gewijzigd_door_id = door.pk

    @classmethod
    def _kolom(cls, naam: str) -> str:
        veld = cls._meta.get_field(naam)
        return str(getattr(veld, "attname", naam))


class VersieForm(forms.ModelForm):
    """A model form that remembers which version the user saw, and what stood in each field then."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versie"].initial = self.instance.versie
        for naam, veld in self.fields.items():
            if naam != "versie":
                veld.show_hidden_initial = True

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.instance.pk and self.cleaned_data.get("versie"):
            self.instance.versie = self.cleaned_data["versie"]

    def gewijzigde_velden(self) -> list[str]:
        """Model fields the user changed compared with what the page showed (not with what the row holds now)."""
        eigen = {veld.name for veld in self.instance._meta.get_fields()}
        return [naam for naam in self.changed_data if naam != "versie" and naam in eigen]


def toon_samenvoegen(request: HttpRequest, form: VersieForm, conflict: IntussenGewijzigd, titel: str) -> HttpResponse:
    """The merge page: per field what you wrote and what is stored now; posting it saves on the new version."""
    nu = forms.models.model_to_dict(conflict.actueel)
    gewijzigd = form.gewijzigde_velden()
    verschillen = []
    for naam in form.fields:
        if naam == "versie" or naam not in nu:
            continue
        mijn = form.cleaned_data.get(naam)
        mijn = getattr(mijn, "pk", mijn)
        modelveld = conflict.actueel._meta.get_field(naam)
        if naam in gewijzigd and mijn != nu[naam]:
            verschillen.append(
                {
                    "naam": naam,
                    "label": form.fields[naam].label or naam,
                    "mijn": form.data.get(form.add_prefix(naam), ""),
                    "hun": "" if nu[naam] is None else nu[naam],
                    "lang": isinstance(modelveld, models.TextField),
                    "veld": form[naam],
                }
            )
    # Start from the row as it is now, then lay this user's own changes over it: nothing of either is lost.
    data = QueryDict(mutable=True)
    for sleutel, waarden in request.POST.lists():
        data.setlist(sleutel, waarden)
    kaal = type(form)(instance=conflict.actueel)
    for naam, veld in form.fields.items():
        sleutel = form.add_prefix(naam)
        if naam == "versie":
            data[sleutel] = str(conflict.actueel.versie)
        elif naam in nu:
            waarde = kaal[naam].value()
            if naam not in gewijzigd:
                if isinstance(veld, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
                    data.setlist(sleutel, [str(w) for w in waarde or []])
                else:
                    data[sleutel] = "" if waarde is None else kaal[naam].field.prepare_value(waarde)
            data[form.add_initial_prefix(naam)] = "" if waarde is None else kaal[naam].field.prepare_value(waarde)
    verenigd = type(form)(data, instance=conflict.actueel)
    context = {"form": verenigd, "verschillen": verschillen, "actueel": conflict.actueel, "titel": titel}
    return render(request, "components/samenvoegen_pagina.html", context, status=409)
