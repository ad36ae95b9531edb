"""Where a rule comes from, as the screen shows it."""

import re
from dataclasses import dataclass

from ocmw.regels.sleutels import ASSUMPTIE

_ADRES = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")


@dataclass(frozen=True)
class Bron:
    """Where a rule comes from: words, and an address when there is one."""

    tekst: str

    @property
    def url(self) -> str:
        gevonden = _ADRES.search(self.tekst)
        return gevonden[0] if gevonden else ""

    @property
    def woorden(self) -> str:
        """The source without its address; the address itself when it is all there is."""
        return self.tekst.replace(self.url, "").strip(" ,;:()") or self.tekst if self.url else self.tekst

    @property
    def is_aanname(self) -> bool:
        return self.tekst == ASSUMPTIE
