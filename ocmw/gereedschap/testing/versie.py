"""A released version, frozen: the demo as the tables of that version held it, from which the test of every upgrade starts.

One compressed file per version, the same for both engines: JSON lines, first what it is and which migrations made its tables,
then for each table its columns and its rows. Made by `manage.py vries_in VERSIE`, right before that version is released; a file
of a version that people have is never made anew.
"""

import base64
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Field, Model

from ocmw.gereedschap.testing.legen import leeg

VERSIES = Path(__file__).parent / "versies"
Migratie = tuple[str, str]
Rij = list[Any]


@dataclass
class Versietabel:
    """Rows as JSON holds them, in the order of their key."""

    kolommen: list[str]
    rijen: list[Rij] = field(default_factory=list)

    def alleen(self, kolommen: list[str]) -> list[Rij]:
        plaatsen = [self.kolommen.index(kolom) for kolom in kolommen]
        return [[rij[plaats] for plaats in plaatsen] for rij in self.rijen]


@dataclass
class BevrorenVersie:
    """`migraties`: the last ones of every app, from which the others follow. `op`: the day on which the demo was born."""

    naam: str
    op: date
    migraties: list[Migratie]
    tabellen: dict[str, Versietabel]

    @property
    def pad(self) -> Path:
        return VERSIES / f"{self.naam}.jsonl.xz"

    def schrijf(self) -> int:
        """The number of bytes it takes."""
        regels: list[Any] = [{"versie": self.naam, "op": self.op.isoformat(), "migraties": self.migraties}]
        for naam, tabel in self.tabellen.items():
            regels += [{"tabel": naam, "kolommen": tabel.kolommen}, *tabel.rijen]
        tekst = "".join(json.dumps(regel, ensure_ascii=False, separators=(",", ":")) + "\n" for regel in regels)
        self.pad.parent.mkdir(exist_ok=True)
        return self.pad.write_bytes(lzma.compress(tekst.encode(), preset=9))


def lees(naam: str) -> BevrorenVersie:
    with lzma.open(VERSIES / f"{naam}.jsonl.xz", "rt", encoding="utf-8") as bestand:
        kop = json.loads(next(bestand))
        tabellen: dict[str, Versietabel] = {}
        for regel in map(json.loads, bestand):
            if isinstance(regel, dict):
                tabel = tabellen[regel["tabel"]] = Versietabel(regel["kolommen"])
            else:
                tabel.rijen.append(regel)
    migraties = [(app, migratie) for app, migratie in kop["migraties"]]
    return BevrorenVersie(kop["versie"], date.fromisoformat(kop["op"]), migraties, tabellen)


def neem_op(naam: str, *, op: date) -> BevrorenVersie:
    """What the tables hold now; nothing is said about files, the demo has none."""
    migraties = sorted(MigrationLoader(connection).graph.leaf_nodes())
    tabellen = {}
    for model in _modellen(migraties):
        kolommen = [veld.attname for veld in _velden(model)]
        rijen = model._base_manager.order_by("pk").values_list(*kolommen)
        tabellen[model._meta.db_table] = Versietabel(kolommen, [[_als_json(waarde) for waarde in rij] for rij in rijen])
    return BevrorenVersie(naam, op, migraties, tabellen)


def zet_terug(versie: BevrorenVersie) -> None:
    """In a database without tables: make them as that version did, and put every row in."""
    MigrationExecutor(connection).migrate(versie.migraties)
    leeg(connection)
    modellen = {model._meta.db_table: model for model in _modellen(versie.migraties)}
    citeer = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for naam, tabel in versie.tabellen.items():
            velden = [modellen[naam]._meta.get_field(kolom) for kolom in tabel.kolommen]
            kolommen, plaatsen = ", ".join(citeer(veld.column) for veld in velden), ", ".join(["%s"] * len(velden))
            # Below the models, where no field says "now".
            cursor.executemany(
                f"INSERT INTO {citeer(naam)} ({kolommen}) VALUES ({plaatsen})",
                [
                    [veld.get_db_prep_save(veld.to_python(w), connection) for veld, w in zip(velden, rij, strict=True)]
                    for rij in tabel.rijen
                ],
            )
        for opdracht in connection.ops.sequence_reset_sql(no_style(), list(modellen.values())):
            # What Django itself makes, after rows that carried their own keys.
            cursor.execute(opdracht)


def _modellen(migraties: list[Migratie]) -> Iterator[type[Model]]:
    """As the migrations know them, so that a file can be put back when the models of today are others."""
    apps = MigrationLoader(connection).project_state(migraties).apps
    for model in sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.db_table):
        if model._meta.managed and not model._meta.proxy:
            yield model


def _velden(model: type[Model]) -> list[Field]:
    return [veld for veld in model._meta.local_concrete_fields if not veld.generated]


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat()
    if isinstance(waarde, bytes | memoryview):
        return base64.b64encode(bytes(waarde)).decode()
    return waarde if waarde is None or isinstance(waarde, str | int | float | list | dict) else str(waarde)
