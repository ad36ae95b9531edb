"""An aim is a number on one side of which the figure must stay."""

from dataclasses import replace

import pytest

from ocmw.gereedschap.bench import meten
from ocmw.gereedschap.bench.doel import Meetdoel
from ocmw.gereedschap.bench.meten import eenmaal, naast, paar

METING = replace(eenmaal(30, 10), queries=12, per_seconde=50.0, databank=200.0, geheugen=4.0)


@pytest.mark.parametrize(
    ("doel", "gemist"),
    [
        (Meetdoel(), ()),
        (Meetdoel(verhouding=3), ()),
        (Meetdoel(verhouding=2.9), ("verhouding",)),
        (Meetdoel(minstens=3), ()),
        (Meetdoel(minstens=3.1), ("verhouding",)),
        (Meetdoel(queries=12), ()),
        (Meetdoel(verhouding=2, queries=11), ("verhouding", "queries")),
        (Meetdoel(per_seconde=50), ()),
        (Meetdoel(per_seconde=51), ("per_seconde",)),
        (Meetdoel(databank=300, geheugen=3), ("geheugen",)),
        (Meetdoel(functies=80), ("functies",)),  # never measured, so never met
    ],
)
def test_welke_cijfers_hun_doel_missen(doel, gemist):
    assert doel.gemist(METING) == gemist


def test_een_doel_in_woorden():
    assert str(Meetdoel(verhouding=2.2, queries=12)) == "<= 2,2x, <= 12 queries"
    assert str(Meetdoel(minstens=0.9)) == ">= 0,9x"
    assert str(Meetdoel(per_seconde=1000)) == ">= 1000 per seconde"
    assert str(Meetdoel()) == ""


def test_een_tragere_machine_is_geen_groei():
    """Everything took twice as long, the reference too: nothing grew."""
    assert naast(eenmaal(30, 10), eenmaal(60, 20)).verhouding == 1
    assert naast(eenmaal(30, 10), eenmaal(60, 10)).verhouding == 2


def test_een_drukke_minuut_maakt_geen_verhouding(monkeypatch):
    """Other work on the machine only ever adds: the fastest round of each is the nearest to what it costs."""
    tijden = iter([30, 10, 300, 10, 30, 100])
    monkeypatch.setattr(meten, "klok", lambda werk: next(tijden))
    meting = paar(lambda: None, lambda: None, rondes=3)
    assert (meting.verhouding, meting.milliseconden, meting.referentie) == (3, 30, 10)
    assert (meting.laagste, meting.hoogste) == (0.3, 30)
