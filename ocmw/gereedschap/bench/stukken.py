"""What leaves as a file: the PDF of a dossier, many of them at once, and a list as a workbook."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from django.template.loader import render_to_string

from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, eenmaal, haal, klok, paar, tel_queries, terug
from ocmw.kalender.klok import nu
from ocmw.werkruimte.rapporten.dossier import dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.rapporten.pdf import als_pdf, huisbestanden, maak_fetcher, schrijf_pdf


def _html(bank: Meetbank) -> Callable[[], str]:
    """The report of a dossier with talks and a contract or without: whatever this client has."""

    def html() -> str:
        delen, moment = list(Deel), nu()
        rapport = dossier_rapport(bank.client, delen=delen, moment=moment, opgemaakt_door="bench", afgeschermd=True)
        return render_to_string("rapporten/dossier.html", {"rapport": rapport})

    return html


def meet_pdf(bank: Meetbank) -> Tijdmeting:
    """The whole dossier report, in its closed child process, against WeasyPrint alone on the same HTML."""
    html = _html(bank)
    vast, fetcher = html(), maak_fetcher(huisbestanden())
    return paar(lambda: als_pdf(html()), lambda: schrijf_pdf(vast, fetcher), rondes=bank.maten.weinig)


def meet_pdfs_tegelijk(bank: Meetbank) -> Tijdmeting:
    """As many at once as there are cores, against WeasyPrint alone times the cores: 1 means that every core is used as
    well as one core by the engine alone. The facts are gathered before; they cost 2 % and need the database."""
    kernen, aantal = bank.maten.kernen, bank.maten.pdfs
    vast, fetcher = _html(bank)(), maak_fetcher(huisbestanden())
    schrijf_pdf(vast, fetcher)
    alleen = min(klok(lambda: schrijf_pdf(vast, fetcher)) for _ in range(min(3, bank.maten.rondes)))
    with ThreadPoolExecutor(kernen) as werkers:
        samen = klok(lambda: list(werkers.map(als_pdf, [vast] * aantal)))
    meting = eenmaal(samen, alleen * aantal / kernen)
    doorvoer = 1 / meting.verhouding
    return replace(
        meting,
        verhouding=doorvoer,
        laagste=doorvoer,
        hoogste=doorvoer,
        per_seconde=aantal / samen * 1000,
        toelichting=f"{aantal} PDF's op {kernen} kernen; verhouding is doorvoer",
    )


def meet_werkboek(bank: Meetbank) -> Tijdmeting:
    """The clients of one coach as XLSX, with a journaal row for each of them; against the minimal list."""
    werk = haal(bank.coordinator, f"/clienten/uitvoer/?coach={bank.begeleider.pk}")
    return replace(paar(terug(werk), bank.lijst, rondes=bank.maten.rondes), queries=tel_queries(werk))
