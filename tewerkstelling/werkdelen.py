"""The parts of the tab Werk en nazorg, in the order people walk through them. Every room offers its own page."""

from dataclasses import dataclass

from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Werkdeel:
    """`url` takes the key of the client; `ook`: other addresses, after the client's, that belong to it."""

    groep: str
    volgorde: int
    label: str
    url: str
    ook: tuple[str, ...] = ()


GROEPEN = ("Werk zoeken", "Aan het werk", "Daarna")
WERKDELEN: Aanbod[Werkdeel] = Aanbod("delen van werk en nazorg")


def toon_delen(*delen: Werkdeel) -> None:
    for deel in delen:
        WERKDELEN.bied(deel.url, deel)


def delen_van(groep: str) -> list[Werkdeel]:
    return sorted((deel for deel in WERKDELEN if deel.groep == groep), key=lambda deel: deel.volgorde)
