"""Starting: the law cannot be overridden, the rest with a reason, and a start is a contract or nothing at all."""

from datetime import date, timedelta

import pytest
import time_machine

from clienten.actions import sluit_client
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, teken, vers
from ocmw.journaal.models import Journaalregel
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.match.enums import Voorstelstatus
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.actions import noteer_raad, start_plaatsing, vink_punt
from tewerkstelling.startklaar.actions import start as startactie
from tewerkstelling.startklaar.beloften import STARTKLAAR
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Plaatsingstatus, Puntstand
from tewerkstelling.startklaar.models import Checkpunt

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 20)
ZACHT = ("raadslijst", "weo", "beslissing", "loon", "kinderopvang", "vervoer", "werkkledij", "medisch")
HARD = ("handtekeningen", "recht", "vdab", "dimona", "verzekering")


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


def test_de_lijst_bestaat_uit_wat_de_wet_vraagt_en_de_rest(client, an):
    lijst = checklist(maak_plaatsing(client, an))
    assert {punt.code for punt in lijst.punten if punt.wettelijk} == set(HARD)
    assert {punt.code for punt in lijst.punten if not punt.wettelijk} == set(ZACHT)
    assert all(punt.bron for punt in lijst.punten)


def test_een_start_maakt_het_contract(client, an):
    plaatsing = maak_gestart(client, an, van=OP + timedelta(days=3), functie="Groendienst", uren_per_week=19)
    contract = Tewerkstelling.objects.get()
    assert plaatsing.contract == contract
    assert (contract.van, contract.tot, contract.werkplek) == (plaatsing.van, plaatsing.tot, plaatsing.werkplek)
    assert (contract.soort, contract.uren_per_week, contract.functie) == ("art60", 19, "Groendienst")
    assert (plaatsing.gestart_op, plaatsing.gestart_door) == (OP, an)
    assert plaatsing.toch_gestart == []
    codes = set(Journaalregel.objects.filter(client_id=client.pk).values_list("wat", flat=True))
    assert {"plaatsing_gestart", "tewerkstelling_gestart"} <= codes
    assert "plaatsing_toch_gestart" not in codes
    assert not Termijn.objects.open().filter(soort=STARTKLAAR).exists()


@pytest.mark.parametrize("code", HARD)
def test_wat_de_wet_vraagt_kan_niemand_overslaan(client, an, griet, code):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an, zonder=(code,))
    for collega in (an, griet):
        with pytest.raises(Geweigerd) as fout:
            start_plaatsing(vers(plaatsing), motivatie="Het moet nu.", door=collega, op=OP)
        assert "toch starten" not in fout.value.reden
    assert not Tewerkstelling.objects.exists()
    assert vers(plaatsing).status == Plaatsingstatus.VOORSTEL


@pytest.mark.parametrize("code", ZACHT)
def test_de_rest_kan_met_een_reden(client, an, code):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an, zonder=(code,))
    with pytest.raises(Geweigerd, match="toch starten als je schrijft waarom"):
        start_plaatsing(vers(plaatsing), motivatie="   ", door=an, op=OP)
    start_plaatsing(vers(plaatsing), motivatie="Komt volgende week in orde.", door=an, op=OP)
    plaatsing = vers(plaatsing)
    assert (plaatsing.toch_gestart, plaatsing.motivatie) == ([code], "Komt volgende week in orde.")
    regel = Journaalregel.objects.get(wat="plaatsing_toch_gestart")
    assert regel.details == {"punten": [code]}  # codes only, the text stays on the row


def test_een_reden_zonder_dat_iets_ontbreekt_wordt_niet_bewaard(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    start_plaatsing(plaatsing, motivatie="Zomaar.", door=an, op=OP)
    assert vers(plaatsing).motivatie == ""


@pytest.mark.parametrize("wie", ["getekend_ocmw_op", "getekend_gebruiker_op", "getekend_werknemer_op"])
def test_elk_van_de_drie_tekent(client, an, wie):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an, zonder=("handtekeningen",))
    teken(
        plaatsing,
        an,
        wie=[v for v in ("getekend_ocmw_op", "getekend_gebruiker_op", "getekend_werknemer_op") if v != wie],
    )
    with pytest.raises(Geweigerd, match="tekende nog niet"):
        start_plaatsing(vers(plaatsing), motivatie="x", door=an, op=OP)
    teken(plaatsing, an, wie=[wie])
    start_plaatsing(vers(plaatsing), door=an, op=OP)


def test_tekenen_op_de_eerste_werkdag_is_op_tijd_erna_te_laat(client, an):
    op_tijd = maak_klaar(maak_plaatsing(client, an, van=OP, laatste_dag=OP + timedelta(days=20)), an)
    start_plaatsing(op_tijd, door=an, op=OP)
    ander = maak_client(an)
    te_laat = maak_klaar(maak_plaatsing(ander, an, van=OP - timedelta(days=1)), an)
    with pytest.raises(Geweigerd, match="na de eerste werkdag"):
        start_plaatsing(te_laat, motivatie="x", door=an, op=OP)


