"""What people write: a talk, a contract, many clients to one colleague. Everything is undone after each round."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from clienten.models import Client
from ocmw.gereedschap.bench.meetbank import Meetbank, aangemeld
from ocmw.gereedschap.bench.meten import Tijdmeting, Werk, paar, stuur, tel_queries, terug, teruggedraaid
from ocmw.gereedschap.bench.situatie import Meetsituatie
from ocmw.gereedschap.bench.stromen import gespreksgegevens

GEZIEN = re.compile(r'name="gezien"\s+value="(\w+)"')
TOEGEWEZEN = 10


def _meet(bank: Meetbank, werk: Werk, referentie: Werk) -> Tijdmeting:
    return replace(paar(terug(werk), referentie, rondes=bank.maten.rondes), queries=tel_queries(werk))


def meet_gesprek(bank: Meetbank) -> Tijdmeting:
    url = f"/clienten/{bank.client.pk}/gesprekken/nieuw/"
    return _meet(bank, stuur(bank.coach, url, gespreksgegevens(bank.begeleider, op=bank.wereld.op)), bank.bewaren)


def meet_contract_zien(bank: Meetbank) -> Tijdmeting:
    """The first POST of a new contract: it shows what moves and saves nothing, so a page is its reference."""
    with _contract(bank) as (zien, _):
        return _meet(bank, zien, bank.lijst)


def meet_contract_bewaren(bank: Meetbank) -> Tijdmeting:
    with _contract(bank) as (_, bewaren):
        return _meet(bank, bewaren, bank.bewaren)


@contextmanager
def _contract(bank: Meetbank) -> Iterator[tuple[Werk, Werk]]:
    """For somebody whose window is open: there is something to see before it is saved."""
    with teruggedraaid():
        situatie = Meetsituatie(bank.wereld)
        browser, url = aangemeld(situatie.coach), f"/clienten/{situatie.met_venster().pk}/werk/contracten/nieuw/"
        gegevens: dict[str, Any] = {
            "soort": "art60",
            "werkplek": bank.wereld.werkplekken[0].pk,
            "functie": "Magazijnmedewerker",
            "van": bank.wereld.op,
            "laatste_dag": bank.wereld.op + timedelta(days=364),
            "uren_per_week": "38",
            "voltijds_uren": "38",
            "dagen_per_week": "5",
            "toelating": "",
            "aanvraag_op": "",
            "mentor": "",
        }
        zien = stuur(browser, url, gegevens, antwoordt=200)
        code = GEZIEN.search(zien().content.decode())
        if code is None:
            raise LookupError("Het nieuwe contract toont niet wat er verandert.")
        yield zien, stuur(browser, url, {**gegevens, "gezien": code[1]})


def meet_toewijzen(bank: Meetbank) -> Tijdmeting:
    """Many clients to one coach in one POST. Statements are per client: what the tenth costs on top of the first."""
    anderen = Client.objects.open().filter(ocmw=bank.wereld.ocmw).exclude(stand__coach=bank.begeleider)
    pks = list(anderen.order_by("pk").values_list("pk", flat=True)[: TOEGEWEZEN + 1])

    def wijs_toe(aantal: int) -> Werk:
        gegevens = {"client": pks[:aantal], "coach": bank.begeleider.pk}
        return stuur(bank.coordinator, "/clienten/toewijzen/", gegevens, antwoordt=200)  # the result of each

    def een_voor_een() -> None:
        for _ in range(TOEGEWEZEN):
            bank.bewaren()

    per_client = (tel_queries(wijs_toe(len(pks))) - tel_queries(wijs_toe(1))) / (len(pks) - 1)
    return replace(
        paar(terug(wijs_toe(len(pks) - 1)), een_voor_een, rondes=bank.maten.enkele),
        queries=round(per_client),
        toelichting=f"{len(pks) - 1} cliënten; queries per cliënt",
    )
