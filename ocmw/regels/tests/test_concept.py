"""From copy to published: what is refused, what is closed, and what the journaal keeps."""

from datetime import date, timedelta

import pytest

from ocmw.gereedschap.testing.maak_regels import keur_goed, maak_regelconcept, met_impact
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.regels.actions import (
    maak_concept,
    publiceer,
    trek_concept_in,
    verbeter_bron,
    vraag_impact,
    weigering_voor_publiceren,
    wijzig_concept,
)
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.opzoeken import regel, vergeet_regels
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.beheer.actions import zet_installatierecht

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
DAG = date(2027, 3, 1)


@pytest.fixture
def concept(griet):
    return met_impact(maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=DAG), griet)


def sets(sleutel="twe.max_maanden"):
    return list(Regelset.objects.filter(sleutel=sleutel).values_list("waarde", "geldig_van", "geldig_tot"))


def test_een_kopie_vraagt_een_nieuwe_bron(griet):
    zet_installatierecht(griet, heeft=True)
    concept = maak_concept(Regelset.objects.get(sleutel="twe.max_maanden"), door=griet, op=date(2026, 11, 22))
    assert (concept.waarde, concept.bron, concept.geldig_van) == (24, "", date(2026, 12, 1))
    assert "bron" in weigering_voor_publiceren(concept)
    with pytest.raises(Geweigerd, match="Vul de bron in"):
        vraag_impact(concept, door=griet)


def test_een_concept_per_regel(griet, mia):
    maak_regelconcept("twe.max_maanden", griet)
    with pytest.raises(Geweigerd, match="staat al een concept klaar"):
        maak_regelconcept("twe.max_maanden", mia)
    maak_regelconcept("rva.toelating", mia)
    assert Regelconcept.objects.lopend().count() == 2


def test_publiceren_sluit_de_vorige_versie(concept, griet, mia):
    set_ = keur_goed(concept, van=griet, tweede=mia)
    vergeet_regels()
    assert sets() == [(24, date(2017, 1, 1), DAG), (18, DAG, None)]
    assert (set_.gepubliceerd_door, set_.bron) == (mia, "omzendbrief 2027/1")
    assert regel("twe.max_maanden", op=DAG - timedelta(days=1)).waarde == 24
    assert regel("twe.max_maanden", op=DAG).waarde == 18
    concept.refresh_from_db()
    assert (concept.status, concept.gepubliceerd_als) == ("gepubliceerd", set_)


def test_het_journaal_houdt_codes_en_datums(concept, griet, mia):
    keur_goed(concept, van=griet, tweede=mia)
    regels = Journaalregel.objects.filter(wat="regel_gewijzigd").order_by("pk")
    assert [r.details["wijziging"] for r in regels] == [
        "concept_gemaakt",
        "concept_gewijzigd",
        "goedkeuring_gevraagd",
        "gepubliceerd",
    ]
    laatste = regels.last().details
    assert (laatste["sleutel"], laatste["geldig_van"], laatste["terugwerkend"]) == (
        "twe.max_maanden",
        "2027-03-01",
        False,
    )


def test_tussen_twee_versies_loopt_de_nieuwe_tot_de_volgende(griet, mia):
    later = met_impact(maak_regelconcept("twe.max_maanden", griet, waarde=12, geldig_van=date(2028, 1, 1)), griet)
    keur_goed(later, van=griet, tweede=mia)
    tussen = met_impact(maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=DAG), griet)
    keur_goed(tussen, van=griet, tweede=mia)
    assert sets() == [(24, date(2017, 1, 1), DAG), (18, DAG, date(2028, 1, 1)), (12, date(2028, 1, 1), None)]


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2017, 1, 1), "geldt al een andere versie"),
        (date(2016, 5, 1), "gold nog geen versie van deze regel. De eerste begint op 01/01/2017"),
        (date(2030, 2, 1), "Dan is er een gat zonder regel"),
    ],
)
def test_geen_gat_en_geen_overlap(griet, dag, zin):
    Regelset.objects.filter(sleutel="twe.max_maanden").update(geldig_tot=date(2030, 1, 1))
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=dag)
    with pytest.raises(Geweigerd, match=zin):
        vraag_impact(concept, door=griet)
    assert zin in weigering_voor_publiceren(concept)


