"""Appointments: moved, cancelled, missed; the list row keeps the next one."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from clienten.models import Client, Stand
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van, vandaag
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import handel_afspraak_af, maak_afspraak, verzet_afspraak
from trajecten.models import Afspraak


@pytest.fixture
def afspraak(an):
    begint = begin_van(vandaag() + timedelta(days=3)) + timedelta(hours=9)
    return maak_afspraak(Afspraak(client=maak_client(an), medewerker=an, begint_op=begint), door=an, op=vandaag())


def adres(afspraak, deel=""):
    return f"/clienten/{afspraak.client_id}/afspraken/{afspraak.pk}/{deel}"


def volgende(afspraak):
    return Stand.objects.get(client=afspraak.client_id).volgende_afspraak_op


def test_verzetten_verzet_ook_de_lijst(an, als, afspraak):
    dag = vandaag() + timedelta(days=9)
    gegevens = {"dag": dag.isoformat(), "uur": "11:15", "duur": "45", "kanaal": "gesprek", "versie": "1"}
    assert als(an).get(adres(afspraak)).status_code == 200
    assert als(an).post(adres(afspraak), gegevens).status_code == 302
    afspraak.refresh_from_db()
    assert f"{afspraak}".startswith(f"Afspraak op {dag:%d/%m/%Y} 11:15")
    assert volgende(afspraak) == dag


def test_afzeggen_kan_en_terugzetten_ook(an, als, afspraak):
    als(an).post(adres(afspraak, "status/"), {"status": "afgezegd"})
    assert volgende(afspraak) is None
    assert "al afgehandeld" in als(an).get(adres(afspraak)).content.decode()
    als(an).post(adres(afspraak, "status/"), {"status": "gepland"})
    assert volgende(afspraak) == vandaag() + timedelta(days=3)


def test_twee_keer_klikken_is_een_keer(an, als, afspraak):
    for _ in range(2):
        assert als(an).post(adres(afspraak, "status/"), {"status": "niet_gekomen"}).status_code == 302
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.versie) == ("niet_gekomen", 2)


def test_twee_mensen_verzetten_dezelfde_afspraak(an, als, afspraak):
    eerste = {"dag": (vandaag() + timedelta(days=5)).isoformat(), "uur": "09:00", "duur": "45", "kanaal": "gesprek"}
    tweede = {**eerste, "dag": (vandaag() + timedelta(days=6)).isoformat()}
    als(an).post(adres(afspraak), {**eerste, "versie": "1"})
    antwoord = als(an).post(adres(afspraak), {**tweede, "versie": "1"})
    assert antwoord.status_code == 409
    assert f"{vandaag() + timedelta(days=5):%d/%m/%Y}" in antwoord.content.decode()


@pytest.mark.parametrize(
    "fout", [{"dag": "2020-01-01"}, {"uur": "25:00"}, {"duur": "2"}, {"dag": ""}, {"kanaal": "duif"}]
)
def test_slechte_invoer_houdt_wat_je_typte(an, als, afspraak, fout):
    goed = {"dag": (vandaag() + timedelta(days=5)).isoformat(), "uur": "09:00", "duur": "45", "plaats": "Lokaal 7"}
    antwoord = als(an).post(f"/clienten/{afspraak.client_id}/afspraken/nieuw/", {**goed, "kanaal": "gesprek", **fout})
    assert antwoord.status_code == 422
    assert "Lokaal 7" in antwoord.content.decode()


def test_een_vreemde_afspraak_bestaat_niet(an, carla, als, afspraak):
    assert als(carla).get(adres(afspraak)).status_code == 404
    assert als(carla).post(adres(afspraak, "status/"), {"status": "afgezegd"}).status_code == 404
    ander = maak_client(an)
    assert als(an).get(f"/clienten/{ander.pk}/afspraken/{afspraak.pk}/").status_code == 404


# --- when it cannot ------------------------------------------------------------------------------------
def plan(client, wie, dagen=3, uur=9, minuut=0, **extra):
    begint = begin_van(vandaag() + timedelta(days=dagen)) + timedelta(hours=uur, minutes=minuut)
    toch = extra.pop("toch", False)
    rij = Afspraak(client=client, medewerker=wie, begint_op=begint, **extra)
    return maak_afspraak(rij, door=wie, op=vandaag(), toch=toch)


def test_een_afspraak_staat_in_de_lijst_en_in_het_journaal(an, afspraak):
    assert volgende(afspraak) == vandaag() + timedelta(days=3)
    regel = Journaalregel.objects.get(wat="afspraak_gemaakt")
    assert (regel.client_id, regel.medewerker_id) == (afspraak.client_id, an.pk)
    assert regel.details == {"wanneer": afspraak.begint_op.isoformat()}
    assert afspraak.gewijzigd_door == an


def test_een_gesloten_dossier_krijgt_geen_afspraak(an, afspraak):
    Client.objects.filter(pk=afspraak.client_id).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    afspraak.client.refresh_from_db()
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        plan(afspraak.client, an, dagen=4)
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        verzet_afspraak(afspraak, ["begint_op"], door=an, op=vandaag())


def test_vandaag_kan_nog_en_gisteren_niet_meer(an):
    client = maak_client(an)
    with pytest.raises(Geweigerd, match="niet in het verleden"):
        plan(client, an, dagen=-1)
    assert plan(client, an, dagen=0, uur=0).pk


@pytest.mark.parametrize(
    ("uur", "minuut", "duur", "botst"),
    [(8, 0, 60, False), (8, 0, 61, True), (9, 30, 10, True), (9, 44, 60, True), (9, 45, 60, False), (5, 0, 600, True)],
)
def test_twee_afspraken_van_een_collega_delen_geen_tijd(an, afspraak, uur, minuut, duur, botst):
    ander = maak_client(an)
    if not botst:
        assert plan(ander, an, uur=uur, minuut=minuut, duur=duur).pk
        return
    with pytest.raises(Geweigerd, match=f"van 09:00 tot 09:45 op {vandaag() + timedelta(days=3):%d/%m/%Y}"):
        plan(ander, an, uur=uur, minuut=minuut, duur=duur)
    assert plan(ander, an, uur=uur, minuut=minuut, duur=duur, toch=True).pk


def test_een_afspraak_van_tien_uur_botst_ook_met_haar_laatste_minuut(an):
    plan(maak_client(an), an, uur=8, duur=600)
    with pytest.raises(Geweigerd, match="08:00 tot 18:00"):
        plan(maak_client(an), an, uur=17, minuut=59)


def test_een_collega_of_een_afgezegde_afspraak_is_geen_botsing(an, bert, afspraak):
    assert plan(afspraak.client, bert).pk
    handel_afspraak_af(afspraak, "afgezegd", door=an, op=vandaag())
    assert plan(afspraak.client, an).pk


def test_een_afspraak_botst_niet_met_zichzelf(an, afspraak):
    afspraak.begint_op += timedelta(minutes=15)
    verzet_afspraak(afspraak, ["begint_op"], door=an, op=vandaag())
    afspraak.refresh_from_db()
    assert afspraak.versie == 2
    details = Journaalregel.objects.get(wat="afspraak_gewijzigd").details
    assert datetime.fromisoformat(details["wanneer"]) == afspraak.begint_op


def test_wat_afgehandeld_is_verzet_niemand_meer(an, griet, afspraak):
    handel_afspraak_af(afspraak, "geweest", door=an, op=vandaag())
    assert Journaalregel.objects.get(wat="afspraak_gewijzigd").details == {"status": "geweest"}
    with pytest.raises(Geweigerd, match="al afgehandeld"):
        verzet_afspraak(afspraak, ["begint_op"], door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="al afgehandeld"):
        handel_afspraak_af(afspraak, "afgezegd", door=griet, op=vandaag())


def test_de_lijst_kent_de_eerste_die_nog_komt_ook_vandaag_en_van_deze_client(an):
    client, ander = maak_client(an), maak_client(an)
    plan(ander, an, dagen=1)
    later, eerst = plan(client, an, dagen=5), plan(client, an, dagen=2)
    assert list(Afspraak.objects.komend(vandaag()).filter(client=client)) == [eerst, later]
    assert volgende(later) == vandaag() + timedelta(days=2)
    assert Afspraak.objects.komend(vandaag() + timedelta(days=2)).first() == eerst
    assert eerst not in Afspraak.objects.komend(vandaag() + timedelta(days=3))


@pytest.mark.parametrize(("duur", "goed"), [(4, False), (5, True), (600, True), (601, False)])
def test_een_afspraak_duurt_vijf_minuten_tot_tien_uur(an, duur, goed):
    if goed:
        assert plan(maak_client(an), an, duur=duur).pk
    else:
        with pytest.raises(ValidationError, match="Zorg ervoor"):
            plan(maak_client(an), an, duur=duur)


# --- in the browser --------------------------------------------------------------------------------------
def velden(dag, uur="10:00", **extra):
    return {"dag": str(dag), "uur": uur, "duur": "45", "kanaal": "gesprek", **extra}


def test_een_afspraak_maken_en_toch_plannen_waar_al_iets_staat(an, als, afspraak):
    browser, adres = als(an), f"/clienten/{afspraak.client_id}/afspraken/nieuw/"
    assert browser.get(adres).status_code == 200
    dag = vandaag() + timedelta(days=3)
    antwoord = browser.post(adres, velden(dag, "09:30"))
    assert antwoord.status_code == 422
    assert "Vink aan als je toch wil plannen" in antwoord.text
    antwoord = browser.post(adres, velden(dag, "09:30", toch="on"))
    assert antwoord["Location"] == f"/clienten/{afspraak.client_id}/gesprekken/"
    nieuw = Afspraak.objects.latest("pk")
    assert (nieuw.medewerker, f"{nieuw}") == (an, f"Afspraak op {dag:%d/%m/%Y} 09:30")


def test_verzetten_naar_een_bezet_uur_waarschuwt_en_een_andere_plaats_is_geen_verzetten(an, als, afspraak):
    plan(maak_client(an), an, dagen=4)
    dag = vandaag() + timedelta(days=4)
    antwoord = als(an).post(adres(afspraak), velden(dag, "09:00", versie="1"))
    assert antwoord.status_code == 422
    assert "toch wil plannen" in antwoord.text
    antwoord = als(an).post(
        adres(afspraak), velden(vandaag() + timedelta(days=3), "09:00", versie="1", plaats="Lokaal 7"), follow=True
    )
    assert "De afspraak is gewijzigd." in antwoord.text


def test_in_een_gesloten_dossier_staat_de_weigering_in_het_formulier(an, als, afspraak):
    Client.objects.filter(pk=afspraak.client_id).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    nieuw = f"/clienten/{afspraak.client_id}/afspraken/nieuw/"
    for waar, extra in ((nieuw, {}), (adres(afspraak), {"versie": "1"})):
        antwoord = als(an).post(waar, velden(vandaag() + timedelta(days=6), **extra))
        assert antwoord.status_code == 422
        assert "Dit dossier is gesloten" in antwoord.text


def test_een_onbekende_uitkomst_verandert_niets(an, als, afspraak):
    pagina = als(an).post(adres(afspraak, "status/"), {"status": "verdampt"}, follow=True)
    assert "Kies wat er met de afspraak gebeurde" in pagina.text
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.versie) == ("gepland", 1)


def test_een_uur_zonder_dag_vraagt_om_de_dag(an, als, afspraak):
    antwoord = als(an).post(
        f"/clienten/{afspraak.client_id}/gesprekken/nieuw/",
        {"kanaal": "telefoon", "op": str(vandaag()), "aanwezigheid": "aanwezig", "afspraak-uur": "09:30"},
    )
    assert antwoord.status_code == 422
    assert "Kies een dag." in antwoord.text
