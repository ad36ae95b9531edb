"""Negative control of the kill test: the sweep with its transaction taken apart.

It flags in one transaction and tells in the next; a kill in between loses the Melding for good.
"""

from datetime import date

from django.db import connection

from ocmw.termijnen import sweep
from ocmw.termijnen.models import Termijn


def in_twee_stappen(op: date, tot_en_met: date) -> list[str]:
    rijen = list(Termijn.objects.te_markeren(tot_en_met).values_list("pk", "soort"))
    pks = [pk for pk, _ in rijen]
    Termijn.objects.filter(pk__in=pks).update(gemarkeerd_op=op)
    onder = ", ".join(map(str, pks)) or "0"
    sql = sweep.meld_sql().replace(
        "t.gesloten_op IS NULL AND t.gemarkeerd_op IS NULL AND t.vervalt_op <= %(grens)s", f"t.id IN ({onder})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, sweep._parameters(op, tot_en_met))  # the SQL of the real one, with the mistake in it
    return [soort for _, soort in rijen]


def markeer_kapot(op: str) -> None:
    """Only in a process that ends: the sweep stays broken."""
    sweep.markeer_partij = in_twee_stappen
    sweep.markeer(date.fromisoformat(op), partij=1)
