"""Whose turn a bundle is, what it refuses with which sentence, and who gets and loses access by sending it."""

from datetime import timedelta

import pytest

from clienten.enums import Stap
from clienten.models import Client, Stand, Toewijzing
from clienten.profiel.models import Diploma, Taalkennis
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import (
    beantwoord_doorverwijzing,
    begin_doorverwijzing,
    bewaar_bundelstap,
    lees_antwoord,
    sluit_traject_af,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
    weigering_voor_doorverwijzing,
)
from trajecten.beloften import ANTWOORD
from trajecten.enums import Doorverwijsstatus, Stopreden, Voorwaarde
from trajecten.models import Afspraak, Doorverwijzing, Voorwaardeantwoord
from trajecten.tests.bundels import vul_in

pytestmark = pytest.mark.databank


# --- what is refused, and with which sentence --------------------------------------------------------------
def sluit(client):
    Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    client.refresh_from_db()


def test_een_gesloten_dossier_begint_en_verstuurt_niets(klad, bert):
    vul_in(klad, bert)
    sluit(klad.client)
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        verstuur_doorverwijzing(klad, door=bert, op=vandaag())
    klad.delete()
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        begin_doorverwijzing(klad.client, door=bert, op=vandaag())


@pytest.mark.parametrize("status", Doorverwijsstatus)
def test_alleen_een_klad_en_een_aanvulling_zijn_in_te_vullen(status):
    reden = Doorverwijzing(status=status).weigering_voor_invullen()
    assert bool(reden) == (status not in {"klad", "aanvulling"})
    assert not reden or Doorverwijsstatus(status).label.lower() in reden


@pytest.mark.parametrize(
    ("van", "naar"), [(van, naar) for van in Doorverwijsstatus for naar in Doorverwijsstatus if naar != "verstuurd"]
)
def test_wat_op_wat_volgt(van, naar):
    mag = {
        "verstuurd": {"aanvaard", "aanvulling", "afgewezen", "klad"},
        "aanvulling": {"klad"},
    }.get(van, set())
    assert (Doorverwijzing(status=van).weigering_voor(naar) == "") is (naar in mag)


@pytest.mark.parametrize("status", ["verstuurd", "aanvaard", "afgewezen"])
def test_wat_vertrokken_is_vertrekt_niet_nog_eens(status):
    assert "kan niet “Verstuurd” worden" in Doorverwijzing(status=status).weigering_voor(Doorverwijsstatus.VERSTUURD)


@pytest.mark.parametrize(
    ("mw", "client", "zin"),
    [(0, 0, ""), (1, 1, ""), (0, 1, ""), (-1, 0, "Bevestig opnieuw"), (0, -1, "Bevestig opnieuw")],
)
def test_na_een_aanvulling_bevestigen_beide_opnieuw(klad, bert, mw, client, zin):
    vul_in(klad, bert)
    klad.status, klad.behandeld_op = "aanvulling", vandaag()
    klad.mw_akkoord_op, klad.client_akkoord_op = vandaag() + timedelta(days=mw), vandaag() + timedelta(days=client)
    reden = klad.weigering_voor(Doorverwijsstatus.VERSTUURD)
    assert zin in reden
    assert bool(reden) is bool(zin)


def test_versturen_op_een_versie_die_een_collega_intussen_wijzigde_gaat_niet(klad, bert, griet):
    vul_in(klad, bert)
    Doorverwijzing.objects.filter(pk=klad.pk).update(versie=klad.versie + 1)
    with pytest.raises(Geweigerd, match="Lees hem opnieuw na"):
        verstuur_doorverwijzing(klad, door=bert, op=vandaag())
    assert Doorverwijzing.objects.get().status == "klad"


def test_versturen_wat_een_collega_net_verstuurde_gaat_niet(klad, bert, griet):
    vul_in(klad, bert)
    Doorverwijzing.objects.filter(pk=klad.pk).update(status="verstuurd", verstuurd_op=vandaag())
    with pytest.raises(Geweigerd, match="intussen gewijzigd"):
        verstuur_doorverwijzing(klad, door=griet, op=vandaag())


def test_twee_die_tegelijk_beginnen_een_wint(bert, griet, monkeypatch):
    """Both looked before either wrote: then the constraint says it, with the same sentence."""
    client = maak_client(bert)
    begin_doorverwijzing(client, door=bert, op=vandaag())
    monkeypatch.setattr("trajecten.actions.doorverwijzing.weigering_voor_doorverwijzing", lambda client: "")
    with pytest.raises(Geweigerd, match="al een doorverwijzing"):
        begin_doorverwijzing(client, door=griet, op=vandaag())
    assert Doorverwijzing.objects.count() == 1


