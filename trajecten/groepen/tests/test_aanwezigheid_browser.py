"""The phone of the lesgever at 360 px: it loses the line and regains it, no mark is lost and none counts double."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from trajecten.groepen.actions import noteer_aanwezigheid
from trajecten.groepen.models import Sessieaanwezigheid

pytestmark = [pytest.mark.browser, pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def les(an):
    lesgever = maak_medewerker("Leo", "Lesgever", an.ocmw, Rol.LESGEVER)
    reeks = maak_reeks(an, lesgever=lesgever, van=vandaag() - timedelta(days=30))
    for naam in ("Aïcha", "Boris", "Celine"):
        maak_inschrijving(reeks, maak_client(an, coach=an, voornaam=naam, achternaam="Peeters"), an)
    return reeks.sessies.filter(dag__lte=vandaag()).last()


def rij(pagina, naam):
    return pagina.locator("[data-persoon]", has_text=naam)


def test_zonder_lijn_blijft_een_merk_staan_en_met_lijn_gaat_het_door(les, telefoon, browserfouten):
    log_in(telefoon, les.wie.email)
    telefoon.goto(les.get_absolute_url())
    axe(telefoon)
    rij(telefoon, "Aïcha").get_by_role("button", name="Aanwezig").click()
    rij(telefoon, "Aïcha").get_by_text("Leo Lesgever").wait_for()
    telefoon.context.set_offline(True)
    rij(telefoon, "Boris").get_by_role("button", name="Te laat").click()
    rij(telefoon, "Celine").get_by_role("button", name="Afwezig").click()
    telefoon.get_by_text("2 aanwezigheden zijn nog niet verstuurd").wait_for()
    assert rij(telefoon, "Boris").get_by_text("nog niet verstuurd").is_visible()
    schermafdruk(telefoon, "groep-zonder-lijn")
    assert Sessieaanwezigheid.objects.count() == 1
    # Nothing of it is kept on the phone.
    opslag = telefoon.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Peeters" not in opslag
    vragen = []
    telefoon.once("dialog", lambda vraag: (vragen.append(vraag.type), vraag.dismiss()))
    telefoon.close(run_before_unload=True)
    telefoon.wait_for_timeout(300)
    assert vragen == ["beforeunload"], "closing with unsent marks warns"
    telefoon.context.set_offline(False)
    rij(telefoon, "Celine").get_by_text("Leo Lesgever").wait_for()
    rij(telefoon, "Boris").get_by_text("Leo Lesgever").wait_for()
    browserfouten.clear()  # the line that was away is what this test is about
    assert sorted(Sessieaanwezigheid.objects.values_list("stand", flat=True)) == ["aanwezig", "afwezig", "te_laat"]
    assert telefoon.get_by_text("nog niet verstuurd").count() == 0


def test_wat_een_collega_noteert_komt_in_beeld(an, les, telefoon):
    log_in(telefoon, les.wie.email)
    telefoon.clock.install()
    telefoon.goto(les.get_absolute_url())
    noteer_aanwezigheid(
        les, les.reeks.inschrijvingen.first(), stand="verontschuldigd", reden="Dokter", door=an, op=vandaag()
    )
    telefoon.clock.run_for(21_000)
    rij(telefoon, "Aïcha").get_by_text("Verontschuldigd (Dokter)").wait_for()


def test_een_scherm_op_slot_verliest_geen_merk_dat_nog_wacht(les, telefoon, browserfouten, settings):
    log_in(telefoon, les.wie.email)
    settings.SCHERMSLOT_NA = timedelta(seconds=3)
    telefoon.goto(les.get_absolute_url())
    telefoon.context.set_offline(True)
    rij(telefoon, "Boris").get_by_role("button", name="Te laat").click()
    telefoon.get_by_text("Je scherm is op slot. Iets kon niet bewaard worden").wait_for()
    assert not rij(telefoon, "Boris").is_visible()
    settings.SCHERMSLOT_NA = timedelta(minutes=30)
    telefoon.context.set_offline(False)
    log_in(telefoon, les.wie.email)
    telefoon.evaluate("() => window.dispatchEvent(new Event('focus'))")
    rij(telefoon, "Boris").get_by_text("Leo Lesgever").wait_for()
    browserfouten.clear()  # the line that was away is what this test is about
    assert Sessieaanwezigheid.objects.get().stand == "te_laat"
