"""A session that changed: who has an address gets one mail, of the others somebody says that they heard of it."""

from datetime import time, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage

from clienten.models import Contactgegevens
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_werkplek
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.gereedschap.testing.maak_plekken import maak_mentor
from ocmw.kalender.klok import nu, vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import (
    bewaar_sessie,
    hervat_sessie,
    last_sessie_af,
    noteer_lesvrij,
    noteer_verwittigd,
    stop_deelname,
    voeg_sessie_toe,
)
from trajecten.groepen.jobs import mail_verwittigingen
from trajecten.groepen.models import Deelnemer, Sessie, Verwittiging

pytestmark = pytest.mark.databank


@pytest.fixture
def cora(an):
    return maak_medewerker("Cora", "Dinator", an.ocmw, Rol.COORDINATOR)


def zet_contact(client, **velden):
    Contactgegevens.objects.filter(client=client).update(**velden)


@pytest.fixture
def groep(an, cora):
    """Two people: one with a mail address, one with a phone."""
    reeks = maak_reeks(cora)
    met, zonder = maak_client(an, achternaam="Mailmans"), maak_client(an, achternaam="Belders")
    zet_contact(met, email="mail@voorbeeld.example", gsm="0470000001")
    zet_contact(zonder, gsm="0470000002")
    return reeks, maak_inschrijving(reeks, met, an), maak_inschrijving(reeks, zonder, an)


def volgende(reeks) -> Sessie:
    return reeks.sessies.filter(dag__gt=vandaag() + timedelta(days=7)).order_by("dag").first()


def last_af(sessie, door):
    return last_sessie_af(sessie, reden="lesgever", toelichting="", door=door, op=vandaag())


def open_termijnen():
    return list(Termijn.objects.open().filter(soort="groep_verwittigen").values_list("client__achternaam", flat=True))


def na_bedenktijd():
    with time_machine.travel(nu() + timedelta(minutes=3)):
        return mail_verwittigingen()


def test_wie_mail_heeft_krijgt_een_mail_en_voor_de_ander_komt_een_termijn(groep, cora):
    sessie = last_af(volgende(groep[0]), cora)
    assert open_termijnen() == ["Belders"]
    termijn = Termijn.objects.open().get(soort="groep_verwittigen")
    assert termijn.vervalt_op == sessie.dag - timedelta(days=1)
    assert mail_verwittigingen() == 0, "wie zich vergiste, zet het eerst nog recht"
    assert (na_bedenktijd(), na_bedenktijd()) == (1, 0)
    (bericht,) = mail.outbox
    assert bericht.to == ["mail@voorbeeld.example"]
    assert "gaat niet door" in bericht.body
    for woord in (sessie.reeks.programma.naam, "Mailmans", "Leerpunt L"):
        assert woord not in bericht.subject + bericht.body, "wie meeleest, weet niet welk programma"


def test_zeggen_dat_iemand_verwittigd_is_sluit_de_termijn(groep, an, cora, als):
    reeks, _, zonder = groep
    sessie = last_af(volgende(reeks), cora)
    browser = als(an)
    pagina = browser.get(f"/sessies/{sessie.pk}/verwittigen/").content.decode()
    assert "0470000002" in pagina
    assert "De mail vertrekt over enkele minuten" in pagina
    post = {"inschrijving": zonder.pk, "hoe": "telefoon", "vanuit_dossier": "1"}
    for _ in range(2):  # a double tap
        antwoord = browser.post(f"/sessies/{sessie.pk}/verwittigen/", post)
        assert antwoord.url == f"/clienten/{zonder.client_id}/groepen/"
    assert open_termijnen() == []
    assert "gebeld" in browser.get(f"/sessies/{sessie.pk}/verwittigen/").content.decode()
    assert "gaat niet door" in browser.get(f"/clienten/{zonder.client_id}/groepen/").content.decode()
    with pytest.raises(Geweigerd, match="hoe je deze persoon"):
        noteer_verwittigd(sessie, zonder, hoe="mail", door=an, op=vandaag())


