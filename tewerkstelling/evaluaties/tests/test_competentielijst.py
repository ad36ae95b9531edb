"""Competence lists: what comes with the installation, versions, and that a used version never changes."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from ocmw.testing.formulier import velden_van
from ocmw.testing.maak import maak_client, maak_contract
from ocmw.testing.maak_evaluaties import maak_evaluatie, maak_lijst, vul_stem
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import bewaar_lijst, kopieer_lijst
from tewerkstelling.evaluaties.blad import lees_blad, lees_verloop
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Evaluatie, Schaal

pytestmark = pytest.mark.django_db
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def evaluatie(an):
    contract = maak_contract(maak_client(an), an, van=date(2026, 1, 5), laatste_dag=date(2027, 1, 4))
    return maak_evaluatie(contract, an, gehouden_op=date(2026, 5, 1))


def test_de_installatie_brengt_de_lijsten_mee():
    """F2, F4, F7; the six known of thirteen are marked as not complete."""
    lijst = Competentielijst.objects.get(code="art60")
    assert [d.naam for d in lijst.domeinen.all()] == [
        "Kwaliteit van het werk",
        "Arbeidsattitudes",
        "Samenwerken",
        "Communicatie",
        "Persoonlijke vaardigheden",
        "Loopbaancompetenties",
        "Technische competenties",
    ]
    assert lijst.schaal.labels == ["Problematisch", "Basis", "Goed", "Sterkte"]
    assert all(c.voorbeeld and c.clientzin for c in Competentie.objects.all())
    vdab, sam = (Competentielijst.objects.get(code=code) for code in ("vdab-soft-skills", "attitudes"))
    assert (Competentie.objects.filter(domein__lijst=vdab).count(), vdab.volledig) == (6, False)
    assert sam.schaal.labels == ["Onvoldoende", "Matig", "Goed", "Uitstekend"]


def test_een_nieuwe_versie_geldt_vanaf_vandaag_en_de_oude_tot_dan(griet, als):
    lijst = maak_lijst()
    als(griet).post(reverse("evaluaties:competentielijst_kopieren", args=[lijst.pk]))
    oud, nieuw = Competentielijst.objects.filter(code="art60").order_by("nummer")
    assert (oud.geldig_tot, nieuw.geldig_van, nieuw.nummer) == (OP, OP, 2)
    assert [c.code for c in Competentie.objects.filter(domein__lijst=nieuw)] == [
        c.code for c in Competentie.objects.filter(domein__lijst=oud)
    ]
    for lijst in (oud, nieuw):
        with pytest.raises(Geweigerd, match="geldt nu niet"):
            kopieer_lijst(lijst, door=griet, op=OP)


def test_een_gebruikte_versie_verandert_niet(evaluatie, griet, als):
    url = reverse("evaluaties:competentielijst_edit", args=[evaluatie.lijst_id])
    assert als(griet).get(url).status_code == 409
    with pytest.raises(Geweigerd, match="Maak een nieuwe versie"):
        bewaar_lijst(evaluatie.lijst, ["naam"], [], (["a", "b"], ["a", "b"]), door=griet, op=OP)
    pagina = als(griet).get(reverse("evaluaties:competentielijst_detail", args=[evaluatie.lijst_id]))
    assert "blijft zoals ze is" in pagina.content.decode()


def test_een_versie_bewerken_voegt_toe_schrapt_en_wijzigt_de_schaal(griet, als):
    lijst = maak_lijst("vdab-soft-skills")
    url = reverse("evaluaties:competentielijst_edit", args=[lijst.pk])
    form = als(griet).get(url).context["form"]
    eerste, tweede = Competentie.objects.filter(domein__lijst=lijst)[:2]
    domein = eerste.domein_id
    velden = velden_van(form) | {
        f"c{eerste.pk}-naam": "Zelfstandig doorwerken",
        f"c{tweede.pk}-naam": "",
        f"n{domein}x0-naam": "Leergierig zijn",
        f"n{domein}x0-voorbeeld": "Vraagt hoe iets werkt.",
        "niveaus": "Nog niet\nWel",
        "clientlabels": "Nee\nJa",
    }
    assert als(griet).post(url, velden).status_code == 302
    namen = list(Competentie.objects.filter(domein__lijst=lijst).values_list("naam", flat=True))
    assert "Regels en afspraken nakomen" not in namen
    assert {"Zelfstandig doorwerken", "Leergierig zijn"} <= set(namen)
    eerste.refresh_from_db()
    assert eerste.code == "zelfstandig-werken"  # the trend follows the code, whatever the words
    lijst.refresh_from_db()
    assert lijst.schaal.labels == ["Nog niet", "Wel"]
    assert Schaal.objects.filter(labels=["Problematisch", "Basis", "Goed", "Sterkte"]).exists()


@pytest.mark.parametrize("niveaus", ["Alleen een", "a\nb\nc"])
def test_een_schaal_past_bij_haar_woorden_voor_de_client(griet, als, niveaus):
    url = reverse("evaluaties:competentielijst_edit", args=[maak_lijst("attitudes").pk])
    velden = velden_van(als(griet).get(url).context["form"], niveaus=niveaus)
    assert "2 tot 6 niveaus" in als(griet).post(url, velden).content.decode()


def test_twee_beheerders_bewerken_dezelfde_versie(griet, bea, als):
    url = reverse("evaluaties:competentielijst_edit", args=[maak_lijst("attitudes").pk])
    van_griet, van_bea = (velden_van(als(wie).get(url).context["form"]) for wie in (griet, bea))
    als(griet).post(url, van_griet | {"naam": "Attitudes A"})
    assert als(bea).post(url, van_bea | {"naam": "Attitudes B"}).status_code == 409


def test_vorige_scores_en_het_verloop_lopen_door_over_versies(evaluatie, an, griet):
    vul_stem(evaluatie, "coach", 2, an)
    kopieer_lijst(evaluatie.lijst, door=griet, op=OP)
    nieuw = maak_evaluatie(evaluatie.contract, an)
    assert nieuw.lijst.nummer == 2
    vul_stem(nieuw, "coach", 4, an, tempo=3)
    blad = lees_blad(Evaluatie.objects.select_related("lijst__schaal").get(pk=nieuw.pk))
    assert blad.blokken[0].rijen[0].cellen[0].vorige == "Basis"
    verloop = lees_verloop(evaluatie.client, "art60")
    tempo = next(lijn for lijn in verloop.lijnen if lijn.naam == "Tempo")
    assert [punt["coach"] for punt in tempo.waarden] == [2, 3]
    assert tempo.waarden[0]["mentor"] is None
    assert (tempo.domein, tempo.beweging) == ("Kwaliteit van het werk", 1)
