"""Drafts on the server: of the writer alone, only through the page of the form, gone when it is saved."""

import json
from datetime import timedelta

import pytest

from clienten.models import Toewijzing
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import nu, vandaag
from ocmw.kladjes import actions
from ocmw.kladjes.actions import MAX_KLADJES, MAX_TEKENS, ruim_kladjes_op
from ocmw.kladjes.middleware import KOP
from ocmw.kladjes.models import Kladje, KladjeQuerySet
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.beheer.actions import wijzig_medewerker, zet_buiten_dienst
from trajecten.forms.gesprek import GesprekForm
from trajecten.models import Gesprek

pytestmark = pytest.mark.databank

LANGSTE = 200_000


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def adres(client):
    return f"/clienten/{client.pk}/gesprekken/nieuw/"


def inhoud(tekst):
    return json.dumps({"velden": {"verslag": [tekst]}, "gewijzigd": ["verslag"], "versie": "0"}, ensure_ascii=False)


def bewaar(browser, wie, pad, tekst="Half verhaal", **anders):
    velden = {"van": wie.pk, "adres": pad, "formulier": "id_verslag", "nummer": 0, "inhoud": inhoud(tekst)}
    return browser.post("/kladje/", velden | anders)


def lees(browser, pagina, adres=None):
    """What the script reads back on this page: the texts, or the status when there is nothing."""
    antwoord = browser.get(pagina, headers={KOP: adres or pagina, "Accept": "application/json"})
    if antwoord.status_code != 200:
        return antwoord.status_code
    return [json.loads(kladje["inhoud"])["velden"]["verslag"][0] for kladje in antwoord.json()["kladjes"]]


def gesprek(**velden):
    return {
        "kanaal": "telefoon",
        "op": vandaag().isoformat(),
        "aanwezigheid": "aanwezig",
        "duur": "20",
        "verslag": "Hij zoekt werk.",
    } | velden


def test_wat_je_typte_komt_terug_op_de_pagina_van_het_formulier(an, als, adres):
    assert bewaar(als(an), an, adres).status_code == 204
    assert lees(als(an), adres) == ["Half verhaal"]
    assert bewaar(als(an), an, adres, "Heel verhaal").status_code == 204
    assert lees(als(an), adres) == ["Heel verhaal"]


def test_een_nieuwe_tekst_neemt_de_plaats_van_een_oudere_niet(an, als, adres):
    bewaar(als(an), an, adres, "Van maandag")
    bewaar(als(an), an, adres, "Van woensdag", nummer=1)
    assert lees(als(an), adres) == ["Van maandag", "Van woensdag"]
    als(an).post("/kladje/weg/", {"van": an.pk, "adres": adres, "formulier": "id_verslag", "nummer": 0})
    assert lees(als(an), adres) == ["Van woensdag"]


def test_bewaren_gooit_het_kladje_weg_en_een_fout_niet(an, als, adres):
    bewaar(als(an), an, adres)
    assert als(an).post(adres, gesprek(duur="0")).status_code == 422
    assert Kladje.objects.count() == 1
    assert als(an).post(adres, gesprek()).status_code == 302
    assert Gesprek.objects.count() == 1
    assert not Kladje.objects.exists()


def test_een_weigering_die_verder_leidt_houdt_het_kladje(an, als, client):
    """A refusal told on the next page: what was typed is not saved."""
    afspraak = client.afspraken.create(medewerker=an, begint_op=nu() + timedelta(days=1))
    adres = f"/clienten/{client.pk}/afspraken/{afspraak.pk}/status/"
    bewaar(als(an), an, adres)
    assert als(an).post(adres, {"status": "onzin"}).status_code == 302
    assert Kladje.objects.count() == 1


def test_een_kladje_is_van_de_schrijver_alleen(an, griet, als, adres, monkeypatch):
    bewaar(als(an), an, adres, "GEHEIM-KLAD")
    assert lees(als(griet), adres) == 204
    assert "GEHEIM-KLAD" not in als(an).get(adres).content.decode()
    # The control: without the filter on the writer the next colleague reads it.
    monkeypatch.setattr(KladjeQuerySet, "van", lambda kladjes, medewerker: kladjes)
    assert lees(als(griet), adres) == ["GEHEIM-KLAD"]


def test_wie_het_dossier_niet_meer_mag_openen_leest_zijn_kladje_niet_meer(an, als, adres, client, turnhout):
    bewaar(als(an), an, adres)
    assert lees(als(an), adres) == ["Half verhaal"]
    Toewijzing.objects.filter(client=client).update(tot=vandaag())
    type(client).objects.filter(pk=client.pk).update(ocmw=turnhout)
    assert als(an).get(adres).status_code == 404
    assert lees(als(an), adres) == 204
    assert Kladje.objects.exists()  # out of reach at once; the nightly sweep takes the row


