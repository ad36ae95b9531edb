"""Two people, one form: the second saver gets both texts side by side and loses nothing.

A row that people edit extends `Versie`. Its form extends `VersieForm`, which carries the version the user saw and the
values as they were then. `bewaar()` writes with that version in the WHERE clause; when the row moved on it raises
`IntussenGewijzigd` and the view answers with `toon_samenvoegen()`.
"""

import json
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, ClassVar, Self

from django import forms
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from ocmw.ui.nagekeken import Nagekeken

MAX_VERSIE = 2**31 - 1  # what a PositiveIntegerField holds


class IntussenGewijzigd(Exception):
    """Somebody saved this row after the user opened it; `actueel` is the row as it is now.

    A page that edits two rows as one form says in `laatste` which of both was saved, when that is the other one.
    """

    def __init__(self, actueel: "Versie", *, laatste: "Versie | None" = None) -> None:
        super().__init__("Iemand anders heeft dit intussen gewijzigd.")
        self.actueel = actueel
        self.laatste = laatste or actueel


class Versie(Nagekeken):
    versie = models.PositiveIntegerField(default=1, editable=False)
    gewijzigd_op = models.DateTimeField(default=timezone.now, editable=False)
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )

    gekozen: Collection[str] = ()  # references a form just read: not looked up once more

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude={*(exclude or ()), *self.gekozen})

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

    def bewaar_eerste(self, *, door: models.Model, **sleutel: Any) -> None:
        """Insert this row, the only one there can be for `sleutel` (a constraint says so). Raises IntussenGewijzigd when a
        colleague made it first: a conflict like any other."""
        self.versie, self.gewijzigd_door_id = 1, door.pk
        try:
            with transaction.atomic():
                self.save(force_insert=True)
        except IntegrityError:
            eerder = type(self)._default_manager.filter(**sleutel).first()
            if eerder is None:
                raise
            raise IntussenGewijzigd(eerder) from None

    @classmethod
    def _kolom(cls, naam: str) -> str:
        veld = cls._meta.get_field(naam)
        return str(getattr(veld, "attname", naam))


class VersieForm(forms.ModelForm):
    """A model form that remembers which version the user saw (`versie`), and what stood in each field then (`begin`).

    A form with fields that do not live on the model overrides `huidige_waarden()`, so the merge page can show them.
    """

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MAX_VERSIE)
    begin = forms.CharField(widget=forms.HiddenInput, required=False)
    ook_nagekeken: ClassVar[set[str]] = set()  # not on the form, and yet part of what must be unique

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._gemaakt_met = {naam: waarde for naam, waarde in kwargs.items() if naam not in _EIGEN}
        self.extra: dict[str, Any] = {}  # keyword arguments of a subclass, to make the same form again
        super().__init__(*args, **kwargs)
        # 0: the page showed no row yet. Whoever then finds one has a conflict with who made it.
        self.fields["versie"].initial = self.instance.versie if self.instance.pk else 0
        self.onthoud_begin()

    def onthoud_begin(self) -> None:
        """Note what is stored now; call again after adding fields."""
        self._begin = self.als_teksten(self.huidige_waarden(self.instance))
        self.fields["begin"].initial = self._begintekst

    def als_teksten(self, waarden: dict[str, Any]) -> dict[str, Any]:
        return {naam: _als_tekst(veld.prepare_value(waarden.get(naam))) for naam, veld in self._velden()}

    def _begintekst(self) -> str:
        """Two things differ for a field with a suggestion: what is stored, and what the page shows."""
        getoond = self.als_teksten({naam: self.get_initial_for_field(veld, naam) for naam, veld in self._velden()})
        return json.dumps({"bewaard": self._begin, "getoond": getoond})

    def _velden(self) -> list[tuple[str, forms.Field]]:
        return [(naam, veld) for naam, veld in self.fields.items() if naam not in _BOEKHOUDING]

    def _post_clean(self) -> None:
        # What was chosen from a list was read from the database a moment ago: the row does not ask again whether it exists.
        keuzes = {naam for naam, veld in self.fields.items() if isinstance(veld, forms.ModelChoiceField)}
        self.instance.gekozen = {naam for naam in keuzes if self.cleaned_data.get(naam) is not None}
        super()._post_clean()  # type: ignore[misc]  # Django's, and unknown to its stubs
        if self.instance.pk and self.cleaned_data.get("versie") is not None:
            self.instance.versie = self.cleaned_data["versie"]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - self.ook_nagekeken  # type: ignore[misc]  # Django's, and unknown to its stubs

    def gewijzigd(self) -> list[str]:
        """Fields that hold something else than what was stored when the page was shown: what must be written."""
        return [naam for naam, _ in self._velden() if self._anders_dan("bewaard", naam, self[naam].data)]

    def zelf_gewijzigd(self) -> list[str]:
        """Fields this user changed on the page; a suggestion left alone is not among them."""
        return [naam for naam, _ in self._velden() if self._anders_dan("getoond", naam, self[naam].data)]

    def intussen_gewijzigd(self, nu: dict[str, Any]) -> list[str]:
        """Fields somebody else changed since the page was shown; `nu` is what is stored now.

        A post that does not say what its page showed may have missed any change.
        """
        if not self._geposte_begin("bewaard"):
            return list(nu)
        teksten = self.als_teksten(nu)
        return [naam for naam in nu if self._anders_dan("bewaard", naam, teksten[naam])]

    def _anders_dan(self, wat: str, naam: str, data: Any) -> bool:
        was = (self._begin | self._geposte_begin(wat))[naam]
        veld = self.fields[naam]
        if isinstance(veld, forms.BooleanField):
            data = data in {True, "True", "true", "on", "1"}
        return veld.has_changed(_van_tekst(veld, _een_regeleinde(was)), _een_regeleinde(data))

    def gewijzigde_velden(self) -> list[str]:
        """Those of `gewijzigd()` that are fields of the model: what `bewaar()` writes."""
        eigen = {veld.name for veld in self.instance._meta.get_fields()}
        return [naam for naam in self.gewijzigd() if naam in eigen]

    def _geposte_begin(self, wat: str) -> dict[str, Any]:
        try:
            begin = json.loads(self.data.get(self.add_prefix("begin"), "") or "{}")
            deel = begin[wat]
        except (ValueError, KeyError, TypeError, RecursionError):
            return {}
        return deel if isinstance(deel, dict) else {}

    def huidige_waarden(self, actueel: "Versie") -> dict[str, Any]:
        """What the database holds now, per field of this form."""
        alles = forms.models.model_to_dict(actueel)
        return {naam: alles[naam] for naam in self.fields if naam in alles}

    def op_rij(self, actueel: "Versie", data: QueryDict | None = None) -> Self:
        """The same form on the row as it is now."""
        return type(self)(data, instance=actueel, **self._gemaakt_met, **self.extra)


