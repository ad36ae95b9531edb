"""The weekly check: break what is derived on purpose, and every break is found and put right."""

import json
import logging
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.actions import heropen_client, sluit_client
from clienten.enums import Stap
from clienten.feiten import lees_dossiers
from clienten.models import Client, Stand
from ocmw.gereedschap.testing.afleiding import beloofd
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.actions import stel_termijn_uit, voldoe_termijn
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.werkruimte.dossier.controle import controleer
from ocmw.werkruimte.dossier.jobs import controleer_dossiers, ververs_standen
from tewerkstelling.einde.beloften import EINDE_ART60
from trajecten.actions import bewaar_actiepunt, sluit_traject_af
from trajecten.beloften import ACTIEPUNT, CONTACT, TRAJECTPLAN
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Actiepunt, Afspraak, Doorverwijzing
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.beloften import TWE_EINDE
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.databank


def dag(n: int) -> date:
    return vandaag() + timedelta(days=n)


@pytest.fixture
def rijk(an, bert):
    """A dossier in which every kind of termijn is open, except those of a doorverwijzing."""
    client = maak_client(bert, coach=an)
    maak_traject(client, an)
    gesprek = maak_gesprek(client, an, op=dag(-3))
    punt = Actiepunt(client=client, gesprek=gesprek, omschrijving="Cv", vervalt_op=dag(4), medewerker=bert)
    bewaar_actiepunt(punt, door=an, op=vandaag())
    maak_contract(client, an, van=dag(-30), laatste_dag=dag(150))
    registreer_werkervaring(Werkervaring(client=client, start=dag(-40), geregistreerd_door=an), door=an, op=vandaag())
    return client


def verschillen(**extra):
    return {(v.soort, v.wat) for v in controleer(vandaag(), **extra).verschillen}


def test_elke_soort_termijn_heeft_een_bron():
    assert [soort for soort in TERMIJNSOORTEN if soort.bron is None] == [], (
        "Zeg met @belooft wanneer de feiten ze maken."
    )


def test_wat_de_acties_achterlaten_klopt_met_de_feiten(rijk, an, bert):
    leeg = maak_client(bert)
    gesloten = maak_client(an)
    sluit_client(gesloten, reden="werk", door=an, op=vandaag())
    heropend = maak_client(an)
    sluit_client(heropend, reden="werk", door=an, op=vandaag())
    heropen_client(heropend, door=an, op=vandaag())
    nazorg = maak_client(an)
    sluit_traject_af(maak_traject(nazorg, an), reden="werk", door=an, op=vandaag())
    uitslag = controleer(vandaag())
    assert (uitslag.clienten, uitslag.verschillen) == (5, [])
    assert Stand.objects.get(client=leeg).stap == Stap.NIEUW
    assert Stand.objects.get(client=nazorg).stap == Stap.NAZORG


@pytest.mark.parametrize("status", [Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.AANVAARD, Doorverwijsstatus.KLAD])
def test_in_bulk_en_een_voor_een_geven_dezelfde_beloften(rijk, an, bert, status):
    verstuurd = None if status == Doorverwijsstatus.KLAD else dag(-1)
    Doorverwijzing.objects.create(
        client=rijk,
        van=bert,
        begonnen_op=dag(-9),
        status=status,
        verstuurd_op=verstuurd,
        mw_akkoord_op=verstuurd,
        client_akkoord_op=verstuurd,
        **({"behandeld_op": dag(0), "behandeld_door": an} if status == Doorverwijsstatus.AANVAARD else {}),
    )
    anderen = [maak_client(an), rijk, maak_client(bert)]
    maak_traject(anderen[0], an)
    samen = beloften(lees_dossiers([client.pk for client in anderen], op=vandaag()))
    assert len(samen[rijk.pk]) >= 8
    for client in anderen:
        assert samen[client.pk] == beloofd(client, op=vandaag())


def test_uitstellen_en_afvinken_zijn_geen_verschil(rijk, an):
    contact = Termijn.objects.open().get(soort=CONTACT)
    stel_termijn_uit(contact, tot=dag(60), reden="Vakantie.", door=an, op=vandaag())
    voldoe_termijn(Termijn.objects.open().filter(soort=TWE_EINDE).first(), door=an, op=vandaag())
    assert verschillen() == set()


