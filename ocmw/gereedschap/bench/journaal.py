"""A journaal of years: what the pages that read it cost once it is full, against the same pages before."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

from django.utils import timezone

from clienten.journaalcodes import CLIENT_GEWIJZIGD
from clienten.models import Client
from ocmw.gereedschap.bench.genereer import bewaar, ververs_statistiek
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, Werk, haal, naast, paar, tel_queries
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT, DOSSIER_BEKEKEN
from ocmw.journaal.models import Journaalregel

SECONDEN = int(timedelta(days=730).total_seconds())
# Looking is most of what happens.
WAT = [(Journaalsoort.INZAGE, DOSSIER_BEKEKEN)] * 8 + [
    (Journaalsoort.WIJZIGING, CLIENT_GEWIJZIGD),
    (Journaalsoort.UITVOER, DOSSIER_AFGEDRUKT),
]


def vol(pagina: str) -> Callable[[Meetbank], Tijdmeting]:
    def meet(bank: Meetbank) -> Tijdmeting:
        werk, eerst = _paginas(bank)[pagina], _leeg_en_dan_vol(bank)[pagina]
        daarna = paar(werk, bank.lijst, rondes=bank.maten.rondes)
        return replace(naast(eerst, daarna), queries=tel_queries(werk), toelichting=f"{bank.maten.journaal} regels")

    return meet


def _paginas(bank: Meetbank) -> dict[str, Werk]:
    return {"journaal": haal(bank.coordinator, "/journaal/"), "vandaag": haal(bank.coach, "/")}


@cache
def _leeg_en_dan_vol(bank: Meetbank) -> dict[str, Tijdmeting]:
    """Measures both pages and then fills the journaal, once: filling takes longer than measuring. It stays full, so these
    measurements come last."""
    eerst = {naam: paar(werk, bank.lijst, rondes=bank.maten.rondes) for naam, werk in _paginas(bank).items()}
    bewaar(_regels(bank), Journaalregel)
    ververs_statistiek()
    return eerst


def _regels(bank: Meetbank) -> Iterator[Journaalregel]:
    """Two years of it, spread over all dossiers and coaches."""
    dobbel, nu = random.Random(2026), timezone.now()  # noqa: S311 - invented people, the same every time
    ocmw = bank.wereld.ocmw.pk
    pks = list(Client.objects.filter(ocmw=ocmw).values_list("pk", flat=True))
    for n in range(bank.maten.journaal):
        soort, wat = WAT[n % len(WAT)]
        wie, pk = dobbel.choice(bank.wereld.coaches), dobbel.choice(pks)
        yield Journaalregel(
            op=nu - timedelta(seconds=dobbel.randrange(SECONDEN)),
            soort=soort,
            wat=wat,
            medewerker_id=wie.pk,
            medewerker_naam=wie.naam,
            rol=wie.rol,
            ocmw_id=ocmw,
            client_id=pk,
            onderwerp=f"clienten.Client:{pk}",
            reden="caseload",
        )
