"""The long work: importing a workbook of 5,000 rows, and the PDF of a dossier."""

from datetime import timedelta
from io import BytesIO
from time import perf_counter

import xlsxwriter
from django.db import transaction
from django.template.loader import render_to_string

from clienten.models import Client
from clienten.namen import vouw
from ocmw.bench.genereer import Wereld
from ocmw.bench.meten import Meting, paar
from ocmw.invoer.actions import beoordeel_invoer, lees_in, neem_over
from ocmw.kalender.klok import nu
from ocmw.rapporten.dossier import dossier_rapport
from ocmw.rapporten.enums import Deel
from ocmw.rapporten.pdf import als_pdf, huisbestanden, maak_fetcher, schrijf_pdf

RIJEN = 5000
KOPPEN = ("Naam", "Voornaam", "Rijksregisternr", "Geboortedatum", "Moedertaal", "Maatschappelijk werker", "Trajectbegeleider",
          "Fase", "Start traject", "Start art.60", "Einde art.60", "Werkplek", "Uren/week", "Laatste contact")  # fmt: skip


def meet_invoer(wereld: Wereld) -> Meting:
    """Reading, judging and writing 5,000 new people; the reference writes the bare client rows in one bulk insert."""
    boek = _werkboek(wereld)
    begin = perf_counter()
    with transaction.atomic():
        invoer = lees_in(boek, bestandsnaam="bench.xlsx", ocmw=wereld.ocmw, door=wereld.coordinator, op=wereld.op)
        beoordeel_invoer(invoer, door=wereld.coordinator, op=wereld.op)
    neem_over(invoer, door=wereld.coordinator, op=wereld.op)
    seconden = perf_counter() - begin
    begin = perf_counter()
    with transaction.atomic():
        Client.objects.bulk_create(
            Client(ocmw=wereld.ocmw, voornaam="Kaal", achternaam=f"Rij {n}", zoeknaam=vouw(f"Rij {n} Kaal"))
            for n in range(RIJEN)
        )
        transaction.set_rollback(True)
    kaal = perf_counter() - begin
    nieuw = Client.objects.filter(ocmw=wereld.ocmw, achternaam__startswith="Invoer").count()
    naam = f"invoer: {nieuw / seconden:.0f} nieuwe dossiers per seconde ({nieuw} van {RIJEN} rijen)"
    verhouding = seconden / kaal
    return Meting(naam, verhouding, verhouding, verhouding, seconden * 1000, kaal * 1000, "> 500 rijen per seconde")


def _werkboek(wereld: Wereld) -> bytes:
    buffer = BytesIO()
    boek = xlsxwriter.Workbook(buffer, {"in_memory": True, "constant_memory": False})
    blad = boek.add_worksheet("Caseload")
    blad.write_row(0, 0, KOPPEN)
    for n in range(RIJEN):
        geboren = wereld.op.replace(year=1960, month=1, day=1) + timedelta(days=n)
        negen = f"{geboren:%y%m%d}{997 - n % 2:03d}"
        coach, mw = wereld.coaches[n % len(wereld.coaches)], wereld.mws[n % len(wereld.mws)]
        start = wereld.op - timedelta(days=30 + n % 300)
        werk = n % 3 == 0
        einde = start + timedelta(days=365)
        blad.write_row(
            n + 1,
            0,
            (f"Invoer{n}", "Persoon", f"{negen}{97 - int(negen) % 97:02d}", f"{geboren:%d/%m/%Y}", "Arabisch", mw.naam, coach.naam,
             "4. Begeleiding tewerkstelling" if werk else "1. Verkenning", f"{start:%d/%m/%Y}", f"{start:%d/%m/%Y}" if werk else "",
             f"{einde:%d/%m/%Y}" if werk else "", "Kringwinkel" if werk else "", "38" if werk else "",
             f"{wereld.op - timedelta(days=n % 20):%d/%m/%Y}"),
        )  # fmt: skip
    boek.close()
    return buffer.getvalue()


def meet_pdf(client: Client, *, rondes: int) -> Meting:
    """The whole dossier report, in its closed child process, against WeasyPrint alone on the same HTML."""

    def html() -> str:
        rapport = dossier_rapport(client, delen=list(Deel), moment=nu(), opgemaakt_door="bench", afgeschermd=True)
        return render_to_string("rapporten/dossier.html", {"rapport": rapport})

    vast = html()
    fetcher = maak_fetcher(huisbestanden())
    return paar(
        "dossier als PDF",
        lambda: als_pdf(html()),
        lambda: schrijf_pdf(vast, fetcher),
        rondes=rondes,
        streefdoel="(geen)",
    )
