"""From judged rows to dossiers: what is made, what changes, what is refused."""

from collections import Counter
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine

from clienten.enums import Stap
from clienten.models import Client, Stand, Toewijzing
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.fixtures import gedeelde_wereld
from ocmw.gereedschap.testing.maak import (
    maak_client,
    maak_contract,
    maak_gesprek,
    maak_medewerker,
    maak_ocmw,
    maak_traject,
)
from ocmw.journaal.models import Journaalregel
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, neem_over
from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij
from ocmw.werkruimte.invoer.samenvatting import samenvatting
from ocmw.werkruimte.invoer.tests.boeken import AALST, KEMPEN, OP, WESTHOEK
from ocmw.werkruimte.invoer.tests.conftest import lees_bladen_in, maak_team
from tewerkstelling.models import Tewerkstelling, Werkgever, Werkplek
from trajecten.fasen import Fase
from trajecten.models import Gesprek, Traject
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.databank

KOP = ["Familienaam", "Voornaam", "INSZ", "Geboortedatum"]
TOM = ["Declercq", "Tom", "85.07.30-033.28", "30/07/1985"]


def een(extra: dict[str, object], persoon=TOM):
    return {"Lijst": [[*KOP, *extra], [*persoon, *extra.values()]]}


@pytest.fixture
def tom(an):
    return maak_client(an, achternaam="Declercq", voornaam="Tom", insz="85073003328", geboortedatum=date(1985, 7, 30))


@pytest.fixture(scope="class")
def wereld(django_db_setup, django_db_blocker, tmp_path_factory):
    """The workbook of 240 people comes in once for all these tests."""
    map_ = tmp_path_factory.mktemp("wereld")
    with gedeelde_wereld(django_db_blocker, map_), time_machine.travel(f"{OP} 10:00", tick=True):
        aalst = maak_ocmw("aalst", "OCMW Aalst")
        griet = maak_medewerker("Griet", "Wouters", aalst, Rol.COORDINATOR)
        maak_team(aalst)
        invoer = neem_over(lees_bladen_in(AALST.read_bytes(), griet), door=griet, op=OP)
        yield SimpleNamespace(griet=griet.pk, invoer=invoer.pk)


class TestAalst:
    @pytest.fixture
    def griet(self, wereld, db):
        return Medewerker.objects.get(pk=wereld.griet)

    @pytest.fixture(autouse=True)
    def _ingevoerd(self, wereld, db):
        self.invoer = Invoer.objects.get(pk=wereld.invoer)

    def test_elke_geldige_persoon_heeft_een_dossier_met_alles_erop(self):
        assert Client.objects.count() == 227
        per_stap = Counter(Stand.objects.values_list("stap", flat=True))
        assert per_stap == {11: 30, 12: 36, 13: 35, 14: 60, 15: 19, 20: 32, 90: 15}
        assert Toewijzing.objects.count() == 2 * 227
        ilse = Client.objects.get(insz="05091567839")
        assert (ilse.naam, ilse.statuut, ilse.mag_werken, ilse.taalniveau) == ("Ilse Janssens", "leefloon", "ja", "A1")
        assert ilse.contact.gsm == "+32484451359"
        contract = ilse.tewerkstellingen.get()
        assert (contract.van, contract.laatste_dag) == (date(2026, 7, 16), date(2028, 1, 15))
        assert str(contract.werkplek) == "Zorghotel - Zorghotel"
        assert ilse.stand.coach.naam == "Guido Baeten"
        assert ilse.stand.mw.naam == "Lucien De Witte"
        assert ilse.stand.laatste_contact_op == date(2026, 11, 15)

    def test_gesprekken_staan_bij_hun_persoon_en_wie_onbekend_is_wordt_gemeld(self):
        telling = samenvatting(self.invoer)["gesprekken"]
        assert telling["nieuw"] == 601
        assert len(telling["afgewezen"]) == 36
        echte = Gesprek.objects.exclude(verslag__startswith="Laatste contact volgens")
        assert echte.count() == 601
        assert not echte.filter(door=None).exists()
        redenen = Counter(rij["reden"].split(",")[0].split(" rij ")[0] for rij in telling["afgewezen"])
        assert sum(aantal for reden, aantal in redenen.items() if "De persoon van dit gesprek staat in" in reden) == 23
        assert redenen["De persoon van dit gesprek vinden we niet in dit bestand en niet bij de dossiers."] == 13

    def test_nog_een_keer_verandert_niets(self, voer_in, boek_aalst):
        voor = _alles()
        telling = samenvatting(voer_in(boek_aalst))
        assert (telling["nieuw"], telling["gewijzigd"], telling["ongewijzigd"]) == (0, 0, 227)
        assert (telling["gesprekken"]["nieuw"], telling["gesprekken"]["ongewijzigd"]) == (0, 601)
        assert _alles() == voor

    def test_termijnen_en_stand_zijn_zoals_de_acties_ze_zouden_maken(self):
        voor = _termijnen(), _standen()
        for client in Client.objects.all():
            leid_opnieuw_af(client, op=OP)
        assert _termijnen() == voor[0]
        assert [(s[k], voor[1][pk][k], k) for pk, s in _standen().items() for k in s if s[k] != voor[1][pk][k]] == []

    def test_elke_wijziging_staat_in_het_journaal_van_de_client(self):
        per_client = Counter(Journaalregel.objects.filter(wat="client_aangemaakt").values_list("client_id", flat=True))
        assert set(per_client.values()) == {1}
        assert len(per_client) == 227
        assert Journaalregel.objects.filter(wat="gesprek_genoteerd").count() == Gesprek.objects.count()
        assert Journaalregel.objects.filter(wat="tewerkstelling_gestart").count() == Tewerkstelling.objects.count()
        assert Journaalregel.objects.get(wat="caseload_ingevoerd").details["nieuw"] == 227

    def test_elk_dossier_voldoet_aan_dezelfde_voorwaarden_als_een_formulier(self):
        for model in (Client, Traject, Tewerkstelling, Werkervaring, Gesprek, Werkgever, Werkplek):
            for rij in model.objects.all():
                rij.full_clean(exclude=["door"])  # empty when the talk comes from a file