def test_na_een_afwijzing_en_voor_een_andere_client_kan_een_nieuwe_bundel(verstuurd, bert, an):
    assert begin_doorverwijzing(maak_client(bert), door=bert, op=vandaag()).pk
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    assert begin_doorverwijzing(verstuurd.client, door=bert, op=vandaag()).pk


def test_een_traject_van_een_ander_of_van_vroeger_houdt_een_bundel_niet_tegen(bert, an):
    maak_traject(maak_client(an), an)
    client = maak_client(bert)
    sluit_traject_af(maak_traject(client, an), reden=Stopreden.VERHUISD, door=an, op=vandaag())
    assert weigering_voor_doorverwijzing(client) == ""
    klad = begin_doorverwijzing(client, door=bert, op=vandaag())
    assert "Er loopt al een doorverwijzing" in weigering_voor_doorverwijzing(client)
    verstuur_doorverwijzing(vul_in(klad, bert), door=bert, op=vandaag())
    assert Stand.objects.get(client=client).stap == Stap.DOORVERWEZEN


def test_wat_verstuurd_is_vult_niemand_meer_in(verstuurd, bert):
    with pytest.raises(Geweigerd, match="niet meer wijzigen"):
        bewaar_bundelstap(verstuurd, ["situatie"], door=bert, op=vandaag())


def test_versturen_raakt_alleen_die_bundel_en_begint_een_nieuwe_ronde(klad, bert, griet, an):
    buur = vul_in(begin_doorverwijzing(maak_client(bert), door=bert, op=vandaag()), bert)
    vul_in(klad, bert)
    versie, toen = klad.versie, klad.gewijzigd_op
    verstuur_doorverwijzing(klad, door=griet, op=vandaag())
    assert (klad.versie, klad.gewijzigd_door, klad.gewijzigd_op > toen) == (versie + 1, griet, True)
    buur.refresh_from_db()
    assert buur.status == "klad"
    toen = klad.gewijzigd_op
    beantwoord_doorverwijzing(klad, Doorverwijsstatus.AANVULLING, antwoord="?", door=an, op=vandaag())
    assert klad.gewijzigd_op > toen
    lees_antwoord(klad, door=bert, op=vandaag())
    verstuur_doorverwijzing(klad, door=bert, op=vandaag())
    assert (klad.behandeld_op, klad.behandeld_door, klad.antwoord_gelezen_op) == (None, None, None)


def test_een_klad_neemt_over_wat_het_dossier_al_weet(bert):
    client, ander = maak_client(bert, taal="", taalniveau="A2"), maak_client(bert)
    Diploma.objects.create(client=client, naam="Lassen")
    Diploma.objects.create(client=ander, naam="Bakken")
    Taalkennis.objects.create(client=ander, taal="Pools")
    klad = begin_doorverwijzing(client, door=bert, op=vandaag())
    assert (klad.opleiding, klad.talen.startswith("Nederlands: "), "\n" in klad.talen) == ("Lassen", True, False)
    assert (klad.van, klad.begonnen_op, klad.gewijzigd_door, str(klad)) == (
        bert,
        vandaag(),
        bert,
        "Doorverwijzing (Klad)",
    )
    assert Journaalregel.objects.filter(wat="doorverwijzing_bewaard", client_id=client.pk).count() == 1


def test_een_stap_staat_met_haar_velden_in_het_journaal_en_antwoorden_overschrijven(klad, bert):
    vul_in(klad, bert)
    antwoord = Voorwaardeantwoord(voorwaarde="steun", antwoord="nee", nota="Loopt nog", op=vandaag())
    bewaar_bundelstap(klad, [], [antwoord], door=bert, op=vandaag())
    assert klad.voorwaarden.count() == len(Voorwaarde)
    rij = klad.voorwaarden.get(voorwaarde="steun")
    assert (rij.antwoord, rij.nota) == ("nee", "Loopt nog")
    assert str(rij).endswith(": nee")
    regels = Journaalregel.objects.filter(wat="doorverwijzing_bewaard", details__velden__0="situatie")
    assert [regel.details["velden"] for regel in regels] == [["situatie", "aan", "mw_akkoord_op", "client_akkoord_op"]]


