"""Who was there: noted once per person and session, by who stands before the group, and three absences in a row reach the coach."""

from datetime import timedelta

import pytest

from clienten.models import Stand
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_ocmw
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import bewaar_programma, last_sessie_af, noteer_aanwezigheid, stop_deelname
from trajecten.groepen.models import Inschrijving, Sessieaanwezigheid

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


@pytest.fixture
def lesgever(an):
    return maak_medewerker("Leo", "Lesgever", maak_ocmw("beerse", "OCMW Beerse"), Rol.LESGEVER)


@pytest.fixture
def reeks(an, lesgever):
    return maak_reeks(an, lesgever=lesgever, van=vandaag() - timedelta(days=60))


@pytest.fixture
def voorbij(reeks):
    """The sessions that were, the last one last."""
    return list(reeks.sessies.filter(dag__lte=vandaag()).order_by("dag"))


@pytest.fixture
def deelname(an, reeks):
    return maak_inschrijving(reeks, maak_client(an, coach=an, achternaam="Deelneemster"), an)


def test_een_merk_dat_twee_keer_komt_telt_een_keer(client, lesgever, voorbij, deelname):
    client.force_login(lesgever)
    pad = f"/sessies/{voorbij[0].pk}/aanwezig/"
    velden = {"inschrijving": deelname.pk, "stand": "te_laat"}
    for _ in range(2):
        antwoord = client.post(pad, velden, headers={"Accept": "application/json"})
        assert antwoord.json()["standen"][str(deelname.pk)] == {
            "stand": "te_laat", "woord": "Te laat", "reden": "", "door": "Leo Lesgever",
        }  # fmt: skip
    rij = Sessieaanwezigheid.objects.get()
    assert rij.versie == 1, "the second changed nothing"
    voorbij[0].refresh_from_db()
    assert voorbij[0].status == "gehouden"
    assert client.post(pad, {**velden, "stand": "afwezig", "reden": "Trein"}).status_code == 302, "works without script"
    rij.refresh_from_db()
    assert (rij.stand, rij.reden) == ("afwezig", "Trein")
    standen = client.get(f"/sessies/{voorbij[0].pk}/standen/").content.decode()
    assert "Deelneemster" not in standen
    assert "afwezig" in standen


def test_een_lesgever_ziet_eigen_groepen_en_nooit_een_dossier(client, an, lesgever, reeks, voorbij, deelname):
    client.force_login(lesgever)
    les = voorbij[0]
    tekst = client.get(les.get_absolute_url()).content.decode()
    assert "Deelneemster" in tekst
    assert f"/clienten/{deelname.client_id}/" not in tekst
    assert client.get(f"/clienten/{deelname.client_id}/").status_code == 403
    assert client.get(reeks.get_absolute_url()).status_code == 403
    ander = maak_reeks(an, naam="Een andere").sessies.first()
    assert client.get(ander.get_absolute_url()).status_code == 404
    les.lesgever = an
    les.save()
    assert client.get(les.get_absolute_url()).status_code == 404, "a colleague stands before this one"


