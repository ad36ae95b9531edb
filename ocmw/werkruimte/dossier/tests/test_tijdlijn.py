"""One stream: complete, filtered, shielded, and as cheap for a long file as for a short one."""

from datetime import date, timedelta

import pytest

from clienten.models import Document
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_medewerker, maak_traject
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.kalender.klok import begin_van, vandaag
from ocmw.toegang.rechten import Rol
from ocmw.ui.vastevraag import VasteVraag
from ocmw.werkruimte.dossier.tijdlijn import (
    BRONNEN,
    PER_BLADZIJDE,
    SOORTEN,
    VRAGEN,
    _bladzijde,
    _telling,
    _vraag,
    aantallen,
    lees_cursor,
    tijdlijn,
)
from trajecten.actions import bewaar_actiepunt, bewaar_doel, bewaar_randprobleem, maak_afspraak
from trajecten.groepen.actions import noteer_aanwezigheid
from trajecten.models import Actiepunt, Afspraak, Doel, Doorverwijzing, Intake, Randprobleem
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.databank

DAG = timedelta(days=1)


@pytest.fixture
def client(an):
    client = maak_client(an)
    maak_traject(client, an)
    return client


def alles_van_alles(client, an, n=1):
    vandaag_ = vandaag()
    for i in range(n):
        maak_gesprek(client, an, op=vandaag_ - i * DAG, verslag=f"Gesprek {i}")
        begint = begin_van(vandaag_ + (1 + i) * DAG)
        maak_afspraak(Afspraak(client=client, medewerker=an, begint_op=begint), door=an, op=vandaag_, toch=True)
        bewaar_randprobleem(Randprobleem(client=client, thema="schulden", omschrijving="Huur"), door=an, op=vandaag_)
        doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag_)
        for gedaan in (None, vandaag_):
            punt = Actiepunt(
                client=client, doel=doel, omschrijving="Cv", vervalt_op=vandaag_, medewerker=an, gedaan_op=gedaan
            )
            bewaar_actiepunt(punt, door=an, op=vandaag_)
        Document.objects.create(
            client=client, titel="Cv", bestandsnaam="cv.pdf", mime="x", grootte=1, toegevoegd_door=an
        )
    maak_contract(client, an, van=vandaag_ - 50 * DAG, laatste_dag=vandaag_ + 50 * DAG)
    reeks = maak_reeks(an, van=vandaag_ - 60 * DAG)
    deelname = maak_inschrijving(reeks, client, an)
    sessie = reeks.sessies.filter(dag__lte=vandaag_).first()
    noteer_aanwezigheid(sessie, deelname, stand="aanwezig", door=an, op=vandaag_)
    Werkervaring.objects.create(client=client, start=vandaag_ - 60 * DAG, geregistreerd_door=an)
    Intake.objects.create(client=client, gehouden_op=vandaag_ - 95 * DAG, gewenste_hulp="Werk")
    Doorverwijzing.objects.create(
        client=client,
        van=an,
        status="aanvaard",
        begonnen_op=vandaag_ - 99 * DAG,
        mw_akkoord_op=vandaag_ - 98 * DAG,
        client_akkoord_op=vandaag_ - 98 * DAG,
        verstuurd_op=vandaag_ - 98 * DAG,
        behandeld_op=vandaag_ - 97 * DAG,
        behandeld_door=an,
    )


def alle_bladzijden(client, lezer, **filters):
    regels, cursor = tijdlijn(client, lezer=lezer, **filters)
    alles = list(regels)
    while cursor:
        regels, cursor = tijdlijn(client, lezer=lezer, cursor=lees_cursor(cursor), **filters)
        alles += regels
    return alles


def test_elke_soort_komt_voor_en_telt_mee(an, client):
    alles_van_alles(client, an)
    tellen = aantallen(client, lezer=an)
    assert all(tellen[soort] for soort, _ in SOORTEN), tellen
    regels = alle_bladzijden(client, an)
    assert len(regels) == sum(tellen.values())
    assert [regel.dag for regel in regels] == sorted((regel.dag for regel in regels), reverse=True)


def test_bladeren_slaat_niets_over_en_toont_niets_dubbel(an, client):
    alles_van_alles(client, an, n=25)
    regels = alle_bladzijden(client, an)
    sleutels = [(regel.cursor) for regel in regels]
    assert len(sleutels) == len(set(sleutels)) == sum(aantallen(client, lezer=an).values())
    assert len(regels) > 3 * PER_BLADZIJDE


