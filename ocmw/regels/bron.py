"""Where a rule comes from, as the screen shows it."""

from dataclasses import dataclass

from ocmw.regels.sleutels import ASSUMPTIE
from ocmw.ui.adressen import ADRES


@dataclass(frozen=True)
class Bron:
    """Where a rule comes from: words, and an address when there is one."""

    tekst: str

    @property
    def url(self) -> str:
        gevonden = ADRES.search(self.tekst)
        return gevonden[0] if gevonden else ""

    @property
    def is_aanname(self) -> bool:
        return self.tekst == ASSUMPTIE