def _alles():
    modellen = (Client, Toewijzing, Traject, Tewerkstelling, Werkervaring, Gesprek, Termijn, Werkgever, Werkplek)
    return {model.__name__: model.objects.count() for model in modellen}, _termijnen(), _standen()


def _termijnen():
    return sorted(
        Termijn.objects.values_list("client", "soort", "sleutel", "vervalt_op", "verantwoordelijke", "gesloten_op")
    )


def _standen():
    return {stand.pop("client_id"): stand for stand in Stand.objects.values()}


def test_een_ander_team_komt_binnen_met_eigen_fasen_en_namen(voer_in, an, uitkomsten):
    invoer = voer_in(WESTHOEK, fasen={"groep kleur 3": "2"}, collegas={"els d": an.pk})
    assert uitkomsten(invoer) == {
        "Lijst 2026": {2: "nieuw", 3: "nieuw", 4: "nieuw", 5: "nieuw"},
        "Contacten": {2: "nieuw", 3: "nieuw"},
    }
    lina = Client.objects.get(achternaam="Haddad")
    assert lina.trajecten.get().fase == Fase.IN_KAART
    assert lina.stand.coach == an
    assert Gesprek.objects.get(client__achternaam="Declercq").door == an
    kim = Client.objects.get(achternaam="Zonder Nummer")
    assert (kim.insz, kim.gesloten_op, kim.sluitreden) == ("", OP, "ingevoerd")


def test_een_onbekende_collega_wordt_gemeld_en_de_naam_blijft_staan(voer_in):
    invoer = voer_in(WESTHOEK)
    tom = Client.objects.get(achternaam="Declercq")
    assert tom.opmerking.splitlines() == [
        "Maatschappelijk werker in het ingevoerde bestand: Ann V..",
        "Trajectbegeleider in het ingevoerde bestand: Els D..",
    ]
    assert Gesprek.objects.get(client=tom, kanaal="huisbezoek").door_naam == "Els D."
    assert "Trajectbegeleider 'Els D.' kennen we niet als collega." in samenvatting(invoer)["opgelet"][1]["reden"]


