"""Which measures there are is a dated rule, the same in the talk with an employer and at the end of art.60."""

from datetime import date

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.regels.bron import Bron
from ocmw.regels.opzoeken import regel
from tewerkstelling.maatregelen import maatregelen_op

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dag", "wel", "niet"),
    [
        (date(2023, 6, 30), {"premies", "werkervaringsstage", "doelgroep"}, {"individueel_maatwerk"}),
        (date(2023, 7, 1), {"individueel_maatwerk", "werkervaringsstage", "doelgroep"}, {"premies"}),
        (date(2026, 11, 30), {"individueel_maatwerk", "werkervaringsstage", "doelgroep"}, {"premies"}),
    ],
)
def test_elke_maatregel_heeft_haar_dagen(dag, wel, niet):
    codes = set(maatregelen_op(dag)[0])
    assert wel <= codes
    assert not niet & codes


def test_de_doelgroepvermindering_zegt_dat_ze_uitdooft():
    assert "niet meer nieuw" in maatregelen_op(date(2024, 7, 1))[0]["doelgroep"]
    assert "niet meer nieuw" not in maatregelen_op(date(2024, 6, 30))[0]["doelgroep"]


def test_de_nieuwe_maatregelen_zeggen_waar_ze_staan():
    rijen = {rij["code"]: rij for rij in regel("einde.instrumenten", op=date(2026, 11, 30)).waarde}
    for code in ("individueel_maatwerk", "werkervaringsstage", "doelgroep"):
        assert Bron(rijen[code]["bron"]).url


def test_in_fase_3_kies_je_ze_bij_het_gesprek_met_de_werkgever(an, als):
    client = maak_client(an)
    tekst = als(an).get(reverse("regulier:contact_create", args=[client.pk])).content.decode()
    assert 'list="maatregelen"' in tekst
    assert '<option value="Individueel maatwerk: premie voor loon of begeleiding (Vlaanderen)">' in tekst
    assert "/regels/einde.instrumenten/" in tekst
