"""Other hours from a day on: what was worked keeps its hours, the RVA is asked again, and a wrong day says why."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import bereken
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import beeindig_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.beloften import HERBEREKENING_RVA
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)
HALF = {"dag": "2026-12-01", "uren": "19", "dagen": "5"}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 5, 31))


def adres(contract, naam="uren_zetten", *meer):
    return reverse(f"rechtenteller:{naam}", args=[contract.client_id, contract.pk, *meer])


def bewaar(browser, url, gegevens):
    """The first POST shows what moves; the second, with the code of that page, saves."""
    eerste = browser.post(url, gegevens)
    if eerste.status_code != 200 or not eerste.context["vooraf"].verschuift:
        return eerste, None
    return eerste, browser.post(url, {**gegevens, "gezien": eerste.context["vooraf"].code})


def vers(contract):
    return Tewerkstelling.objects.get(pk=contract.pk)


def geteld(contract):
    feiten = lees_rechten(lees_stand(contract.client, op=OP))
    return rechtenstand(feiten, vers(contract), op=OP, mag_alles=True).geteld


def test_je_ziet_eerst_wat_verschuift_en_wat_gewerkt_is_blijft(contract, an, als):
    voor = geteld(contract)
    eerste, tweede = bewaar(als(an), adres(contract), {**HALF, "versie": contract.versie})
    assert "Rechten" in " ".join(gevolg.wat for gevolg in eerste.context["vooraf"].verschoven)
    assert tweede.status_code == 302
    assert vers(contract).andere_uren == [{"vanaf": "2026-12-01", "uren": "19", "dagen": 5}]
    assert geteld(contract) == voor
    tekst = (
        als(an)
        .get(reverse("rechtenteller:rechtenstand_detail", args=[contract.client_id]))
        .content.decode()
        .replace("\xa0", " ")
    )
    assert 'vanaf <time datetime="2026-12-01">' in tekst
    assert "19 van 38, op 5 dagen" in tekst


def test_in_het_grootboek_staat_elk_stuk_met_zijn_uren(contract, an, als):
    bewaar(als(an), adres(contract), {"dag": "2026-10-01", "uren": "19", "dagen": "5", "versie": contract.versie})
    stand = rechtenstand(lees_rechten(lees_stand(contract.client, op=OP)), vers(contract), op=OP, mag_alles=True)
    assert [rij.uitleg for rij in stand.rijen] == [
        "Werk: 6 volle maanden voltijds x 26 dagen.",
        "Werk: 140,6 uren x 6 / 38.",
    ]
    assert stand.zin.startswith("178 van 312 dagen")


@pytest.mark.parametrize(
    ("gegevens", "veld", "zin"),
    [
        ({"dag": "2026-04-01"}, "dag", "Kies een dag na de eerste werkdag (01/04/2026)"),
        ({"dag": "2027-06-01"}, "dag", "Het contract loopt maar tot en met 31/05/2027."),
        ({"uren": "39"}, "uren", "Een voltijdse werkt in deze functie 38 uren."),
        ({"uren": "0"}, "uren", "groter is dan nul"),
        ({"dagen": "7"}, "dagen", "6"),
        ({"dag": "morgen"}, "dag", "datum"),
    ],
)
def test_een_fout_staat_bij_het_veld_en_wat_getypt_is_blijft(contract, an, als, gegevens, veld, zin):
    antwoord = als(an).post(adres(contract), {**HALF, "versie": contract.versie, **gegevens})
    form = antwoord.context["form"]
    assert zin in " ".join(form.errors[veld])
    assert form[veld].value() == gegevens[veld]
    assert vers(contract).andere_uren == []


def test_dezelfde_dag_opnieuw_vervangt_en_een_andere_dag_verhuist(contract, an, als):
    bewaar(als(an), adres(contract), {**HALF, "versie": contract.versie})
    url = f"{adres(contract)}?vanaf=2026-12-01"
    assert als(an).get(url).context["form"]["uren"].value() == Decimal(19)
    bewaar(als(an), url, {"dag": "2027-01-04", "uren": "28,5", "dagen": "4", "versie": vers(contract).versie})
    assert vers(contract).andere_uren == [{"vanaf": "2027-01-04", "uren": "28.5", "dagen": 4}]


def test_weghalen_toont_eerst_wat_verschuift(contract, an, als):
    bewaar(als(an), adres(contract), {**HALF, "versie": contract.versie})
    url = adres(contract, "uren_verwijderen", "2026-12-01")
    _, tweede = bewaar(als(an), url, {"versie": vers(contract).versie})
    assert tweede.status_code == 302
    assert vers(contract).andere_uren == []
    assert als(an).get(url).status_code == 404
    assert als(an).get(adres(contract, "uren_verwijderen", "geen-dag")).status_code == 404


def test_een_collega_die_eerst_was_wordt_getoond(contract, an, als):
    gezien = contract.versie
    contract.functie = "Poetshulp"
    wijzig_tewerkstelling(contract, ["functie"], door=an, op=OP)
    _, tweede = bewaar(als(an), adres(contract), {**HALF, "versie": gezien})
    assert tweede.status_code == 409
    assert vers(contract).andere_uren == []


def test_de_rva_moet_opnieuw_rekenen(contract, an, als):
    bereken(
        contract, an, verzonden_op=date(2026, 4, 2), antwoord_op=date(2026, 4, 8), dagen=312, einde_op=date(2027, 3, 31)
    )
    herberekening = Termijn.objects.open().filter(soort=HERBEREKENING_RVA)
    assert not herberekening.exists()
    bewaar(als(an), adres(contract), {**HALF, "versie": contract.versie})
    assert herberekening.get().vervalt_op == date(2026, 11, 29)


def test_het_contract_kan_niet_eindigen_voor_de_andere_uren(contract, an):
    contract.zet_uren(date(2026, 12, 1), Decimal(19), 5)
    wijzig_tewerkstelling(contract, ["andere_uren"], door=an, op=OP)
    with pytest.raises(Geweigerd, match="Haal ze eerst weg bij Rechten"):
        beeindig_tewerkstelling(contract, laatste_dag=date(2026, 11, 30), reden="duur", door=an, op=OP)
    assert vers(contract).laatste_dag == date(2027, 5, 31)


def test_dezelfde_regel_in_actie_en_formulier(contract, an):
    contract.zet_uren(date(2026, 3, 1), Decimal(19), 5)
    with pytest.raises(ValidationError, match="vallen dan buiten het contract"):
        wijzig_tewerkstelling(contract, ["andere_uren"], door=an, op=OP)
    contract.zet_uren(date(2026, 3, 1), None, 0)
    contract.zet_uren(date(2026, 12, 1), Decimal(39), 5)
    with pytest.raises(ValidationError, match="meer dan een voltijdse"):
        wijzig_tewerkstelling(contract, ["andere_uren"], door=an, op=OP)


def test_een_gesloten_dossier_verandert_niet(contract, an):
    contract.client.gesloten_op = OP
    with pytest.raises(Geweigerd, match="Heropen het eerst"):
        wijzig_tewerkstelling(contract, ["functie"], door=an, op=OP)


def test_uren_in_woorden(contract):
    contract.zet_uren(date(2027, 1, 1), Decimal("28.5"), 4)
    contract.zet_uren(date(2026, 12, 1), Decimal(19), 5)
    assert contract.uren_tekst == "38 van 38; vanaf 01/12/2026 19 van 38; vanaf 01/01/2027 28,5 van 38"
