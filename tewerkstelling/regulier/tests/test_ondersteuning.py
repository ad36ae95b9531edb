"""Vacancies taken apart, letters, interviews, jobdoelwit: one list per client, of which a lesgever sees what the own group made."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.regulier.actions import bewaar_ondersteuning
from tewerkstelling.regulier.models import Ondersteuning
from trajecten.groepen.actions import last_sessie_af

pytestmark = pytest.mark.databank


@pytest.fixture
def leen(an):
    return maak_medewerker("Leen", "Roels", an.ocmw, Rol.LESGEVER)


@pytest.fixture
def groep(an, leen):
    """One person in a group of Leen, a session of today or before; and what the coach made with her outside it."""
    reeks = maak_reeks(an, lesgever=leen)
    rij = maak_inschrijving(reeks, maak_client(an, achternaam="Peeters"), an)
    apart = Ondersteuning(
        client=rij.client, soort="brief", op=vandaag(), titel="Alleen met de coach", tekst="Beste Lies"
    )
    bewaar_ondersteuning(apart, [], door=an, op=vandaag())
    return reeks, rij, reeks.sessies.filter(dag__lte=vandaag()).order_by("-dag").first()


def adres(client, naam="", pk=""):
    return f"/clienten/{client.pk}/werk/ondersteuning/{naam}{f'{pk}/' if pk else ''}"


def velden(**anders):
    return {
        "soort": "brief",
        "op": vandaag().strftime("%d/%m/%Y"),
        "titel": "Magazijnier",
        "tekst": "Geachte",
        **anders,
    }


def test_een_brief_zonder_groep(an, als):
    client = maak_client(an)
    browser = als(an)
    assert "---------" not in browser.get(adres(client, "nieuw/")).content.decode(), "een streepje is geen keuze"
    sleutel = {"formuliersleutel": "k" * 24}
    for _ in range(2):  # a double click makes one
        antwoord = browser.post(adres(client, "nieuw/"), velden() | sleutel)
    assert antwoord.url == adres(client)
    rij = Ondersteuning.objects.get()
    assert (rij.sessie, rij.door) == (None, an)
    pagina = browser.get(adres(client)).content.decode()
    assert "Magazijnier" in pagina
    assert "Geachte" in pagina
    assert "Sollicitatiebrief" in browser.get(f"/clienten/{client.pk}/tijdlijn/").content.decode()
    browser.post(adres(client, pk=rij.pk), velden(resultaat="Kreeg antwoord", versie=rij.versie))
    assert Ondersteuning.objects.get().resultaat == "Kreeg antwoord"
    assert Journaalregel.objects.filter(wat="ondersteuning_gewijzigd", client_id=client.pk).count() == 2


def test_de_geschiedenis_van_het_jobdoelwit_blijft(an, als):
    client = maak_client(an)
    browser = als(an)
    for titel, haalbaar in (("Piloot", "nee"), ("Bagagist", "ja")):
        browser.post(adres(client, "nieuw/"), velden(soort="doelwit", titel=titel, haalbaar=haalbaar))
    pagina = browser.get(f"{adres(client)}?soort=doelwit").content.decode()
    assert pagina.index("Bagagist") < pagina.index("Piloot")
    assert "Nog niet haalbaar" in pagina
    fout = browser.post(adres(client, "nieuw/"), velden(haalbaar="ja"))
    assert fout.status_code == 422
    assert "Haalbaar zeg je alleen van een jobdoelwit." in fout.content.decode()
    assert "Geachte" in fout.content.decode(), "wat getypt is, blijft staan"


def test_de_lesgever_voegt_toe_en_ziet_alleen_wat_in_de_groep_gemaakt_is(groep, leen, an, als):
    reeks, rij, sessie = groep
    browser = als(leen)
    pagina = browser.get(f"/sessies/{sessie.pk}/").content.decode()
    assert "Wat maakte iedereen?" in pagina
    assert "nog niets in deze groep" in pagina
    post = {"soort": "vacature", "titel": "Kok", "tekst": "Vraagt rijbewijs", "formuliersleutel": "l" * 24}
    for _ in range(2):  # a double tap makes one
        antwoord = browser.post(f"/sessies/{sessie.pk}/ondersteuning/{rij.pk}/", post)
    assert antwoord.url == f"/sessies/{sessie.pk}/"
    werk = Ondersteuning.objects.get(titel="Kok")
    assert (werk.sessie, werk.op, werk.door) == (sessie, sessie.dag, leen)
    voortgang = browser.get(f"/reeksen/{reeks.pk}/inschrijvingen/{rij.pk}/voortgang/").content.decode()
    assert "Vraagt rijbewijs" in voortgang
    assert "Alleen met de coach" not in voortgang
    assert browser.get(adres(rij.client)).status_code in (403, 404), "de lijst zelf is van het dossier"
    assert "in JOBCLUB" in als(an).get(adres(rij.client)).content.decode()


def test_een_andere_lesgever_en_een_ander_ocmw_zien_niets(groep, an, mia, als):
    reeks, rij, sessie = groep
    ander = maak_medewerker("Andere", "Les", an.ocmw, Rol.LESGEVER)
    for wie in (ander, mia):
        assert als(wie).get(f"/reeksen/{reeks.pk}/inschrijvingen/{rij.pk}/voortgang/").status_code == 404
        assert als(wie).post(f"/sessies/{sessie.pk}/ondersteuning/{rij.pk}/", {"soort": "brief"}).status_code == 404


def test_wie_stopte_of_nooit_kwam_krijgt_niets_in_de_groep(groep, an):
    _reeks, _, sessie = groep
    vreemd = Ondersteuning(client=maak_client(an), sessie=sessie, soort="brief", op=sessie.dag, titel="x")
    with pytest.raises(Geweigerd, match="zit niet in deze groep"):
        bewaar_ondersteuning(vreemd, [], door=an, op=vandaag())
    later = Ondersteuning(client=vreemd.client, soort="brief", op=vandaag() + timedelta(days=1), titel="x")
    with pytest.raises(Geweigerd, match="toekomst"):
        bewaar_ondersteuning(later, [], door=an, op=vandaag())


def test_wat_er_gemaakt_is_blijft_te_verbeteren_als_de_sessie_niet_doorging(groep, an):
    _reeks, rij, sessie = groep
    werk = Ondersteuning(client=rij.client, sessie=sessie, soort="brief", op=sessie.dag, titel="Kook")
    bewaar_ondersteuning(werk, [], door=an, op=vandaag())
    last_sessie_af(sessie, reden="lokaal", toelichting="", door=an, op=vandaag())
    werk.refresh_from_db()
    werk.titel = "Kok"
    bewaar_ondersteuning(werk, ["titel"], door=an, op=vandaag())
    assert Ondersteuning.objects.get(pk=werk.pk).titel == "Kok"


def test_de_sessie_vraagt_evenveel_met_meer_mensen(groep, an, leen, als, django_assert_max_num_queries):
    reeks, _, sessie = groep
    for nummer in range(6):
        rij = maak_inschrijving(reeks, maak_client(an, achternaam=f"Meer{nummer}"), an)
        bewaar_ondersteuning(
            Ondersteuning(client=rij.client, sessie=sessie, soort="gesprek", op=sessie.dag, titel="x"),
            [],
            door=an,
            op=vandaag(),
        )
    browser = als(leen)
    with django_assert_max_num_queries(12):
        browser.get(f"/sessies/{sessie.pk}/")