def test_eerst_kijken_dan_publiceren(griet):
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=DAG)
    with pytest.raises(Geweigerd, match="Bekijk eerst wat er verandert"):
        publiceer(concept, door=griet, op=vandaag())


def test_na_een_wijziging_is_de_berekening_niet_meer_genoeg(concept, griet):
    concept.waarde = 20
    wijzig_concept(concept, ["waarde"], door=griet)
    with pytest.raises(Geweigerd, match="Bekijk eerst"):
        publiceer(concept, door=griet, op=vandaag())
    assert sets() == [(24, date(2017, 1, 1), None)]


def test_dezelfde_waarde_is_geen_nieuwe_regel(griet):
    concept = met_impact(maak_regelconcept("twe.max_maanden", griet, geldig_van=DAG), griet)
    with pytest.raises(Geweigerd, match="nog dezelfde"):
        publiceer(concept, door=griet, op=vandaag())


def test_in_het_verleden_alleen_als_je_het_zegt(griet, mia):
    dag = vandaag() - timedelta(days=40)
    concept = met_impact(maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=dag), griet)
    with pytest.raises(Geweigerd, match="al voorbij"):
        keur_goed(concept, van=griet, tweede=mia)
    publiceer(concept, door=mia, op=vandaag(), terugwerkend=True)
    assert Journaalregel.objects.filter(wat="regel_gewijzigd").latest("pk").details["terugwerkend"] is True


@pytest.mark.parametrize(
    ("sleutel", "waarde"), [("twe.waarschuwing_dagen", []), ("rva.gelijkgesteld", {}), ("twe.max_maanden", 0)]
)
def test_een_onmogelijke_waarde_wordt_nooit_bewaard(griet, sleutel, waarde):
    with pytest.raises(Geweigerd):
        maak_regelconcept(sleutel, griet, waarde=waarde)


def test_intrekken_stopt_ook_de_berekening(griet):
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=DAG)
    opdracht = vraag_impact(concept, door=griet)
    concept.refresh_from_db()
    trek_concept_in(concept, door=griet)
    assert Opdracht.objects.get(pk=opdracht.pk).status == Opdrachtstatus.GEANNULEERD
    concept.refresh_from_db()
    for actie in (lambda: wijzig_concept(concept, ["bron"], door=griet), lambda: trek_concept_in(concept, door=griet)):
        with pytest.raises(Geweigerd, match="ingetrokken"):
            actie()
    maak_regelconcept("twe.max_maanden", griet)


def test_een_berekening_tegelijk(griet):
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=18, geldig_van=DAG)
    vraag_impact(concept, door=griet)
    with pytest.raises(Geweigerd, match="al bezig"):
        vraag_impact(concept, door=griet)


def test_twee_mensen_aan_een_concept(griet, mia):
    concept = maak_regelconcept("twe.max_maanden", griet, waarde=18)
    ander = Regelconcept.objects.get(pk=concept.pk)
    concept.waarde = 20
    wijzig_concept(concept, ["waarde"], door=griet)
    ander.waarde = 22
    zet_installatierecht(mia, heeft=True)
    with pytest.raises(IntussenGewijzigd):
        wijzig_concept(ander, ["waarde"], door=mia)


def test_alleen_de_bron_van_een_gepubliceerde_regel_is_te_verbeteren(griet):
    set_ = Regelset.objects.get(sleutel="twe.max_maanden")
    set_.bron, set_.waarde = "decreet 9 december 2016, https://codex.example/1", 99
    zet_installatierecht(griet, heeft=True)
    verbeter_bron(set_, ["bron"], door=griet)
    set_.refresh_from_db()
    assert (set_.waarde, set_.herkomst.url) == (24, "https://codex.example/1")
    assert Journaalregel.objects.get(wat="regel_gewijzigd").details["wijziging"] == "bron_verbeterd"
    with pytest.raises(ValueError, match="Alleen bron"):
        verbeter_bron(set_, ["waarde"], door=griet)
