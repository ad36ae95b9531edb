"""Theme, goal, action: on one page, ticked off, and on paper for the client."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import begin_actiepunt, bewaar_actiepunt, bewaar_doel, sluit_traject_af, vink_af
from trajecten.beloften import ACTIEPUNT, TRAJECTPLAN
from trajecten.enums import Stopreden
from trajecten.models import Actiepunt, Doel

pytestmark = pytest.mark.databank


@pytest.fixture
def client(an):
    client = maak_client(an, voornaam="Samira")
    maak_traject(client, an)
    return client


def punt(client, door, omschrijving="Cv maken", **velden):
    waarden = {"vervalt_op": vandaag() + timedelta(days=7), "medewerker": door, **velden}
    return bewaar_actiepunt(Actiepunt(client=client, omschrijving=omschrijving, **waarden), door=door, op=vandaag())


def test_een_doel_is_een_trajectplan(an, als, client):
    assert Termijn.objects.open().filter(soort=TRAJECTPLAN).exists()
    gegevens = {"thema": "werk", "omschrijving": "Werk in de keuken", "status": "bezig"}
    assert als(an).post(f"/clienten/{client.pk}/plan/doelen/nieuw/", gegevens).status_code == 302
    assert not Termijn.objects.open().filter(soort=TRAJECTPLAN).exists()
    doel = Doel.objects.get()
    assert doel.traject == client.trajecten.get()
    pagina = als(an).get(f"/clienten/{client.pk}/plan/").content.decode()
    assert "Werk in de keuken" in pagina


def test_een_actie_toevoegen_en_afvinken(an, als, client):
    doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
    browser = als(an)
    assert "Inschrijven bij VDAB" in browser.get(f"/clienten/{client.pk}/plan/acties/nieuw/").content.decode()
    gegevens = {
        "omschrijving": "Inschrijven bij VDAB",
        "doel": doel.pk,
        "vervalt_op": vandaag().isoformat(),
        "wie": "client",
    }
    assert browser.post(f"/clienten/{client.pk}/plan/acties/nieuw/", gegevens).status_code == 302
    rij = Actiepunt.objects.get()
    assert (rij.eigenaar, rij.medewerker, rij.doel) == ("client", an, doel)
    assert Termijn.objects.open().filter(soort=ACTIEPUNT, onderwerp="Inschrijven bij VDAB").exists()
    for _ in range(2):
        browser.post(f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "1"})
    assert Journaalregel.objects.filter(wat="actiepunt_gewijzigd", details__gedaan=True).count() == 1
    assert not Termijn.objects.open().filter(soort=ACTIEPUNT).exists()
    antwoord = browser.post(
        f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "0"}, HTTP_HX_REQUEST="true"
    )
    assert 'aria-pressed="false"' in antwoord.content.decode()
    assert Termijn.objects.open().filter(soort=ACTIEPUNT).exists()


def test_slechte_invoer_houdt_wat_je_typte(an, als, client):
    antwoord = als(an).post(
        f"/clienten/{client.pk}/plan/acties/nieuw/", {"omschrijving": "Bellen", "vervalt_op": "morgen", "wie": "99999"}
    )
    assert antwoord.status_code == 422
    assert "Bellen" in antwoord.content.decode()
    assert not Actiepunt.objects.exists()
    assert als(an).post(f"/clienten/{client.pk}/plan/doelen/nieuw/", {"omschrijving": "x"}).status_code == 422
    rij = punt(client, an)
    assert als(an).post(f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "?"}).status_code == 409


def test_een_doel_van_een_ander_kan_je_niet_kiezen(an, als, client):
    ander = bewaar_doel(Doel(client=maak_client(an), thema="werk", omschrijving="Ander"), door=an, op=vandaag())
    gegevens = {"omschrijving": "x", "doel": ander.pk, "vervalt_op": vandaag().isoformat(), "wie": "client"}
    assert als(an).post(f"/clienten/{client.pk}/plan/acties/nieuw/", gegevens).status_code == 422


def test_twee_mensen_wijzigen_dezelfde_actie(an, als, client):
    rij = punt(client, an)
    adres = f"/clienten/{client.pk}/plan/acties/{rij.pk}/"
    basis = {"vervalt_op": rij.vervalt_op.isoformat(), "wie": str(an.pk), "versie": "1"}
    assert als(an).post(adres, {**basis, "omschrijving": "Eerste"}).status_code == 302
    antwoord = als(an).post(adres, {**basis, "omschrijving": "Tweede"})
    assert antwoord.status_code == 409
    assert "Eerste" in antwoord.content.decode()
    assert "Tweede" in antwoord.content.decode()


def test_een_doel_over_gezondheid_bestaat_niet_voor_de_coordinator(an, griet, als, client):
    doel = bewaar_doel(Doel(client=client, thema="gezondheid", omschrijving="KANARIE-DOEL"), door=an, op=vandaag())
    rij = punt(client, an, "KANARIE-ACTIE", doel=doel)
    browser = als(griet)
    for deel in ("plan/", "plan/afspraken/", "plan/acties/nieuw/"):
        assert "KANARIE" not in browser.get(f"/clienten/{client.pk}/{deel}").content.decode()
    for deel in (f"plan/doelen/{doel.pk}/", f"plan/acties/{rij.pk}/"):
        assert browser.get(f"/clienten/{client.pk}/{deel}").status_code == 404
    gegevens = {"thema": "gezondheid", "omschrijving": "x", "status": "bezig"}
    assert browser.post(f"/clienten/{client.pk}/plan/doelen/nieuw/", gegevens).status_code == 422
    assert not Termijn.objects.filter(onderwerp__contains="KANARIE").exists()
    doel.thema = "werk"
    bewaar_doel(doel, ["thema"], door=an, op=vandaag())
    rij.refresh_from_db()
    assert not rij.afgeschermd


def test_afspraken_voor_de_client_in_gewone_woorden(an, als, client):
    punt(client, an, "Foto maken", eigenaar="client")
    punt(client, an, "Werkgever bellen")
    pagina = als(an).get(f"/clienten/{client.pk}/plan/afspraken/").content.decode()
    assert pagina.index("Dit doe jij") < pagina.index("Foto maken") < pagina.index("Dit doen wij")
    assert "Werkgever bellen" in pagina
    assert Journaalregel.objects.filter(wat="dossier_afgedrukt", details__onderdeel="afspraken").exists()


def test_rechten(bert, carla, leo, an, als, client):
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    assert als(bert).get(f"/clienten/{client.pk}/plan/").status_code == 200
    assert als(bert).get(f"/clienten/{client.pk}/plan/doelen/nieuw/").status_code == 403
    assert als(leo).get(f"/clienten/{client.pk}/plan/").status_code == 403
    assert als(carla).get(f"/clienten/{client.pk}/plan/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries(an, als, client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
        punt(client, an, doel=doel)
    browser = als(an)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/clienten/{client.pk}/plan/").status_code == 200


# --- the rules behind the page -----------------------------------------------------------------------------
def doel(client, door, thema="werk", omschrijving="Werk", **velden):
    return bewaar_doel(Doel(client=client, thema=thema, omschrijving=omschrijving, **velden), door=door, op=vandaag())


def test_een_doel_hoort_bij_het_lopende_traject_en_heeft_een_dag_en_een_naam(an, client):
    rij = doel(client, an)
    assert (rij.traject, rij.gesteld_op, rij.gewijzigd_door, str(rij)) == (
        client.trajecten.get(),
        vandaag(),
        an,
        "Werk",
    )
    regel = Journaalregel.objects.get(wat="doel_gewijzigd")
    assert (regel.client_id, regel.details) == (client.pk, {"stand": "gepland"})
    assert doel(maak_client(an), an).traject is None, "the traject of another client"
    oud = client.trajecten.get()
    sluit_traject_af(oud, reden=Stopreden.WERK, door=an, op=vandaag())
    assert doel(client, an).traject is None
    assert doel(client, an, traject=oud).traject == oud


def test_de_coordinator_stelt_geen_doel_over_gezondheid_maar_wel_een_ander(an, griet, client):
    with pytest.raises(Geweigerd, match="afgeschermd"):
        doel(client, griet, "gezondheid")
    assert not doel(client, griet, "taal").afgeschermd
    assert doel(client, an, "verslaving").afgeschermd
    with pytest.raises(Exception, match="omschrijving"):
        doel(client, an, omschrijving="")


def test_een_doel_wijzigen_schermt_zijn_acties_af_en_het_gesprek_blijft_tellen(an, client):
    rij = doel(client, an)
    los, uit_gesprek = punt(client, an, doel=rij), punt(client, an, doel=rij)
    Actiepunt.objects.filter(pk=uit_gesprek.pk).update(gesprek=maak_gesprek(client, an, afgeschermd=True))

    def zet(thema):
        rij.thema = thema
        bewaar_doel(rij, ["thema"], door=an, op=vandaag())
        return [Actiepunt.objects.get(pk=p.pk).afgeschermd for p in (los, uit_gesprek)]

    assert zet("gezondheid") == [True, True]
    assert zet("werk") == [False, True]
    rij.refresh_from_db()
    assert (rij.thema, rij.versie, rij.afgeschermd) == ("werk", 3, False)
    bewaar_doel(rij, door=an, op=vandaag())
    assert rij.versie == 4


def test_een_actiepunt_bij_een_afgeschermd_doel_of_gesprek_is_afgeschermd(an, client):
    assert punt(client, an, doel=doel(client, an, "gezondheid")).afgeschermd
    assert punt(client, an, gesprek=maak_gesprek(client, an, afgeschermd=True)).afgeschermd
    assert not punt(client, an, gesprek=maak_gesprek(client, an), doel=doel(client, an)).afgeschermd


def test_een_actiepunt_zonder_woorden_bestaat_niet(an, client):
    with pytest.raises(Exception, match="omschrijving"):
        punt(client, an, omschrijving="")


def test_een_actiepunt_wijzigt_alleen_wat_gezegd_is_en_op_de_gelezen_versie(an, griet, client):
    rij = punt(client, an)
    assert (rij.gewijzigd_door, str(rij)) == (an, "Cv maken")
    oud = Actiepunt.objects.get(pk=rij.pk)
    rij.omschrijving, rij.vervalt_op = "Brief maken", vandaag()
    bewaar_actiepunt(rij, ["omschrijving"], door=griet, op=vandaag())
    rij.refresh_from_db()
    assert (rij.omschrijving, rij.vervalt_op, rij.versie) == ("Brief maken", vandaag() + timedelta(days=7), 2)
    with pytest.raises(IntussenGewijzigd):
        bewaar_actiepunt(oud, ["omschrijving"], door=an, op=vandaag())
    rij.gedaan_op = vandaag()
    bewaar_actiepunt(rij, door=an, op=vandaag())
    assert Actiepunt.objects.get().gedaan_op == vandaag()
    assert [r.details for r in Journaalregel.objects.filter(wat="actiepunt_gewijzigd")] == [
        {"gedaan": True},
        {"gedaan": False},
        {"gedaan": False},
    ]


def test_afvinken_en_terugzetten_raakt_alleen_dat_punt_en_dubbelklikken_is_een_keer(an, griet, client):
    rij, ander = punt(client, an), punt(client, an)
    for _ in range(2):
        vink_af(rij, gedaan=True, door=griet, op=vandaag())
    rij.refresh_from_db()
    ander.refresh_from_db()
    assert (rij.gedaan_op, rij.gewijzigd_door, ander.gedaan_op) == (vandaag(), griet, None)
    assert Journaalregel.objects.filter(wat="actiepunt_gewijzigd", details={"gedaan": True}).count() == 1
    assert Termijn.objects.open().filter(soort=ACTIEPUNT).count() == 1
    voor = Journaalregel.objects.count()
    vink_af(ander, gedaan=False, door=griet, op=vandaag())
    assert Journaalregel.objects.count() == voor, "it was open already"
    vink_af(rij, gedaan=False, door=griet, op=vandaag())
    rij.refresh_from_db()
    assert rij.gedaan_op is None


def test_de_stand_van_een_actiepunt_volgt_uit_de_dagen(an, client):
    rij = punt(client, an)
    assert rij.stand == "gepland"
    begin_actiepunt(rij, door=an, op=vandaag())
    rij.refresh_from_db()
    assert (rij.begonnen_op, rij.stand) == (vandaag(), "bezig")
    with pytest.raises(Geweigerd, match="al begonnen"):
        begin_actiepunt(rij, door=an, op=vandaag())
    vink_af(rij, gedaan=True, door=an, op=vandaag())
    assert rij.stand == "bereikt"
    gedaan = punt(client, an, gedaan_op=vandaag())
    with pytest.raises(Geweigerd, match="al begonnen"):
        begin_actiepunt(gedaan, door=an, op=vandaag())


def test_vervallen_is_open_en_tegen_vandaag_of_vroeger(an, griet, client):
    dag = vandaag()
    rijen = [punt(client, an, vervalt_op=dag + timedelta(days=n)) for n in (-1, 0, 1)]
    punt(client, an, vervalt_op=dag, gedaan_op=dag)
    van_griet = punt(client, griet, vervalt_op=dag)
    assert set(Actiepunt.objects.van(an).vervallen(dag)) == set(rijen[:2])
    assert set(Actiepunt.objects.vervallen(dag)) == {*rijen[:2], van_griet}


# --- in the browser ------------------------------------------------------------------------------------------
def test_een_doel_bijwerken_en_twee_collegas_die_dat_tegelijk_doen(an, griet, als, client):
    rij = doel(client, an)
    adres = f"/clienten/{client.pk}/plan/doelen/{rij.pk}/"
    van_an, van_griet = (als(wie).get(adres).context["form"] for wie in (an, griet))
    assert als(an).post(adres, velden_van(van_an, omschrijving="")).status_code == 422
    gelukt = als(an).post(adres, velden_van(van_an, omschrijving="Werk in de zorg"))
    assert gelukt["Location"] == f"/clienten/{client.pk}/plan/#doel-{rij.pk}"
    botsing = als(griet).post(adres, velden_van(van_griet, omschrijving="Werk in de bouw"))
    assert botsing.status_code == 409
    assert "Werk in de zorg" in botsing.text
    assert "Werk in de bouw" in botsing.text
    rij.refresh_from_db()
    assert rij.omschrijving == "Werk in de zorg"


def test_een_actie_bijwerken_en_doorgeven_aan_de_client(an, bert, als, client):
    rij = punt(client, bert)
    adres = f"/clienten/{client.pk}/plan/acties/{rij.pk}/"
    form = als(an).get(adres).context["form"]
    assert dict(form.fields["wie"].choices)[str(bert.pk)] == "Bert Maes", "who has it stays a choice"
    assert als(an).post(adres, velden_van(form, wie="client"))["Location"] == f"/clienten/{client.pk}/plan/"
    rij.refresh_from_db()
    assert (rij.eigenaar, rij.medewerker) == ("client", bert)


def test_een_actie_bij_een_doel_begint_met_dat_doel(an, als, client):
    rij = doel(client, an)
    adres = f"/clienten/{client.pk}/plan/acties/nieuw/"
    for vraag, verwacht in ((rij.pk, str(rij.pk)), ("x", None)):
        form = als(an).get(adres, {"doel": vraag}).context["form"]
        assert form["doel"].value() == verwacht


def test_afvinken_zonder_script_brengt_je_terug_bij_het_punt(an, als, client):
    rij = punt(client, an)
    antwoord = als(an).post(f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "1"})
    assert antwoord["Location"] == f"/clienten/{client.pk}/plan/#punt-{rij.pk}"


def test_wat_bij_een_ander_dossier_hoort_bestaat_hier_niet(an, carla, als, client):
    rij, ander, stel = punt(client, an), maak_client(an), doel(client, an)
    for deel in (f"plan/acties/{rij.pk}/", f"plan/doelen/{stel.pk}/"):
        assert als(an).get(f"/clienten/{ander.pk}/{deel}").status_code == 404
        assert als(carla).get(f"/clienten/{client.pk}/{deel}").status_code == 404
    assert als(an).post(f"/clienten/{ander.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "1"}).status_code == 404
    assert Actiepunt.objects.get().gedaan_op is None
