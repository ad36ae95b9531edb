"""Who may what, read the other way round than the policy is written: per right, which roles. A change is made twice."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from ocmw.gereedschap.testing.maak import maak_medewerker
from ocmw.toegang.http import openbaar, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN, RECHTEN, Recht, Rol, rollen_met
from ocmw.toegang.scoping import ScopedQuerySet

MW, ATB, COORDINATOR, LESGEVER, BEHEER = Rol
IEDEREEN, DOSSIERLEZERS = set(Rol), {MW, ATB, COORDINATOR}
WIE_MAG = {
    Recht.AANGEMELD: IEDEREEN,
    Recht.DOSSIER_LEZEN: DOSSIERLEZERS,
    Recht.AFGESCHERMD_LEZEN: {MW, ATB},
    Recht.CLIENT_BEHEREN: DOSSIERLEZERS,
    Recht.DOORVERWIJZEN: {MW, COORDINATOR},
    Recht.DOORVERWIJZING_BEHANDELEN: {ATB, COORDINATOR},
    Recht.TRAJECT_BEHEREN: {ATB, COORDINATOR},
    Recht.GESPREK_NOTEREN: DOSSIERLEZERS,
    Recht.DOCUMENT_BEHEREN: DOSSIERLEZERS,
    Recht.TEWERKSTELLING_BEHEREN: {ATB, COORDINATOR},
    Recht.NAZORG_BEHEREN: DOSSIERLEZERS,
    Recht.TERMIJN_BEHEREN: DOSSIERLEZERS,
    Recht.TOEWIJZEN: {COORDINATOR},
    Recht.TEAM_VOLGEN: {COORDINATOR},
    Recht.EXPORTEREN: {COORDINATOR},
    Recht.RAPPORT_DOSSIER: DOSSIERLEZERS,
    Recht.RAPPORT_CASELOAD: {COORDINATOR},
    Recht.INVOEREN: {COORDINATOR},
    Recht.JOURNAAL_LEZEN: {COORDINATOR},
    Recht.SAMENWERKING_BEHEREN: {COORDINATOR},
    Recht.GEBRUIKERS_BEHEREN: {BEHEER},
    Recht.REGELS_BEHEREN: {COORDINATOR, BEHEER},
    Recht.REGELS_INSTALLATIE: set(),
    Recht.WERKING_VOLGEN: {BEHEER},
    Recht.GROEP_LEZEN: DOSSIERLEZERS,
    Recht.GROEP_BEHEREN: {ATB, COORDINATOR},
    Recht.GROEP_INSCHRIJVEN: DOSSIERLEZERS,
    Recht.AANWEZIGHEID_NOTEREN: {ATB, COORDINATOR, LESGEVER},
}


@pytest.mark.parametrize("recht", Recht)
def test_elk_recht_hoort_bij_precies_die_rollen(recht):
    assert set(rollen_met(recht)) == WIE_MAG[recht]
    assert {rol for rol in Rol if Medewerker(rol=rol).mag(recht)} == WIE_MAG[recht]


def test_wie_de_installatie_beheert_of_lesgeeft_ziet_geen_dossiers():
    van_dossiers = {recht for recht, rollen in WIE_MAG.items() if rollen & DOSSIERLEZERS} - {
        Recht.AANGEMELD,
        Recht.REGELS_BEHEREN,
        Recht.AANWEZIGHEID_NOTEREN,
    }
    assert not van_dossiers & (RECHTEN[BEHEER] | RECHTEN[LESGEVER])


def test_trajectbegeleider_is_een_atb_of_een_coordinator():
    assert set(COACHROLLEN) == {ATB, COORDINATOR}


@pytest.mark.parametrize("rol", Rol)
def test_wie_niet_meer_werkt_mag_niets(rol):
    weg = Medewerker(rol=rol, is_active=False)
    assert not any(weg.mag(recht) for recht in Recht)
    assert weg.rechten == frozenset()


def test_een_sjabloon_leest_dezelfde_rechten_als_codes():
    assert Medewerker(rol=LESGEVER).rechten == {"aangemeld", "aanwezigheid_noteren"}
    assert "afgeschermd_lezen" not in Medewerker(rol=COORDINATOR).rechten


def test_niemand_komt_in_het_beheer_van_django():
    assert not any(Medewerker(rol=rol).is_staff for rol in Rol)


# --- a view says which right it asks ---------------------------------------------------------------
def bekijk(view, rol):
    request = RequestFactory().get("/")
    request.user = Medewerker(rol=rol)
    return view(request, 7, deel="plan")


def test_zonder_het_recht_zegt_de_weigering_welk_recht_je_mist():
    gezien = []

    @vereist(Recht.EXPORTEREN)
    def lijst(request, pk, *, deel):
        gezien.append((pk, deel))
        return HttpResponse("lijst")

    assert lijst.recht == Recht.EXPORTEREN
    assert bekijk(lijst, COORDINATOR).content == b"lijst"
    with pytest.raises(PermissionDenied, match="recht nodig om lijsten exporteren"):
        bekijk(lijst, ATB)
    assert gezien == [(7, "plan")]


def test_een_openbare_bladzijde_zegt_dat_ze_openbaar_is():
    @openbaar
    def gezondheid(request):
        return HttpResponse("goed")

    assert gezondheid.openbaar
    assert not gezondheid.login_required
    assert gezondheid(RequestFactory().get("/")).content == b"goed"


def test_een_lijst_die_vergeet_te_zeggen_wie_wat_ziet_toont_niets():
    with pytest.raises(NotImplementedError):
        ScopedQuerySet(Medewerker).zichtbaar_voor(Medewerker(rol=COORDINATOR))


# --- the account itself ----------------------------------------------------------------------------
@pytest.mark.django_db
def test_een_adres_wordt_klein_geschreven_zodat_er_maar_een_account_van_is(aalst):
    an = Medewerker.objects.create_user(
        "An.Claes@Aalst.Example", "geheim", voornaam="An", achternaam="Claes", ocmw=aalst, rol=ATB
    )
    assert (an.email, str(an), an.naam) == ("an.claes@aalst.example", "An Claes", "An Claes")
    assert an.check_password("geheim")
    assert (an.is_active, an.ochtendbericht, an.kiest_wachtwoord) == (True, True, False)
    assert Medewerker.objects.get(email="an.claes@aalst.example") == an


@pytest.mark.django_db
def test_het_ocmw_van_een_medewerker_kost_geen_vraag_meer(aalst, django_assert_num_queries):
    maak_medewerker("An", "Claes", aalst, ATB)
    with django_assert_num_queries(1):
        assert str(Medewerker.objects.get().ocmw) == "OCMW Aalst"
