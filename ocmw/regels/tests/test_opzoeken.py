"""One index of the rules per process, and one question per request whether it still holds."""

from datetime import date

import pytest
from celery.signals import task_prerun
from django.test import Client as Browser

from ocmw.regels import opzoeken
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import OnbekendeRegel, Regelboek, Regelwaarde, met_regels, regel, vergeet_regels

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 6, 1)


def begin_verzoek():
    """What Django's signal does; the signal itself also closes connections, and the transaction of a test needs its own."""
    opzoeken.kijk_opnieuw()


def publiceer_elders(waarde=18):
    """As another process does it: the rows change, and this process is told nothing."""
    sets = Regelset.objects.filter(sleutel="twe.max_maanden")
    oud = sets.latest("geldig_van")
    sets.filter(pk=oud.pk).update(geldig_tot=OP)
    Regelset.objects.create(sleutel=oud.sleutel, waarde=waarde, geldig_van=OP, bron="proef")


def test_een_verzoek_vraagt_het_een_keer(django_assert_num_queries):
    vergeet_regels()
    with django_assert_num_queries(3):  # the stamp, the rules themselves, and who follows whose house rules
        regel("twe.max_maanden", op=OP)
    begin_verzoek()
    with django_assert_num_queries(1):
        for sleutel in ("twe.max_maanden", "log.bewaring_jaren"):
            regel(sleutel, op=OP)
        opzoeken.regelboek()


def test_een_ander_proces_publiceert_en_het_volgende_verzoek_weet_het():
    assert regel("twe.max_maanden", op=OP).waarde == 24
    publiceer_elders()
    assert regel("twe.max_maanden", op=OP).waarde == 24, "within one request nothing changes"
    begin_verzoek()
    assert regel("twe.max_maanden", op=OP).waarde == 18


def test_controle_zonder_stempel_blijft_dit_proces_bij_het_oude(monkeypatch):
    vergeet_regels()
    monkeypatch.setattr(opzoeken, "_stempel", lambda: (0, 0, 0))
    assert regel("twe.max_maanden", op=OP).waarde == 24
    publiceer_elders()
    begin_verzoek()
    assert regel("twe.max_maanden", op=OP).waarde == 24


def test_een_verbeterde_bron_is_ook_een_wijziging(bea):
    regel("twe.max_maanden", op=OP)
    set_ = Regelset.objects.filter(sleutel="twe.max_maanden").latest("geldig_van")
    set_.bron = "Verbeterde bron"
    set_.bewaar(door=bea, velden=["bron"])
    begin_verzoek()
    assert regel("twe.max_maanden", op=OP).bron == "Verbeterde bron"


@pytest.mark.parametrize(
    "begin", [lambda: task_prerun.send(sender=None), lambda: Browser().get("/account/login/")], ids=["taak", "verzoek"]
)
def test_een_verzoek_en_een_taak_kijken_opnieuw(begin):
    regel("twe.max_maanden", op=OP)
    publiceer_elders()
    begin()
    assert regel("twe.max_maanden", op=OP).waarde == 18


def test_met_regels_gaat_voor_en_laat_niets_achter(django_assert_num_queries):
    boek = Regelboek([Regelwaarde("twe.max_maanden", 6, "proef", date(2020, 1, 1), None)])
    with met_regels(boek), django_assert_num_queries(0):
        assert regel("twe.max_maanden", op=OP).waarde == 6
        with pytest.raises(OnbekendeRegel):
            regel("log.bewaring_jaren", op=OP)
    assert regel("twe.max_maanden", op=OP).waarde == 24


def test_wie_iets_leest_verandert_de_index_niet(als, griet):
    """The index is shared by all who come after: no page may write in the lists and tables of a rule."""
    voor = {(w.sleutel, w.geldig_van): repr(w.waarde) for w in opzoeken.regelboek().sets}
    for pad in ("/", "/regels/", "/sturing/", "/rechten/"):
        als(griet).get(pad, follow=True)
    assert {(w.sleutel, w.geldig_van): repr(w.waarde) for w in opzoeken.regelboek().sets} == voor
