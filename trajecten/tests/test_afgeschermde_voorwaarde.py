"""The condition of a bundle that speaks of health: who may not read it, meets the same page whatever the answer is."""

import pytest
from django.urls import reverse

from clienten.enums import Antwoord
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.actions import begin_doorverwijzing, bewaar_bundelstap
from trajecten.enums import Voorwaarde
from trajecten.models import Voorwaardeantwoord
from trajecten.tests.bundels import vul_in

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
NOTA = "Wacht op een operatie."


def adres(naam, bundel, *rest):
    return reverse(f"trajecten:{naam}", args=[bundel.client_id, bundel.pk, *rest])


@pytest.fixture
def bundel(bert):
    bundel = begin_doorverwijzing(maak_client(bert), door=bert, op=vandaag())
    return vul_in(bundel, bert)


def antwoord(bundel, bert, waarde, nota=NOTA):
    rij = Voorwaardeantwoord(voorwaarde=Voorwaarde.RANDVOORWAARDEN, antwoord=waarde, nota=nota, op=vandaag())
    bewaar_bundelstap(bundel, [], [rij], door=bert, op=vandaag())


@pytest.mark.parametrize("naam", ["doorverwijzing_detail", "doorverwijzing_afdruk"])
def test_de_coordinator_ziet_geen_verschil_tussen_ja_nee_en_onbekend(als, bert, griet, bundel, naam):
    bladen = set()
    for waarde in Antwoord.values:
        antwoord(bundel, bert, waarde)
        html = als(griet).get(adres(naam, bundel)).content.decode()
        assert "voor jou afgeschermd" in html
        assert NOTA not in html
        lijf = html[html.index("2. Voorwaarden") : html.index("3. Ervaring")]
        bladen.add((lijf, "voorwaarden is" in html))
    assert len(bladen) == 1


def test_de_maatschappelijk_werker_leest_het_wel(als, bert, bundel):
    antwoord(bundel, bert, Antwoord.NEE)
    html = als(bert).get(adres("doorverwijzing_detail", bundel)).content.decode()
    assert NOTA in html
    assert "1 van de vijf voorwaarden" in html


def test_wie_het_niet_mag_lezen_krijgt_de_vraag_niet_en_laat_het_antwoord_staan(als, bert, griet, bundel):
    antwoord(bundel, bert, Antwoord.NEE)
    stap = adres("doorverwijzing_stap", bundel, 2)
    pagina = als(griet).get(stap)
    assert NOTA not in pagina.content.decode()
    assert not [naam for naam in pagina.context["form"].fields if naam.startswith(Voorwaarde.RANDVOORWAARDEN)]
    velden = velden_van(pagina.context["form"], huisvesting_nota="Zoekt een studio")
    verzonnen = {f"{Voorwaarde.RANDVOORWAARDEN}_antwoord": "ja", f"{Voorwaarde.RANDVOORWAARDEN}_nota": "in orde"}
    assert als(griet).post(stap, velden | verzonnen).status_code == 302
    rij = bundel.voorwaarden.get(voorwaarde=Voorwaarde.RANDVOORWAARDEN)
    assert (rij.antwoord, rij.nota) == (Antwoord.NEE, NOTA)
    assert bundel.voorwaarden.get(voorwaarde=Voorwaarde.HUISVESTING).nota == "Zoekt een studio"
