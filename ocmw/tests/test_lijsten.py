"""Every list, sorted on every column with empty values in it, shows every row once, over all its pages."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db.models import Count

from clienten.models import Client, Stand
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels.enums import Impactsoort, Richting
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.tests.test_structuur import ROOT, is_test, python
from ocmw.ui.paging import LegeLaatst, blader, sorteer, sorteer_rijen
from ocmw.werkruimte.beheer.views import journaal
from ocmw.werkruimte.clientenlijst import filters as clientenlijst
from ocmw.werkruimte.regelimpact import views as regelimpact
from ocmw.werkruimte.regelimpact.models import Impactrij
from tewerkstelling import filters as tewerkstelling
from tewerkstelling.geld import keuze
from tewerkstelling.models import Mentor, Tewerkstelling, Werkgever, Werkplek
from tewerkstelling.rechtenteller import langer
from tewerkstelling.rechtenteller.models import Rechtendag
from tewerkstelling.regulier import filters as regulier
from tewerkstelling.regulier.models import Sollicitatie
from trajecten import filters as trajecten
from trajecten.enums import Doorverwijsstatus
from trajecten.groepen import filters as groepen
from trajecten.groepen.models import Programma
from trajecten.models import Doorverwijzing

pytestmark = pytest.mark.databank
DAG = date(2026, 3, 2)
AANTAL = 7


@pytest.fixture
def wereld(an):
    """Seven of everything; every second one without the values that may be missing."""
    sets = Regelset.objects.filter(sleutel="traject.stilte_dagen").first()
    concept = Regelconcept.objects.create(
        sleutel=sets.sleutel, basis=sets, waarde=sets.waarde, bron="Brief", geldig_van=DAG, gemaakt_door=an
    )
    for n in range(AANTAL):
        dag = DAG + timedelta(days=n // 4) if n % 2 else None
        client = maak_client(an)
        Stand.objects.filter(client=client).update(
            laatste_contact_op=dag, eerste_termijn_op=dag, einde_op=dag, stap_sinds=dag, coach=an if dag else None
        )
        contract = Tewerkstelling.objects.create(client=client, van=DAG, tot=DAG + timedelta(days=30 + n))
        Rechtendag.objects.create(
            contract=contract, client=client, ocmw=an.ocmw, van=DAG, tot=contract.tot, dagen=n // 2, rechten_op=dag
        )
        werkgever = Werkgever.objects.create(ocmw=an.ocmw, naam=f"Zaak {n}", soort="vzw")
        Werkplek.objects.create(werkgever=werkgever, naam="Plek", gemeente="Aalst" if dag else "")
        Mentor.objects.create(werkgever=werkgever, naam=f"Mentor {n}", vorming_tot=dag)
        Programma.objects.create(ocmw=an.ocmw, naam=f"Groep {n}", van=DAG, partner="Leerpunt" if dag else "")
        Sollicitatie.objects.create(client=client, functie="Kok", bij="Zaak", status_op=DAG, deadline=dag)
        Doorverwijzing.objects.create(
            client=client, van=an, verstuurd_op=dag, begonnen_op=DAG, mw_akkoord_op=dag, client_akkoord_op=dag,
            status=Doorverwijsstatus.VERSTUURD if dag else Doorverwijsstatus.KLAD,
        )  # fmt: skip
        Impactrij.objects.create(
            concept=concept, client=client, ocmw=an.ocmw, soort=Impactsoort.RECHTEN, richting=Richting.LATER,
            voor_dag=dag, na_dag=dag, verschil=n if dag else None,
        )  # fmt: skip


LIJSTEN = {
    "ocmw/werkruimte/clientenlijst/filters.py": [(clientenlijst.SORTERINGEN, Stand.objects.all)],
    "ocmw/werkruimte/beheer/views/journaal.py": [(journaal.SORTERINGEN, Journaalregel.objects.all)],
    "ocmw/werkruimte/regelimpact/views.py": [(regelimpact.SORTERINGEN, Impactrij.objects.all)],
    "trajecten/filters.py": [(trajecten.SORTERINGEN, Doorverwijzing.objects.all)],
    "trajecten/groepen/filters.py": [
        (groepen.PROGRAMMA_SORTERINGEN, lambda: Programma.objects.annotate(aantal_reeksen=Count("reeksen")))
    ],
    "tewerkstelling/rechtenteller/langer.py": [(langer.SORTERINGEN, Rechtendag.objects.all)],
    "tewerkstelling/regulier/filters.py": [(regulier.SORTERINGEN, Sollicitatie.objects.all)],
    "tewerkstelling/filters.py": [
        (tewerkstelling.WERKPLEK_SORTERINGEN, lambda: Werkplek.objects.met_bezetting(vandaag())),
        (tewerkstelling.MENTOR_SORTERINGEN, lambda: Mentor.objects.met_belasting(vandaag())),
        (tewerkstelling.BORD_SORTERINGEN, lambda: Werkplek.objects.met_verloop(vandaag(), 30)),
    ],
}
IN_HET_GEHEUGEN = {"tewerkstelling/geld/keuze.py"}
KEUZELIJST = {
    "tewerkstelling/match/filters.py"
}  # the words of a select; its rows are sorted by a colour each of them has
GEVALLEN = [
    (naam, nummer, f"{richting}{sleutel}")
    for naam, lijsten in LIJSTEN.items()
    for nummer, (sorteringen, _) in enumerate(lijsten)
    for sleutel in sorteringen
    for richting in ("", "-")
]


def over_alle_bladen(rijen, per=2):
    gezien, nummer = [], 1
    while (blad := blader(rijen, nummer, per=per)).rijen and blad.nummer == nummer:
        gezien += blad.rijen
        nummer += 1
    return gezien


@pytest.mark.parametrize(("naam", "nummer", "sleutel"), GEVALLEN)
def test_elke_rij_staat_er_een_keer_op(wereld, naam, nummer, sleutel):
    sorteringen, alle = LIJSTEN[naam][nummer]
    rijen, gekozen = sorteer(alle(), sleutel, sorteringen)
    assert gekozen == sleutel
    gezien = over_alle_bladen(rijen)
    assert sorted(rij.pk for rij in gezien) == sorted(alle().values_list("pk", flat=True))
    assert gezien == list(rijen[: len(gezien) + 5]), "an export takes the same rows in the same order"
    if isinstance(rijen, LegeLaatst):
        leeg = set(rijen.zonder.values_list("pk", flat=True))
        assert len(leeg) == (AANTAL + 1) // 2
        assert [rij.pk in leeg for rij in gezien] == sorted(rij.pk in leeg for rij in gezien), "empty ones last"


def test_de_kolommen_die_leeg_kunnen_zijn_zijn_bekend(wereld):
    """Without this the walk above would prove nothing about empty values."""
    leeg = {(naam, sleutel) for naam, n, sleutel in GEVALLEN
            if isinstance(sorteer(LIJSTEN[naam][n][1](), sleutel, LIJSTEN[naam][n][0])[0], LegeLaatst)}  # fmt: skip
    assert {sleutel for _, sleutel in leeg if not sleutel.startswith("-")} == {
        "sinds", "contact", "termijn", "einde", "voor", "na", "verschil", "oudste", "nieuwste", "deadline", "opleiding",
        "rechten", "coach",
    }  # fmt: skip


def test_een_volgorde_die_rijen_weglaat_valt_op(wereld):
    kaal = Stand.objects.filter(laatste_contact_op__isnull=False).order_by("laatste_contact_op")
    assert len(over_alle_bladen(kaal)) < Client.objects.count() == len(over_alle_bladen(Stand.objects.order_by("pk")))


def test_rijen_in_het_geheugen():
    sorteringen = keuze.SORTERINGEN
    leeg = {"naam": "An", "kort": "x", "gemist": 3, "coach": "", "laatste_dag": DAG, "rechten_op": None, "dagen": 1}
    vol = leeg | {"naam": "Bo", "coach": "Els", "rechten_op": DAG}
    rijen = [SimpleNamespace(**waarden) for waarden in (leeg, vol, leeg | {"naam": "Cas"})]
    for sleutel in sorteringen:
        for om in ("", "-"):
            gesorteerd, _ = sorteer_rijen(rijen, om + sleutel, sorteringen)
            assert {rij.naam for rij in over_alle_bladen(gesorteerd)} == {"An", "Bo", "Cas"}
            if sorteringen[sleutel](rijen[0]) is None:
                assert gesorteerd[0].naam == "Bo"


def test_elke_lijst_met_een_volgorde_staat_hier():
    gevonden = {
        str(pad.relative_to(ROOT))
        for pad in python()
        if not is_test(pad) and re.search(r"^\w*SORTERINGEN\b.*= [{\[]", pad.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert gevonden == {*LIJSTEN, *IN_HET_GEHEUGEN, *KEUZELIJST}


@pytest.mark.parametrize(("begin", "vragen"), [(0, 1), (2, 2), (6, 2)])
def test_een_blad_vraagt_alleen_het_deel_dat_het_nodig_heeft(wereld, django_assert_num_queries, begin, vragen):
    rijen, _ = sorteer(Stand.objects.all(), "contact", clientenlijst.SORTERINGEN)
    extra = begin >= rijen.met.count()  # how many have a value is asked only past the last of them
    with django_assert_num_queries(vragen + extra):
        rijen[begin : begin + 2]
