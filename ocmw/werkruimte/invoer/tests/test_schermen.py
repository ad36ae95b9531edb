"""The screens: rights, scope, the guided way, correcting in place, the download."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.opdrachten.models import Opdracht
from ocmw.werkruimte.invoer.enums import Invoerstatus
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, Kolomindeling
from ocmw.werkruimte.invoer.tests.boeken import AALST, WESTHOEK, maak_boek

NIEUW = "/invoer/nieuw/"
KOP = ["Familienaam", "Voornaam", "INSZ", "GSM"]
TOM = ["Declercq", "Tom", "85.07.30-033.28", "0470 11 22 33"]


def upload(browser, ruw: bytes, naam="lijst.xlsx"):
    return browser.post(NIEUW, {"bestand": SimpleUploadedFile(naam, ruw)})


def alle_velden(formulier) -> dict[str, object]:
    return {formulier.add_prefix(naam): formulier[naam].value() or "" for naam in formulier.fields}


def doorloop(browser, ruw: bytes, **woorden):
    """Upload, accept the columns, accept the words; the import that is ready to look at."""
    upload(browser, ruw)
    invoer = Invoer.objects.latest("pk")
    adres = reverse("invoer:invoer_indeling", args=[invoer.pk])
    antwoord = browser.get(adres)
    data = {"bewaren": "on"}
    for _, _, form in antwoord.context["bladen"]:
        data |= alle_velden(form) if form else {}
    browser.post(adres, data)
    adres = reverse("invoer:invoer_woorden", args=[invoer.pk])
    data = alle_velden(browser.get(adres).context["form"])
    browser.post(adres, {**data, **woorden})
    invoer.refresh_from_db()
    return invoer


class TestRechten:
    @pytest.fixture
    def invoer(self, lees):
        return lees({"Lijst": [KOP, TOM]})

    def urls(self, invoer):
        rij = Invoerrij.objects.filter(blad__invoer=invoer).latest("pk")
        namen = ["invoer_detail", "invoer_indeling", "invoer_woorden", "invoer_voorbeeld", "invoer_afgewezen"]
        posts = ["invoer_starten", "invoer_verwijderen"]
        return [
            *(("get", reverse(f"invoer:{naam}", args=[invoer.pk])) for naam in namen),
            *(("post", reverse(f"invoer:{naam}", args=[invoer.pk])) for naam in posts),
            ("post", reverse("invoer:rij_corrigeren", args=[invoer.pk, rij.pk])),
        ]

    @pytest.mark.parametrize("rol", ["an", "bert", "leo", "bea"])
    def test_zonder_recht_geen_invoer(self, rol, als, request, invoer):
        browser = als(request.getfixturevalue(rol))
        for methode, url in [*self.urls(invoer), ("get", "/invoer/"), ("get", NIEUW), ("post", NIEUW)]:
            assert getattr(browser, methode)(url).status_code == 403

    def test_een_ander_ocmw_ziet_niets(self, als, mia, invoer):
        browser = als(mia)
        for methode, url in self.urls(invoer):
            assert getattr(browser, methode)(url).status_code == 404
        assert "lijst.xlsx" not in browser.get("/invoer/").content.decode()

    def test_een_rij_van_een_andere_invoer_bestaat_hier_niet(self, als, griet, mia, invoer, lees):
        ander = lees({"Lijst": [KOP, TOM]}, door=mia)
        rij = Invoerrij.objects.filter(blad__invoer=ander).latest("pk")
        url = reverse("invoer:rij_corrigeren", args=[invoer.pk, rij.pk])
        assert als(griet).post(url, {"kolom": 0, "tekst": "X"}).status_code == 404
        rij.refresh_from_db()
        assert rij.correcties == {}


@pytest.mark.parametrize(
    "ruw", [b"", b"%PDF-1.7", b"PK\x03\x04stuk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_een_onbruikbaar_bestand_geeft_een_zin_en_bewaart_niets(als, griet, ruw):
    antwoord = upload(als(griet), ruw)
    assert antwoord.status_code == 400
    assert antwoord.context["form"].errors["bestand"]
    assert not Invoer.objects.exists()


def test_van_opladen_tot_nakijken(als, griet, team_aalst):
    browser = als(griet)
    invoer = doorloop(browser, AALST.read_bytes())
    assert invoer.status == Invoerstatus.NAKIJKEN
    assert invoer.telling["caseload"] == {"nieuw": 227, "gewijzigd": 0, "ongewijzigd": 0, "afgewezen": 13, "dubbel": 3}
    pagina = browser.get(reverse("invoer:invoer_voorbeeld", args=[invoer.pk]))
    assert pagina.context["tab"] == "afgewezen"
    assert "De datum &#x27;31/02/2025&#x27; bestaat niet." in pagina.content.decode()
    assert not Client.objects.exists()


def test_de_gebruiker_verbetert_de_kolommen_en_ze_worden_onthouden(als, griet):
    browser = als(griet)
    ruw = maak_boek(
        {"Lijst": [["Familienaam", "Voornaam", "Kenmerk", "Groepje"], ["Peeters", "Jo", "85.07.30-033.28", "Groen"]]}
    )
    upload(browser, ruw)
    invoer = Invoer.objects.get()
    blad = invoer.bladen.get()
    adres = reverse("invoer:invoer_indeling", args=[invoer.pk])
    p = f"blad{blad.pk}-"
    browser.post(
        adres, {p + "k0": "familienaam", p + "k1": "voornaam", p + "k2": "insz", p + "k3": "fase", "bewaren": "on"}
    )
    browser.post(reverse("invoer:invoer_woorden", args=[invoer.pk]), {"fase0": "2"})
    assert Invoerrij.objects.get(nummer=2).uitkomst == "nieuw"
    bewaard = Kolomindeling.objects.get()
    assert (bewaard.indeling["fase"], bewaard.fasen) == (3, {"groen": "2"})
    upload(browser, ruw)
    nieuw = Invoer.objects.latest("pk")
    assert nieuw.bladen.get().indeling == {"familienaam": 0, "voornaam": 1, "insz": 2, "fase": 3}
    assert nieuw.fasen == {"groen": "2"}


@pytest.mark.parametrize(
    ("keuzes", "zin"),
    [
        ({"k0": "familienaam", "k1": "familienaam"}, "twee keer gekozen: Familienaam"),
        ({"k0": "", "k1": "voornaam", "k2": ""}, "minstens de kolom met het INSZ of de naam"),
        ({"k0": "verzonnen"}, "verzonnen is geen"),
    ],
)
def test_een_onmogelijke_indeling_wordt_uitgelegd(als, griet, keuzes, zin):
    browser = als(griet)
    upload(browser, maak_boek({"Lijst": [KOP, TOM]}))
    invoer = Invoer.objects.get()
    blad = invoer.bladen.get()
    voor = blad.indeling
    data = {
        f"blad{blad.pk}-{naam}": waarde for naam, waarde in {"k0": "", "k1": "", "k2": "", "k3": "", **keuzes}.items()
    }
    antwoord = browser.post(reverse("invoer:invoer_indeling", args=[invoer.pk]), data)
    assert zin in antwoord.content.decode()
    blad.refresh_from_db()
    assert blad.indeling == voor


def test_een_blad_opnieuw_herkennen_vanaf_een_andere_rij(als, griet):
    browser = als(griet)
    upload(browser, maak_boek({"Lijst": [["x", "y", "z", "q"], KOP, TOM]}))
    invoer = Invoer.objects.get()
    blad = invoer.bladen.get()
    assert blad.koprij == 2
    adres = reverse("invoer:invoer_indeling", args=[invoer.pk])
    browser.post(adres, {"herken": blad.pk, f"soort{blad.pk}-soort": "caseload", f"soort{blad.pk}-koprij": 1})
    blad.refresh_from_db()
    assert (blad.koprij, blad.koppen) == (1, ["x", "y", "z", "q"])
    browser.post(adres, {"herken": blad.pk, f"soort{blad.pk}-soort": "anders", f"soort{blad.pk}-koprij": 1})
    assert "Dit blad voeren we niet in." in browser.get(adres).content.decode()
    antwoord = browser.post(
        adres, {"herken": blad.pk, f"soort{blad.pk}-soort": "caseload", f"soort{blad.pk}-koprij": 99}, follow=True
    )
    assert "Rij 99 van blad &#x27;Lijst&#x27; is leeg" in antwoord.content.decode()


class TestVerbeteren:
    @pytest.fixture
    def invoer(self, lees):
        return lees({"Lijst": [KOP, ["Declercq", "Tom", "85.07.30-033.29", None], ["", "An", "00.01.25-567.77", None]]})

    def corrigeer(self, browser, invoer, nummer, kolom, tekst, **extra):
        rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=nummer)
        url = reverse("invoer:rij_corrigeren", args=[invoer.pk, rij.pk]) + "?tab=afgewezen"
        return rij, browser.post(url, {"kolom": kolom, "tekst": tekst}, **extra)

    def test_een_cel_verbeteren_beoordeelt_de_rij_opnieuw(self, als, griet, invoer):
        rij, antwoord = self.corrigeer(als(griet), invoer, 2, 2, "85.07.30-033.28", headers={"HX-Request": "true"})
        rij.refresh_from_db()
        assert rij.uitkomst == "nieuw"
        tekst = antwoord.content.decode()
        assert f'id="rij-{rij.pk}"' in tekst
        assert 'id="invoertabs" hx-swap-oob="true"' in tekst
        assert rij.cellen[2] == "85.07.30-033.29"  # what the file said stays

    def test_wat_fout_blijft_houdt_wat_getypt_is(self, als, griet, invoer):
        _, antwoord = self.corrigeer(als(griet), invoer, 2, 2, "nog altijd fout", headers={"HX-Request": "true"})
        tekst = antwoord.content.decode()
        assert 'value="nog altijd fout"' in tekst
        assert "gewone cijfers" in tekst

    def test_zonder_script_kom_je_terug_op_de_lijst(self, als, griet, invoer):
        rij, antwoord = self.corrigeer(als(griet), invoer, 3, 0, "Peeters")
        assert antwoord.url.endswith(f"/invoer/{invoer.pk}/nakijken/?tab=afgewezen")
        rij.refresh_from_db()
        assert rij.uitkomst == "nieuw"

    def test_een_onzinnige_kolom_of_lange_tekst_verandert_niets(self, als, griet, invoer):
        rij, antwoord = self.corrigeer(als(griet), invoer, 2, 99999, "x", headers={"HX-Request": "true"})
        assert antwoord.status_code == 200
        rij.refresh_from_db()
        assert rij.correcties == {}

    def test_een_ingevoerde_rij_verandert_niet_meer(self, als, griet, voer_in):
        invoer = voer_in({"Lijst": [KOP, TOM]})
        _, antwoord = self.corrigeer(als(griet), invoer, 2, 0, "Anders", headers={"HX-Request": "true"})
        assert "al ingevoerd" in antwoord.content.decode()


def test_starten_zet_een_opdracht_klaar_en_een_tweede_klik_niet(als, griet, lees):
    invoer = lees({"Lijst": [KOP, TOM]})
    browser = als(griet)
    url = reverse("invoer:invoer_starten", args=[invoer.pk])
    assert browser.post(url).url.startswith("/opdrachten/")
    antwoord = browser.post(url, follow=True)
    assert "Deze invoer is al bezig." in antwoord.content.decode()
    assert Opdracht.objects.count() == 1


def test_niets_te_doen_kan_niet_starten(als, griet, lees):
    invoer = lees({"Lijst": [KOP, ["", "", "85.07.30-033.29", None]]})
    browser = als(griet)
    assert (
        "Er is niets om in te voeren"
        in browser.get(reverse("invoer:invoer_voorbeeld", args=[invoer.pk])).content.decode()
    )
    browser.post(reverse("invoer:invoer_starten", args=[invoer.pk]))
    assert not Opdracht.objects.exists()


def test_weggooien_kan_tot_er_iets_ingevoerd_is(als, griet, lees, voer_in):
    browser = als(griet)
    invoer = lees({"Lijst": [KOP, TOM]})
    browser.post(reverse("invoer:invoer_verwijderen", args=[invoer.pk]))
    assert not Invoer.objects.exists()
    invoer = voer_in({"Lijst": [KOP, TOM]})
    browser.post(reverse("invoer:invoer_verwijderen", args=[invoer.pk]))
    assert Invoer.objects.filter(pk=invoer.pk).exists()


def test_de_download_bevat_alleen_tekst_met_de_redenen(als, griet, lees):
    boek = {"Lijst": [[*KOP, "Opmerkingen"], ["=1+1", "Tom", "85.07.30-033.29", "", "http://x.be"], [*TOM, "@SUM(1)"]]}
    invoer = lees(boek)
    antwoord = als(griet).get(reverse("invoer:invoer_afgewezen", args=[invoer.pk]))
    blad = openpyxl.load_workbook(BytesIO(antwoord.content)).active
    rijen = list(blad.iter_rows(values_only=True))
    assert rijen[0] == ("Rij", "Uitkomst", "Reden", *KOP, "Opmerkingen")
    assert len(rijen) == 2
    assert rijen[1][0:2] == ("2", "afgewezen")
    assert "controlegetal" in rijen[1][2]
    assert {cel.data_type for rij in blad.iter_rows() for cel in rij if cel.value is not None} == {"s"}
    assert not any(cel.hyperlink for rij in blad.iter_rows() for cel in rij)
    assert Journaalregel.objects.filter(wat="lijst_geexporteerd").count() == 1


def test_wie_de_oude_waarden_ziet_staat_in_het_journaal(als, griet, an, lees):
    client = maak_client(an, achternaam="Declercq", voornaam="Tom", insz="85073003328")
    invoer = lees({"Lijst": [KOP, TOM]})
    als(griet).get(reverse("invoer:invoer_voorbeeld", args=[invoer.pk]) + "?tab=gewijzigd")
    regel = Journaalregel.objects.get(wat="dossier_bekeken")
    assert (regel.client_id, regel.details) == (client.pk, {"onderdeel": "invoer"})


def test_de_geschiedenis_toont_eerdere_invoeren(als, griet, voer_in):
    voer_in({"Lijst": [KOP, TOM]})
    assert "1 nieuw, 0 gewijzigd, 0 afgewezen" in als(griet).get("/invoer/").content.decode()


@pytest.mark.parametrize("tab", ["nieuw", "afgewezen", "gewijzigd"])
def test_nakijken_kost_evenveel_queries_bij_1_en_bij_30_rijen(als, griet, an, lees, django_assert_num_queries, tab):
    def maak(aantal, vanaf):
        rijen = []
        for i in range(vanaf, vanaf + aantal):
            insz = f"8507300{i:02}"
            insz += f"{97 - int(insz) % 97:02}"
            if tab == "gewijzigd":
                maak_client(an, achternaam=f"Naam{i}", voornaam="Jo", insz=insz)
            rijen.append(["" if tab == "afgewezen" else f"Naam{i}", "Jo", insz, "0470 11 22 33"])
        invoer = lees({"Lijst": [KOP, *rijen]})
        return reverse("invoer:invoer_voorbeeld", args=[invoer.pk]) + f"?tab={tab}"

    browser = als(griet)
    een, dertig = maak(1, 1), maak(30, 2)
    browser.get(een)
    for url in (een, dertig):
        with django_assert_num_queries(11 if tab == "gewijzigd" else 9):
            assert browser.get(url).status_code == 200


def test_andere_teams_worden_ook_begeleid(als, griet, an):
    invoer = doorloop(als(griet), maak_boek(WESTHOEK), fase0="2")
    assert invoer.telling["caseload"]["nieuw"] == 4
    woorden = als(griet).get(reverse("invoer:invoer_woorden", args=[invoer.pk])).context["form"]
    assert [veld.woord.tekst for veld in woorden.fasevelden if veld.woord.tekst == "Groep kleur 3"]
