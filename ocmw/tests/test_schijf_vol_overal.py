"""Every page on a full disk. The refusal is made before the database is asked, so one engine says it all."""

import pytest

from ocmw.journaal.models import Journaalregel
from ocmw.tests.test_schijf_vol import volle_schijf
from ocmw.tests.urlwereld import EIGEN, EIGEN_ADRESSEN, Wereld, meld_aan, nummering_begint_ver_uiteen, ongedaan, vraag
from ocmw.toegang.rechten import RECHTEN, Rol

pytestmark = [pytest.mark.traag, pytest.mark.usefixtures("papier_zonder_kind")]


@pytest.mark.parametrize("rol", [Rol.ATB, Rol.BEHEER])
def test_op_een_volle_schijf_valt_geen_enkele_pagina_om(db, rol):
    """Every address of this role, read and posted: shown, refused, or the page that says it. Never a bare error; and
    what leaves no trace in the journaal is shown."""
    nummering_begint_ver_uiteen()
    situatie = Wereld.bouw().situatie(rol, EIGEN)
    browser, fout, getoond = meld_aan(situatie.actor), [], 0
    for adres in EIGEN_ADRESSEN:
        if adres.recht not in RECHTEN[rol]:
            continue
        pad = adres.pad(situatie.waarden(adres))
        for methode in ("GET", "htmx", "POST"):
            with ongedaan():
                rijen = Journaalregel.objects.count()
                gewoon = vraag(browser, methode, pad)
                laat_spoor = Journaalregel.objects.count() > rijen
            with volle_schijf():
                vol = vraag(browser, methode, pad)
            getoond += vol.status_code == 200
            if vol.status_code not in {503, gewoon.status_code}:
                fout.append(f"{methode} {adres.naam}: {vol.status_code}")
            if vol.status_code == 503 and methode != "POST" and not laat_spoor:
                fout.append(f"{methode} {adres.naam}: niet te lezen")
    assert getoond > 10
    assert not fout, "\n".join(fout)
