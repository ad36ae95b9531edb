"""The dossier report: who may ask it, what is in it, and what must never be in it."""

import io
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from clienten.enums import Antwoord
from clienten.models import Document, Gezinslid, Randvoorwaarde
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_medewerker, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.rapporten.delen.basis import ZONDER
from ocmw.werkruimte.rapporten.dossier import GEEN_RECHT, NIET_GEKOZEN, dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.rapporten.models import Rapportbestand
from ocmw.werkruimte.rapporten.weergave import rapport_als_html, rapport_als_pdf
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Actiepunt, Doel, Fasebeantwoording, Randprobleem
from trajecten.twe.models import Werkervaring

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
OP = date(2026, 11, 22)
KANARIES = ["KANARIERUG", "KANARIEDRANK", "KANARIEARTS", "KANARIEDOEL", "KANARIEPUNT", "KANARIEATTEST", "KANARIENOTA",
            "KANARIETERMIJN"]  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def client(bert, an):
    """A dossier with something in every part, and health or addiction wherever it can be."""
    client = maak_client(bert, coach=an, voornaam="Fatima", achternaam="Proef")
    traject = maak_traject(client, an)
    Randprobleem.objects.create(
        client=client, thema="gezondheid", afgeschermd=True, omschrijving=KANARIES[0], gemeld_op=OP
    )
    Randprobleem.objects.create(client=client, thema="mobiliteit", omschrijving="Bus te laat", gemeld_op=OP)
    for vraag, tekst in (("verslaving", KANARIES[1]), ("leefsituatie", "Woont alleen")):
        Fasebeantwoording.objects.create(
            traject=traject,
            client=client,
            vraag=vraag,
            toelichting=tekst,
            afgeschermd=vraag == "verslaving",
            beantwoord_op=OP,
        )
    maak_gesprek(client, an, verslag=KANARIES[2], afgeschermd=True)
    maak_gesprek(client, an, verslag="Open gesprek")
    Doel.objects.create(client=client, thema="gezondheid", afgeschermd=True, omschrijving=KANARIES[3], gesteld_op=OP)
    Doel.objects.create(client=client, thema="werk", omschrijving="Werk als poetser", gesteld_op=OP)
    punt = Actiepunt.objects.create(
        client=client, omschrijving=KANARIES[4], vervalt_op=OP, afgeschermd=True, medewerker=an
    )
    Termijn.objects.create(
        client=client, ocmw=client.ocmw, soort=ACTIEPUNT, sleutel=f"actiepunt:{punt.pk}", onderwerp=KANARIES[7],
        vervalt_op=OP, geopend_op=OP, verantwoordelijke=an,
    )  # fmt: skip
    Document.objects.create(
        client=client, titel=KANARIES[5], soort="medisch", afgeschermd=True, bestandsnaam="a.pdf", mime="x", grootte=1,
        sha256="x", toegevoegd_door=an,
    )  # fmt: skip
    Randvoorwaarde.objects.create(client=client, soort="gezondheid", in_orde=Antwoord.NEE, nota=KANARIES[6])
    Gezinslid.objects.create(client=client, relatie="dochter", voornaam="Noor", geboortejaar=2019)
    maak_contract(client, an, van=date(2026, 2, 1), laatste_dag=date(2027, 1, 31))
    Werkervaring.objects.create(client=client, start=date(2026, 1, 15), geregistreerd_door=an)
    return client


def _rapport(client, *, afgeschermd, delen=Deel.values, waarom_niet=GEEN_RECHT):
    return dossier_rapport(
        client, delen=delen, moment=MOMENT, opgemaakt_door="An", afgeschermd=afgeschermd, waarom_niet=waarom_niet
    )


def _tekst(pdf: bytes) -> str:
    return "".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages)


def test_zonder_het_recht_staat_er_niets_van_gezondheid_of_verslaving_in_de_pdf(client):
    tekst = _tekst(rapport_als_pdf(_rapport(client, afgeschermd=False)))
    assert not [kanarie for kanarie in KANARIES if kanarie in tekst]
    assert GEEN_RECHT in " ".join(tekst.split())
    for wel in ("Bus te laat", "Woont alleen", "Open gesprek", "Werk als poetser", "Noor", "Fatima Proef"):
        assert wel in tekst, wel


def test_met_het_recht_staat_alles_erin(client):
    tekst = _tekst(rapport_als_pdf(_rapport(client, afgeschermd=True)))
    assert [kanarie for kanarie in KANARIES if kanarie not in tekst] == []
    assert "niet opgenomen" not in tekst
    assert ZONDER not in tekst


