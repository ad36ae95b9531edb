"""Where somebody stands with VDAB, in one place: registered or not, since when, the number, help, and what the rooms above know
of it. Every page that prints it asks here (docs/adr/0031)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from clienten.enums import Antwoord
from clienten.models import Client
from clienten.profiel.herkomst import herkomst_van
from clienten.profiel.models import profiel_van
from ocmw.ui.aanbod import Aanbod

FEITEN = ("vdab", "vdab_sinds", "vdab_hulp")
# The client -> lines (what, how it stands), such as the registration of the work experience.
VDABLIJNEN: Aanbod[Callable[[Client], Iterable[tuple[str, str]]]] = Aanbod("wat een kamer bij VDAB weet")


@dataclass(frozen=True)
class Vdabstand:
    """`ingeschreven` is an Antwoord; `van_wie` says who said it last, empty when nobody did."""

    ingeschreven: str
    sinds: date | None
    nummer: str
    hulp: bool
    van_wie: str = ""
    lijnen: tuple[tuple[str, str], ...] = ()

    @property
    def in_woorden(self) -> str:
        zin = {
            Antwoord.JA: "Ingeschreven bij VDAB als werkzoekende",
            Antwoord.NEE: "Niet ingeschreven bij VDAB",
        }.get(Antwoord(self.ingeschreven), "Niet gevraagd of de cliënt bij VDAB ingeschreven is")
        sinds = f" sinds {self.sinds:%d/%m/%Y}" if self.sinds and self.ingeschreven == Antwoord.JA else ""
        hulp = " De cliënt heeft hulp nodig bij de inschrijving." if self.hulp else ""
        return f"{zin}{sinds}.{hulp}"


def vdab_van(client: Client, *, met_lijnen: bool = True) -> Vdabstand:
    """Two queries, and what the rooms ask for their lines."""
    profiel, herkomst = profiel_van(client), herkomst_van(client, FEITEN)
    laatste = max(herkomst.values(), key=lambda h: (h.laatste.op, h.laatste.pk), default=None)
    lijnen = (lijn for bron in VDABLIJNEN for lijn in bron(client)) if met_lijnen else ()
    return Vdabstand(
        profiel.vdab,
        profiel.vdab_sinds,
        client.vdab_nummer,
        profiel.vdab_hulp,
        laatste.zin if laatste else "",
        tuple(lijnen),
    )
