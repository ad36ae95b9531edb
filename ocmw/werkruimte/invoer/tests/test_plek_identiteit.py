"""Employers, places and mentors by name: one number beats every name, and a name that two have says nothing."""

import pytest

from ocmw.gereedschap.testing.maak import maak_werkplek
from ocmw.gereedschap.testing.maak_plekken import maak_mentor
from ocmw.kalender import klok
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in, neem_over
from ocmw.werkruimte.invoer.enums import Invoersoort
from ocmw.werkruimte.invoer.models import Invoerrij
from ocmw.werkruimte.invoer.plek import mentoren
from ocmw.werkruimte.invoer.tests.boeken import maak_boek
from tewerkstelling.models import Mentor, Werkgever, Werkplek

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
KOP = ["Werkgever", "KBO nr", "Type", "Werkplek", "Plaatsen", "Mentoren"]
EEN, ANDER = "0566988259", "0202239951"


@pytest.fixture
def voer_plekken_in(griet):
    def doe(*rijen):
        invoer = lees_in(
            maak_boek({"Plekken": [KOP, *rijen]}), bestandsnaam="plekken.xlsx", ocmw=griet.ocmw, door=griet,
            op=klok.vandaag(), soort=Invoersoort.WERKPLEKKEN,
        )  # fmt: skip
        beoordeel_invoer(invoer, door=griet, op=klok.vandaag())
        neem_over(invoer, door=griet, op=klok.vandaag())
        return list(Invoerrij.objects.filter(blad__invoer=invoer, nummer__gt=1).order_by("nummer"))

    return doe


@pytest.fixture
def twee_cafes(aalst):
    """Two employers whose names fold to the same form; only one has a number."""
    return [
        Werkgever.objects.create(ocmw=aalst, naam=naam, soort="prive", ondernemingsnummer=kbo)
        for naam, kbo in (("Café Zuid", EEN), ("Cafe Zuid", ""))
    ]


def test_twee_werkgevers_met_een_naam_dan_wordt_de_rij_afgewezen(voer_plekken_in, twee_cafes):
    (rij,) = voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 1, None])
    assert rij.reden.startswith("Er is meer dan één werkgever die 'Café Zuid' heet (Cafe Zuid, Café Zuid).")
    assert rij.reden.endswith("Of vul het ondernemingsnummer in.")
    assert not Werkplek.objects.exists()


def test_het_ondernemingsnummer_zegt_welke_van_de_twee(voer_plekken_in, twee_cafes):
    (rij,) = voer_plekken_in(["Cafe Zuid", EEN, "prive", "Keuken", 1, None])
    assert rij.uitkomst == "nieuw"
    assert Werkplek.objects.get().werkgever == twee_cafes[0]


def test_een_ander_nummer_is_een_andere_werkgever_ook_met_dezelfde_naam(voer_plekken_in, aalst):
    bestaand = Werkgever.objects.create(ocmw=aalst, naam="Café Zuid", soort="prive", ondernemingsnummer=EEN)
    (rij,) = voer_plekken_in(["café zuid", ANDER, "prive", "Keuken", 1, None])
    assert rij.reden.startswith("Café Zuid heeft bij ons een ander ondernemingsnummer (0566.988.259).")
    bestaand.refresh_from_db()
    assert bestaand.ondernemingsnummer == EEN


@pytest.mark.parametrize("naam", ["Caf? Zuid", "\ufffdcole"])
def test_een_onleesbare_naam_is_geen_werkgever(voer_plekken_in, aalst, naam):
    Werkgever.objects.create(ocmw=aalst, naam="Café Zuid", soort="prive", ondernemingsnummer=EEN)
    zonder, met_nummer = voer_plekken_in(
        [naam, None, "prive", "Keuken", 1, None], [naam, EEN, "prive", "Zaal", 1, None]
    )
    assert "tekens die we niet kunnen lezen" in zonder.reden
    assert "tekens die we niet kunnen lezen" in met_nummer.reden
    assert list(Werkgever.objects.values_list("naam", flat=True)) == ["Café Zuid"]


def test_werkgevers_en_plekken_in_eigen_schrift_blijven_uit_elkaar(voer_plekken_in):
    voer_plekken_in(["مطعم النور", None, "prive", "مطبخ", 1, None], ["ምግብ ቤት", None, "prive", "ወጥ ቤት", 2, None])
    assert Werkgever.objects.count() == Werkplek.objects.count() == 2


def test_twee_plekken_met_een_naam_dan_wordt_de_rij_afgewezen(voer_plekken_in, aalst):
    for plek in ("Keuken A", "KEUKEN-A"):
        maak_werkplek(aalst, "Café Zuid", plek)
    (rij,) = voer_plekken_in(["Café Zuid", None, "prive", "Keuken a", 9, None])
    assert "Er is meer dan één werkplek die 'Keuken a' heet" in rij.reden
    assert not Werkplek.objects.filter(capaciteit=9).exists()


class TestMentoren:
    @pytest.fixture
    def plek(self, aalst, griet):
        plek = maak_werkplek(aalst, "Café Zuid", "Keuken")
        for naam in ("رانيا الخطيب", "ሰላም ተስፋዬ"):
            maak_mentor(plek, griet, naam=naam)
        return plek

    def test_een_mentor_in_eigen_schrift_is_de_mentor_die_zo_heet(self, voer_plekken_in, plek):
        voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 1, "ተስፋዬ ሰላም"])
        assert [mentor.naam for mentor in plek.mentoren.all()] == ["ሰላም ተስፋዬ"]
        assert Mentor.objects.count() == 2

    def test_twee_mentoren_met_een_naam_dan_blijft_de_cel_liggen(self, voer_plekken_in, plek, griet):
        maak_mentor(plek, griet, naam="رَانِيَا الخطيب")
        (rij,) = voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 7, "رانيا الخطيب"])
        assert (
            "meer dan één mentor van deze werkgever heet 'رانيا الخطيب'. We nemen deze cel niet over." in rij.opgelet[0]
        )
        plek.refresh_from_db()
        assert (plek.capaciteit, plek.mentoren.count()) == (7, 3)

    def test_zonder_die_vraag_koos_de_invoer_er_een(self, voer_plekken_in, plek, griet, monkeypatch):
        """The control."""
        monkeypatch.setattr(mentoren.Mentoren, "onduidelijk", lambda *_: "")
        maak_mentor(plek, griet, naam="رَانِيَا الخطيب")
        voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 7, "رانيا الخطيب"])
        assert plek.mentoren.count() == 1

    def test_wie_nog_begeleidt_gaat_voor_wie_stopte(self, voer_plekken_in, plek, griet):
        Mentor.objects.filter(naam="رانيا الخطيب").update(actief=False)
        nieuwe = maak_mentor(plek, griet, naam="رَانِيَا الخطيب")
        voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 1, "رانيا الخطيب"])
        assert list(plek.mentoren.filter(actief=True)) == [nieuwe]

    def test_een_onleesbare_naam_is_geen_mentor(self, voer_plekken_in, plek):
        (rij,) = voer_plekken_in(["Café Zuid", None, "prive", "Keuken", 1, "Jos?"])
        assert "In de naam 'Jos?' staan tekens die we niet kunnen lezen. We nemen deze cel niet over." in rij.opgelet[0]
        assert Mentor.objects.count() == 2
