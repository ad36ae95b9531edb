"""Whose row is it? Never somebody else's: what cannot be told apart is refused, with what to do about it."""

import re
import unicodedata
from datetime import date

import pytest

from clienten.models import Client, InszHistoriek, Stand, Toewijzing
from ocmw.gereedschap.testing.maak import maak_client, maak_insz, maak_medewerker
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.invoer import beoordelen, rijen
from ocmw.werkruimte.invoer.actions import corrigeer_cel, neem_over
from ocmw.werkruimte.invoer.models import Invoerrij
from ocmw.werkruimte.invoer.tests.boeken import OP
from tewerkstelling.models import Werkgever, Werkplek
from trajecten.models import Gesprek

pytestmark = pytest.mark.databank

JARIG = date(1990, 1, 1)
KOP = ["Familienaam", "Voornaam", "Geboortedatum"]
MENSEN = [["الخطيب", "رانيا"], ["ተስፋዬ", "ሰላም"], ["Коваленко", "Олена"], ["Łukasiewicz", "Zofia"]]
INSZ = [maak_insz(JARIG, n) for n in (31, 33, 35)]


def caseload(*mensen):
    return [KOP, *([*mens, JARIG] for mens in mensen)]


def met_insz(*rijen):
    return [["INSZ", *KOP], *([insz, familienaam, voornaam, JARIG] for insz, familienaam, voornaam in rijen)]


def gesprekken(*wie):
    """One talk per (INSZ or None, family name, first name); its text is the first name and the row."""
    kop = ["INSZ", "Familienaam", "Voornaam", "Geboortedatum", "Datum", "Soort contact", "Verslag"]
    regels = ([*mens, JARIG, "12/5/2026", "gesprek", f"{mens[2]} {n}"] for n, mens in enumerate(wie))
    return [kop, *regels]


def verslagen():
    return {(client, verslag) for client, verslag in Gesprek.objects.values_list("client__achternaam", "verslag")}


def rij_van(invoer, nummer, blad="Lijst"):
    return Invoerrij.objects.get(blad__invoer=invoer, blad__naam=blad, nummer=nummer)


@pytest.fixture
def oude_sleutel(monkeypatch):
    """The key as it was: only a-z and 0-9 of the names, and the day; also when nothing of a name was left."""

    def norm(tekst):
        plat = unicodedata.normalize("NFKD", (tekst or "").casefold())
        return re.sub(r"[^a-z0-9]+", " ", "".join(t for t in plat if not unicodedata.combining(t))).strip()

    def sleutel(waarden):
        return norm(waarden.get("familienaam")), norm(waarden.get("voornaam")), str(waarden.get("geboortedatum") or "")

    monkeypatch.setattr(rijen, "naam_en_dag", sleutel)
    monkeypatch.setattr(beoordelen, "naam_en_dag", sleutel)


