"""What two dossiers say next to each other, for who decides what the one dossier says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from clienten.enums import Taalniveau
from clienten.insz import toon_insz
from clienten.models import Client, Contactgegevens, InszHistoriek, Stand, Toewijzing
from clienten.nummers import toon_telefoon
from clienten.profiel.enums import Sector
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.dubbels.botsingen import Paar, paren, verwijzingen
from ocmw.werkruimte.dubbels.kiezen import (
    BEIDE,
    BLIJFT,
    WEG,
    gegevensvelden,
    is_een_per_dossier,
    is_leeg,
    kan_beide,
    vanzelf,
)
from ocmw.werkruimte.dubbels.models import AnderePersoon, Vereniging
from ocmw.werkruimte.regelimpact.models import Impactrij
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Vervoer
from tewerkstelling.models import Tewerkstelling
from trajecten.enums import Hulpvraag
from trajecten.models import Doorverwijzing, Traject

# Follow from other rows, or are about the joining itself: nobody chooses between them.
_ZONDER_KEUZE = (Stand, Termijn, InszHistoriek, Impactrij, AnderePersoon, Vereniging)
_CODES: dict[str, type[models.TextChoices]] = {
    "hulpvragen": Hulpvraag,
    "sectoren": Sector,
    "sectoren_niet": Sector,
    "werktijden": Werktijd,
    "vervoer": Vervoer,
    "niet_mogelijk": FysiekeEis,
    "niveau": Taalniveau,
}
_AFGESCHERMD = {("werkprofiel", "beperkt"), ("werkprofiel", "niet_mogelijk")}


@dataclass(frozen=True)
class Keuzevraag:
    """One thing both dossiers say and that only one of them can be right about."""

    sleutel: str
    label: str
    hier: str
    daar: str
    beide: bool
    standaard: str


@dataclass(frozen=True)
class Vragengroep:
    kop: str
    vragen: list[Keuzevraag]


@dataclass(frozen=True)
class Dossiervergelijking:
    groepen: list[Vragengroep]
    verhuist: list[tuple[str, int]]
    verborgen: bool  # something this reader may not see has both: it stays complete by itself


def vergelijk(blijft: Client, weg: Client, *, lezer: Medewerker) -> Dossiervergelijking:
    groepen = [Vragengroep("Persoon", list(_velden(Paar(weg, blijft), lezer)))]
    rijvragen, verborgen = [], False
    for verwijzing in verwijzingen(Client):
        if issubclass(verwijzing.model, _ZONDER_KEUZE):
            continue
        for paar in paren(verwijzing, weg.pk, blijft.pk):
            if isinstance(paar.blijft, Toewijzing) and paar.blijft.medewerker_id == paar.weg.medewerker_id:
                continue
            if not _ziet(paar, lezer):
                verborgen = True
            elif is_een_per_dossier(paar.blijft):
                kop = str(paar.blijft._meta.verbose_name).capitalize()
                groepen.append(Vragengroep(kop, list(_velden(paar, lezer))))
            else:
                rijvragen.append(_rijvraag(paar))
    groepen.append(Vragengroep("Wat er maar één keer kan zijn", rijvragen))
    return Dossiervergelijking([groep for groep in groepen if groep.vragen], _verhuist(weg, lezer), verborgen)


def _velden(paar: Paar, lezer: Medewerker) -> Iterator[Keuzevraag]:
    for veld in gegevensvelden(paar.blijft):
        hier, daar = getattr(paar.blijft, veld.name), getattr(paar.weg, veld.name)
        if hier == daar or is_leeg(veld, hier) or is_leeg(veld, daar):
            continue
        if (veld.model._meta.model_name, veld.name) in _AFGESCHERMD and not lezer.mag(Recht.AFGESCHERMD_LEZEN):
            continue
        yield Keuzevraag(
            f"{paar.sleutel}.{veld.name}",
            str(veld.verbose_name)[:1].upper() + str(veld.verbose_name)[1:],
            in_woorden(veld, hier),
            in_woorden(veld, daar),
            kan_beide(veld),
            vanzelf(veld, hier, daar, alles=True),
        )


def _rijvraag(paar: Paar) -> Keuzevraag:
    naam = str(paar.blijft._meta.verbose_name).capitalize()
    return Keuzevraag(paar.sleutel, naam, omschrijf(paar.blijft), omschrijf(paar.weg), beide=False, standaard=BLIJFT)


def keuzes_van(vraag: Keuzevraag, blijft: Client, weg: Client) -> list[tuple[str, str]]:
    uit = [(BLIJFT, f"{vraag.hier} ({blijft.dossiernummer})"), (WEG, f"{vraag.daar} ({weg.dossiernummer})")]
    return [*uit, (BEIDE, "Allebei, na elkaar")] if vraag.beide else uit


def in_woorden(veld: Any, waarde: Any) -> str:
    """What a person reads, never a code."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde:%d/%m/%Y}"
    codes = _CODES.get(veld.name)
    if isinstance(waarde, list):
        return ", ".join(str(codes(code).label) if codes and code in codes.values else str(code) for code in waarde)
    if veld.name == "insz":
        return toon_insz(waarde)
    if veld.name in ("gsm", "telefoon"):
        return toon_telefoon(waarde)
    keuzes = dict(veld.flatchoices)
    return str(keuzes.get(waarde, waarde))


def omschrijf(rij: Any) -> str:
    if isinstance(rij, Tewerkstelling):
        tot = f" tot en met {dag_in_woorden(rij.laatste_dag)}" if rij.laatste_dag else ""
        plek = f" bij {rij.werkplek.werkgever.naam}" if rij.werkplek else ""
        return f"{rij.get_soort_display()} van {dag_in_woorden(rij.van)}{tot}{plek}"
    if isinstance(rij, Traject):
        return f"{rij}, nu in fase {rij.get_fase_display()}"
    if isinstance(rij, Doorverwijzing):
        return rij.statusregel
    return str(rij)


def _ziet(paar: Paar, lezer: Medewerker) -> bool:
    kiezen = getattr(type(paar.blijft)._default_manager.all(), "zichtbaar_voor", None)
    return kiezen is None or kiezen(lezer).filter(pk__in=[paar.weg.pk, paar.blijft.pk]).count() == 2


def _verhuist(weg: Client, lezer: Medewerker) -> list[tuple[str, int]]:
    """What comes along, of what this reader may see."""
    uit = []
    for verwijzing in verwijzingen(Client):
        model = verwijzing.model
        if issubclass(model, (*_ZONDER_KEUZE, Toewijzing, Contactgegevens)) or verwijzing.veld != "client":
            continue
        rijen = model._default_manager.filter(client=weg)
        zien = getattr(rijen, "zichtbaar_voor", None)
        aantal = (zien(lezer) if zien else rijen).count()
        if aantal:
            uit.append((str(model._meta.verbose_name if aantal == 1 else model._meta.verbose_name_plural), aantal))
    return uit
