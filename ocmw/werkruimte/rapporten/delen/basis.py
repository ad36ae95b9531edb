"""What every part needs: whose dossier, which day, and whether health and addiction may be shown."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from clienten.models import Client
from ocmw.werkruimte.rapporten.rapport import Mededeling

ZONDER = "Zonder gegevens over gezondheid en verslaving."


@dataclass(frozen=True)
class Dossier:
    """`afgeschermd`: the reader has the right and asked for it."""

    client: Client
    op: date
    afgeschermd: bool

    def rijen(self, rijen: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of this client; from tables with a shielded column, only what this report may show."""
        eigen = rijen.filter(client=self.client)
        kolommen = {veld.name for veld in rijen.model._meta.fields}
        return eigen if self.afgeschermd or "afgeschermd" not in kolommen else eigen.filter(afgeschermd=False)

    @property
    def let_op(self) -> tuple[Mededeling, ...]:
        """Said wherever something could be missing, also when nothing is: the reader must not guess from its absence."""
        return () if self.afgeschermd else (Mededeling(ZONDER),)


def dag(waarde: date | None) -> str:
    return f"{waarde:%d/%m/%Y}" if waarde else ""


def met_punten(*delen: object) -> str:
    """ "An Claes · op kantoor · 45 minuten", without the empty ones."""
    return " · ".join(str(deel) for deel in delen if deel)
