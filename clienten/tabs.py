"""The five tabs of a dossier, and the pages below one. Every room offers its own; the frame of the dossier draws them in order."""

from dataclasses import dataclass

from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Dossiertab:
    """`url` takes the key of the client; `naam` is what a page puts in its context as `tab`."""

    volgorde: int
    naam: str
    label: str
    url: str


@dataclass(frozen=True)
class Dossierdeel:
    """A page below the tab `tab`, under the heading `groep` (empty: no headings). `url` takes the key of the client; `ook`: other
    addresses, after the client's, that belong to it. `volgorde` counts over all rooms; its hundreds are the groups."""

    tab: str
    groep: str
    volgorde: int
    label: str
    url: str
    ook: tuple[str, ...] = ()


TABS: Aanbod[Dossiertab] = Aanbod("tabs van een dossier")
DELEN: Aanbod[Dossierdeel] = Aanbod("delen van een tab")


def toon_tabs(*tabs: Dossiertab) -> None:
    for tab in tabs:
        TABS.bied(tab.naam, tab)


def toon_delen(*delen: Dossierdeel) -> None:
    for deel in delen:
        DELEN.bied(deel.url, deel)


def dossiertabs() -> list[Dossiertab]:
    return sorted(TABS, key=lambda tab: tab.volgorde)


def delen_van(tab: str) -> list[Dossierdeel]:
    return sorted((deel for deel in DELEN if deel.tab == tab), key=lambda deel: deel.volgorde)
