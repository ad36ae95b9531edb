"""Every action, alone and inside another one, leaves the termijnen and the list row as a fresh derivation would make them."""

import re
from contextlib import ExitStack
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from clienten import handeling as module
from clienten.feiten import Feiten, lees_dossiers
from clienten.handeling import ACTIES, Handeling, handeling
from clienten.models import Client, Stand
from clienten.stand import LEESRIJEN
from ocmw.gereedschap.bench.spoor import Spoor
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.tests.handelverhalen import VERHALEN, Team, Verhaal
from ocmw.tests.lagen import ROOT
from ocmw.tests.test_structuur import bestanden, is_test

pytestmark = pytest.mark.databank


@pytest.fixture
def team(an, bert, carla):
    return Team(an, bert, carla, vandaag())


def los(verhaal: Verhaal, team: Team) -> None:
    """Each action by itself."""
    for _ in verhaal(team):
        pass


def samen(verhaal: Verhaal, team: Team) -> None:
    """Each stretch of the story is one handeling; its actions join it."""
    stap, klaar = verhaal(team), False
    while not klaar:
        with handeling(op=team.op):
            klaar = next(stap, StopIteration) is StopIteration
        assert afwijkingen(team.op) == []


def uitkomst() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Termijnen and list rows without the keys, which differ from run to run."""
    termijnen = [
        {**rij, "sleutel": re.sub(r":\d+", ":n", rij["sleutel"])}
        for rij in Termijn.objects.values(
            "soort", "sleutel", "onderwerp", "vervalt_op", "verantwoordelijke", "gesloten_op"
        )
        if rij["gesloten_op"] is None
    ]
    weg = {"client_id", "zoeknaam"}
    standen = [{k: v for k, v in rij.items() if k not in weg} for rij in Stand.objects.values()]
    return sorted(termijnen, key=repr), sorted(standen, key=repr)


def speel(manier, verhaal: Verhaal, team: Team) -> Any:
    with transaction.atomic():
        manier(verhaal, team)
        na = uitkomst()
        transaction.set_rollback(True)
    return na


@pytest.fixture
def _kijkt_na(monkeypatch, team):
    """After the outermost action, in whatever it wrote: nothing differs from what the facts say."""
    echt = Handeling.leid_af

    def leid_af(nu):
        echt(nu)
        assert afwijkingen(team.op) == []

    monkeypatch.setattr(Handeling, "leid_af", leid_af)


@pytest.mark.usefixtures("_kijkt_na")
@pytest.mark.parametrize("verhaal", VERHALEN)
def test_na_elke_handeling_zegt_een_verse_afleiding_hetzelfde(verhaal, team):
    assert speel(los, verhaal, team) == speel(samen, verhaal, team)


def test_elke_actie_staat_in_een_verhaal(team):
    with Spoor() as spoor:
        for verhaal in VERHALEN:
            speel(los, verhaal, team)
    echte = {naam: actie for naam, actie in ACTIES.items() if ".tests." not in naam}
    nooit = [naam for naam, actie in echte.items() if actie.__wrapped__.__code__ not in spoor.functies]
    assert nooit == [], "Speel ze in een verhaal (ocmw/tests/handelverhalen.py)."


@pytest.mark.usefixtures("_kijkt_na")
@pytest.mark.parametrize("verhaal", VERHALEN)
def test_een_actie_die_niets_aanraakt_valt_op(verhaal, team, monkeypatch):
    """Negative control: who forgets to say that rows changed is caught, in every story."""
    echt = module._raak

    def alleen_nieuw(pk, soorten, **wat):
        echt(pk, soorten if wat.get("nieuw") else set(), **{**wat, "alles": False})

    monkeypatch.setattr(module, "_raak", alleen_nieuw)
    with pytest.raises(AssertionError, match=r"stand|termijn"):
        speel(los, verhaal, team)


def test_een_belofte_zegt_uit_welke_rijen_ze_volgt(team):
    """What a source reads of a dossier is in `volgt`: a change of it would otherwise leave the promise behind."""
    with ExitStack() as stapel:
        stapel.enter_context(transaction.atomic())
        for verhaal in VERHALEN:
            los(verhaal, team)
        for soort in TERMIJNSOORTEN:
            feiten = Feiten(Client.objects.all(), op=team.op)
            feiten.wie(0)  # who follows them is a fact of every kind
            with CaptureQueriesContext(connection) as vragen:
                beloften(feiten, [soort])
            gelezen = {tabel for vraag in vragen for tabel in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
            assert _met_client(gelezen) - LEESTABELLEN <= {model._meta.db_table for model in soort.volgt}, soort
        for rij in LEESRIJEN:
            feiten = lees_dossiers(Client.objects.values_list("pk", flat=True), op=team.op)
            with CaptureQueriesContext(connection) as vragen:
                plan = rij.plan(feiten)
            assert list(plan.verschillen()) == []
            gelezen = {tabel for vraag in vragen for tabel in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
            # What comes along with the person is not asked here: its own kind is in `volgt` all the same.
            assert _met_client(gelezen) - LEESTABELLEN <= {model._meta.db_table for model in rij.volgt}
        transaction.set_rollback(True)


# Derived itself, and read beside the facts: nothing follows from it.
# And who was seen in a group: whoever notes that says that the talks changed (trajecten.feiten.CONTACTEN); the story of a group proves it.
LEESTABELLEN = {"rechtenteller_rechtendag", "groepen_inschrijving"}


def _met_client(tabellen: set[str]) -> set[str]:
    """Those that hold facts of a dossier."""

    return {
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.db_table in tabellen and any(veld.name == "client" for veld in model._meta.fields)
    }


SCHRIJFT = re.compile(
    r"\b(Stand|Termijn)\.objects\b.*\.(create|update|bulk_create|bulk_update|update_or_create|get_or_create)\("
)
# The plans of the derivation; and what people tick off or the night flags, which no fact says.
SCHRIJVERS = {
    "clienten/stand.py",
    "ocmw/termijnen/richten.py",
    "ocmw/termijnen/actions.py",
    "ocmw/termijnen/sweep.py",
}


def schrijvers(bronnen: dict[str, str]) -> set[str]:
    return {pad for pad, tekst in bronnen.items() if SCHRIJFT.search(tekst)}


def test_niemand_anders_schrijft_een_stand_of_een_termijn():
    bronnen = {
        str(pad.relative_to(ROOT)): pad.read_text(encoding="utf-8")
        for pad in bestanden()
        if pad.suffix == ".py" and not is_test(pad) and not {"migrations", "gereedschap"} & set(pad.parts)
    }
    assert schrijvers(bronnen) <= SCHRIJVERS
    verzonnen = {"clienten/verzonnen.py": "Stand.objects.filter(client=client).update(coach=None)"}
    assert schrijvers({**bronnen, **verzonnen}) - SCHRIJVERS == set(verzonnen)
