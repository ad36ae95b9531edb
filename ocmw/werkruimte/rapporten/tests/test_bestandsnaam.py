"""A cv is called after its owner: a name every system takes, in any script."""

import pytest
from django.utils.http import content_disposition_header

from ocmw.werkruimte.rapporten.stukken.stuk import LANGSTE_NAAM, veilige_naam


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("cv-Ada Lovelace", "cv-Ada-Lovelace"),
        ("cv-Ñandú d'Ör", "cv-Ñandú-d-Ör"),
        ("cv-محمد أحمد", "cv-محمد-أحمد"),
        ("cv-ዮሐንስ", "cv-ዮሐንስ"),
        ('cv-../../etc/"passwd"\r\nX: 1', "cv-etc-passwd-X-1"),
        ("  ", "stuk"),
        ("", "stuk"),
    ],
)
def test_een_veilige_naam(naam, verwacht):
    assert veilige_naam(naam) == verwacht
    kop = content_disposition_header(as_attachment=False, filename=f"{veilige_naam(naam)}.pdf")
    assert "\n" not in kop
    assert "\r" not in kop


def test_een_lange_naam_wordt_ingekort():
    assert len(veilige_naam("x" * 500)) == LANGSTE_NAAM
