"""Intake: prefilled, saved as it goes, finished once."""

import pytest
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import begin_doorverwijzing, bewaar_bundelstap, rond_intake_af
from trajecten.models import Intake

pytestmark = pytest.mark.databank


@pytest.fixture
def client(an, bert):
    return maak_client(bert, coach=an, vdab_nummer="1234567")


def url(client, naam="intake_edit"):
    return reverse(f"trajecten:{naam}", args=[client.pk])


def test_de_intake_begint_met_wat_de_bundel_al_zei(client, an, bert, als):
    bundel = begin_doorverwijzing(client, door=bert, op=vandaag())
    bundel.werkervaring, bundel.wensen = "Bakkerij", "Buiten werken"
    bewaar_bundelstap(bundel, ["werkervaring", "wensen"], door=bert, op=vandaag())
    form = als(an).get(url(client)).context["form"]
    assert (form["werkervaring"].value(), form["interesse"].value()) == ("Bakkerij", "Buiten werken")
    assert form["vdab_ingeschreven"].value() == "ja"
    assert not Intake.objects.exists()
    als(an).post(url(client), velden_van(form, hulpvragen=["cv", "vdab"], sterktes="Stipt"))
    intake = Intake.objects.get()
    assert (intake.werkervaring, intake.sterktes, intake.hulpvragen) == ("Bakkerij", "Stipt", ["cv", "vdab"])
    assert Stand.objects.get().stap == Stap.INTAKE


def test_half_bewaren_terwijl_je_typt_en_dan_afronden(client, an, als):
    form = als(an).get(url(client)).context["form"]
    data = velden_van(form, opleiding="BSO hout")
    assert "Bewaard om" in als(an).post(url(client), {**data, "automatisch": "1"}).text
    data |= {"gehouden_op": str(vandaag()), "afronden": "1"}
    antwoord = als(an).post(url(client), data)
    assert antwoord.url == url(client, "aanmelding")
    intake = Intake.objects.get()
    assert (intake.afgerond_op, intake.opleiding) == (vandaag(), "BSO hout")


def test_afronden_zonder_datum_zegt_wat_ontbreekt_en_houdt_de_tekst(client, an, als):
    data = velden_van(als(an).get(url(client)).context["form"], opleiding="BSO hout", afronden="1")
    pagina = als(an).post(url(client), data, follow=True)
    assert "Vul de datum van het intakegesprek in." in pagina.text
    assert Intake.objects.get().opleiding == "BSO hout"


def test_twee_begeleiders_in_een_intake_verliezen_niets(client, an, griet, als):
    van_an, van_griet = (als(wie).get(url(client)).context["form"] for wie in (an, griet))
    als(an).post(url(client), velden_van(van_an, sterktes="Stipt", hulpvragen=["cv"]))
    pagina = als(griet).post(url(client), velden_van(van_griet, sterktes="Vriendelijk", interesse="Zorg"))
    assert pagina.status_code == 409
    als(griet).post(url(client), velden_van(pagina.context["form"], sterktes="Stipt en vriendelijk"))
    intake = Intake.objects.get()
    assert (intake.sterktes, intake.interesse, intake.hulpvragen) == ("Stipt en vriendelijk", "Zorg", ["cv"])


def test_afronden_kan_maar_een_keer(client, an, als):
    intake = Intake.objects.create(client=client, gehouden_op=vandaag(), opleiding="BSO")
    rond_intake_af(intake, door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="al afgerond"):
        rond_intake_af(intake, door=an, op=vandaag())


@pytest.mark.parametrize(
    "anders",
    [
        {"gehouden_op": "2999-01-01"},
        {"hulpvragen": ["onzin"]},
        {"vdab_ingeschreven": "nee", "vdab_sinds": "2020-01-01"},
    ],
)
def test_slechte_invoer_wordt_geweigerd_en_blijft_staan(client, an, als, anders):
    data = velden_van(als(an).get(url(client)).context["form"], opleiding="BSO hout", **anders)
    pagina = als(an).post(url(client), data)
    assert pagina.status_code == 200
    assert pagina.context["form"].errors
    assert "BSO hout" in pagina.text
    assert not Intake.objects.exists()


def test_rechten_en_vreemd_ocmw(client, bert, carla, leo, als):
    assert als(bert).get(url(client)).status_code == 403  # a maatschappelijk werker reads it on the tab
    assert als(bert).get(url(client, "aanmelding")).status_code == 200
    for naam in ("intake_edit", "aanmelding"):
        assert als(carla).get(url(client, naam)).status_code == 404
        assert als(leo).get(url(client, naam)).status_code == 403
    assert als(carla).post(url(client, "intake_afronden")).status_code == 404
