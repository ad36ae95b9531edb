"""The list to sign: who takes part and room for a pen, a code that leads a phone to the session, and a row in the journaal."""

import re

import pytest
from django.conf import settings
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.rechten import Rol
from ocmw.ui.qr import qr_als_svg
from trajecten.groepen.journaalcodes import AANWEZIGHEIDSLIJST

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesgever(an):
    return maak_medewerker("Leen", "Roels", an.ocmw, Rol.LESGEVER)


@pytest.fixture
def sessie(an, lesgever):
    reeks = maak_reeks(an, lesgever=lesgever)
    maak_inschrijving(reeks, maak_client(an, voornaam="Emre", achternaam="Mertens"), an)
    return reeks.sessies.order_by("dag").first()


def test_de_lesgever_drukt_de_lijst_van_de_eigen_groep_af(als, lesgever, sessie):
    html = als(lesgever).get(f"/sessies/{sessie.pk}/lijst/").content.decode()
    assert "Emre" in html
    assert html.count("tekenlijn") == 3, "plaats voor wie er voor het eerst is"
    assert '<svg class="qr"' in html
    assert Journaalregel.objects.filter(wat=AANWEZIGHEIDSLIJST, medewerker_id=lesgever.pk).count() == 1


def test_een_andere_lesgever_en_een_vreemd_ocmw_vinden_ze_niet(als, an, carla, sessie):
    ander = maak_medewerker("Wim", "Loos", an.ocmw, Rol.LESGEVER)
    for wie in (ander, carla):
        assert als(wie).get(f"/sessies/{sessie.pk}/lijst/").status_code == 404


def test_de_code_leidt_naar_de_sessie_en_die_vraagt_eerst_wie_je_bent(sessie):
    antwoord = Browser().get(sessie.get_absolute_url())
    assert antwoord.status_code == 302
    assert antwoord.url.endswith(f"?next={sessie.get_absolute_url()}")


def test_de_tekening_is_de_code_van_het_adres():
    """The squares of the picture are those of the library, with four white ones around; another address is another code."""
    adres = f"{settings.SITE_URL}/sessies/7/"
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(adres)
    verwacht = {(x, y) for y, rij in enumerate(code.get_matrix()) for x, zwart in enumerate(rij) if zwart}
    getekend = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", qr_als_svg(adres))}
    assert getekend == verwacht
    assert min(x for x, _ in getekend) == 4
    assert qr_als_svg(adres) != qr_als_svg(adres + "8")
