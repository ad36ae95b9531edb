"""Lines of a note that become action points: what is read, and what a correction keeps."""

from datetime import date

import pytest

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.actielijnen import Actielijn, actielijnen, vul_aan
from trajecten.forms.gesprek import Puntrijen
from trajecten.models import Actiepunt, Gesprek

OP = date(2026, 11, 30)
WIE = [("7", "ik"), ("client", "Samira"), ("9", "Bert Maes")]
STANDAARD = {"lijn": "", "omschrijving": "", "wie": "7", "vervalt_op": "2026-12-07"}


@pytest.mark.parametrize(
    ("verslag", "verwacht"),
    [
        ("- Cv nalezen", [("Cv nalezen", "", None)]),
        ("Ze komt graag.\r\n - Cv nalezen \r\nNog iets", [("Cv nalezen", "", None)]),
        ("• Cv nalezen\n– Bellen", [("Cv nalezen", "", None), ("Bellen", "", None)]),
        ("- Samira: crèche bellen tegen 12/12", [("crèche bellen", "client", date(2026, 12, 12))]),
        ("- bert: VDAB bellen tegen vr 4/12.", [("VDAB bellen", "9", date(2026, 12, 4))]),
        ("- Attest vragen tegen 3/2", [("Attest vragen", "", date(2027, 2, 3))]),
        ("- Attest vragen tegen 3/2/28", [("Attest vragen", "", date(2028, 2, 3))]),
        ("- Cv sturen tegen morgen", [("Cv sturen", "", date(2026, 12, 1))]),
        ("- Cv sturen tegen volgende week", [("Cv sturen", "", date(2026, 12, 7))]),
        ("- Cv sturen tegen 31/2", [("Cv sturen tegen 31/2", "", None)]),
        ("- Let op: vakantie", [("Let op: vakantie", "", None)]),
        ("- Ik ben tegen", [("Ik ben tegen", "", None)]),
        ("-zonder spatie\n--\n- \nwerk - thuis", []),
        ("", []),
    ],
)
def test_wat_er_gelezen_wordt(verslag, verwacht):
    gelezen = actielijnen(verslag, wie=WIE, op=OP)
    assert [(lijn.omschrijving, lijn.wie, lijn.tegen) for lijn in gelezen] == verwacht


def test_twee_collega_s_met_een_voornaam_blijft_een_woord():
    twee = [*WIE, ("11", "Bert Claes")]
    assert actielijnen("- Bert: bellen", wie=twee, op=OP)[0].omschrijving == "Bert: bellen"
    assert actielijnen("- Bert Claes: bellen", wie=twee, op=OP)[0].wie == "11"


def lijnen(*teksten):
    return actielijnen("\n".join(f"- {tekst}" for tekst in teksten), wie=WIE, op=OP)


def test_een_verbeterde_lijn_houdt_haar_dag_en_wie_het_doet():
    rijen = vul_aan([], lijnen("Cv nalzen", "Bellen"), [], standaard=STANDAARD)
    rijen[0] |= {"wie": "client", "vervalt_op": "2026-12-24"}
    na = vul_aan(rijen, lijnen("Cv nalezen", "Bellen"), lijnen("Cv nalzen", "Bellen"), standaard=STANDAARD)
    assert [(rij["omschrijving"], rij["wie"], rij["vervalt_op"]) for rij in na] == [
        ("Cv nalezen", "client", "2026-12-24"),
        ("Bellen", "7", "2026-12-07"),
    ]


def test_noemt_de_lijn_zelf_een_andere_dag_dan_telt_die():
    rijen = vul_aan([], lijnen("Bellen tegen 12/12"), [], standaard=STANDAARD)
    assert rijen[0]["vervalt_op"] == "2026-12-12"
    na = vul_aan(rijen, lijnen("Bellen tegen 13/12"), lijnen("Bellen tegen 12/12"), standaard=STANDAARD)
    assert na[0]["vervalt_op"] == "2026-12-13"


def test_een_lijn_erboven_verschuift_geen_rij_en_een_lijn_die_weg_is_neemt_haar_rij_mee():
    met_de_hand = STANDAARD | {"omschrijving": "Zelf getypt", "vervalt_op": "2027-01-01"}
    rijen = [*vul_aan([], lijnen("Bellen"), [], standaard=STANDAARD), met_de_hand]
    rijen[0]["vervalt_op"] = "2026-12-24"
    na = vul_aan(rijen, lijnen("Eerst dit", "Bellen"), lijnen("Bellen"), standaard=STANDAARD)
    assert [(rij["omschrijving"], rij["vervalt_op"]) for rij in na] == [
        ("Eerst dit", "2026-12-07"),
        ("Bellen", "2026-12-24"),
        ("Zelf getypt", "2027-01-01"),
    ]
    weg = vul_aan(na, [], lijnen("Eerst dit", "Bellen"), standaard=STANDAARD)
    assert [rij["omschrijving"] for rij in weg] == ["Zelf getypt"]


def test_meer_lijnen_dan_rijen_geeft_meer_rijen():
    data = {"verslag": "\n".join(f"- Taak {nummer}" for nummer in range(7))}
    punten = Puntrijen.met_verslag(data, wie=WIE, vandaag=OP)
    assert [rij["omschrijving"].value() for rij in punten] == [f"Taak {nummer}" for nummer in range(7)]
    assert isinstance(lijnen("x")[0], Actielijn)


def test_zonder_script_leest_het_bewaren_de_lijnen(an, als):
    client = maak_client(an, voornaam="Samira")
    velden = {"kanaal": "telefoon", "op": vandaag().isoformat(), "aanwezigheid": "aanwezig", "duur": "20"}
    velden |= {"verslag": "Goed gesprek.\n- Samira: crèche bellen tegen morgen\n- Cv nalezen"}
    antwoord = als(an).post(f"/clienten/{client.pk}/gesprekken/nieuw/", velden)
    assert antwoord.status_code == 302
    punten = {punt.omschrijving: punt for punt in Actiepunt.objects.all()}
    assert (punten["crèche bellen"].eigenaar, (punten["crèche bellen"].vervalt_op - vandaag()).days) == ("client", 1)
    assert (punten["Cv nalezen"].eigenaar, punten["Cv nalezen"].medewerker) == ("medewerker", an)
    assert Gesprek.objects.get().verslag == velden["verslag"]


def test_de_rijen_onder_het_typen_bewaren_niets(an, als):
    client = maak_client(an, voornaam="Samira")
    antwoord = als(an).post(f"/clienten/{client.pk}/gesprekken/punten/", {"verslag": "- <b>Bel</b> de crèche"})
    assert "&lt;b&gt;Bel&lt;/b&gt; de crèche" in antwoord.text
    assert not Gesprek.objects.exists()
    assert not Actiepunt.objects.exists()
