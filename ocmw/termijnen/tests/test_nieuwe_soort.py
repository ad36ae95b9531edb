"""A new kind of termijn is one file: everything about it is written below, and nothing anywhere else."""

import runpy
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from clienten.models import Stand
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.termijnen.templatetags.termijn import volgende_stap
from ocmw.werkruimte.regelimpact.models import Impactrij

pytestmark = pytest.mark.databank

BESTAND = '''
"""Who did not come is called: a promise no room makes."""

from datetime import timedelta

from clienten.feiten import per_client
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from trajecten.models import Gesprek

TERUGBELLEN = Termijnsoort(
    "terugbellen",
    "Bel terug: de cliënt kwam niet",
    uitleg="De cliënt was afwezig bij het laatste gesprek.",
    vanzelf="Noteer een gesprek waarbij de cliënt er was. Dan is deze termijn vanzelf klaar.",
    regel="traject.plan_dagen",
    stap=Volgendestap("gesprek_noteren", "Noteer het gesprek", "trajecten:gesprek_nieuw"),
    volgt=(Gesprek,),
)


def gesprekken(feiten):
    return per_client(Gesprek.objects.filter(client__in=feiten.open).order_by("op", "pk"))


@belooft(TERUGBELLEN)
def terugbellen(feiten):
    for pk, rijen in feiten.lees(gesprekken).items():
        if rijen[-1].aanwezigheid == "afwezig":
            dag = rijen[-1].op + timedelta(days=TERUGBELLEN.tijd(feiten.op))
            yield pk, Belofte(TERUGBELLEN, dag, f"gesprek:{rijen[-1].pk}", feiten.wie(pk))
'''


@pytest.fixture
def soort(tmp_path):
    """The file is loaded as a room loads its own, for the length of one test."""
    (tmp_path / "beloften.py").write_text(BESTAND, encoding="utf-8")
    with TERMIJNSOORTEN.alleen_nu():
        yield runpy.run_path(str(tmp_path / "beloften.py"))["TERUGBELLEN"]


def open_(soort):
    return list(Termijn.objects.open().filter(soort=soort))


def test_een_nieuwe_soort_komt_verschuift_en_gaat_met_haar_feit(soort, an):
    client = maak_client(an)
    maak_traject(client, an)
    assert open_(soort) == []
    maak_gesprek(client, an, aanwezigheid="afwezig", op=vandaag() - timedelta(days=50))
    (termijn,) = open_(soort)
    assert (termijn.vervalt_op, termijn.verantwoordelijke) == (
        vandaag() - timedelta(days=50 - soort.tijd(vandaag())),
        an,
    )
    assert Stand.objects.get(client=client).eerste_termijn_op <= termijn.vervalt_op
    assert afwijkingen(vandaag()) == []
    maak_gesprek(client, an)
    assert open_(soort) == []
    termijn.refresh_from_db()
    assert termijn.voldaan
    assert afwijkingen(vandaag()) == []


def test_wat_haar_feit_niet_is_kost_haar_geen_vraag(soort, an, monkeypatch):
    """Negative control: derived only when a row it follows changed."""
    client, gevraagd = maak_client(an), []
    echt = soort.bron
    monkeypatch.setattr(soort, "bron", lambda feiten: gevraagd.append(1) or echt(feiten))
    maak_contract(client, an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=90))
    assert gevraagd == []
    maak_gesprek(client, an)
    assert gevraagd == [1]


def test_een_nieuwe_soort_staat_in_de_lijsten_met_haar_volgende_stap(soort, an, als):
    client = maak_client(an)
    maak_gesprek(client, an, aanwezigheid="afwezig", op=vandaag() - timedelta(days=50))
    for adres in ("/", f"/clienten/{client.pk}/"):
        assert soort.label in als(an).get(adres).content.decode(), adres
    stap = volgende_stap(open_(soort)[0], an)
    assert stap == {"label": "Noteer het gesprek", "url": f"/clienten/{client.pk}/gesprekken/nieuw/"}
    assert soort.label in als(an).get("/").content.decode()
    assert (str(soort), soort.label) in TERMIJNSOORTEN.keuzes()
    assert soort.label in Impactrij(soort="termijn", detail=str(soort)).wat


def test_een_nieuwe_soort_vraagt_geen_migratie(soort, db):
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())
