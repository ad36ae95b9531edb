"""The doorverwijsbundel from draft to answer."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clienten.enums import Stap, Statuut
from clienten.models import Client, Stand, Toewijzing
from clienten.profiel.models import Diploma, Taalkennis
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.actions import voldoe_termijn
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import (
    beantwoord_doorverwijzing,
    begin_doorverwijzing,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
)
from trajecten.beloften import ANTWOORD, BUNDEL, EERSTE_GESPREK
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Afspraak, Doorverwijzing
from trajecten.tests.bundels import vul_in

pytestmark = pytest.mark.databank


def url(naam, bundel, *rest):
    return reverse(f"trajecten:{naam}", args=[bundel.client_id, bundel.pk, *rest])


def test_vijf_stappen_in_de_browser_tot_en_met_versturen(bert, an, als):
    client = maak_client(bert, taal="Dari", statuut=Statuut.LEEFLOON)
    Diploma.objects.create(client=client, naam="Lassen", land="Syrië", jaar=2012)
    Taalkennis.objects.create(client=client, taal="Engels", niveau="B1")
    browser = als(bert)
    stap = browser.post(reverse("trajecten:doorverwijzing_beginnen", args=[client.pk])).url
    bundel = Doorverwijzing.objects.get()
    anders = {
        1: {"situatie": "Alleenstaand"},
        2: {"huisvesting_antwoord": "nee", "huisvesting_nota": "Verhuist in mei"},
        3: {"werkervaring": "Bakkerij"},
        4: {"wensen": "Werken met de handen"},
        5: {"mw_akkoord_op": str(vandaag()), "client_akkoord_op": str(vandaag()), "aan": str(an.pk)},
    }
    for nummer, wijziging in anders.items():
        assert stap == url("doorverwijzing_stap", bundel, nummer)
        form = browser.get(stap).context["form"]
        if nummer == 3:
            assert "Lassen, Syrië, 2012" in form["opleiding"].value()
            assert form["talen"].value() == "Dari (moedertaal)\nEngels B1"
        if nummer == 2:
            assert form["steun_antwoord"].value() == "ja"  # the file says leefloon
        stap = browser.post(stap, velden_van(form, volgende="1", **wijziging)).url
    pagina = browser.get(stap)
    for tekst in ("Alleenstaand", "Verhuist in mei", "Bakkerij", "Lassen", f"Verstuur aan {an.naam}", "1 van de vijf"):
        assert tekst in pagina.text
    bundel.refresh_from_db()
    browser.post(url("doorverwijzing_versturen", bundel), {"versie": bundel.versie})
    bundel.refresh_from_db()
    assert (bundel.status, bundel.aan, bundel.verstuurd_op) == ("verstuurd", an, vandaag())


def test_versturen_zet_termijn_stand_en_journaal(verstuurd):
    termijn = Termijn.objects.open().get()
    assert (termijn.soort, termijn.vervalt_op) == (BUNDEL, vandaag() + timedelta(days=14))
    assert Stand.objects.get().stap == Stap.DOORVERWEZEN
    assert Journaalregel.objects.filter(wat="doorverwezen", client_id=verstuurd.client_id).exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"situatie": ""}, "situatie"),
        ({"situatie": "  "}, "situatie"),
        ({"client_akkoord_op": None}, "bevestigen allebei"),
        ({"mw_akkoord_op": None}, "bevestigen allebei"),
    ],
)
def test_een_onvolledige_bundel_vertrekt_niet(klad, bert, anders, zin):
    vul_in(klad, bert)
    for veld, waarde in anders.items():
        setattr(klad, veld, waarde)
    klad.save()
    with pytest.raises(Geweigerd, match=zin):
        verstuur_doorverwijzing(klad, door=bert, op=vandaag())


def test_zonder_de_vijf_voorwaarden_vertrekt_de_bundel_niet(klad, bert, als):
    vul_in(klad, bert)
    klad.voorwaarden.first().delete()
    als(bert).post(url("doorverwijzing_versturen", klad), {"versie": klad.versie})
    klad.refresh_from_db()
    assert klad.status == "klad"
    assert "Beantwoord eerst de vijf voorwaarden" in als(bert).get(url("doorverwijzing_detail", klad)).text


def test_versturen_op_een_oude_versie_vraagt_om_opnieuw_te_lezen(klad, bert, als):
    vul_in(klad, bert)
    als(bert).post(url("doorverwijzing_versturen", klad), {"versie": klad.versie - 1})
    klad.refresh_from_db()
    assert klad.status == "klad"


def test_bewaren_terwijl_je_typt_en_dan_zelf_verdergaan_botst_niet(klad, bert, als):
    adres = url("doorverwijzing_stap", klad, 1)
    form = als(bert).get(adres).context["form"]
    deel = als(bert).post(adres, velden_van(form, situatie="Half", automatisch="1"), headers={"HX-Request": "true"})
    assert "Bewaard om" in deel.text
    assert 'name="versie" id="id_versie" value="2" hx-swap-oob="true"' in deel.text
    # The click on "Volgende" was on its way with the old version.
    assert als(bert).post(adres, velden_van(form, situatie="Heel", volgende="1")).status_code == 302
    klad.refresh_from_db()
    assert (klad.situatie, klad.versie) == ("Heel", 3)


def test_twee_maatschappelijk_werkers_in_dezelfde_stap_verliezen_niets(klad, bert, griet, als):
    adres = url("doorverwijzing_stap", klad, 2)
    van_bert, van_griet = (als(wie).get(adres).context["form"] for wie in (bert, griet))
    als(bert).post(adres, velden_van(van_bert, huisvesting_nota="Woont bij zijn broer", steun_antwoord="ja"))
    automatisch = als(griet).post(adres, velden_van(van_griet, huisvesting_nota="Zoekt een studio", automatisch="1"))
    assert "Bert Maes wijzigde dit intussen" in automatisch.text
    pagina = als(griet).post(adres, velden_van(van_griet, huisvesting_nota="Zoekt een studio"))
    assert pagina.status_code == 409
    assert "Woont bij zijn broer" in pagina.text
    als(griet).post(adres, velden_van(pagina.context["form"], huisvesting_nota="Bij zijn broer, zoekt een studio"))
    rijen = {rij.voorwaarde: rij for rij in klad.voorwaarden.all()}
    assert rijen["huisvesting"].nota == "Bij zijn broer, zoekt een studio"
    assert rijen["steun"].antwoord == "ja"


def test_een_datum_in_de_toekomst_wordt_geweigerd_en_blijft_staan(klad, bert, als):
    adres = url("doorverwijzing_stap", klad, 5)
    data = velden_van(als(bert).get(adres).context["form"], client_akkoord_op="2999-01-01")
    pagina = als(bert).post(adres, data)
    assert "toekomst" in pagina.text
    assert 'value="01/01/2999"' in pagina.text
    assert "Nog niet bewaard" in als(bert).post(adres, {**data, "automatisch": "1"}).text


def test_aanvaarden_maakt_de_atb_coach_en_nodigt_uit(verstuurd, an, als):
    dag = vandaag() + timedelta(days=3)
    data = {
        "besluit": "aanvaard",
        "afspraak_op_0": f"{dag:%d/%m/%Y}",
        "afspraak_op_1": "10:00",
        "afspraak_plaats": "Lokaal 2",
    }
    antwoord = als(an).post(url("doorverwijzing_antwoord", verstuurd), data)
    assert antwoord.url == reverse("trajecten:aanmelding", args=[verstuurd.client_id])
    verstuurd.refresh_from_db()
    assert (verstuurd.status, verstuurd.behandeld_door) == ("aanvaard", an)
    assert Toewijzing.objects.get(rol="atb", tot=None).medewerker == an
    stand = Stand.objects.get()
    assert (stand.stap, stand.coach, stand.volgende_afspraak_op) == (Stap.INTAKE, an, vandaag() + timedelta(days=3))
    assert Afspraak.objects.get().plaats == "Lokaal 2"
    termijn = Termijn.objects.open().get(soort=EERSTE_GESPREK)
    assert termijn.verantwoordelijke == an


def test_aanvulling_gaat_terug_naar_de_afzender_en_vraagt_een_nieuw_akkoord(verstuurd, bert, an, als):
    als(an).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "aanvulling", "antwoord": "Welk rijbewijs?"})
    verstuurd.refresh_from_db()
    assert verstuurd.status == "aanvulling"
    assert Termijn.objects.open().get(soort=BUNDEL).verantwoordelijke == bert
    assert "Welk rijbewijs?" in als(bert).get(url("doorverwijzing_stap", verstuurd, 1)).text
    assert f"aanvulling gevraagd door {an.naam}" in als(bert).get(f"/clienten/{verstuurd.client_id}/aanmelding/").text
    verstuur_doorverwijzing(verstuurd, door=bert, op=vandaag())
    assert verstuurd.status == "verstuurd"
    beantwoord_doorverwijzing(
        verstuurd, Doorverwijsstatus.AANVULLING, antwoord="Nog iets", door=an, op=vandaag() + timedelta(days=1)
    )
    with pytest.raises(Geweigerd, match="Bevestig opnieuw"):
        verstuur_doorverwijzing(verstuurd, door=bert, op=vandaag() + timedelta(days=1))


def test_afwijzen_vraagt_een_reden_en_de_afzender_leest_ze(verstuurd, bert, an, als):
    pagina = als(an).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "afgewezen"})
    assert pagina.status_code == 422
    assert "Schrijf waarom." in pagina.text
    als(an).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "afgewezen", "antwoord": "Nog student"})
    assert "Nog student" in als(bert).get(f"/clienten/{verstuurd.client_id}/aanmelding/").text
    assert not Termijn.objects.open().exclude(soort=ANTWOORD).exists()
    assert Stand.objects.get().stap == Stap.NIEUW


def test_twee_trajectbegeleiders_tegelijk_een_wint(verstuurd, an, aalst, griet):
    een, twee = (Doorverwijzing.objects.get(pk=verstuurd.pk) for _ in range(2))
    beantwoord_doorverwijzing(een, Doorverwijsstatus.AANVAARD, door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="intussen beantwoord"):
        beantwoord_doorverwijzing(
            twee, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=griet, op=vandaag(), coach=an
        )
    verstuurd.refresh_from_db()
    assert verstuurd.status == "aanvaard"
    assert Journaalregel.objects.filter(wat__startswith="doorverwijzing_a").count() == 1


def test_intrekken_maakt_er_weer_een_klad_van(verstuurd, bert):
    trek_doorverwijzing_in(verstuurd, door=bert, op=vandaag())
    assert verstuurd.status == "klad"
    assert not Termijn.objects.open().exists()


def test_wie_de_bundel_moet_lezen_hoeft_geen_reden_te_geven_de_rest_van_het_dossier_wel(verstuurd, an, als):
    assert als(an).get(url("doorverwijzing_detail", verstuurd)).status_code == 200
    assert Journaalregel.objects.get(wat="dossier_bekeken").reden == "doorverwijzing"
    assert "/reden/" in als(an).get(f"/clienten/{verstuurd.client_id}/gegevens/").url


def test_over_de_grens_ziet_alleen_wie_bij_naam_gevraagd_is_de_bundel(oona, carla, dirk, mia, samenwerking, als):
    klad = begin_doorverwijzing(maak_client(oona), door=oona, op=vandaag())
    vul_in(klad, oona, aan=carla)
    assert als(carla).get(url("doorverwijzing_detail", klad)).status_code == 404
    verstuur_doorverwijzing(klad, door=oona, op=vandaag())
    assert als(carla).get(url("doorverwijzing_detail", klad)).status_code == 200
    assert als(dirk).get(url("doorverwijzing_detail", klad)).status_code == 404
    lijst = als(carla).get(reverse("trajecten:doorverwijzing_list"))
    assert klad.client.naam in lijst.text
    als(carla).post(url("doorverwijzing_antwoord", klad), {"besluit": "afgewezen", "antwoord": "Geen plaats"})
    assert als(carla).get(url("doorverwijzing_detail", klad)).status_code == 404
    assert not Toewijzing.objects.filter(rol="atb", tot=None).exists()
    assert "Geen plaats" in als(oona).get(url("doorverwijzing_detail", klad)).text


def test_zonder_samenwerking_staat_de_buurgemeente_niet_in_de_keuzelijst(oona, carla, an, als):
    klad = begin_doorverwijzing(maak_client(oona), door=oona, op=vandaag())
    form = als(oona).get(url("doorverwijzing_stap", klad, 5)).context["form"]
    assert not form.fields["aan"].queryset.filter(pk__in=[carla.pk, an.pk]).exists()
    pagina = als(oona).post(url("doorverwijzing_stap", klad, 5), velden_van(form, aan=str(carla.pk)))
    assert pagina.status_code == 200
    assert "aan" in pagina.context["form"].errors


def test_rechten_en_vreemd_ocmw(verstuurd, klad, an, leo, bea, carla, als):
    for naam in ("doorverwijzing_detail", "doorverwijzing_afdruk"):
        assert als(carla).get(url(naam, verstuurd)).status_code == 404
        assert als(leo).get(url(naam, verstuurd)).status_code == 403
    assert als(bea).get(reverse("trajecten:doorverwijzing_list")).status_code == 403
    assert als(an).post(url("doorverwijzing_versturen", verstuurd)).status_code == 403  # an ATB does not refer
    assert als(carla).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "aanvaard"}).status_code == 404
    assert als(an).get(url("doorverwijzing_stap", verstuurd, 1)).status_code == 403


def test_een_bundel_van_een_andere_client_hoort_niet_bij_dit_adres(verstuurd, bert, als):
    ander = maak_client(bert)
    adres = reverse("trajecten:doorverwijzing_detail", args=[ander.pk, verstuurd.pk])
    assert als(bert).get(adres).status_code == 404


def test_een_verstuurde_bundel_kan_je_niet_meer_wijzigen(verstuurd, bert, als):
    adres = url("doorverwijzing_stap", verstuurd, 1)
    assert als(bert).post(adres, {"situatie": "Anders"}).status_code == 302
    verstuurd.refresh_from_db()
    assert verstuurd.situatie == "Alleenstaand, zoekt werk."


def test_geen_tweede_bundel_en_geen_bundel_naast_een_traject(klad, bert, an):
    with pytest.raises(Geweigerd, match="al een doorverwijzing"):
        begin_doorverwijzing(klad.client, door=bert, op=vandaag())
    client = maak_client(bert)
    maak_traject(client, an)
    with pytest.raises(Geweigerd, match="al een traject"):
        begin_doorverwijzing(client, door=bert, op=vandaag())


@pytest.mark.parametrize("aantal", [1, 30])
def test_de_lijst_vraagt_evenveel_bij_1_als_bij_30_rijen(an, bert, als, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        klad = begin_doorverwijzing(maak_client(bert), door=bert, op=vandaag())
        verstuur_doorverwijzing(vul_in(klad, bert), door=bert, op=vandaag())
    browser = als(an)
    with django_assert_max_num_queries(9):
        pagina = browser.get(reverse("trajecten:doorverwijzing_list"))
    assert f'Te behandelen <span class="aantal">{aantal}</span>' in pagina.text
    assert ("1–25 van 30" in pagina.text) == (aantal == 30)


def test_de_lijst_filtert_en_legt_een_lege_lijst_uit(verstuurd, an, bert, als):
    adres = reverse("trajecten:doorverwijzing_list")
    assert verstuurd.client.naam in als(bert).get(adres, {"wie": "van_mij"}).text
    assert verstuurd.client.naam not in als(an).get(adres, {"wie": "van_mij"}).text
    assert "Er is nergens een aanvulling gevraagd." in als(an).get(adres, {"groep": "aanvulling"}).text
    for onzin in ({"groep": "x"}, {"pagina": "-1"}, {"pagina": "abc"}, {"sorteer": "'; --"}):
        assert als(an).get(adres, onzin).status_code == 200


def test_een_gesloten_dossier_neemt_geen_antwoord_aan(verstuurd, an):
    Client.objects.filter(pk=verstuurd.client_id).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    verstuurd.client.refresh_from_db()
    with pytest.raises(Geweigerd, match="gesloten"):
        beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVAARD, door=an, op=vandaag())


def test_de_afzender_krijgt_een_melding_tot_hij_het_antwoord_las(verstuurd, bert, an, als):
    als(an).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "afgewezen", "antwoord": "Nog student"})
    termijn = Termijn.objects.open().get()
    assert (termijn.soort, termijn.verantwoordelijke, termijn.vervalt_op) == (ANTWOORD, bert, vandaag())
    assert Melding.objects.ongelezen(bert).get().termijn == termijn
    assert "Antwoord op je doorverwijzing" in als(bert).get("/").text
    markeer(vandaag())  # the nightly round does not tell it a second time
    assert Melding.objects.count() == 1
    als(bert).post(url("doorverwijzing_gelezen", verstuurd))
    assert not Termijn.objects.open().exists()
    assert not Melding.objects.ongelezen(bert).exists()


def test_het_antwoord_op_vandaag_afvinken_is_hetzelfde_als_lezen(verstuurd, bert, an):
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AFGEWEZEN, antwoord="Neen", door=an, op=vandaag())
    voldoe_termijn(Termijn.objects.open().get(), door=bert, op=vandaag())
    verstuurd.refresh_from_db()
    assert verstuurd.antwoord_gelezen_op == vandaag()


# --- in the browser --------------------------------------------------------------------------------------------------
def test_de_coordinator_kiest_wie_begeleidt(verstuurd, griet, an, carla, als):
    adres = url("doorverwijzing_antwoord", verstuurd)
    pagina = als(griet).post(adres, {"besluit": "aanvaard"})
    assert pagina.status_code == 422
    assert "Kies wie de cliënt als trajectbegeleider volgt." in pagina.text
    assert als(griet).post(adres, {"besluit": "aanvaard", "coach": carla.pk}).status_code == 422
    assert als(griet).post(adres, {"besluit": "aanvaard", "coach": an.pk}).status_code == 302
    assert Stand.objects.get().coach == an


def test_een_uitnodiging_voor_een_moment_dat_voorbij_is_wordt_uitgelegd(verstuurd, an, als):
    antwoord = als(an).post(
        url("doorverwijzing_antwoord", verstuurd),
        {"besluit": "aanvaard", "afspraak_op_0": "1/1/2020", "afspraak_op_1": "10:00"},
    )
    assert antwoord.status_code == 422
    assert "Dit moment is al voorbij." in antwoord.text


def test_wie_een_al_beantwoorde_bundel_beantwoordt_leest_waarom_niet(verstuurd, an, als):
    beantwoord_doorverwijzing(verstuurd, Doorverwijsstatus.AANVULLING, antwoord="?", door=an, op=vandaag())
    pagina = als(an).post(url("doorverwijzing_antwoord", verstuurd), {"besluit": "aanvaard"}, follow=True)
    assert "kan niet “Aanvaard” worden" in pagina.text


def test_intrekken_en_te_laat_intrekken_in_de_browser(verstuurd, bert, an, als):
    adres = url("doorverwijzing_intrekken", verstuurd)
    assert "weer een klad" in als(bert).post(adres, follow=True).text
    assert "kan niet “Klad” worden" in als(bert).post(adres, follow=True).text


def test_een_stap_bewaren_om_later_te_verdergaan_of_terug_te_gaan(klad, bert, als):
    adres = url("doorverwijzing_stap", klad, 2)
    form = als(bert).get(adres).context["form"]
    assert als(bert).post(adres, velden_van(form, vorige="1")).url == url("doorverwijzing_stap", klad, 1)
    form = als(bert).get(adres).context["form"]
    assert als(bert).post(adres, velden_van(form, stop="1")).url == reverse(
        "trajecten:aanmelding", args=[klad.client_id]
    )
    eerste = als(bert).get(url("doorverwijzing_stap", klad, 1)).context["form"]
    terug = als(bert).post(url("doorverwijzing_stap", klad, 1), velden_van(eerste, vorige="1"))
    assert terug.url == url("doorverwijzing_stap", klad, 1)
    for stap in (0, 6):
        assert als(bert).get(url("doorverwijzing_stap", klad, stap)).status_code == 404


def test_een_voorwaarde_is_niet_in_de_toekomst_nagekeken(klad, bert, als):
    adres = url("doorverwijzing_stap", klad, 2)
    pagina = als(bert).post(adres, velden_van(als(bert).get(adres).context["form"], steun_op="2999-01-01"))
    assert "Deze dag ligt in de toekomst." in pagina.text
    assert not klad.voorwaarden.exists()


def test_op_papier_staat_wat_er_samen_nagelezen_wordt_en_dat_staat_in_het_journaal(klad, bert, als):
    vul_in(klad, bert)
    assert "Alleenstaand, zoekt werk." in als(bert).get(url("doorverwijzing_afdruk", klad)).text
    assert Journaalregel.objects.filter(wat="dossier_afgedrukt", client_id=klad.client_id).count() == 1


def test_de_lijst_aan_mij_of_mijn_team(verstuurd, an, griet, bert, als):
    adres = reverse("trajecten:doorverwijzing_list")
    naam = verstuurd.client.naam
    assert naam in als(an).get(adres, {"wie": "mij"}).text
    Doorverwijzing.objects.update(aan=griet)
    assert naam not in als(an).get(adres, {"wie": "mij"}).text
    assert naam in als(griet).get(adres, {"wie": "mij"}, headers={"HX-Request": "true"}).text
