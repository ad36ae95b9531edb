"""The questions of a phase and the side problems: answered one by one, shielded when they must be, lost to nobody."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import (
    beantwoord_vraag,
    bewaar_randprobleem,
    fasefeiten,
    ga_naar_fase,
    sluit_traject_af,
)
from trajecten.enums import Randstatus, Stopreden
from trajecten.fasen import VRAAG_VAN_CODE, Fase, Vraagsoort, antwoorden_op
from trajecten.models import Fasebeantwoording, Randprobleem
from trajecten.trajectblad import antwoord_op, fasevakken, stappen, verblijven

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def traject(client, an):
    return maak_traject(client, an)


def antwoord(traject, code, waarde="", toelichting=""):
    rij = antwoord_op(traject, VRAAG_VAN_CODE[code])
    rij.antwoord, rij.toelichting = waarde, toelichting
    return rij


def beantwoord(traject, code, waarde="", toelichting="", *, door):
    velden = ["antwoord", "toelichting"]
    return beantwoord_vraag(antwoord(traject, code, waarde, toelichting), velden, door=door, op=vandaag())


def adres(client, code):
    return f"/clienten/{client.pk}/traject/vragen/{code}/"


# --- one answer --------------------------------------------------------------------------------------
def test_een_antwoord_staat_er_met_dag_en_versie_en_in_het_journaal_zonder_de_woorden(traject, an):
    beantwoord(traject, "leefsituatie", toelichting="Woont bij zijn broer.", door=an)
    rij = Fasebeantwoording.objects.get()
    assert (rij.toelichting, rij.beantwoord_op, rij.versie) == ("Woont bij zijn broer.", vandaag(), 1)
    assert (rij.gewijzigd_door, rij.afgeschermd, str(rij)) == (an, False, "leefsituatie")
    regel = Journaalregel.objects.get(wat="fasevraag_beantwoord")
    assert (regel.details, regel.client_id) == ({"vraag": "leefsituatie"}, traject.client_id)


def test_een_antwoord_wijzigen_verhoogt_de_versie(traject, an, bert):
    rij = beantwoord(traject, "andere_hulp", "ja", door=an)
    rij.antwoord = "nee"
    beantwoord_vraag(rij, ["antwoord"], door=bert, op=vandaag() + timedelta(days=1))
    rij.refresh_from_db()
    assert (rij.antwoord, rij.versie, rij.gewijzigd_door) == ("nee", 2, bert)
    assert rij.beantwoord_op == vandaag() + timedelta(days=1)


def test_twee_collegas_beginnen_aan_dezelfde_vraag_de_tweede_leest_het(traject, an, bert):
    beantwoord(traject, "andere_hulp", "ja", door=an)
    with pytest.raises(IntussenGewijzigd) as botsing:
        beantwoord(traject, "andere_hulp", "nee", door=bert)
    assert botsing.value.actueel.antwoord == "ja"
    assert Fasebeantwoording.objects.get().antwoord == "ja"


@pytest.mark.parametrize("code", ["gezondheid", "verslaving"])
def test_over_gezondheid_en_verslaving_antwoordt_alleen_wie_het_mag_lezen(traject, an, griet, code):
    with pytest.raises(Geweigerd, match="afgeschermd"):
        beantwoord(traject, code, "ja", door=griet)
    beantwoord(traject, code, "ja", door=an)
    assert Fasebeantwoording.objects.get().afgeschermd
    assert not Fasebeantwoording.objects.zichtbaar_voor(griet).exists()
    assert Fasebeantwoording.objects.zichtbaar_voor(an).exists()


def test_de_coordinator_beantwoordt_de_andere_vragen_wel(traject, griet):
    assert beantwoord(traject, "leefsituatie", toelichting="Alleen.", door=griet).pk


@pytest.mark.parametrize(
    ("code", "waarde", "goed"),
    [
        ("andere_hulp", "ja", True),
        ("andere_hulp", "", True),
        ("andere_hulp", "misschien", False),
        ("richting", "art60", True),
        ("richting", "ja", False),
        ("leefsituatie", "ja", False),
    ],
)
def test_alleen_een_van_de_keuzes_van_die_vraag(traject, an, code, waarde, goed):
    if goed:
        assert beantwoord(traject, code, waarde, door=an).antwoord == waarde
    else:
        with pytest.raises(Geweigerd, match="Kies een van de antwoorden"):
            beantwoord(traject, code, waarde, door=an)


def test_elke_keuzevraag_heeft_keuzes_en_een_tekstvraag_geen():
    for vraag in VRAAG_VAN_CODE.values():
        assert bool(antwoorden_op(vraag)) == (vraag.soort != Vraagsoort.TEKST), vraag.code
    assert [code for code, _ in antwoorden_op(VRAAG_VAN_CODE["gezondheid"])] == ["ja", "nee", "onbekend"]


def test_na_het_einde_van_het_traject_antwoordt_niemand_meer(traject, an):
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="Het traject is afgesloten"):
        beantwoord(traject, "leefsituatie", toelichting="x", door=an)


@pytest.mark.parametrize(("waarde", "tekst", "telt"), [("ja", "", True), ("", "Alleen.", True), ("", "  ", False)])
def test_een_leeg_antwoord_is_geen_antwoord(waarde, tekst, telt):
    assert Fasebeantwoording(antwoord=waarde, toelichting=tekst).is_beantwoord is telt


# --- on the page -------------------------------------------------------------------------------------
def test_een_vraag_bewaren_brengt_je_terug_bij_die_vraag(traject, client, an, als):
    antwoord = als(an).post(adres(client, "leefsituatie"), {"toelichting": "Alleen.", "versie": "0"})
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"/clienten/{client.pk}/traject/#vraag-leefsituatie"
    assert Fasebeantwoording.objects.get().toelichting == "Alleen."


def test_bewaren_terwijl_je_verder_leest_vervangt_alleen_de_stand(traject, client, an, als):
    antwoord = als(an).post(adres(client, "andere_hulp"), {"antwoord": "ja", "versie": "0"}, **HTMX)
    assert antwoord["HX-Trigger"] == "fasegewijzigd"
    assert "Bewaard" in antwoord.text
    assert "<textarea" not in antwoord.text, "what is typed stays"
    assert Fasebeantwoording.objects.get().antwoord == "ja"


def test_twee_keer_hetzelfde_bewaren_is_een_keer(traject, client, an, als):
    als(an).post(adres(client, "andere_hulp"), {"antwoord": "ja", "versie": "0"}, **HTMX)
    als(an).post(adres(client, "andere_hulp"), {"antwoord": "ja", "versie": "1"}, **HTMX)
    assert Fasebeantwoording.objects.get().versie == 1
    assert Journaalregel.objects.filter(wat="fasevraag_beantwoord").count() == 1


@pytest.mark.parametrize("versie", ["0", ""])
def test_wie_begon_voor_een_collega_antwoordde_ziet_beide(traject, client, an, griet, als, versie):
    beantwoord(traject, "leefsituatie", toelichting="Woont bij zijn broer.", door=griet)
    velden = {"toelichting": "Woont alleen.", "versie": versie}
    deel = als(an).post(adres(client, "leefsituatie"), velden, **HTMX).text
    assert "Griet Wouters" in deel
    assert "Woont bij zijn broer." in deel
    hele = als(an).post(adres(client, "leefsituatie"), velden)
    assert hele.status_code == 409
    assert "Woont bij zijn broer." in hele.text
    assert "Woont alleen." in hele.text
    assert Fasebeantwoording.objects.get().toelichting == "Woont bij zijn broer."


def test_wie_de_laatste_versie_zag_wijzigt_gewoon(traject, client, an, griet, als):
    beantwoord(traject, "leefsituatie", toelichting="Woont bij zijn broer.", door=griet)
    als(an).post(adres(client, "leefsituatie"), {"toelichting": "Woont alleen.", "versie": "1"})
    assert Fasebeantwoording.objects.get().toelichting == "Woont alleen."


def test_een_onbestaande_keuze_wordt_uitgelegd(traject, client, an, als):
    velden = {"antwoord": "misschien", "versie": "0"}
    assert "misschien" in als(an).post(adres(client, "andere_hulp"), velden, **HTMX).text
    assert als(an).post(adres(client, "andere_hulp"), velden).status_code == 409
    assert not Fasebeantwoording.objects.exists()


def test_een_afgeschermde_vraag_bestaat_niet_voor_de_coordinator(traject, client, griet, an, als):
    velden = {"antwoord": "ja", "versie": "0"}
    assert als(griet).post(adres(client, "gezondheid"), velden).status_code == 404
    assert als(an).post(adres(client, "gezondheid"), velden).status_code == 302
    assert als(an).post(adres(client, "lievelingskleur"), velden).status_code == 404
    assert als(an).get(adres(client, "leefsituatie")).status_code == 405


def test_zonder_traject_is_er_niets_te_beantwoorden(client, an, als):
    antwoord = als(an).post(adres(client, "leefsituatie"), {"toelichting": "x", "versie": "0"})
    assert "Start eerst een traject" in antwoord.text


# --- side problems -----------------------------------------------------------------------------------
def probleem(client, door, thema="schulden", **velden):
    rij = Randprobleem(client=client, thema=thema, omschrijving="Er is een afbetaling.", **velden)
    return bewaar_randprobleem(rij, door=door, op=vandaag())


def test_een_randprobleem_heeft_een_dag_een_naam_en_een_regel(client, an):
    rij = probleem(client, an)
    rij.refresh_from_db()
    assert (rij.gemeld_op, rij.gewijzigd_door, rij.afgeschermd, str(rij)) == (vandaag(), an, False, "Schulden")
    assert Journaalregel.objects.get(wat="randprobleem_gewijzigd").client_id == client.pk


def test_gezondheid_is_altijd_afgeschermd_en_dat_volgt_het_thema(client, an, griet):
    rij = probleem(client, an, "verslaving")
    assert rij.afgeschermd
    assert not Randprobleem.objects.zichtbaar_voor(griet).exists()
    with pytest.raises(Geweigerd, match="afgeschermd"):
        probleem(client, griet, "gezondheid")
    rij.thema = "schulden"
    bewaar_randprobleem(rij, ["thema"], door=an, op=vandaag())
    assert Randprobleem.objects.zichtbaar_voor(griet).get() == rij
    bewaar_randprobleem(rij, door=an, op=vandaag())
    assert rij.versie == 3
    assert probleem(client, griet, "taal").pk


@pytest.mark.parametrize("status", Randstatus)
def test_wat_nog_belemmert_houdt_de_poort_half_dicht(traject, client, an, status):
    rij = probleem(client, an, status=status)
    belemmert = status in {"open", "aangepakt"}
    assert rij.belemmert is belemmert
    assert (rij in Randprobleem.objects.belemmerend()) is belemmert
    assert len(fasefeiten(traject, lezer=an).belemmerend) == int(belemmert)


def test_een_leeg_randprobleem_wordt_geweigerd(client, an):
    with pytest.raises(Geweigerd, match="Schrijf wat er aan de hand is"):
        bewaar_randprobleem(Randprobleem(client=client, thema="schulden"), door=an, op=vandaag())


def test_een_randprobleem_noteren_en_bijwerken_in_de_browser(client, an, als):
    browser, begin = als(an), f"/clienten/{client.pk}/randproblemen/"
    form = browser.get(f"{begin}nieuw/").context["form"]
    velden = velden_van(form, thema="schulden", omschrijving="Er is een afbetaling.")
    assert browser.post(f"{begin}nieuw/", velden)["Location"].endswith("/traject/#randproblemen")
    rij = Randprobleem.objects.get()
    form = browser.get(f"{begin}{rij.pk}/").context["form"]
    browser.post(f"{begin}{rij.pk}/", velden_van(form, status="opgelost"))
    rij.refresh_from_db()
    assert (rij.status, rij.versie, rij.omschrijving) == ("opgelost", 2, "Er is een afbetaling.")


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"doorverwezen_op": "2999-01-01", "doorverwezen_naar": "CAW"}, "toekomst"),
        ({"omschrijving": ""}, "verplicht"),
        ({"doorverwezen_op": "2020-01-01"}, "naar welke dienst"),
        ({"thema": ""}, "verplicht"),
    ],
)
def test_wat_niet_klopt_wordt_uitgelegd_en_blijft_staan(client, an, als, velden, zin):
    adres = f"/clienten/{client.pk}/randproblemen/nieuw/"
    form = als(an).get(adres).context["form"]
    antwoord = als(an).post(adres, velden_van(form, **{"thema": "taal", "omschrijving": "Leest moeilijk.", **velden}))
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert velden.get("omschrijving", "Leest moeilijk.") in antwoord.text
    assert not Randprobleem.objects.exists()


def test_twee_collegas_wijzigen_een_randprobleem_en_verliezen_niets(client, an, griet, als):
    rij = probleem(client, an)
    adres = f"/clienten/{client.pk}/randproblemen/{rij.pk}/"
    van_an, van_griet = (als(wie).get(adres).context["form"] for wie in (an, griet))
    als(an).post(adres, velden_van(van_an, omschrijving="Van An"))
    antwoord = als(griet).post(adres, velden_van(van_griet, omschrijving="Van Griet"))
    assert antwoord.status_code == 409
    assert "Van An" in antwoord.text
    assert "Van Griet" in antwoord.text


def test_de_coordinator_kan_gezondheid_niet_kiezen(client, griet, als):
    adres = f"/clienten/{client.pk}/randproblemen/nieuw/"
    form = als(griet).get(adres).context["form"]
    assert {"gezondheid", "verslaving"}.isdisjoint(code for code, _ in form.fields["thema"].choices)
    velden = velden_van(form, thema="gezondheid", omschrijving="x")
    assert als(griet).post(adres, velden).status_code == 422


def test_een_randprobleem_van_een_ander_bestaat_niet(client, an, griet, carla, als):
    rij, ander = probleem(client, an, "gezondheid"), maak_client(an)
    assert als(an).get(f"/clienten/{ander.pk}/randproblemen/{rij.pk}/").status_code == 404
    for wie in (griet, carla):
        assert als(wie).get(f"/clienten/{client.pk}/randproblemen/{rij.pk}/").status_code == 404


# --- what the page shows -----------------------------------------------------------------------------
def test_de_voortgang_telt_alleen_de_vragen_die_voor_de_lezer_bestaan(traject, an, griet):
    beantwoord(traject, "gezondheid", "nee", door=an)
    beantwoord(traject, "leefsituatie", toelichting="Alleen.", door=an)
    (eerste, *rest), (voor_griet, *_) = fasevakken(traject, lezer=an), fasevakken(traject, lezer=griet)
    assert (len(eerste.regels), eerste.beantwoord, eerste.is_nu, eerste.bezoeken) == (5, 2, True, 1)
    assert (len(voor_griet.regels), voor_griet.beantwoord) == (3, 1)
    assert [vak.fase for vak in (eerste, *rest)] == list(Fase)
    assert not any(vak.is_nu or vak.bezoeken or vak.beantwoord for vak in rest)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert not any(vak.is_nu for vak in fasevakken(traject, lezer=an))


def test_de_geschiedenis_zegt_hoe_lang_en_of_het_een_stap_terug_was(client, an):
    dag = vandaag()
    traject = maak_traject(client, an, op=dag - timedelta(days=30))
    for fase, geleden in ((Fase.IN_KAART, 20), (Fase.VERKENNING, 5)):
        ga_naar_fase(traject, fase, door=an, op=dag - timedelta(days=geleden), motivatie="Samen beslist.")
    assert [(v.periode.fase, v.dagen, v.terug) for v in verblijven(traject, op=dag)] == [
        (1, 10, False),
        (2, 15, False),
        (1, 5, True),
    ]


def test_vooruit_en_terug_staan_apart_en_na_het_einde_is_er_geen_stap(traject, an):
    traject.fase = Fase.ZOEKEN
    verder, terug = stappen(fasefeiten(traject, lezer=an))
    assert [stap.naar for stap in verder] == [Fase.BEGELEIDING]
    assert [stap.naar for stap in terug] == [Fase.VERKENNING, Fase.IN_KAART]
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert stappen(fasefeiten(traject, lezer=an)) == ([], [])


def test_de_poort_kent_alleen_wat_de_lezer_kent(traject, client, an, griet):
    beantwoord(traject, "gezondheid", "nee", door=an)
    beantwoord(traject, "leefsituatie", toelichting="Alleen.", door=an)
    probleem(client, an, "verslaving")
    van_an, van_griet = fasefeiten(traject, lezer=an), fasefeiten(traject, lezer=griet)
    assert (van_an.antwoorden, van_an.volledig) == ({"gezondheid": "nee", "leefsituatie": "Alleen."}, True)
    assert van_an.belemmerend == ("Verslaving (belemmert het werk)",)
    assert (van_griet.antwoorden, van_griet.belemmerend, van_griet.volledig) == ({"leefsituatie": "Alleen."}, (), False)


def test_de_poort_kijkt_alleen_naar_het_eigen_traject_en_de_eigen_client(traject, an):
    ander = maak_traject(maak_client(an), an)
    beantwoord(ander, "leefsituatie", toelichting="x", door=an)
    beantwoord(traject, "gezinssituatie", toelichting="Alleen.", door=an)
    probleem(ander.client, an)
    feiten = fasefeiten(traject, lezer=an)
    assert (feiten.antwoorden, feiten.belemmerend) == ({"gezinssituatie": ""}, ())
