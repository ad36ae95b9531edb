"""The registration at VDAB: one record, whoever writes it, and an action for who needs help."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from clienten.enums import Antwoord
from clienten.models import Client
from clienten.profiel.models import Profiel, Profielantwoord, profiel_van
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.gereedschap.testing.maak_startklaar import maak_plaatsing
from tewerkstelling.startklaar.actions import vink_punt
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.models import Plaatsing
from trajecten.actions import (
    begin_doorverwijzing,
    bewaar_intake,
    bewaar_vdab,
    verstuur_doorverwijzing,
)
from trajecten.models import Actiepunt, Intake
from trajecten.tests.bundels import vul_in
from trajecten.vdab import vdab_van

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def vers(client):
    return Client.objects.select_related("profiel").get(pk=client.pk)


def adres(client):
    return reverse("trajecten:vdab_edit", args=[client.pk])


def punt(plaatsing):
    return checklist(Plaatsing.objects.met_alles().get(pk=plaatsing.pk)).punt("vdab")


def test_wat_niemand_vroeg_is_geen_nee(an):
    stand = vdab_van(maak_client(an))
    assert stand.ingeschreven == Antwoord.ONBEKEND
    assert stand.in_woorden == "Niet gevraagd of de cliënt bij VDAB ingeschreven is."


def test_de_intake_schrijft_het_en_elke_pagina_leest_het(an, bert, als):
    client = maak_client(bert, coach=an)
    intake = Intake(client=client, vdab_ingeschreven="ja", vdab_sinds=date(2026, 9, 1))
    bewaar_intake(intake, ["vdab_ingeschreven", "vdab_sinds"], door=an, op=OP)
    zin = "Ingeschreven bij VDAB als werkzoekende sinds 01/09/2026."
    assert vdab_van(vers(client)).in_woorden == zin
    for naam in ("trajecten:aanmelding", "trajecten:vdab_edit"):
        tekst = als(an).get(reverse(naam, args=[client.pk])).content.decode()
        assert zin in tekst
        assert "Laatst gezegd door An Claes, op 22/11/2026, in de intake." in tekst
    assert punt(maak_plaatsing(client, an, van=date(2026, 12, 1))).in_orde


def test_de_pagina_schrijft_status_dag_nummer_en_hulp(an, bert, als):
    """And the intake shows what was said since, not its own old words."""
    client = maak_client(bert, coach=an)
    bewaar_intake(
        Intake(client=client, vdab_ingeschreven="nee", vdab_hulp_nodig=True), ["vdab_ingeschreven"], door=an, op=OP
    )
    browser = als(bert)
    form = browser.get(adres(client)).context["form"]
    assert (form["vdab"].value(), form["vdab_hulp"].value()) == ("nee", True)
    gegevens = {"vdab": "ja", "vdab_sinds": "20/11/2026", "vdab_nummer": "1234567", "versie": form["versie"].value()}
    assert browser.post(adres(client), gegevens).status_code == 302
    client = vers(client)
    assert (client.vdab_nummer, client.profiel.vdab, client.profiel.vdab_hulp) == ("1234567", "ja", False)
    assert [rij.in_woorden for rij in Profielantwoord.objects.filter(feit="vdab")] == ["ja", "nee"]
    intake = als(an).get(reverse("trajecten:intake_edit", args=[client.pk])).context["form"]
    assert [intake[naam].value() for naam in ("vdab_ingeschreven", "vdab_hulp_nodig")] == ["ja", False]


def test_wie_hulp_nodig_heeft_krijgt_een_keer_een_actie_met_een_datum(an, bert):
    client = maak_client(bert, coach=an)
    for _ in range(2):
        profiel = profiel_van(vers(client))
        profiel.vdab_hulp = True
        bewaar_vdab(profiel, ["vdab_hulp"], nummer="", door=bert, op=OP)
    (actie,) = Actiepunt.objects.filter(client=client)
    assert (actie.omschrijving, actie.medewerker) == ("Inschrijven bij VDAB", bert)
    assert actie.vervalt_op > OP


def test_de_bundel_leest_en_schrijft_het_en_versturen_opent_de_actie(an, bert, als):
    """The paper says what was said then; the registration and the intake say it too, with who said it when."""
    client = maak_client(bert, coach=an)
    bundel = vul_in(begin_doorverwijzing(client, door=bert, op=OP), bert)
    stap = reverse("trajecten:doorverwijzing_stap", args=[client.pk, bundel.pk, 3])
    form = als(bert).get(stap).context["form"]
    assert form["vdab_ingeschreven"].value() == Antwoord.ONBEKEND
    als(bert).post(stap, velden_van(form, vdab_ingeschreven="nee", vdab_hulp_nodig="on"))
    zin = "Niet ingeschreven bij VDAB. De cliënt heeft hulp nodig bij de inschrijving."
    assert vdab_van(vers(client)).in_woorden == zin
    wie = "Laatst gezegd door Bert Maes, op 22/11/2026, in de doorverwijsbundel."
    for naam in ("trajecten:intake_edit", "trajecten:vdab_edit", "trajecten:aanmelding"):
        assert wie in als(an).get(reverse(naam, args=[client.pk])).content.decode(), naam
    papier = als(bert).get(reverse("trajecten:doorverwijzing_afdruk", args=[client.pk, bundel.pk])).content.decode()
    assert "niet ingeschreven, heeft hulp nodig bij de inschrijving" in " ".join(papier.split())
    assert not Actiepunt.objects.exists()
    bundel.refresh_from_db()
    verstuur_doorverwijzing(bundel, door=bert, op=OP)
    assert Actiepunt.objects.get(client=client).omschrijving == "Inschrijven bij VDAB"


def test_een_nieuwe_bundel_begint_met_wat_al_gezegd_is(an, bert, als):
    client = maak_client(bert, coach=an)
    Profiel.objects.create(client=client, vdab="ja", vdab_sinds=date(2026, 9, 1), wensen="Buiten werken")
    bundel = begin_doorverwijzing(client, door=bert, op=OP)
    papier = als(bert).get(reverse("trajecten:doorverwijzing_detail", args=[client.pk, bundel.pk])).content.decode()
    assert "ingeschreven, sinds 01/09/2026" in papier
    assert "Buiten werken" in papier
    assert not Profielantwoord.objects.exists()


def test_fase_2_leest_en_schrijft_het(an, bert, als):
    client = maak_client(bert, coach=an)
    maak_traject(client, an)
    traject = reverse("trajecten:traject_detail", args=[client.pk])
    vraag = reverse("trajecten:vraag_beantwoorden", args=[client.pk, "vdab"])
    assert als(an).post(vraag, {"antwoord": "ja", "versie": "0"}).status_code == 302
    assert vdab_van(vers(client)).van_wie == "Laatst gezegd door An Claes, op 22/11/2026, bij fase 2."
    profiel = Profiel.objects.select_related("client").get()
    profiel.vdab = Antwoord.NEE
    bewaar_vdab(profiel, ["vdab"], nummer="", door=bert, op=OP)
    pagina = als(an).get(traject)
    (regel,) = (r for vak in pagina.context["vakken"] for r in vak.regels if r.vraag.code == "vdab")
    assert regel.form["antwoord"].value() == "nee"
    assert "Laatst gezegd door Bert Maes, op 22/11/2026" in regel.antwoord.van_wie
    assert adres(client) in pagina.content.decode()


def test_de_startlijst_afvinken_neemt_de_vraag_om_hulp_weg(an, bert):
    client = maak_client(bert, coach=an)
    Profiel.objects.create(client=client, vdab="nee", vdab_hulp=True)
    vink_punt(maak_plaatsing(client, an, van=date(2026, 12, 1)), "vdab", door=an, op=OP)
    assert vdab_van(vers(client)).in_woorden == "Ingeschreven bij VDAB als werkzoekende sinds 22/11/2026."


def test_de_eindlijst_leest_en_schrijft_het(an, bert, als):
    """Registered again after art.60: a registration of before the contract is another one; a later one stays."""
    client = maak_client(bert, coach=an)
    contract = maak_contract(client, an, van=date(2026, 1, 5), laatste_dag=date(2026, 11, 20))
    Profiel.objects.create(client=client, vdab="ja", vdab_sinds=date(2025, 3, 3))
    url = reverse("einde:punt_beantwoorden", args=[client.pk, contract.pk, "vdab"])
    pagina = als(an).get(url)
    assert "Ingeschreven bij VDAB als werkzoekende sinds 03/03/2025." in pagina.text
    als(an).post(url, velden_van(pagina.context["form"], antwoord="gedaan"))
    stand = vdab_van(vers(client))
    assert stand.in_woorden == "Ingeschreven bij VDAB als werkzoekende sinds 22/11/2026."
    assert stand.van_wie == "Laatst gezegd door An Claes, op 22/11/2026, bij het einde van art.60."
    als(an).post(url, velden_van(als(an).get(url).context["form"], toelichting="Samen gedaan."))
    assert Profielantwoord.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "nog niet nagekeken"),
        ({"vdab": "nee"}, "niet ingeschreven bij VDAB"),
        ({"vdab": "ja"}, "nog niet sinds wanneer"),
        ({"vdab": "ja", "vdab_sinds": date(2026, 12, 2)}, "na de eerste werkdag"),
        ({"vdab": "ja", "vdab_sinds": date(2026, 12, 1)}, ""),
    ],
)
def test_de_startlijst_leest_het_en_is_nooit_groen_door_niet_weten(an, bert, velden, zin):
    client = maak_client(bert, coach=an)
    plaatsing = maak_plaatsing(client, an, van=date(2026, 12, 1))
    Profiel.objects.create(client=client, **velden)
    gevonden = punt(plaatsing)
    assert gevonden.in_orde == (not zin)
    assert zin in " ".join(gevonden.ontbreekt)


def test_een_vinkje_op_de_startlijst_staat_ook_in_het_dossier(an, bert):
    client = maak_client(bert, coach=an)
    plaatsing = maak_plaatsing(client, an, van=date(2026, 12, 1))
    vink_punt(plaatsing, "vdab", door=an, op=OP, dag=date(2026, 11, 2))
    stand = vdab_van(vers(client))
    assert stand.in_woorden == "Ingeschreven bij VDAB als werkzoekende sinds 02/11/2026."
    assert "bij de startlijst" in stand.van_wie
    vink_punt(plaatsing, "vdab", door=an, op=OP)  # a later tick does not make the registration younger
    assert vdab_van(vers(client)).sinds == date(2026, 11, 2)


def test_een_dag_zonder_inschrijving_of_in_de_toekomst_kan_niet(an, bert, als):
    client = maak_client(bert, coach=an)
    for gegevens, zin in (
        ({"vdab": "nee", "vdab_sinds": "01/11/2026"}, "Kies een van beide"),
        ({"vdab": "ja", "vdab_sinds": "01/12/2026"}, "ligt in de toekomst"),
    ):
        antwoord = als(bert).post(adres(client), gegevens)
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    assert not Profiel.objects.exists()


def test_de_lijn_van_de_werkervaring_staat_erbij(an, bert, als):
    client = maak_client(bert, coach=an)
    maak_twe(client, an, start=date(2026, 10, 1), status="geblokkeerd")
    tekst = als(an).get(adres(client)).content.decode()
    assert "Werkervaring in Mijn Loopbaan voor Partners" in tekst
    assert "Geblokkeerd door een andere partner" in tekst