# --- the answer ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("besluit", [Doorverwijsstatus.AANVULLING, Doorverwijsstatus.AFGEWEZEN])
def test_zonder_bericht_geen_aanvulling_en_geen_afwijzing(verstuurd, an, besluit):
    with pytest.raises(Geweigerd, match="Schrijf wat je nog nodig hebt"):
        beantwoord_doorverwijzing(verstuurd, besluit, antwoord="  ", door=an, op=vandaag())
    assert Doorverwijzing.objects.get().status == "verstuurd"


def test_aanvaarden_zonder_trajectbegeleider_kan_niet_en_wie_gevraagd_was_is_het(klad, bert, griet, an):
    verstuurd = verstuur_doorverwijzing(vul_in(klad, bert), door=bert, op=vandaag())
    with pytest.raises(Geweigerd, match="Kies wie de cliënt"):
        beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVAARD, door=griet, op=vandaag())
    Doorverwijzing.objects.update(aan=an)
    verstuurd.refresh_from_db()
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVAARD, antwoord=" Welkom ", door=griet, op=vandaag())
    assert (verstuurd.antwoord, verstuurd.behandeld_op, verstuurd.behandeld_door) == ("Welkom", vandaag(), griet)
    assert Stand.objects.get().coach == an
    assert not Afspraak.objects.exists()


def test_afwijzen_hoeft_geen_trajectbegeleider(verstuurd, griet):
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=griet, op=vandaag())
    assert verstuurd.status == "afgewezen"


def test_de_gekozen_coach_gaat_voor_wie_gevraagd_was(verstuurd, griet, an, aalst):
    els = maak_medewerker("Els", "Bos", aalst, Rol.ATB)
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVAARD, door=an, op=vandaag(), coach=els)
    assert Stand.objects.get().coach == els


@pytest.mark.parametrize(
    ("besluit", "wat", "coach"),
    [("aanvaard", "doorverwijzing_aanvaard", True), ("afgewezen", "doorverwijzing_afgewezen", False),
     ("aanvulling", "doorverwijzing_aanvulling", False)],
)  # fmt: skip
def test_elk_antwoord_heeft_zijn_regel_en_alleen_een_ja_wijst_toe(verstuurd, an, besluit, wat, coach):
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus(besluit), antwoord="Zo is het.", door=an, op=vandaag())
    assert Journaalregel.objects.get(wat=wat).client_id == verstuurd.client_id
    assert Toewijzing.objects.filter(rol="atb", tot=None).exists() is coach


def test_een_antwoord_meldt_alleen_de_afzender_van_die_bundel(verstuurd, klad, bert, griet, an):
    ander = verstuur_doorverwijzing(
        vul_in(begin_doorverwijzing(maak_client(griet), door=griet, op=vandaag()), griet), door=griet, op=vandaag()
    )
    beantwoord_doorverwijzing(ander, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    Melding.objects.all().delete()
    Termijn.objects.update(gemarkeerd_op=None)
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVAARD, door=an, op=vandaag())
    (melding,) = Melding.objects.all()
    assert (melding.termijn.client, melding.termijn.soort) == (verstuurd.client, ANTWOORD)


def test_wat_al_gelezen_werd_meldt_zich_niet_opnieuw(verstuurd, bert, an):
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVULLING, antwoord="?", door=an, op=vandaag())
    lees_antwoord(verstuurd, door=bert, op=vandaag())
    verstuur_doorverwijzing(verstuurd, door=bert, op=vandaag())
    Melding.objects.all().delete()
    Termijn.objects.update(gemarkeerd_op=None)
    morgen = vandaag() + timedelta(days=1)
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=morgen)
    assert Melding.objects.count() == 1


def test_lezen_voor_er_een_antwoord_is_telt_niet_en_twee_keer_lezen_is_een_keer(verstuurd, bert, an):
    lees_antwoord(verstuurd, door=bert, op=vandaag())
    assert verstuurd.antwoord_gelezen_op is None
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    for dagen in (1, 2):
        lees_antwoord(verstuurd, door=bert, op=vandaag() + timedelta(days=dagen))
    assert verstuurd.antwoord_gelezen_op == vandaag() + timedelta(days=1)


