"""OCMW@RVA: dated versions, the answer that binds, and the termijnen that follow (A20-A22, W10)."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import bereken, onderbreek
from ocmw.journaal.models import Journaalregel
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import beeindig_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.rechtenteller.actions import bewaar_rechtspositie, bewaar_rva_berekening
from tewerkstelling.rechtenteller.beloften import HERBEREKENING_RVA, RVA_ANTWOORD
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


def termijnen(contract, soort):
    rijen = Termijn.objects.open().filter(client=contract.client, soort=soort)
    return list(rijen.values_list("vervalt_op", flat=True))


def stand(contract):
    return rechtenstand(lees_rechten(lees_stand(contract.client, op=OP)), contract, op=OP, mag_alles=True)


def test_verstuurd_zonder_antwoord_wacht_zeven_dagen(contract, an):
    """W10, line 66."""
    berekening = bereken(contract, an, verzonden_op=date(2026, 11, 20))
    assert berekening.status == "verzonden"
    assert termijnen(contract, RVA_ANTWOORD) == [date(2026, 11, 27)]
    berekening.antwoord_op, berekening.dagen, berekening.einde_op = OP, 312, date(2027, 3, 31)
    bewaar_rva_berekening(berekening, door=an, op=OP)
    assert berekening.status == "berekend"
    assert termijnen(contract, RVA_ANTWOORD) == []


def test_een_klad_belooft_niets_en_volgt_het_contract_tot_de_verzending(contract, an):
    klad = bereken(contract, an)
    contract.uren_per_week = Decimal(19)
    wijzig_tewerkstelling(contract, ["uren_per_week"], door=an, op=OP)
    assert not Termijn.objects.open().filter(soort__in=[RVA_ANTWOORD, HERBEREKENING_RVA]).exists()
    klad.verzonden_op = OP
    bewaar_rva_berekening(klad, door=an, op=OP)
    assert klad.basis_uren == 19
    assert termijnen(contract, HERBEREKENING_RVA) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("van", date(2026, 4, 8)), ("uren_per_week", Decimal("30.4")), ("voltijds_uren", Decimal(40))],
)
def test_een_andere_start_of_ander_regime_vraagt_een_herberekening(contract, an, veld, waarde):
    bereken(
        contract, an, verzonden_op=date(2026, 4, 2), antwoord_op=date(2026, 4, 7), dagen=312, einde_op=date(2027, 3, 31)
    )
    setattr(contract, veld, waarde)
    wijzig_tewerkstelling(contract, [veld], door=an, op=OP)
    assert termijnen(contract, HERBEREKENING_RVA) == [date(2026, 11, 29)]
    assert stand(contract).antwoord is None
    bereken(contract, an, verzonden_op=OP)
    assert termijnen(contract, HERBEREKENING_RVA) == []
    assert termijnen(contract, RVA_ANTWOORD) == [date(2026, 11, 29)]


def test_een_andere_functie_vraagt_niets(contract, an):
    bereken(contract, an, verzonden_op=date(2026, 4, 2))
    contract.functie = "Chauffeur"
    wijzig_tewerkstelling(contract, ["functie"], door=an, op=OP)
    assert termijnen(contract, HERBEREKENING_RVA) == []


def test_een_contract_zonder_berekening_belooft_niets(contract, an):
    """An imported caseload has hundreds of these: none of them asks attention."""
    contract.uren_per_week = Decimal(19)
    wijzig_tewerkstelling(contract, ["uren_per_week"], door=an, op=OP)
    assert not Termijn.objects.filter(soort__in=[RVA_ANTWOORD, HERBEREKENING_RVA]).exists()


def test_een_beeindigd_contract_wacht_op_niets_meer(contract, an):
    bereken(contract, an, verzonden_op=date(2026, 11, 10))
    beeindig_tewerkstelling(contract, laatste_dag=date(2026, 11, 20), reden="ander", door=an, op=OP)
    assert termijnen(contract, RVA_ANTWOORD) == []


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"verzonden_op": date(2026, 11, 23)}, "toekomst"),
        ({"verzonden_op": date(2022, 11, 23)}, "bestond OCMW@RVA nog niet"),
        ({"antwoord_op": OP, "dagen": 312, "einde_op": date(2027, 3, 31)}, "wanneer de aanvraag verstuurd"),
        ({"verzonden_op": OP, "dagen": 312}, "wanneer de RVA antwoordde"),
        (
            {"verzonden_op": OP, "antwoord_op": OP, "dagen": 312, "einde_op": date(2025, 3, 31)},
            "voor de eerste werkdag",
        ),
    ],
)
def test_wat_niet_kan(contract, an, velden, zin):
    with pytest.raises(Geweigerd, match=zin):
        bereken(contract, an, **velden)
    assert not RvaBerekening.objects.exists()


def test_alleen_voor_art60(contract, an):
    regulier = maak_contract(contract.client, an, van=date(2027, 4, 1), laatste_dag=date(2027, 9, 1), soort="regulier")
    with pytest.raises(Geweigerd, match=r"art\.60"):
        bereken(regulier, an)


@pytest.mark.parametrize(
    ("dagen", "einde", "zinnen"),
    [
        (312, date(2027, 3, 31), ["De RVA en onze schatting komen op hetzelfde uit."]),
        (
            468,
            date(2027, 9, 30),
            [
                "De RVA vraagt 468 dagen, wij rekenen met 312.",
                "De RVA komt uit op do 30 september 2027. Dat is 183 dagen later dan onze schatting.",
            ],
        ),
        (312, date(2027, 3, 30), ["De RVA komt uit op di 30 maart 2027. Dat is 1 dag vroeger dan onze schatting."]),
    ],
)
def test_het_verschil_staat_in_woorden(contract, an, dagen, einde, zinnen):
    bereken(contract, an, verzonden_op=OP, antwoord_op=OP, dagen=dagen, einde_op=einde)
    nu = stand(contract)
    assert list(nu.verschil) == zinnen
    assert "volgens de RVA" in nu.zin


def test_na_een_onderbreking_die_niet_telt_zegt_de_pagina_dat_de_rva_dat_moet_weten(contract, an):
    bereken(contract, an, verzonden_op=OP)
    with time_machine.travel(date(2026, 11, 25)):
        onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 5), soort="vakantie")
        assert not any("Vraag de RVA" in zin for zin in stand(contract).opmerkingen)
        onderbreek(contract, an, van=date(2026, 12, 8), laatste_dag=date(2026, 12, 12), soort="schorsing")
        assert any("Vraag de RVA" in zin for zin in stand(contract).opmerkingen)


def test_elke_berekening_blijft_als_versie_staan(contract, an):
    bereken(contract, an, verzonden_op=date(2026, 4, 2))
    bereken(contract, an, verzonden_op=date(2026, 11, 2))
    assert [rij.verzonden_op for rij in contract.rva_berekeningen.all()] == [date(2026, 11, 2), date(2026, 4, 2)]
    assert Journaalregel.objects.filter(wat="rva_gewijzigd").count() == 2


def test_wat_elders_bewezen_is_telt_mee_en_bestaat_een_keer(contract, an):
    positie = bewaar_rechtspositie(Rechtspositie(client=contract.client, al_bewezen=Decimal(52)), [], door=an, op=OP)
    assert stand(contract).elders == "52"
    with pytest.raises(IntussenGewijzigd):
        bewaar_rechtspositie(Rechtspositie(client=contract.client, al_bewezen=Decimal(10)), [], door=an, op=OP)
    positie.vorige_toelating_op = date(2026, 12, 1)
    with pytest.raises(Geweigerd, match="toekomst"):
        bewaar_rechtspositie(positie, ["vorige_toelating_op"], door=an, op=OP)


@pytest.mark.parametrize("wat", ["onderbreking", "dagen", "ander werk", "elders bewezen"])
def test_een_antwoord_is_oud_zodra_een_feit_dat_de_dag_verschuift_verandert(contract, an, als, wat):
    """The termijn opens in the same action; page, overview and client sheet say so; it stops being the headline."""
    bereken(contract, an, verzonden_op=OP, antwoord_op=OP, dagen=312, einde_op=date(2027, 4, 30))
    assert "volgens de RVA" in stand(contract).zin
    onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 4), soort="vakantie")
    assert (stand(contract).oud, len(termijnen(contract, HERBEREKENING_RVA))) == ("", 0)  # leave moves nothing
    woord = {
        "onderbreking": "de onderbrekingen",
        "dagen": "de werkdagen per week",
        "ander werk": "het andere werk",
        "elders bewezen": "wat al bewezen is",
    }[wat]
    if wat == "onderbreking":
        onderbreek(contract, an, van=date(2026, 12, 8), laatste_dag=date(2026, 12, 12), soort="schorsing")
    elif wat == "dagen":
        contract.refresh_from_db()
        contract.dagen_per_week = 4
        wijzig_tewerkstelling(contract, ["dagen_per_week"], door=an, op=OP)
    elif wat == "ander werk":
        maak_contract(contract.client, an, van=date(2025, 1, 1), laatste_dag=date(2025, 6, 30), soort="regulier")
    else:
        bewaar_rechtspositie(Rechtspositie(client=contract.client, al_bewezen=Decimal(52)), [], door=an, op=OP)
    nu = stand(contract)
    assert f"is oud: daarna veranderde {woord}." in nu.oud
    assert nu.oud in nu.opmerkingen
    assert ("volgens de RVA" in nu.zin, nu.antwoord, len(termijnen(contract, HERBEREKENING_RVA))) == (False, None, 1)
    assert "is oud: daarna veranderde" in als(an).get(f"/clienten/{contract.client_id}/").content.decode()
    bereken(contract, an, verzonden_op=OP)
    assert (stand(contract).oud, len(termijnen(contract, HERBEREKENING_RVA))) == ("", 0)
