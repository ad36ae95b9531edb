"""Running contracts longer than needed: the same teller as the dossier, what is missing said, a fixed price."""

from datetime import date, timedelta

import openpyxl
import pytest
import time_machine

from clienten.actions import wijs_toe
from clienten.enums import Toewijzingsrol
from clienten.feiten import lees_dossiers
from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import afwijkingen, leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.werkruimte.dossier.controle import controleer
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller import teller
from tewerkstelling.rechtenteller.langer import kies, rijen_van
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.stand import maak_rechtendagplan

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)
START = date(2026, 4, 1)


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel("2026-11-22 10:00", tick=False):
        yield


def contract(an, *, van=START, laatste_dag=date(2027, 6, 30), **velden):
    client = maak_client(an, op=date(2024, 1, 1))
    return maak_contract(client, an, van=van, laatste_dag=laatste_dag, **velden)


def langer_dan_nodig(medewerker, soort="langer"):
    keuze = kies(medewerker, {"soort": soort}, op=OP)
    return rijen_van(keuze.rijen[:500], op=OP)


def test_drie_maanden_langer_dan_nodig(an, griet):
    """Full-time from 1 April: 312 days on 31 March (W5.25); the contract runs to the end of June."""
    contract(an)
    rij = langer_dan_nodig(griet)[0]
    assert (rij.rechten_op, rij.nieuw_einde, rij.dagen, rij.langer) == (
        date(2027, 3, 31),
        date(2027, 3, 31),
        91,
        "3 maanden",
    )
    (set_,) = kies(griet, {}, op=OP).regels
    assert set_.herkomst.url == "https://www.brusselsjobday.be/?p=9744"
    assert rij.regels_van == set_.geldig_van
    assert rij.let_op == ("Nog geen antwoord van de RVA.", "Vroegere dagen niet nagekeken.")


@pytest.mark.parametrize(("laatste", "aantal"), [(date(2027, 3, 31), 0), (date(2027, 4, 1), 1)])
def test_een_dag_maakt_het_verschil(an, griet, laatste, aantal):
    contract(an, laatste_dag=laatste)
    assert len(langer_dan_nodig(griet)) == aantal


def test_een_vroeger_contract_en_vroegere_dagen_tellen_mee(an, griet):
    eerste = contract(an, van=date(2026, 1, 1), laatste_dag=date(2026, 3, 31))
    maak_contract(eerste.client, an, van=START, laatste_dag=date(2027, 3, 31))
    Rechtspositie.objects.create(client=eerste.client, al_bewezen=26)
    leid_opnieuw_af(eerste.client, op=OP)
    rij = langer_dan_nodig(griet)[0]
    # 26 elsewhere and 78 in the first quarter leave 208: eight months.
    assert rij.rechten_op == date(2026, 11, 30)


def test_wie_de_rechten_al_had_kan_nu_stoppen(an, griet):
    lang = contract(an, van=date(2025, 6, 1), laatste_dag=date(2027, 5, 31))
    rij = langer_dan_nodig(griet)[0]
    # Friday is the last working day of May 2026; the month, and so the contract, must be whole.
    assert (rij.rechten_op, rij.nieuw_einde, rij.dagen) == (date(2026, 5, 29), OP, 365)
    Rechtspositie.objects.create(client=lang.client, al_bewezen=400)
    leid_opnieuw_af(lang.client, op=OP)
    # Born in 1985: 468 days for an application before March 2026, so 68 more.
    assert langer_dan_nodig(griet)[0].rechten_op == date(2025, 8, 20)


def test_het_antwoord_van_de_rva_staat_erbij(an, griet):
    rij = contract(an)
    RvaBerekening.objects.create(
        client=rij.client, contract=rij, status="berekend", basis_start=START, basis_uren=38, basis_voltijds=38,
        verzonden_op=START, antwoord_op=START, dagen=312, einde_op=date(2027, 4, 15),
    )  # fmt: skip
    assert "15/04/2027. Dat gaat voor." in langer_dan_nodig(griet)[0].let_op[0]
    Tewerkstelling.objects.filter(pk=rij.pk).update(van=START - timedelta(days=3))
    oud = langer_dan_nodig(griet)[0].let_op[0]
    assert oud == "De RVA antwoordde: laatste dag 15/04/2027. Daarna veranderde de start of de uren: vraag het opnieuw."


def test_wat_niet_te_berekenen_is_staat_apart(als, an, griet):
    contract(an, uren_per_week=8)
    fout = langer_dan_nodig(griet, "fout")[0]
    assert fout.fout.startswith("Met 8 uren per week passen de 312 dagen nooit in 36 maanden.")
    assert "Niet te berekenen" in als(griet).get("/sturing/langer-dan-nodig/?soort=fout").content.decode()


def test_afgelopen_zonder_einde_regulier_en_vreemd_staan_er_niet(an, carla, griet):
    contract(an, van=date(2025, 1, 1), laatste_dag=date(2026, 11, 20))
    contract(an, soort="regulier", werkplek=None)
    zonder = contract(an)
    Tewerkstelling.objects.filter(pk=zonder.pk).update(tot=None)
    leid_opnieuw_af(zonder.client, op=OP)
    contract(carla)
    assert langer_dan_nodig(griet) == []