def test_opnieuw_gewijzigd_is_opnieuw_te_zeggen_en_de_oude_mail_vertrekt_niet(groep, an, cora):
    reeks, _, zonder = groep
    sessie = last_af(volgende(reeks), cora)
    noteer_verwittigd(sessie, zonder, hoe="mondeling", door=an, op=vandaag())
    hervat_sessie(sessie, door=cora, op=vandaag())
    assert open_termijnen() == ["Belders"]
    assert na_bedenktijd() == 1
    assert "gaat door van 09:00 tot 12:00" in mail.outbox[0].body


def test_verzet_zegt_de_oude_en_de_nieuwe_dag(groep, cora, als):
    sessie = volgende(groep[0])
    was = sessie.dag
    velden = {
        "dag": (was + timedelta(days=1)).strftime("%d/%m/%Y"), "begin_om": "10:00", "eind_om": "12:00", "soort": "les",
        "toelichting": "Het lokaal is bezet", "versie": sessie.versie,
    }  # fmt: skip
    antwoord = als(cora).post(f"/sessies/{sessie.pk}/wijzigen/", velden)
    assert antwoord.url == f"/sessies/{sessie.pk}/verwittigen/"
    pagina = als(cora).get(antwoord.url).content.decode()
    assert "is verplaatst naar" in pagina
    assert "van 10:00 tot 12:00" in pagina


@pytest.mark.parametrize("welke", ["thema", "voorbij", "niemand"])
def test_wat_niemand_hoeft_te_horen_is_geen_nieuws(groep, cora, welke):
    reeks, *rijen = groep
    sessie = volgende(reeks)
    if welke == "thema":
        sessie.thema = "Een brief"
        bewaar_sessie(sessie, ["thema"], door=cora, op=vandaag())
    elif welke == "voorbij":
        sessie = reeks.sessies.filter(dag__lt=vandaag()).first()
        last_af(sessie, cora)
    else:
        for rij in rijen:
            stop_deelname(rij, reden="werk", door=cora, op=vandaag())
        last_af(sessie, cora)
    assert Sessie.objects.get(pk=sessie.pk).nieuws_op is None
    assert open_termijnen() == []


def test_een_dag_zonder_les_is_nieuws_voor_wie_ingeschreven_is(groep, cora):
    sessie = volgende(groep[0])
    noteer_lesvrij(groep[0], dag=sessie.dag, reden="Brugdag", door=cora, op=vandaag())
    assert Sessie.objects.get(pk=sessie.pk).gaat_niet_door
    assert open_termijnen() == ["Belders"]


def test_wie_later_inschrijft_kent_geen_andere_dag(groep, an, cora):
    last_af(volgende(groep[0]), cora)
    morgen = vandaag() + timedelta(days=1)
    with time_machine.travel(nu() + timedelta(days=1)):
        maak_inschrijving(groep[0], maak_client(an, achternaam="Later"), an)
    assert vandaag() < morgen
    assert open_termijnen() == ["Belders"]


def test_een_adres_dat_niet_bestaat_wordt_een_termijn(groep, cora, monkeypatch):
    last_af(volgende(groep[0]), cora)

    def weiger(self, *_, **__):
        raise SMTPRecipientsRefused({})

    monkeypatch.setattr(EmailMessage, "send", weiger)
    assert na_bedenktijd() == 0
    assert sorted(open_termijnen()) == ["Belders", "Mailmans"]


