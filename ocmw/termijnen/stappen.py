"""What you do to keep a promise: the page where it happens. The room that makes the promise offers the step."""

from dataclasses import dataclass

from ocmw.termijnen.enums import Soort
from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Stap:
    """`url` takes the key of the client; shown to who has `recht`."""

    recht: str
    label: str
    url: str


STAPPEN: Aanbod[Stap] = Aanbod("volgende stap bij een termijn")


def stap_bij(recht: str, label: str, url: str, *soorten: Soort) -> None:
    for soort in soorten:
        STAPPEN.bied(soort, Stap(recht, label, url))
