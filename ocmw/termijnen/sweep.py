"""The nightly sweep: flag what is due and tell somebody, set-based and in one transaction per batch.

The cost follows what is due, not what exists: the partial index `termijn_te_markeren` holds only rows that are open and
not flagged yet. Flag and Melding stand or fall together, so `kill -9` between two batches (or inside one) loses nothing
and repeats nothing: what was not committed is found again by the next run.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection, transaction

from ocmw.kalender.klok import nu
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.rechten import Recht, rollen_met

PARTIJ = 5000

# Colleague `m` can act on termijn `t`: active, in a role that handles termijnen, and the dossier still exists for them.
KAN_HANDELEN = """m.is_active AND m.rol IN ({rollen}) AND (
    m.ocmw_id = t.ocmw_id
    OR EXISTS (
        SELECT 1 FROM toegang_samenwerking s
        JOIN clienten_toewijzing w ON w.client_id = t.client_id AND w.medewerker_id = m.id
        WHERE s.ocmw_id = t.ocmw_id AND s.begeleidend_id = m.ocmw_id
          AND s.van <= %(op)s AND (s.tot IS NULL OR s.tot > %(op)s)
          AND w.van <= %(op)s AND (w.tot IS NULL OR w.tot > %(op)s)
    )
)"""
# Addressed to the one responsible when that colleague can act, otherwise to nobody: then it is for the coordinators of
# the OCMW (MeldingQuerySet.voor).
MELD = """
INSERT INTO termijnen_melding (termijn_id, medewerker_id, vervalt_op, op, gemaakt_op)
SELECT t.id, m.id, t.vervalt_op, %(op)s, %(nu)s
FROM termijnen_termijn t
LEFT JOIN toegang_medewerker m ON m.id = t.verantwoordelijke_id AND {kan_handelen}
WHERE t.gesloten_op IS NULL AND t.gemarkeerd_op IS NULL AND t.vervalt_op <= %(grens)s
ON CONFLICT DO NOTHING
"""
# A row that became due between the two statements has no Melding yet: it stays unflagged for the next round.
MARKEER = """
UPDATE termijnen_termijn SET gemarkeerd_op = %(op)s
WHERE gesloten_op IS NULL AND gemarkeerd_op IS NULL AND vervalt_op <= %(grens)s
  AND EXISTS (
    SELECT 1 FROM termijnen_melding m
    WHERE m.termijn_id = termijnen_termijn.id AND m.vervalt_op = termijnen_termijn.vervalt_op
  )
RETURNING soort
"""
# Told to somebody who meanwhile left, changed role or lost sight of the dossier, and not finished: to the coordinators.
MAAK_VRIJ = """
UPDATE termijnen_melding SET medewerker_id = NULL, gelezen_op = NULL
WHERE medewerker_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM termijnen_termijn t
    WHERE t.id = termijnen_melding.termijn_id AND t.gesloten_op IS NULL AND t.gemarkeerd_op IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM toegang_medewerker m WHERE m.id = termijnen_melding.medewerker_id AND {kan_handelen}
      )
)
"""


@dataclass
class Sweepuitslag:
    """What one run saw and did; `als_json` is a fixed interface."""

    bekeken: int = 0
    gemarkeerd: Counter[str] = field(default_factory=Counter)

    def als_json(self) -> dict[str, object]:
        return {"bekeken": self.bekeken, "gemarkeerd": {str(soort): self.gemarkeerd[soort] for soort in TERMIJNSOORTEN}}


def markeer(op: date, *, partij: int = PARTIJ) -> Sweepuitslag:
    """Flag every open termijn that is due on `op` and leave one Melding for each. Safe to run twice or in parallel.

    A batch ends at a day: about `partij` rows, more when one day holds more.
    """
    uitslag = Sweepuitslag()
    while True:
        volgende = grens(op, partij=partij)
        soorten = markeer_partij(op, volgende or op)
        uitslag.bekeken += len(soorten)
        uitslag.gemarkeerd.update(soorten)
        if volgende is None:
            return uitslag


def grens(op: date, *, partij: int) -> date | None:
    """The last day of a batch of `partij` rows; None when one batch takes all that is left."""
    dagen = Termijn.objects.te_markeren(op).order_by("vervalt_op").values_list("vervalt_op", flat=True)
    return dagen[partij - 1 : partij].first()


@transaction.atomic
def markeer_partij(op: date, tot_en_met: date) -> list[str]:
    """Flag and tell, both or neither. Returns the soort of each row that this call flagged."""
    parameters = _parameters(op, tot_en_met)
    with connection.cursor() as cursor:
        # SQL of our own: the database turns rows into rows, and none of them travels. Telling comes first, because it
        # looks for what is not flagged yet.
        cursor.execute(meld_sql(), parameters)
        # UPDATE ... RETURNING: what this call flagged, also when another sweep runs beside it; the ORM has no such thing.
        cursor.execute(MARKEER, parameters)
        return [soort for (soort,) in cursor.fetchall()]


def maak_wezen_vrij(op: date) -> int:
    """Once a night: no agreement that ends or role that changes leaves an open promise without a reader."""
    with connection.cursor() as cursor:
        # One UPDATE with the table of roles in it; through the ORM it would be a query for each role.
        cursor.execute(_met_rollen(MAAK_VRIJ), {"op": op})
        return cursor.rowcount


def meld_sql() -> str:
    return _met_rollen(MELD)


def _met_rollen(sql: str) -> str:
    """Roles are codes of our own policy table, not input."""
    rollen = ", ".join(f"'{rol.value}'" for rol in rollen_met(Recht.TERMIJN_BEHEREN))
    return sql.format(kan_handelen=KAN_HANDELEN.format(rollen=rollen))


def _parameters(op: date, tot_en_met: date) -> dict[str, Any]:
    return {"op": op, "grens": tot_en_met, "nu": connection.ops.adapt_datetimefield_value(nu())}
