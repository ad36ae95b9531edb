"""One evaluation: three voices, differences, the one before as a ghost, agreements, and the freeze."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_bezoek, maak_evaluatie, maak_link, vul_stem
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import bewaar_stem, rond_evaluatie_af, wijzig_evaluatie
from tewerkstelling.evaluaties.blad import lees_blad
from tewerkstelling.evaluaties.models import Competentie, Evaluatie, Score, Stem, Werkbezoek
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Actiepunt

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an, griet):
    client = maak_client(an, voornaam="Fatima", coach=an)
    return maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


@pytest.fixture
def evaluatie(contract, an):
    return maak_evaluatie(contract, an, moment="m2")


def adres(naam, evaluatie, *extra):
    return reverse(f"evaluaties:{naam}", args=[evaluatie.client_id, evaluatie.pk, *extra])


def rij(evaluatie, code):
    return next(r for b in lees_blad(evaluatie).blokken for r in b.rijen if r.competentie.code == code)


def test_beginnen_vult_de_geplande_dag_en_de_soort_in(contract, an, als):
    url = reverse("evaluaties:evaluatie_create", args=[contract.client_id, contract.pk])
    form = als(an).get(f"{url}?moment=m2").context["form"]
    assert (form["gehouden_op"].value(), str(form["soort"].value())) == (date(2026, 6, 1), "volledig")
    assert str(als(an).get(f"{url}?moment=m1").context["form"]["soort"].value()) == "mondeling"
    antwoord = als(an).post(f"{url}?moment=m2", velden_van(form))
    evaluatie = Evaluatie.objects.get()
    assert antwoord.url == adres("evaluatie_detail", evaluatie)
    assert (evaluatie.moment, evaluatie.lijst.code) == ("m2", "art60")
    assert als(an).get(f"{url}?moment=m2").url == antwoord.url  # a second time: the one that is there


def test_een_moment_heeft_een_evaluatie(contract, an, evaluatie):
    with pytest.raises(ValidationError, match="al een evaluatie"):
        maak_evaluatie(contract, an, moment="m2")
    maak_evaluatie(contract, an)
    maak_evaluatie(contract, an)  # extra ones may be many


@pytest.mark.parametrize(("dag", "zin"), [("2026-03-31", "begint pas"), ("2028-01-01", "Kijk het jaar na")])
def test_een_dag_die_niet_kan(contract, an, als, dag, zin):
    url = reverse("evaluaties:evaluatie_create", args=[contract.client_id, contract.pk])
    velden = velden_van(als(an).get(url).context["form"], gehouden_op=dag)
    assert zin in als(an).post(url, velden).content.decode()


def test_drie_stemmen_naast_elkaar_met_een_merk_bij_twee_niveaus(evaluatie, an, als):
    vul_stem(evaluatie, "coach", 3, an)
    vul_stem(evaluatie, "mentor", 3, an, stiptheid=1, tempo=2)
    vul_stem(evaluatie, "client", 3, an, tekst="Ik doe dit graag.", inzet=0)
    stipt, tempo, inzet = (rij(evaluatie, code) for code in ("stiptheid", "tempo", "inzet"))
    assert [cel.label for cel in stipt.cellen] == ["Goed", "Problematisch", "Goed"]
    assert (stipt.verschil, stipt.groot_verschil) == (2, True)
    assert (tempo.verschil, tempo.groot_verschil) == (1, False)
    assert (inzet.cellen[2].waarde, inzet.cellen[2].label) == (None, "Kan ik niet zeggen")
    assert len(lees_blad(evaluatie).grote_verschillen) == 1
    pagina = als(an).get(adres("evaluatie_detail", evaluatie)).content.decode()
    assert "Ik doe dit graag." in pagina
    # a word and an icon, not colour alone
    assert pagina.count("Bespreek</span>") == 1
    assert "exclamation-triangle-fill" in pagina


def test_de_vorige_score_staat_erbij(contract, evaluatie, an):
    vorige = maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 5, 1))
    vul_stem(vorige, "mentor", 2, an)
    vul_stem(evaluatie, "mentor", 3, an)
    cel = rij(evaluatie, "tempo").cellen[1]
    assert (cel.label, cel.vorige) == ("Goed", "Basis")
    assert lees_blad(vorige).vorige is None


def test_scores_invullen_op_de_pagina(evaluatie, an, als):
    url = adres("stem_edit", evaluatie, "coach")
    form = als(an).get(url).context["form"]
    eerste, tweede = Competentie.objects.filter(domein__lijst=evaluatie.lijst)[:2]
    velden = velden_van(form, **{f"c{eerste.pk}": "4", f"c{tweede.pk}": "0", f"o{eerste.domein_id}": "Sterk."})
    assert als(an).post(url, velden).status_code == 302
    assert set(Score.objects.values_list("competentie", "waarde")) == {(eerste.pk, 4), (tweede.pk, None)}
    # clearing is not possible by accident: what the page does not send stays
    opnieuw = velden_van(als(an).get(url).context["form"], **{f"c{tweede.pk}": "2"})
    als(an).post(url, opnieuw)
    assert Score.objects.get(competentie=eerste).waarde == 4


@pytest.mark.parametrize("waarde", ["5", "-1", "x"])
def test_een_niveau_dat_niet_bestaat_wordt_geweigerd(evaluatie, an, als, waarde):
    url = adres("stem_edit", evaluatie, "coach")
    eerste = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    antwoord = als(an).post(url, velden_van(als(an).get(url).context["form"], **{f"c{eerste.pk}": waarde}))
    assert antwoord.status_code == 200
    assert not Score.objects.exists()


def test_ook_zonder_formulier_past_een_score_bij_de_lijst(evaluatie, an):
    vreemd = Competentie.objects.exclude(domein__lijst=evaluatie.lijst).first()
    eigen = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    for scores in ({vreemd.pk: 2}, {eigen.pk: 5}):
        with pytest.raises(Geweigerd):
            bewaar_stem(Stem(evaluatie=evaluatie, wie="coach"), scores, {}, door=an, op=OP)
    assert not Stem.objects.exists()


def test_twee_collegas_op_dezelfde_stem_verliezen_niets(evaluatie, an, griet, als):
    url = adres("stem_edit", evaluatie, "coach")
    een, twee = Competentie.objects.filter(domein__lijst=evaluatie.lijst)[:2]
    van_an, van_griet = (velden_van(als(wie).get(url).context["form"]) for wie in (an, griet))
    als(an).post(url, van_an | {f"c{een.pk}": "1", f"c{twee.pk}": "1"})
    conflict = als(griet).post(url, van_griet | {f"c{een.pk}": "4"})
    assert conflict.status_code == 409
    assert [v["mijn"] for v in conflict.context["verschillen"]] == ["Sterkte"]
    assert als(griet).post(url, velden_van(conflict.context["form"])).status_code == 302
    assert dict(Score.objects.values_list("competentie", "waarde")) == {een.pk: 4, twee.pk: 1}


def test_coach_en_client_storen_elkaar_niet(evaluatie, an, griet, als):
    coach, client = (adres("stem_edit", evaluatie, wie) for wie in ("coach", "client"))
    eerste = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    van_coach, van_client = (velden_van(als(an).get(url).context["form"]) for url in (coach, client))
    assert als(an).post(coach, van_coach | {f"c{eerste.pk}": "2"}).status_code == 302
    assert als(griet).post(client, van_client | {f"c{eerste.pk}": "4"}).status_code == 302
    assert Score.objects.count() == 2


def test_de_client_leest_eenvoudige_woorden_bij_gezichten(evaluatie, an, als):
    pagina = als(an).get(adres("stem_edit", evaluatie, "client")).content.decode()
    for deel in ("Dag Fatima", "Ik kom op tijd.", "Dit lukt nog niet", "Ik weet het niet", "bi-emoji-frown"):
        assert deel in pagina
    assert evaluatie.client.achternaam not in pagina


def test_afspraken_worden_actiepunten_met_een_datum(evaluatie, an, als):
    als(an).post(
        adres("evaluatie_afspraken", evaluatie),
        {"punt0-omschrijving": "Woorden oefenen", "punt0-vervalt_op": "2026-06-20", "punt0-wie": "client"},
    )
    punt = Actiepunt.objects.get()
    assert (punt.client, punt.eigenaar, punt.medewerker) == (evaluatie.client, "client", an)
    assert list(evaluatie.afspraken.all()) == [punt]
    termijn = Termijn.objects.open().get(client=evaluatie.client, soort=ACTIEPUNT)
    assert termijn.vervalt_op == date(2026, 6, 20)
    assert "Woorden oefenen" in als(an).get(adres("evaluatie_detail", evaluatie)).content.decode()


def test_een_afspraak_zonder_dag_wordt_niet_half_bewaard(evaluatie, an, als):
    data = {"punt0-omschrijving": "Een", "punt0-vervalt_op": "2026-06-20", "punt0-wie": "client"}
    data |= {"punt1-omschrijving": "Twee", "punt1-vervalt_op": "", "punt1-wie": "client"}
    assert "Kies tegen wanneer" in als(an).post(adres("evaluatie_afspraken", evaluatie), data).content.decode()
    assert not Actiepunt.objects.exists()


def test_afronden_vraagt_scores_en_zet_alles_vast(evaluatie, an, als):
    url = adres("evaluatie_afronden", evaluatie)
    assert "Vul eerst je eigen scores in" in als(an).post(url, {"versie": 1}, follow=True).content.decode()
    vul_stem(evaluatie, "coach", 3, an)
    link, _ = maak_link(evaluatie, an)
    als(an).post(url, {"versie": 1})
    evaluatie.refresh_from_db()
    link.refresh_from_db()
    assert evaluatie.afgerond_op == OP
    assert link.ingetrokken_op is not None
    for naam, extra in (("stem_edit", ["coach"]), ("evaluatie_edit", []), ("evaluatie_afspraken", [])):
        assert als(an).post(adres(naam, evaluatie, *extra), {}).status_code == 409
    with pytest.raises(Geweigerd, match="verandert niet meer"):
        wijzig_evaluatie(evaluatie, ["besluit"], door=an, op=OP)
    with pytest.raises(Geweigerd, match="verandert niet meer"):
        vul_stem(evaluatie, "mentor", 2, an)


def test_wie_afrondt_heeft_de_laatste_versie_gelezen(evaluatie, an, griet):
    vul_stem(evaluatie, "coach", 3, an)
    mijn = Evaluatie.objects.get(pk=evaluatie.pk)
    evaluatie.besluit = "Blijft."
    wijzig_evaluatie(evaluatie, ["besluit"], door=griet, op=OP)
    with pytest.raises(IntussenGewijzigd):
        rond_evaluatie_af(mijn, door=an, op=OP)
    rond_evaluatie_af(evaluatie, door=an, op=OP)


def test_een_evaluatie_die_nog_komt_rondt_niemand_af(contract, an):
    evaluatie = maak_evaluatie(contract, an, moment="m7", gehouden_op=date(2026, 11, 2))
    vul_stem(evaluatie, "coach", 3, an)
    with pytest.raises(Geweigerd, match="pas op 02/11/2026"):
        rond_evaluatie_af(evaluatie, door=an, op=OP)


def test_een_gesprek_zonder_formulier_heeft_woorden_nodig_en_geen_scores(contract, an):
    evaluatie = maak_evaluatie(contract, an, moment="m1", soort="mondeling")
    with pytest.raises(Geweigerd, match="geen scores"):
        vul_stem(evaluatie, "coach", 3, an)
    with pytest.raises(Geweigerd, match="wat er besproken is"):
        rond_evaluatie_af(evaluatie, door=an, op=OP)


def test_een_maatschappelijk_werker_leest_en_wijzigt_niet(evaluatie, bert, an, als):
    client = maak_client(bert, coach=an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    rij_ = maak_evaluatie(contract, an)
    pagina = als(bert).get(adres("evaluatie_detail", rij_))
    assert pagina.status_code == 200
    assert "Mijn scores" not in pagina.content.decode()
    assert als(bert).get(adres("stem_edit", rij_, "coach")).status_code == 403


def test_een_bezoek_noteren_en_verbeteren(contract, an, griet, als):
    url = reverse("evaluaties:werkbezoek_create", args=[contract.client_id, contract.pk])
    form = als(an).get(url).context["form"]
    assert "toekomst" in als(an).post(url, velden_van(form, op="2026-06-02", gezien="x")).content.decode()
    als(an).post(url, velden_van(form, gezien="Werkt goed door."))
    bezoek = Werkbezoek.objects.get()
    assert (bezoek.op, bezoek.plaats) == (OP, "Kringwinkel - Sorteren")
    wijzig = reverse("evaluaties:werkbezoek_edit", args=[contract.client_id, bezoek.pk])
    mijn = velden_van(als(an).get(wijzig).context["form"], gezien="Werkt heel goed door.")
    als(griet).post(wijzig, velden_van(als(griet).get(wijzig).context["form"], gezien="Werkt."))
    assert als(an).post(wijzig, mijn).status_code == 409


def test_wat_bij_een_bezoek_is_afgesproken_krijgt_een_datum_en_een_termijn(contract, an, als):
    url = reverse("evaluaties:werkbezoek_create", args=[contract.client_id, contract.pk])
    velden = {"op": OP.isoformat(), "gezien": "Het ging vlot.", "punt0-omschrijving": "Schoenen bestellen"}
    fout = als(an).post(url, velden | {"punt0-vervalt_op": ""})
    assert "Kies tegen wanneer." in fout.content.decode()
    assert "Het ging vlot." in fout.content.decode()
    assert not Werkbezoek.objects.exists()
    assert als(an).post(url, velden | {"punt0-vervalt_op": "2027-01-11"}).status_code == 302
    punt = Werkbezoek.objects.get().afspraken.get()
    assert (punt.omschrijving, punt.vervalt_op, punt.medewerker) == ("Schoenen bestellen", date(2027, 1, 11), an)
    assert Termijn.objects.open().filter(client=contract.client, vervalt_op=date(2027, 1, 11)).exists()
    rooster = reverse("evaluaties:evaluatierooster", args=[contract.client_id, contract.pk])
    assert "Schoenen bestellen" in als(an).get(rooster).content.decode()


def test_de_scores_van_de_vorige_keer_staan_bij_de_vraag(evaluatie, contract, an, als):
    vul_stem(evaluatie, "coach", 2, an)
    nieuw = maak_evaluatie(contract, an, gehouden_op=OP + timedelta(days=1))
    pagina = als(an).get(reverse("evaluaties:stem_edit", args=[contract.client_id, nieuw.pk, "coach"]))
    assert pagina.content.decode().count("Vorige keer: basis") == 21
    mentor = als(an).get(reverse("evaluaties:stem_edit", args=[contract.client_id, nieuw.pk, "mentor"]))
    assert "Vorige keer" not in mentor.content.decode()  # each voice sees its own


def test_evaluaties_en_bezoeken_staan_in_de_tijdlijn(evaluatie, contract, an, als):
    vul_stem(evaluatie, "coach", 3, an)
    rond_evaluatie_af(Evaluatie.objects.get(pk=evaluatie.pk), door=an, op=OP)
    maak_bezoek(contract, an, gezien="Ruimde zelf op.")
    pagina = als(an).get(reverse("dossier:tijdlijn", args=[contract.client_id]) + "?soort=werk").content.decode()
    for deel in ("Evaluatie: Volledig, met scores", adres("evaluatie_detail", evaluatie), "Ruimde zelf op."):
        assert deel in pagina


def test_een_evaluatie_lezen_kost_een_vast_aantal_vragen(evaluatie, contract, an, als, django_assert_max_num_queries):
    vorige = maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 5, 1))
    for rij_, waarde in ((vorige, 2), (evaluatie, 3)):
        for wie in ("coach", "mentor", "client"):
            vul_stem(rij_, wie, waarde, an, tekst="Woorden.")
    browser, url = als(an), adres("evaluatie_detail", evaluatie)
    browser.get(url)
    with django_assert_max_num_queries(24):
        browser.get(url)
