"""Two colleagues and one page over two rows: nothing of either is lost, whichever row the field stands in."""

import pytest
from django.urls import reverse

from clienten.enums import Toewijzingsrol
from clienten.models import Toewijzing
from clienten.profiel.models import Profiel
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.maak_match import maak_profiel
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from tewerkstelling.match.forms import WerkprofielForm
from tewerkstelling.match.models import Werkprofiel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
BEGIN = {
    "jobdoelwit": "poetshulp", "realistisch": "onbekend", "sectoren": ["schoonmaak"], "sectoren_niet": [], "uren_min": 10,
    "uren_max": 20, "werktijden": ["dag"], "max_reisminuten": 45, "vervoer": ["fiets"], "rijbewijs": "onbekend",
    "beperkt": "ja", "niet_mogelijk": ["stof"],
}  # fmt: skip
# Per field what the one makes of it and what the other, and how a person reads that.
ANDERS = {
    "jobdoelwit": ("kok", "chauffeur", "kok", "chauffeur"),
    "realistisch": ("ja", "nee", "ja", "nee"),
    "sectoren": (["keuken"], ["winkel"], "Keuken en horeca", "Winkel"),
    "sectoren_niet": (["bouw"], ["zorg"], "Bouw en onderhoud", "Zorg en woonondersteuning"),
    "talenten": (["tempo"], ["rekenen"], "Vlot doorwerken", "Tellen en rekenen"),
    "te_leren": (["computer"], ["zorgen"], "Met een computer werken", "Zorgen voor mensen"),
    "uren_min": ("11", "12", "11", "12"),
    "uren_max": ("30", "38", "30", "38"),
    "werktijden": (["vroeg"], ["nacht"], "Vroege ploeg (voor 7 uur)", "Nacht"),
    "kan_van": ("08:15", "09:15", "08:15", "09:15"),
    "kan_tot": ("15:15", "16:15", "15:15", "16:15"),
    "vrij_vanaf": ("2031-03-01", "2031-04-01", "01/03/2031", "01/04/2031"),
    "max_reisminuten": ("61", "62", "61", "62"),
    "vervoer": (["ov"], ["auto"], "Bus, tram of trein", "Auto"),
    "rijbewijs": ("ja", "nee", "ja", "nee"),
    "niet_mogelijk": (["hoogte"], ["lawaai"], "Werken op hoogte", "Lawaai"),
}


@pytest.fixture
def els(aalst):
    return maak_medewerker("Els", "Maes", aalst, Rol.ATB)


@pytest.fixture
def client(an, els):
    client = maak_client(an)
    Toewijzing.objects.create(client=client, medewerker=els, rol=Toewijzingsrol.MW, van=vandaag())
    maak_profiel(client, an, **BEGIN)
    return client


def adres(client):
    return reverse("match:werkprofiel_edit", args=[client.pk])


def open_pagina(browser, client):
    return browser.get(adres(client)).context["form"]


def test_elk_veld_staat_in_de_proef(client, als, an):
    velden = set(open_pagina(als(an), client).fields) - {"versie", "begin"}
    assert velden - set(ANDERS) == {"beperkt"}  # cannot differ without the field below it
    assert set(WerkprofielForm.profielvelden) <= set(ANDERS)


@pytest.mark.parametrize("veld", ANDERS)
def test_de_tweede_ziet_beide_teksten(veld, client, als, an, els):
    eerste, tweede, *_ = ANDERS[veld]
    van_een, van_ander = open_pagina(als(an), client), open_pagina(als(els), client)
    assert als(an).post(adres(client), velden_van(van_een, **{veld: eerste})).status_code == 302
    antwoord = als(els).post(adres(client), velden_van(van_ander, **{veld: tweede}))
    assert antwoord.status_code == 409
    (verschil,) = antwoord.context["verschillen"]
    hun, mijn = ANDERS[veld][2:]
    assert verschil["veld"].name == veld
    assert verschil["hun"].startswith(hun)  # what is stored may say 30.00 and 08:15:00
    assert verschil["mijn"].startswith(mijn)
    assert an.naam in antwoord.text


@pytest.mark.parametrize(("van_een", "van_ander"), [("jobdoelwit", "uren_max"), ("uren_max", "jobdoelwit")])
def test_elk_een_ander_veld_houdt_beide(van_een, van_ander, client, als, an, els):
    een, ander = open_pagina(als(an), client), open_pagina(als(els), client)
    als(an).post(adres(client), velden_van(een, **{van_een: ANDERS[van_een][0]}))
    antwoord = als(els).post(adres(client), velden_van(ander, **{van_ander: ANDERS[van_ander][0]}))
    assert antwoord.status_code == 409
    assert antwoord.context["verschillen"] == []
    assert als(els).post(adres(client), velden_van(antwoord.context["form"])).status_code == 302
    assert Profiel.objects.get().jobdoelwit == "kok"
    assert Werkprofiel.objects.get().uren_max == 30


def test_een_andere_pagina_die_hetzelfde_veld_bewaarde_botst_ook(client, als, an, griet):
    """Only the Profiel moved on: who saved it stands on the page, and saving what was merged goes through."""
    mijn = open_pagina(als(an), client)
    rij = Profiel.objects.get()
    rij.jobdoelwit = "bakker"
    rij.bewaar(door=griet, velden=["jobdoelwit"])
    antwoord = als(an).post(adres(client), velden_van(mijn, jobdoelwit="kok", uren_max="30"))
    assert antwoord.status_code == 409
    assert all(deel in antwoord.text for deel in ("bakker", "kok", f"{griet.naam} bewaarde dit"))
    assert (Profiel.objects.get().jobdoelwit, Werkprofiel.objects.get().uren_max) == ("bakker", 20)
    samen = velden_van(antwoord.context["form"], jobdoelwit="kok in een bakkerij")
    assert als(an).post(adres(client), samen).status_code == 302
    assert (Profiel.objects.get().jobdoelwit, Werkprofiel.objects.get().uren_max) == ("kok in een bakkerij", 30)


def test_een_andere_pagina_die_een_ander_veld_bewaarde_botst_niet(client, als, an, griet):
    mijn = open_pagina(als(an), client)
    rij = Profiel.objects.get()
    rij.computer = "mailen"
    rij.bewaar(door=griet, velden=["computer"])
    assert als(an).post(adres(client), velden_van(mijn, jobdoelwit="kok")).status_code == 302
    rij.refresh_from_db()
    assert (rij.computer, rij.jobdoelwit) == ("mailen", "kok")


def test_niets_wordt_half_bewaard(client, als, an, griet):
    """The Profiel is written first; a conflict on the other row takes that back."""
    mijn = open_pagina(als(an), client)
    werk = Werkprofiel.objects.get()
    werk.uren_max = 25
    werk.bewaar(door=griet, velden=["uren_max"])
    assert als(an).post(adres(client), velden_van(mijn, jobdoelwit="kok")).status_code == 409
    assert Profiel.objects.get().jobdoelwit == "poetshulp"
