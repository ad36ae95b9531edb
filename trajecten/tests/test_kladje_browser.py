"""The draft of a form with real fingers: two drafts of one form, another colleague at the same PC, a colleague who
changed the row meanwhile, a text that is too long, and a double click."""

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.kladjes.models import Kladje
from trajecten.actions import wijzig_gesprek
from trajecten.models import Gesprek

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def client(an):
    client = maak_client(an, voornaam="Samira", achternaam="El Idrissi")
    maak_traject(client, an)
    return client


@pytest.fixture
def nieuw(client):
    return f"{client.get_absolute_url()}gesprekken/nieuw/"


def verslag(pagina):
    return pagina.get_by_label("Verslag", exact=True)


def stand(pagina, woorden):
    pagina.locator("[data-kladjestand]", has_text=woorden).wait_for()


def typ(pagina, tekst):
    verslag(pagina).fill(tekst)
    stand(pagina, "Kladje bewaard")


def test_een_tweede_tekst_verdringt_de_eerste_niet(an, nieuw, pagina):
    log_in(pagina, an.email)
    pagina.goto(nieuw)
    typ(pagina, "Van maandag")
    pagina.goto(nieuw)
    pagina.get_by_text("Je begon hier op").wait_for()
    typ(pagina, "Van woensdag")  # without answering the bar
    pagina.goto(nieuw)
    knoppen = pagina.get_by_role("button", name="Zet terug")
    knoppen.nth(1).wait_for()
    assert knoppen.count() == 2
    pagina.get_by_role("button", name="Gooi weg").nth(1).click()
    knoppen.nth(1).wait_for(state="detached")
    knoppen.click()
    assert verslag(pagina).input_value() == "Van maandag"
    assert Kladje.objects.count() == 1
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.get_by_text("Het gesprek is genoteerd").wait_for()
    assert not Kladje.objects.exists()


def test_een_andere_collega_op_dezelfde_pc_bewaart_jouw_tekst_niet(an, bert, nieuw, pagina):
    """Nobody's words in the name of another: the page knows whose it is."""
    log_in(pagina, an.email)
    pagina.goto(nieuw)
    typ(pagina, "Van An")
    log_in(pagina, bert.email)
    verslag(pagina).fill("Van An, en meer")
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    stand(pagina, "Iemand anders is nu aangemeld")
    assert verslag(pagina).input_value() == "Van An, en meer"
    assert not Gesprek.objects.exists()
    assert list(Kladje.objects.values_list("medewerker", flat=True)) == [an.pk]
    axe(pagina)


def test_wat_een_collega_intussen_schreef_blijft_staan(an, bert, client, pagina):
    gesprek = maak_gesprek(client, an, verslag="Eerste versie.", duur=30)
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}gesprekken/{gesprek.pk}/")
    typ(pagina, "Van An")
    gesprek.refresh_from_db()
    gesprek.duur = 90
    wijzig_gesprek(gesprek, ["duur"], door=bert, op=gesprek.op)
    pagina.reload()
    pagina.get_by_text("Intussen is dit gewijzigd: kijk na voor je bewaart.").wait_for()
    pagina.get_by_role("button", name="Zet terug").click()
    assert verslag(pagina).input_value() == "Van An"
    assert pagina.get_by_label("Duur").input_value() == "90"


def test_te_lang_voor_een_kladje_wordt_gezegd_en_bewaren_lukt(an, nieuw, pagina, monkeypatch):
    monkeypatch.setattr("ocmw.kladjes.views.MAX_TEKENS", 2000)
    log_in(pagina, an.email)
    pagina.goto(nieuw)
    typ(pagina, "Kort")
    verslag(pagina).fill("x" * 3000)
    stand(pagina, "Je tekst is te lang om als kladje te bewaren; bewaar nu.")
    assert '"Kort"' in Kladje.objects.get().inhoud
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.get_by_text("Het gesprek is genoteerd").wait_for()
    assert Gesprek.objects.get().verslag == "x" * 3000


def test_wie_twee_keer_klikt_stuurt_een_keer(an, nieuw, pagina):
    log_in(pagina, an.email)
    pagina.goto(nieuw)
    verslag(pagina).fill("Eén gesprek")
    pagina.get_by_role("button", name="Bewaar het gesprek").dblclick()
    pagina.get_by_text("Het gesprek is genoteerd").wait_for()
    assert Gesprek.objects.count() == 1


def test_in_de_browser_zelf_blijft_niets_achter(an, nieuw, pagina):
    log_in(pagina, an.email)
    pagina.goto(nieuw)
    typ(pagina, "KANARIE")
    assert "KANARIE" not in pagina.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_de_regel_en_de_balk_op_een_telefoon(an, nieuw, telefoon):
    log_in(telefoon, an.email)
    telefoon.goto(nieuw)
    typ(telefoon, "Half verhaal")
    telefoon.context.set_offline(True)
    verslag(telefoon).fill("Half verhaal, en verder")
    stand(telefoon, "Geen verbinding")
    axe(telefoon)
    schermafdruk(telefoon, "kladje-geen-verbinding")
    telefoon.context.set_offline(False)
    stand(telefoon, "Het lukt weer")
    telefoon.goto(nieuw)
    telefoon.get_by_text("Je begon hier op").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "kladje-balk")


def test_zonder_het_script_toont_de_server_wat_je_typte(an, nieuw, pagina):
    log_in(pagina, an.email)
    pagina.route("**/js/kladje.js", lambda verzoek: verzoek.abort())
    pagina.goto(nieuw)
    verslag(pagina).fill("Een lang verhaal.\n" * 5)
    pagina.locator("[name=punt0-omschrijving]").fill("Cv sturen")
    pagina.context.clear_cookies()
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.get_by_role("heading", name="Er is niets bewaard").wait_for()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Een lang verhaal.\n" * 5
    assert pagina.get_by_label("Punt0 omschrijving").input_value() == "Cv sturen"
    axe(pagina)
    schermafdruk(pagina, "niet-bewaard")
    with pagina.expect_popup() as tabblad:
        pagina.get_by_role("link", name="Meld je aan in een nieuw tabblad").click()
    assert "next=" in tabblad.value.url