def test_een_antwoord_lezen_raakt_een_andere_bundel_niet(verstuurd, bert, an):
    ander = verstuur_doorverwijzing(
        vul_in(begin_doorverwijzing(maak_client(bert), door=bert, op=vandaag()), bert), door=bert, op=vandaag()
    )
    for rij in (verstuurd, ander):
        beantwoord_doorverwijzing(rij, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    lees_antwoord(verstuurd, door=bert, op=vandaag())
    ander.refresh_from_db()
    assert ander.antwoord_gelezen_op is None


def test_een_client_met_een_traject_houdt_zijn_fase_in_de_lijst(verstuurd, an):
    maak_traject(verstuurd.client, an)
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Loopt al", door=an, op=vandaag())
    assert Stand.objects.get().stap == Stap.FASE_1


def test_wie_van_twee_intrekt_terwijl_een_collega_antwoordt_leest_dat(verstuurd, bert, an):
    oud = Doorverwijzing.objects.get()
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="Deze bundel is intussen beantwoord"):
        trek_doorverwijzing_in(oud, door=bert, op=vandaag())
    with pytest.raises(Geweigerd, match="kan niet “Klad” worden"):
        trek_doorverwijzing_in(verstuurd, door=bert, op=vandaag())


def test_een_ingetrokken_bundel_wacht_op_niemand_meer_en_staat_in_het_journaal(verstuurd, bert):
    versie = verstuurd.versie
    trek_doorverwijzing_in(verstuurd, door=bert, op=vandaag())
    assert (verstuurd.verstuurd_op, verstuurd.behandeld_op, verstuurd.versie) == (None, None, versie + 1)
    assert Stand.objects.get().stap == Stap.NIEUW
    assert Journaalregel.objects.filter(wat="doorverwijzing_bewaard", details={"ingetrokken": True}).count() == 1


# --- across the border -----------------------------------------------------------------------------------------
@pytest.fixture
def over_de_grens(oona, carla, samenwerking):
    klad = begin_doorverwijzing(maak_client(oona), door=oona, op=vandaag())
    return verstuur_doorverwijzing(vul_in(klad, oona, aan=carla), door=oona, op=vandaag())


def lopend(rij):
    return list(Toewijzing.objects.filter(client=rij.client, rol="atb", tot=None).values_list("medewerker", flat=True))


def test_versturen_over_de_grens_geeft_toegang_en_intrekken_neemt_ze_weg(over_de_grens, oona, carla):
    assert lopend(over_de_grens) == [carla.pk]
    trek_doorverwijzing_in(over_de_grens, door=oona, op=vandaag())
    assert lopend(over_de_grens) == []
    assert Stand.objects.get().coach is None
    regel = Journaalregel.objects.get(wat="toewijzing_beeindigd")
    assert (regel.details, regel.client_id) == ({"medewerker": carla.pk, "rol": "atb"}, over_de_grens.client_id)
    assert Toewijzing.objects.get(rol="atb").tot == vandaag()


def test_binnen_het_eigen_ocmw_wijst_versturen_niemand_toe(klad, bert, an):
    verstuur_doorverwijzing(vul_in(klad, bert, aan=an), door=bert, op=vandaag())
    assert lopend(klad) == []
    klad.refresh_from_db()
    assert klad.statusregel == f"Verstuurd op {vandaag():%d/%m/%Y} aan An Claes, wacht op antwoord"


def test_een_coach_van_voor_het_versturen_en_een_van_het_eigen_ocmw_blijven(over_de_grens, oona, carla, oud_turnhout):
    Toewijzing.objects.update(van=vandaag() - timedelta(days=1))
    trek_doorverwijzing_in(over_de_grens, door=oona, op=vandaag())
    assert lopend(over_de_grens) == [carla.pk], "she followed the client before"
    Toewijzing.objects.filter(medewerker=carla).update(tot=vandaag())
    piet = maak_medewerker("Piet", "Eigen", oud_turnhout, Rol.ATB)
    verstuur_doorverwijzing(over_de_grens, door=oona, op=vandaag())
    Toewijzing.objects.filter(rol="atb", tot=None).update(medewerker=piet)
    trek_doorverwijzing_in(over_de_grens, door=oona, op=vandaag())
    assert lopend(over_de_grens) == [piet.pk]
    assert not Journaalregel.objects.filter(wat="toewijzing_beeindigd").exists(), "what ended before does not end again"