def test_een_derde_team_met_bis_nummers(voer_in, uitkomsten):
    invoer = voer_in(KEMPEN)
    assert uitkomsten(invoer) == {"Trajecten": {3: "nieuw", 4: "afgewezen", 5: "nieuw"}}
    nora = Client.objects.get(achternaam="El Amrani")
    assert nora.stand.stap == Stap.FASE_5
    assert nora.tewerkstellingen.get().laatste_dag == date(2026, 9, 30)


class TestBestaandePersoon:
    def test_verschillen_per_veld_en_de_rest_blijft(self, lees, griet, tom):
        tom.contact.gsm = "+32470000000"
        tom.contact.save()
        invoer = lees(een({"GSM": "0470 11 22 33", "E-mail": "tom@voorbeeld.be", "Gemeente": None, "Statuut": "LL"}))
        rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=2)
        assert rij.uitkomst == "gewijzigd"
        assert rij.verschillen == [
            ["Steun", "", "leefloon"],
            ["Gsm", "+32470000000", "+32470112233"],
            ["E-mail", "", "tom@voorbeeld.be"],
        ]
        neem_over(invoer, door=griet, op=OP)
        tom.refresh_from_db()
        tom.contact.refresh_from_db()
        assert (tom.statuut, tom.contact.gsm, tom.contact.email) == ("leefloon", "+32470112233", "tom@voorbeeld.be")
        assert Client.objects.count() == 1

    def test_een_lege_cel_wist_niets(self, voer_in, tom, uitkomsten):
        assert uitkomsten(voer_in(een({"GSM": None, "Moedertaal": None}))) == {"Lijst": {2: "ongewijzigd"}}
        tom.refresh_from_db()
        assert tom.taal == "Nederlands"

    @pytest.mark.parametrize(("insz", "zin"), [("", "zonder INSZ"), ("85273012321", "met een BIS-nummer")])
    def test_een_naamgenoot_die_het_kan_zijn_krijgt_niets_tot_iemand_het_zegt(self, lees, griet, an, insz, zin):
        """Number history (I8) begins where somebody knows that the number changed: in the dossier."""
        client = maak_client(an, achternaam="DECLERCQ", voornaam="tom", insz=insz, geboortedatum=date(1985, 7, 30))
        invoer = lees(een({"GSM": "0470 99 88 77"}))
        rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=2)
        assert rij.uitkomst == "afgewezen"
        assert zin in rij.reden
        assert "eerst in dat dossier" in rij.reden
        Client.objects.filter(pk=client.pk).update(insz="85073003328")
        beoordeel_invoer(invoer, door=griet, op=OP)
        neem_over(invoer, door=griet, op=OP)
        client.contact.refresh_from_db()
        assert (Client.objects.count(), client.contact.gsm) == (1, "+32470998877")

    def test_een_ander_insz_is_een_ander_persoon(self, voer_in, an):
        maak_client(an, achternaam="Declercq", voornaam="Tom", insz="85073006696", geboortedatum=date(1985, 7, 30))
        voer_in(een({}))
        assert Client.objects.count() == 2

    def test_een_fase_verder_gaat_langs_elke_fase_en_bewaart_de_geschiedenis(self, voer_in, an, tom):
        traject = maak_traject(tom, an)
        voer_in(een({"Fase": "4"}))
        traject.refresh_from_db()
        assert traject.fase == Fase.BEGELEIDING
        assert list(traject.faseperiodes.values_list("fase", flat=True)) == [1, 2, 3, 4]

    def test_van_lopend_naar_nazorg_en_naar_afgesloten(self, voer_in, an, tom):
        maak_traject(tom, an)
        voer_in(een({"Fase": "nazorg"}))
        tom.refresh_from_db()
        assert (tom.stand.stap, tom.trajecten.get().afgesloten_op) == (Stap.NAZORG, OP)
        voer_in(een({"Fase": "afgesloten"}))
        tom.refresh_from_db()
        tom.stand.refresh_from_db()
        assert (tom.stand.stap, tom.gesloten_op) == (Stap.GESLOTEN, OP)
        assert not Termijn.objects.open().exists()

    def test_een_gesloten_dossier_gaat_niet_vanzelf_open(self, lees, an, tom):
        Client.objects.filter(pk=tom.pk).update(gesloten_op=OP, sluitreden="werk")
        rij = Invoerrij.objects.get(blad__invoer=lees(een({"Fase": "2"})), nummer=2)
        assert rij.uitkomst == "afgewezen"
        assert rij.reden == "Dit dossier is gesloten. Heropen het eerst en voer deze rij dan opnieuw in."

    def test_het_contract_wordt_aangepast_en_niet_verdubbeld(self, lees, griet, an, tom):
        maak_contract(tom, an, van=date(2026, 3, 1), laatste_dag=date(2027, 2, 28))
        invoer = lees(
            een({"Start art.60": "1/3/2026", "Einde art.60": "31/5/2027", "Werkplek": "Kringwinkel - Sorteren"})
        )
        rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=2)
        assert ["Laatste dag art.60", "28/02/2027", "31/05/2027"] in rij.verschillen
        neem_over(invoer, door=griet, op=OP)
        assert tom.tewerkstellingen.get().laatste_dag == date(2027, 5, 31)
        einden = Termijn.objects.open().filter(client=tom, soort="einde_art60").values_list("vervalt_op", flat=True)
        assert list(einden) == [date(2027, 5, 31) - timedelta(days=90)]

    def test_een_contract_naast_ander_werk_mag(self, lees, an, tom):
        maak_contract(tom, an, van=date(2026, 1, 1), laatste_dag=date(2026, 12, 31), soort="regulier")
        rij = Invoerrij.objects.get(blad__invoer=lees(een({"Start art.60": "1/6/2026"})), nummer=2)
        assert "overlapt" not in rij.reden

    def test_een_opmerking_wordt_aangevuld_en_nooit_vervangen(self, voer_in, tom):
        Client.objects.filter(pk=tom.pk).update(opmerking="Eigen nota van de collega.")
        voer_in(een({"Opmerkingen": "zoekt kinderopvang"}))
        voer_in(een({"Opmerkingen": "Zoekt kinderopvang"}))
        tom.refresh_from_db()
        assert tom.opmerking == "Eigen nota van de collega.\nzoekt kinderopvang"

    def test_laatste_contact_telt_alleen_als_het_later_is(self, voer_in, an, tom, uitkomsten):
        maak_gesprek(tom, an, op=date(2026, 11, 1))
        assert uitkomsten(voer_in(een({"Laatste contact": "1/10/2026"}))) == {"Lijst": {2: "ongewijzigd"}}
        voer_in(een({"Laatste contact": "10/11/2026"}))
        assert Stand.objects.get(client=tom).laatste_contact_op == date(2026, 11, 10)

    def test_nieuwe_gesprekken_van_een_bestaande_persoon(self, voer_in, an, tom):
        maak_traject(tom, an)
        blad = [
            ["INSZ", "Datum", "Verslag"],
            ["85.07.30-033.28", "20/11/2026", "Goed nieuws."],
            ["85073003328", "20/11/2026", "Goed nieuws."],
        ]
        invoer = voer_in({"Gesprekken": blad})
        assert samenvatting(invoer)["gesprekken"]["dubbels"][0]["rij"] == 3
        assert tom.gesprekken.get().verslag == "Goed nieuws."
        stilte = Termijn.objects.open().get(client=tom, soort="contact")
        assert stilte.vervalt_op == date(2026, 12, 20)
        assert samenvatting(voer_in({"Gesprekken": blad}))["gesprekken"]["ongewijzigd"] == 1


