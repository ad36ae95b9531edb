"""A proposal: what refuses it, what it keeps, what may follow what, and two colleagues at once."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from clienten.actions import sluit_client
from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_plek, maak_profiel, maak_voorstel
from ocmw.journaal.models import Journaalregel
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.match.actions import stel_voor, zet_voorstel
from tewerkstelling.match.enums import OVERGANGEN, Voorstelstatus, als_mermaid
from tewerkstelling.match.models import Voorstel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 23)
WEEK = {"proef": (OP, OP + timedelta(days=5))}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_kandidaat(an)


@pytest.fixture
def plek(an):
    return maak_plek(an.ocmw, an)


def test_een_voorstel_bewaart_het_oordeel_in_codes(client, plek, an):
    voorstel = maak_voorstel(client, plek, an)
    assert voorstel.status == Voorstelstatus.VOORGESTELD
    assert voorstel.oordeel["uitslag"] == "past"
    assert voorstel.oordeel["factoren"]["uren"] == "groen"
    regel = Journaalregel.objects.get(wat="voorstel_gewijzigd")
    assert regel.details == {"werkplek": plek.pk, "status": "voorgesteld", "uitslag": "past"}
    assert regel.client_id == client.pk


def test_het_oordeel_over_het_lichaam_is_er_niet_voor_wie_het_niet_mag_zien(client, plek, an):
    voorstel = maak_voorstel(client, plek, an)
    assert "fysiek" in voorstel.oordeel_voor(ziet_beperking=True)["factoren"]
    assert "fysiek" not in voorstel.oordeel_voor(ziet_beperking=False)["factoren"]


def test_tegen_een_harde_grens_kan_het_niet(client, an):
    volzet = maak_plek(an.ocmw, an, "Volzet", rijbewijs_nodig=True)
    with pytest.raises(Geweigerd, match="Er is een rijbewijs B nodig"):
        maak_voorstel(client, volzet, an)


def test_tegen_een_beperking_die_je_niet_ziet_kan_het_niet(client, plek, an, griet):
    """The coordinator may not know the limit, so she cannot propose: neither where it clashes nor where it does not."""
    for beperkt in ("nee", "onbekend", "ja"):  # nor may the refusal tell what the answer is
        maak_profiel(client, an, beperkt=beperkt, niet_mogelijk=["hoogte"] if beperkt == "ja" else [])
        with pytest.raises(Geweigerd, match="Wat het lichaam aankan, is voor jou afgeschermd"):
            maak_voorstel(client, plek, griet)
    assert maak_voorstel(client, plek, an).pk
    maak_profiel(client, an, beperkt="ja", niet_mogelijk=["stof"])
    with pytest.raises(Geweigerd, match="Het werk vraagt iets dat de cliënt niet kan: stof of schoonmaakmiddelen"):
        maak_voorstel(client, maak_plek(an.ocmw, an, "Andere"), an)


def test_wat_niet_past_vraagt_waarom_toch(client, an):
    vroeg = maak_plek(an.ocmw, an, "Vroege ploeg", reisminuten=90)
    with pytest.raises(Geweigerd, match="Schrijf waarom je deze plek toch voorstelt"):
        maak_voorstel(client, vroeg, an, nota=" ")
    assert maak_voorstel(client, vroeg, an, nota="Verhuist volgende week.").nota == "Verhuist volgende week."


def test_een_gesloten_dossier_wordt_niet_voorgesteld(client, plek, an):
    sluit_client(client, reden="werk", door=an, op=OP, slotnota="Werkt.")
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        maak_voorstel(client, plek, an)


def test_er_is_een_open_voorstel_per_client_en_plek(client, plek, an):
    voorstel = maak_voorstel(client, plek, an)
    with pytest.raises(Geweigerd, match="Er loopt al een voorstel"):
        maak_voorstel(client, plek, an)
    zet_voorstel(voorstel, status="niet_geschikt", reden="uren", door=an, op=OP)
    assert maak_voorstel(client, plek, an).pk


def test_de_databank_zelf_weigert_een_tweede(client, plek, an):
    """What two colleagues at once would do: the action has looked, and then the other one writes."""
    eerste = maak_voorstel(client, plek, an)
    with pytest.raises(IntegrityError), transaction.atomic():
        Voorstel.objects.create(client=client, werkplek=plek, door=an, gedaan_op=OP, status_op=OP)
    zet_voorstel(eerste, status="niet_geschikt", reden="uren", door=an, op=OP)
    Voorstel.objects.create(client=client, werkplek=plek, door=an, gedaan_op=OP, status_op=OP)


@pytest.mark.parametrize("van", Voorstelstatus)
@pytest.mark.parametrize("naar", Voorstelstatus)
def test_alleen_wat_in_de_tabel_staat_kan(van, naar, client, plek, an):
    voorstel = maak_voorstel(client, plek, an)
    proef = {"proef_van": OP, "proef_tot": OP + timedelta(days=5)} if van == "proefweek" else {}
    reden = "uren" if van == "niet_geschikt" else ""
    Voorstel.objects.filter(pk=voorstel.pk).update(status=van, reden=reden, **proef)
    voorstel.refresh_from_db()
    extra = {"reden": "uren"} if naar == "niet_geschikt" else WEEK if naar == "proefweek" else {}
    if naar in OVERGANGEN[van]:
        zet_voorstel(voorstel, status=naar, door=an, op=OP, **extra)
        voorstel.refresh_from_db()
        assert (voorstel.status, voorstel.status_op) == (naar, OP)
    else:
        with pytest.raises(Geweigerd):
            zet_voorstel(voorstel, status=naar, door=an, op=OP, **extra)


@pytest.mark.parametrize(
    "fout",
    [
        {"status": "proefweek"},
        {"status": "proefweek", "proef": (OP, OP)},
        {"status": "niet_geschikt"},
        {"status": "gestart", "reden": "uren"},
    ],
)
def test_zonder_dagen_of_reden_gaat_het_niet(fout, client, plek, an):
    voorstel = maak_voorstel(client, plek, an)
    with pytest.raises(ValidationError):
        zet_voorstel(voorstel, door=an, op=OP, **fout)
    voorstel.refresh_from_db()
    assert voorstel.status == "voorgesteld"


def test_de_dagen_van_de_proefweek_blijven_staan_na_de_start(client, plek, an):
    voorstel = zet_voorstel(maak_voorstel(client, plek, an), status="proefweek", door=an, op=OP, **WEEK)
    zet_voorstel(voorstel, status="gestart", door=an, op=OP)
    voorstel.refresh_from_db()
    assert voorstel.laatste_proefdag == OP + timedelta(days=4)
    assert voorstel.status == "gestart"


def test_wie_tweede_is_verandert_niets(client, plek, an, griet):
    """Both opened it; the row carries a version, so the second one hears that it moved."""
    een = maak_voorstel(client, plek, an)
    twee = Voorstel.objects.get(pk=een.pk)
    zet_voorstel(een, status="gestart", door=an, op=OP)
    with pytest.raises(IntussenGewijzigd):
        zet_voorstel(twee, status="niet_geschikt", reden="uren", door=griet, op=OP)
    een.refresh_from_db()
    assert een.status == "gestart"


def test_een_nota_komt_nooit_in_het_journaal(client, plek, an):
    voorstel = maak_voorstel(client, plek, an, nota="Heeft rugpijn.")
    zet_voorstel(voorstel, status="niet_geschikt", reden="ander", nota="Kan niet tillen.", door=an, op=OP)
    alles = " ".join(str(regel.details) for regel in Journaalregel.objects.all())
    assert "rugpijn" not in alles
    assert "tillen" not in alles


def test_voorstellen_is_alleen_met_woorden(client, plek, an):
    with pytest.raises(TypeError):
        stel_voor(client, plek, an, OP)


def test_het_diagram_in_de_docs_is_het_echte():
    blad = Path(settings.BASE_DIR, "docs", "adr", "0009-een-match-legt-zichzelf-uit.md").read_text(encoding="utf-8")
    assert als_mermaid() in blad