def test_filters_op_soort_en_periode(an, als, client):
    alles_van_alles(client, an, n=3)
    regels = alle_bladzijden(client, an, soort="gesprek", van=vandaag() - DAG, tot=vandaag())
    assert [regel.tekst for regel in regels] == ["Gesprek 0", "Gesprek 1"]
    pagina = als(an).get(f"/clienten/{client.pk}/tijdlijn/?soort=gesprek&van={vandaag() - DAG}").content.decode()
    assert "Gesprek 1" in pagina
    assert "Gesprek 2" not in pagina
    assert f"van={vandaag() - DAG}" in pagina


@pytest.mark.parametrize(
    "vraag", ["?soort=onzin", "?van=gisteren&tot=x", "?na=1.2", "?na=2026-13-45.1.1", "?na=2026-01-01.99.1"]
)
def test_onzin_in_het_adres_toont_gewoon_de_tijdlijn(an, als, client, vraag):
    assert als(an).get(f"/clienten/{client.pk}/tijdlijn/{vraag}").status_code == 200


def test_wat_afgeschermd_is_bestaat_niet_voor_de_coordinator(an, griet, als, client):
    voor = aantallen(client, lezer=griet)
    maak_gesprek(client, an, verslag="KANARIE-1", afgeschermd=True)
    bewaar_randprobleem(
        Randprobleem(client=client, thema="verslaving", omschrijving="KANARIE-2"), door=an, op=vandaag()
    )
    doel = bewaar_doel(Doel(client=client, thema="gezondheid", omschrijving="KANARIE-3"), door=an, op=vandaag())
    punt = Actiepunt(client=client, doel=doel, omschrijving="KANARIE-4", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=vandaag())
    Document.objects.create(
        client=client, titel="KANARIE-5", soort="medisch", afgeschermd=True, mime="x", grootte=1, toegevoegd_door=an
    )
    na = aantallen(client, lezer=griet)
    del voor["termijn"], na["termijn"]  # a goal closes the promise of a plan, for everybody
    assert voor == na
    pagina = als(griet).get(f"/clienten/{client.pk}/tijdlijn/").content.decode()
    assert "KANARIE" not in pagina
    assert "zie jij niet" in pagina
    eigen = als(an).get(f"/clienten/{client.pk}/tijdlijn/").content.decode()
    assert all(f"KANARIE-{n}" in eigen for n in range(1, 6))


def test_alleen_dit_dossier(an, carla, als, client):
    maak_gesprek(maak_client(an), an, verslag="VAN-EEN-ANDER")
    assert "VAN-EEN-ANDER" not in als(an).get(f"/clienten/{client.pk}/tijdlijn/").content.decode()
    assert als(carla).get(f"/clienten/{client.pk}/tijdlijn/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries(an, als, client, aantal, django_assert_max_num_queries):
    alles_van_alles(client, an, n=aantal)
    browser = als(an)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/clienten/{client.pk}/tijdlijn/").status_code == 200


def test_elke_bron_maakt_een_zin_van_elke_code():
    assert {bron.soort for bron in BRONNEN} == {soort for soort, _ in SOORTEN}
    assert lees_cursor("2026-11-22.3.55") == (date(2026, 11, 22), 3, 55)


@pytest.fixture
def els(aalst):
    return maak_medewerker("Els", "Smet", aalst, Rol.ATB)


def gemaakt_voor(*lezers):
    VRAGEN.gemaakt.clear()
    for lezer in lezers:
        _vraag(_telling, lezer, van=False, tot=False)
    return len(VRAGEN.gemaakt)


def test_een_vraag_wordt_een_keer_gemaakt_voor_wie_hetzelfde_ziet(an, els, griet, carla, samenwerking):
    """`els` follows with the rights of `an`, `griet` has others, and `carla` is of another OCMW."""
    assert (gemaakt_voor(an, els, an), gemaakt_voor(an, griet), gemaakt_voor(an, carla)) == (1, 2, 2)


def test_wat_lezers_delen_is_alles_waar_een_bron_naar_kijkt(an, els):
    """Two colleagues with the same rights would be given each other's question, so it must be the same one."""
    for maak, vorm in ((_telling, {}), (_bladzijde, {"soort": "", "na_bron": 3})):
        een, ander = (VasteVraag.van(maak(lezer, van=True, tot=True, **vorm)) for lezer in (an, els))
        namen = [[getattr(deel, "naam", deel) for deel in vraag.parameters] for vraag in (een, ander)]
        assert (een.sql, namen[0]) == (ander.sql, namen[1])


def test_wie_geen_dossier_mag_lezen_krijgt_een_lege_tijdlijn(an, bea, client):
    maak_gesprek(client, an)
    assert tijdlijn(client, lezer=bea, soort="gesprek") == ([], "")
    assert tijdlijn(client, lezer=an, soort="gesprek")[0]