class TestElkSchrift:
    BOEK = {"Lijst": caseload(*MENSEN), "Gesprekken": gesprekken(*([None, *mens] for mens in MENSEN))}

    def test_vier_mensen_van_een_dag_zijn_vier_mensen_met_elk_hun_gesprek(self, voer_in, uitkomsten):
        uitkomst = uitkomsten(voer_in(self.BOEK))
        assert set(uitkomst["Lijst"].values()) == set(uitkomst["Gesprekken"].values()) == {"nieuw"}
        assert Client.objects.count() == 4
        assert verslagen() == {(mens[0], f"{mens[1]} {n}") for n, mens in enumerate(MENSEN)}

    def test_met_de_oude_sleutel_waren_zij_een_persoon_met_het_gesprek_van_de_ander(self, voer_in, oude_sleutel):
        """The control."""
        voer_in(self.BOEK)
        assert Client.objects.count() < 4
        assert verslagen() - {(mens[0], f"{mens[1]} {n}") for n, mens in enumerate(MENSEN)}

    def test_de_tweede_keer_vindt_elke_rij_haar_eigen_dossier(self, voer_in, uitkomsten):
        voer_in(self.BOEK)
        uitkomst = uitkomsten(voer_in(self.BOEK))
        assert set(uitkomst["Lijst"].values()) == set(uitkomst["Gesprekken"].values()) == {"ongewijzigd"}

    def test_een_andere_schrijfwijze_en_volgorde_is_dezelfde_persoon(self, voer_in, uitkomsten):
        voer_in({"Lijst": caseload(["El Mansouri", "Hassan"], ["D'Hondt", "Zoë"], ["Işık", "Ayşe"])})
        anders = caseload(["ELMANSOURI", "hassan"], ["D’HONDT", "Zoe"], ["Isik", "Ayse"])
        assert uitkomsten(voer_in({"Lijst": anders}))["Lijst"][4] == "ongewijzigd"
        assert Client.objects.count() == 3

    @pytest.mark.parametrize(
        "heel", ["Jan van den Broeck", "Van Den Broeck Jan", "VANDENBROECK Jan", "van den Broeck, Jan"]
    )
    def test_een_naam_in_een_kolom_verandert_niets_aan_hoe_ze_bewaard_is(self, voer_in, an, uitkomsten, heel):
        maak_client(an, insz="", achternaam="Van den Broeck", voornaam="Jan", geboortedatum=JARIG)
        invoer = voer_in({"Lijst": [["Naam en voornaam", "Geboortedatum"], [heel, JARIG], ["Li Wei", JARIG]]})
        assert uitkomsten(invoer)["Lijst"] == {2: "ongewijzigd", 3: "nieuw"}

    @pytest.mark.parametrize(
        ("naam", "zin"),
        [
            ("??????", "De naam ontbreekt."),
            ("\ue001\ue002", "De naam ontbreekt."),
            ("Jos?", "tekens die we niet kunnen lezen. Verbeter de naam of vul het INSZ in."),
            ("Garc?a", "tekens die we niet kunnen lezen. Verbeter de naam of vul het INSZ in."),
            ("\ufffdukasz", "tekens die we niet kunnen lezen. Verbeter de naam of vul het INSZ in."),
        ],
    )
    def test_een_naam_die_niet_te_lezen_is_wijst_niemand_aan(self, voer_in, naam, zin):
        invoer = voer_in({"Lijst": caseload([naam, "Jo"], [naam, "Jo"]), "Gesprekken": gesprekken([None, naam, "Jo"])})
        assert not Client.objects.exists()
        assert not Gesprek.objects.exists()
        for blad, nummer in (("Lijst", 2), ("Lijst", 3), ("Gesprekken", 2)):
            assert zin in rij_van(invoer, nummer, blad).reden

    def test_met_een_insz_mag_de_naam_onleesbaar_zijn_en_blijft_de_bewaarde_naam_staan(self, voer_in, an):
        client = maak_client(an, insz=INSZ[0], achternaam="García", voornaam="Jo", geboortedatum=JARIG)
        invoer = voer_in({"Lijst": met_insz([INSZ[0], "Garc?a", "Jo"])})
        assert "Kijk na of de naam klopt." in rij_van(invoer, 2).opgelet[0]
        client.refresh_from_db()
        assert client.achternaam == "García"