class TestGrenzen:
    def test_een_dossier_elders_verraadt_niets_dan_de_vraag_om_contact(self, lees, carla, uitkomsten):
        elders = maak_client(carla, achternaam="Geheim", voornaam="Persoon", insz="85073003328")
        rij = Invoerrij.objects.get(blad__invoer=lees(een({})), nummer=2)
        assert rij.uitkomst == "nieuw"
        assert rij.opgelet == ["Neem contact op met je coördinator voor je met dit dossier verder werkt."]
        assert rij.client_id is None
        assert rij.verschillen == []
        assert "Geheim" not in str(rij.redenen)
        assert elders.ocmw.naam not in str(rij.redenen)

    def test_een_gesprek_over_iemand_elders_vindt_niemand(self, lees, carla):
        maak_client(carla, insz="85073003328")
        invoer = lees({"Gesprekken": [["INSZ", "Datum", "Verslag"], ["85073003328", "20/11/2026", "x"]]})
        rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=2)
        assert rij.reden == "De persoon van dit gesprek vinden we niet in dit bestand en niet bij de dossiers."

    def test_de_coach_van_een_samenwerking_wordt_herkend(self, voer_in, oud_turnhout, samenwerking, carla):
        from ocmw.gereedschap.testing.maak import maak_medewerker

        hilde = maak_medewerker("Hilde", "Raes", oud_turnhout, "coordinator")
        voer_in(een({"Coach": "Carla Peeters"}), door=hilde)
        assert Toewijzing.objects.get().medewerker == carla

    def test_een_collega_zonder_samenwerking_blijft_tekst(self, voer_in, carla):
        voer_in(een({"Coach": "Carla Peeters"}))
        assert not Toewijzing.objects.exists()


