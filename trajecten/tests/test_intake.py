"""Intake: prefilled, saved as it goes, finished once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Client, Stand
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import (
    begin_doorverwijzing,
    bewaar_bundelstap,
    bewaar_intake,
    noteer_gesprek,
    rond_intake_af,
    sluit_traject_af,
    vink_af,
)
from trajecten.enums import Hulpvraag, Stopreden
from trajecten.models import Gesprek, Intake
from trajecten.sjablonen import ACTIES_UIT_INTAKE, VDAB_INSCHRIJVEN

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


# --- the rules behind the form ---------------------------------------------------------------------------
def bewaar(client, door, **velden):
    return bewaar_intake(Intake(client=client, **velden), list(velden), door=door, op=vandaag())


def test_de_eerste_keer_bewaren_zet_de_lijst_op_intake_en_staat_zonder_woorden_in_het_journaal(client, an):
    intake = bewaar(client, an, sterktes="Stipt")
    assert (intake.gewijzigd_door, str(intake)) == (an, "Intake")
    assert Stand.objects.get().stap == Stap.INTAKE
    regel = Journaalregel.objects.get(wat="intake_bewaard")
    assert (regel.client_id, regel.details) == (client.pk, {"velden": ["sterktes"]})


@pytest.mark.parametrize(
    ("stap", "na"), [(Stap.NIEUW, Stap.INTAKE), (Stap.DOORVERWEZEN, Stap.INTAKE), (Stap.NAZORG,) * 2]
)
def test_wie_verder_is_dan_de_intake_gaat_niet_terug_in_de_lijst(client, an, stap, na):
    if stap == Stap.NAZORG:
        sluit_traject_af(maak_traject(client, an), reden=Stopreden.VERHUISD, door=an, op=vandaag())
    Stand.objects.update(stap=stap)
    bewaar(client, an)
    assert Stand.objects.get().stap == na


def test_een_intake_tijdens_een_traject_of_na_het_afronden_verandert_de_lijst_niet(client, an):
    intake = bewaar(client, an, gehouden_op=vandaag(), opleiding="BSO")
    rond_intake_af(intake, door=an, op=vandaag())
    Stand.objects.update(stap=Stap.NIEUW)
    bewaar_intake(intake, ["opleiding"], door=an, op=vandaag())
    assert Stand.objects.get().stap == Stap.NIEUW
    ander = maak_client(an)
    maak_traject(ander, an)
    bewaar(ander, an)
    assert Stand.objects.get(client=ander).stap == Stap.FASE_1


def test_een_ander_dossier_of_een_traject_van_vroeger_staat_de_lijst_niet_in_de_weg(an):
    maak_traject(maak_client(an), an)  # the first row of the list
    client = maak_client(an)
    sluit_traject_af(maak_traject(client, an), reden=Stopreden.VERHUISD, door=an, op=vandaag())
    Stand.objects.filter(client=client).update(stap=Stap.NIEUW)
    bewaar(client, an)
    assert Stand.objects.get(client=client).stap == Stap.INTAKE


def test_zonder_rij_in_de_lijst_begint_de_intake_er_een(client, an):
    Stand.objects.all().delete()
    bewaar(client, an)
    assert Stand.objects.get().stap == Stap.INTAKE


def test_twee_die_tegelijk_beginnen_de_tweede_leest_wat_er_staat(client, an, griet):
    bewaar(maak_client(an), an, sterktes="Iemand anders")
    eerste = bewaar(client, an, sterktes="Stipt")
    with pytest.raises(IntussenGewijzigd) as botsing:
        bewaar(client, griet, sterktes="Vriendelijk")
    assert botsing.value.actueel == eerste


def test_een_gesloten_dossier_heeft_een_dichte_intake(client, an):
    intake = bewaar(client, an, gehouden_op=vandaag(), opleiding="BSO")
    Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    client.refresh_from_db()
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        bewaar_intake(intake, ["opleiding"], door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        rond_intake_af(intake, door=an, op=vandaag())


@pytest.mark.parametrize("onderwerp", ["opleiding", "werkervaring", "interesse", "gewenste_hulp", "hulpvragen"])
def test_een_onderwerp_is_genoeg_om_af_te_ronden(onderwerp):
    leeg = Intake(gehouden_op=vandaag())
    assert "minstens bij één onderwerp" in leeg.weigering_voor_afronden()
    setattr(leeg, onderwerp, ["cv"] if onderwerp == "hulpvragen" else "Iets")
    assert leeg.weigering_voor_afronden() == ""


def test_van_twee_die_tegelijk_afronden_is_er_een_de_eerste(client, an, griet):
    een = bewaar(client, an, gehouden_op=vandaag(), opleiding="BSO")
    twee, ander = Intake.objects.get(pk=een.pk), bewaar(maak_client(an), an)
    rond_intake_af(een, door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="intussen afgerond"):
        rond_intake_af(twee, door=griet, op=vandaag())
    ander.refresh_from_db()
    assert (een.afgerond_op, ander.afgerond_op) == (vandaag(), None)
    assert Journaalregel.objects.get(wat="intake_afgerond").client_id == client.pk


def test_hulpvragen_staan_in_woorden_en_een_code_van_vroeger_niet():
    assert Intake(hulpvragen=["cv", "van_vroeger"]).hulpvragen_in_woorden == ["een cv opstellen"]


def test_terwijl_je_typt_hoor_je_dat_een_collega_intussen_bewaarde_of_dat_iets_niet_klopt(client, an, griet, als):
    form = als(an).get(url(client)).context["form"]
    als(griet).post(url(client), velden_van(als(griet).get(url(client)).context["form"], sterktes="Stipt"))
    deel = als(an).post(url(client), velden_van(form, sterktes="Vriendelijk", automatisch="1"))
    assert "Griet Wouters wijzigde dit intussen" in deel.text
    form = als(an).get(url(client)).context["form"]
    deel = als(an).post(url(client), velden_van(form, gehouden_op="2999-01-01", automatisch="1"))
    assert "Nog niet bewaard" in deel.text


def test_afronden_met_de_knop_op_het_tabblad(client, an, als):
    assert als(an).post(url(client, "intake_afronden")).status_code == 404
    intake = bewaar(client, an)
    pagina = als(an).post(url(client, "intake_afronden"), follow=True)
    assert "Vul de datum van het intakegesprek in." in pagina.text
    Intake.objects.filter(pk=intake.pk).update(gehouden_op=vandaag(), opleiding="BSO")
    assert "Je kan het traject nu starten" in als(an).post(url(client, "intake_afronden"), follow=True).text


# --- what was said opens what must be done -----------------------------------------------------------------------
def test_een_afgeronde_intake_is_een_gesprek_en_opent_acties(an, bert):
    client = maak_client(bert, coach=an)
    velden = {"gehouden_op": vandaag(), "opleiding": "A2", "hulpvragen": ["cv", "vdab"], "vdab_hulp_nodig": True}
    intake = bewaar_intake(Intake(client=client, **velden), list(velden), door=an, op=vandaag())
    assert not client.gesprekken.exists()
    assert not client.actiepunten.exists()
    rond_intake_af(intake, door=an, op=vandaag())
    assert [(g.op, g.door, g.is_contact) for g in client.gesprekken.all()] == [(vandaag(), an, True)]
    assert Stand.objects.get(client=client).laatste_contact_op == vandaag()
    acties = client.actiepunten.order_by("pk")
    assert [a.omschrijving for a in acties] == [
        "Cv maken of bijwerken",
        "VDAB-dossier in orde houden",
        "Inschrijven bij VDAB",
    ]
    assert {(a.vervalt_op, a.medewerker) for a in acties} == {(vandaag() + timedelta(days=14), an)}
    assert Termijn.objects.open().filter(client=client, soort="actiepunt").count() == 3


def test_wat_later_aangekruist_wordt_komt_erbij_en_niets_komt_twee_keer(an, bert):
    client = maak_client(bert, coach=an)
    velden = {"gehouden_op": vandaag(), "opleiding": "A2", "hulpvragen": ["cv"]}
    intake = bewaar_intake(Intake(client=client, **velden), list(velden), door=an, op=vandaag())
    noteer_gesprek(Gesprek(client=client, op=vandaag(), verslag="Al genoteerd."), door=an, op=vandaag())
    rond_intake_af(intake, door=an, op=vandaag())
    assert client.gesprekken.get().verslag == "Al genoteerd."
    vink_af(client.actiepunten.get(), gedaan=True, door=an, op=vandaag())
    intake.hulpvragen = ["cv", "job"]
    bewaar_intake(intake, ["hulpvragen"], door=an, op=vandaag())
    bewaar_intake(intake, ["hulpvragen"], door=an, op=vandaag())
    assert sorted(client.actiepunten.values_list("uit_intake", flat=True)) == ["cv", "job"]


def test_elke_hulpvraag_van_de_intake_wordt_een_actie():
    assert set(Hulpvraag.values) | {VDAB_INSCHRIJVEN} == set(ACTIES_UIT_INTAKE)
