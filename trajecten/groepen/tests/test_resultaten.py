"""What became of who took part: one pure answer per person, unknown as a row of its own, and the table that was published (W11)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.gereedschap.demo.groepen import GEPUBLICEERD, vul_groepen
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_medewerker
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_programma, maak_reeks
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import noteer_aanwezigheid, stop_deelname, zeg_uitkomst
from trajecten.groepen.enums import Groepsuitkomst
from trajecten.groepen.models import Inschrijving, Programma
from trajecten.groepen.resultaten import (
    VOLGORDE,
    Groepsresultaat,
    Uitkomstfeit,
    deelnames_van,
    kies_uitkomst,
    resultaten_van,
    uitkomsten_van,
)
from trajecten.models import Middel

pytestmark = pytest.mark.databank
DAG = date(2026, 3, 2)
FEIT = st.builds(
    Uitkomstfeit,
    soort=st.sampled_from(VOLGORDE),
    dag=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    feit=st.text(min_size=1, max_size=5),
)


@given(st.lists(FEIT, max_size=6), st.sampled_from([None, *Groepsuitkomst]))
def test_een_antwoord_per_mens(feiten, gezegd):
    """Never what began before the group or after the day of asking; a fact goes before what somebody said; nothing is unknown."""
    op = date(2026, 9, 1)
    antwoord = kies_uitkomst(feiten, sinds=DAG, op=op, gezegd=Groepsresultaat(gezegd))
    telt = {feit.soort for feit in feiten if DAG <= feit.dag <= op}
    verwacht = next(
        (
            soort
            for soort in (Groepsuitkomst.NEC, Groepsuitkomst.OPLEIDING, Groepsuitkomst.ART60, Groepsuitkomst.ANDERE)
            if soort in telt
        ),
        gezegd,
    )
    assert antwoord.soort == verwacht
    assert kies_uitkomst(reversed(feiten), sinds=DAG, op=op, gezegd=Groepsresultaat(gezegd)).soort == verwacht


def test_jobclub_2018_in_de_demo_geeft_de_gepubliceerde_tabel(aalst, turnhout, mia):
    """W11: 28/74 = 37.8 %, 6/74 = 8.1 %, 8/74 = 10.8 %, together 56.8 %; of the others nothing is known, and they stay in the count."""
    vul_groepen(maak_medewerker("Cora", "Dinator", aalst, Rol.COORDINATOR), mia, op=date(2026, 3, 2))
    tabel = resultaten_van(Programma.objects.get(naam="JOBCLUB 2018-2019"), op=vandaag())
    gezien = {rij.woord: (rij.aantal, rij.aandeel) for rij in tabel.rijen}
    assert tabel.deelnemers == 74
    assert [gezien[str(soort.label)] for soort in GEPUBLICEERD] == [(28, "37,8 %"), (6, "8,1 %"), (8, "10,8 %")]
    assert gezien["Onbekend"] == (32, "43,2 %")
    assert (tabel.samen.aantal, tabel.samen.aandeel) == (42, "56,8 %")
    assert sum(rij.aantal for rij in tabel.rijen) == 74


@pytest.fixture
def groep(an):
    reeks = maak_reeks(an, capaciteit=5)
    mensen = [maak_client(an, achternaam=naam) for naam in ("Werk", "Les", "Oud", "Niets")]
    rijen = [maak_inschrijving(reeks, client, an) for client in mensen]
    maak_contract(mensen[0], an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=90), soort="regulier")
    Middel.objects.create(client=mensen[1], soort="opleiding", omschrijving="Heftruck", van=vandaag())
    maak_contract(mensen[2], an, van=vandaag() - timedelta(days=300), laatste_dag=vandaag() - timedelta(days=9))
    return reeks, rijen


def test_het_dossier_zegt_wat_het_werd(groep):
    reeks, _ = groep
    uitkomsten = uitkomsten_van(deelnames_van(reeks.programma, op=vandaag()), op=vandaag())
    assert [uitkomst.soort for uitkomst in uitkomsten] == ["nec", "opleiding", None, None]
    assert "Heftruck, sinds" in uitkomsten[1].vanwaar
    tabel = resultaten_van(reeks.programma, op=vandaag())
    assert [rij.aantal for rij in tabel.rijen] == [1, 1, 0, 0, 2]


def test_een_mens_in_twee_reeksen_telt_een_keer_en_wie_alleen_wachtte_niet(groep, an):
    reeks, rijen = groep
    nog = maak_reeks(an, reeks.programma, naam="Nog een", capaciteit=1)
    maak_inschrijving(nog, rijen[0].client, an)
    maak_inschrijving(nog, maak_client(an, achternaam="Wacht"), an)
    assert resultaten_van(reeks.programma, op=vandaag()).deelnemers == 4
    assert resultaten_van(reeks.programma, op=vandaag(), reeks=nog).deelnemers == 1
    wacht = nog.inschrijvingen.get(status="wacht")
    with pytest.raises(Geweigerd, match="nam niet deel"):
        zeg_uitkomst(wacht, uitkomst="nec", door=an, op=vandaag())


def test_wie_verontschuldigd_is_telt_niet_in_de_aanwezigheid(groep, an):
    reeks, rijen = groep
    sessie = reeks.sessies.filter(dag__lte=vandaag()).order_by("-dag").first()
    for rij, stand in zip(rijen, ("aanwezig", "te_laat", "verontschuldigd", "afwezig"), strict=True):
        noteer_aanwezigheid(sessie, rij, stand=stand, door=an, op=vandaag())
    stop_deelname(rijen[3], reden="afwezig", door=an, op=vandaag())
    tabel = resultaten_van(reeks.programma, op=vandaag())
    assert (tabel.aanwezig, tabel.gevraagd, tabel.aanwezigheid, tabel.uitvallers) == (2, 3, "66,7 %", 1)


def test_zeggen_wat_het_werd_en_het_terugnemen(groep, an, als):
    reeks, rijen = groep
    adres, browser = f"/reeksen/{reeks.pk}/inschrijvingen/{rijen[3].pk}/uitkomst/", als(an)
    for _ in range(2):
        antwoord = browser.post(adres, {"uitkomst": "andere"})
    assert antwoord.url == f"/groepen/{reeks.programma_id}/resultaten/"
    pagina = browser.get(antwoord.url).content.decode()
    assert f"door {an}" in pagina
    assert "Niets" in pagina
    browser.post(adres, {"uitkomst": ""})
    laatste = deelnames_van(reeks.programma, op=vandaag())[3]
    assert laatste.gezegd(vandaag()).soort is None


def test_op_een_dag_van_vroeger_telt_alleen_wat_toen_bekend_was(groep, an):
    """Who came later, what was said later, what was noted of a later session: none of it was known then."""
    reeks, rijen = groep
    toen = vandaag() - timedelta(days=10)
    Inschrijving.objects.filter(pk__in=[rij.pk for rij in rijen[2:]]).update(
        neemt_deel_sinds=toen, ingeschreven_op=toen
    )
    nog = maak_inschrijving(maak_reeks(an, reeks.programma, naam="Nog een"), rijen[3].client, an)
    zeg_uitkomst(rijen[3], uitkomst="andere", door=an, op=toen)
    zeg_uitkomst(nog, uitkomst="nec", door=an, op=vandaag())
    for sessie in reeks.sessies.filter(dag__lte=vandaag()):
        noteer_aanwezigheid(sessie, rijen[2], stand="aanwezig", door=an, op=vandaag())
    vroeger, nu = resultaten_van(reeks.programma, op=toen), resultaten_van(reeks.programma, op=vandaag())
    assert (vroeger.deelnemers, nu.deelnemers) == (2, 4)
    assert [rij.aantal for rij in vroeger.rijen] == [0, 0, 0, 1, 1], "wat toen gezegd is, blijft van toen"
    assert [rij.aantal for rij in nu.rijen] == [2, 1, 0, 0, 1], "wat het laatst gezegd is, telt nu"
    assert vroeger.gehouden == reeks.sessies.filter(dag__lte=toen).count() < nu.gehouden
    assert vroeger.aanwezig == vroeger.gehouden


def test_een_ander_ocmw_ziet_de_getallen_en_niet_de_mensen(groep, als, an, mia, django_assert_max_num_queries):
    reeks, _ = groep
    adres = f"/groepen/{reeks.programma_id}/resultaten/"
    assert als(mia).get(adres).status_code == 404
    reeks.programma.deelt_met.add(mia.ocmw)
    browser = als(mia)
    with django_assert_max_num_queries(25):
        pagina = browser.get(adres).content.decode()
    assert "Van 4 deelnemers" in pagina
    assert "Niets" not in pagina


def test_een_leeg_programma_deelt_niet_door_nul(an, als):
    programma = maak_programma(an)
    pagina = als(an).get(f"/groepen/{programma.pk}/resultaten/").content.decode()
    assert "Van 0 deelnemers" in pagina
    assert "nog niet genoteerd" in pagina
