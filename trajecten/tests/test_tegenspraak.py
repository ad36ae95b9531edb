"""Facts that cannot both be so: no pair of the table is accepted silently, and one tap corrects either side."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from clienten.enums import Antwoord
from clienten.models import Client, Randvoorwaarde
from clienten.profiel.models import Profiel
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from trajecten.actions import begin_doorverwijzing
from trajecten.enums import Voorwaarde
from trajecten.fasen import VRAAG_VAN_CODE
from trajecten.forms.doorverwijzing import STAPPEN
from trajecten.forms.vdab import FOUT_HULP, FOUT_SINDS
from trajecten.models import Fasebeantwoording, Intake, Randprobleem, Voorwaardeantwoord
from trajecten.tegenspraak import (
    BUNDELPAREN,
    FASEPAREN,
    INGEVULD,
    PAREN,
    STATUUT,
    VDAB_HULP,
    VDAB_SINDS,
    tegenspraken,
)

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)
HTMX = {"HTTP_HX_REQUEST": "true"}


def botsingen(paren):
    return [
        pytest.param(paar, hier, daar, id=f"{paar.code}-{hier}-{daar}")
        for paar in paren
        for hier, alle in paar.botst.items()
        for daar in sorted(alle)
    ]


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def zet_dossier(client, paar, waarde):
    if paar.feit == STATUUT:
        Client.objects.filter(pk=client.pk).update(statuut=waarde)
    elif paar.feit in {VDAB_SINDS, VDAB_HULP}:
        feit = OP if paar.feit == VDAB_SINDS else waarde == "ja"
        Profiel.objects.create(client=client, **{paar.feit: feit})
    else:
        Randvoorwaarde.objects.create(client=client, soort=paar.feit, in_orde=waarde)


def in_dossier(client, paar):
    if paar.feit == STATUUT:
        return Client.objects.get(pk=client.pk).statuut
    if paar.feit in {VDAB_SINDS, VDAB_HULP}:
        feit = getattr(Profiel.objects.get(client=client), paar.feit)
        return ("ja" if feit else "nee") if paar.feit == VDAB_HULP else INGEVULD if feit else ""
    return Randvoorwaarde.objects.get(client=client, soort=paar.feit).in_orde


def gepost(bundel, paar, hier):
    velden = {f"{code}_antwoord": "onbekend" for code in Voorwaarde.values}
    velden |= {f"{code}_op": f"{OP:%d/%m/%Y}" for code in Voorwaarde.values}
    bundel.refresh_from_db()
    return {**velden, paar.veld: hier, "versie": bundel.versie}


@pytest.fixture
def bundel(bert, an):
    return begin_doorverwijzing(maak_client(bert, coach=an), door=bert, op=OP)


def stap(bundel):
    return reverse("trajecten:doorverwijzing_stap", args=[bundel.client_id, bundel.pk, 2])


def antwoord_van(bundel, paar):
    return Voorwaardeantwoord.objects.get(
        doorverwijzing=bundel, voorwaarde=paar.veld.removesuffix("_antwoord")
    ).antwoord


@pytest.mark.parametrize(("paar", "hier", "daar"), botsingen(BUNDELPAREN))
def test_geen_paar_wordt_stil_aanvaard(bundel, bert, als, paar, hier, daar):
    """While typing, when the page opens again, and on the page that is sent."""
    zet_dossier(bundel.client, paar, daar)
    browser = als(bert)
    zin = f"Je koos “{hier}”. In het dossier staat bij {paar.wat}:"
    typend = browser.post(stap(bundel), {**gepost(bundel, paar, hier), "automatisch": "1"}).content.decode()
    assert zin in typend
    assert 'id="tegenspraak"' in typend
    assert zin in browser.get(stap(bundel)).content.decode()
    detail = reverse("trajecten:doorverwijzing_detail", args=[bundel.client_id, bundel.pk])
    assert zin in browser.get(detail).content.decode()


@pytest.mark.parametrize(("paar", "hier", "daar"), botsingen(BUNDELPAREN))
@pytest.mark.parametrize("tik", ["neem_over", "pas_aan"])
def test_een_tik_verbetert_een_van_beide(bundel, bert, als, paar, hier, daar, tik):
    zet_dossier(bundel.client, paar, daar)
    browser = als(bert)
    antwoord = browser.post(stap(bundel), {**gepost(bundel, paar, hier), tik: paar.code})
    assert (antwoord.status_code, antwoord.url) == (302, stap(bundel))
    if tik == "pas_aan":
        assert (antwoord_van(bundel, paar), in_dossier(bundel.client, paar)) == (hier, paar.dossier[hier])
    else:
        assert (antwoord_van(bundel, paar), in_dossier(bundel.client, paar)) == (paar.hier[daar], daar)
    assert "spreekt elkaar tegen" not in browser.get(stap(bundel)).content.decode()


def test_elke_verbetering_in_de_tabel_neemt_de_tegenspraak_weg():
    for paar in PAREN:
        for hier, alle in paar.botst.items():
            for daar in alle:
                assert tegenspraken({paar.veld: hier}, {paar.feit: daar}), paar.code
                assert not tegenspraken({paar.veld: paar.hier[daar]}, {paar.feit: daar}), paar.code
                assert not tegenspraken({paar.veld: hier}, {paar.feit: paar.dossier[hier]}), paar.code


def test_onbekend_en_leeg_spreken_niets_tegen():
    for paar in PAREN:
        for hier in (Antwoord.ONBEKEND, ""):
            assert not tegenspraken({paar.veld: hier}, {paar.feit: "nee"})
        for daar in (Antwoord.ONBEKEND, ""):
            assert not tegenspraken({paar.veld: "ja"}, {paar.feit: daar})


def test_wat_afgeschermd_is_spreekt_niets_tegen_voor_wie_het_niet_mag_lezen(bundel, bert, griet, als):
    paar = next(paar for paar in PAREN if paar.code == "gezondheid")
    zet_dossier(bundel.client, paar, "nee")
    als(bert).post(stap(bundel), gepost(bundel, paar, "ja"))
    detail = reverse("trajecten:doorverwijzing_detail", args=[bundel.client_id, bundel.pk])
    assert "spreekt elkaar tegen" in als(bert).get(detail).content.decode()
    assert "spreekt elkaar tegen" not in als(griet).get(detail).content.decode()


# --- the questions of the phases -----------------------------------------------------------------------------------
@pytest.fixture
def op_weg(an):
    client = maak_client(an, coach=an)
    maak_traject(client, an)
    return client


def vraag(client, paar, naam="vraag_beantwoorden"):
    return reverse(f"trajecten:{naam}", args=[client.pk, paar.veld])


def gegeven(client, paar):
    return Fasebeantwoording.objects.get(client=client, vraag=paar.veld).antwoord


@pytest.mark.parametrize(("paar", "hier", "daar"), botsingen(FASEPAREN))
def test_ook_in_een_fase_wordt_geen_paar_stil_aanvaard(op_weg, an, als, paar, hier, daar):
    """While choosing, and when the page opens again."""
    zet_dossier(op_weg, paar, daar)
    browser = als(an)
    zin = f"Je koos “{hier}”. In het dossier staat bij {paar.wat}:"
    traject = reverse("trajecten:traject_detail", args=[op_weg.pk])
    assert zin not in browser.get(traject).content.decode()
    assert zin in browser.post(vraag(op_weg, paar), {"antwoord": hier, "versie": "0"}, **HTMX).content.decode()
    pagina = browser.get(traject).content.decode()
    assert zin in pagina
    assert f'value="{paar.code}"' in pagina


@pytest.mark.parametrize(("paar", "hier", "daar"), botsingen(FASEPAREN))
@pytest.mark.parametrize("tik", ["neem_over", "pas_aan"])
def test_ook_in_een_fase_verbetert_een_tik_een_van_beide(op_weg, an, als, paar, hier, daar, tik):
    zet_dossier(op_weg, paar, daar)
    browser = als(an)
    browser.post(vraag(op_weg, paar), {"antwoord": hier, "versie": "0"}, **HTMX)
    antwoord = browser.post(vraag(op_weg, paar), {"antwoord": hier, "versie": "1", tik: paar.code}, **HTMX)
    assert antwoord["HX-Refresh"] == "true"
    if tik == "pas_aan":
        assert (gegeven(op_weg, paar), in_dossier(op_weg, paar)) == (hier, paar.dossier[hier])
    else:
        assert (gegeven(op_weg, paar), in_dossier(op_weg, paar)) == (paar.hier[daar], daar)
    traject = reverse("trajecten:traject_detail", args=[op_weg.pk])
    assert "spreekt elkaar tegen" not in browser.get(traject).content.decode()


def test_wie_het_dossier_volgt_opent_zo_ook_het_randprobleem(op_weg, an, als):
    paar = next(paar for paar in FASEPAREN if paar.code == "fase_gezondheid")
    zet_dossier(op_weg, paar, "nee")
    als(an).post(vraag(op_weg, paar), {"antwoord": "nee", "versie": "0", "neem_over": paar.code}, **HTMX)
    assert Randprobleem.objects.get(client=op_weg).uit_vraag == "gezondheid"


def test_elk_paar_staat_op_een_pagina_die_ernaar_vraagt(bundel, bert):
    """Negative control of the table: a pair whose field no page asks would never be seen."""
    gevraagd = set(VRAAG_VAN_CODE)
    for _, soort in STAPPEN:
        gevraagd |= soort(instance=bundel, lezer=bert).fields.keys()
    assert {paar.veld for paar in PAREN} <= gevraagd
    assert not {paar.veld for paar in BUNDELPAREN} & set(VRAAG_VAN_CODE)
    assert len({paar.code for paar in PAREN}) == len(PAREN)


# --- two fields of one form ----------------------------------------------------------------------------------------
SAMEN = [
    pytest.param("nee", {"vdab_sinds": "01/09/2026"}, FOUT_SINDS, id="nee-sinds"),
    pytest.param("ja", {"hulp": "on"}, FOUT_HULP, id="ja-hulp"),
]


@pytest.mark.parametrize(("antwoord", "naast", "zin"), SAMEN)
@pytest.mark.parametrize("waar", ["intake", "bundel", "vdab"])
def test_wat_op_een_pagina_naast_elkaar_staat_wordt_geweigerd_met_de_reden(
    bundel, an, bert, als, waar, antwoord, naast, zin
):
    """In the intake and the bundle the sentence comes while somebody types; nothing is stored before it is solved."""
    client = bundel.client
    adres = {
        "intake": reverse("trajecten:intake_edit", args=[client.pk]),
        "bundel": reverse("trajecten:doorverwijzing_stap", args=[client.pk, bundel.pk, 3]),
        "vdab": reverse("trajecten:vdab_edit", args=[client.pk]),
    }[waar]
    browser = als(bert if waar == "bundel" else an)
    namen = (
        {"vdab": "vdab", "hulp": "vdab_hulp"}
        if waar == "vdab"
        else {"vdab": "vdab_ingeschreven", "hulp": "vdab_hulp_nodig"}
    )
    getypt = {namen["vdab"]: antwoord} | {namen.get(naam, naam): waarde for naam, waarde in naast.items()}
    data = velden_van(browser.get(adres).context["form"], **getypt)
    typend = browser.post(adres, data if waar == "vdab" else {**data, "automatisch": "1"})
    assert zin in typend.content.decode()
    assert not Intake.objects.exists()
    assert not Profiel.objects.exists()
