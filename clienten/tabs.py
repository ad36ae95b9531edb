"""The tabs of a dossier. Every room offers its own; the head of the dossier draws them in order."""

from dataclasses import dataclass

from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Dossiertab:
    """`url` takes the key of the client; `naam` is what a page puts in its context as `tab`."""

    volgorde: int
    naam: str
    label: str
    url: str


TABS: Aanbod[Dossiertab] = Aanbod("tabs van een dossier")


def toon_tabs(*tabs: Dossiertab) -> None:
    for tab in tabs:
        TABS.bied(tab.naam, tab)


def dossiertabs() -> list[Dossiertab]:
    return sorted(TABS, key=lambda tab: tab.volgorde)