def test_een_andere_pagina_geeft_het_kladje_niet(an, als, adres, client):
    """The header says which forms the script saw; only what the page itself shows counts."""
    bewaar(als(an), an, adres)
    assert lees(als(an), f"/clienten/{client.pk}/plan/doelen/nieuw/", adres) == []


def test_te_lang_wordt_gezegd_en_het_vorige_kladje_blijft(an, als, adres):
    bewaar(als(an), an, adres, "Kort")
    assert bewaar(als(an), an, adres, "x" * (MAX_TEKENS + 1)).status_code == 413
    assert lees(als(an), adres) == ["Kort"]


def test_de_langste_tekst_die_een_formulier_neemt_past_erin(an, als, adres):
    lang = "é\n" * (LANGSTE // 2)
    assert bewaar(als(an), an, adres, lang).status_code == 204
    assert lees(als(an), adres) == [lang]
    assert als(an).post(adres, gesprek(verslag="x" * LANGSTE)).status_code == 302


@pytest.mark.parametrize("teken", ["\x00", "\ud800", "\U0001f469\u200d\U0001f4bb", "\u202e"])
def test_vreemde_tekens_bewaren_zonder_fout(an, als, adres, teken):
    rauw = json.dumps({"velden": {"verslag": [f"a{teken}b"]}, "gewijzigd": []})  # escaped, as a browser writes it
    assert bewaar(als(an), an, adres, inhoud=rauw).status_code == 204
    assert lees(als(an), adres)[0].startswith("a")
    assert (
        bewaar(als(an), an, adres, inhoud=inhoud(f"a{teken}b".encode("utf-8", "replace").decode())).status_code == 204
    )
    assert bewaar(als(an), an, adres, adres="/clienten/\x00/").status_code == 400


@pytest.mark.parametrize(
    ("anders", "status"),
    [
        ({"adres": "/bestaat/niet/"}, 404),
        ({"adres": "/account/password/change/"}, 404),
        ({"adres": "/mentor/abc/"}, 404),
        ({"adres": "/medewerkers/nieuw/"}, 403),
        ({"nummer": "veel"}, 400),
        ({"formulier": "x" * 101}, 400),
        ({"van": 987_654}, 409),
        ({"van": ""}, 409),
    ],
)
def test_wat_geen_kladje_wordt(an, als, adres, anders, status):
    assert bewaar(als(an), an, adres, **anders).status_code == status
    assert not Kladje.objects.exists()


def test_na_opnieuw_aanmelden_is_er_een_nieuw_token_en_de_naam_van_wie(an, als):
    vers = als(an).get("/kladje/token/").json()
    assert (bool(vers["token"]), vers["van"]) == (True, str(an.pk))


def test_na_een_week_is_een_kladje_weg(an, als, adres):
    bewaar(als(an), an, adres)
    assert ruim_kladjes_op() == 0
    Kladje.objects.update(bewaard_op=nu() - timedelta(days=8))
    assert lees(als(an), adres) == 204
    assert ruim_kladjes_op() == 1


@pytest.mark.parametrize("wat", ["buiten dienst", "andere rol"])
def test_wie_weggaat_of_iets_anders_gaat_doen_laat_geen_kladjes_achter(an, griet, bea, als, adres, wat):
    bewaar(als(an), an, adres)
    bewaar(als(griet), griet, adres)
    if wat == "buiten dienst":
        zet_buiten_dienst(an, door=bea, op=vandaag())
    else:
        an.rol = Rol.LESGEVER
        wijzig_medewerker(an, ["rol"], door=bea, op=vandaag())
    assert list(Kladje.objects.values_list("medewerker", flat=True)) == [griet.pk]


def test_de_oudste_kladjes_maken_plaats(an, als, adres, monkeypatch):
    monkeypatch.setattr(actions, "MAX_KLADJES", 3)
    for nummer in range(5):
        bewaar(als(an), an, adres, f"Nummer {nummer}", nummer=nummer)
    assert lees(als(an), adres) == ["Nummer 2", "Nummer 3", "Nummer 4"]
    assert MAX_KLADJES > 3


def test_een_pagina_zonder_kladje_kost_geen_tweede_pagina(an, als, adres, django_assert_num_queries):
    browser = als(an)
    with django_assert_num_queries(3):  # the session, the colleague, the draft
        assert lees(browser, adres) == 204


def test_het_formulier_van_het_gesprek_begint_leeg_op_de_server(an, als, adres):
    """One way to fill it: the script of the page."""
    bewaar(als(an), an, adres)
    form = als(an).get(adres).context["form"]
    assert isinstance(form, GesprekForm)
    assert not form["verslag"].value()
