"""Wat-als on the page: it works without a script, keeps what was typed, shields sickness, and moves nothing."""

from datetime import date, timedelta

import pytest
import time_machine

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_geld import maak_twe, maak_werkervaring
from ocmw.journaal.models import Journaalregel
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Scenario

pytestmark = [pytest.mark.django_db]
START, EINDE = date(2026, 4, 1), date(2027, 3, 31)


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel("2026-11-22 10:00", tick=False):
        yield


@pytest.fixture
def client_met_werk(an):
    client = maak_client(an, op=date(2026, 2, 1))
    maak_twe(client, an, start=date(2026, 3, 1), art60=(START, EINDE))
    return client


def pad(client, staart=""):
    return f"/clienten/{client.pk}/werk/wat-als/{staart}"


def velden(letter="A", **anders):
    waarden = {
        "start": "2026-04-01", "laatste_dag": "2027-03-31", "uren": "38", "stil_soort": "", "stil_van": "", "stil_tot": "",
        "ziek_soort": "", "ziek_van": "", "ziek_tot": "", "nota": "", **anders,
    }  # fmt: skip
    return {f"{letter}-{naam}": waarde for naam, waarde in waarden.items()}


def test_de_bladzijde_begint_met_wat_er_nu_is(als, an, client_met_werk):
    antwoord = als(an).get(pad(client_met_werk))
    assert antwoord.context["letters"] == ["A"]
    assert not any(cel.anders for regel in antwoord.context["verschillen"] for cel in regel.cellen)
    assert "312 van 312" in antwoord.content.decode()
    assert 'href="/regels/rva.toelating/"' in antwoord.content.decode()


def test_rekenen_verandert_niets_in_het_dossier(als, an, client_met_werk):
    voor = Journaalregel.objects.count()
    post = {"aantal": 1, **velden(uren="19", stil_soort="schorsing", stil_van="2026-12-01", stil_tot="2026-12-31")}
    html = als(an).post(pad(client_met_werk), post).content.decode()
    assert "te weinig" in html
    assert "dagen minder" in html
    assert 'value="19"' in html
    assert Tewerkstelling.objects.get().uren_per_week == 38
    assert not Onderbreking.objects.exists()
    assert (Journaalregel.objects.count(), Scenario.objects.count()) == (voor, 0)


def test_tot_drie_scenarios_naast_elkaar(als, an, client_met_werk):
    post = {"aantal": 1, "erbij": "1", **velden(uren="30")}
    twee = als(an).post(pad(client_met_werk), post)
    assert (len(twee.context["forms"]), twee.context["letters"]) == (2, ["A", "B"])
    assert 'value="30"' in twee.content.decode()
    drie = als(an).post(pad(client_met_werk), {"aantal": 9, "erbij": "1", **velden(), **velden("B"), **velden("C")})
    assert (len(drie.context["forms"]), drie.context["meer"]) == (3, False)
    minder = als(an).post(pad(client_met_werk), {"aantal": 2, "minder": "1", **velden(), **velden("B")})
    assert len(minder.context["forms"]) == 1


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"start": ""}, "start", "Dit veld is verplicht"),
        ({"laatste_dag": "2026-03-01"}, "laatste_dag", "ligt voor de eerste werkdag"),
        ({"start": "1926-04-01"}, "start", "Kijk het jaar na"),
        ({"uren": "39"}, "uren", "Een voltijdse werkt in deze functie 38 uren"),
        ({"uren": "0"}, "uren", "groter is dan nul"),
        ({"stil_soort": "schorsing"}, "stil_van", "Vul de eerste dag in"),
        ({"stil_van": "2026-12-01", "stil_tot": "2026-12-02"}, "stil_soort", "Kies wat er gebeurt"),
        ({"stil_soort": "schorsing", "stil_van": "2026-12-02", "stil_tot": "2026-12-01"}, "stil_tot", "ligt voor de eerste dag"),
        ({"stil_soort": "schorsing", "stil_van": "2026-01-02", "stil_tot": "2026-01-05"}, "stil_van", "niet binnen het contract"),
        ({"stil_soort": "detentie", "stil_van": "2026-12-01", "stil_tot": "2026-12-02"}, "stil_soort", "Selecteer een geldige keuze"),
        (
            {"stil_soort": "schorsing", "stil_van": "2026-12-01", "stil_tot": "2026-12-09",
             "ziek_soort": "ziekte_ziekenfonds", "ziek_van": "2026-12-09", "ziek_tot": "2026-12-12"},
            "ziek_van",
            "staat al een andere onderbreking",
        ),
    ],
)  # fmt: skip
def test_een_fout_staat_bij_het_veld(als, an, client_met_werk, anders, veld, zin):
    antwoord = als(an).post(pad(client_met_werk), {"aantal": 1, **velden(**anders)})
    assert zin in " ".join(antwoord.context["forms"][0].errors[veld])
    html = antwoord.content.decode()
    assert f'id="fout-A-{veld}"' in html
    assert antwoord.context["letters"] == []


