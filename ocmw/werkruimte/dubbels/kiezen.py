"""What the row that stays says afterwards, field by field: what somebody chose, or else what loses nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from clienten.enums import Antwoord
from clienten.models import Client, Stand, Toewijzing
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dubbels.botsingen import Paar
from trajecten.models import Doorverwijzing, Traject

WEG, BLIJFT, BEIDE = "weg", "blijft", "beide"
Keuzes = Mapping[str, str]

# Kept by the row itself, or derived.
_EIGEN = {"versie", "gewijzigd_op", "gewijzigd_door", "zoeknaam", "zoekwoorden", "ocmw", "gesloten_op", "sluitreden"}
_AFGELEID = (Stand, Termijn)
# Of these the one that stays takes the earliest.
_VROEGSTE: dict[type[models.Model], str] = {Traject: "gestart_op", Toewijzing: "van"}


def gegevensvelden(rij: models.Model) -> Iterator[Any]:
    """The columns people fill in."""
    for veld in rij._meta.concrete_fields:
        if not veld.primary_key and veld.remote_field is None and veld.name not in _EIGEN:
            yield veld


def is_leeg(veld: Any, waarde: Any) -> bool:
    """Not asked yet: an unknown is not an answer."""
    onbekend = bool(veld.choices) and waarde == Antwoord.ONBEKEND
    return waarde is None or waarde in ("", [], {}) or onbekend


def is_een_per_dossier(rij: models.Model) -> bool:
    """The person, and what there is once of: its fields are chosen one by one."""
    return isinstance(rij, Client) or any(
        veld.unique and veld.remote_field is not None and veld.related_model is Client
        for veld in rij._meta.concrete_fields
    )


def kan_beide(veld: Any) -> bool:
    """A long text and a list can hold what both say."""
    return isinstance(veld, models.TextField | models.JSONField)


def vanzelf(veld: Any, hier: Any, daar: Any, *, alles: bool) -> str:
    """When nobody chose. A long text is never thrown away: both stay."""
    if hier == daar or is_leeg(veld, daar):
        return BLIJFT
    if is_leeg(veld, hier):
        return WEG if alles or isinstance(veld, models.TextField | models.CharField) else BLIJFT
    if isinstance(veld, models.JSONField):
        return BEIDE if alles and isinstance(hier, list) and isinstance(daar, list) else BLIJFT
    return BEIDE if isinstance(veld, models.TextField) and daar.strip() not in hier else BLIJFT


def vul_aan(paar: Paar, keuzes: Keuzes) -> None:
    """Set on `paar.blijft` what it takes over; the caller stores it. Raises Geweigerd with the sentence of a broken rule."""
    weg, blijft = paar.weg, paar.blijft
    if isinstance(blijft, _AFGELEID):
        return
    if getattr(weg, "afgeschermd", False):
        blijft.afgeschermd = True  # before anything of it comes along
    if vroegste := _VROEGSTE.get(type(blijft)):
        setattr(blijft, vroegste, min(getattr(blijft, vroegste), getattr(weg, vroegste)))
    alles = is_een_per_dossier(blijft)
    for veld in () if _ligt_vast(blijft) and not alles else gegevensvelden(blijft):
        hier, daar = getattr(blijft, veld.name), getattr(weg, veld.name)
        keuze = keuzes.get(f"{paar.sleutel}.{veld.name}") or vanzelf(veld, hier, daar, alles=alles)
        if keuze == WEG:
            setattr(blijft, veld.name, daar)
        elif keuze == BEIDE:
            beide = (
                [*hier, *(deel for deel in daar if deel not in hier)] if isinstance(hier, list) else f"{hier}\n\n{daar}"
            )
            setattr(blijft, veld.name, beide)
    if isinstance(blijft, Client):
        _werk_naam_en_sluiting_bij(blijft, weg)


def kijk_na(rij: models.Model) -> None:
    try:
        rij.validate_constraints()
    except ValidationError as fout:
        raise Geweigerd(f"Deze keuzes passen niet samen. {' '.join(fout.messages)}") from fout


def _ligt_vast(rij: models.Model) -> bool:
    """Signed or sent: nothing is added to it any more."""
    verstuurd = isinstance(rij, Doorverwijzing) and bool(rij.weigering_voor_invullen())
    return verstuurd or bool(getattr(rij, "afgerond_op", None))


def _werk_naam_en_sluiting_bij(blijft: Client, weg: Client) -> None:
    blijft.vul_zoeknaam()
    if blijft.gesloten_op and not weg.gesloten_op:
        blijft.gesloten_op, blijft.sluitreden = None, ""  # one of both was open, so the person is followed
