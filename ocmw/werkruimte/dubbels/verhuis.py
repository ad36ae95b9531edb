"""Move everything that hangs on one row to another, and write down how to go back.

Each step is a list that fits in JSON: what kind of step, which kind of row, which rows, what stood there and what stands there
now. Going back takes them in reverse; what somebody changed since is left as it is and named.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F

from clienten.models import Client, Toewijzing
from ocmw.werkruimte.dubbels.botsingen import Paar, Verwijzing, paren, verwijzingen
from ocmw.werkruimte.dubbels.kiezen import WEG, Keuzes, kijk_na, vul_aan

VERPLAATST, GEWIJZIGD, GESCHRAPT, GEMAAKT = "verplaatst", "gewijzigd", "geschrapt", "gemaakt"


def _tekst(veld: Any, rij: models.Model) -> Any:
    """Without loss: a moment keeps its microseconds."""
    waarde = veld.value_from_object(rij)
    if waarde is None or isinstance(veld, models.JSONField):
        return waarde
    return veld.value_to_string(rij)


def _waarde(veld: Any, tekst: Any) -> Any:
    return tekst if tekst is None or isinstance(veld, models.JSONField) else veld.to_python(tekst)


def beeld(rij: models.Model) -> dict[str, Any]:
    return {veld.attname: _tekst(veld, rij) for veld in rij._meta.concrete_fields}


def uit_beeld(model: type[models.Model], waarden: dict[str, Any]) -> dict[str, Any]:
    """The same as values of Python, for the columns in `waarden`."""
    return {veld.attname: _waarde(veld, waarden[veld.attname]) for veld in _velden(model, waarden)}


class Verhuis:
    """One way: from two rows to one."""

    def __init__(self, keuzes: Keuzes, *, op: date) -> None:
        self.keuzes, self.op = keuzes, op
        self.stappen: list[list[Any]] = []

    def voeg_samen(self, weg: models.Model, blijft: models.Model) -> None:
        """`weg` is gone after this. Everything that pointed at it points at `blijft`, which took over what was chosen."""
        paar = Paar(weg, blijft)
        for verwijzing in verwijzingen(type(weg)):
            self._los_dubbels_op(verwijzing, weg.pk, blijft.pk)
            self._verplaats(verwijzing, weg.pk, blijft.pk)
        voor = beeld(blijft)
        vul_aan(paar, self.keuzes)
        self._schrap(weg)
        if beeld(blijft) != voor:
            kijk_na(blijft)
            self.zet(blijft, voor)

    def zet(self, rij: models.Model, voor: dict[str, Any]) -> None:
        """Store what differs from `voor`. Who has the row open in a form is told that it moved on."""
        nieuw = beeld(rij)
        anders = {naam: [voor[naam], nieuw[naam]] for naam in nieuw if nieuw[naam] != voor[naam]}
        _schrijf(rij, {naam: getattr(rij, naam) for naam in anders})
        self.stappen.append([GEWIJZIGD, rij._meta.label, rij.pk, anders])

    def maak(self, rij: models.Model) -> None:
        rij.save(force_insert=True)
        self.stappen.append([GEMAAKT, rij._meta.label, rij.pk])

    def _los_dubbels_op(self, verwijzing: Verwijzing, weg: int, blijft: int) -> None:
        while (paar := next(paren(verwijzing, weg, blijft), None)) is not None:
            telt_weg = self.keuzes.get(paar.sleutel) == WEG
            minder, meer = (paar.blijft, paar.weg) if telt_weg else (paar.weg, paar.blijft)
            if isinstance(minder, Toewijzing) and minder.medewerker_id != meer.medewerker_id:
                voor = beeld(minder)
                minder.tot = max(self.op, minder.van)  # who followed until today stays readable
                self.zet(minder, voor)
            else:
                self.voeg_samen(minder, meer)

    def _verplaats(self, verwijzing: Verwijzing, weg: int, blijft: int) -> None:
        pks = list(verwijzing.rijen(weg).values_list("pk", flat=True))
        if pks:
            verwijzing.rijen(weg).update(**{verwijzing.kolom: blijft})
            self.stappen.append([VERPLAATST, verwijzing.model._meta.label, verwijzing.veld, weg, blijft, pks])

    def _schrap(self, rij: models.Model) -> None:
        self.stappen.append([GESCHRAPT, rij._meta.label, beeld(rij)])
        aantal, _ = type(rij)._base_manager.filter(pk=rij.pk).delete()
        if aantal != 1:
            raise RuntimeError(f"{rij._meta.label}: er hing nog iets aan een rij die zou verdwijnen.")


def _schrijf(rij: models.Model, waarden: dict[str, Any]) -> None:
    if any(veld.name == "versie" for veld in rij._meta.concrete_fields):
        waarden = {**waarden, "versie": F("versie") + 1}
    type(rij)._base_manager.filter(pk=rij.pk).update(**waarden)


class Terugweg:
    """The other way: each step undone, the last one first."""

    def __init__(self, stappen: list[list[Any]]) -> None:
        self.stappen = stappen
        self.anders: Counter[str] = Counter()  # per kind of row: left as somebody made it since

    def loop(self) -> None:
        terug: dict[str, Callable[..., None]] = {
            GEMAAKT: self._maak_weg,
            GEWIJZIGD: self._zet_terug,
            GESCHRAPT: self._maak_weer,
            VERPLAATST: self._haal_terug,
        }
        for soort, label, *rest in reversed(self.stappen):
            terug[soort](apps.get_model(label), *rest)

    def _maak_weg(self, model: type[models.Model], pk: int) -> None:
        model._base_manager.filter(pk=pk).delete()

    def _maak_weer(self, model: type[models.Model], waarden: dict[str, Any]) -> None:
        model(**uit_beeld(model, waarden)).save_base(raw=True, force_insert=True)

    def _zet_terug(self, model: type[models.Model], pk: int, anders: dict[str, list[Any]]) -> None:
        rij = model._base_manager.filter(pk=pk).first()
        if rij is None:
            self.anders[model._meta.label] += 1
            return
        nu = beeld(rij)
        terug = {
            veld: anders[veld.attname] for veld in _velden(model, anders) if nu[veld.attname] == anders[veld.attname][1]
        }
        if len(terug) < len(anders):
            self.anders[model._meta.label] += 1
        if terug:
            _schrijf(rij, {veld.attname: _waarde(veld, was) for veld, (was, _) in terug.items()})

    def _haal_terug(self, model: type[models.Model], veld: str, weg: int, blijft: int, pks: list[int]) -> None:
        kolom = Verwijzing(model, veld).kolom
        terug = model._base_manager.filter(pk__in=pks, **{kolom: blijft}).update(**{kolom: weg})
        if terug < len(pks):
            self.anders[model._meta.label] += len(pks) - terug


def _velden(model: type[models.Model], namen: Any) -> list[Any]:
    return [veld for veld in model._meta.concrete_fields if veld.attname in namen]


def hoogste_nummers() -> dict[str, int]:
    """Per kind of row of a dossier the last primary key: what comes later was added since."""
    return {
        model._meta.label: model._base_manager.aggregate(hoogste=models.Max("pk"))["hoogste"] or 0
        for model in {verwijzing.model for verwijzing in verwijzingen(Client)}
        if isinstance(model._meta.pk, models.AutoField | models.BigAutoField)
    }


def bijgekomen(client: Client, hoogste: dict[str, int]) -> Iterator[tuple[Verwijzing, list[int]]]:
    """What was added to this dossier since `hoogste`."""
    for verwijzing in verwijzingen(Client):
        grens = hoogste.get(verwijzing.model._meta.label)
        if grens is not None:
            pks = list(verwijzing.rijen(client.pk).filter(pk__gt=grens).values_list("pk", flat=True))
            if pks:
                yield verwijzing, pks


def volg_de_ouder(een: int, twee: int) -> int:
    """A row that was added to what goes back, goes back too: a talk of a contract belongs to the person of that contract.
    How many rows."""
    aantal = 0
    verder = True
    while verder:
        verder = False
        for verwijzing in verwijzingen(Client):
            for ouder in _ouders(verwijzing):
                for hier, daar in ((een, twee), (twee, een)):
                    verdwaald = verwijzing.rijen(hier).filter(**{f"{ouder}__client": daar})
                    if nu := verdwaald.model._base_manager.filter(
                        pk__in=list(verdwaald.values_list("pk", flat=True))
                    ).update(**{verwijzing.kolom: daar}):
                        aantal, verder = aantal + nu, True
    return aantal


def _ouders(verwijzing: Verwijzing) -> list[str]:
    """Columns of this kind of row that point at another row of the same dossier."""
    if verwijzing.veld != "client":
        return []
    velden = (veld for veld in verwijzing.model._meta.concrete_fields if veld.remote_field is not None)
    return [veld.name for veld in velden if veld.related_model is not Client and _heeft_client(veld.related_model)]


def _heeft_client(model: Any) -> bool:
    return any(veld.name == "client" and veld.related_model is Client for veld in model._meta.concrete_fields)
