"""What is measured, and against what."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db import connection, transaction
from django.test import Client as Browser

from clienten.models import Client
from ocmw.bench.genereer import Wereld
from ocmw.bench.impact import meet_impact
from ocmw.bench.match import meet_match
from ocmw.bench.meten import Meting, haal, paar, tel_queries
from ocmw.bench.rechten import meet_rechtenteller
from ocmw.bench.werk import meet_invoer, meet_pdf
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer

PAGINA = "<= 2,5x en <= 12 queries"
GROEI = "<= 1,2x"


def meet_alles(wereld: Wereld, aantal: int, *, rondes: int, meld: Callable[[str], Any]) -> list[Meting]:
    """Pages at a tenth of the size and at full size, then the sweep; each line against its own reference."""
    klein = max(500, aantal // 10)
    meld(f"{klein} cliënten maken ...")
    wereld.groei_tot(klein)
    _ververs_statistiek()
    eerst = {meting.naam: meting for meting in meet_paginas(wereld, rondes)}
    meld(f"{aantal} cliënten maken ...")
    wereld.groei_tot(aantal)
    _ververs_statistiek()
    daarna = meet_paginas(wereld, rondes)
    groei = [_groei(eerst[meting.naam], meting) for meting in daarna]
    sweep = meet_sweep(wereld, rondes=5)
    match = meet_match(wereld.op, rondes=5)
    pdf = meet_pdf(Client.objects.filter(trajecten__isnull=False).order_by("pk")[50], rondes=5)
    teller = meet_rechtenteller(wereld.op, rondes=rondes)
    meld("5.000 rijen invoeren ...")
    invoer = meet_invoer(wereld)
    meld("de impact van een regel berekenen ...")
    return [*daarna, *groei, sweep, match, teller, pdf, invoer, meet_impact(wereld)]


def meet_paginas(wereld: Wereld, rondes: int) -> list[Meting]:
    browser, coach = Browser(), Browser()
    browser.force_login(wereld.coordinator)
    coach.force_login(wereld.coaches[1])
    client = Client.objects.filter(toewijzingen__medewerker=wereld.coaches[1], pk__gt=50).order_by("pk").first()
    if client is None:
        raise LookupError("De bench heeft geen cliënt gemaakt.")
    lijst = haal(browser, "/bench/lijst/")
    deel = client.achternaam[:5]
    paginas = [
        ("caseload", haal(browser, "/clienten/"), lijst),
        ("caseload gefilterd", haal(browser, f"/clienten/?stap=14&coach={wereld.coaches[1].pk}"), lijst),
        ("caseload stilte, gesorteerd", haal(browser, "/clienten/?stilte=on&sorteer=stilte_op"), lijst),
        ("zoeken", haal(browser, browser.post("/zoeken/", {"zoek-q": deel}).headers["Location"]), lijst),
        ("dossier", haal(coach, f"/clienten/{client.pk}/"), lijst),
        ("vandaag", haal(coach, "/"), lijst),
    ]
    return [
        paar(naam, werk, referentie, rondes=rondes, streefdoel=PAGINA, queries=tel_queries(werk))
        for naam, werk, referentie in paginas
    ]


def _groei(klein: Meting, groot: Meting) -> Meting:
    """Ten times the clients, corrected for the machine with the reference of the same moment."""
    factor = groot.verhouding / klein.verhouding
    return replace(
        groot,
        naam=f"{groot.naam}: tien keer zoveel cliënten",
        verhouding=factor,
        laagste=factor,
        hoogste=factor,
        referentie=klein.milliseconden,
        streefdoel=GROEI,
        queries=None,
    )


def meet_sweep(wereld: Wereld, *, rondes: int) -> Meting:
    """The nightly sweep against the one UPDATE statement that flags the same rows; both are rolled back."""

    def terug(werk: Callable[[], Any]) -> Callable[[], None]:
        def doe() -> None:
            with transaction.atomic():
                werk()
                transaction.set_rollback(True)

        return doe

    def een_update() -> None:
        Termijn.objects.te_markeren(wereld.op).update(gemarkeerd_op=wereld.op)

    Melding.objects.all().delete()
    Termijn.objects.update(gemarkeerd_op=None)
    return paar(
        "termijnen bewaken", terug(lambda: markeer(wereld.op)), terug(een_update), rondes=rondes, streefdoel="<= 2x"
    )


def _ververs_statistiek() -> None:
    """What autovacuum does in real life: let the planner know the tables have grown."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
