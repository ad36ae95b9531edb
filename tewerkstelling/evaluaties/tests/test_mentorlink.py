"""The link of a mentor: what it opens, what it hides, when it stops, and what a stranger learns (nothing)."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client as Browser
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_link, vul_stem
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.models import Poging
from ocmw.ui.logboek import Regelvorm
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import mentorlink as acties
from tewerkstelling.evaluaties.actions import trek_mentorlink_in
from tewerkstelling.evaluaties.models import Competentie, Mentorlink, Score, Stem
from tewerkstelling.evaluaties.views import mentor as scherm

pytestmark = pytest.mark.django_db
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(OP, tick=False) as klok:
        yield klok


@pytest.fixture
def evaluatie(an):
    client = maak_client(an, voornaam="Fatima", achternaam="Geheim", coach=an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    return maak_evaluatie(contract, an, moment="m2")


@pytest.fixture
def link(evaluatie, an):
    return maak_link(evaluatie, an)


@pytest.fixture
def url(link):
    return reverse("evaluaties:mentor_formulier", args=[link[1]])


@pytest.fixture
def mentor():
    """A phone that keeps no cookies and sends no CSRF token."""
    return Browser(enforce_csrf_checks=True)


def antwoorden(evaluatie, deel, waarde="3"):
    domein = evaluatie.lijst.domeinen.all()[deel - 1]
    return {"deel": deel, **{f"c{c.pk}": waarde for c in domein.competenties.all()}}


def vul_alles_in(mentor, url, evaluatie):
    for deel in range(1, 8):
        assert mentor.post(url, antwoorden(evaluatie, deel) | {"naar": deel + 1}).status_code == 302


# --- the happy way ------------------------------------------------------------------------------
def test_van_link_tot_stem(mentor, url, evaluatie, link):
    welkom = mentor.get(url).content.decode()
    assert "Hoe gaat het werk van Fatima?" in welkom
    assert "Kringwinkel" in welkom
    eerste = mentor.get(f"{url}?deel=1").content.decode()
    assert "Zorgvuldig werken" in eerste
    assert "1 van 7" in eerste
    vul_alles_in(mentor, url, evaluatie)
    slot = mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Rita V."})
    assert slot.url == reverse("evaluaties:mentor_bedankt")
    stem = Stem.objects.get(wie="mentor")
    assert (stem.naam, stem.ingediend_op is not None) == ("Rita V.", True)
    assert Score.objects.filter(stem=stem, waarde=3).count() == 21
    assert Mentorlink.objects.get().klad == {}
    regel = Journaalregel.objects.get(wat="mentor_antwoordde")
    assert (regel.medewerker_id, regel.client_id) == (None, evaluatie.client_id)
    assert not mentor.cookies


def test_elk_scherm_is_bewaard_en_de_mentor_gaat_verder_waar_hij_was(mentor, url, evaluatie):
    mentor.post(
        url, antwoorden(evaluatie, 1, "2") | {"naar": 2, f"o{evaluatie.lijst.domeinen.first().pk}": "Kijkt na."}
    )
    later = Browser()
    assert "Ga verder waar je was" in later.get(url).content.decode()
    scherm_1 = later.get(f"{url}?deel=1").content.decode()
    assert scherm_1.count("checked") == 3
    assert "Kijkt na." in scherm_1
    assert not Stem.objects.exists()


def test_een_telefoon_die_wegschakelt_bewaart_het_scherm(mentor, url, evaluatie, link):
    """js/kladje.js sends the form without a button."""
    assert mentor.post(url, antwoorden(evaluatie, 3)).status_code == 204
    klad = Mentorlink.objects.get().klad
    assert (len(klad["scores"]), klad["deel"]) == (3, 3)


def test_de_mentor_leest_tegen_wanneer(mentor, url):
    """The talk is today: six working days before is past, so the day of the talk itself."""
    pagina = mentor.get(url)
    assert pagina.context["tegen"] == OP
    assert "Vul het graag in tegen" in pagina.content.decode()


def test_geen_logregel_houdt_het_geheim(mentor, url, link, evaluatie, caplog):
    """Django logs every answer from 400 up with its address, also a form that misses a name and still works."""
    assert mentor.post(url, {"deel": 8, "verstuur": 1, "naam": ""}).status_code == 422
    regels = [Regelvorm().format(record) for record in caplog.records]
    assert any("evaluaties:mentor_formulier" in regel for regel in regels)
    assert link[1] not in "".join(regels)
    assert link[1] in caplog.text, "zonder onze vorm staat het er"


def test_terug_bewaart_ook_en_een_open_vraag_mag(mentor, url, evaluatie):
    mentor.post(url, antwoorden(evaluatie, 2) | {"naar": 1})
    overzicht = mentor.get(f"{url}?deel=8").content.decode()
    assert "Nog 18 vragen open" in overzicht
    assert mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Rita"}).status_code == 302
    assert Score.objects.count() == 3


@pytest.mark.parametrize(
    ("klad", "naam", "zin"), [(False, "Rita", "minstens één vraag"), (True, "  ", "Vul je naam in")]
)
def test_versturen_vraagt_een_antwoord_en_een_naam(mentor, url, evaluatie, klad, naam, zin):
    if klad:
        mentor.post(url, antwoorden(evaluatie, 1) | {"naar": 8})
    antwoord = mentor.post(url, {"deel": 8, "verstuur": 1, "naam": naam})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Stem.objects.exists()


def test_wat_de_lijst_niet_kent_telt_niet(mentor, url, evaluatie):
    eerste = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    vreemd = Competentie.objects.exclude(domein__lijst=evaluatie.lijst).first()
    for rommel in ({f"c{eerste.pk}": "9"}, {f"c{vreemd.pk}": "2"}, {"deel": "-3"}, {"deel": "abc"}, {"naar": "999999"}):
        assert mentor.post(url, {"deel": 1, "naar": 2, **rommel}).status_code == 302
    assert Mentorlink.objects.get().klad["scores"] == {}
    lang = mentor.post(url, {"deel": 1, "naar": 2, f"o{eerste.domein_id}": "x" * 5000})
    assert lang.status_code == 302
    assert len(Mentorlink.objects.get().klad["opmerkingen"][str(eerste.domein_id)]) == scherm.MAX_TEKENS


# --- what a page says and does not say ------------------------------------------------------------
def test_de_pagina_toont_alleen_voornaam_en_werkplek(mentor, url, evaluatie, an):
    vul_stem(evaluatie, "coach", 1, an, tekst="Enkel voor collega's")
    client = evaluatie.client
    for deel in range(9):
        pagina = mentor.get(f"{url}?deel={deel}").content.decode()
        for verboden in (client.achternaam, client.insz, f"{client.geboortedatum:%d/%m/%Y}", "Enkel voor collega"):
            assert verboden not in pagina
        assert "clienten/" not in pagina


@pytest.mark.parametrize("pad", ["goed", "fout", "bedankt"])
def test_niets_blijft_achter_en_niets_lekt(mentor, url, pad):
    adres = {"goed": url, "fout": "/mentor/bestaat-niet/", "bedankt": "/mentor/bedankt/"}[pad]
    antwoord = mentor.get(adres)
    assert antwoord["Cache-Control"] == "no-store"
    assert antwoord["Referrer-Policy"] == "no-referrer"
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "http" not in re.sub(r"mailto:\S+", "", antwoord.content.decode())


def test_de_databank_kent_de_link_niet(link):
    rij, token = link
    assert len(rij.hash) == 64
    assert token not in str(Mentorlink.objects.values().get())
    assert not Journaalregel.objects.filter(details__icontains=token[:10]).exists()


def test_er_vertrekt_geen_mail_en_de_collega_krijgt_een_kant_en_klare_tekst(evaluatie, an, als):
    pagina = als(an).post(reverse("evaluaties:mentorlink_detail", args=[evaluatie.client_id, evaluatie.pk]))
    assert mail.outbox == []
    assert pagina.context["mailadres"].startswith("mailto:")
    assert "subject=Wil%20je%20een%20kort%20formulier%20invullen%3F" in pagina.context["mailadres"]
    assert "Fatima" not in pagina.context["mailadres"]
    assert "Geheim" not in pagina.context["mailadres"]
    assert Browser().get(pagina.context["adres"]).status_code == 200
    opnieuw = als(an).get(reverse("evaluaties:mentorlink_detail", args=[evaluatie.client_id, evaluatie.pk]))
    assert opnieuw.context["adres"] == ""


# --- links that no longer work --------------------------------------------------------------------
def kern(antwoord):
    return antwoord.status_code, antwoord.content, dict(antwoord.headers)


def test_een_link_waaraan_geknoeid_is_lijkt_op_een_die_nooit_bestond(mentor, link):
    _, token = link
    nooit = kern(mentor.get(reverse("evaluaties:mentor_formulier", args=["a" * len(token)])))
    assert nooit[0] == 404
    assert b"trajectbegeleider van het OCMW" in nooit[1]
    geheim, _, handtekening = token.partition(".")
    for vals in (token[:-1], token + "x", token.swapcase(), f"{geheim}.{'A' * len(handtekening)}", geheim, "x" * 5000):
        assert kern(mentor.get(reverse("evaluaties:mentor_formulier", args=[vals]))) == nooit


def test_zoeken_kost_evenveel_voor_een_echte_als_voor_een_vervalste_link(link, django_assert_num_queries):
    """Found by hash, in one query, compared in constant time: an answer tells nothing about how close a guess was."""
    _, token = link
    for poging in (token, token[:-1] + "A", "bestaat-niet"):
        with django_assert_num_queries(1):
            acties.lees_mentorlink(poging)
    assert acties.lees_mentorlink(token) is not None


def test_een_hash_zonder_onze_handtekening_opent_niets(evaluatie, an):
    """Who could write in the table still cannot make a link: the address must carry our signature."""
    zelfgemaakt = "zelfgemaakt.handtekening"
    Mentorlink.objects.create(
        client=evaluatie.client, evaluatie=evaluatie, hash=acties._hash(zelfgemaakt), gemaakt_door=an,
        vervalt_op=OP + timedelta(days=9),
    )  # fmt: skip
    assert acties.lees_mentorlink(zelfgemaakt) is None


def test_verlopen(mentor, url, link, klok):
    klok.move_to(OP + timedelta(days=30))
    assert mentor.get(url).status_code == 200  # the last day itself
    klok.move_to(OP + timedelta(days=31))
    antwoord = mentor.get(url)
    assert antwoord.status_code == 404
    for deel in ("verlopen", "An Claes", "OCMW Aalst", "an.claes@"):
        assert deel in antwoord.content.decode()
    assert mentor.post(url, {"deel": 1, "naar": 2}).status_code == 404


def test_ingetrokken(mentor, url, evaluatie, an):
    assert trek_mentorlink_in(evaluatie, door=an, op=OP)
    assert not trek_mentorlink_in(evaluatie, door=an, op=OP)
    antwoord = mentor.get(url)
    assert antwoord.status_code == 404
    assert "werkt niet meer" in antwoord.content.decode()


def test_een_tweede_keer_versturen_kan_niet(mentor, url, evaluatie):
    vul_alles_in(mentor, url, evaluatie)
    mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Rita"})
    for antwoord in (mentor.get(url), mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Jos"})):
        assert antwoord.status_code == 404
        assert "stuurde dit formulier al in" in antwoord.content.decode()
    assert Stem.objects.get(wie="mentor").naam == "Rita"


def test_ingetrokken_terwijl_de_mentor_typt_bewaart_niets(mentor, url, evaluatie, an, monkeypatch):
    monkeypatch.setattr(scherm, "is_bruikbaar", lambda link, op: True)  # she looked just before
    trek_mentorlink_in(evaluatie, door=an, op=OP)
    assert mentor.post(url, antwoorden(evaluatie, 1) | {"naar": 2}).status_code == 404
    assert Mentorlink.objects.get().klad == {}


def test_vernieuwen_maakt_de_oude_onbruikbaar_en_neemt_het_klad_mee(mentor, url, evaluatie, link, an):
    mentor.post(url, antwoorden(evaluatie, 1) | {"naar": 2})
    _, nieuw = maak_link(evaluatie, an, vorige=link[0].pk)
    assert mentor.get(url).status_code == 404
    verder = mentor.get(reverse("evaluaties:mentor_formulier", args=[nieuw]) + "?deel=1").content.decode()
    assert verder.count("checked") == 3


def test_wie_niet_zag_dat_er_al_een_link_is_maakt_er_geen_tweede(evaluatie, link, an, griet):
    with pytest.raises(Geweigerd, match="al een link gemaakt"):
        maak_link(evaluatie, griet)
    assert Mentorlink.objects.count() == 1


def test_de_collega_ziet_wanneer_de_link_geopend_is(mentor, url, evaluatie, an, als):
    pagina = reverse("evaluaties:mentorlink_detail", args=[evaluatie.client_id, evaluatie.pk])
    assert "Nog niet geopend" in als(an).get(pagina).content.decode()
    mentor.get(url)
    inhoud = als(an).get(pagina).content.decode()
    assert "Geopend" in inhoud
    assert "ma 1 jun 2026 om" in inhoud


def test_wat_aan_de_telefoon_genoteerd_is_wijkt_voor_het_formulier(mentor, url, evaluatie, an):
    vul_stem(evaluatie, "mentor", 1, an, tekst="Aan de telefoon")
    vul_alles_in(mentor, url, evaluatie)
    mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Rita"})
    stem = Stem.objects.get(wie="mentor")
    assert set(stem.scores.values_list("waarde", flat=True)) == {3}
    assert not stem.opmerkingen.exists()
    with pytest.raises(Geweigerd, match="stuurde dit formulier zelf in"):
        vul_stem(evaluatie, "mentor", 2, an)


def raad(mentor, keer):
    return [mentor.get(f"/mentor/raad-{nummer}/").status_code for nummer in range(keer)]


def test_wie_blijft_raden_moet_wachten_en_leest_tot_wanneer(mentor):
    assert raad(mentor, 22) == [404] * 20 + [429] * 2
    antwoord = mentor.get("/mentor/raad-nog-eens/")
    assert "Probeer het opnieuw om 02.10 uur" in antwoord.content.decode()
    assert antwoord["Retry-After"] == "600"
    assert Browser(REMOTE_ADDR="10.0.0.9").get("/mentor/raad-nog-eens/").status_code == 404


def test_een_echte_link_gaat_open_hoe_vaak_iemand_daar_ook_raadt(mentor, url, evaluatie):
    raad(mentor, 40)
    assert mentor.get(url).status_code == 200
    assert mentor.post(url, antwoorden(evaluatie, 1) | {"naar": 2}).status_code in {200, 302}


def test_controle_wie_eerst_telt_en_dan_zoekt_sluit_echte_links(mentor, url, monkeypatch):
    """The negative control: look at the counter before the link, as it was."""
    echt = scherm.lees_mentorlink

    def eerst_tellen(token):
        telt = Poging.objects.filter(soort=scherm.MISSERS.soort, aantal__gte=scherm.MISSERS.aantal)
        return None if telt.exists() else echt(token)

    monkeypatch.setattr(scherm, "lees_mentorlink", eerst_tellen)
    raad(mentor, 20)
    assert mentor.get(url).status_code == 429


def test_een_verlopen_link_telt_niet_als_raden(mentor, url, evaluatie, an):
    trek_mentorlink_in(evaluatie, door=an, op=OP)
    assert {mentor.get(url).status_code for _ in range(25)} == {404}
    assert not Poging.objects.exists()