def test_overlap_met_een_ander_contract(als, an, client_met_werk):
    maak_contract(client_met_werk, an, van=date(2027, 5, 1), laatste_dag=date(2027, 8, 31))
    contract = Tewerkstelling.objects.order_by("van").first()
    post = {"aantal": 1, "contract": contract.pk, **velden(laatste_dag="2027-05-01")}
    antwoord = als(an).post(pad(client_met_werk), post)
    assert "Dit overlapt met een ander contract (01/05/2027" in antwoord.content.decode()


def test_bewaren_openen_en_verwijderen(als, an, client_met_werk):
    zonder = als(an).post(pad(client_met_werk, "bewaren/"), {"aantal": 1, "bewaar": "A", **velden(uren="19")})
    assert "Schrijf kort waarover dit scenario gaat" in zonder.content.decode()
    post = {"aantal": 2, "bewaar": "B", **velden(), **velden("B", uren="28,5", nota="Iets minder uren")}
    bewaard = als(an).post(pad(client_met_werk, "bewaren/"), post)
    scenario = Scenario.objects.get()
    assert bewaard.url == pad(client_met_werk, f"?voorstel={scenario.pk}")
    assert (scenario.bewaard_door, scenario.invoer["uren"]) == (an, "28.5")
    assert Journaalregel.objects.filter(wat="scenario_bewaard", client_id=client_met_werk.pk).count() == 1
    opnieuw = als(an).get(bewaard.url)
    html = opnieuw.content.decode()
    assert 'value="28,5"' in html
    assert "dagen minder" in html
    Tewerkstelling.objects.update(uren_per_week=30)
    assert "Het contract is intussen gewijzigd" in als(an).get(pad(client_met_werk)).content.decode()
    weg = f"/clienten/{client_met_werk.pk}/werk/voorstellen/{scenario.pk}/verwijderen/"
    assert als(an).post(weg).status_code == 302
    assert not Scenario.objects.exists()


def test_ziekte_is_afgeschermd(als, an, griet, client_met_werk):
    """The coordinator may not read health: no field to play with it, and the proposal does not exist."""
    ziek = velden(nota="Met ziekte", ziek_soort="ziekte_ziekenfonds", ziek_van="2026-12-01", ziek_tot="2026-12-31")
    als(an).post(pad(client_met_werk, "bewaren/"), {"aantal": 1, "bewaar": "A", **ziek})
    scenario = Scenario.objects.get()
    assert scenario.afgeschermd
    assert "Met ziekte" in als(an).get(pad(client_met_werk)).content.decode()
    zicht = als(griet).get(pad(client_met_werk, f"?voorstel={scenario.pk}")).content.decode()
    assert "Met ziekte" not in zicht
    assert "Ziekte of moederschap" not in zicht
    weg = f"/clienten/{client_met_werk.pk}/werk/voorstellen/{scenario.pk}/verwijderen/"
    assert als(griet).post(weg).status_code == 404
    smokkel = als(griet).post(pad(client_met_werk), {"aantal": 1, **ziek})
    assert not any(cel.anders for regel in smokkel.context["verschillen"] for cel in regel.cellen)


def test_een_mw_rekent_maar_bewaart_niet(als, an, bert):
    client = maak_client(bert, coach=an)
    maak_contract(client, an, van=START, laatste_dag=EINDE)
    assert "Bewaar als scenario" not in als(bert).get(pad(client)).content.decode()
    assert als(bert).post(pad(client), {"aantal": 1, **velden()}).status_code == 200
    assert als(bert).post(pad(client, "bewaren/"), {"aantal": 1, **velden()}).status_code == 403


def test_zonder_contract(als, an):
    assert "Nog geen art.60-contract" in als(an).get(pad(maak_client(an))).content.decode()


def test_een_scenario_van_een_andere_client_bestaat_niet(als, an, client_met_werk):
    ander = maak_client(an)
    maak_contract(ander, an, van=START, laatste_dag=EINDE)
    als(an).post(pad(ander, "bewaren/"), {"aantal": 1, "bewaar": "A", **velden(nota="Geheim")})
    antwoord = als(an).get(pad(client_met_werk, f"?voorstel={Scenario.objects.get().pk}&voorstel=x"))
    assert "Geheim" not in antwoord.content.decode()


@pytest.mark.parametrize("aantal", [1, 5])
def test_evenveel_queries(als, an, aantal, django_assert_num_queries):
    client = maak_client(an, op=date(2024, 1, 1))
    maak_werkervaring(client, an, start=date(2025, 12, 1))
    for nummer in range(aantal):
        van = START - timedelta(days=100 * nummer)
        contract = maak_contract(client, an, van=van, laatste_dag=van + timedelta(days=90))
        Onderbreking.objects.create(
            client=client, contract=contract, soort="schorsing", van=van, tot=van + timedelta(days=5)
        )
    browser = als(an)
    browser.get(pad(client))
    with django_assert_num_queries(20):
        browser.get(pad(client))