_BOEKHOUDING = {"versie", "begin"}
_EIGEN = {"data", "files", "instance"}


def _als_tekst(waarde: Any) -> Any:
    if isinstance(waarde, list | tuple | set | models.QuerySet):
        return sorted(str(getattr(deel, "pk", deel)) for deel in waarde)
    return "" if waarde is None else str(waarde)


def _een_regeleinde(waarde: Any) -> Any:
    """A browser posts CRLF for the LF it was given; that is no change."""
    return waarde.replace("\r\n", "\n") if isinstance(waarde, str) else waarde


def _van_tekst(veld: forms.Field, tekst: Any) -> Any:
    """The old value as the field understands it; a value it no longer accepts counts as different."""
    try:
        return veld.to_python(tekst)
    except forms.ValidationError:
        return None


def toon_samenvoegen(request: HttpRequest, form: VersieForm, conflict: IntussenGewijzigd, titel: str) -> HttpResponse:
    """The merge page: per field what you wrote and what is stored now; posting it saves on the new version.

    It starts from the row as it is now and lays this user's own changes over it, so nothing of either is lost.
    """
    actueel = conflict.actueel
    nu = form.huidige_waarden(actueel)
    mijne, hunne = form.zelf_gewijzigd(), form.intussen_gewijzigd(nu)
    kaal = form.op_rij(actueel)
    data = QueryDict(mutable=True)
    for sleutel, waarden in request.POST.lists():
        data.setlist(sleutel, waarden)
    data[form.add_prefix("versie")] = str(actueel.versie)
    teksten = form.als_teksten(nu)
    data[form.add_prefix("begin")] = json.dumps({"bewaard": teksten, "getoond": teksten})
    botsend = []
    for naam, waarde in nu.items():
        mijn = form.cleaned_data.get(naam)
        if naam in hunne and naam in mijne and _als_tekst(getattr(mijn, "pk", mijn)) != _als_tekst(waarde):
            botsend.append(naam)
        elif naam not in mijne and naam in hunne:
            _zet(data, form.add_prefix(naam), teksten[naam], form.fields[naam])
    verenigd = kaal.op_rij(actueel, data)
    verschillen = [
        {"veld": verenigd[naam], "mijn": _leesbaar(form, naam, form.cleaned_data.get(naam)),
         "hun": _leesbaar(form, naam, nu[naam])}
        for naam in botsend
    ]  # fmt: skip
    context = {
        "form": verenigd,
        "verschillen": verschillen,
        "laatste": conflict.laatste,
        "titel": titel,
        "botsend": botsend,
    }
    return render(request, "components/samenvoegen_pagina.html", context, status=409)


def _zet(data: QueryDict, sleutel: str, waarde: Any, veld: forms.Field) -> None:
    if isinstance(veld, forms.BooleanField):
        data.pop(sleutel, None)
        if waarde in {"True", "true", "1", "on"}:
            data[sleutel] = "on"
    elif isinstance(waarde, list):
        data.setlist(sleutel, waarde)
    else:
        data[sleutel] = waarde


def _leesbaar(form: VersieForm, naam: str, waarde: Any) -> str:
    """What a person reads instead of a code or an id."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde:%d/%m/%Y}"
    if isinstance(waarde, list | tuple):
        return ", ".join(_leesbaar(form, naam, deel) for deel in waarde)
    keuzes = getattr(form.fields[naam], "choices", None)
    tekst = _als_tekst(getattr(waarde, "pk", waarde))
    for sleutel, label in keuzes or ():
        if str(sleutel) == tekst:
            return str(label)
    return tekst


def bewaar_ook_na_eigen(form: VersieForm, bewaar: Callable[[], Any], door: models.Model) -> None:
    """Call `bewaar`; when only this user's own autosave came in between, save on top of that.

    A page that saves while somebody types may still be saving when she clicks "Volgende": no conflict with herself.
    """
    try:
        bewaar()
    except IntussenGewijzigd as conflict:
        actueel, rij = conflict.actueel, form.instance
        eigen = actueel.gewijzigd_door_id == door.pk and actueel.versie == rij.versie + 1
        if not (eigen and rij.pk):
            raise
        rij.versie = actueel.versie
        bewaar()
