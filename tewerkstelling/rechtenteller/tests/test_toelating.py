"""As what somebody is admitted: the wage and the choice are asked, one function reads them, and what is assumed is said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import bereken
from ocmw.journaal.models import Journaalregel
from ocmw.werkruimte.reken.invoer import Gegevens
from ocmw.werkruimte.reken.soorten import SOORTEN, reken
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.duur import duur_van_recht
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, oud_antwoord
from tewerkstelling.rechtenteller.teller import feiten_van, tel, toelating_van_contract
from tewerkstelling.rechtenteller.tests.test_schermen import post
from tewerkstelling.rechtenteller.toelating import toelating_van

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
REGEL = {"referteloon": "2070.48"}
HALF, VOL = Fraction(19), Fraction(38)
OP = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("keuze", "loon", "uren", "halve", "aanname"),
    [
        ("", None, VOL, False, ""),
        ("", None, HALF, False, "nog niet gevraagd"),
        ("", Decimal("2070.48"), HALF, False, ""),
        ("", Decimal("2070.47"), HALF, True, ""),
        ("voltijds", Decimal(1100), HALF, False, "de rechten van een voltijdse behield"),
        ("voltijds", Decimal(2200), HALF, False, ""),
        ("voltijds", None, HALF, False, "Het loon is nog niet gevraagd"),
        ("deeltijds", Decimal(1100), HALF, True, ""),
        ("deeltijds", Decimal(2200), HALF, True, "de RVA laat dan toe als voltijdse"),
        ("deeltijds", None, HALF, True, ""),
        ("", Decimal(900), VOL, False, ""),  # the wage of a full-timer decides nothing
    ],
)
def test_loon_en_keuze_zeggen_de_toelating(keuze, loon, uren, halve, aanname):
    uit = toelating_van(keuze=keuze, maandloon=loon, uren=uren, voltijds=VOL, regel=REGEL)
    assert (uit.halve_dagen, uit.aanname != "") == (halve, aanname != "")
    assert aanname in uit.aanname
    assert uit.reden


def test_zonder_regel_is_de_keuze_genoeg():
    uit = toelating_van(keuze="", maandloon=Decimal(900), uren=HALF, voltijds=VOL, regel=None)
    assert not uit.halve_dagen
    assert "niet gevraagd" in uit.reden


@pytest.fixture
def contract(an):
    client = maak_client(an, geboortedatum=date(1990, 2, 1))
    return maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2028, 12, 31), uren_per_week=Decimal(19))


def _einde(contract):
    contract = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
    return tel(feiten_van(contract), op=OP).teller.verwacht_einde


def test_een_halftijdse_onder_het_referteloon_heeft_een_jaar_nodig_en_geen_twee(contract, an, als):
    """52 weeks in half-days, 104 as a full-timer: the screen asks, the count reads, the ledger says who asked."""
    pagina = reverse("rechtenteller:rechtenstand_detail", args=[contract.client_id])
    tekst = als(an).get(pagina).content.decode()
    assert "Vraag het loon en de keuze" in tekst
    assert "We nemen aan: toegelaten als voltijdse" in tekst
    assert "/regels/rva.deeltijds/" in tekst
    assert _einde(contract) == date(2028, 3, 28)
    sleutels = {"pk": contract.client_id, "contract": contract.pk}
    velden = {"dagen_per_week": 5, "maandloon": "1100", "toelating": "", "aanvraag_op": "", "versie": 1}
    eerste, tweede = post(als(an), "telling_edit", velden, **sleutels)
    assert "Rechten op, volgens onze teller" in {g.wat for g in eerste.context["vooraf"].verschoven}
    assert tweede.status_code == 302
    assert _einde(contract) == date(2027, 3, 30)
    contract.refresh_from_db()
    assert (contract.toelating_gevraagd_door, contract.toelating_gevraagd_op is not None) == (an, True)
    assert "maandloon" in Journaalregel.objects.filter(wat="tewerkstelling_gewijzigd").latest("pk").details["velden"]
    tekst = als(an).get(pagina).content.decode()
    assert "ligt onder het referteloon" in tekst
    assert f"Gevraagd door {an.naam}" in tekst


def test_de_toelating_maakt_een_antwoord_van_de_rva_oud(contract, an):
    bereken(
        contract, an, verzonden_op=date(2026, 4, 2), antwoord_op=date(2026, 4, 8), dagen=312, einde_op=date(2028, 3, 28)
    )
    assert oud_antwoord(lees_rechten(lees_stand(contract.client, op=OP)), contract) == ""
    Tewerkstelling.objects.filter(pk=contract.pk).update(maandloon=Decimal(1100))
    contract = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
    assert "de toelating" in oud_antwoord(lees_rechten(lees_stand(contract.client, op=OP)), contract)


def test_de_uren_van_het_einde_beslissen(contract):
    """The regime of the last weeks: full-time first and half-time later is part-time."""
    contract.uren_per_week, contract.maandloon = Decimal(38), Decimal(1100)
    assert not toelating_van_contract(contract).halve_dagen
    contract.zet_uren(date(2026, 9, 1), Decimal(19), 5)
    assert toelating_van_contract(contract).halve_dagen


def test_reken_zegt_hetzelfde():
    def vraag(**feiten):
        return reken(
            SOORTEN["rechtenteller"], Gegevens({"start": "2026-04-01", "op": "2026-04-01", "uren": 19} | feiten)
        )

    gewoon, laag, hoog = vraag(), vraag(maandloon=1100), vraag(maandloon=2200)
    assert (gewoon["toelating"], gewoon["verwacht_einde"]) == ("voltijds", "2028-03-28")
    assert "nog niet gevraagd" in gewoon["aannames"][0]
    assert (laag["toelating"], laag["verwacht_einde"], laag["aannames"]) == ("deeltijds", "2027-03-30", [])
    assert (hoog["toelating"], hoog["verwacht_einde"]) == ("voltijds", "2028-03-28")


def test_halve_dagen_van_voor_maart_2026_zijn_een_aanname():
    uit = reken(
        SOORTEN["rechtenteller"],
        Gegevens({"start": "2025-01-01", "tot_en_met": "2025-12-31", "uren": 19, "toelating": "deeltijds", "geboortedatum": "1990-02-01"}),
    )  # fmt: skip
    assert any("misschien een langere periode" in zin for zin in uit["aannames"])
    nieuw = reken(SOORTEN["rechtenteller"], Gegevens({"start": "2026-04-01", "uren": 19, "toelating": "deeltijds"}))
    assert nieuw["aannames"] == []


@pytest.mark.parametrize(
    ("geboren", "langer"),
    [(date(1971, 6, 2), False), (date(1971, 6, 1), True), (None, True)],
)
def test_wie_55_is_hoort_dat_het_langer_kan(geboren, langer):
    """On the first day of the right; who is younger is told nothing that is not for them."""
    duur = duur_van_recht(date(2026, 6, 1), geboortedatum=geboren)
    assert "hoogstens 24 maanden" in duur.zin
    assert ("31 jaar werkte" in duur.uitzondering) == langer
    assert "34 jaar" in duur_van_recht(date(2029, 6, 1), geboortedatum=None).uitzondering


def test_voor_de_hervorming_was_er_geen_einde():
    assert duur_van_recht(date(2026, 2, 28), geboortedatum=None) is None