def test_de_mededeling_staat_er_ook_als_er_niets_te_verbergen_is(bert):
    """Otherwise its absence would tell that there is nothing, and its presence that there is."""
    leeg = maak_client(bert)
    html = rapport_als_html(_rapport(leeg, afgeschermd=False, waarom_niet=NIET_GEKOZEN))
    assert html.count(ZONDER) == 7


def test_alleen_de_gekozen_delen_staan_erin_en_de_rest_wordt_genoemd(client):
    rapport = _rapport(client, afgeschermd=True, delen=["gesprekken", "identiteit"])
    assert [sectie.titel for sectie in rapport.secties] == ["Identiteit en contact", "Gesprekken"]
    assert "Randproblemen" in dict(rapport.kenmerken)["Niet opgenomen"]


def test_de_24_maanden_staan_erin_met_de_nazorg(client):
    html = rapport_als_html(_rapport(client, afgeschermd=True, delen=["werk"]))
    assert "<title>De 24 maanden lopen van" in html
    assert "14/01/2028" in html  # last day of the window
    assert "01/02/2027" in html  # first day of nazorg


def test_het_aantal_vragen_hangt_niet_af_van_het_dossier(client, an, django_assert_max_num_queries):
    for _ in range(15):
        maak_gesprek(client, an)
        Doel.objects.create(client=client, thema="werk", omschrijving="x", gesteld_op=OP)
    with django_assert_max_num_queries(45):
        rapport_als_html(_rapport(client, afgeschermd=False))


# --- asking for it ---


def _vraag(als, wie, client, **data):
    return als(wie).post(f"/clienten/{client.pk}/verslag/", {"delen": ["identiteit", "gesprekken"], **data})


def test_vragen_maken_en_ophalen(als, an, client):
    antwoord = _vraag(als, an, client, afgeschermd="on")
    opdracht = Opdracht.objects.get()
    assert antwoord.url == f"/opdrachten/{opdracht.pk}/"
    voer_uit(str(opdracht.pk))
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.fout) == (Opdrachtstatus.KLAAR, "")
    rapport = Rapportbestand.objects.get()
    pdf = b"".join(als(an).get(f"/rapporten/{rapport.pk}/bestand/").streaming_content)
    assert "KANARIEARTS" in _tekst(pdf)
    regels = Journaalregel.objects.filter(soort="uitvoer").values_list("wat", "client_id")
    assert sorted(regels) == [("dossier_afgedrukt", client.pk), ("rapport_geopend", client.pk)]
    assert "KANARIE" not in str(list(Journaalregel.objects.values()))
    assert "Proef" not in rapport.bestandsnaam


def test_een_coordinator_kan_geen_gezondheid_vragen(als, griet, client):
    assert "afgeschermd" not in als(griet).get(f"/clienten/{client.pk}/verslag/").context["form"].fields
    _vraag(als, griet, client, afgeschermd="on")
    assert not Rapportbestand.objects.get().afgeschermd


def test_een_vreemd_dossier_bestaat_niet(als, carla, leo, client):
    assert als(carla).get(f"/clienten/{client.pk}/verslag/").status_code == 404
    assert _vraag(als, carla, client).status_code == 404
    assert _vraag(als, leo, client).status_code == 403
    assert not Rapportbestand.objects.exists()


def test_buiten_de_eigen_caseload_wordt_eerst_een_reden_gevraagd(als, aalst, client):
    collega = maak_medewerker("Dries", "Nys", aalst, "atb")
    assert "/reden/" in als(collega).get(f"/clienten/{client.pk}/verslag/").url
    _vraag(als, collega, client)
    assert not Rapportbestand.objects.exists()


def test_zonder_onderdeel_komt_er_een_zin(als, an, client):
    antwoord = als(an).post(f"/clienten/{client.pk}/verslag/", {"afgeschermd": ""})
    assert "Kies minstens één onderdeel." in antwoord.content.decode()


def test_de_fase_en_wat_het_werk_voorstelt_staan_er_allebei(client):
    tekst = " ".join(rapport_als_html(_rapport(client, afgeschermd=True)).split())
    assert "1. Verkenning" in tekst
    assert "Voorstel volgens het werk" in tekst
    assert "fase 4" in tekst.split("Voorstel volgens het werk")[1][:300]
