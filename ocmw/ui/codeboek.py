"""Codes in the database that many rooms write: which promise, what happened. No list knows them all. A room makes its own
code once, as a constant with its words, and making it is offering it (docs/adr/0018): a new code is one line in one file."""

from typing import Any, Self, TypeVar

from ocmw.ui.aanbod import Aanbod, DubbelAanbod


class Codewoord(str):
    """A code as it is stored, with what people read. A copy or a pickle of it is the bare code: the same string."""

    label: str

    def __new__(cls, code: str, *_: Any, **__: Any) -> Self:
        return super().__new__(cls, code)

    def __init__(self, code: str, label: str, boek: "Codeboek[Any]") -> None:
        if code in boek:
            raise DubbelAanbod(f"{boek.wat}: {code!r} bestaat al.")
        self.label = label
        boek.bied(code, self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)


W = TypeVar("W", bound=Codewoord)


class Codeboek(Aanbod[W]):
    """Every code of one kind, in the order in which the rooms are installed."""

    def in_woorden(self, code: str) -> str:
        """What people read for a stored code. One that no room offers any more shows as it is: a row outlives a room."""
        woord = self.get(code)
        return woord.label if woord else code

    def keuzes(self) -> list[tuple[str, str]]:
        return [(str(woord), woord.label) for woord in self]
