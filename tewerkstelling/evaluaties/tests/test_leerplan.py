"""Klaar voor gewoon werk: what must still be learned, why it says so, and the action that works on it."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from lxml.html import fragment_fromstring

from clienten.profiel.enums import Profielbron, Talent
from clienten.profiel.models import Profiel, Profielantwoord
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, vul_stem
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import korte_dag
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.actions import maak_leeractie, maak_leerdoel, rond_evaluatie_af
from tewerkstelling.evaluaties.blad import Verloop, Verlooplijn
from tewerkstelling.evaluaties.fasedeel import stand_van_leerpunt
from tewerkstelling.evaluaties.leerplan import (
    Leerplan,
    Leerpunt,
    is_te_leren,
    leerpunten,
    lees_leerplan,
    uit_profiel,
    uit_verloop,
)
from tewerkstelling.evaluaties.models import Leerkoppeling
from tewerkstelling.evaluaties.views.leerplan import volgende_evaluatie
from trajecten.actions import bewaar_actiepunt, bewaar_doel, vink_af
from trajecten.fasen import Fase
from trajecten.models import Actiepunt, Doel, Traject

pytestmark = pytest.mark.databank
DAG = date(2026, 11, 3)


# --- pure ---------------------------------------------------------------------------------------------
def verloop(*keren, naam="Stiptheid", niveaus=4):
    """One competence through evaluations thirty days apart; each keer is what every voice said."""
    schaal = SimpleNamespace(labels=["x"] * niveaus)
    evaluaties = [
        SimpleNamespace(gehouden_op=DAG + timedelta(days=30 * n), lijst=SimpleNamespace(schaal=schaal))
        for n in range(len(keren))
    ]
    return Verloop(tuple(evaluaties), (Verlooplijn(naam, "Arbeidsattitudes", keren),), niveaus)


@pytest.mark.parametrize(
    ("waarde", "niveaus", "uit"), [(1, 4, True), (2, 4, True), (3, 4, False), (2, 5, True), (3, 5, False)]
)
def test_de_onderste_helft_van_de_schaal_is_te_leren(waarde, niveaus, uit):
    assert is_te_leren(waarde, niveaus) is uit


@pytest.mark.parametrize(
    ("keren", "geleerd", "reden"),
    [
        (({"coach": 2},), False, "evaluatie van 03/11/2026: stiptheid 2 op 4"),
        (({"coach": 2, "mentor": 2},), False, "evaluatie van 03/11/2026: stiptheid 2 op 4"),
        # The voices disagree afterwards: it stays as it was.
        (
            ({"coach": 2, "mentor": 1}, {"coach": 3, "mentor": 2}),
            False,
            "evaluatie van 03/12/2026: stiptheid 3 op 4 (trajectbegeleider), 2 op 4 (mentor); "
            "op 03/11/2026 2 op 4 (trajectbegeleider), 1 op 4 (mentor)",
        ),
        (({"coach": 2}, {"coach": 3}), True, "evaluatie van 03/12/2026: stiptheid 3 op 4; op 03/11/2026 2 op 4"),
        (({"coach": 3}, {"coach": 1}), False, "evaluatie van 03/12/2026: stiptheid 1 op 4"),
        # The last evaluation could not judge it: what was said before still holds.
        (({"coach": 2}, {"coach": None}), False, "evaluatie van 03/11/2026: stiptheid 2 op 4"),
    ],
)
def test_een_leerpunt_zegt_uit_welke_evaluatie_het_komt(keren, geleerd, reden):
    (punt,) = uit_verloop(verloop(*keren))
    assert (punt.geleerd, punt.redenen) == (geleerd, (reden,))


@pytest.mark.parametrize(
    "keren", [({"coach": 3},), ({"client": 1, "coach": 4},), ({"coach": 3, "mentor": 2},), ({"coach": None},)]
)
def test_wat_niet_iedereen_die_het_werk_ziet_laag_scoort_is_geen_leerpunt(keren):
    assert uit_verloop(verloop(*keren)) == []


def herkomst(waarde, *vroeger):
    wie = SimpleNamespace(herkomst="An Claes, op 03/11/2026, na een evaluatie")
    return SimpleNamespace(
        laatste=SimpleNamespace(waarde=waarde, herkomst=wie.herkomst),
        vroeger=[SimpleNamespace(waarde=v) for v in vroeger],
    )


def test_het_profiel_noemt_wat_nog_te_leren_is_en_wat_intussen_geleerd_is():
    gezegd = {"te_leren": herkomst("orde", "orde,tempo"), "talenten": herkomst("tempo,team")}
    tempo, orde = uit_profiel(["orde"], ["tempo", "team"], gezegd)  # team was never something to learn
    assert (tempo.naam, tempo.geleerd) == (Talent.TEMPO.label, True)
    assert (orde.geleerd, orde.redenen) == (
        False,
        ("profiel: nog te leren, An Claes, op 03/11/2026, na een evaluatie",),
    )
    assert uit_profiel(["orde"], [], {})[0].redenen == ("profiel: nog te leren",)


def actie(omschrijving="Iets doen", *, pk=1, gedaan=None, doel=None):
    return Actiepunt(pk=pk, omschrijving=omschrijving, vervalt_op=DAG, gedaan_op=gedaan, doel_id=doel)


def band(punt, *, actie=None, doel=None):
    return Leerkoppeling(punt=punt, actie_id=actie, doel_id=doel)


def leerpunt(naam, *, geleerd=False, **anders):
    return Leerpunt(naam, (), geleerd, codes=frozenset({f"talent:{naam.lower()}"}), **anders)


def test_een_actie_hoort_bij_haar_koppeling_en_niet_bij_haar_woorden():
    acties = [actie("Elke ochtend vroeger opstaan", pk=1), actie("Bijleren: orde", pk=2), actie(pk=3, doel=8)]
    banden = [band("talent:tempo", actie=1), band("talent:team", doel=8)]
    tempo, team, orde = leerpunten([leerpunt("Tempo"), leerpunt("Orde"), leerpunt("Team")], acties, banden)
    assert (tempo.actie, team.actie, orde.actie) == (acties[0], acties[2], None)


def test_een_actie_onder_een_leerdoel_met_een_eigen_koppeling_hoort_daar():
    banden = [band("talent:tempo", doel=8), band("talent:orde", actie=1)]
    orde, tempo = leerpunten([leerpunt("Tempo"), leerpunt("Orde")], [actie(doel=8)], banden)
    assert (orde.naam, tempo.actie) == ("Orde", None)


def test_een_punt_uit_twee_bronnen_neemt_de_actie_van_allebei():
    uit_lijst = Leerpunt("Tempo", ("a",), False, codes=frozenset({"competentie:x"}))
    banden = [band("competentie:x", actie=1), band("talent:tempo", actie=2)]
    (punt,) = leerpunten([uit_lijst, leerpunt("tempo")], [actie(pk=1), actie(pk=2, gedaan=DAG)], banden)
    assert punt.actie.pk == 1


def test_hetzelfde_uit_twee_bronnen_is_een_punt_en_pas_geleerd_als_allebei_het_zeggen():
    punten = [Leerpunt("Tempo", ("a",), True), Leerpunt("Orde", ("b",), True), Leerpunt("tempo", ("c",), False)]
    tempo, orde = leerpunten(punten, [])
    assert (tempo.naam, tempo.redenen, tempo.geleerd) == ("Tempo", ("a", "c"), False)
    assert orde.geleerd  # what is learned stands last
    assert Leerplan((tempo, orde), DAG).samen == "1 van 2 geleerd"


def test_wie_er_iets_aan_doet_staat_eerst_en_dan_de_laagste_score():
    laag, lager, profiel, geleerd = (
        leerpunt("Laag", deel=0.5),
        leerpunt("Lager", deel=0.25),
        leerpunt("Profiel"),
        leerpunt("Geleerd", geleerd=True, deel=0.25),
    )
    banden = [band("talent:profiel", actie=1)]
    volgorde = leerpunten([geleerd, laag, lager, profiel], [actie()], banden)
    assert [punt.naam for punt in volgorde] == ["Profiel", "Lager", "Laag", "Geleerd"]


def test_een_open_actie_gaat_voor_een_die_gedaan_is():
    acties = [actie(pk=2), actie(pk=3, gedaan=DAG)]
    banden = [band("talent:tempo", actie=2), band("talent:tempo", actie=3)]
    (punt,) = leerpunten([leerpunt("Tempo")], acties, banden)
    assert punt.actie == acties[0]
    assert not punt.vraagt_actie
    (punt,) = leerpunten([leerpunt("Tempo")], acties[1:], banden)
    assert punt.vraagt_actie


def test_een_actie_die_gedaan_is_is_nog_niet_geleerd():
    gedaan = Leerpunt("Tempo", (), False, actie(gedaan=DAG))
    assert stand_van_leerpunt(gedaan, op=DAG) == ("let_op", "Actie gedaan, nog niet geleerd")
    loopt = Leerpunt("Tempo", (), False, actie())
    assert stand_van_leerpunt(loopt, op=DAG)[0] == "bezig"
    assert stand_van_leerpunt(loopt, op=DAG + timedelta(days=1))[0] == "te_laat"
    assert Leerplan((gedaan,), DAG).samen == "0 van 1 geleerd"


def test_zonder_evaluatie_zegt_het_plan_dat():
    assert Leerplan((), None).samen == "er is nog geen afgeronde evaluatie met scores"
    assert Leerplan((), DAG).samen == (
        "niets dat volgens iedereen nog te leren is (evaluatie van 03/11/2026, en het profiel)"
    )


# --- on the page ----------------------------------------------------------------------------------------
@pytest.fixture
def contract(an, bert):
    client = maak_client(bert, coach=an, voornaam="Samira")
    maak_traject(client, an)
    Traject.objects.update(fase=Fase.BEGELEIDING)
    dag = vandaag()
    return maak_contract(client, an, van=dag - timedelta(days=60), laatste_dag=dag + timedelta(days=400))


def evalueer(contract, an, dagen=0, **laag):
    evaluatie = maak_evaluatie(contract, an, gehouden_op=vandaag() - timedelta(days=dagen))
    vul_stem(evaluatie, "coach", 3, an, **laag)
    rond_evaluatie_af(evaluatie, door=an, op=vandaag())
    return evaluatie


def stel_doel(contract, an, **velden):
    return bewaar_doel(Doel(client=contract.client, **velden), door=an, op=vandaag())


def blad(wie, als, contract):
    return als(wie).get(f"/clienten/{contract.client_id}/traject/").content.decode()


def tik(wie, als, contract, sleutel):
    adres = reverse("evaluaties:leeractie", args=[contract.client_id])
    return als(wie).post(adres, {"leerpunt": sleutel}, follow=True)


@pytest.mark.databank
def test_een_tik_maakt_een_actie_tegen_de_volgende_evaluatie(als, an, contract):
    evalueer(contract, an, stiptheid=2, tempo=1)
    doel = stel_doel(contract, an, thema="werk", omschrijving="Gewoon werk in de keuken")
    pagina = blad(an, als, contract)
    assert "0 van 2 geleerd" in pagina
    assert f"evaluatie van {vandaag():%d/%m/%Y}: stiptheid 2 op 4" in pagina
    tegen = volgende_evaluatie(contract.client, op=vandaag()).op
    assert tegen >= vandaag() + timedelta(days=7)  # the one of tomorrow leaves no time to learn
    antwoord = tik(an, als, contract, "stiptheid").content.decode()
    punt = Actiepunt.objects.get()
    assert (punt.omschrijving, punt.vervalt_op, punt.eigenaar) == ("Bijleren: stiptheid", tegen, "client")
    assert (punt.medewerker, punt.doel) == (an, doel)
    assert f"Samira, tegen {korte_dag(tegen)}" in antwoord
    assert "Actie loopt" in antwoord
    assert "al een actie" in tik(an, als, contract, "stiptheid").content.decode()
    assert Actiepunt.objects.count() == 1


@pytest.mark.databank
def test_een_herschreven_actie_houdt_haar_lijn(als, an, contract):
    """On the page where somebody writes it in words of the client; one that only says the same words is not tied."""
    evalueer(contract, an, stiptheid=2, tempo=1)
    tik(an, als, contract, "stiptheid")
    punt = Actiepunt.objects.get()
    adres = reverse("trajecten:actiepunt_wijzigen", args=[contract.client_id, punt.pk])
    form = als(an).get(adres).context["form"]
    als(an).post(adres, velden_van(form, omschrijving="Elke dag de bus van 7 uur nemen"))
    punt.refresh_from_db()
    assert punt.omschrijving == "Elke dag de bus van 7 uur nemen"
    los = Actiepunt(client=contract.client, omschrijving="Bijleren: tempo", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(los, door=an, op=vandaag())
    pagina = blad(an, als, contract)
    assert pagina.count("Actie loopt") == 1
    assert pagina.count("Maak er een actie van") == 1
    assert "al een actie" in tik(an, als, contract, "stiptheid").content.decode()


@pytest.mark.databank
def test_de_vraag_of_de_client_klaar_is_verwijst_naar_het_plan(als, an, contract):
    evalueer(contract, an, stiptheid=2, tempo=1)
    vraag = fragment_fromstring(
        blad(an, als, contract).split('id="vraag-klaar_regulier"')[1].split("</form>")[0], "div"
    )
    (link,) = vraag.xpath('.//a[@href="#fasedeel-4"]')
    assert "0 van 2 geleerd" in link.getparent().text_content()


@pytest.mark.databank
def test_de_actie_volgt_het_doel_om_net_dit_te_leren(an, contract):
    Profiel.objects.create(client=contract.client, te_leren=["tempo"])
    stel_doel(contract, an, thema="werk", omschrijving="Gewoon werk")
    stel_doel(
        contract, an, thema="opleiding", omschrijving="Bijleren: vlot doorwerken"
    )  # the same words, tied to nothing
    eigen = maak_leerdoel(contract.client, Talent.TEMPO, door=an, op=vandaag())
    punt = maak_leeractie(contract.client, "vlot-doorwerken", tegen=vandaag(), door=an, op=vandaag())
    assert punt.doel == eigen


@pytest.mark.databank
def test_een_latere_evaluatie_zegt_dat_het_geleerd_is(als, an, contract):
    evalueer(contract, an, dagen=30, stiptheid=2, tempo=2)
    vink_af(
        maak_leeractie(contract.client, "tempo", tegen=vandaag(), door=an, op=vandaag()),
        gedaan=True, door=an, op=vandaag(),
    )  # fmt: skip
    assert "0 van 2 geleerd" in blad(an, als, contract)
    assert "Actie gedaan, nog niet geleerd" in blad(an, als, contract)
    evalueer(contract, an, tempo=2)
    assert "1 van 2 geleerd" in blad(an, als, contract)
    with pytest.raises(Geweigerd, match="niet meer om te leren"):
        maak_leeractie(contract.client, "stiptheid", tegen=vandaag(), door=an, op=vandaag())


@pytest.mark.databank
def test_een_evaluatie_die_niet_afgerond_is_telt_niet(als, an, contract):
    vul_stem(maak_evaluatie(contract, an), "coach", 1, an)
    assert "er is nog geen afgeronde evaluatie met scores" in blad(an, als, contract)
    assert reverse("evaluaties:evaluatie_list", args=[contract.client_id]) in blad(an, als, contract)


@pytest.mark.databank
def test_een_lang_plan_toont_vijf_punten_en_vouwt_de_rest(als, an, contract):
    evalueer(
        contract, an, stiptheid=1, tempo=2, inzet=2, respect=2, werkvolgorde=2, omgaan_met_druk=2, werken_in_team=2
    )
    pagina = blad(an, als, contract)
    assert "<summary>Nog 2</summary>" in pagina
    assert pagina.count("Maak er een actie van") == 7


@pytest.mark.databank
def test_een_evaluatie_in_de_maak_maakt_niets_geleerd(als, an, contract):
    evalueer(contract, an, dagen=30, stiptheid=2)
    vul_stem(maak_evaluatie(contract, an), "coach", 4, an)
    assert "0 van 1 geleerd" in blad(an, als, contract)


@pytest.mark.databank
def test_een_afgeschermde_actie_bestaat_niet_voor_wie_ze_niet_mag_lezen(als, an, griet, contract):
    evalueer(contract, an, stiptheid=2)
    gezondheid = stel_doel(contract, an, thema="gezondheid", omschrijving="Naar de dokter")
    punt = maak_leeractie(contract.client, "stiptheid", tegen=vandaag(), door=an, op=vandaag())
    Actiepunt.objects.filter(pk=punt.pk).update(doel=gezondheid, afgeschermd=True)
    assert "Actie loopt" in blad(an, als, contract)
    voor_griet = blad(griet, als, contract)
    assert "Actie loopt" not in voor_griet
    assert "Nog geen actie" in voor_griet
    assert f"/acties/{punt.pk}/" not in voor_griet


@pytest.mark.databank
def test_de_maatschappelijk_werker_maakt_ook_een_actie_en_een_ander_ocmw_ziet_niets(als, an, bert, carla, contract):
    evalueer(contract, an, stiptheid=2)
    assert "Maak er een actie van" in blad(bert, als, contract)
    tik(bert, als, contract, "stiptheid")
    assert Actiepunt.objects.get().medewerker == bert
    assert tik(carla, als, contract, "stiptheid").status_code == 404


@pytest.mark.databank
def test_bij_gewoon_werk_is_er_geen_plan(als, an, contract):
    type(contract).objects.update(soort=Contractsoort.REGULIER)
    assert "Klaar voor gewoon werk" not in blad(an, als, contract)


@pytest.mark.databank
@pytest.mark.parametrize("aantal", [1, 3])
def test_het_plan_lezen_kost_een_vast_aantal_vragen(an, contract, aantal, django_assert_num_queries):
    for n in range(aantal):
        evalueer(contract, an, dagen=n, stiptheid=2, tempo=1, inzet=2)
    Profiel.objects.create(client=contract.client, te_leren=["tempo", "orde"][:aantal])
    Profielantwoord.objects.create(
        client=contract.client, feit="te_leren", waarde="tempo", bron=Profielbron.EVALUATIE, op=vandaag(), door=an
    )
    for sleutel in ("stiptheid", "inzet")[:aantal]:
        maak_leeractie(contract.client, sleutel, tegen=vandaag(), door=an, op=vandaag())
    client = type(contract.client).objects.get(pk=contract.client_id)
    with django_assert_num_queries(7):
        plan = lees_leerplan(client, lezer=an)
        assert [str(punt.actie.medewerker.naam) for punt in plan.punten if punt.actie]


# --- the coach, with real fingers -------------------------------------------------------------------------
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_van_evaluatie_naar_plan_op_een_telefoon(telefoon, an, contract):
    evalueer(contract, an, dagen=30, stiptheid=2, tempo=2, omgaan_met_leiding=1)
    evalueer(contract, an, stiptheid=2, omgaan_met_leiding=1)
    log_in(telefoon, an.email)
    telefoon.goto(f"/clienten/{contract.client_id}/traject/")
    deel = telefoon.locator("#fasedeel-4")
    deel.get_by_text("1 van 3 geleerd").wait_for()
    axe(telefoon)
    deel.get_by_role("button", name=re.compile("Maak er een actie van.*Stiptheid")).click()
    telefoon.get_by_text("de dag van de evaluatie van maand 7").wait_for()
    deel.get_by_text("Actie loopt").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "leerplan")
    deel.get_by_role("link", name=re.compile("Wijzig de actie.*Stiptheid")).click()
    telefoon.get_by_label("Wie doet het?").select_option(label="ik")
    telefoon.get_by_role("button", name="Bewaar").first.click()
    telefoon.get_by_text("Het actiepunt is bijgewerkt").wait_for()
    assert Actiepunt.objects.get().eigenaar == "medewerker"
    telefoon.goto(f"/clienten/{contract.client_id}/traject/")
    deel.get_by_role("link", name="Naar de evaluaties").click()
    telefoon.wait_for_url("**/werk/evaluaties/")
