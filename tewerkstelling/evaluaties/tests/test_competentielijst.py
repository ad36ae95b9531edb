"""Competence lists: what comes with the installation, versions, and that a used version never changes."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_lijst, vul_stem
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import bewaar_lijst, kopieer_lijst
from tewerkstelling.evaluaties.blad import lees_blad, lees_verloop
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein, Evaluatie, Schaal

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def evaluatie(an):
    contract = maak_contract(maak_client(an), an, van=date(2026, 1, 5), laatste_dag=date(2027, 1, 4))
    return maak_evaluatie(contract, an, gehouden_op=date(2026, 5, 1))


def eigen_versie(code, door):
    return kopieer_lijst(maak_lijst(code), door=door, op=OP)


def test_de_installatie_brengt_de_lijsten_mee():
    """F2, F4, F6, F7; what no source confirms whole is marked as not complete."""
    lijst = Competentielijst.objects.get(code="art60")
    assert [d.naam for d in lijst.domeinen.all()] == [
        "Kwaliteit van het werk",
        "Arbeidsattitudes",
        "Samenwerken",
        "Communicatie",
        "Persoonlijke vaardigheden",
        "Loopbaancompetenties",
        "Technische competenties",
    ]
    assert lijst.schaal.labels == ["Problematisch", "Basis", "Goed", "Sterkte"]
    assert all(c.voorbeeld and c.clientzin for c in Competentie.objects.all())
    vdab, sam = (Competentielijst.objects.get(code=code) for code in ("vdab-soft-skills", "attitudes"))
    assert (Competentie.objects.filter(domein__lijst=vdab).count(), vdab.volledig) == (13, False)
    assert "flexibiliteit vulden wij aan" in vdab.toelichting
    c_stick = Competentielijst.objects.get(code="c-stick")
    assert (Competentie.objects.filter(domein__lijst=c_stick).count(), c_stick.volledig) == (12, False)
    assert all(domein.clientnaam for domein in Domein.objects.all())
    assert sam.schaal.labels == ["Onvoldoende", "Matig", "Goed", "Uitstekend"]


def test_een_nieuwe_versie_geldt_vanaf_vandaag_en_de_oude_tot_dan(griet, als):
    lijst = maak_lijst()
    als(griet).post(reverse("evaluaties:competentielijst_kopieren", args=[lijst.pk]))
    oud, nieuw = Competentielijst.objects.filter(code="art60").order_by("nummer")
    assert (oud.geldig_tot, nieuw.geldig_van, nieuw.nummer) == (None, OP, 2)
    assert (oud.ocmw, nieuw.ocmw) == (None, griet.ocmw)
    assert [c.code for c in Competentie.objects.filter(domein__lijst=nieuw)] == [
        c.code for c in Competentie.objects.filter(domein__lijst=oud)
    ]
    derde = kopieer_lijst(nieuw, door=griet, op=OP + timedelta(days=1))
    nieuw.refresh_from_db()
    assert (nieuw.geldig_tot, derde.nummer) == (OP + timedelta(days=1), 3)
    for lijst in (oud, nieuw):
        with pytest.raises(Geweigerd, match="geldt nu niet"):
            kopieer_lijst(lijst, door=griet, op=OP)


def test_een_gebruikte_versie_verandert_niet(evaluatie, griet, als):
    url = reverse("evaluaties:competentielijst_edit", args=[evaluatie.lijst_id])
    assert als(griet).get(url).status_code == 409
    with pytest.raises(Geweigerd, match="Maak een nieuwe versie"):
        bewaar_lijst(evaluatie.lijst, ["naam"], [], (["a", "b"], ["a", "b"]), door=griet, op=OP)
    pagina = als(griet).get(reverse("evaluaties:competentielijst_detail", args=[evaluatie.lijst_id]))
    assert "blijft zoals ze is" in pagina.content.decode()


def test_een_versie_bewerken_voegt_toe_schrapt_en_wijzigt_de_schaal(griet, als):
    lijst = eigen_versie("vdab-soft-skills", griet)
    url = reverse("evaluaties:competentielijst_edit", args=[lijst.pk])
    form = als(griet).get(url).context["form"]
    eerste, tweede = Competentie.objects.filter(domein__lijst=lijst)[:2]
    domein = eerste.domein_id
    velden = velden_van(form) | {
        f"c{eerste.pk}-naam": "Zelfstandig doorwerken",
        f"c{tweede.pk}-naam": "",
        f"n{domein}x0-naam": "Leergierig zijn",
        f"n{domein}x0-voorbeeld": "Vraagt hoe iets werkt.",
        "niveaus": "Nog niet\nWel",
        "clientlabels": "Nee\nJa",
    }
    assert als(griet).post(url, velden).status_code == 302
    namen = list(Competentie.objects.filter(domein__lijst=lijst).values_list("naam", flat=True))
    assert "Regels en afspraken nakomen" not in namen
    assert {"Zelfstandig doorwerken", "Leergierig zijn"} <= set(namen)
    eerste.refresh_from_db()
    assert eerste.code == "zelfstandig-werken"  # the trend follows the code, whatever the words
    lijst.refresh_from_db()
    assert lijst.schaal.labels == ["Nog niet", "Wel"]
    assert Schaal.objects.filter(labels=["Problematisch", "Basis", "Goed", "Sterkte"]).exists()


def test_een_domein_hernoemen_schrappen_en_toevoegen(griet, als):
    lijst = eigen_versie("art60", griet)
    url = reverse("evaluaties:competentielijst_edit", args=[lijst.pk])
    kwaliteit, attitudes = lijst.domeinen.all()[:2]
    velden = velden_van(als(griet).get(url).context["form"]) | {
        f"d{kwaliteit.pk}-naam": "Kwaliteit",
        f"d{attitudes.pk}-naam": "",
        "dx-naam": "Digitaal",
        "dx-clientnaam": "De computer",
        "dx-beeld": "tools",
        "nx0-naam": "Scanner gebruiken",
    }
    assert als(griet).post(url, velden).status_code == 302
    namen = list(lijst.domeinen.values_list("naam", "clientnaam"))
    assert (namen[0], namen[-1], len(namen)) == (("Kwaliteit", "Hoe ik werk"), ("Digitaal", "De computer"), 7)
    kwaliteit.refresh_from_db()
    assert kwaliteit.code == "kwaliteit-van-het-werk"  # the trend follows the code
    assert not Competentie.objects.filter(domein=attitudes.pk).exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"nx0-naam": "Scannen"}, "Geef het nieuwe domein een naam."),
        ({"dx-naam": "Digitaal"}, "Zet minstens één competentie in het nieuwe domein."),
    ],
)
def test_een_half_nieuw_domein_wordt_gezegd_bij_het_veld(griet, als, velden, zin):
    url = reverse("evaluaties:competentielijst_edit", args=[eigen_versie("art60", griet).pk])
    pagina = als(griet).post(url, velden_van(als(griet).get(url).context["form"]) | velden)
    assert pagina.context["form"].errors["dx-naam"] == [zin]


def test_een_lijst_zonder_competenties_wordt_niet_bewaard(griet, als):
    lijst = eigen_versie("attitudes", griet)
    url = reverse("evaluaties:competentielijst_edit", args=[lijst.pk])
    velden = velden_van(als(griet).get(url).context["form"]) | {f"d{lijst.domeinen.get().pk}-naam": ""}
    assert "minstens één competentie" in als(griet).post(url, velden).content.decode()
    assert Competentie.objects.filter(domein__lijst=lijst).count() == 8


def test_een_eigen_lijst_begint_met_een_andere_en_staat_ernaast(evaluatie, griet, an, als):
    url = reverse("evaluaties:competentielijst_create")
    velden = {"naam": "Onze lijst", "uit": evaluatie.lijst_id}
    eigen = Competentielijst.objects.get(pk=int(als(griet).post(url, velden).url.split("/")[2]))
    assert (eigen.code, eigen.nummer, eigen.geldig_van) == ("onze-lijst", 1, OP)
    assert Competentie.objects.filter(domein__lijst=eigen).count() == 21
    assert not eigen.weigering_voor_wijzigen(griet.ocmw_id)
    assert evaluatie.lijst.weigering_voor_wijzigen(griet.ocmw_id)  # the other is still what it was
    assert "al een lijst met die naam" in als(griet).post(url, velden).content.decode()
    begin = als(an).get(reverse("evaluaties:evaluatie_create", args=[evaluatie.client_id, evaluatie.contract_id]))
    assert eigen in begin.context["form"].fields["lijst"].queryset
    assert als(an).get(url).status_code == 403


@pytest.mark.parametrize("niveaus", ["Alleen een", "a\nb\nc"])
def test_een_schaal_past_bij_haar_woorden_voor_de_client(griet, als, niveaus):
    url = reverse("evaluaties:competentielijst_edit", args=[eigen_versie("attitudes", griet).pk])
    velden = velden_van(als(griet).get(url).context["form"], niveaus=niveaus)
    assert "2 tot 6 niveaus" in als(griet).post(url, velden).content.decode()


def test_twee_beheerders_bewerken_dezelfde_versie(griet, bea, als):
    url = reverse("evaluaties:competentielijst_edit", args=[eigen_versie("attitudes", griet).pk])
    van_griet, van_bea = (velden_van(als(wie).get(url).context["form"]) for wie in (griet, bea))
    als(griet).post(url, van_griet | {"naam": "Attitudes A"})
    assert als(bea).post(url, van_bea | {"naam": "Attitudes B"}).status_code == 409


def test_vorige_scores_en_het_verloop_lopen_door_over_versies(evaluatie, an, griet):
    vul_stem(evaluatie, "coach", 2, an)
    kopieer_lijst(evaluatie.lijst, door=griet, op=OP)
    nieuw = maak_evaluatie(evaluatie.contract, an, lijst=Competentielijst.objects.get(code="art60", ocmw=griet.ocmw))
    assert nieuw.lijst.nummer == 2
    vul_stem(nieuw, "coach", 4, an, tempo=3)
    blad = lees_blad(Evaluatie.objects.select_related("lijst__schaal").get(pk=nieuw.pk))
    assert blad.blokken[0].rijen[0].cellen[0].vorige == "Basis"
    verloop = lees_verloop(evaluatie.client, "art60")
    tempo = next(lijn for lijn in verloop.lijnen if lijn.naam == "Tempo")
    assert [punt["coach"] for punt in tempo.waarden] == [2, 3]
    assert tempo.waarden[0]["mentor"] is None
    assert (tempo.domein, tempo.beweging) == ("Kwaliteit van het werk", 1)
