"""The money of one client on the page, how it stands at VDAB, and the promise of a timely start."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils.html import strip_tags

from clienten.enums import Sluitreden
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_geld import dagen_terug, maak_registratie, maak_twe, maak_werkervaring
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.dossier.actions import sluit_dossier
from ocmw.werkruimte.dossier.controle import controleer
from tewerkstelling.geld.beloften import TIJDIG_START
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import TweRegistratie
from trajecten.twe.actions import wijzig_werkervaring

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


def pagina(als, wie, client, **vraag):
    return als(wie).get(f"/clienten/{client.pk}/werk/vergoeding/", vraag)


def test_voorbeeld_elf_op_de_bladzijde(als, an):
    """W3: 22 months x 250 and 12 x 195."""
    client = maak_client(an)
    venster = maak_twe(client, an, start=date(2024, 9, 1), art60=(date(2024, 10, 15), date(2025, 10, 14)))
    venster.gestopt_op, venster.stopreden = date(2026, 6, 30), "Vond werk"
    wijzig_werkervaring(venster, ["gestopt_op", "stopreden"], door=an, op=vandaag())
    antwoord = pagina(als, an, client)
    stand = antwoord.context["stand"]
    assert (stand.uit.bedrag, stand.per_kwartaal, stand.op_einde) == (7840, 7300, 540)
    html = antwoord.content.decode()
    assert "€\N{NO-BREAK SPACE}7.840 voor 22 maanden" in strip_tags(html)
    assert "4e kwartaal 2024" in html
    assert 'href="/regels/twe.compensatie/"' in html


@pytest.mark.parametrize(("gestopt", "verloren"), [(date(2026, 6, 29), True), (date(2026, 6, 30), False)])
def test_wie_voor_het_maandeinde_stopt_leest_dat_die_maand_niet_telt(als, an, gestopt, verloren):
    client = maak_client(an)
    venster = maak_twe(client, an, start=date(2024, 9, 1), art60=(date(2024, 10, 15), date(2025, 10, 14)))
    venster.gestopt_op, venster.stopreden = gestopt, "Vond werk"
    wijzig_werkervaring(venster, ["gestopt_op", "stopreden"], door=an, op=vandaag())
    assert ("Die maand telt niet mee" in pagina(als, an, client).content.decode()) is verloren


@time_machine.travel("2026-11-22", tick=False)
def test_de_dag_om_te_verbeteren_staat_bij_het_lopende_kwartaal(als, an):
    client = maak_client(an)
    maak_twe(client, an, start=date(2026, 9, 1), art60=(date(2026, 9, 15), date(2027, 9, 14)))
    html = pagina(als, an, client).content.decode()
    assert "Verbeter het ten laatste op" in html
    assert 'datetime="2026-11-30"' in html


def test_zonder_werkervaring_leert_de_bladzijde_de_volgende_stap(als, an):
    assert "Nog geen werkervaringsovereenkomst" in pagina(als, an, maak_client(an)).content.decode()


def test_de_registratie_noteren_en_laten_tellen(als, an):
    client = maak_client(an)
    venster = maak_twe(client, an, start=dagen_terug(200), art60=(dagen_terug(190), dagen_terug(-90)))
    assert "Niet nagekeken" in pagina(als, an, client).content.decode()
    adres = f"/clienten/{client.pk}/werk/werkervaring/{venster.pk}/registratie/"
    form = als(an).get(adres).context["form"]
    assert "na_24_nodig" not in form.fields  # the coordinator answers for those months
    fout = als(an).post(adres, velden_van(form, status="geregistreerd")).content.decode()
    assert "Vul in vanaf welke dag" in fout
    toekomst = als(an).post(adres, velden_van(form, status="geregistreerd", vdab_vanaf=str(dagen_terug(-3))))
    assert "ligt in de toekomst" in toekomst.content.decode()
    assert als(an).post(adres, velden_van(form, status="te_registreren")).status_code == 302
    stand = pagina(als, an, client).context["stand"]
    assert (stand.uit.bedrag, stand.registratie.gewijzigd_door) == (0, an)


def test_twee_collegas_noteren_tegelijk(als, an, griet):
    client = maak_client(an)
    venster = maak_werkervaring(client, an, start=dagen_terug(10))
    maak_registratie(venster, an, MlpStatus.TE_REGISTREREN)
    adres = f"/clienten/{client.pk}/werk/werkervaring/{venster.pk}/registratie/"
    form = als(griet).get(adres).context["form"]
    eerst = velden_van(form, status="geblokkeerd")
    daarna = velden_van(form, status="geregistreerd", vdab_vanaf=str(vandaag()))
    assert als(an).post(adres, {k: v for k, v in eerst.items() if k != "na_24_nodig"}).status_code == 302
    assert als(griet).post(adres, daarna).status_code == 409
    assert TweRegistratie.objects.get().status == MlpStatus.GEBLOKKEERD


def test_de_coordinator_bevestigt_dat_art60_nodig_is(als, an, griet):
    start = date(vandaag().year - 3, 1, 15)
    client = maak_client(an)
    venster = maak_werkervaring(client, an, start=start)
    maak_contract(client, an, van=start, laatste_dag=date(start.year + 2, 6, 30))
    voor = pagina(als, griet, client)
    assert "Art.60 is nodig tot en met" in voor.content.decode()
    adres = f"/clienten/{client.pk}/werk/werkervaring/{venster.pk}/registratie/"
    form = als(griet).get(adres).context["form"]
    assert als(griet).post(adres, velden_van(form, na_24_nodig="ja")).status_code == 302
    na = pagina(als, griet, client)
    assert na.context["stand"].uit.bedrag - voor.context["stand"].uit.bedrag == 6 * 445
    assert "De coördinator bevestigde" in na.content.decode()


@pytest.mark.parametrize("aantal", [1, 6])
def test_evenveel_queries(als, an, aantal, django_assert_num_queries):
    client = maak_client(an)
    maak_werkervaring(client, an, start=dagen_terug(700))
    for nummer in range(aantal):
        van = dagen_terug(690 - nummer * 60)
        maak_contract(client, an, van=van, laatste_dag=van + timedelta(days=40))
    browser = als(an)
    browser.get(f"/clienten/{client.pk}/werk/vergoeding/")
    with django_assert_num_queries(12):
        browser.get(f"/clienten/{client.pk}/werk/vergoeding/")


class TestTijdigeStart:
    def termijnen(self, client):
        open_ = Termijn.objects.open().filter(client=client, soort=TIJDIG_START)
        return list(open_.values_list("vervalt_op", flat=True))

    @time_machine.travel("2026-11-22", tick=False)
    def test_van_de_overeenkomst_tot_het_contract(self, an):
        client = maak_client(an)
        maak_werkervaring(client, an, start=date(2026, 11, 1))
        assert self.termijnen(client) == [date(2026, 12, 31)]
        maak_contract(client, an, van=date(2026, 12, 1), laatste_dag=date(2027, 11, 30))
        assert self.termijnen(client) == []

    @pytest.mark.parametrize(
        ("start", "verwacht"), [(date(2025, 1, 15), 0), (date(2026, 8, 23), 0), (date(2026, 8, 24), 1)]
    )
    @time_machine.travel("2026-11-22", tick=False)
    def test_wat_lang_verloren_is_maakt_geen_vloed(self, an, start, verwacht):
        """The safe last day is one day before two months later; after 30 days nobody is woken any more."""
        client = maak_client(an)
        maak_werkervaring(client, an, start=start)
        assert len(self.termijnen(client)) == verwacht

    def test_gestopt_of_gesloten_belooft_niets(self, an):
        gestopt, gesloten = maak_client(an), maak_client(an)
        venster = maak_werkervaring(gestopt, an, start=dagen_terug(10))
        maak_werkervaring(gesloten, an, start=dagen_terug(10))
        venster.gestopt_op, venster.stopreden = vandaag(), "Verhuisd"
        wijzig_werkervaring(venster, ["gestopt_op", "stopreden"], door=an, op=vandaag())
        sluit_dossier(gesloten, reden=Sluitreden.WERK, door=an, op=vandaag(), slotnota="Werkt.")
        assert self.termijnen(gestopt) == self.termijnen(gesloten) == []

    def test_de_wekelijkse_controle_vindt_hetzelfde(self, an):
        maak_werkervaring(maak_client(an), an, start=dagen_terug(10))
        maak_twe(maak_client(an), an, start=dagen_terug(10), art60=(dagen_terug(5), dagen_terug(-90)))
        assert controleer(vandaag()).verschillen == []
