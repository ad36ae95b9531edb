"""What a draft would move: the same calculations twice, and nothing written to a dossier."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.models import Client, Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.gereedschap.testing.maak_regels import keur_goed, maak_regelconcept, met_impact
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import euro
from ocmw.opdrachten.actions import annuleer_opdracht
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.regels.actions import publiceer, vraag_impact, wijzig_concept
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import Luisterboek, gepubliceerd_boek, regel
from ocmw.regels.telling import geraakt, zinnen
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.regelimpact.impact import Boeken, Impactgroep, impact_van_groep
from ocmw.werkruimte.regelimpact.jobs import begin_nieuwe_regels
from ocmw.werkruimte.regelimpact.models import Impactrij
from tewerkstelling.geld.berekening import geldstand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
TOELATING = [{"tot_leeftijd": None, "dagen": 468, "maanden": 36}]


def dag(n: int) -> date:
    return vandaag() + timedelta(days=n)


@pytest.fixture
def dossier(an):
    """A traject, a running contract and a window of 24 months."""
    client = maak_client(an)
    maak_traject(client, an)
    maak_contract(client, an, van=dag(-30), laatste_dag=dag(400))
    registreer_werkervaring(Werkervaring(client=client, start=dag(-40), geregistreerd_door=an), door=an, op=vandaag())
    return client


def rijen(concept):
    return {
        (rij.soort, rij.detail if rij.soort == "termijn" else ""): rij
        for rij in Impactrij.objects.filter(concept=concept)
    }


def test_meer_dagen_nodig_verschuift_het_einde(dossier, griet):
    concept = met_impact(maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1)), griet)
    gevonden = rijen(concept)
    dagen, einde = gevonden["dagen", ""], gevonden["rechten", ""]
    assert (dagen.voor, dagen.na, dagen.richting, dagen.verschil) == ("312 dagen", "468 dagen", "meer", 156)
    assert (einde.richting, einde.verschil) == ("later", (einde.na_dag - einde.voor_dag).days)
    assert 170 < einde.verschil < 190, "156 dagen is een half jaar voltijds"
    assert zinnen(concept.impact_telling)[:2] == [
        "1 dossier: de dag waarop de dagen bewezen zijn, verschuift (1 later).",
        "1 dossier: er zijn meer dagen nodig.",
    ]
    assert geraakt(concept.impact_telling) == geraakt(concept.impact_telling, griet.ocmw_id) == 1


def test_een_korter_venster_verschuift_einde_en_termijnen(dossier, griet):
    start = dag(-40)
    concept = met_impact(
        maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=start - timedelta(days=1)), griet
    )
    gevonden = rijen(concept)
    assert gevonden["twe", ""].richting == "vroeger"
    assert gevonden["termijn", "twe_einde"].richting == "vroeger"
    assert "op_tijd" not in {soort for soort, _ in gevonden}


def test_een_andere_regel_over_op_tijd_starten(dossier, griet):
    Werkervaring.objects.update(start=dag(-100))
    concept = maak_regelconcept("twe.tijdig_art60_maanden", griet, waarde=3, geldig_van=dag(-200))
    gevonden = rijen(met_impact(concept, griet))
    assert (gevonden["op_tijd", ""].voor, gevonden["op_tijd", ""].na) == ("te laat", "ja")
    geld = gevonden["geld", ""]  # a late start pays nothing, a timely one the whole window
    assert (geld.voor, geld.richting) == (euro(0), "meer")


def test_een_ander_bedrag_toont_de_vergoeding(an, griet):
    """From the next January on 300 instead of 250: the months of the window that end after that pay 50 more."""
    start = vandaag().replace(day=1)
    client = maak_client(an)
    maak_contract(client, an, van=start, laatste_dag=dag(200))
    registreer_werkervaring(Werkervaring(client=client, start=start, geregistreerd_door=an), door=an, op=vandaag())
    januari = date(start.year + 1, 1, 1)
    concept = maak_regelconcept(
        "twe.inspanningsvergoeding", griet, waarde={"maand": 300, "jaar": 3600}, geldig_van=januari
    )
    met_impact(concept, griet)
    rij = Impactrij.objects.get(concept=concept)
    later = 24 - (13 - start.month)  # of the 24 months those that do not end this year
    assert (rij.soort, rij.richting, rij.verschil) == ("geld", "meer", later * 50)
    assert rij.verschil_in_woorden == f"{euro(later * 50)} meer"
    assert zinnen(concept.impact_telling) == [
        "1 dossier: er is meer vergoeding van VDAB te verwachten.",
        f"Samen {euro(later * 50)} meer vergoeding over de hele looptijd.",
    ]
    bladzijde = geldstand(client, Werkervaring.objects.get(), op=vandaag())
    assert rij.voor == euro(bladzijde.uit.bedrag), "the page of the client counts the same"


def test_waarschuwingen_en_stilte_tellen_mee(dossier, griet):
    concept = met_impact(
        maak_regelconcept("art60.waarschuwing_dagen", griet, waarde=[120], geldig_van=vandaag()), griet
    )
    rij = rijen(concept)["termijn", "einde_art60"]
    assert (rij.richting, rij.wat) == ("vroeger", "Termijn: Bereid het einde van art.60 voor")
    assert rij.voor.count(";") > rij.na.count(";")


def test_een_regel_die_pas_later_geldt_verandert_vandaag_geen_termijn(dossier, griet):
    concept = met_impact(maak_regelconcept("art60.waarschuwing_dagen", griet, waarde=[120], geldig_van=dag(30)), griet)
    assert rijen(concept) == {}
    assert concept.impact_is_actueel
    assert zinnen(concept.impact_telling) == []


def test_er_wordt_niets_in_een_dossier_geschreven(dossier, griet):
    voor = list(Termijn.objects.values_list("pk", "vervalt_op", "gesloten_op")), Stand.objects.values().get()
    met_impact(maak_regelconcept("twe.max_maanden", griet, waarde=12, geldig_van=dag(-60)), griet)
    assert (list(Termijn.objects.values_list("pk", "vervalt_op", "gesloten_op")), Stand.objects.values().get()) == voor
    assert regel("twe.max_maanden", op=vandaag()).waarde == 24


def test_een_gesloten_dossier_telt_niet_mee(dossier, griet):
    Client.objects.update(gesloten_op=vandaag(), sluitreden="verhuisd")
    concept = met_impact(maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1)), griet)
    assert concept.impact_telling["gedaan"] == 0


def test_wat_niet_te_berekenen_is_valt_niet_stil_weg(dossier, griet):
    Tewerkstelling.objects.update(aanvraag_op=date(2010, 1, 4))  # before the first rules
    trappen = [{"tot_leeftijd": 36, "dagen": 312, "maanden": 21}, {"tot_leeftijd": None, "dagen": 468, "maanden": 33}]
    concept = met_impact(maak_regelconcept("rva.toelating", griet, waarde=trappen, geldig_van=dag(1)), griet)
    assert concept.impact_telling["niet_te_berekenen"] == 1


def test_opnieuw_berekenen_geeft_dezelfde_rijen_een_keer(dossier, griet):
    concept = met_impact(maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1)), griet)
    eerst = set(rijen(concept))
    assert eerst
    assert set(rijen(met_impact(concept, griet))) == eerst


def test_gewijzigd_tijdens_de_berekening(dossier, griet):
    concept = maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1))
    opdracht = vraag_impact(concept, door=griet)
    concept.toelichting = "anders"
    wijzig_concept(concept, ["toelichting"], door=griet)
    voer_uit(str(opdracht.pk))
    opdracht.refresh_from_db()
    assert opdracht.status == Opdrachtstatus.MISLUKT
    assert "intussen" in opdracht.fout
    assert not Impactrij.objects.exists()


def test_annuleren_houdt_op_na_een_partij(an, griet, monkeypatch):
    for _ in range(4):
        maak_contract(maak_client(an), an, van=dag(-30), laatste_dag=dag(400))
    concept = maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1))
    opdracht = vraag_impact(concept, door=griet)
    monkeypatch.setattr("ocmw.werkruimte.regelimpact.doorrekenen.bereken_impact.__kwdefaults__", {"partij": 1})
    from ocmw.werkruimte.regelimpact import doorrekenen

    echt = doorrekenen.impact_van_groep

    def en_stop(*args, **kwargs):
        annuleer_opdracht(opdracht)
        return echt(*args, **kwargs)

    monkeypatch.setattr(doorrekenen, "impact_van_groep", en_stop)
    voer_uit(str(opdracht.pk))
    opdracht.refresh_from_db()
    concept.refresh_from_db()
    assert (opdracht.status, opdracht.gedaan) == (Opdrachtstatus.GEANNULEERD, 1)
    assert concept.impact_klaar_op is None


def test_ziekte_van_een_client_verraadt_zich_niet(dossier, griet, an):
    contract = dossier.tewerkstellingen.get()
    Onderbreking.objects.create(
        client=dossier, contract=contract, soort="ziekte_gewaarborgd", van=dag(-20), tot=dag(-10)
    )
    waarde = dict(regel("rva.gelijkgesteld", op=dag(2)).waarde)
    waarde["ziekte_gewaarborgd"] = {"telt": "niet", "zin": "Telt niet mee."}
    concept = met_impact(maak_regelconcept("rva.gelijkgesteld", griet, waarde=waarde, geldig_van=dag(1)), griet)
    alle = Impactrij.objects.filter(concept=concept)
    assert alle.count()
    assert all(rij.afgeschermd for rij in alle)
    assert not alle.zichtbaar_voor(griet).exists()
    assert alle.zichtbaar_voor(an).exists()


def test_het_aantal_queries_volgt_de_partij_niet_het_dossier(an, griet):
    concept = maak_regelconcept("rva.toelating", griet, waarde=TOELATING, geldig_van=dag(1))
    boeken = Boeken.van(concept, gepubliceerd_boek(), None)

    def kost(aantal):
        for _ in range(aantal):
            client = maak_client(an)
            maak_traject(client, an)
            maak_contract(client, an, van=dag(-30), laatste_dag=dag(400))
        clienten = list(Client.objects.order_by("pk"))
        with CaptureQueriesContext(connection) as queries:
            impact = impact_van_groep(clienten, boeken, concept, op=vandaag())
        assert impact.contracten == len(clienten)
        return len(queries)

    assert kost(2) == kost(8)


def test_na_het_publiceren_volgen_termijnen_en_stand(dossier, griet, mia, django_capture_on_commit_callbacks):
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=12, geldig_van=dag(-60))
    concept = met_impact(concept, griet)
    oud = Stand.objects.get().twe_einde_op
    set_ = keur_goed(concept, van=griet, tweede=mia, terugwerkend=True)
    opdracht = Opdracht.objects.get(soort="regels_doorvoeren")
    voer_uit(str(opdracht.pk))
    opdracht.refresh_from_db()
    assert opdracht.status == Opdrachtstatus.KLAAR
    assert Stand.objects.get().twe_einde_op < oud
    assert Termijn.objects.open().filter(soort="twe_einde").first().vervalt_op < dag(365)
    set_.refresh_from_db()
    assert set_.doorgevoerd_op == vandaag()


def test_een_regel_voor_later_begint_op_zijn_dag(dossier, griet):
    concept = met_impact(maak_regelconcept("art60.waarschuwing_dagen", griet, waarde=[120], geldig_van=dag(1)), griet)
    set_ = publiceer(concept, door=griet, op=vandaag())
    voer_uit(str(Opdracht.objects.get(soort="regels_doorvoeren").pk))
    assert begin_nieuwe_regels() == 0, "de dag is er nog niet"
    Regelset.objects.filter(pk=set_.pk).update(geldig_van=vandaag(), doorgevoerd_op=dag(-1))
    Regelset.objects.filter(sleutel=set_.sleutel, geldig_tot=dag(1)).update(geldig_tot=vandaag())
    assert begin_nieuwe_regels() == 1
    voer_uit(str(Opdracht.objects.filter(soort="regels_doorvoeren").latest("aangevraagd_op").pk))
    assert Termijn.objects.open().filter(soort="einde_art60").count() == 1
    assert begin_nieuwe_regels() == 0


@pytest.mark.parametrize(
    ("sleutel", "waarde", "anders"),
    [
        ("rva.toelating", TOELATING, {"rechten", "dagen", "getal", "geteld", "referte", "geld"}),
        ("art60.waarschuwing_dagen", [120], {"termijn"}),
    ],
)
def test_een_deel_dat_de_regel_niet_vraagt_wordt_een_keer_gerekend(
    dossier, griet, monkeypatch, sleutel, waarde, anders
):
    """And says the same as when everything is counted twice."""
    concept = maak_regelconcept(sleutel, griet, waarde=waarde, geldig_van=vandaag())
    boeken = Boeken.van(concept, gepubliceerd_boek(), None)
    gerekend = []
    echt = Impactgroep._per_client

    def per_client(groep, reken):
        gerekend.append(reken)
        return echt(groep, reken)

    monkeypatch.setattr(Impactgroep, "_per_client", per_client)

    def uitkomst():
        gerekend.clear()
        rijen = impact_van_groep([dossier], boeken, concept, op=vandaag()).rijen
        return sorted((r.soort, r.detail, r.voor, r.na) for r in rijen), len(gerekend)

    zuinig, keer = uitkomst()
    assert {soort for soort, *_ in zuinig} <= anders
    assert zuinig
    monkeypatch.setattr(Luisterboek, "gevraagd", property(lambda boek: True, lambda boek, waarde: None), raising=False)
    assert uitkomst() == (zuinig, 8)
    assert 4 < keer < 8
