"""The screens of an import of workplaces: the same room with the words of workplaces, and one step less."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_werkplek
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, Kolomindeling
from ocmw.werkruimte.invoer.tests.boeken import maak_boek
from ocmw.werkruimte.invoer.tests.test_schermen import alle_velden
from tewerkstelling.models import Werkplek

pytestmark = pytest.mark.django_db
KOP = ["Gebruiker", "Plek", "Max", "Iets"]
RIJEN = [KOP, ["Kringwinkel", "Sorteren", 4, "x"], ["Kringwinkel", "Winkel", "veel", "y"]]


def upload(browser, rijen, soort="werkplekken"):
    ruw = maak_boek({"Plekken": rijen})
    return browser.post("/invoer/nieuw/", {"soort": soort, "bestand": SimpleUploadedFile("plekken.xlsx", ruw)})


def adres(naam, invoer):
    return reverse(f"invoer:invoer_{naam}", args=[invoer.pk])


def kolommen(browser, invoer, **anders):
    data = {"bewaren": "on"}
    for _, _, form in browser.get(adres("indeling", invoer)).context["bladen"]:
        data |= alle_velden(form) if form else {}
    blad = invoer.bladen.get()
    data |= {f"blad{blad.pk}-{naam}": waarde for naam, waarde in anders.items()}
    return browser.post(adres("indeling", invoer), data)


def test_de_knop_op_werkplekken_kiest_de_soort(als, griet):
    pagina = als(griet).get("/werkplekken/").content.decode()
    assert "/invoer/nieuw/?soort=werkplekken" in pagina
    assert als(griet).get("/invoer/nieuw/?soort=werkplekken").context["form"]["soort"].value() == "werkplekken"
    assert als(griet).get("/invoer/nieuw/?soort=gek").context["form"]["soort"].value() == "caseload"


def test_de_hele_weg_over_de_schermen(als, griet):
    browser = als(griet)
    upload(browser, RIJEN)
    invoer = Invoer.objects.get()
    blad = invoer.bladen.get()
    assert blad.indeling == {"werkgever": 0, "werkplek": 1, "capaciteit": 2}
    keuzes = browser.get(adres("indeling", invoer)).context["bladen"][0][1].fields["soort"].choices
    assert [code for code, _ in keuzes] == ["werkplekken", "anders"]
    assert kolommen(browser, invoer, k3="taken").url == adres("voorbeeld", invoer)
    nakijken = browser.get(adres("voorbeeld", invoer), {"tab": "afgewezen"}).content.decode()
    assert "is geen aantal plaatsen" in nakijken
    assert "Fasen en collega" not in nakijken
    assert [tab["sleutel"] for tab in browser.get(adres("voorbeeld", invoer)).context["tabs"]] == [
        "nieuw", "gewijzigd", "ongewijzigd", "afgewezen",
    ]  # fmt: skip
    rij = Invoerrij.objects.get(nummer=3)
    url = reverse("invoer:rij_corrigeren", args=[invoer.pk, rij.pk])
    browser.post(f"{url}?tab=afgewezen", {"kolom": 2, "tekst": "2"}, headers={"HX-Request": "true"})
    browser.post(adres("starten", invoer))
    voer_uit(str(Opdracht.objects.get().pk))
    assert sorted(Werkplek.objects.values_list("naam", "capaciteit", "taken")) == [
        ("Sorteren", 4, "x"),
        ("Winkel", 2, "y"),
    ]
    detail = browser.get(adres("detail", invoer)).content.decode()
    assert "Naar de werkplekken" in detail
    assert "Gesprekken" not in detail
    lijst = browser.get("/invoer/").content.decode()
    assert "2 nieuw, 0 gewijzigd, 0 afgewezen" in lijst


def test_de_indeling_komt_de_volgende_keer_terug(als, griet):
    browser = als(griet)
    upload(browser, RIJEN)
    kolommen(browser, Invoer.objects.get(), k3="taken")
    assert Kolomindeling.objects.get().soort == "werkplekken"
    upload(browser, RIJEN)
    assert Invoer.objects.latest("pk").bladen.get().indeling["taken"] == 3


def test_zonder_de_kolom_van_de_werkplek_kan_je_niet_verder(als, griet):
    browser = als(griet)
    upload(browser, RIJEN)
    antwoord = kolommen(browser, Invoer.objects.get(), k1="")
    assert "minstens de kolom met de werkgever en die met de werkplek" in antwoord.content.decode()


def test_een_caseload_bij_werkplekken_zegt_wat_ontbreekt(als, griet):
    browser = als(griet)
    upload(browser, [["Naam", "Voornaam", "INSZ"], ["Declercq", "Tom", "85.07.30-033.28"]])
    pagina = browser.get(adres("indeling", Invoer.objects.get())).content.decode()
    assert "We herkennen in dit bestand geen werkplekken" in pagina


def test_een_ander_ocmw_krijgt_dezelfde_namen_zonder_de_onze_te_zien(als, griet, mia, aalst):
    maak_werkplek(aalst, "Kringwinkel", "Sorteren")
    browser = als(mia)
    upload(browser, RIJEN)
    invoer = Invoer.objects.get()
    kolommen(browser, invoer)
    assert Invoerrij.objects.get(nummer=2).uitkomst == "nieuw"
    assert als(griet).get(adres("voorbeeld", invoer)).status_code == 404


@pytest.mark.parametrize("wie", ["an", "bert", "leo", "bea"])
def test_zonder_recht_geen_invoer(als, request, wie):
    assert upload(als(request.getfixturevalue(wie)), RIJEN).status_code == 403
