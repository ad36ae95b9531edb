"""A "ja" in phase 1 opens what must be followed up: who may read it sees it, who may not cannot tell it from a "nee"."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from clienten.models import Stand
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.ochtendbericht import stuur, te_melden
from ocmw.termijnen.sweep import markeer
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dossier.controle import controleer
from trajecten.actions import (
    beantwoord_vraag,
    bewaar_randprobleem,
    fasefeiten,
    noteer_navraag,
    sluit_randprobleem,
    sluit_traject_af,
)
from trajecten.enums import Stopreden
from trajecten.fasen import VRAAG_VAN_CODE, Fase, poort
from trajecten.models import Fasebeantwoording, Navraag, Randprobleem
from trajecten.trajectblad import antwoord_op

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


def traject_van(an, **velden):
    return maak_traject(maak_client(an, **velden), an)


def beantwoord(traject, code, waarde, *, door, toelichting=""):
    rij = Fasebeantwoording.objects.filter(traject=traject, vraag=code).first()
    rij = rij or antwoord_op(traject, VRAAG_VAN_CODE[code])
    rij.antwoord, rij.toelichting = waarde, toelichting
    return beantwoord_vraag(rij, ["antwoord", "toelichting"], door=door, op=vandaag())


def vraag_na(probleem, *, door, status="aangepakt", over=20, **velden):
    rij = Navraag(probleem=probleem, **{"op": vandaag(), "met": "CGG", **velden})
    volgende = vandaag() + timedelta(days=over) if over else None
    return noteer_navraag(rij, status=status, volgende_check_op=volgende, door=door, op=vandaag())


def termijnen(traject, lezer):
    open_ = Termijn.objects.zichtbaar_voor(lezer).open().filter(client=traject.client, soort="navraag")
    return [(str(t), t.vervalt_op) for t in open_]


# --- a ja opens, once ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("code", "thema", "schild"),
    [
        ("gezondheid", "gezondheid", True),
        ("verslaving", "verslaving", True),
        ("gezinssituatie", "gezin", False),
        ("andere_hulp", "andere", False),
    ],
)
def test_een_ja_opent_een_randprobleem_met_een_dag_om_na_te_vragen(an, code, thema, schild):
    traject = traject_van(an)
    beantwoord(traject, code, "ja", door=an, toelichting="Al een tijd.")
    rij = Randprobleem.objects.get()
    dag = vandaag() + timedelta(days=30)
    assert (rij.thema, rij.afgeschermd, rij.uit_vraag, rij.omschrijving) == (thema, schild, code, "Al een tijd.")
    assert (rij.status, rij.volgende_check_op) == ("open", dag)
    assert termijnen(traject, an) == [("Navraag doen", dag)]
    beantwoord(traject, code, "ja", door=an, toelichting="Nog altijd.")
    assert Randprobleem.objects.count() == 1
    assert not controleer(vandaag()).verschillen


@pytest.mark.parametrize("waarde", ["nee", "onbekend"])
def test_een_nee_of_onbekend_opent_niets(an, waarde):
    beantwoord(traject_van(an), "gezondheid", waarde, door=an)
    assert not Randprobleem.objects.exists()


def test_de_poort_vraagt_naar_de_stand_tot_het_normaal_is(an):
    traject = traject_van(an)
    beantwoord(traject, "leefsituatie", "", door=an, toelichting="Alleen.")
    for code in ("gezinssituatie", "verslaving", "andere_hulp"):
        beantwoord(traject, code, "nee", door=an)
    beantwoord(traject, "gezondheid", "ja", door=an)
    assert poort(fasefeiten(traject, lezer=an), Fase.IN_KAART).zacht == (
        "Randprobleem Gezondheid (belemmert het werk). Noteer hoe het nu staat.",
    )
    vraag_na(Randprobleem.objects.get(), door=an, status="normaal")
    assert poort(fasefeiten(traject, lezer=an), Fase.IN_KAART).open


# --- a ja becomes a nee ----------------------------------------------------------------------------------------
def test_van_ja_naar_nee_sluit_niets_maar_vraagt_het(an, als):
    traject = traject_van(an)
    beantwoord(traject, "gezondheid", "ja", door=an)
    beantwoord(traject, "gezondheid", "nee", door=an)
    rij, adres = Randprobleem.objects.get(), f"/clienten/{traject.client_id}/"
    assert rij.belemmert
    assert termijnen(traject, an)
    vraag = "Op de vraag in fase 1 staat nu"
    assert vraag in als(an).get(f"{adres}traject/").text
    assert als(an).get(f"{adres}randproblemen/{rij.pk}/sluiten/").status_code == 405
    assert als(an).post(f"{adres}randproblemen/{rij.pk}/sluiten/").status_code == 302
    rij.refresh_from_db()
    assert (rij.status, rij.volgende_check_op, termijnen(traject, an)) == ("opgelost", None, [])
    assert vraag not in als(an).get(f"{adres}traject/").text
    with pytest.raises(Geweigerd, match="al niet meer in de weg"):
        sluit_randprobleem(rij, door=an, op=vandaag())


def test_na_een_opgelost_probleem_opent_een_nieuw_ja_opnieuw(an):
    traject = traject_van(an)
    beantwoord(traject, "gezondheid", "ja", door=an)
    sluit_randprobleem(Randprobleem.objects.get(), door=an, op=vandaag())
    beantwoord(traject, "gezondheid", "nee", door=an)
    beantwoord(traject, "gezondheid", "ja", door=an)
    assert sorted(Randprobleem.objects.values_list("status", flat=True)) == ["open", "opgelost"]


# --- the log ---------------------------------------------------------------------------------------------------
def test_elke_navraag_blijft_staan_en_verzet_de_volgende(an, bert):
    traject = traject_van(an)
    beantwoord(traject, "verslaving", "ja", door=an)
    rij = Randprobleem.objects.get()
    vraag_na(rij, door=an, op=vandaag() - timedelta(days=3), werkt_eraan="nee", over=10)
    vraag_na(rij, door=bert, werkt_eraan="ja", over=25)
    assert [(n.werkt_eraan, n.door, n.afgeschermd) for n in rij.navragen.all()] == [
        ("ja", bert, True),
        ("nee", an, True),
    ]
    assert termijnen(traject, an) == [("Navraag doen", vandaag() + timedelta(days=25))]
    vraag_na(rij, door=an, over=0)
    assert termijnen(traject, an) == [("Navraag doen", vandaag() + timedelta(days=30))], (
        "de regel telt vanaf de laatste"
    )
    assert not controleer(vandaag()).verschillen
    sluit_traject_af(traject, reden=Stopreden.STOPT_ZELF, door=an, op=vandaag())
    assert termijnen(traject, an) == []


def test_een_maatschappelijk_werker_noteert_een_navraag_in_de_browser(an, bert, griet, als):
    traject = maak_traject(maak_client(bert, coach=an), an)
    beantwoord(traject, "gezondheid", "ja", door=an)
    rij = Randprobleem.objects.get()
    adres = f"/clienten/{traject.client_id}/randproblemen/{rij.pk}/navraag/"
    assert als(griet).get(adres).status_code == 404
    form = als(bert).get(adres).context["form"]
    fout = als(bert).post(adres, velden_van(form, op="2999-01-01", verslag="Gebeld."))
    assert (fout.status_code, "toekomst" in fout.text, "Gebeld." in fout.text) == (422, True, True)
    assert not Navraag.objects.exists()
    als(bert).post(adres, velden_van(form, met="de huisarts", werkt_eraan="ja", status="aangepakt"))
    navraag = Navraag.objects.get()
    assert (navraag.met, navraag.door, navraag.probleem.status) == ("de huisarts", bert, "aangepakt")


def test_wie_de_stand_niet_kiest_overschrijft_een_collega_niet(an, bert, als):
    traject = maak_traject(maak_client(bert, coach=an), an)
    beantwoord(traject, "andere_hulp", "ja", door=an)
    rij = Randprobleem.objects.get()
    adres = f"/clienten/{traject.client_id}/randproblemen/{rij.pk}/navraag/"
    form = als(bert).get(adres).context["form"]
    vraag_na(rij, door=an, status="aangepakt")
    als(bert).post(adres, velden_van(form, verslag="Ook gebeld."))
    rij.refresh_from_db()
    assert (rij.status, rij.navragen.count()) == ("aangepakt", 2)


def test_een_ander_thema_neemt_het_schild_van_de_navragen_mee(an, griet):
    traject = traject_van(an)
    beantwoord(traject, "andere_hulp", "ja", door=an)
    rij = Randprobleem.objects.get()
    vraag_na(rij, door=an)
    assert Navraag.objects.zichtbaar_voor(griet).exists()
    rij.thema = "gezondheid"
    bewaar_randprobleem(rij, ["thema"], door=an, op=vandaag())
    assert not Navraag.objects.zichtbaar_voor(griet).exists()
    assert termijnen(traject, griet) == []
    assert termijnen(traject, an)


# --- who may not read it cannot tell ---------------------------------------------------------------------------
def beeld(traject, lezer, als):
    """All that `lezer` can see of the answer: pages, list row, promises, messages, journaal."""
    client, browser = traject.client, als(lezer)
    stand = Stand.objects.get(client=client)
    journaal = Journaalregel.objects.filter(client_id=client.pk, soort="wijziging").order_by("pk")
    teksten = {
        deel: _zonder_sleutels(browser.get(f"/clienten/{client.pk}/{deel}").text)
        for deel in ("", "traject/", "tijdlijn/", "randproblemen/")
    }
    return {
        **teksten,
        "poort": poort(fasefeiten(traject, lezer=lezer), Fase.IN_KAART),
        "stand": (stand.eerste_termijn_op, stand.stilte_op),
        "termijnen": [str(t) for t in Termijn.objects.zichtbaar_voor(lezer).open().filter(client=client)],
        "meldingen": [str(m.termijn) for m in Melding.objects.voor(lezer).filter(termijn__client=client)],
        "mail": te_melden(lezer).filter(termijn__client=client).count(),
        "journaal": [(r.wat, r.details, r.onderwerp.split(":")[0]) for r in journaal],
    }


def _zonder_sleutels(tekst):
    """Without what is new on every page."""
    return "\n".join(r for r in tekst.splitlines() if not any(w in r for w in ("sleutel", "csrf", "CSRF", "nonce")))


def wereld(traject, waarde, *, an, lezers, als):
    """What each of `lezers` sees when this was the answer, on the day the promise is late and the sweep has told it."""
    with transaction.atomic():
        for code in ("gezondheid", "verslaving"):
            beantwoord(traject, code, waarde, door=an, toelichting=f"KANARIE-{waarde}")
        Termijn.objects.filter(soort="navraag").update(vervalt_op=vandaag() - timedelta(days=1))
        markeer(vandaag())
        gezien = [beeld(traject, lezer, als) for lezer in lezers]
        transaction.set_rollback(True)
    return gezien


def test_wie_het_niet_mag_lezen_ziet_het_verschil_tussen_ja_en_nee_niet(an, griet, als):
    traject = traject_van(an)
    ja, nee = (wereld(traject, waarde, an=an, lezers=(griet, an), als=als) for waarde in ("ja", "nee"))
    assert [sleutel for sleutel in ja[0] if ja[0][sleutel] != nee[0][sleutel]] == []
    # The same comparison does see it for who may: these are no empty pages.
    anders = {sleutel for sleutel in ja[1] if ja[1][sleutel] != nee[1][sleutel]}
    assert {"traject/", "randproblemen/", "poort", "termijnen", "meldingen"} <= anders


def test_de_navraag_over_iets_afgeschermds_is_voor_wie_het_mag_lezen(griet, bert):
    """A coordinator who guides somebody may not read it; the maatschappelijk werker may, and keeps the promise."""
    client = maak_client(bert, coach=griet)
    traject = maak_traject(client, griet)
    beantwoord(traject, "gezondheid", "ja", door=bert)
    beantwoord(traject, "andere_hulp", "ja", door=bert)
    wie = dict(Termijn.objects.filter(soort="navraag").values_list("afgeschermd", "verantwoordelijke"))
    assert wie == {True: bert.pk, False: griet.pk}
    assert not controleer(vandaag()).verschillen


def test_de_mail_over_een_navraag_noemt_geen_thema_geen_dienst_en_geen_naam(an):
    """A mailbox is no file: the same sentence whatever it is about and whoever we ask."""
    traject = traject_van(an, voornaam="Fatima", achternaam="El Amrani")
    teksten = []
    for code, dienst in (("gezondheid", "CGG De Brug"), ("gezinssituatie", "CAW Oost")):
        with transaction.atomic():
            beantwoord(traject, code, "ja", door=an, toelichting="Slaapt slecht")
            probleem = Randprobleem.objects.get()
            probleem.doorverwezen_naar, probleem.doorverwezen_op = dienst, vandaag()
            bewaar_randprobleem(probleem, ["doorverwezen_naar", "doorverwezen_op"], door=an, op=vandaag())
            Termijn.objects.filter(soort="navraag").update(vervalt_op=vandaag() - timedelta(days=1))
            markeer(vandaag())
            assert stuur(an, vandaag())
            transaction.set_rollback(True)
        teksten.append(mail.outbox.pop().body)
    assert "Navraag doen" in teksten[0]
    assert teksten[0] == teksten[1]
    for woord in ("ezond", "ezin", "CGG", "CAW", "Slaapt", "Fatima"):
        assert woord not in teksten[0]