class TestNaamgenoten:
    def test_zonder_insz_is_de_tweede_rij_een_dubbel(self, lees, uitkomsten):
        assert uitkomsten(lees({"Lijst": caseload(["Peeters", "Jo"], ["PEETERS", "Jo"])}))["Lijst"] == {
            2: "nieuw",
            3: "dubbel",
        }

    def test_een_ander_insz_is_altijd_iemand_anders(self, voer_in):
        voer_in({"Lijst": met_insz([INSZ[0], "Peeters", "Jo"], [INSZ[1], "Peeters", "Jo"])})
        assert set(Client.objects.values_list("insz", flat=True)) == set(INSZ[:2])

    @pytest.mark.parametrize("volgorde", [1, -1])
    def test_naast_een_naamgenoot_met_insz_wordt_de_rij_zonder_afgewezen(self, voer_in, uitkomsten, volgorde):
        rijen = [[INSZ[0], "Peeters", "Jo"], [None, "Peeters", "Jo"]][::volgorde]
        invoer = voer_in({"Lijst": met_insz(*rijen), "Gesprekken": gesprekken([None, "Peeters", "Jo"])})
        zonder = 3 if volgorde == 1 else 2
        assert uitkomsten(invoer)["Lijst"] == {5 - zonder: "nieuw", zonder: "afgewezen"}
        assert (
            "Of het dezelfde persoon is, weten we niet. Is het iemand anders? Vul dan het INSZ in."
            in rij_van(invoer, zonder).reden
        )
        assert rij_van(invoer, 2, "Gesprekken").reden.startswith(
            "Meer dan één persoon heeft deze naam en geboortedatum"
        )
        assert not Gesprek.objects.exists()

    def test_een_gesprek_zonder_insz_gaat_nooit_naar_een_van_twee_naamgenoten(self, voer_in):
        voer_in(
            {
                "Lijst": met_insz([INSZ[0], "Peeters", "Jo"], [INSZ[1], "Peeters", "Jo"]),
                "Gesprekken": gesprekken(
                    [None, "Peeters", "Jo"], [INSZ[1], "Peeters", "Jo"], [INSZ[2], "Peeters", "Jo"]
                ),
            }
        )
        assert list(Gesprek.objects.values_list("client__insz", "verslag")) == [(INSZ[1], "Jo 1")]

    def test_een_gesprek_zonder_insz_telt_ook_wie_alleen_in_de_dossiers_staat(self, voer_in, an):
        maak_client(an, insz=INSZ[0], achternaam="Peeters", voornaam="Jo", geboortedatum=JARIG)
        invoer = voer_in(
            {"Lijst": met_insz([INSZ[1], "Peeters", "Jo"]), "Gesprekken": gesprekken([None, "Peeters", "Jo"])}
        )
        assert (
            "in dit bestand of bij de dossiers. Vul bij dit gesprek het INSZ in."
            in rij_van(invoer, 2, "Gesprekken").reden
        )
        assert not Gesprek.objects.exists()

    def test_met_een_sleutel_op_de_eerste_rij_kreeg_de_eerste_naamgenoot_het_gesprek(self, voer_in, monkeypatch):
        """The control: what happens when only one of the namesakes is remembered under a name."""
        monkeypatch.setattr(
            beoordelen.Personen, "met_naam", lambda zelf, item: list(zelf.op_naam[item.sleutel].values())[:1]
        )
        boek = {
            "Lijst": met_insz([INSZ[0], "Peeters", "Jo"], [INSZ[1], "Peeters", "Jo"]),
            "Gesprekken": gesprekken([None, "Peeters", "Jo"]),
        }
        voer_in(boek)
        assert Gesprek.objects.get().client.insz == INSZ[0]

    def test_een_gesprek_zonder_insz_gaat_naar_de_enige_die_zo_heet(self, voer_in):
        voer_in(
            {
                "Lijst": met_insz([INSZ[0], "Van den Broucke", "Jo"]),
                "Gesprekken": gesprekken([None, "Jo", "Vandenbroucke"]),
            }
        )
        assert Gesprek.objects.get().client.insz == INSZ[0]

    def test_een_rij_zonder_insz_verandert_geen_dossier_met_insz(self, voer_in, an):
        maak_client(an, insz=INSZ[0], achternaam="Peeters", voornaam="Jo", geboortedatum=JARIG)
        invoer = voer_in({"Lijst": caseload(["Peeters", "Jo"])})
        assert "Vul het INSZ in deze rij in." in rij_van(invoer, 2).reden
        assert Client.objects.count() == 1

    def test_na_het_invullen_van_het_insz_zijn_het_twee_mensen(self, lees, griet):
        invoer = lees({"Lijst": met_insz([INSZ[0], "Peeters", "Jo"], [None, "Peeters", "Jo"])})
        corrigeer_cel(rij_van(invoer, 3), kolom=0, tekst=INSZ[1], door=griet, op=OP)
        invoer.refresh_from_db()
        neem_over(invoer, door=griet, op=OP)
        assert Client.objects.count() == 2

    @pytest.mark.parametrize(
        ("oud", "uitkomst"), [(INSZ[1], "afgewezen"), ("90210103136", "ongewijzigd"), ("90210103136|ook", "afgewezen")]
    )
    def test_een_vroeger_nummer_wijst_iemand_aan_als_het_een_bis_nummer_was(self, lees, an, oud, uitkomst):
        """A number that was typed by mistake and put right may belong to who comes in now."""
        nummer, _, ook = oud.partition("|")
        for insz in [INSZ[0], INSZ[2]] if ook else [INSZ[0]]:
            client = maak_client(an, insz=insz, achternaam="Peeters", voornaam="Jo", geboortedatum=JARIG)
            InszHistoriek.objects.create(client=client, insz=nummer, vervangen_op=OP)
        rij = rij_van(lees({"Lijst": met_insz([nummer, "Peeters", "Jo"])}), 2)
        assert (rij.uitkomst, rij.client_id is None) == (uitkomst, uitkomst == "afgewezen")

    def test_een_afgewezen_en_een_goede_rij_met_hetzelfde_nummer_zijn_een_persoon(self, voer_in):
        lijst = met_insz([INSZ[0], "Peeters", "Jo"], [INSZ[0], "Peeters", "Jo"])
        lijst[0].append("Fase")
        lijst[1].append("groep kleur 3")
        lijst[2].append("2")
        voer_in({"Lijst": lijst, "Gesprekken": gesprekken([None, "Peeters", "Jo"])})
        assert Gesprek.objects.get().client == Client.objects.get()

    def test_de_laatste_contactdag_blijft_als_het_gesprek_niet_toegewezen_kan_worden(self, voer_in):
        lijst = met_insz([INSZ[0], "Peeters", "Jo"], [INSZ[1], "Peeters", "Jo"])
        lijst[0].append("Laatste contact")
        lijst[1].append("12/5/2026")
        voer_in({"Lijst": lijst, "Gesprekken": gesprekken([None, "Peeters", "Jo"])})
        assert Stand.objects.get(client__insz=INSZ[0]).laatste_contact_op == date(2026, 5, 12)


