"""Running contracts longer than needed: the same teller as the dossier, what is missing said, a fixed price."""

from datetime import date, timedelta

import openpyxl
import pytest
import time_machine

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.langer import langer_dan_nodig
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 22)
START = date(2026, 4, 1)


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel("2026-11-22 10:00", tick=False):
        yield


def contract(an, *, van=START, laatste_dag=date(2027, 6, 30), **velden):
    client = maak_client(an, op=date(2024, 1, 1))
    return maak_contract(client, an, van=van, laatste_dag=laatste_dag, **velden)


def test_drie_maanden_langer_dan_nodig(an, griet):
    """Full-time from 1 April: 312 days on 31 March (W5.25); the contract runs to the end of June."""
    contract(an)
    rij = langer_dan_nodig(griet, op=OP)[0]
    assert (rij.rechten_op, rij.nieuw_einde, rij.dagen, rij.langer) == (
        date(2027, 3, 31),
        date(2027, 3, 31),
        91,
        "3 maanden",
    )
    assert rij.regelset.bron.startswith("RVA, nieuwe reglementering")
    assert rij.let_op == ("Nog geen antwoord van de RVA.", "Vroegere dagen niet nagekeken.")


@pytest.mark.parametrize(("laatste", "aantal"), [(date(2027, 3, 31), 0), (date(2027, 4, 1), 1)])
def test_een_dag_maakt_het_verschil(an, griet, laatste, aantal):
    contract(an, laatste_dag=laatste)
    assert len(langer_dan_nodig(griet, op=OP)) == aantal


def test_een_vroeger_contract_en_vroegere_dagen_tellen_mee(an, griet):
    eerste = contract(an, van=date(2026, 1, 1), laatste_dag=date(2026, 3, 31))
    maak_contract(eerste.client, an, van=START, laatste_dag=date(2027, 3, 31))
    Rechtspositie.objects.create(client=eerste.client, al_bewezen=26)
    rij = langer_dan_nodig(griet, op=OP)[0]
    # 26 elsewhere and 78 in the first quarter leave 208: eight months.
    assert rij.rechten_op == date(2026, 11, 30)


def test_wie_de_rechten_al_had_kan_nu_stoppen(an, griet):
    lang = contract(an, van=date(2025, 6, 1), laatste_dag=date(2027, 5, 31))
    rij = langer_dan_nodig(griet, op=OP)[0]
    # Friday is the last working day of May 2026; the month, and so the contract, must be whole.
    assert (rij.rechten_op, rij.nieuw_einde, rij.dagen) == (date(2026, 5, 29), OP, 365)
    Rechtspositie.objects.create(client=lang.client, al_bewezen=400)
    # Born in 1985: 468 days for an application before March 2026, so 68 more.
    assert langer_dan_nodig(griet, op=OP)[0].rechten_op == date(2025, 8, 20)


def test_het_antwoord_van_de_rva_staat_erbij(an, griet):
    rij = contract(an)
    RvaBerekening.objects.create(
        client=rij.client, contract=rij, status="berekend", basis_start=START, basis_uren=38, basis_voltijds=38,
        verzonden_op=START, antwoord_op=START, dagen=312, einde_op=date(2027, 4, 15),
    )  # fmt: skip
    assert "15/04/2027. Dat gaat voor." in langer_dan_nodig(griet, op=OP)[0].let_op[0]
    Tewerkstelling.objects.filter(pk=rij.pk).update(van=START - timedelta(days=3))
    oud = langer_dan_nodig(griet, op=OP)[0].let_op[0]
    assert oud == "De RVA antwoordde: laatste dag 15/04/2027. Daarna veranderde de start of de uren: vraag het opnieuw."


def test_wat_niet_te_berekenen_is_staat_apart(als, an, griet):
    contract(an, uren_per_week=8)
    fout = langer_dan_nodig(griet, op=OP)[0]
    assert fout.fout.startswith("Met 8 uren per week passen de 312 dagen nooit in 36 maanden.")
    assert "Niet te berekenen" in als(griet).get("/sturing/langer-dan-nodig/?soort=fout").content.decode()


def test_afgelopen_zonder_einde_regulier_en_vreemd_staan_er_niet(an, carla, griet):
    contract(an, van=date(2025, 1, 1), laatste_dag=date(2026, 11, 20))
    contract(an, soort="regulier", werkplek=None)
    Tewerkstelling.objects.filter(pk=contract(an).pk).update(tot=None)
    contract(carla)
    assert langer_dan_nodig(griet, op=OP) == []


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


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_queries(an, griet, aantal, django_assert_num_queries):
    for _ in range(aantal):
        contract(an)
    with django_assert_num_queries(7):
        assert len(langer_dan_nodig(griet, op=OP)) == aantal
