"""What is asked in the bundle, the intake and phase 2 is one answer: read and written in the Profiel, with who said it when."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from clienten.profiel.actions import Profielwijziging, schrijf_profiel
from clienten.profiel.enums import Profielbron
from clienten.profiel.herkomst import herkomst_van
from clienten.profiel.models import Profiel, Profielantwoord
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from trajecten.actions import (
    beantwoord_vraag,
    begin_doorverwijzing,
    bewaar_bundelstap,
    bewaar_intake,
    start_traject,
)
from trajecten.eenkeer import FASE_IN_PROFIEL, met_profiel
from trajecten.fasen import VRAAG_VAN_CODE
from trajecten.models import Intake
from trajecten.trajectblad import antwoord_op

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    return maak_client(bert, coach=an)


def zeg_in_bundel(client, bert, **woorden):
    bundel = begin_doorverwijzing(client, door=bert, op=OP)
    for veld, waarde in woorden.items():
        setattr(bundel, veld, waarde)
    return bewaar_bundelstap(bundel, list(woorden), door=bert, op=OP)


def test_de_bundel_vult_het_profiel_en_de_intake_toont_het(als, client, an, bert):
    zeg_in_bundel(client, bert, opleiding="Bakker, 6de jaar", wensen="Iets met brood")
    profiel = Profiel.objects.get(client=client)
    assert (profiel.opleiding, profiel.wensen) == ("Bakker, 6de jaar", "Iets met brood")
    form = als(an).get(reverse("trajecten:intake_edit", args=[client.pk])).context["form"]
    assert (form.initial["opleiding"], form.initial["interesse"]) == ("Bakker, 6de jaar", "Iets met brood")
    assert f"{bert.naam}, op 20/11/2026, in de doorverwijsbundel" in form.fields["opleiding"].help_text


def test_de_intake_verbetert_en_de_bundel_blijft_wat_er_toen_stond(als, client, an, bert):
    bundel = zeg_in_bundel(client, bert, opleiding="Bakker")
    url = reverse("trajecten:intake_edit", args=[client.pk])
    form = als(an).get(url).context["form"]
    als(an).post(url, velden_van(form, opleiding="Bakker en traiteur", gehouden_op="2026-11-20"))
    bundel.refresh_from_db()
    assert (bundel.opleiding, Profiel.objects.get().opleiding) == ("Bakker", "Bakker en traiteur")
    assert Intake.objects.get().opleiding == "Bakker en traiteur"
    herkomst = herkomst_van(client)["opleiding"]
    assert (herkomst.laatste.door, herkomst.laatste.bron) == (an, Profielbron.INTAKE)
    assert [oud.waarde for oud in herkomst.vroeger] == ["Bakker"]


def test_een_formulier_dat_niets_wijzigt_zegt_niets(als, client, an, bert):
    zeg_in_bundel(client, bert, opleiding="Bakker")
    url = reverse("trajecten:intake_edit", args=[client.pk])
    form = als(an).get(url).context["form"]
    als(an).post(url, velden_van(form, gehouden_op="2026-11-20"))
    assert Profielantwoord.objects.count() == 1


def test_fase_2_weet_wat_elders_gezegd_is_en_de_poort_ook(client, an, bert):
    zeg_in_bundel(client, bert, wensen="Iets met brood")
    traject = start_traject(client, door=an, op=OP)
    antwoorden = met_profiel(traject, traject.beantwoordingen.all())
    assert antwoorden["wil"].toelichting == "Iets met brood"
    assert bert.naam in antwoorden["wil"].van_wie
    profiel = Profiel.objects.get()
    profiel.realistisch = "nee"
    schrijf_profiel(
        Profielwijziging(profiel, ["realistisch"]), met=profiel, bron=Profielbron.WERKPROFIEL, door=an, op=OP
    )
    assert met_profiel(traject, [])["realistisch"].antwoord == "nee"


@pytest.mark.parametrize("code", sorted(FASE_IN_PROFIEL))
def test_wat_in_fase_2_gezegd_wordt_staat_in_het_profiel(client, an, code):
    veld, feit = FASE_IN_PROFIEL[code]
    traject = start_traject(client, door=an, op=OP)
    waarde = "nee" if veld == "antwoord" else "Iets dat gezegd is"
    antwoord = antwoord_op(traject, VRAAG_VAN_CODE[code])
    setattr(antwoord, veld, waarde)
    beantwoord_vraag(antwoord, [veld], door=an, op=OP)
    assert getattr(Profiel.objects.get(client=client), feit) == waarde
    assert Profielantwoord.objects.get().bron == Profielbron.FASE2


def test_een_antwoord_weghalen_is_niet_nee(client, an):
    traject = start_traject(client, door=an, op=OP)
    antwoord = antwoord_op(traject, VRAAG_VAN_CODE["rijbewijs"])
    antwoord.antwoord = "ja"
    antwoord = beantwoord_vraag(antwoord, ["antwoord"], door=an, op=OP)
    antwoord.antwoord = ""
    beantwoord_vraag(antwoord, ["antwoord"], door=an, op=OP)
    assert Profiel.objects.get().rijbewijs == "onbekend"


def test_de_geschiedenis_toont_elk_ander_antwoord_een_keer(client, an):
    for dag, waarde in enumerate(["kok", "bakker", "kok", "slager"]):
        intake = Intake.objects.filter(client=client).first() or Intake(client=client)
        intake.interesse = waarde
        bewaar_intake(intake, ["interesse"], door=an, op=OP + timedelta(days=dag))
    herkomst = herkomst_van(client)["wensen"]
    assert herkomst.laatste.waarde == "slager"
    assert [oud.waarde for oud in herkomst.vroeger] == ["kok", "bakker"]
