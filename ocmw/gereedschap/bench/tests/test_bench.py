"""The whole command on a tiny OCMW: every measurement has a line, and one that fails hides no other."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clienten.models import Client
from ocmw.gereedschap.bench.doel import Meetdoel
from ocmw.gereedschap.bench.genereer import Wereld
from ocmw.gereedschap.bench.management.commands import bench
from ocmw.gereedschap.bench.meten import eenmaal
from ocmw.gereedschap.bench.metingen import alle_proeven
from ocmw.gereedschap.bench.proef import GROEI, Overgeslagen, Proef
from tewerkstelling.models import Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]
KLEIN = {"clienten": 40, "rondes": 1, "journaal": 50, "pdfs": 1}
STUK = Proef("gaat stuk", lambda bank: 1 / 0)


def draai(*namen, **opties):
    """What stands on the screen, and the exit code."""
    uit, fout = StringIO(), StringIO()
    code = 0
    try:
        call_command("bench", *namen, stdout=uit, stderr=fout, **{**KLEIN, **opties})
    except CommandError as weigering:
        code, _ = weigering.returncode, fout.write(str(weigering))
    return uit.getvalue(), fout.getvalue(), code


def regels(tekst):
    """Every line of a table: name -> cells."""
    lijnen = [
        [cel.strip() for cel in lijn.strip("|").split("|")] for lijn in tekst.splitlines() if lijn.startswith("| ")
    ]
    return {cellen[0]: cellen for cellen in lijnen}


def regel(tekst, naam):
    assert naam in regels(tekst), tekst
    return regels(tekst)[naam]


@pytest.fixture
def met(monkeypatch):
    """These measurements instead of the real ones. Unless the real ones are among them, no clients are made."""

    def zet(*proeven):
        if not any(proef.groeit for proef in proeven):
            monkeypatch.setattr(Wereld, "groei_tot", lambda wereld, aantal: None)
        monkeypatch.setattr(bench, "alle_proeven", lambda: proeven)

    return zet


def proef(naam, verhouding=1.0, doel=None, **meer):
    return Proef(naam, lambda bank: eenmaal(verhouding, 1), doel or Meetdoel(), **meer)


@pytest.mark.traag
def test_elke_meting_schrijft_een_regel_ook_als_er_een_mislukt(met):
    echte = alle_proeven()
    met(STUK, *echte)
    uit, fout, code = draai()
    namen = {een.naam for een in echte} | {f"{een.naam}: {GROEI}" for een in echte if een.groeit}
    assert regels(uit).keys() == namen | {STUK.naam, "meting"}
    assert {naam: cellen[1] for naam, cellen in regels(uit).items() if cellen[1].startswith("mislukt")} == {
        STUK.naam: "mislukt: division by zero"
    }, fout
    assert code == 1
    assert "ZeroDivisionError" in fout
    assert "Mislukt (1): gaat stuk" in fout
    # The world held what used to break it.
    assert Client.objects.filter(geboortedatum=None, ocmw__code="bench").exists()
    assert Tewerkstelling.objects.filter(client__geboortedatum=None).exists()


def test_een_client_zonder_geboortedatum_breekt_de_impact_niet():
    """Who has no birth date is counted for both ends of what is possible."""
    uit, fout, code = draai(alleen=["impact"])
    assert (regel(uit, "impact van een regel")[1][-1], code) == ("x", 0), fout
    assert "0 niet te berekenen" in uit


def test_een_regel_staat_er_zodra_hij_gemeten_is(met):
    gezien = []
    uit = StringIO()
    kijk = Proef("kijkt", lambda bank: gezien.append(uit.getvalue()) or eenmaal(1, 1))
    met(proef("eerste"), kijk)
    call_command("bench", stdout=uit, **KLEIN)
    assert regel(gezien[0], "eerste")
    assert "| kijkt" not in gezien[0]
    assert regel(uit.getvalue(), "kijkt")


def test_een_gemist_doel_staat_er_en_eis_maakt_er_een_fout_van(met):
    met(proef("ruim", 1.5, Meetdoel(verhouding=2)), proef("krap", 2.5, Meetdoel(verhouding=2)), proef("vrij", 9))
    uit, fout, code = draai()
    assert [regel(uit, naam)[-2] for naam in ("ruim", "krap", "vrij")] == ["gehaald", "gemist", ""]
    assert "Gemist (1): krap" in fout
    assert code == 0
    assert draai(eis=True)[2] == 1
    assert draai(eis=True, alleen=["ruim", "vrij"])[2] == 0


def test_alleen_wat_je_noemt_en_de_lijst_van_namen(met):
    met(proef("vandaag"), proef("dossier"), proef("dossier als PDF"))
    uit, _, _ = draai(alleen=["PDF", "vandaag"])
    assert "| vandaag" in uit
    assert "| dossier als PDF" in uit
    assert "| dossier  " not in uit
    assert draai(lijst=True)[0].split("\n") == ["vandaag", "dossier", "dossier als PDF", ""]
    assert "Geen enkele meting heet zo: nazorg" in draai(alleen=["nazorg"])[1]


def test_wat_deze_machine_niet_heeft_wordt_overgeslagen_en_gezegd(met):
    def zonder(bank):
        raise Overgeslagen("er is geen Redis.")

    met(Proef("met Redis", zonder, Meetdoel(verhouding=1)))
    uit, _, code = draai(eis=True)
    assert regel(uit, "met Redis")[1] == "overgeslagen: er is geen Redis."
    assert code == 0


def test_json_zegt_hetzelfde_in_cijfers(met):
    met(proef("krap", 2.5, Meetdoel(verhouding=2)), Proef("gaat stuk", STUK.meet))
    uit, fout, code = draai(json=True)
    krap, stuk = json.loads(uit)
    assert (krap["naam"], krap["verhouding"], krap["gemist"]) == ("krap", 2.5, ["verhouding"])
    assert stuk == {"naam": "gaat stuk", "mislukt": "division by zero"}
    assert regel(fout, "krap")
    assert code == 1
