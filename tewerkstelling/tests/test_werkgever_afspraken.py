"""What hangs on an employer or a place: contacts, agreements with their state, and all a workplace asks."""

from datetime import date, time

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_plekken import maak_contactpersoon, maak_mentor, maak_overeenkomst
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.models import Contactpersoon, Overeenkomst, Tewerkstelling, Werkplek

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def plek(aalst):
    return maak_werkplek(aalst)


@pytest.fixture
def werkgever(plek):
    return plek.werkgever


def bekijk(als, an, werkgever):
    return als(an).get(werkgever.get_absolute_url()).content.decode()


class TestContactpersonen:
    def test_toevoegen_wijzigen_en_verwijderen(self, als, an, werkgever):
        browser = als(an)
        url = reverse("tewerkstelling:contactpersoon_create", args=[werkgever.pk])
        browser.post(url, {"naam": "Jos", "functie": "preventie", "telefoon": "053 12 34 56"})
        jos = Contactpersoon.objects.get()
        assert "053 12 34 56" in bekijk(als, an, werkgever)
        wijzig = reverse("tewerkstelling:contactpersoon_edit", args=[werkgever.pk, jos.pk])
        browser.post(wijzig, velden_van(browser.get(wijzig).context["form"], functie="personeelsdienst"))
        assert "personeelsdienst" in bekijk(als, an, werkgever)
        browser.post(reverse("tewerkstelling:contactpersoon_verwijderen", args=[werkgever.pk, jos.pk]))
        assert not Contactpersoon.objects.exists()

    def test_een_contact_van_een_andere_werkgever_bestaat_hier_niet(self, als, an, aalst, werkgever):
        vreemd = maak_contactpersoon(maak_werkplek(aalst, "Zorghotel").werkgever, an)
        url = reverse("tewerkstelling:contactpersoon_edit", args=[werkgever.pk, vreemd.pk])
        assert als(an).get(url).status_code == 404

    def test_twee_collegas_op_hetzelfde_contact(self, als, an, griet, werkgever):
        jos = maak_contactpersoon(werkgever, an)
        url = reverse("tewerkstelling:contactpersoon_edit", args=[werkgever.pk, jos.pk])
        van_an, van_griet = (als(wie).get(url).context["form"] for wie in (an, griet))
        als(griet).post(url, velden_van(van_griet, functie="baas"))
        assert als(an).post(url, velden_van(van_an, functie="chef")).status_code == 409


class TestOvereenkomsten:
    def invoer(self, **velden):
        return {"soort": "plaatsen", "plaatsen": "4", "van": "2026-01-01", "laatste_dag": "2028-12-31", **velden}

    def test_toevoegen(self, als, an, werkgever):
        url = reverse("tewerkstelling:overeenkomst_create", args=[werkgever.pk])
        als(an).post(url, self.invoer(terugbetaling_bedrag="1250,50", getekend_op="2025-12-15"))
        rij = Overeenkomst.objects.get()
        assert (rij.tot, rij.plaatsen) == (date(2029, 1, 1), 4)
        pagina = bekijk(als, an, werkgever)
        assert "€\xa01.250,50 per maand" in pagina
        assert "Loopt" in pagina
        assert "31 december 2028" in pagina

    @pytest.mark.parametrize(
        ("van", "tot", "woord"),
        [
            (date(2026, 1, 1), None, "Loopt"),
            (date(2026, 1, 1), date(2026, 11, 23), "Loopt"),  # today is the last day
            (date(2026, 1, 1), OP, "Verlopen"),
            (date(2026, 11, 23), None, "Begint later"),
        ],
    )
    def test_de_stand_volgt_uit_de_dagen(self, als, an, werkgever, van, tot, woord):
        maak_overeenkomst(werkgever, an, van=van, tot=tot)
        assert woord in bekijk(als, an, werkgever)

    @pytest.mark.parametrize(
        ("velden", "veld"),
        [
            ({"plaatsen": ""}, "plaatsen"),
            ({"laatste_dag": "2025-12-31"}, "laatste_dag"),
            ({"terugbetaling_procent": "50", "terugbetaling_bedrag": "100"}, "terugbetaling_bedrag"),
            ({"terugbetaling_procent": "101"}, "__all__"),
            ({"terugbetaling_bedrag": "-1"}, "terugbetaling_bedrag"),
            ({"van": ""}, "van"),
        ],
    )
    def test_een_fout_staat_bij_het_veld(self, als, an, werkgever, velden, veld):
        url = reverse("tewerkstelling:overeenkomst_create", args=[werkgever.pk])
        antwoord = als(an).post(url, self.invoer(**velden))
        assert antwoord.context["form"].errors[veld]
        assert not Overeenkomst.objects.exists()

    def test_wijzigen_houdt_de_laatste_dag_en_verwijderen_kan(self, als, an, werkgever):
        rij, browser = maak_overeenkomst(werkgever, an, tot=date(2027, 1, 1)), als(an)
        url = reverse("tewerkstelling:overeenkomst_edit", args=[werkgever.pk, rij.pk])
        form = browser.get(url).context["form"]
        assert str(form["laatste_dag"].value()) == "2026-12-31"
        browser.post(url, velden_van(form, terugbetaling_procent="75"))
        rij.refresh_from_db()
        assert (rij.tot, rij.prijs) == (date(2027, 1, 1), "75 % van het loon")
        browser.post(reverse("tewerkstelling:overeenkomst_verwijderen", args=[werkgever.pk, rij.pk]))
        assert not Overeenkomst.objects.exists()


