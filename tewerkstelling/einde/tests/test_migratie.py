"""What was asked in many places comes together: the newest counts, nothing that was said is lost."""

from datetime import date, datetime
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps

from clienten.profiel.models import Profiel, Profielantwoord
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from tewerkstelling.einde.models import Eindepunt
from trajecten.models import Doorverwijzing, Fasebeantwoording, Intake, Traject

pytestmark = pytest.mark.databank
MIGRATIE = import_module("tewerkstelling.einde.migrations.0002_een_keer_gevraagd")
DAG = date(2026, 3, 1)


def moment(dag):
    return datetime(2026, 3, dag, 9, tzinfo=ZoneInfo("Europe/Brussels"))


@pytest.fixture
def client(bert, an):
    return maak_client(bert, coach=an)


def vraag(client, an, code, dag, antwoord="", toelichting=""):
    traject = Traject.objects.filter(client=client).first() or Traject.objects.create(
        client=client, gestart_op=DAG, gestart_door=an
    )
    return Fasebeantwoording.objects.create(
        traject=traject, client=client, vraag=code, antwoord=antwoord, toelichting=toelichting, beantwoord_op=DAG,
        gewijzigd_op=moment(dag), gewijzigd_door=an,
    )  # fmt: skip


def test_het_nieuwste_telt_en_de_rest_blijft_met_wie_en_wanneer(client, an, bert):
    Doorverwijzing.objects.create(
        client=client, van=bert, begonnen_op=DAG, opleiding="Bakker", wensen="Brood", gewijzigd_op=moment(1),
        gewijzigd_door=bert,
    )  # fmt: skip
    Intake.objects.create(client=client, opleiding="Bakker, Marokko", gewijzigd_op=moment(5), gewijzigd_door=an)
    vraag(client, an, "diplomas", 3, toelichting="Geen diploma")
    vraag(client, an, "rijbewijs", 3, antwoord="nee")
    Profiel.objects.create(client=client, jobdoelwit="bakkershulp", rijbewijs="ja", gewijzigd_op=moment(9))
    MIGRATIE.vul_profiel(apps, None)
    profiel = Profiel.objects.get(client=client)
    assert (profiel.opleiding, profiel.wensen, profiel.rijbewijs) == ("Bakker, Marokko", "Brood", "ja")
    opleiding = Profielantwoord.objects.filter(feit="opleiding").values_list("waarde", "bron", "door", "op")
    assert list(opleiding) == [
        ("Bakker, Marokko", "intake", an.pk, date(2026, 3, 5)),
        ("Geen diploma", "fase2", an.pk, date(2026, 3, 3)),
        ("Bakker", "bundel", bert.pk, DAG),
    ]
    assert set(Profielantwoord.objects.filter(feit="rijbewijs").values_list("waarde", flat=True)) == {"ja", "nee"}


def test_een_antwoord_van_fase_5_gaat_naar_de_lijst(client, an):
    contract = maak_contract(client, an, van=DAG, laatste_dag=date(2027, 2, 28))
    vraag(client, an, "kan_blijven", 3, antwoord="nee", toelichting="Geen budget")
    vraag(client, an, "nieuw_werk", 4, antwoord="ja")
    MIGRATIE.naar_de_eindlijst(apps, None)
    punt = Eindepunt.objects.get(contract=contract, code="blijven")
    assert (punt.antwoord, punt.toelichting, punt.gewijzigd_door) == ("nee", "Geen budget", an)
    assert "Nieuw werk zoeken: ja" in Eindepunt.objects.get(code="sollicitaties").toelichting
    assert not Fasebeantwoording.objects.exists()


@pytest.mark.parametrize(("dag", "wint", "ook"), [(9, "nee", "Eerder op deze lijst"), (2, "ja", "In fase 5")])
def test_zeggen_twee_plaatsen_iets_anders_dan_blijft_het_oude_erbij(client, an, dag, wint, ook):
    contract = maak_contract(client, an, van=DAG, laatste_dag=date(2027, 2, 28))
    Eindepunt.objects.create(
        client=client, contract=contract, code="blijven", antwoord="ja", beantwoord_op=DAG, gewijzigd_op=moment(5)
    )
    vraag(client, an, "kan_blijven", dag, antwoord="nee")
    MIGRATIE.naar_de_eindlijst(apps, None)
    punt = Eindepunt.objects.get()
    assert punt.antwoord == wint
    assert ook in punt.toelichting


def test_zonder_contract_blijft_het_antwoord_waar_het_is(client, an):
    vraag(client, an, "kan_blijven", 3, antwoord="nee")
    MIGRATIE.naar_de_eindlijst(apps, None)
    assert Fasebeantwoording.objects.count() == 1
