"""A rule that holds for every OCMW is nobody's by role: one person proposes, another approves, and all coordinators are told."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_medewerker
from ocmw.gereedschap.testing.maak_regels import keur_goed, maak_regelconcept, met_impact
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels import actions as acties
from ocmw.regels.actions import maak_concept, publiceer, verbeter_bron, vraag_goedkeuring, wijzig_concept
from ocmw.regels.models import Regelbericht, Regelconcept, Regelset
from ocmw.regels.sleutels import SLEUTELS, Aard
from ocmw.toegang.models import Ocmw
from ocmw.toegang.rechten import PERSOONLIJK, RECHTEN, Recht, Rol
from ocmw.ui.plaats import naar
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.beheer.actions import wijzig_medewerker, zet_installatierecht

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
WET, HUIS = "twe.max_maanden", "mentorlink.geldig_dagen"


@pytest.fixture
def concept(griet, turnhout):
    """Proposed in Aalst; the installation has a second OCMW."""
    return met_impact(maak_regelconcept(WET, griet, waarde=18), griet)


def adres(naam, *args):
    return reverse(f"beheer:{naam}", args=args)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def test_geen_rol_heeft_het_recht_vanzelf():
    assert {Recht.REGELS_INSTALLATIE} == PERSOONLIJK
    assert not [rol for rol in Rol if RECHTEN[rol] & PERSOONLIJK]


def test_wat_over_recht_en_geld_gaat_is_van_de_installatie_en_het_ritme_van_het_huis():
    wet = {sleutel for sleutel, uitleg in SLEUTELS.items() if uitleg.aard == Aard.INSTALLATIE}
    assert {"rva.toelating", "rva.gelijkgesteld", "twe.max_maanden", "twe.compensatie", "twe.correctie_maanden"} <= wet
    assert not {"traject.stilte_dagen", "mentor.max_clienten", "evaluatie.art60_maanden", "werkbezoek.schema"} & wet


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.BEHEER])
def test_een_klik_van_een_coordinator_wijzigt_geen_wettelijke_regel(aalst, als, rol):
    wie = maak_medewerker("Kim", "Daems", aalst, rol)
    antwoord = als(wie).post(adres("regelconcept_create", WET), follow=True)
    assert "Alleen wie het installatierecht kreeg" in tekst(antwoord)
    assert not Regelconcept.objects.exists()
    als(wie).post(adres("regelconcept_create", HUIS))
    assert Regelconcept.objects.get().sleutel == HUIS


def test_zonder_het_recht_is_er_geen_knop_en_gaat_geen_adres_open(concept, mia, als):
    browser = als(mia)
    detail = tekst(browser.get(adres("regel_detail", WET)))
    assert "Verbeter de bron" not in detail
    assert "Werk verder aan het concept" not in detail
    set_ = Regelset.objects.get(sleutel=WET)
    for pad in (
        adres("regelconcept_edit", concept.pk),
        adres("regelconcept_publiceren", concept.pk),
        adres("regel_bron", set_.pk),
    ):
        assert browser.get(pad).status_code == 302
    for actie in (
        lambda: wijzig_concept(concept, ["waarde"], door=mia),
        lambda: acties.trek_concept_in(concept, door=mia),
        lambda: acties.vraag_impact(concept, door=mia),
        lambda: verbeter_bron(set_, ["bron"], door=mia),
        lambda: vraag_goedkeuring(concept, door=mia),
        lambda: publiceer(concept, door=mia, op=vandaag()),
        lambda: maak_concept(set_, door=mia, op=vandaag()),
    ):
        with pytest.raises(Geweigerd, match="wettelijke regel"):
            actie()


def test_van_voorstel_tot_goedgekeurd_door_een_ander_ocmw(concept, griet, mia, als):
    zet_installatierecht(mia, heeft=True)
    mijn, hun = als(griet), als(mia)
    pad = adres("regelconcept_publiceren", concept.pk)
    form = mijn.get(pad).context["form"]
    assert "Vraag de goedkeuring" in tekst(mijn.get(pad))
    mijn.post(adres("regelconcept_aanbieden", concept.pk), velden_van(form))
    concept.refresh_from_db()
    assert (concept.is_aangeboden, concept.aangeboden_door) == (True, griet)

    wacht = tekst(mijn.get(pad))
    assert "keurt ze niet zelf goed" in wacht
    assert "Vraag het aan Mia Goris (OCMW Turnhout)" in wacht
    mijn.post(pad, velden_van(form))
    assert Regelset.objects.filter(sleutel=WET).count() == 1, "wie voorstelt, publiceert niet"

    assert adres("regelconcept_publiceren", concept.pk) in tekst(hun.get(naar("vandaag")))
    form = hun.get(pad).context["form"]
    hun.post(pad, velden_van(form))
    assert Regelset.objects.get(sleutel=WET, waarde=18).gepubliceerd_door == mia


def test_elke_coordinator_hoort_het_en_tikt_het_af(concept, griet, mia, an, als):
    keur_goed(concept, van=griet, tweede=mia)
    assert set(Regelbericht.objects.values_list("medewerker", flat=True)) == {griet.pk, mia.pk}
    browser = als(griet)
    bericht = Regelbericht.objects.get(medewerker=griet)
    gelezen = adres("regelbericht_gelezen", bericht.pk)
    assert gelezen in tekst(browser.get(naar("vandaag")))
    assert als(mia).post(gelezen).status_code == 404, "niet van haar"
    assert browser.post(gelezen).url == adres("regel_detail", WET)
    assert gelezen not in tekst(browser.get(naar("vandaag")))
    assert not Regelbericht.objects.ongelezen(griet).exists()


def test_een_huisregel_vraagt_geen_tweede_en_stuurt_niemand_een_bericht(griet):
    concept = met_impact(maak_regelconcept(HUIS, griet, waarde=18), griet)
    with pytest.raises(Geweigerd, match="geen tweede persoon"):
        vraag_goedkeuring(concept, door=griet)
    publiceer(concept, door=griet, op=vandaag())
    assert not Regelbericht.objects.exists()


def test_iemand_van_hetzelfde_ocmw_keurt_niet_goed_als_er_een_ander_is(concept, griet, bea, mia):
    zet_installatierecht(bea, heeft=True)
    with pytest.raises(Geweigerd, match="Nog niemand anders kan dit goedkeuren"):
        vraag_goedkeuring(concept, door=griet)
    zet_installatierecht(mia, heeft=True)
    vraag_goedkeuring(concept, door=griet)
    concept.refresh_from_db()
    with pytest.raises(Geweigerd, match="Iemand van een ander OCMW"):
        publiceer(concept, door=bea, op=vandaag())


def test_in_een_installatie_met_een_ocmw_volstaat_een_collega(griet, bea):
    assert Ocmw.objects.count() == 1
    concept = met_impact(maak_regelconcept(WET, griet, waarde=18), griet)
    assert keur_goed(concept, van=griet, tweede=bea).gepubliceerd_door == bea


def test_een_wijziging_na_de_vraag_neemt_de_vraag_terug(concept, griet, mia):
    zet_installatierecht(mia, heeft=True)
    vraag_goedkeuring(concept, door=griet)
    concept.refresh_from_db()
    concept.waarde = 19
    wijzig_concept(concept, ["waarde"], door=griet)
    met_impact(concept, griet)
    assert not concept.is_aangeboden
    with pytest.raises(Geweigerd, match="Vraag eerst de goedkeuring"):
        publiceer(concept, door=mia, op=vandaag())


def test_wie_het_concept_zelf_aanpaste_is_geen_tweede_persoon(concept, griet, mia):
    zet_installatierecht(mia, heeft=True)
    concept.waarde = 20
    wijzig_concept(concept, ["waarde"], door=mia)
    met_impact(concept, griet)
    vraag_goedkeuring(concept, door=griet)
    concept.refresh_from_db()
    with pytest.raises(Geweigerd, match="keurt ze niet zelf goed"):
        publiceer(concept, door=mia, op=vandaag())


def test_zonder_de_wachter_publiceert_wie_voorstelt_alleen(concept, griet, monkeypatch):
    """Negative control: what refuses is this sentence and nothing else."""
    monkeypatch.setattr(acties, "weigering_voor_goedkeuren", lambda concept, door: "")
    assert publiceer(concept, door=griet, op=vandaag()).gepubliceerd_door == griet


def test_het_recht_komt_van_de_server_en_staat_in_het_journaal(griet, an, capsys):
    call_command("geef_installatierecht", griet.email)
    assert "Met dit recht: Griet Wouters (OCMW Aalst)." in capsys.readouterr().out
    griet.refresh_from_db()
    assert griet.mag(Recht.REGELS_INSTALLATIE)
    assert Journaalregel.objects.filter(details__wijziging="installatierecht_gegeven").count() == 1
    call_command("geef_installatierecht", griet.email, neem=True)
    griet.refresh_from_db()
    assert not griet.mag(Recht.REGELS_INSTALLATIE)
    with pytest.raises(CommandError, match="geen coördinator of beheerder"):
        call_command("geef_installatierecht", an.email)
    with pytest.raises(CommandError, match="geen medewerker in dienst"):
        call_command("geef_installatierecht", "niemand@voorbeeld.example")


def test_een_andere_rol_verliest_het_recht(griet, bea):
    zet_installatierecht(griet, heeft=True)
    griet.rol = Rol.MW
    wijzig_medewerker(griet, ["rol"], door=bea, op=vandaag())
    griet.refresh_from_db()
    assert not griet.installatierecht
