"""The three ways to show a report; the workbook has its own module."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ocmw.werkruimte.rapporten.pdf import als_pdf
from ocmw.werkruimte.rapporten.rapport import Rapport


def rapport_als_html(rapport: Rapport) -> SafeString:
    """The body of the report as a page fragment: the same markup the PDF is made of."""
    return render_to_string("rapporten/_rapport.html", {"rapport": rapport})


def rapport_als_pdf(
    rapport: Rapport, *, sjabloon: str = "rapporten/base_pdf.html", tik: Callable[[], None] = lambda: None
) -> bytes:
    """PDF/UA-1. Raises PdfMislukt with a Dutch sentence."""
    return als_pdf(render_to_string(sjabloon, {"rapport": rapport}), tik=tik)