class TestWerkplek:
    def test_alles_wat_een_plek_vraagt_staat_op_de_pagina(self, als, an, plek):
        mentor, browser = maak_mentor(plek, an), als(an)
        url = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
        data = velden_van(
            browser.get(url).context["form"],
            sector="groen", taken="Hagen scheren", gemeente="Aalst", uren_per_week="28,5", begint_om="07:30", eindigt_om="13:00",
            werktijden=["vroeg"], taalniveau="A2", fysieke_eisen=["buiten", "staan"], rijbewijs_nodig="on", reisminuten="12",
            capaciteit="3", vestigingsnummer="2.100.000.015",
        )  # fmt: skip
        assert browser.post(url, data).status_code == 302
        plek.refresh_from_db()
        assert (plek.begint_om, plek.fysieke_eisen, plek.werktijden) == (time(7, 30), ["buiten", "staan"], ["vroeg"])
        assert list(plek.mentoren.all()) == [mentor]  # nobody touched them
        pagina = browser.get(plek.get_absolute_url()).content.decode()
        for tekst in (
            "Groen en buitenwerk", "Hagen scheren", "28,5 uren per week", "van 7:30 tot 13:00", "minstens A2",
            "Werken in weer en wind", "Lang staan of stappen", "Vroege ploeg", "12 minuten", "2.100.000.015", "Mieke Mentor",
        ):  # fmt: skip
            assert tekst in pagina

    @pytest.mark.parametrize(
        ("velden", "veld", "zin"),
        [
            ({"uren_per_week": "38,5"}, "uren_per_week", "hoogstens 38 uren"),
            ({"uren_per_week": "0"}, "uren_per_week", "groter is dan nul"),
            ({"begint_om": "08:00", "eindigt_om": "08:00"}, "eindigt_om", "hetzelfde uur"),
            ({"fysieke_eisen": ["vliegen"]}, "fysieke_eisen", ""),
            ({"capaciteit": "0"}, "capaciteit", "minstens 1"),
        ],
    )
    def test_een_fout_staat_bij_het_veld(self, als, an, plek, velden, veld, zin):
        url = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
        antwoord = als(an).post(url, velden_van(als(an).get(url).context["form"], **velden))
        assert zin in " ".join(antwoord.context["form"].errors[veld])

    def test_twee_collegas_kiezen_andere_eisen(self, als, an, griet, plek):
        """The lists stand side by side in words, not as codes."""
        url = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
        van_an, van_griet = (als(wie).get(url).context["form"] for wie in (an, griet))
        als(griet).post(url, velden_van(van_griet, fysieke_eisen=["buiten"]))
        botsing = als(an).post(url, velden_van(van_an, fysieke_eisen=["koude"], gemeente="Aalst"))
        assert botsing.status_code == 409
        assert "Werken in weer en wind" in botsing.content.decode()
        als(an).post(url, velden_van(botsing.context["form"], fysieke_eisen=["buiten", "koude"]))
        assert Werkplek.objects.get(pk=plek.pk).fysieke_eisen == ["buiten", "koude"]


class TestMentorInHetContract:
    def test_een_mentor_van_elders_wordt_geweigerd(self, als, an, aalst, plek):
        vreemd = maak_mentor(maak_werkplek(aalst, "Zorghotel"), an, "Vreemde Vera")
        client = maak_client(an)
        url = reverse("tewerkstelling:contract_create", args=[client.pk])
        data = {"soort": "art60", "werkplek": plek.pk, "mentor": vreemd.pk, "van": "2026-12-01", "laatste_dag": "2027-11-30",
                "uren_per_week": "38", "voltijds_uren": "38"}  # fmt: skip
        fout = als(an).post(url, data).context["form"].errors["mentor"]
        assert fout == ["Vreemde Vera werkt niet bij de werkgever van deze werkplek. Kies een andere mentor."]
        contract = Tewerkstelling(client=client, werkplek=plek, mentor=vreemd, van=date(2026, 12, 1), uren_per_week=38)
        with pytest.raises(Geweigerd, match="werkt niet bij de werkgever"):
            start_tewerkstelling(contract, door=an, op=OP)

    def test_mentor_en_rechten_worden_bewaard(self, als, an, plek):
        mentor, client = maak_mentor(plek, an), maak_client(an)
        url = reverse("tewerkstelling:contract_create", args=[client.pk])
        data = {"soort": "art60", "werkplek": plek.pk, "mentor": mentor.pk, "van": "2026-11-16", "laatste_dag": "2027-11-30",
                "uren_per_week": "19", "voltijds_uren": "38", "dagen_per_week": "4", "toelating": "deeltijds",
                "aanvraag_op": "2027-12-01"}  # fmt: skip
        eerste = als(an).post(url, data)
        if eerste.status_code == 200:
            als(an).post(url, {**data, "gezien": eerste.context["vooraf"].code})
        contract = Tewerkstelling.objects.get()
        assert (contract.mentor, contract.dagen_per_week, contract.toelating) == (mentor, 4, "deeltijds")
        assert contract.aanvraag_op == date(2027, 12, 1)
        assert "Mentor: Mieke Mentor" in als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()

    def test_zeven_dagen_per_week_bestaat_niet(self, als, an, plek):
        url = reverse("tewerkstelling:contract_create", args=[maak_client(an).pk])
        form = als(an).post(url, {"soort": "art60", "dagen_per_week": "7"}).context["form"]
        assert form.errors["dagen_per_week"] == ["Een werkweek telt 1 tot 6 dagen."]
        assert form.meer_open
