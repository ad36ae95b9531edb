"""A colleague leaves or changes role: from that day the dossiers are without guide, and the coordinator knows what waits."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from clienten.models import Client, Stand, Toewijzing
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, Rol
from ocmw.werkruimte.beheer.actions import geef_link, wijzig_medewerker, zet_buiten_dienst
from ocmw.werkruimte.beheer.jobs import verwerk_vertrek
from trajecten.actions import maak_afspraak
from trajecten.models import Afspraak

pytestmark = pytest.mark.databank


@pytest.fixture
def bea(an):
    return maak_medewerker("Bea", "Beheer", an.ocmw, Rol.BEHEER)


@pytest.fixture
def kaat(an):
    return maak_medewerker("Kaat", "Regelaar", an.ocmw, Rol.COORDINATOR)


@pytest.fixture
def guido(an):
    return maak_medewerker("Guido", "Baeten", an.ocmw, Rol.ATB)


@pytest.fixture
def dossiers(bert, guido):
    clienten = [maak_client(bert, coach=guido, voornaam=f"Cliënt{n}", achternaam="Van Guido") for n in range(3)]
    for client in clienten:
        maak_traject(client, guido)
    begint = timezone.make_aware(datetime.combine(vandaag() + timedelta(days=1), time(9)))
    maak_afspraak(
        Afspraak(client=clienten[0], medewerker=guido, begint_op=begint, plaats="Sociaal huis"),
        door=guido,
        op=vandaag(),
    )
    return clienten


def coaches(clienten):
    return set(Stand.objects.filter(client__in=clienten).values_list("coach", flat=True))


def test_wie_vertrekt_volgt_niemand_meer(dossiers, guido, bea, bert):
    zet_buiten_dienst(guido, door=bea, op=vandaag())
    assert coaches(dossiers) == {None}
    rijen = Toewijzing.objects.filter(medewerker=guido)
    assert {rij.tot for rij in rijen} == {vandaag()}  # "volgde tot" stays readable
    assert afwijkingen(vandaag()) == []
    assert not Termijn.objects.open().filter(client__in=dossiers, verantwoordelijke=guido).exists()
    regels = Journaalregel.objects.filter(wat="toewijzing_beeindigd", client_id__in=[client.pk for client in dossiers])
    assert {(regel.medewerker_id, regel.details["medewerker"]) for regel in regels} == {(bea.pk, guido.pk)}


@pytest.mark.parametrize(
    ("rol", "blijft"), [(Rol.LESGEVER, False), (Rol.MW, False), (Rol.COORDINATOR, True), (Rol.BEHEER, False)]
)
def test_een_andere_rol_houdt_alleen_wat_die_rol_mag(dossiers, guido, bea, rol, blijft):
    guido.rol = rol
    wijzig_medewerker(guido, ["rol"], door=bea, op=vandaag())
    assert coaches(dossiers) == ({guido.pk} if blijft else {None})
    assert afwijkingen(vandaag()) == []


def test_zonder_begeleider_en_zonder_mw_is_het_van_de_coordinator(dossiers, guido, bert, bea):
    for weg in (guido, bert):
        zet_buiten_dienst(weg, door=bea, op=vandaag())
    open_ = Termijn.objects.open().filter(client__in=dossiers)
    assert open_.exists()
    assert set(open_.values_list("verantwoordelijke", flat=True)) == {None}


def test_de_laatste_werkdag_ligt_in_de_toekomst(dossiers, guido, bea):
    guido.laatste_dag = vandaag() + timedelta(days=2)
    wijzig_medewerker(guido, ["laatste_dag"], door=bea, op=vandaag())
    assert verwerk_vertrek() == 0
    for dagen, werkt in ((2, True), (3, False)):
        with time_machine.travel(
            timezone.make_aware(datetime.combine(vandaag() + timedelta(days=dagen), time(0, 1))), tick=False
        ):
            vers = Medewerker.objects.get(pk=guido.pk)
            assert vers.mag(Recht.DOSSIER_LEZEN) is werkt  # whether the night ran or not
            assert verwerk_vertrek() == (0 if werkt else 1)
            assert coaches(dossiers) == ({guido.pk} if werkt else {None})
            assert verwerk_vertrek() == 0
    assert not Medewerker.objects.get(pk=guido.pk).is_active


def test_wat_een_vorige_versie_liet_lopen_eindigt_vannacht(dossiers, guido):
    Medewerker.objects.filter(pk=guido.pk).update(is_active=False)
    assert verwerk_vertrek() == 1
    assert coaches(dossiers) == {None}


def test_wie_terugkomt_krijgt_terug_wat_niemand_overnam(client, dossiers, guido, an, kaat, bea):
    zet_buiten_dienst(guido, door=bea, op=vandaag())
    client.force_login(kaat)
    client.post(reverse("clientenlijst:client_toewijzen"), {"client": dossiers[0].pk, "coach": an.pk, "terug": "/"})
    Medewerker.objects.filter(pk=guido.pk).update(laatste_dag=vandaag() - timedelta(days=1))
    guido.refresh_from_db()
    geef_link(guido, door=bea)
    assert (guido.laatste_dag, guido.is_active) == (None, True)
    pagina = client.get(reverse("beheer:overdracht")).text
    assert "Geef terug aan Guido Baeten" in pagina
    client.post(reverse("beheer:overdracht_terug", args=[guido.pk]))
    assert (
        Stand.objects.filter(coach=guido).count() == Stand.objects.filter(client__in=dossiers).exclude(coach=an).count()
    )
    assert coaches(dossiers[1:]) == {guido.pk}
    antwoord = client.post(reverse("beheer:overdracht_terug", args=[guido.pk]))
    assert "niets om terug te geven" in antwoord.text


def test_de_coordinator_leest_het_op_vandaag_en_in_de_lijst(client, dossiers, guido, bea, kaat, bert):
    maak_client(bert)  # never had a guide: not of Guido
    client.force_login(kaat)
    assert "Afspraken van wie weg is" not in client.get("/").text
    guido.laatste_dag = vandaag() + timedelta(days=2)
    wijzig_medewerker(guido, ["laatste_dag"], door=bea, op=vandaag())
    vooraf = client.get("/", follow=True).text
    assert "Dossiers van wie vertrekt" in vooraf
    assert "laatste werkdag" in client.get(reverse("beheer:overdracht")).text
    zet_buiten_dienst(guido, door=bea, op=vandaag())
    assert "Afspraken van wie weg is" in client.get("/", follow=True).text
    lijst = client.get(reverse("clientenlijst:client_list"), {"zonder_coach": "on", "volgde": guido.pk}).text
    assert lijst.count("Van Guido") >= 3
    assert "3 cliënten" in lijst
    assert client.get(reverse("clientenlijst:client_list"), {"volgde": "9" * 30}).status_code == 200
    gegevens = client.get(reverse("clienten:client_gegevens", args=[dossiers[0].pk])).text
    assert f"tot {vandaag():%d/%m/%Y}" in gegevens


def test_een_afspraak_gaat_naar_wie_er_is(client, dossiers, guido, an, bea, kaat):
    zet_buiten_dienst(guido, door=bea, op=vandaag())
    afspraak = Afspraak.objects.get()
    adres = reverse("beheer:afspraak_overdragen", args=[dossiers[0].pk, afspraak.pk])
    client.force_login(kaat)
    assert "Sociaal huis" in client.get(reverse("beheer:overdracht")).text
    for onzin in ("", "abc", str(guido.pk), "9" * 30):
        assert "Kies de collega" in client.post(adres, {"collega": onzin}).text
    client.post(adres, {"collega": an.pk})
    afspraak.refresh_from_db()
    assert afspraak.medewerker == an
    assert client.post(adres, {"collega": kaat.pk}).status_code == 404  # now it is An's own


def test_een_voorbije_laatste_dag_vul_je_niet_in(client, guido, bea):
    client.force_login(bea)
    velden = {
        "voornaam": "Guido",
        "achternaam": "Baeten",
        "email": guido.email,
        "rol": "atb",
        "laatste_dag": "01/01/2020",
    }
    assert "al voorbij" in client.post(reverse("beheer:medewerker_edit", args=[guido.pk]), velden).text


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_het_verhaal_van_een_vertrek(pagina, dossiers, guido, an, bea, kaat):
    log_in(pagina, bea.email)
    pagina.goto(reverse("beheer:medewerker_edit", args=[guido.pk]))
    axe(pagina)
    schermafdruk(pagina, "vertrek-medewerker")
    pagina.get_by_text("Zet buiten dienst").first.click()
    pagina.get_by_role("button", name="Ja, zet buiten dienst").click()
    pagina.get_by_text("kan niet meer aanmelden").first.wait_for()
    pagina.context.clear_cookies()
    log_in(pagina, kaat.email)
    pagina.goto("/")
    schermafdruk(pagina, "vertrek-vandaag")
    pagina.get_by_role("link", name="Afspraken van wie weg is").click()
    axe(pagina)
    schermafdruk(pagina, "vertrek-overdracht")
    pagina.get_by_label("Wie neemt de afspraak").select_option(label="An Claes")
    pagina.get_by_role("button", name="Draag over").click()
    pagina.get_by_text("neemt de afspraak met").wait_for()
    pagina.get_by_role("link", name="Kies en wijs toe in de lijst").click()
    pagina.get_by_text("3 cliënten").wait_for()
    pagina.get_by_label("Kies alle cliënten op deze bladzijde").check()
    pagina.get_by_label("Wijs toe aan").select_option(label="An Claes")
    pagina.get_by_role("button", name="Wijs toe").click()
    pagina.wait_for_load_state()
    assert set(
        Stand.objects.filter(client__in=Client.objects.filter(achternaam="Van Guido")).values_list("coach", flat=True)
    ) == {an.pk}
