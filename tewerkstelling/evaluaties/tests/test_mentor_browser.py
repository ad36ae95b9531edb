"""The mentor on a phone, and the client on the screen of the coach: real browser, 360 px, axe, and without script."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import SMAL, axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_lijst, maak_link
from ocmw.kalender.klok import nu, vandaag
from tewerkstelling.evaluaties.models import Mentorlink, Score, Stem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def evaluatie(an):
    maak_lijst()
    dag = vandaag()
    client = maak_client(an, voornaam="Fatima", coach=an)
    contract = maak_contract(client, an, van=dag - timedelta(days=70), laatste_dag=dag + timedelta(days=200))
    return maak_evaluatie(contract, an)


def test_de_mentor_op_een_telefoon(telefoon, evaluatie, an):
    _, token = maak_link(evaluatie, an)
    telefoon.goto(f"/mentor/{token}/")
    axe(telefoon)
    schermafdruk(telefoon, "mentor-welkom")
    telefoon.get_by_role("link", name="Begin").click()
    for deel in range(1, 8):
        for vraag in telefoon.get_by_role("group").all():
            vraag.get_by_role("radio", name="Goed").check()
        if deel == 1:
            axe(telefoon)
            schermafdruk(telefoon, "mentor-deel-1")
            hoogtes = telefoon.evaluate(
                "() => [...document.querySelectorAll('.score-keuze')].map(k => k.getBoundingClientRect().height)"
            )
            assert min(hoogtes) >= 44
        with telefoon.expect_navigation():  # the page asks first whether the line is there
            telefoon.get_by_role("button", name="Volgende" if deel < 7 else "Nakijken").click()
    axe(telefoon)
    schermafdruk(telefoon, "mentor-nakijken")
    telefoon.get_by_label("Jouw naam").fill("Rita")
    telefoon.get_by_role("button", name="Verstuur").click()
    telefoon.get_by_role("heading", name="Bedankt").wait_for()
    axe(telefoon)
    assert Score.objects.filter(stem__wie="mentor", waarde=3).count() == 21
    telefoon.goto(f"/mentor/{token}/")
    telefoon.get_by_role("heading", name="Je stuurde dit formulier al in").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "mentor-al-gebruikt")


def test_wat_de_mentor_koos_blijft_ook_zonder_volgende(telefoon, evaluatie, an):
    _, token = maak_link(evaluatie, an)
    telefoon.goto(f"/mentor/{token}/?deel=1")
    telefoon.get_by_role("radio", name="Sterkte").first.check()
    telefoon.goto(f"/mentor/{token}/")
    telefoon.wait_for_timeout(500)  # the answer travels beside the next page
    telefoon.goto(f"/mentor/{token}/")
    telefoon.get_by_role("link", name="Ga verder waar je was").click()
    assert telefoon.get_by_role("radio", name="Sterkte").first.is_checked()


def test_zonder_script_en_zonder_koekjes(chromium, live_server, evaluatie, an):
    _, token = maak_link(evaluatie, an)
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": SMAL[0], "height": SMAL[1]}
    )
    page = context.new_page()
    page.goto(f"/mentor/{token}/?deel=1")
    page.get_by_role("radio", name="Sterkte").first.check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("heading", name="Arbeidsattitudes").wait_for()
    page.goto(f"/mentor/{token}/?deel=8")
    page.get_by_label("Jouw naam").fill("Rita")
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_role("heading", name="Bedankt").wait_for()
    assert context.cookies() == []
    context.close()
    assert Stem.objects.get().naam == "Rita"
    assert Mentorlink.objects.get().ingediend_op is not None


def test_de_client_kiest_een_gezicht(telefoon, evaluatie, an):
    log_in(telefoon, an.email)
    telefoon.goto(f"/clienten/{evaluatie.client_id}/werk/evaluaties/{evaluatie.pk}/stemmen/client/")
    telefoon.get_by_role("heading", name="Hoe ik werk").wait_for()
    assert not telefoon.get_by_role("group", name="Ik kom op tijd.").is_visible()
    axe(telefoon)
    telefoon.get_by_role("button", name="Volgende").click()
    telefoon.get_by_role("group", name="Ik kom op tijd.").get_by_role("radio", name="Dit lukt goed").check()
    axe(telefoon)
    schermafdruk(telefoon, "evaluatie-client")
    while telefoon.get_by_role("button", name="Volgende").is_visible():
        telefoon.get_by_role("button", name="Volgende").click()
    telefoon.get_by_role("heading", name="Jouw sterke kanten").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "evaluatie-client-talenten")
    telefoon.get_by_role("button", name="Klaar, bewaar mijn antwoorden").click()
    telefoon.wait_for_url(f"**/werk/evaluaties/{evaluatie.pk}/")
    assert Score.objects.get().waarde == 3


def test_de_mentor_verliest_niets_als_de_lijn_wegvalt_of_de_link_stopt(telefoon, evaluatie, an, browserfouten):
    """No account and no draft of the house: the form keeps its answers at its own address, and asks before it goes."""
    link, token = maak_link(evaluatie, an)
    telefoon.goto(f"/mentor/{token}/?deel=1")
    woorden = telefoon.get_by_role("textbox")
    woorden.fill("Werkt mooi door.")
    telefoon.context.set_offline(True)
    telefoon.get_by_role("button", name="Volgende").click()
    telefoon.get_by_text("Geen verbinding. Je tekst staat nog hier").wait_for()
    telefoon.context.set_offline(False)
    telefoon.get_by_text("Het lukt weer").wait_for()
    Mentorlink.objects.filter(pk=link.pk).update(ingetrokken_op=nu())
    woorden.fill("Werkt mooi door, ook alleen.")
    telefoon.get_by_role("button", name="Volgende").click()
    telefoon.get_by_text("Deze link werkt niet meer, en je tekst staat nog hier").wait_for()
    assert woorden.input_value() == "Werkt mooi door, ook alleen."


def test_een_mentor_zonder_script_leest_terug_wat_hij_typte(client, evaluatie, an):
    link, token = maak_link(evaluatie, an)
    Mentorlink.objects.filter(pk=link.pk).update(ingetrokken_op=nu())
    antwoord = client.post(f"/mentor/{token}/", {"deel": "1", "naar": "2", "o1": "Werkt mooi door."})
    assert antwoord.status_code == 404
    assert ">Werkt mooi door.</textarea>" in antwoord.text
