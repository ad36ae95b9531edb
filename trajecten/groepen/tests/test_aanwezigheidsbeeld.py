"""Presence per trimester: each session once, the share without excuses, own people by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.kalender.klok import vandaag
from trajecten.groepen.aanwezigheidsbeeld import trimester_van
from trajecten.groepen.actions import noteer_aanwezigheid

pytestmark = pytest.mark.databank


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_elke_dag_valt_in_een_trimester(dag):
    assert trimester_van(dag).maand <= dag.month
    assert trimester_van(dag).jaar == dag.year


def test_een_rij_per_mens_en_een_vak_per_sessie(an, als, mia, django_assert_max_num_queries):
    begin = vandaag() - timedelta(days=28)
    reeks = maak_reeks(an, van=begin, weekdagen=["ma", "di", "wo", "do", "vr"])
    rijen = [maak_inschrijving(reeks, maak_client(an, achternaam=naam), an) for naam in ("Eerste", "Tweede", "Derde")]
    sessies = list(reeks.sessies.filter(dag__lte=vandaag()).order_by("-dag"))
    laatste = [sessie for sessie in sessies if trimester_van(sessie.dag) == trimester_van(sessies[0].dag)][:1]
    for sessie in laatste:
        for rij, stand in zip(rijen, ("aanwezig", "verontschuldigd", "afwezig"), strict=True):
            noteer_aanwezigheid(sessie, rij, stand=stand, door=an, op=vandaag())
    adres = f"/reeksen/{reeks.pk}/aanwezigheid/?trimester={trimester_van(sessies[0].dag).code}"
    browser = als(an)
    with django_assert_max_num_queries(14):
        antwoord = browser.get(adres)
    per_naam = {rij.inschrijving.naam.split()[-1]: rij for rij in antwoord.context["beeld"]}
    assert [per_naam[naam].aandeel for naam in ("Eerste", "Tweede", "Derde")] == ["100 %", "-", "0 %"]
    assert all(len(rij.cellen) == len(antwoord.context["sessies"]) for rij in antwoord.context["beeld"])
    assert "niet genoteerd" in antwoord.content.decode()
    assert als(mia).get(adres).status_code == 404
    reeks.programma.deelt_met.add(mia.ocmw)
    ander = als(mia).get(adres).content.decode()
    assert "Eerste" not in ander


def test_zonder_sessies_of_mensen_staat_er_wat_er_komt(an, als):
    reeks = maak_reeks(an)
    assert "Nog niets te zien" in als(an).get(f"/reeksen/{reeks.pk}/aanwezigheid/").content.decode()
