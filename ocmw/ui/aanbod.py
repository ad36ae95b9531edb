"""What rooms offer each other (docs/adr/0018). A room below draws or asks for something that only a room above knows: the
lower one keeps an Aanbod, the higher one puts its part in it, so an import never points up and nobody copies a list.

Every room fills what it offers from `AppConfig.ready()`, by an import of its own file: after `django.setup()` all of them
are complete, in a web process, a worker, a command and a test alike.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")


class DubbelAanbod(Exception):
    """Two rooms offer the same key: one of them would silently never be asked."""


class OnbekendAanbod(KeyError):
    """Nobody offers this key. A fault of ours, never of a user."""


class Aanbod(Generic[T]):
    """One kind of thing on offer, under keys, in the order in which the rooms are installed."""

    alle: ClassVar[dict[str, "Aanbod[Any]"]] = {}

    def __init__(self, wat: str) -> None:
        """`wat`: what it is, for who reads an error or the list of everything on offer."""
        if wat in Aanbod.alle:
            raise DubbelAanbod(f"Er is al een aanbod {wat!r}.")
        self.wat = wat
        self._delen: dict[str, T] = {}
        Aanbod.alle[wat] = self

    def bied(self, sleutel: str, deel: T) -> T:
        if self._delen.get(sleutel, deel) != deel:
            raise DubbelAanbod(f"{self.wat}: {sleutel!r} wordt twee keer aangeboden.")
        self._delen[sleutel] = deel
        return deel

    def biedt(self, sleutel: str) -> Callable[[T], T]:
        """The same as a decorator."""
        return lambda deel: self.bied(sleutel, deel)

    def __getitem__(self, sleutel: str) -> T:
        try:
            return self._delen[sleutel]
        except KeyError:
            raise OnbekendAanbod(f"{self.wat}: niemand biedt {sleutel!r} aan.") from None

    def get(self, sleutel: str) -> T | None:
        return self._delen.get(sleutel)

    def __contains__(self, sleutel: object) -> bool:
        return sleutel in self._delen

    def __iter__(self) -> Iterator[T]:
        return iter(self._delen.values())

    def __len__(self) -> int:
        return len(self._delen)

    @contextmanager
    def tijdelijk(self, sleutel: str, deel: T) -> Iterator[None]:
        """For a test: what is offered while the block runs, instead of or besides what the rooms offer."""
        with self.alleen_nu():
            self._delen[sleutel] = deel
            yield

    @contextmanager
    def alleen_nu(self) -> Iterator[None]:
        """For a test: what is offered while the block runs, is gone after it."""
        was = dict(self._delen)
        try:
            yield
        finally:
            self._delen = was

    @classmethod
    @contextmanager
    def alles_alleen_nu(cls) -> Iterator[None]:
        """For a test: the same for everything a room can offer."""
        with ExitStack() as stapel:
            for aanbod in cls.alle.values():
                stapel.enter_context(aanbod.alleen_nu())
            yield

    def items(self) -> list[tuple[str, T]]:
        return list(self._delen.items())
