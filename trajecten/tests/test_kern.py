"""The spine: person, traject, talk, contract - with their termijnen, stand and journaal."""

from datetime import timedelta

import pytest

from clienten.enums import Stap
from clienten.models import Client, Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.einde.beloften import EINDE_ART60
from trajecten.actions import ga_naar_fase
from trajecten.beloften import CONTACT
from trajecten.fasen import Fase


def test_een_gesprek_verzet_de_stiltetermijn(an):
    client = maak_client(an)
    maak_traject(client, an)
    eerst = Termijn.objects.open().get(soort=CONTACT)
    maak_gesprek(client, an)
    daarna = Termijn.objects.open().get(soort=CONTACT)
    assert daarna.pk == eerst.pk
    assert daarna.vervalt_op == vandaag() + timedelta(days=30)
    stand = Stand.objects.get(client=client)
    assert (stand.stap, stand.laatste_contact_op, stand.stilte_op) == (Stap.FASE_1, vandaag(), daarna.vervalt_op)


def test_een_zachte_poort_vraagt_een_motivatie(an):
    client = maak_client(an)
    traject = maak_traject(client, an)
    with pytest.raises(Geweigerd, match="nog niet beantwoord"):
        ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag())
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie="Alles is mondeling besproken.")
    assert list(traject.faseperiodes.values_list("fase", flat=True)) == [1, 2]


def test_een_contract_opent_een_waarschuwing_voor_zijn_einde(an):
    client = maak_client(an)
    laatste = vandaag() + timedelta(days=200)
    maak_contract(client, an, van=vandaag() - timedelta(days=100), laatste_dag=laatste)
    datums = Termijn.objects.open().filter(soort=EINDE_ART60).values_list("vervalt_op", flat=True)
    assert list(datums) == [laatste - timedelta(days=90)]


def test_buiten_het_eigen_ocmw_bestaat_een_client_niet(an, carla):
    client = maak_client(an)
    assert client in Client.objects.zichtbaar_voor(an)
    assert client not in Client.objects.zichtbaar_voor(carla)


def test_over_de_grens_alleen_met_samenwerking_en_toewijzing(oona, carla, dirk, mia, samenwerking):
    client = maak_client(oona, coach=carla)
    assert client in Client.objects.zichtbaar_voor(carla)
    assert client in Client.objects.zichtbaar_voor(mia)
    assert client not in Client.objects.zichtbaar_voor(dirk)
    samenwerking.tot = vandaag()
    samenwerking.save()
    del carla._gedeelde_clienten
    assert client not in Client.objects.zichtbaar_voor(carla)


def test_een_dossier_openen_laat_een_spoor(an, bert, als):
    client = maak_client(an)
    assert als(an).get(f"/clienten/{client.pk}/").status_code == 200
    regel = Journaalregel.objects.get(wat="dossier_bekeken")
    assert (regel.client_id, regel.medewerker_id, regel.reden) == (client.pk, an.pk, "caseload")
    antwoord = als(bert).get(f"/clienten/{client.pk}/")
    assert antwoord.status_code == 302
    assert "/reden/" in antwoord.url


def test_het_journaal_bewaart_geen_vrije_tekst(an):
    from clienten.journaalcodes import CLIENT_GEWIJZIGD
    from ocmw.journaal.models import noteer

    with pytest.raises(TypeError):
        noteer(CLIENT_GEWIJZIGD, None, door=an, nota="Hij is ziek.")