def test_een_gesloten_dossier_start_niet(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    sluit_client(client, reden="verhuisd", door=an, op=OP, slotnota="Verhuisd.")
    with pytest.raises(Geweigerd, match="gesloten"):
        start_plaatsing(vers(plaatsing), door=an, op=OP)
    with pytest.raises(Geweigerd, match="gesloten"):
        maak_plaatsing(client, an)


def test_wie_een_oude_versie_zag_kijkt_opnieuw(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    gezien = vers(plaatsing)
    noteer_raad(vers(plaatsing), ["raad_besluit"], door=an, op=OP)
    with pytest.raises(Geweigerd, match="intussen gewijzigd"):
        start_plaatsing(gezien, door=an, op=OP)
    assert not Tewerkstelling.objects.exists()


def test_als_het_contract_niet_lukt_blijft_er_niets_over(client, an, monkeypatch):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)

    def mislukt(*args, **kwargs):
        raise Geweigerd("Het contract lukt niet.")

    monkeypatch.setattr(startactie, "start_tewerkstelling", mislukt)
    with pytest.raises(Geweigerd, match="lukt niet"):
        start_plaatsing(plaatsing, door=an, op=OP)
    assert vers(plaatsing).status == Plaatsingstatus.VOORSTEL
    assert not Journaalregel.objects.filter(wat="plaatsing_gestart").exists()


def test_de_start_is_het_resultaat_van_het_voorstel(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an)
    voorstel, ander = (
        Voorstel.objects.create(client=client, werkplek=plek, gedaan_op=OP, status_op=OP, door=an)
        for plek in (plaatsing.werkplek, maak_werkplek(client.ocmw, plek="Elders"))
    )
    start_plaatsing(plaatsing, door=an, op=OP)
    for rij in (voorstel, ander):
        rij.refresh_from_db()
    assert [rij.status for rij in (voorstel, ander)] == [Voorstelstatus.GESTART, Voorstelstatus.VOORGESTELD]


def test_een_voorstel_blijft_van_zijn_eigen_client(client, an):
    """The proposal it came from wins over the place, but only among the proposals of this client."""
    van_plek, gekozen, vreemd = (
        Voorstel.objects.create(client=wie, werkplek=plek, gedaan_op=OP, status_op=OP, door=an)
        for wie, plek in (
            (client, maak_werkplek(client.ocmw)),
            (client, maak_werkplek(client.ocmw, plek="Elders")),
            (maak_client(an), maak_werkplek(client.ocmw)),
        )
    )
    start_plaatsing(maak_klaar(maak_plaatsing(client, an, uit_voorstel=gekozen), an), door=an, op=OP)
    later = {
        "van": OP + timedelta(days=500),
        "uit_voorstel": vreemd,
        "werkplek": maak_werkplek(client.ocmw, plek="Nog"),
    }
    start_plaatsing(maak_klaar(maak_plaatsing(client, an, **later), an), door=an, op=OP, motivatie="Ver vooruit.")
    for rij in (van_plek, gekozen, vreemd):
        rij.refresh_from_db()
    verwacht = [Voorstelstatus.VOORGESTELD, Voorstelstatus.GESTART, Voorstelstatus.VOORGESTELD]
    assert [rij.status for rij in (van_plek, gekozen, vreemd)] == verwacht


# --- the points ----------------------------------------------------------------------------------
def test_een_punt_onthoudt_dag_en_wie(client, an, griet):
    plaatsing = maak_plaatsing(client, an)
    vink_punt(plaatsing, "dimona", dag=OP - timedelta(days=2), door=griet, op=OP)
    punt = checklist(vers(plaatsing)).punt("dimona")
    assert (punt.op, punt.door, punt.in_orde) == (OP - timedelta(days=2), griet.naam, True)
    vink_punt(plaatsing, "dimona", door=an, op=OP)  # ticking twice is no error
    assert Checkpunt.objects.filter(plaatsing=plaatsing, code="dimona").count() == 1


@pytest.mark.parametrize(
    ("code", "extra", "zin"),
    [
        ("dimona", {"dag": OP + timedelta(days=1)}, "verleden"),
        ("dimona", {"stand": Puntstand.NIET_NODIG}, "altijd nodig"),
        ("vdab", {"stand": Puntstand.NIET_NODIG}, "Schrijf waarom dit hier niet nodig is"),
        ("handtekeningen", {}, "volgt uit wat je"),
        ("raadslijst", {}, "volgt uit wat je"),
        ("onzin", {}, "niet op de lijst"),
        ("medisch", {"toelichting": "rug"}, "Schrijf hier niets bij"),
    ],
)
def test_een_punt_dat_niet_kan_zegt_waarom(client, an, code, extra, zin):
    with pytest.raises(Geweigerd, match=zin):
        vink_punt(maak_plaatsing(client, an), code, door=an, op=OP, **extra)
    assert not Checkpunt.objects.exists()


def test_een_vrijstelling_van_vdab_met_uitleg_telt(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an, zonder=("vdab",))
    vink_punt(plaatsing, "vdab", stand=Puntstand.NIET_NODIG, toelichting="Vrijgesteld door VDAB", door=an, op=OP)
    start_plaatsing(vers(plaatsing), door=an, op=OP)
    assert vers(plaatsing).toch_gestart == []


def test_na_een_start_met_een_reden_kan_de_lijst_nog_vol(client, an):
    plaatsing = maak_klaar(maak_plaatsing(client, an), an, zonder=("werkkledij",))
    start_plaatsing(vers(plaatsing), motivatie="Komt nog.", door=an, op=OP)
    vink_punt(plaatsing, "werkkledij", door=an, op=OP)
    assert checklist(vers(plaatsing)).volledig
    with pytest.raises(Geweigerd, match="blijft staan"):
        vink_punt(plaatsing, "vervoer", door=an, op=OP)


def test_het_besluit_komt_vaak_na_de_start(client, an):
    plaatsing = maak_gestart(client, an, van=OP)
    plaatsing.raad_besluit = "2026/117"
    noteer_raad(plaatsing, ["raad_besluit"], door=an, op=OP)
    assert vers(plaatsing).raad_besluit == "2026/117"
