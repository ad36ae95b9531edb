"""Three voices say where somebody is strong and what can still be learned; one tap makes it the profile, or a goal."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from clienten.profiel.enums import Profielbron, Talent
from clienten.profiel.models import Profiel, Profielantwoord
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_link
from ocmw.kalender.klok import vandaag
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import maak_leerdoel, neem_talenten_over
from tewerkstelling.evaluaties.models import Stem, Werkbezoek
from tewerkstelling.evaluaties.sterktes import Uitspraak, na_overname, talentregels
from trajecten.models import Doel

pytestmark = pytest.mark.django_db
DAG = date(2026, 5, 1)


@pytest.fixture
def evaluatie(an, bert):
    dag = vandaag()
    contract = maak_contract(
        maak_client(bert, coach=an), an, van=dag - timedelta(days=60), laatste_dag=dag + timedelta(days=200)
    )
    return maak_evaluatie(contract, an)


def zegt(evaluatie, wie, sterk=(), leren=()):
    stem, _ = Stem.objects.get_or_create(evaluatie=evaluatie, wie=wie, defaults={"client": evaluatie.client})
    Stem.objects.filter(pk=stem.pk).update(sterk=list(sterk), leren=list(leren))


# --- pure ---------------------------------------------------------------------------------------------
def test_de_laatste_uitspraak_van_elke_stem_telt():
    oud, nieuw = (
        Uitspraak("tempo", wat, "mentor", DAG + timedelta(days=n)) for n, wat in enumerate(["leren", "sterk"])
    )
    (regel,) = talentregels([nieuw, oud])
    assert (regel.sterk, regel.leren) == ((nieuw,), ())


def test_waar_meningen_verschillen_verandert_er_niets():
    regels = talentregels([Uitspraak("tempo", "sterk", "mentor", DAG), Uitspraak("tempo", "leren", "client", DAG)])
    assert regels[0].verschillen
    for voor in ([], ["tempo"]):
        assert na_overname(Profiel(talenten=voor), regels) == (voor, [])


def test_wie_iets_leerde_is_er_nu_sterk_in():
    regels = talentregels([Uitspraak("tempo", "sterk", "mentor", DAG)])
    assert na_overname(Profiel(te_leren=["tempo", "orde"]), regels) == (["tempo"], ["orde"])


# --- one tap --------------------------------------------------------------------------------------------
def test_een_tik_zet_het_in_het_profiel_met_wie_en_waar(als, an, evaluatie):
    zegt(evaluatie, "mentor", ["nauwkeurig"], ["tempo"])
    zegt(evaluatie, "client", ["team"], ["nauwkeurig"])
    browser, pk = als(an), evaluatie.client_id
    pagina = browser.get(reverse("evaluaties:evaluatie_detail", args=[pk, evaluatie.pk])).content.decode()
    assert "Meningen verschillen" in pagina
    assert "Neem over in het profiel" in pagina
    browser.post(reverse("evaluaties:talenten_overnemen", args=[pk]))
    profiel = Profiel.objects.get(client=pk)
    assert (profiel.talenten, profiel.te_leren) == (["team"], ["tempo"])
    assert set(Profielantwoord.objects.values_list("bron", "door")) == {(Profielbron.EVALUATIE, an.pk)}
    pagina = browser.get(reverse("evaluaties:evaluatie_detail", args=[pk, evaluatie.pk])).content.decode()
    assert "Neem over in het profiel" not in pagina
    with pytest.raises(Geweigerd, match="zegt dit al"):
        neem_talenten_over(evaluatie.client, door=an, op=vandaag())


def test_lezen_verandert_niets_en_de_maatschappelijk_werker_leest_mee(als, an, bert, evaluatie):
    zegt(evaluatie, "mentor", ["nauwkeurig"])
    pagina = als(bert).get(reverse("evaluaties:evaluatie_detail", args=[evaluatie.client_id, evaluatie.pk]))
    assert "Nauwkeurig werken" in pagina.content.decode()
    assert "Neem over in het profiel" not in pagina.content.decode()
    assert not Profiel.objects.exists()
    assert als(bert).post(reverse("evaluaties:talenten_overnemen", args=[evaluatie.client_id])).status_code == 403


def test_wat_te_leren_is_wordt_een_doel_en_niet_twee(an, evaluatie):
    doel = maak_leerdoel(evaluatie.client, Talent.TEMPO, door=an, op=vandaag())
    assert (doel.omschrijving, doel.thema) == ("Bijleren: vlot doorwerken", "opleiding")
    with pytest.raises(Geweigerd, match="staat er al"):
        maak_leerdoel(evaluatie.client, Talent.TEMPO, door=an, op=vandaag())
    assert Doel.objects.count() == 1


# --- the three forms --------------------------------------------------------------------------------------
@pytest.mark.parametrize("wie", ["coach", "client", "mentor"])
def test_elke_stem_zegt_het_op_haar_formulier(als, an, evaluatie, wie):
    url = reverse("evaluaties:stem_edit", args=[evaluatie.client_id, evaluatie.pk, wie])
    form = als(an).get(url).context["form"]
    antwoord = als(an).post(url, velden_van(form, sterk=["team"], leren=["team", "orde"]))
    assert "Kies een van beide" in " ".join(antwoord.context["form"].errors["leren"])
    als(an).post(url, velden_van(form, sterk=["team"], leren=["orde"]))
    stem = Stem.objects.get(wie=wie)
    assert (stem.sterk, stem.leren) == (["team"], ["orde"])


def test_de_mentor_zonder_account_zegt_het_op_het_laatste_scherm(client, an, evaluatie):
    _, token = maak_link(evaluatie, an)
    url = reverse("evaluaties:mentor_formulier", args=[token])
    domeinen = list(evaluatie.lijst.domeinen.all())
    eerste = domeinen[0].competenties.first()
    client.post(url, {"deel": 1, "naar": 2, f"c{eerste.pk}": "3"})
    slot = len(domeinen) + 1
    client.post(url, {"deel": slot, "sterk": ["team", "onzin"], "leren": ["tempo"]})  # the phone went away
    pagina = client.get(f"{url}?deel={slot}").content.decode()
    assert 'value="team" checked' in pagina
    dubbel = client.post(url, {"deel": slot, "verstuur": 1, "naam": "Rita", "sterk": ["team"], "leren": ["team"]})
    assert "twee keer aan" in dubbel.content.decode()
    klaar = client.post(url, {"deel": slot, "verstuur": 1, "naam": "Rita", "sterk": ["team"], "leren": ["tempo"]})
    assert klaar.status_code == 302
    stem = Stem.objects.get(wie="mentor")
    assert (stem.sterk, stem.leren, stem.naam) == (["team"], ["tempo"], "Rita")


def test_een_bezoek_vraagt_het_aan_alle_drie(als, an, evaluatie):
    url = reverse("evaluaties:werkbezoek_create", args=[evaluatie.client_id, evaluatie.contract_id])
    antwoord = als(an).get(url)
    invoer = velden_van(
        antwoord.context["form"], gezien="Hij werkt mooi door.", sterk_mentor=["tempo"], leren_client=["computer"]
    )
    invoer |= (
        velden_van(antwoord.context["punten"].management_form)
        if hasattr(antwoord.context["punten"], "management_form")
        else {}
    )
    als(an).post(url, invoer)
    bezoek = Werkbezoek.objects.get()
    assert bezoek.sterktes == {"mentor": {"sterk": ["tempo"]}, "client": {"leren": ["computer"]}}
    neem_talenten_over(evaluatie.client, door=an, op=vandaag())
    profiel = Profiel.objects.get()
    assert (profiel.talenten, profiel.te_leren) == (["tempo"], ["computer"])
