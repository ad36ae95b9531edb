"""Interruptions: inside the contract, never two on a day, and everything that hangs on the contract moves along."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.journaal.models import Journaalregel
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import (
    beeindig_tewerkstelling,
    bewaar_onderbreking,
    verwijder_onderbreking,
    wijzig_tewerkstelling,
)
from tewerkstelling.einde.beloften import EINDE_ART60
from tewerkstelling.models import Onderbreking, Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


def waarschuwingen(contract):
    rijen = Termijn.objects.open().filter(client=contract.client, soort=EINDE_ART60)
    return sorted(rijen.values_list("vervalt_op", flat=True))


@pytest.mark.parametrize(
    ("van", "laatste"),
    [
        (date(2026, 3, 31), date(2026, 4, 2)),
        (date(2027, 3, 31), date(2027, 4, 1)),
        (date(2027, 5, 1), date(2027, 5, 9)),
    ],
)
def test_buiten_het_contract_kan_niet(contract, an, van, laatste):
    with pytest.raises(Geweigerd, match=r"valt buiten het contract \(01/04/2026 tot en met 31/03/2027\)"):
        onderbreek(contract, an, van=van, laatste_dag=laatste)
    assert not Onderbreking.objects.exists()


SOORTEN_ERNA = ("ziekte_ziekenfonds", "loopbaanonderbreking", "detentie")


@pytest.mark.parametrize("soort", SOORTEN_ERNA)
def test_wat_geen_contract_nodig_heeft_kan_erna_liggen(contract, an, soort):
    """Between two contracts it makes the period of the RVA longer too; the end of the contract stays."""
    rij = onderbreek(contract, an, van=date(2027, 5, 1), laatste_dag=date(2027, 5, 9), soort=soort, met_contract=True)
    contract.refresh_from_db()
    assert (rij.laatste_dag, contract.laatste_dag) == (date(2027, 5, 9), date(2027, 3, 31))
    beeindig_tewerkstelling(contract, laatste_dag=date(2026, 12, 31), reden="duur", door=an, op=OP)
    with pytest.raises(Geweigerd, match="valt buiten het contract"):
        onderbreek(contract, an, van=date(2026, 3, 1), laatste_dag=date(2026, 3, 9), soort=soort)


@pytest.mark.parametrize(
    ("van", "doe"),
    [
        (date(2027, 5, 20), "Zet haar laatste dag daar op 19/05/2027, en noteer de dagen vanaf 20/05/2027"),
        (date(2027, 4, 20), "Verwijder ze daar, en noteer de dagen vanaf 01/05/2027 bij dit contract."),
    ],
)
def test_een_contract_dat_er_later_overheen_komt_wordt_geweigerd_met_wat_je_doet(contract, an, als, van, doe):
    """The same two facts in the other order: the page of the contract says which interruption, and what to do with it."""
    erna = onderbreek(contract, an, soort="ziekte_ziekenfonds", van=date(2027, 5, 1), laatste_dag=date(2027, 5, 31))
    velden = {"soort": "regulier", "functie": "Bakker", "uren_per_week": "38", "voltijds_uren": "38"}
    velden |= {"van": f"{van:%d/%m/%Y}", "laatste_dag": "31/12/2027", "andere_werkgever": "Bakkerij Desem"}
    adres = reverse("tewerkstelling:contract_create", args=[contract.client_id])
    antwoord = als(an).post(adres, velden)
    assert (
        "De onderbreking van 01/05/2027 tot en met 31/05/2027, bij het contract tot en met 31/03/2027" in antwoord.text
    )
    assert doe in antwoord.text
    assert Tewerkstelling.objects.count() == 1
    erna.tot = date(2027, 5, 2)
    bewaar_onderbreking(erna, ["tot"], door=an, op=OP)
    nieuw = maak_contract(contract.client, an, van=date(2027, 5, 20), laatste_dag=date(2027, 12, 31))
    nieuw.van = date(2027, 5, 1)
    with pytest.raises(Geweigerd, match="loopt dan in dit contract door"):
        wijzig_tewerkstelling(nieuw, ["van"], door=an, op=OP)


def test_een_onderbreking_binnen_haar_contract_houdt_ander_werk_ernaast_niet_tegen(contract, an):
    """Negative control: only what lies after its contract runs into the next one."""
    onderbreek(contract, an, soort="ziekte_ziekenfonds", van=date(2027, 3, 1), laatste_dag=date(2027, 4, 30))
    onderbreek(contract, an, soort="ziekte_ziekenfonds", van=date(2026, 6, 1), laatste_dag=date(2026, 6, 30))
    maak_contract(contract.client, an, van=date(2026, 6, 1), laatste_dag=date(2027, 3, 31), soort="regulier")
    assert Tewerkstelling.objects.count() == 2


def test_erna_loopt_niet_door_in_een_ander_contract(contract, an):
    maak_contract(contract.client, an, van=date(2027, 5, 5), laatste_dag=date(2027, 12, 31))
    with pytest.raises(Geweigerd, match=r"Vanaf 05/05/2027 loopt een ander contract\. Noteer de dagen van dan af"):
        onderbreek(contract, an, van=date(2027, 5, 1), laatste_dag=date(2027, 5, 9), soort="detentie")
    assert onderbreek(contract, an, van=date(2027, 5, 1), laatste_dag=date(2027, 5, 4), soort="detentie").pk


def test_ziekte_en_schorsing_op_dezelfde_dag_kan_niet(contract, an):
    onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 10), soort="ziekte_ziekenfonds")
    with pytest.raises(Geweigerd, match=r"van 01/12/2026 tot en met 10/12/2026\. Kies andere dagen") as fout:
        onderbreek(contract, an, van=date(2026, 12, 10), laatste_dag=date(2026, 12, 20))
    assert "iekte" not in fout.value.reden
    onderbreek(contract, an, van=date(2026, 12, 11), laatste_dag=date(2026, 12, 20))
    assert Onderbreking.objects.count() == 2


def test_de_eerste_dag_na_de_laatste_kan_niet(contract, an):
    with pytest.raises(Geweigerd, match="laatste dag ligt niet voor"):
        onderbreek(contract, an, van=date(2026, 12, 10), laatste_dag=date(2026, 12, 8))


def test_met_het_contract_schuift_alles_mee_en_weer_terug(contract, an):
    voor = waarschuwingen(contract)
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 14), met_contract=True)
    contract.refresh_from_db()
    assert contract.laatste_dag == date(2027, 4, 14)
    assert waarschuwingen(contract) == [dag + timedelta(days=14) for dag in voor]
    assert Stand.objects.get(client=contract.client).einde_op == date(2027, 4, 14)
    verwijder_onderbreking(rij, door=an, op=OP, met_contract=True)
    contract.refresh_from_db()
    assert (contract.laatste_dag, waarschuwingen(contract)) == (date(2027, 3, 31), voor)


def test_langer_maken_verschuift_alleen_het_verschil(contract, an):
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 14), met_contract=True)
    rij.tot = date(2026, 12, 18)
    bewaar_onderbreking(rij, ["tot"], door=an, op=OP, met_contract=True)
    contract.refresh_from_db()
    assert contract.laatste_dag == date(2027, 4, 17)


def test_verlengen_in_een_volgend_contract_kan_niet_en_laat_niets_na(contract, an):
    maak_contract(contract.client, an, van=date(2027, 4, 5), laatste_dag=date(2027, 9, 1))
    with pytest.raises(Geweigerd, match="overlapt met een ander contract"):
        onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 14), met_contract=True)
    contract.refresh_from_db()
    assert contract.laatste_dag == date(2027, 3, 31)
    assert not Onderbreking.objects.exists()


def test_een_contract_korter_maken_dan_zijn_onderbreking_kan_niet(contract, an):
    onderbreek(contract, an, van=date(2027, 2, 1), laatste_dag=date(2027, 2, 20))
    zin = "van 01/02/2027 tot en met 20/02/2027 valt dan buiten het contract. Pas eerst die onderbreking aan"
    with pytest.raises(Geweigerd, match=zin):
        beeindig_tewerkstelling(contract, laatste_dag=date(2027, 2, 10), reden="ander", door=an, op=OP)
    contract = Tewerkstelling.objects.get()
    contract.van = date(2027, 2, 2)
    with pytest.raises(Geweigerd, match=zin):
        wijzig_tewerkstelling(contract, ["van"], door=an, op=OP)
    contract.refresh_from_db()
    beeindig_tewerkstelling(contract, laatste_dag=date(2027, 2, 20), reden="ander", door=an, op=OP)


def test_wie_het_niet_mag_lezen_maakt_wijzigt_en_verwijdert_geen_afgeschermde(contract, an, griet):
    """A coordinator steers and needs no diagnosis."""
    with pytest.raises(Geweigerd, match="afgeschermd"):
        onderbreek(contract, griet, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 2), soort="detentie")
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 2), soort="moederschap")
    rij.soort = "schorsing"
    with pytest.raises(Geweigerd, match="afgeschermd"):
        bewaar_onderbreking(rij, ["soort"], door=griet, op=OP)
    with pytest.raises(Geweigerd, match="afgeschermd"):
        verwijder_onderbreking(rij, door=griet, op=OP)
    rij.refresh_from_db()
    assert rij.soort == "moederschap"


def test_het_journaal_noemt_de_soort_niet(contract, an):
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 2), soort="ziekte_ziekenfonds")
    verwijder_onderbreking(rij, door=an, op=OP)
    regels = Journaalregel.objects.filter(wat="onderbreking_gewijzigd")
    assert [regel.details["actie"] for regel in regels.order_by("pk")] == ["bewaard", "verwijderd"]
    assert not any("ziek" in str(regel.details) for regel in regels)


def test_twee_die_dezelfde_wijzigen_verliezen_niets(contract, an, griet):
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 4))
    ander = Onderbreking.objects.select_related("contract__client").get(pk=rij.pk)
    rij.tot = date(2026, 12, 8)
    bewaar_onderbreking(rij, ["tot"], door=an, op=OP)
    ander.tot = date(2026, 12, 7)
    with pytest.raises(IntussenGewijzigd):
        bewaar_onderbreking(ander, ["tot"], door=griet, op=OP)
    with pytest.raises(IntussenGewijzigd):
        verwijder_onderbreking(ander, door=griet, op=OP)


def test_in_een_gesloten_dossier_kan_niets(contract, an):
    type(contract.client).objects.filter(pk=contract.client_id).update(gesloten_op=OP, sluitreden="werk")
    with pytest.raises(Geweigerd, match="gesloten"):
        onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 2))
