"""The work profile: the form, two colleagues at once, what is shielded, and the history of the jobdoelwit."""

from datetime import date, time

import pytest
import time_machine
from django.urls import reverse

from clienten.profiel.actions import Profielwijziging
from clienten.profiel.models import Profiel
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_profiel
from ocmw.journaal.models import Journaalregel
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.match.actions import bewaar_werkprofiel
from tewerkstelling.match.models import Werkprofiel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 23)
INVOER = {
    "jobdoelwit": "poetshulp", "realistisch": "ja", "sectoren": ["schoonmaak"], "sectoren_niet": ["bouw"], "uren_min": "19",
    "uren_max": "28,5", "werktijden": ["dag"], "kan_van": "09:00", "kan_tot": "15:30", "max_reisminuten": "30",
    "vervoer": ["fiets", "ov"], "rijbewijs": "nee", "beperkt": "ja", "niet_mogelijk": ["tillen_zwaar"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


def adres(client):
    return reverse("match:werkprofiel_edit", args=[client.pk])


def niets(client):
    return Profielwijziging(Profiel(client=client))


def post(browser, client, **anders):
    return browser.post(adres(client), {**INVOER, "versie": 0, **anders})


def test_een_profiel_invullen(client, als, an):
    assert post(als(an), client).status_code == 302
    werk, wens = Werkprofiel.objects.get(client=client), Profiel.objects.get(client=client)
    assert (werk.uren_max, werk.kan_van, werk.kan_tot) == (28.5, time(9), time(15, 30))
    assert (werk.vervoer, werk.niet_mogelijk) == (["fiets", "ov"], ["tillen_zwaar"])
    assert (wens.jobdoelwit, wens.realistisch, wens.rijbewijs) == ("poetshulp", "ja", "nee")
    assert (wens.sectoren, wens.sectoren_niet) == (["schoonmaak"], ["bouw"])
    blad = als(an).get(reverse("match:match_detail", args=[client.pk])).content.decode()
    for tekst in ("poetshulp (haalbaar)", "19 tot 28,5 uur", "kan vanaf 9u", "kan niet: tillen boven 10 kg"):
        assert tekst in blad


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"sectoren_niet": ["schoonmaak"]}, "Dit staat ook bij wat de cliënt wel wil: Schoonmaak."),
        ({"uren_max": "10"}, "Het hoogste aantal uren is niet kleiner dan het laagste."),
        ({"kan_tot": "08:00"}, "De cliënt moet later klaar zijn dan hij of zij begint."),
        ({"niet_mogelijk": []}, "Vink aan wat niet kan"),
        ({"beperkt": "nee"}, "Je vinkte aan wat niet kan."),
        ({"sectoren": ["zwemmen"]}, "zwemmen"),
    ],
)
def test_wat_niet_klopt_zegt_waarom(anders, zin, client, als, an):
    antwoord = post(als(an), client, **anders)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not Werkprofiel.objects.exists()
    assert not Profiel.objects.exists()


def test_wie_geen_afgeschermde_gegevens_leest_ziet_en_wijzigt_ze_niet(client, als, an, griet):
    maak_profiel(client, an, beperkt="ja", niet_mogelijk=["tillen_zwaar"])
    pagina = als(griet).get(adres(client)).content.decode()
    assert "niet_mogelijk" not in pagina
    assert "Lichamelijke beperkingen zijn afgeschermd" in pagina
    begin = als(griet).get(adres(client)).context["form"]["begin"].value()
    post(als(griet), client, versie=1, begin=begin, jobdoelwit="kok", beperkt="nee", niet_mogelijk=[])
    werk = Werkprofiel.objects.get(client=client)
    assert (werk.beperkt, werk.niet_mogelijk) == ("ja", ["tillen_zwaar"])
    assert Profiel.objects.get(client=client).jobdoelwit == "kok"


def test_ook_de_actie_weigert_wie_het_niet_mag_zien(client, griet):
    profiel = Werkprofiel(client=client, beperkt="ja", niet_mogelijk=["stof"])
    with pytest.raises(Geweigerd, match="afgeschermd"):
        bewaar_werkprofiel(profiel, ["beperkt", "niet_mogelijk"], niets(client), door=griet, op=OP)
    assert not Werkprofiel.objects.exists()


def test_twee_collegas_wijzigen_tegelijk(client, als, an, griet):
    maak_profiel(client, an, jobdoelwit="poetshulp")
    eerst, tweede = als(an), als(griet)
    begin = tweede.get(adres(client)).context["form"]["begin"].value()
    eerst.post(adres(client), {**INVOER, "versie": 1, "begin": begin, "jobdoelwit": "keukenhulp"})
    antwoord = tweede.post(adres(client), {**INVOER, "versie": 1, "begin": begin, "jobdoelwit": "chauffeur"})
    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert "keukenhulp" in pagina
    assert "chauffeur" in pagina
    assert Profiel.objects.get().jobdoelwit == "keukenhulp"


def test_twee_collegas_maken_het_eerste_profiel(client, an, griet):
    """Both found none: the second hears that there is one now, and nothing is written twice."""
    maak_profiel(client, an)
    with pytest.raises(IntussenGewijzigd):
        bewaar_werkprofiel(Werkprofiel(client=client, uren_min=10), ["uren_min"], niets(client), door=griet, op=OP)
    wens = Profielwijziging(Profiel(client=client, jobdoelwit="kok"), ["jobdoelwit"])
    with pytest.raises(IntussenGewijzigd) as botsing:
        bewaar_werkprofiel(Werkprofiel(client=client), [], wens, door=griet, op=OP)
    assert isinstance(botsing.value.actueel, Werkprofiel)
    assert (Werkprofiel.objects.count(), Profiel.objects.get().jobdoelwit) == (1, "")


def test_de_geschiedenis_van_het_jobdoelwit_komt_uit_het_journaal(client, als, an):
    for realistisch in ("onbekend", "ja", "nee"):
        maak_profiel(client, an, jobdoelwit="astronaut", realistisch=realistisch)
    pagina = als(an).get(adres(client)).content.decode()
    rest = pagina[pagina.index("Was het jobdoelwit haalbaar?") :]
    assert rest.index("nu niet haalbaar") < rest.index(": haalbaar") < rest.index("nog niet nagegaan")
    details = " ".join(str(regel.details) for regel in Journaalregel.objects.filter(wat="werkprofiel_gewijzigd"))
    assert "astronaut" not in details
    assert "beperkt" not in details


def test_taal_komt_uit_de_talenkennis(als, an):
    client = maak_kandidaat(an, taal="B1")
    assert "<strong>B1</strong>" in als(an).get(adres(client)).content.decode()