def test_elke_beschadiging_wordt_gevonden_en_hersteld(rijk, an, carla):
    """One break per kind of thing that is derived; the report names each, the repair leaves none."""
    termijnen = Termijn.objects.filter(client=rijk)
    termijnen.filter(soort=CONTACT).update(vervalt_op=dag(99))
    termijnen.filter(soort=TRAJECTPLAN).delete()
    termijnen.filter(soort=ACTIEPUNT).update(onderwerp="iets anders", verantwoordelijke=carla)
    eerste = termijnen.filter(soort=EINDE_ART60).order_by("pk").first()
    Termijn.objects.create(
        client=rijk, ocmw=rijk.ocmw, soort=EINDE_ART60, sleutel="spook", vervalt_op=dag(1), geopend_op=dag(0)
    )
    termijnen.filter(pk=eerste.pk).update(gesloten_op=dag(0), voldaan=True)
    kapot = {
        "zoeknaam": "iemand anders",
        "taal": "Frans",
        "stap": int(Stap.FASE_3),
        "stap_sinds": dag(-1),
        "coach_id": carla.pk,
        "mw_id": None,
        "laatste_contact_op": dag(-50),
        "volgende_afspraak_op": dag(9),
        "eerste_termijn_op": None,
        "stilte_op": dag(5),
        "einde_op": None,
        "twe_einde_op": dag(3),
        "ocmw_id": carla.ocmw_id,
    }
    Stand.objects.filter(client=rijk).update(**kapot)
    gevonden = verschillen()
    assert {wat for soort, wat in gevonden if soort == "stand"} == set(kapot)
    assert {soort for soort, _ in gevonden} == {
        "stand",
        "termijn_datum",
        "termijn_ontbreekt",
        "termijn_onderwerp",
        "termijn_te_veel",
        "termijn_verantwoordelijke",
    }
    assert controleer(vandaag(), herstel=True).hersteld == 1
    assert verschillen() == set()
    assert Journaalregel.objects.get(wat="dossier_hersteld").medewerker_naam == "systeem"


def test_een_dossier_zonder_stand_krijgt_er_een(rijk):
    Stand.objects.all().delete()
    assert verschillen() == {("stand_ontbreekt", "")}
    controleer(vandaag(), herstel=True)
    assert verschillen() == set()


def test_de_controle_vraagt_evenveel_voor_een_als_voor_dertig_dossiers(an):
    aantallen = []
    for aantal in (1, 30):
        for _ in range(aantal):
            maak_traject(maak_client(an), an)
        controleer(vandaag())
        with CaptureQueriesContext(connection) as queries:
            controleer(vandaag())
        aantallen.append(len(queries))
    assert aantallen[0] == aantallen[1]


def test_in_kleine_partijen_komt_elk_dossier_een_keer_aan_de_beurt(an):
    for _ in range(5):
        maak_client(an)
    assert controleer(vandaag(), partij=2).clienten == 5


def test_wat_alleen_door_de_tijd_verandert_volgt_elke_nacht(rijk, an):
    gisteren = datetime.combine(dag(-1), time(9), tzinfo=UTC)
    Afspraak.objects.create(client=rijk, medewerker=an, begint_op=gisteren)
    Afspraak.objects.create(client=rijk, medewerker=an, begint_op=gisteren + timedelta(days=6))
    Stand.objects.filter(client=rijk).update(volgende_afspraak_op=dag(-1))
    assert ververs_standen() == 1
    assert Stand.objects.get(client=rijk).volgende_afspraak_op == dag(5)


def test_het_wekelijkse_werk_meldt_maar_herstelt_niet(rijk, caplog):
    Stand.objects.update(stap=Stap.FASE_2)
    with caplog.at_level(logging.WARNING):
        assert controleer_dossiers() == {"clienten": 1, "verschillen": 1}
    assert "wijkt af" in caplog.text
    assert rijk.achternaam not in caplog.text
    assert Stand.objects.get().stap == Stap.FASE_2


def test_het_commando_drukt_elk_verschil_af(rijk):
    Stand.objects.update(taal="Frans")
    uit = StringIO()
    call_command("controleer_dossiers", "--herstel", stdout=uit)
    uitslag = json.loads(uit.getvalue())
    assert uitslag["verschillen"] == [
        {"client": rijk.pk, "soort": "stand", "wat": "taal", "bewaard": "tekst", "afgeleid": "andere tekst"}
    ]
    assert (uitslag["clienten"], uitslag["hersteld"]) == (1, 1)
    assert Client.objects.get().taal == Stand.objects.get().taal
