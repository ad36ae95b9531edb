"""An interruption that nobody knows the end of: on any day it says what the same one would say that ends on that day."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from clienten.feiten import lees_dossiers
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.gereedschap.testing.maak_rechtenteller import bereken, onderbreek
from ocmw.termijnen.actions import voldoe_termijn
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dossier.controle import controleer, haal_nachten_in
from tewerkstelling.actions import beeindig_onderbreking, beeindig_tewerkstelling
from tewerkstelling.einde.bewezen import rechten_bij_einde
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.feiten import gevolgen_van_contract
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.basis import basis_van_contract
from tewerkstelling.rechtenteller.beloften import ONDERBREKING_LOOPT, navraagdagen
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from tewerkstelling.rechtenteller.stand import maak_rechtendagplan
from tewerkstelling.rechtenteller.watals import uitkomst
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import werkstand

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP, VAN = date(2026, 11, 22), date(2026, 10, 5)
DAGEN = [
    VAN + timedelta(days=n) for n in (0, 1, 4, 9, 13, 26, 27, 48, 90, 176, 177, 178, 200)
]  # the contract ends after 177


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    client = maak_client(an)
    maak_twe(client, an, start=date(2026, 3, 20), art60=(date(2026, 4, 1), date(2027, 3, 31)))
    return Tewerkstelling.objects.select_related("client").get(client=client)


def alles(contract: Tewerkstelling, dag: date) -> dict[str, Any]:
    """Everything that is read from an interruption, as pages, lists, promises and papers ask it."""
    contract = Tewerkstelling.objects.select_related("client", "werkplek").get(pk=contract.pk)
    werk = werkstand(contract.client, op=dag)
    rechten = lees_rechten(werk.stand)
    stand = rechtenstand(rechten, contract, op=dag, mag_alles=True)
    planning = Planning([contract], op=dag)
    feiten = lees_dossiers([contract.client_id], op=dag)
    korter = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
    korter.tot = min(max(date(2027, 3, 1), dag + timedelta(days=1)), contract.tot)
    basis = basis_van_contract(werk, next(c for c in werk.contracten if c.pk == contract.pk))
    return {
        "grootboek": (stand.zin, stand.rijen, stand.delen, stand.rechten_op, stand.te_kort),
        "venster": (werk.nazorg, lees_tijdbeeld(werk, afgeschermd=True).rijen, werk.feiten.rest),
        "dagen": [(rij.code, rij.op) for rij in planning.evaluaties(contract)],
        "bezoeken": [(rij.moment.code, rij.op) for rij in planning.bezoeken(contract)],
        "einde": rechten_bij_einde(stand),
        "leesrij": [(rij.rechten_op, rij.nodig_tot, rij.dagen) for rij in maak_rechtendagplan(feiten).nieuw]
        + [(rij.rechten_op, rij.nodig_tot, rij.dagen) for _, rij in maak_rechtendagplan(feiten).anders],
        "beloften": [
            belofte for belofte in beloften(feiten).get(contract.client_id, []) if belofte.soort != ONDERBREKING_LOOPT
        ],
        "gevolgen": [(g.wat, g.voor, g.na) for g in gevolgen_van_contract(korter, op=dag)],
        "wat_als": [(wat, waarde.tekst) for wat, waarde in uitkomst(basis, basis.zoals_nu, op=dag).waarden.items()],
    }


@pytest.mark.parametrize("soort", ["schorsing", "ziekte_ziekenfonds", "vakantie"])
def test_zonder_einde_zegt_op_elke_dag_wat_een_met_die_dag_als_einde_zegt(contract, an, soort):
    rij = onderbreek(contract, an, van=VAN, laatste_dag=None, soort=soort)
    for dag in DAGEN:
        Onderbreking.objects.filter(pk=rij.pk).update(tot=None)
        zonder = alles(contract, dag)
        # Written down with an end, it never lies past the contract.
        Onderbreking.objects.filter(pk=rij.pk).update(tot=min(dag + timedelta(days=1), contract.tot))
        met = alles(contract, dag)
        for wat in met:
            assert zonder[wat] == met[wat], (dag, wat)


def test_de_eigenschap_kan_falen(contract, an):
    """What is compared moves with every day that is counted: an end that is one day off is seen in each of these."""
    rij = onderbreek(contract, an, van=VAN, laatste_dag=None)
    dag = date(2026, 11, 10)
    zonder = alles(contract, dag)
    Onderbreking.objects.filter(pk=rij.pk).update(tot=dag)
    anders = {wat for wat, waarde in alles(contract, dag).items() if waarde != zonder[wat]}
    assert anders >= {
        "grootboek",
        "venster",
        "dagen",
        "bezoeken",
        "einde",
        "leesrij",
        "beloften",
        "gevolgen",
        "wat_als",
    }


def navragen(client):
    rijen = Termijn.objects.open().filter(client=client, soort=ONDERBREKING_LOOPT)
    return list(rijen.values_list("vervalt_op", flat=True))


def test_om_de_veertien_dagen_vragen_we_hoe_het_gaat(contract, an):
    rij = onderbreek(contract, an, van=date(2026, 11, 16), laatste_dag=None)
    assert navragen(contract.client) == [date(2026, 12, 6)]  # noted today: nobody is late with what was just told
    with time_machine.travel(date(2026, 12, 7), tick=False):
        termijn = Termijn.objects.open().get(soort=ONDERBREKING_LOOPT)
        assert "chors" not in f"{termijn.onderwerp}{ONDERBREKING_LOOPT.label}"
        voldoe_termijn(termijn, door=an, op=date(2026, 12, 7))
        assert navragen(contract.client) == [date(2026, 12, 20)]
    with time_machine.travel(date(2026, 12, 10), tick=False):
        maak_gesprek(contract.client, an, op=date(2026, 12, 10))
        assert navragen(contract.client) == [date(2026, 12, 24)]  # any talk counts
    with time_machine.travel(date(2026, 12, 20), tick=False):
        beeindig_onderbreking(
            Onderbreking.objects.get(pk=rij.pk), laatste_dag=date(2026, 12, 19), door=an, op=date(2026, 12, 20)
        )
        assert navragen(contract.client) == []


def test_een_gemiste_navraag_blijft_een_lijn():
    assert navraagdagen(date(2026, 11, 1), 14, op=date(2026, 11, 1)) == [date(2026, 11, 15), date(2026, 11, 29)]
    assert navraagdagen(date(2026, 11, 1), 14, op=date(2026, 11, 29))[1:3] == [date(2026, 11, 29), date(2026, 12, 13)]


def test_elke_nacht_schuift_wat_eraan_hangt_en_de_controle_vindt_niets(contract, an):
    onderbreek(contract, an, van=date(2026, 11, 16), laatste_dag=None)
    for n in (1, 2, 9, 40, 129, 130, 131):
        dag = OP + timedelta(days=n)
        with time_machine.travel(dag, tick=False):
            haal_nachten_in(dag)
            assert not controleer(dag).verschillen, dag


def test_de_rva_vraagt_niet_elke_dag_opnieuw(contract, an):
    onderbreek(contract, an, van=VAN, laatste_dag=None)
    berekening = bereken(contract, an, verzonden_op=date(2026, 11, 20))
    for dag in (OP, OP + timedelta(days=30)):
        rechten = lees_rechten(lees_stand(contract.client, op=dag))
        assert rechten.veranderd(berekening, contract) == []
    beeindig_onderbreking(Onderbreking.objects.get(), laatste_dag=date(2026, 11, 21), door=an, op=OP)
    rechten = lees_rechten(lees_stand(contract.client, op=OP))
    assert rechten.veranderd(berekening, contract) == ["de onderbrekingen"]


def test_er_loopt_er_nooit_meer_dan_een(contract, an):
    onderbreek(contract, an, van=VAN, laatste_dag=None)
    for laatste in (None, date(2026, 12, 24)):
        with pytest.raises(Geweigerd, match="al een onderbreking vanaf 05/10/2026 zonder bekend einde"):
            onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=laatste)
    onderbreek(contract, an, van=date(2026, 9, 1), laatste_dag=date(2026, 9, 4))
    with pytest.raises(Geweigerd, match="valt buiten het contract"):
        onderbreek(contract, an, van=date(2027, 4, 1), laatste_dag=None)


def test_het_contract_eindigt_en_de_onderbreking_ermee(contract, an, griet):
    """Also by who may not read why work stood still: that it ends follows from the contract."""
    rij = onderbreek(contract, an, van=VAN, laatste_dag=None, soort="ziekte_ziekenfonds")
    beeindig_tewerkstelling(
        contract, laatste_dag=date(2026, 11, 20), reden="medisch", door=griet, op=OP, met_onderbreking=True
    )
    rij.refresh_from_db()
    assert (rij.laatste_dag, navragen(contract.client)) == (date(2026, 11, 20), [])
    assert not controleer(OP).verschillen


def test_wie_ze_open_laat_telt_nooit_voorbij_het_contract(contract, an):
    rij = onderbreek(contract, an, van=VAN, laatste_dag=None)
    beeindig_tewerkstelling(contract, laatste_dag=date(2026, 11, 20), reden="medisch", door=an, op=OP)
    rij.refresh_from_db()
    (dagen,) = lees_stand(contract.client, op=OP).onderbrekingen
    assert (rij.tot, dagen.laatste_dag, dagen.loopt, navragen(contract.client)) == (None, date(2026, 11, 20), False, [])


def test_een_onderbreking_met_een_einde_na_het_contract_kan_ook_mee(contract, an):
    rij = onderbreek(contract, an, van=VAN, laatste_dag=date(2026, 12, 20))
    with pytest.raises(Geweigerd, match="valt dan buiten het contract"):
        beeindig_tewerkstelling(contract, laatste_dag=date(2026, 11, 20), reden="medisch", door=an, op=OP)
    contract.refresh_from_db()
    beeindig_tewerkstelling(
        contract, laatste_dag=date(2026, 11, 20), reden="medisch", door=an, op=OP, met_onderbreking=True
    )
    rij.refresh_from_db()
    assert rij.laatste_dag == date(2026, 11, 20)


def naar(naam: str, client, **sleutels) -> str:
    return reverse(f"rechtenteller:{naam}", kwargs={"pk": client.pk, **sleutels})


def twee_keer(browser, adres: str, gegevens: dict[str, str]):
    eerst = browser.post(adres, gegevens)
    assert eerst.status_code == 200, eerst
    return eerst, browser.post(adres, {**gegevens, "gezien": eerst.context["vooraf"].code})


def test_noteren_terugkomen_en_weer_openen(contract, an, als):
    browser, client = als(an), contract.client
    adres = naar("onderbreking_create", client, contract=contract.pk)
    gegevens = {"soort": "schorsing", "van": "16/11/2026", "laatste_dag": ""}
    assert "vink aan dat ze nog niet gekend is" in browser.post(adres, gegevens).content.decode()
    beide = browser.post(adres, {**gegevens, "laatste_dag": "30/11/2026", "zonder_einde": "on"})
    assert "Niet allebei" in beide.content.decode()
    verlengd = browser.post(adres, {**gegevens, "zonder_einde": "on", "met_contract": "on"})
    assert "Het contract verleng je als je de laatste dag kent" in verlengd.content.decode()
    eerst, daarna = twee_keer(browser, adres, {**gegevens, "zonder_einde": "on"})
    assert "vanaf ma 16 november 2026, loopt nog: geteld tot en met vandaag" in eerst.content.decode()
    tekst = browser.get(daarna.url).content.decode()
    assert "De onderbreking vanaf ma 16 november 2026 loopt nog: we tellen tot en met vandaag." in tekst
    rij = Onderbreking.objects.get()
    assert "loopt nog" in browser.get(client.get_absolute_url()).content.decode()
    terug = naar("onderbreking_terug", client, onderbreking=rij.pk)
    assert f'action="{terug}"' in tekst
    assert "Weer aan het werk vanaf vandaag" in browser.post(terug, follow=True).content.decode()
    rij.refresh_from_db()
    assert rij.laatste_dag == date(2026, 11, 21)
    tekst = browser.post(terug, follow=True).content.decode()
    assert "Deze onderbreking heeft al een laatste dag: 21/11/2026." in tekst
    assert f'action="{terug}"' not in tekst
    wijzig = naar("onderbreking_edit", client, onderbreking=rij.pk)
    _, weer = twee_keer(
        browser, wijzig, {"soort": "schorsing", "van": "16/11/2026", "zonder_einde": "on", "versie": str(rij.versie)}
    )
    assert weer.status_code == 302
    rij.refresh_from_db()
    assert rij.tot is None


def test_wie_vandaag_uitviel_heeft_geen_knop_en_wie_ze_niet_mag_lezen_ook_niet(contract, an, griet, als):
    rij = onderbreek(contract, an, van=OP, laatste_dag=None, soort="ziekte_ziekenfonds")
    terug = naar("onderbreking_terug", contract.client, onderbreking=rij.pk)
    assert "Verwijder ze als ze niet doorging" in als(an).post(terug, follow=True).content.decode()
    assert als(griet).post(terug).status_code == 403
    rij.refresh_from_db()
    assert rij.tot is None
    for wie in (an, griet):
        assert f'action="{terug}"' not in als(wie).get(naar("rechtenstand_detail", contract.client)).content.decode()


def test_het_einde_van_het_contract_biedt_aan_ze_mee_af_te_sluiten(contract, an, als):
    rij = onderbreek(contract, an, van=VAN, laatste_dag=None)
    adres = reverse("einde:contract_einde", args=[contract.client_id, contract.pk])
    tekst = als(an).get(adres).content.decode()
    assert "Sluit ook de onderbreking vanaf 05/10/2026 zonder bekend einde af, op dezelfde dag" in tekst
    gegevens = {
        "laatste_dag": "20/11/2026",
        "eindreden": "medisch",
        "met_onderbreking": "on",
        "versie": str(contract.versie),
    }
    _, daarna = twee_keer(als(an), adres, gegevens)
    assert daarna.status_code == 302
    rij.refresh_from_db()
    assert rij.laatste_dag == date(2026, 11, 20)


def test_zonder_onderbreking_vraagt_het_einde_er_niet_naar(contract, an, als):
    onderbreek(contract, an, van=VAN, laatste_dag=date(2026, 10, 9))
    adres = reverse("einde:contract_einde", args=[contract.client_id, contract.pk])
    assert "met_onderbreking" not in als(an).get(adres).context["form"].fields


def test_het_overzicht_zegt_wie_het_mag_lezen_wat_er_loopt(contract, an, griet, als):
    """A coordinator sees that work stands still, and not why."""
    onderbreek(contract, an, van=VAN, laatste_dag=None, soort="ziekte_ziekenfonds")
    adres = contract.client.get_absolute_url()
    voor_an, voor_griet = (als(wie).get(adres).content.decode() for wie in (an, griet))
    assert "Ziekte betaald door ziekenfonds of verzekeraar sinds " in voor_an
    assert "</time>, loopt nog." in voor_griet
    assert "iekte" not in voor_griet