def test_de_bladzijde_filtert_en_sorteert(als, an, bert, griet):
    for nummer, naam in enumerate(("Kort", "Lang")):
        client = maak_client(bert, achternaam=naam, coach=an if nummer else None)
        maak_contract(client, an, van=START, laatste_dag=date(2027, 5, 31) + timedelta(days=100 * nummer))

    def namen(**vraag):
        antwoord = als(griet).get("/sturing/langer-dan-nodig/", vraag)
        return [rij.naam.split()[0] for rij in antwoord.context["pagina"].rijen]

    assert namen() == ["Lang", "Kort"]
    assert namen(sorteer="naam") == ["Kort", "Lang"]
    assert namen(vanaf="100") == ["Lang"]
    assert namen(coach=str(an.pk)) == ["Lang"]
    assert namen(vanaf="veel", sorteer="onzin", soort="x") == ["Lang", "Kort"]
    assert "beslist het OCMW" in als(griet).get("/sturing/langer-dan-nodig/").content.decode()


def test_naar_excel(als, an, griet, tmp_path):
    contract(an)
    bestand = tmp_path / "l.xlsx"
    bestand.write_bytes(als(griet).get("/sturing/langer-dan-nodig/uitvoer/").content)
    blad = openpyxl.load_workbook(bestand)["Contracten langer dan nodig"]
    assert 91 in [cel for rij in blad.iter_rows(values_only=True) for cel in rij]


@pytest.mark.parametrize("aantal", [1, 30])
def test_evenveel_queries(als, an, griet, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        contract(an)
    browser = als(griet)
    browser.get("/sturing/langer-dan-nodig/")
    with django_assert_max_num_queries(14) as vragen:
        antwoord = browser.get("/sturing/langer-dan-nodig/")
    assert len(antwoord.context["pagina"].rijen) == min(aantal, 25)
    assert len(vragen) == 14


def test_geen_dag_verandert_het_antwoord(an):
    """Nothing in the row follows from today: the same facts say the same before, during and on the last day of the contract."""
    rij = contract(an)
    for op in (date(2025, 1, 1), START, OP, rij.laatste_dag):
        plan = maak_rechtendagplan(lees_dossiers([rij.client_id], op=op))
        assert (plan.nieuw, plan.anders, plan.weg) == ([], [], []), op
    assert [dag.pk for dag in maak_rechtendagplan(lees_dossiers([rij.client_id], op=rij.tot)).weg] == [rij.pk]


def test_de_teller_vraagt_alleen_de_regels_van_het_stempel(an, monkeypatch):
    """A rule outside the stamp would change the day of the rights without anybody counting again."""
    gevraagd = set()
    echt = teller.regel

    def regel(sleutel, *, op):
        gevraagd.add(sleutel)
        return echt(sleutel, op=op)

    monkeypatch.setattr(teller, "regel", regel)
    contract(an, toelating="deeltijds", uren_per_week=19)
    assert gevraagd == set(teller.REGELS)


def test_wat_met_een_oude_regel_geteld_is_staat_er_niet(als, an, griet):
    """Until the job behind a publication has passed, no day counted with the old rule is shown as the answer."""
    rij = contract(an)
    oud = Regelset.objects.get(sleutel="rva.toelating", geldig_tot=None)
    Regelset.objects.filter(pk=oud.pk).update(waarde=[{**oud.waarde[0], "dagen": 300}], versie=oud.versie + 1)
    vergeet_regels()
    assert langer_dan_nodig(griet) == []
    assert "1 contract wordt nog opnieuw geteld" in als(griet).get("/sturing/langer-dan-nodig/").content.decode()
    assert "rechten_op" in {wat for _, _, wat in afwijkingen(OP)}
    controleer(OP, herstel=True)
    (na,) = langer_dan_nodig(griet)
    assert na.contract == rij.pk
    assert na.rechten_op < date(2027, 3, 31)
    assert "opnieuw geteld" not in als(griet).get("/sturing/langer-dan-nodig/").content.decode()


def test_een_gesloten_dossier_en_een_verwijderd_contract_staan_er_niet_meer(an, griet):
    een, ander = contract(an), contract(an)
    Client.objects.filter(pk=een.client_id).update(gesloten_op=OP, sluitreden="andere")
    leid_opnieuw_af(een.client, op=OP)
    ander.delete()
    assert langer_dan_nodig(griet) == []


def test_over_de_grens_ziet_een_collega_alleen_wie_hij_volgt(oona, carla, samenwerking):
    """A contract and a client with the same number are not each other's."""
    gevolgd, ander = contract(oona), contract(oona)
    wijs_toe(gevolgd.client, carla, rol=Toewijzingsrol.ATB, door=oona, op=OP)
    assert [rij.contract for rij in langer_dan_nodig(carla)] == [gevolgd.pk]
    assert {rij.contract for rij in langer_dan_nodig(oona)} == {gevolgd.pk, ander.pk}
