"""The talk form with real fingers: keyboard only, on a phone, after the session ended."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import SCHERMAFDRUKKEN, axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.kladjes.models import Kladje
from trajecten.actions import bewaar_actiepunt, bewaar_doel, bewaar_randprobleem
from trajecten.models import Actiepunt, Doel, Gesprek, Randprobleem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def client(an):
    client = maak_client(an, voornaam="Samira", achternaam="El Idrissi")
    maak_traject(client, an)
    return client


def test_een_gesprek_met_zo_weinig_mogelijk_handelingen(an, client, pagina):
    """One click and one shortcut beside the words of the note itself: the cursor stands where you type."""
    log_in(pagina, an.email)
    pagina.goto(client.get_absolute_url())
    pagina.get_by_role("link", name="Gesprek", exact=True).click()
    pagina.get_by_role("heading", name="Gesprek noteren").wait_for()
    pagina.keyboard.type("Gebeld met VDAB.")
    pagina.keyboard.press("Control+Enter")
    pagina.wait_for_url(f"**{client.get_absolute_url()}")
    gesprek = Gesprek.objects.get()
    assert (gesprek.verslag, gesprek.op, gesprek.duur, gesprek.door) == ("Gebeld met VDAB.", vandaag(), 30, an)
    assert not Kladje.objects.exists()


def test_alleen_met_het_toetsenbord(an, client, pagina):
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}gesprekken/nieuw/")
    pagina.locator("select[name=kanaal]").focus()
    pagina.keyboard.press("ArrowDown")
    for _ in range(40):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.name") == "verslag":
            break
    pagina.keyboard.type("Een telefoontje.")
    for _ in range(14):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.name") == "punt0-omschrijving":
            break
    pagina.keyboard.type("Cv sturen")
    pagina.keyboard.press("Control+Enter")
    pagina.wait_for_url(f"**{client.get_absolute_url()}")
    assert Gesprek.objects.get().kanaal == "telefoon"
    assert Actiepunt.objects.get().omschrijving == "Cv sturen"


def test_de_pagina_is_in_orde_en_leesbaar_op_een_telefoon(an, client, pagina):
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}gesprekken/nieuw/")
    axe(pagina)
    pagina.get_by_role("button", name="Afspraken", exact=True).click()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Afspraken: "
    pagina.get_by_label("Dit gaat over gezondheid of verslaving").check()
    assert pagina.locator(".lezers-afgeschermd").is_visible()
    pagina.locator("[data-actierij]").first.get_by_role("button", name="over 2 weken").click()
    pagina.get_by_role("button", name="Nog een actiepunt").click()
    assert pagina.locator("[data-actierij]:visible").count() == 2
    pagina.locator("[data-kladjestand]", has_text="Kladje bewaard").wait_for()
    schermafdruk(pagina, "gesprek-nieuw")
    pagina.reload()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == ""
    pagina.get_by_text("Je begon hier op").wait_for()
    pagina.evaluate("() => window.scrollTo(0, 0)")  # the browser goes back to where it was: chips half below the header
    axe(pagina)
    schermafdruk(pagina, "gesprek-nieuw-kladje")
    pagina.get_by_role("button", name="Zet terug").click()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Afspraken: "
    assert pagina.get_by_label("Dit gaat over gezondheid of verslaving").is_checked()


def test_een_lijn_met_een_streepje_wordt_een_actiepunt(an, client, pagina):
    """What was agreed is typed once; the row shows what was read, and a day that was chosen there stays when the line is corrected."""
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}gesprekken/nieuw/")
    pagina.keyboard.type("Ze wil in een keuken werken.\n- Cv nalzen\n- Samira: creche bellen tegen 12/12")
    tweede = pagina.locator("[name=punt1-omschrijving]")
    tweede.and_(pagina.locator("[value='creche bellen']")).wait_for()
    assert pagina.locator("[name=punt1-wie]").input_value() == "client"
    assert pagina.locator("[name=punt1-vervalt_op]").input_value()[:6] == "12/12/"
    eerste = pagina.locator("[data-actierij]").first
    eerste.get_by_role("button", name="over 2 weken").click()
    verslag = pagina.get_by_label("Verslag", exact=True)
    verslag.fill(verslag.input_value().replace("nalzen", "nalezen"))
    pagina.locator("[name=punt0-omschrijving][value='Cv nalezen']").wait_for()
    axe(pagina)
    schermafdruk(pagina, "gesprek-actielijnen")
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.wait_for_url(f"**{client.get_absolute_url()}")
    punten = {punt.omschrijving: punt for punt in Actiepunt.objects.all()}
    assert set(punten) == {"Cv nalezen", "creche bellen"}
    assert punten["Cv nalezen"].vervalt_op == vandaag() + timedelta(days=14)
    assert "- Cv nalezen" in Gesprek.objects.get().verslag


def test_naast_het_dossier_op_een_breed_scherm(an, client, pagina):
    maak_gesprek(client, an, verslag="Vorige keer ging het over de keuken.")
    log_in(pagina, an.email)
    pagina.set_viewport_size({"width": 1600, "height": 900})
    pagina.goto(client.get_absolute_url())
    pagina.get_by_role("link", name="Gesprek", exact=True).click()
    pagina.get_by_role("heading", name="Gesprek noteren").wait_for()
    pagina.locator("textarea:focus").wait_for()
    assert pagina.url.endswith(client.get_absolute_url())
    assert pagina.get_by_text("Vorige keer ging het over de keuken.").is_visible()
    pagina.keyboard.type("Nu ook.")
    axe(pagina)
    pagina.screenshot(path=SCHERMAFDRUKKEN / "gesprek-paneel.png")
    pagina.locator("[data-kladjestand]", has_text="Kladje bewaard").wait_for()
    pagina.keyboard.press("Escape")
    assert not pagina.locator("#zijpaneel").is_visible()
    pagina.get_by_role("link", name="Gesprek", exact=True).click()
    pagina.get_by_role("button", name="Zet terug").click()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Nu ook."
    pagina.keyboard.press("Control+Enter")
    pagina.get_by_role("status").get_by_text("Het gesprek is genoteerd.").wait_for()
    assert Gesprek.objects.filter(verslag="Nu ook.").exists()


def test_een_verlopen_sessie_verliest_niets(an, client, pagina, browserfouten):
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}gesprekken/nieuw/")
    pagina.get_by_label("Verslag", exact=True).fill("Lang verhaal")
    pagina.locator("[data-kladjestand]", has_text="Kladje bewaard").wait_for()
    pagina.context.clear_cookies()
    pagina.get_by_label("Verslag", exact=True).fill("Lang verhaal, nog langer")
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.locator("[data-kladjestand]", has_text="Je bent afgemeld").wait_for()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Lang verhaal, nog langer"
    assert not Gesprek.objects.exists()
    log_in(pagina, an.email)
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    pagina.wait_for_url(f"**{client.get_absolute_url()}")
    assert Gesprek.objects.get().verslag == "Lang verhaal, nog langer"


def test_traject_en_plan_in_beeld(an, client, pagina):
    bewaar_randprobleem(Randprobleem(client=client, thema="gezondheid", omschrijving="Rugpijn"), door=an, op=vandaag())
    bewaar_randprobleem(
        Randprobleem(client=client, thema="schulden", omschrijving="Huur", status="normaal"), door=an, op=vandaag()
    )
    doel = bewaar_doel(
        Doel(client=client, thema="werk", omschrijving="Werk in een keuken", status="bezig"), door=an, op=vandaag()
    )
    for tekst, wie in (("Cv maken of bijwerken", "client"), ("Werkgever bellen", "medewerker")):
        punt = Actiepunt(
            client=client, doel=doel, omschrijving=tekst, eigenaar=wie, medewerker=an, vervalt_op=vandaag()
        )
        bewaar_actiepunt(punt, door=an, op=vandaag())
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}traject/")
    axe(pagina)
    vraag = pagina.locator("#vraag-gezondheid")
    vraag.get_by_text("ja", exact=True).click()
    vraag.get_by_text("Bewaard").wait_for()
    pagina.locator("#voortgang-1", has_text="1 van 5").wait_for()
    pagina.locator("#vraag-leefsituatie textarea").fill("Woont bij haar zus.")
    pagina.keyboard.press("Tab")
    pagina.locator("#vraag-leefsituatie").get_by_text("Bewaard").wait_for()
    pagina.locator("#poortredenen", has_text="leefsituatie").wait_for(state="detached")
    schermafdruk(pagina, "traject")
    pagina.goto(f"{client.get_absolute_url()}plan/")
    axe(pagina)
    pagina.get_by_role("button", name="Gedaan: Werkgever bellen").click()
    pagina.locator(".actiepunt.gedaan").wait_for()
    schermafdruk(pagina, "plan")
    pagina.goto(f"{client.get_absolute_url()}plan/afspraken/")
    axe(pagina)
    schermafdruk(pagina, "afspraken-client")


@pytest.mark.parametrize(
    "deel",
    [
        "gesprekken/",
        "afspraken/nieuw/",
        "traject/afsluiten/",
        "randproblemen/nieuw/",
        "plan/doelen/nieuw/",
        "plan/acties/nieuw/",
    ],
)
def test_elke_pagina_zonder_fouten(an, client, pagina, deel):
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}{deel}")
    axe(pagina)
    schermafdruk(pagina, f"traject-{deel}")


def test_met_wie_sprak_je(an, client, pagina):
    log_in(pagina, an.email)
    pagina.goto("/gesprekken/nieuw/")
    axe(pagina)
    schermafdruk(pagina, "gesprek-start")