def test_een_andere_client_en_een_maatschappelijk_werker_over_de_grens_blijven(over_de_grens, oona, carla, dirk):
    ander = maak_client(oona)
    ander.toewijzingen.create(medewerker=carla, rol="atb", van=vandaag())
    over_de_grens.client.toewijzingen.filter(rol="mw").update(tot=vandaag())
    over_de_grens.client.toewijzingen.create(medewerker=dirk, rol="mw", van=vandaag())
    trek_doorverwijzing_in(over_de_grens, door=oona, op=vandaag())
    assert ander.toewijzingen.filter(medewerker=carla, tot=None).exists()
    assert over_de_grens.client.toewijzingen.filter(medewerker=dirk, tot=None).exists()


def test_een_aanvulling_opnieuw_versturen_houdt_wie_gevraagd_was(over_de_grens, oona, carla, turnhout):
    beantwoord_doorverwijzing(
        over_de_grens, Doorverwijsstatus.AANVULLING, antwoord="Welk rijbewijs?", door=carla, op=vandaag()
    )
    assert lopend(over_de_grens) == [carla.pk]
    verstuur_doorverwijzing(over_de_grens, door=oona, op=vandaag())
    assert not Journaalregel.objects.filter(wat="toewijzing_beeindigd").exists()
    nog = maak_medewerker("Nel", "Bos", turnhout, Rol.ATB)
    beantwoord_doorverwijzing(over_de_grens, Doorverwijsstatus.AANVULLING, antwoord="?", door=carla, op=vandaag())
    vul_in(over_de_grens, oona, aan=nog)
    verstuur_doorverwijzing(over_de_grens, door=oona, op=vandaag())
    assert lopend(over_de_grens) == [nog.pk]
    assert over_de_grens.statusregel.endswith("aan Nel Bos, wacht op antwoord")
    beantwoord_doorverwijzing(over_de_grens, Doorverwijsstatus.AANVULLING, antwoord="?", door=nog, op=vandaag())
    vul_in(over_de_grens, oona, aan=None)
    verstuur_doorverwijzing(over_de_grens, door=oona, op=vandaag())
    assert lopend(over_de_grens) == [], "it went to the own team: nobody across the border reads it any more"


def test_een_dossier_dat_morgen_wordt_toegewezen_eindigt_niet_voor_het_begint(over_de_grens, oona, carla):
    Toewijzing.objects.filter(medewerker=carla).update(van=vandaag() + timedelta(days=3))
    trek_doorverwijzing_in(over_de_grens, door=oona, op=vandaag())
    assert Toewijzing.objects.get(medewerker=carla).tot == vandaag() + timedelta(days=3)


# --- whose turn it is ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", Doorverwijsstatus)
def test_een_bundel_wacht_alleen_op_iemand_zolang_er_geen_antwoord_is(klad, an, status):
    klad.status, klad.aan = status, an
    assert klad.wacht_op(an) is (status in {"verstuurd", "aanvulling"})


def test_een_bundel_wacht_op_wie_gevraagd_is_of_op_het_eigen_team(verstuurd, an, griet, bert, carla, samenwerking):
    assert [verstuurd.wacht_op(wie) for wie in (an, griet, bert, carla)] == [True, True, False, False]
    verstuurd.aan = an
    assert [verstuurd.wacht_op(wie) for wie in (an, griet)] == [True, False]
    assert list(Doorverwijzing.objects.te_behandelen()) == [verstuurd]
    verstuurd.status = "klad"
    verstuurd.save()
    assert list(Doorverwijzing.objects.te_behandelen()) == []


def test_de_statusregel_zegt_hetzelfde_aan_beide_kanten(klad, bert, an):
    assert klad.statusregel == f"Klad van Bert Maes, begonnen op {vandaag():%d/%m/%Y}"
    verstuurd = verstuur_doorverwijzing(vul_in(klad, bert), door=bert, op=vandaag())
    dag = f"{vandaag():%d/%m/%Y}"
    assert verstuurd.statusregel == f"Verstuurd op {dag} aan het team, wacht op antwoord"
    verstuurd.behandeld_op, verstuurd.behandeld_door = vandaag(), an
    for status, woord in (
        ("aanvaard", "aanvaard door"), ("aanvulling", "aanvulling gevraagd door"), ("afgewezen", "afgewezen door"),
        ("verstuurd", "bekeken door"),
    ):  # fmt: skip
        verstuurd.status = status
        assert verstuurd.statusregel == f"Verstuurd op {dag} aan het team, {woord} An Claes op {dag}"
