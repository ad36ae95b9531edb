"""What every measurement may use: how much of everything, the generated OCMW, and two colleagues with a browser."""

import os
from dataclasses import dataclass, field
from functools import cached_property

from django.test import Client as Browser

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from ocmw.gereedschap.bench.genereer import Wereld
from ocmw.gereedschap.bench.meten import Werk, haal, stuur, terug
from ocmw.toegang.models import Medewerker


@dataclass(frozen=True)
class Maten:
    """How much of everything; what is not asked for follows from the number of clients."""

    clienten: int = 20_000
    rondes: int = 15
    journaal: int = 100_000
    pdfs: int = 12
    redis: str = ""
    kernen: int = field(default_factory=lambda: os.cpu_count() or 1)

    @property
    def tiende(self) -> int:
        return max(10, self.clienten // 10)

    @property
    def kwart(self) -> int:
        """Rows to import, and candidates for one place: 5,000 beside 20,000 clients."""
        return max(5, min(5000, self.clienten // 4))

    @property
    def weinig(self) -> int:
        """Rounds of work that takes a second."""
        return max(1, self.rondes // 3)

    @property
    def enkele(self) -> int:
        """Rounds of work that takes many seconds."""
        return max(1, self.rondes // 7)


class Meetbank:
    """The generated OCMW with the browsers of two colleagues; made once, used by every measurement."""

    def __init__(self, wereld: Wereld, maten: Maten) -> None:
        self.wereld, self.maten = wereld, maten

    @cached_property
    def coordinator(self) -> Browser:
        return aangemeld(self.wereld.coordinator)

    @cached_property
    def client(self) -> Client:
        """An open dossier with a traject and no contract yet."""
        client = (
            Client.objects.open()
            .filter(ocmw=self.wereld.ocmw, trajecten__fase__lt=4, trajecten__afgesloten_op=None, tewerkstellingen=None)
            .order_by("pk")
            .first()
        )
        if client is None:
            raise LookupError("Er is geen cliënt met een traject en zonder contract; maak meer cliënten.")
        return client

    @cached_property
    def begeleider(self) -> Medewerker:
        rijen = Toewijzing.objects.filter(client=self.client, rol=Toewijzingsrol.ATB)
        return rijen.select_related("medewerker").get().medewerker

    @cached_property
    def coach(self) -> Browser:
        return aangemeld(self.begeleider)

    @cached_property
    def lijst(self) -> Werk:
        """The reference of every page: see referentie.minimale_lijst."""
        return haal(self.coordinator, "/bench/lijst/")

    @cached_property
    def bewaren(self) -> Werk:
        """The reference of every POST: see referentie.minimaal_bewaren."""
        return terug(stuur(self.coordinator, "/bench/bewaren/", {"client": self.client.pk}))


def aangemeld(medewerker: Medewerker) -> Browser:
    browser = Browser()
    browser.force_login(medewerker)
    return browser