def test_een_mailserver_die_weg_is_krijgt_de_mail_later(groep, cora, monkeypatch):
    last_af(volgende(groep[0]), cora)
    with monkeypatch.context() as weg:
        weg.setattr(EmailMessage, "send", lambda self, *_, **__: (_ for _ in ()).throw(ConnectionRefusedError()))
        assert na_bedenktijd() == 0
    assert open_termijnen() == ["Belders"]
    assert na_bedenktijd() == 1
    with time_machine.travel(nu() + timedelta(hours=13)):
        Verwittiging.objects.update(verstuurd_op=None, geclaimd_op=None)
        assert mail_verwittigingen() == 0
    assert sorted(open_termijnen()) == ["Belders", "Mailmans"], "na een halve dag belt iemand"


def test_een_bezoek_aan_een_werkplek_zegt_bij_wie(groep, cora, als):
    reeks = groep[0]
    dag = volgende(reeks).dag + timedelta(days=1)
    velden = {"dag": dag.strftime("%d/%m/%Y"), "begin_om": "13:00", "eind_om": "15:00", "soort": "groepsbezoek"}
    antwoord = als(cora).post(f"/reeksen/{reeks.pk}/sessies/nieuw/", velden)
    assert "Zeg bij welke werkgever" in antwoord.content.decode()
    als(cora).post(f"/reeksen/{reeks.pk}/sessies/nieuw/", {**velden, "bezocht": "Wasserij De Lelie"})
    sessie = reeks.sessies.get(soort="groepsbezoek")
    assert "Wasserij De Lelie" in als(cora).get(f"/sessies/{sessie.pk}/").content.decode()
    with time_machine.travel(nu() + (dag - vandaag())):
        pagina = als(cora).get(f"/sessies/{sessie.pk}/").content.decode()
        assert "mee van dit bezoek?" in pagina
    with pytest.raises(Exception, match="Zeg bij welke werkgever"):
        voeg_sessie_toe(
            reeks, dag=dag, begin_om=time(16), eind_om=time(17), soort="les", bezocht="x", door=cora, op=vandaag()
        )


def test_een_mentor_of_een_collega_neemt_deel(groep, an, cora, als, carla):
    reeks = groep[0]
    mentor = maak_mentor(maak_werkplek(an.ocmw), an, naam="Els Wouters")
    adres = f"/reeksen/{reeks.pk}/deelnemers/nieuw/"
    assert "Els Wouters" in als(an).get(adres).content.decode()
    for _ in range(2):
        als(an).post(adres, {"gekend": f"mentor:{mentor.pk}", "toestemming": "on"})
    assert Deelnemer.objects.get().naam == "Els Wouters"
    assert reeks.inschrijvingen.filter(deelnemer__bron="mentor").count() == 1
    als(an).post(adres, {"gekend": f"collega:{an.pk}", "toestemming": "on"})
    assert Deelnemer.objects.filter(bron="collega").get().contact == an.email
    ander = als(an).post(adres, {"gekend": f"collega:{carla.pk}", "toestemming": "on"})
    assert ander.status_code == 422, "een collega van een ander OCMW staat niet in de keuze"
    leeg = als(an).post(adres, {"gekend": "", "toestemming": "on"})
    assert "of kies een collega of een mentor" in leeg.content.decode()


def test_een_ander_ocmw_ziet_de_mensen_niet(groep, cora, mia, als):
    sessie = last_af(volgende(groep[0]), cora)
    assert als(mia).get(f"/sessies/{sessie.pk}/verwittigen/").status_code == 404
    assert als(mia).post(f"/sessies/{sessie.pk}/verwittigen/", {"inschrijving": groep[2].pk}).status_code == 404


def test_de_pagina_vraagt_niet_meer_met_meer_mensen(groep, an, cora, als, django_assert_max_num_queries):
    sessie = volgende(groep[0])
    for nummer in range(4):
        client = maak_client(an, achternaam=f"Meer{nummer}")
        zet_contact(client, gsm="0470000009")
        maak_inschrijving(groep[0], client, an)
    last_af(sessie, cora)
    browser = als(an)
    with django_assert_max_num_queries(14):
        browser.get(f"/sessies/{sessie.pk}/verwittigen/")
