"""What was signed is a text: whoever changes it, wherever, the signatures no longer hold."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, teken, vers
from ocmw.journaal.models import Journaalregel
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.enums import Overeenkomstsoort
from tewerkstelling.models import Mentor, Overeenkomst, Werkgever, Werkplek
from tewerkstelling.startklaar.actions import noteer_raad, start_plaatsing, wijzig_plaatsing, wis_handtekeningen
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from tewerkstelling.startklaar.overgangen import stand_van
from tewerkstelling.startklaar.papier import CLAUSULES, afwijkingen, als_tekst, op_papier, papierregels, wijzigingen

pytestmark = [pytest.mark.django_db]
OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def getekend(an):
    return maak_klaar(maak_plaatsing(maak_client(an), an), an)


def adres(naam, rij, *meer):
    return reverse(f"startklaar:{naam}", args=[rij.client_id, rij.pk, *meer])


def handtekeningen(rij):
    return [getattr(vers(rij), veld) for veld in HANDTEKENINGEN]


def test_de_eerste_handtekening_bewaart_de_tekst(an):
    rij = maak_plaatsing(maak_client(an), an)
    assert rij.getekende_tekst == []
    rij = teken(rij, an, wie=["getekend_werknemer_op"])
    assert rij.getekende_tekst == als_tekst(papierregels(rij))
    assert afwijkingen(rij) == []


@pytest.mark.parametrize(
    ("veld", "waarde", "code"),
    [
        ("functie", "Chauffeur", "functie"),
        ("taken", "Pakjes brengen", "taken"),
        ("van", OP + timedelta(days=20), "van"),
        ("tot", OP + timedelta(days=99), "tot"),
        ("uren_per_week", 19, "uren"),
        ("dagen_per_week", 3, "uren"),
        ("werkrooster", "alleen maandag", "rooster"),
        ("duur_basis", "624 dagen", "basis"),
        ("begeleidingsplicht", "Elke dag een gesprek", "begeleiding"),
        ("doorstroom", "Vast contract", "doorstroom"),
    ],
)
def test_elke_wijziging_van_het_papier_wist_de_handtekeningen(getekend, an, veld, waarde, code):
    setattr(getekend, veld, waarde)
    wijzig_plaatsing(getekend, [veld], door=an, op=OP)
    assert handtekeningen(getekend) == [None, None, None]
    assert vers(getekend).getekende_tekst == []
    assert Journaalregel.objects.get(wat="handtekeningen_gewist").details == {"velden": [code]}
    assert stand_van(vers(getekend), op=OP).status == Plaatsingstatus.VOORSTEL


def test_een_wijziging_die_niet_op_het_papier_staat_wist_niets(getekend, an):
    getekend.raad_op, getekend.raad_besluit = OP + timedelta(days=9), "2026/12"
    noteer_raad(getekend, ["raad_op", "raad_besluit"], door=an, op=OP)
    Werkgever.objects.update(contactpersoon="Mieke Peeters", telefoon="+3253123456")
    assert handtekeningen(getekend) == [OP, OP, OP]
    assert afwijkingen(vers(getekend)) == []
    assert not Journaalregel.objects.filter(wat="handtekeningen_gewist").exists()


def test_zonder_handtekening_valt_er_niets_te_wissen(an):
    rij = maak_plaatsing(maak_client(an), an)
    rij.functie = "Chauffeur"
    wijzig_plaatsing(rij, ["functie"], door=an, op=OP)
    assert not Journaalregel.objects.filter(wat="handtekeningen_gewist").exists()


def test_het_scherm_toont_eerst_voor_en_na(getekend, als, an):
    browser, url = als(an), adres("plaatsing_edit", getekend)
    form = browser.get(url).context["form"]
    data = velden_van(form, uren_per_week="28,5")
    eerst = browser.post(url, data).content.decode()
    assert "De handtekeningen vervallen" in eerst
    assert "38 uren per week" in eerst
    assert "28,5 uren per week" in eerst
    assert handtekeningen(getekend) == [OP, OP, OP]
    gezien = browser.post(url, data).context["vooraf"].code
    browser.post(url, {**data, "gezien": "iets anders"})
    assert handtekeningen(getekend) == [OP, OP, OP]
    antwoord = browser.post(url, {**data, "gezien": gezien}, follow=True)
    assert "De handtekeningen zijn gewist" in antwoord.content.decode()
    assert handtekeningen(getekend) == [None, None, None]


def test_een_wijziging_elders_wist_niet_stil_maar_houdt_de_start_tegen(getekend, als, an):
    Werkplek.objects.filter(pk=getekend.werkplek_id).update(straat="Dorp 1", gemeente="Erembodegem")
    (anders,) = afwijkingen(vers(getekend))
    assert (anders.code, anders.na) == ("adres", "Sorteren, Dorp 1, Erembodegem")
    with pytest.raises(Geweigerd, match="niet meer wat getekend is \\(adres van het werk\\)"):
        start_plaatsing(vers(getekend), motivatie="toch", door=an, op=OP)
    pagina = als(an).get(getekend.get_absolute_url()).content.decode()
    assert "Het papier is gewijzigd sinds de handtekening" in pagina
    als(an).post(adres("plaatsing_wissen", getekend))
    assert handtekeningen(getekend) == [None, None, None]
    assert Journaalregel.objects.get(wat="handtekeningen_gewist").details == {"velden": ["adres"]}
    start_plaatsing(teken(getekend, an), door=an, op=OP)


def test_een_nieuwe_clausule_of_prijs_vraagt_nieuwe_handtekeningen(an):
    client = maak_client(an)
    rij = maak_plaatsing(client, an)
    prijs = Overeenkomst.objects.create(
        werkgever=rij.werkplek.werkgever, soort=Overeenkomstsoort.PER_PERSOON, van=OP, terugbetaling_procent=50
    )
    rij.overeenkomst = prijs
    wijzig_plaatsing(rij, ["overeenkomst"], door=an, op=OP)
    rij = teken(rij, an)
    Overeenkomst.objects.update(terugbetaling_procent=75)
    set_ = Regelset.objects.get(sleutel="plaatsing.clausules")
    Regelset.objects.filter(pk=set_.pk).update(
        waarde=[*set_.waarde, {"code": "extra", "titel": "Fiets", "tekst": "Ja"}]
    )
    vergeet_regels()
    assert [w.code for w in afwijkingen(vers(rij))] == ["terugbetaling", "clausule.extra"]
    with pytest.raises(Geweigerd, match="niet meer wat getekend is"):
        teken(rij, an, wie=["getekend_ocmw_op"])


def test_een_mentor_die_vertrekt_staat_niet_meer_op_het_papier(an):
    rij = maak_plaatsing(maak_client(an), an)
    mentor = Mentor.objects.create(werkgever=rij.werkplek.werkgever, naam="Rita")
    rij.mentor = mentor
    wijzig_plaatsing(rij, ["mentor"], door=an, op=OP)
    teken(rij, an)
    mentor.delete()
    assert [w.code for w in afwijkingen(vers(rij))] == ["mentor"]


def test_een_handtekening_in_de_toekomst_wordt_geweigerd(an, als):
    rij = maak_plaatsing(maak_client(an), an)
    with pytest.raises(Geweigerd, match="vandaag of vroeger"):
        teken(rij, an, op=OP + timedelta(days=1))
    url = adres("plaatsing_handtekeningen", rij)
    antwoord = als(an).post(url, {"getekend_ocmw_op": "2026-11-21", "versie": rij.versie})
    assert "Een handtekening is van vandaag of vroeger." in antwoord.content.decode()
    assert als(an).post(url, {"getekend_ocmw_op": "2026-11-20", "versie": rij.versie}).status_code == 302
    assert handtekeningen(rij) == [OP, None, None]


def test_alle_handtekeningen_leeg_laat_ook_de_tekst_los(getekend, an):
    for veld in HANDTEKENINGEN:
        setattr(getekend, veld, None)
    from tewerkstelling.startklaar.actions import noteer_handtekeningen

    noteer_handtekeningen(getekend, list(HANDTEKENINGEN), door=an, op=OP)
    assert vers(getekend).getekende_tekst == []


def test_na_de_start_ligt_het_papier_vast(an):
    rij = maak_gestart(maak_client(an), an, van=OP)
    for doe in (
        lambda: wijzig_plaatsing(rij, ["functie"], door=an, op=OP),
        lambda: wis_handtekeningen(rij, door=an, op=OP),
        lambda: teken(rij, an),
    ):
        with pytest.raises(Geweigerd, match="Wijzig het contract"):
            doe()


def test_na_de_start_staat_op_het_papier_wat_getekend_is(als, an, getekend):
    """A place that moves or another clause does not rewrite a paper that three people signed; whom to call may change."""
    gestart = maak_gestart(maak_client(an), an, van=OP, werkplek=getekend.werkplek)
    Werkplek.objects.update(gemeente="Erembodegem")
    Werkgever.objects.update(contactpersoon="Mieke Peeters")
    set_ = Regelset.objects.get(sleutel="plaatsing.clausules")
    Regelset.objects.filter(pk=set_.pk).update(waarde=set_.waarde[1:])
    vergeet_regels()
    papier = {rij.code: rij for rij in op_papier(vers(gestart))}
    assert (papier["adres"].tekst, papier["contact"].tekst) == ("Sorteren", "Mieke Peeters")
    assert papier["clausule.werkgever"].groep == CLAUSULES
    nog_open = {rij.code: rij.tekst for rij in op_papier(vers(getekend))}
    assert nog_open["adres"] == "Sorteren, Erembodegem"
    assert "clausule.werkgever" not in nog_open
    assert "Wat getekend is, blijft gelden" in als(an).get(gestart.get_absolute_url()).content.decode()


def test_verschillen_tussen_twee_papieren():
    assert wijzigingen([], ()) == []
    (weg,) = wijzigingen([["taken", "Taken", "Vegen"]], ())
    assert (weg.code, weg.wat, weg.voor, weg.na) == ("taken", "Taken", "Vegen", "")