class TestCollegas:
    LIJST = {"Lijst": [[*KOP, "Trajectbegeleider"], ["Peeters", "Jo", JARIG, "رانيا الخطيب"]]}

    def test_een_collega_met_een_naam_in_eigen_schrift_wordt_herkend(self, voer_in, aalst):
        maak_medewerker("ሰላም", "ተስፋዬ", aalst, Rol.ATB)
        rania = maak_medewerker("رانيا", "الخطيب", aalst, Rol.ATB)
        voer_in(self.LIJST)
        assert Toewijzing.objects.get().medewerker == rania

    @pytest.mark.parametrize("rol", [Rol.ATB, Rol.LESGEVER])
    def test_twee_collegas_met_een_naam_dan_blijft_de_naam_als_tekst(self, voer_in, aalst, rol):
        maak_medewerker("رانيا", "الخطيب", aalst, Rol.ATB)
        maak_medewerker("رَانِيَا", "الخطيب", aalst, rol)
        invoer = voer_in(self.LIJST)
        assert not Toewijzing.objects.exists()
        assert Client.objects.get().opmerking == "Trajectbegeleider in het ingevoerde bestand: رانيا الخطيب."
        assert "kan meer dan één collega zijn. De naam komt bij de opmerkingen." in rij_van(invoer, 2).opgelet[0]

    def test_wie_dezelfde_naam_heeft_is_in_de_keuzelijst_te_onderscheiden(self, lees, aalst, griet, als):
        for nummer in ("een", "twee"):
            collega = maak_medewerker("Jo", nummer, aalst, Rol.ATB)
            Medewerker.objects.filter(pk=collega.pk).update(achternaam="Maes")
        invoer = lees({"Lijst": [[*self.LIJST["Lijst"][0]], ["Peeters", "Jo", JARIG, "Jo Maes"]]})
        pagina = als(griet).get(f"/invoer/{invoer.pk}/woorden/").text
        assert "Jo Maes (jo.een@aalst.example)" in pagina
        assert "Jo Maes (jo.twee@aalst.example)" in pagina

    def test_wie_niet_meer_actief_is_maakt_de_naam_niet_dubbel(self, voer_in, aalst):
        weg = maak_medewerker("رَانِيَا", "الخطيب", aalst, Rol.ATB)
        Medewerker.objects.filter(pk=weg.pk).update(is_active=False)
        rania = maak_medewerker("رانيا", "الخطيب", aalst, Rol.ATB)
        voer_in(self.LIJST)
        assert Toewijzing.objects.get().medewerker == rania

    def test_het_gesprek_van_een_onduidelijke_collega_houdt_de_naam(self, voer_in, aalst):
        for voornaam in ("Jo", "jo "):
            maak_medewerker(voornaam, "Maes", aalst, Rol.ATB)
        boek = {"Lijst": caseload(["Peeters", "Jo"]), "Gesprekken": gesprekken([None, "Peeters", "Jo"])}
        boek["Gesprekken"] = [[*boek["Gesprekken"][0], "Door"], [*boek["Gesprekken"][1], "Jo Maes"]]
        voer_in(boek)
        assert (Gesprek.objects.get().door, Gesprek.objects.get().door_naam) == (None, "Jo Maes")


class TestWerkgevers:
    LIJST = {"Lijst": [[*KOP, "Start art.60", "Werkplek"], ["Peeters", "Jo", JARIG, "1/6/2026", "Café Zuid - Keuken"]]}

    def test_twee_werkgevers_met_een_naam_dan_wordt_de_rij_afgewezen(self, voer_in, aalst):
        for naam in ("Café Zuid", "CAFE ZUID"):
            Werkgever.objects.create(ocmw=aalst, naam=naam, soort="prive")
        invoer = voer_in(self.LIJST)
        assert "Er is meer dan één werkgever die 'Café Zuid' heet (CAFE ZUID, Café Zuid)." in rij_van(invoer, 2).reden
        assert not Werkplek.objects.exists()
        assert not Client.objects.exists()

    def test_een_ocmw_zonder_verwarring_vindt_de_werkgever_in_elke_schrijfwijze(self, voer_in, aalst):
        bestaand = Werkgever.objects.create(ocmw=aalst, naam="CAFE ZUID", soort="prive")
        Werkgever.objects.create(ocmw=aalst, naam="Zuid Café", soort="prive")
        voer_in(self.LIJST)
        assert Werkplek.objects.get().werkgever == bestaand

    def test_werkgevers_in_eigen_schrift_blijven_uit_elkaar(self, voer_in, aalst):
        Werkgever.objects.create(ocmw=aalst, naam="مطعم النور", soort="prive")
        lijst = [[*KOP, "Start art.60", "Werkplek"], ["Peeters", "Jo", JARIG, "1/6/2026", "ምግብ ቤት"]]
        voer_in({"Lijst": lijst})
        assert Werkplek.objects.get().werkgever.naam == "ምግብ ቤት"
