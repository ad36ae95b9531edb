"""Importing a workbook of new people."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from django.db import transaction

from clienten.models import Client
from clienten.namen import vouw
from ocmw.gereedschap.bench.genereer import Wereld
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, eenmaal, klok, terug
from ocmw.ui.werkboek import lijst_als_werkboek
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in, neem_over

KOPPEN = ("Naam", "Voornaam", "Rijksregisternr", "Geboortedatum", "Moedertaal", "Maatschappelijk werker", "Trajectbegeleider",
          "Fase", "Start traject", "Start art.60", "Einde art.60", "Werkplek", "Uren/week", "Laatste contact")  # fmt: skip


def meet_invoer(bank: Meetbank) -> Tijdmeting:
    """Reading, judging and writing new people; the reference writes the bare client rows in one bulk insert."""
    wereld, aantal = bank.wereld, bank.maten.kwart
    boek = _werkboek(wereld, aantal)
    begin = perf_counter()
    with transaction.atomic():
        invoer = lees_in(boek, bestandsnaam="bench.xlsx", ocmw=wereld.ocmw, door=wereld.coordinator, op=wereld.op)
        beoordeel_invoer(invoer, door=wereld.coordinator, op=wereld.op)
    neem_over(invoer, door=wereld.coordinator, op=wereld.op)
    seconden = perf_counter() - begin
    nieuw = Client.objects.filter(ocmw=wereld.ocmw, achternaam__startswith="Invoer").count()
    return replace(
        eenmaal(seconden * 1000, klok(terug(lambda: _kaal(wereld, aantal)))),
        per_seconde=nieuw / seconden,
        toelichting=f"{nieuw} nieuwe dossiers uit {aantal} rijen",
    )


def _kaal(wereld: Wereld, aantal: int) -> None:
    Client.objects.bulk_create(
        Client(ocmw=wereld.ocmw, voornaam="Kaal", achternaam=f"Rij {n}", zoeknaam=vouw(f"Rij {n} Kaal"))
        for n in range(aantal)
    )


def _werkboek(wereld: Wereld, aantal: int) -> bytes:
    rijen: list[tuple[str, ...]] = []
    for n in range(aantal):
        geboren = wereld.op.replace(year=1960, month=1, day=1) + timedelta(days=n)
        negen = f"{geboren:%y%m%d}{997 - n % 2:03d}"
        coach, mw = wereld.coaches[n % len(wereld.coaches)], wereld.mws[n % len(wereld.mws)]
        start = wereld.op - timedelta(days=30 + n % 300)
        werk = n % 3 == 0
        einde = start + timedelta(days=365)
        rijen.append(
            (f"Invoer{n}", "Persoon", f"{negen}{97 - int(negen) % 97:02d}", f"{geboren:%d/%m/%Y}", "Arabisch", mw.naam, coach.naam,
             "4. Begeleiding tewerkstelling" if werk else "1. Verkenning", f"{start:%d/%m/%Y}", f"{start:%d/%m/%Y}" if werk else "",
             f"{einde:%d/%m/%Y}" if werk else "", "Kringwinkel" if werk else "", "38" if werk else "",
             f"{wereld.op - timedelta(days=n % 20):%d/%m/%Y}"),
        )  # fmt: skip
    return lijst_als_werkboek("Caseload", KOPPEN, rijen)