def test_een_rij_die_bij_het_schrijven_niet_meer_kan_houdt_de_andere_niet_tegen(lees, griet, an, uitkomsten):
    """What the preview saw is not what stands there at the time of writing."""
    rijen = [KOP, TOM, ["Aerts", "An", "00.01.25-567.77", "25/01/2000"]]
    invoer = lees({"Lijst": rijen})
    blad = invoer.bladen.get()
    Invoerrij.objects.filter(blad=blad, nummer=2).update(cellen=["Declercq", "Tom", "85.07.30-033.29", "30/07/1985"])
    neem_over(invoer, door=griet, op=OP)
    assert uitkomsten(invoer) == {"Lijst": {2: "afgewezen", 3: "nieuw"}}
    assert list(Client.objects.values_list("achternaam", flat=True)) == ["Aerts"]


def test_wie_intussen_gemaakt_is_wordt_bijgewerkt_en_niet_verdubbeld(lees, griet, an):
    invoer = lees(een({"Moedertaal": "Arabisch"}))
    tom = maak_client(an, achternaam="Declercq", voornaam="Tom", insz="85073003328", geboortedatum=date(1985, 7, 30))
    neem_over(invoer, door=griet, op=OP)
    tom.refresh_from_db()
    assert (Client.objects.count(), tom.taal) == (1, "Arabisch")


def test_een_verbeterde_cel_maakt_ook_de_gesprekken_goed(lees, griet, boek_aalst, team_aalst):
    from ocmw.werkruimte.invoer.actions import corrigeer_cel

    invoer = lees(boek_aalst)
    rij = Invoerrij.objects.get(blad__invoer=invoer, blad__naam="Caseload", nummer=233)
    corrigeer_cel(rij, kolom=0, tekst="Peeters", door=griet, op=OP)
    assert rij.uitkomst == Rijuitkomst.NIEUW
    assert invoer.telling["caseload"]["afgewezen"] == 13
    invoer.refresh_from_db()
    assert (invoer.telling["caseload"]["afgewezen"], invoer.telling["gesprekken"]["afgewezen"]) == (12, 32)
    neem_over(invoer, door=griet, op=OP)
    assert Client.objects.get(achternaam="Peeters", voornaam="Alina").gesprekken.count() >= 4


def test_een_correctie_kan_een_dubbel_maken_en_weer_ongedaan(lees, griet):
    from ocmw.werkruimte.invoer.actions import corrigeer_cel

    invoer = lees({"Lijst": [KOP, TOM, ["Aerts", "An", "00.01.25-567.77", None]]})
    rij = Invoerrij.objects.get(blad__invoer=invoer, nummer=3)
    corrigeer_cel(rij, kolom=2, tekst="85.07.30-033.28", door=griet, op=OP)
    assert rij.uitkomst == Rijuitkomst.DUBBEL
    corrigeer_cel(rij, kolom=2, tekst="00.01.25-567.77", door=griet, op=OP)
    assert rij.uitkomst == Rijuitkomst.NIEUW


def test_opnieuw_beoordelen_geeft_dezelfde_uitkomst(lees, griet, boek_aalst):
    invoer = lees(boek_aalst)
    eerst = list(Invoerrij.objects.order_by("pk").values_list("uitkomst", "redenen", "verschillen"))
    beoordeel_invoer(invoer, door=griet, op=OP)
    assert list(Invoerrij.objects.order_by("pk").values_list("uitkomst", "redenen", "verschillen")) == eerst
