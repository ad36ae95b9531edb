"""Two colleagues propose the same client for the same place at the same moment: one succeeds, the other reads why not."""

import contextlib
import threading

import pytest
from django.db import connection, connections

from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_plek, maak_voorstel
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.match import actions
from tewerkstelling.match.models import Voorstel

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


def test_er_komt_maar_een_voorstel_al_keken_ze_allebei_eerst(an, bert, monkeypatch):
    """Both look, then wait for each other (at most a second), then write. The list of what each saw is the negative
    control: looking first would have let both through, so it is the constraint that keeps the second one out. SQLite
    lets one writer in at a time by itself, so there the second already sees the first."""
    client, plek = maak_kandidaat(an), maak_plek(an.ocmw, an)
    ontmoeting, gezien, uitkomsten = threading.Barrier(2), [], []
    echt = actions.weigering_voor_voorstel

    def kijk_en_wacht(*argumenten):
        gezien.append(echt(*argumenten))
        with contextlib.suppress(threading.BrokenBarrierError):
            ontmoeting.wait(timeout=1)
        return gezien[-1] if connection.vendor == "sqlite" else ""

    monkeypatch.setattr(actions, "weigering_voor_voorstel", kijk_en_wacht)

    def probeer(collega):
        try:
            maak_voorstel(client, plek, collega)
            uitkomsten.append("gelukt")
        except Geweigerd as fout:
            uitkomsten.append(fout.reden)
        finally:
            connections.close_all()

    draden = [threading.Thread(target=probeer, args=[collega]) for collega in (an, bert)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=120)
    reden = "Er loopt al een voorstel voor deze cliënt op deze plek."
    assert sorted(uitkomsten, key=len) == ["gelukt", reden]
    assert gezien == (["", ""] if connection.vendor == "postgresql" else ["", reden])
    assert Voorstel.objects.count() == 1