def test_een_lesgever_komt_op_de_groep_van_vandaag(client, lesgever, reeks):
    client.force_login(lesgever)
    reeks.sessies.filter(dag=vandaag()).delete()
    tekst = client.get("/").content.decode()
    assert "Vandaag heb je geen groep" in tekst
    les = reeks.sessies.filter(dag__gt=vandaag()).first()
    reeks.sessies.filter(pk=les.pk).update(dag=vandaag())
    assert client.get("/").url == les.get_absolute_url()


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ("toekomst", "Deze sessie is pas op"),
        ("afgelast", "Deze sessie gaat niet door"),
        ("andere groep", "zit niet in deze groep"),
        ("gestopt", "al gestopt met deze groep"),
        ("wacht", "heeft nog geen plaats"),
        ("onzin", "Kies aanwezig"),
    ],
)
def test_wat_niet_genoteerd_kan_worden_is_een_zin(an, reeks, voorbij, deelname, wat, zin):
    sessie, rij, stand = voorbij[-1], deelname, "aanwezig"
    if wat == "toekomst":
        sessie = reeks.sessies.filter(dag__gt=vandaag()).first()
    elif wat == "afgelast":
        last_sessie_af(sessie, reden="lesgever", toelichting="", door=an, op=vandaag())
    elif wat == "andere groep":
        rij = maak_inschrijving(maak_reeks(an, naam="Een andere"), deelname.client, an)
    elif wat == "gestopt":
        stop_deelname(rij, reden="werk", door=an, op=sessie.dag)
    elif wat == "wacht":
        Inschrijving.objects.filter(pk=rij.pk).update(status="wacht", stoel=None)
        rij.refresh_from_db()
    else:
        stand = "misschien"
    with pytest.raises(Geweigerd, match=zin):
        noteer_aanwezigheid(sessie, rij, stand=stand, door=an, op=vandaag())
    assert not Sessieaanwezigheid.objects.exists()


def test_drie_keer_na_elkaar_afwezig_bereikt_de_coach(an, lesgever, voorbij, deelname):
    def open_():
        return Termijn.objects.open().filter(client=deelname.client, soort="afwezig_in_groep")

    def noteer(sessie, stand):
        noteer_aanwezigheid(sessie, deelname, stand=stand, door=lesgever, op=vandaag())

    noteer(voorbij[0], "afwezig")
    noteer(voorbij[1], "afwezig")
    noteer(voorbij[2], "verontschuldigd")
    assert not open_().exists(), "excused is not absent"
    noteer(voorbij[2], "afwezig")
    termijn = open_().get()
    assert (termijn.verantwoordelijke, termijn.vervalt_op) == (an, voorbij[2].dag)
    assert afwijkingen(vandaag()) == []
    noteer(voorbij[3], "aanwezig")
    assert not open_().exists(), "who comes again needs no question"


def test_een_sessie_met_aanwezigheden_wordt_niet_afgelast(an, voorbij, deelname):
    noteer_aanwezigheid(voorbij[0], deelname, stand="aanwezig", door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="ging door"):
        last_sessie_af(voorbij[0], reden="lesgever", toelichting="", door=an, op=vandaag())


def test_de_nota_van_de_groep_en_het_aantal_vragen(
    client, lesgever, voorbij, deelname, an, reeks, django_assert_max_num_queries
):
    client.force_login(lesgever)
    les = voorbij[0]
    antwoord = client.post(les.get_absolute_url(), {"versie": les.versie, "inhoud": "Vacatures", "nota": "Fijne groep"})
    assert antwoord.status_code == 302
    les.refresh_from_db()
    assert (les.inhoud, les.nota) == ("Vacatures", "Fijne groep")
    for _ in range(8):
        maak_inschrijving(reeks, maak_client(an), an)
    with django_assert_max_num_queries(10):
        client.get(les.get_absolute_url())
    with django_assert_max_num_queries(8):
        client.get("/sessies/")


@pytest.mark.parametrize("telt", [True, False])
def test_wie_er_was_telt_als_contact_als_het_programma_dat_zegt(an, reeks, voorbij, deelname, telt):
    reeks.programma.telt_als_contact = telt
    reeks.programma.save()
    noteer_aanwezigheid(voorbij[-2], deelname, stand="aanwezig", door=an, op=vandaag())
    noteer_aanwezigheid(voorbij[-1], deelname, stand="afwezig", door=an, op=vandaag())
    stand = Stand.objects.get(client=deelname.client)
    assert stand.laatste_contact_op == (voorbij[-2].dag if telt else None)
    reeks.programma.telt_als_contact = not telt
    reeks.programma.refresh_from_db(fields=["versie"])
    bewaar_programma(reeks.programma, ["telt_als_contact"], door=an, op=vandaag())
    stand.refresh_from_db()
    assert stand.laatste_contact_op == (None if telt else voorbij[-2].dag)
    assert afwijkingen(vandaag()) == []
