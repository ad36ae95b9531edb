"""The interface people script against: JSON in, JSON out, or one Dutch line and exit code 2."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command

from ocmw.regels.models import Regelset
from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from ocmw.werkruimte.reken.soorten import SOORTEN
from ocmw.werkruimte.reken.soorten import reken as bereken

pytestmark = pytest.mark.django_db


@pytest.fixture
def reken(monkeypatch, capsys):
    """`reken("soort", {...})` gives (exit code, answer or None, standard error)."""

    def vraag(*soort: str, invoer: object):
        ruw = invoer if isinstance(invoer, bytes) else json.dumps(invoer).encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ruw)))
        code = 0
        try:
            call_command("reken", *soort)
        except SystemExit as einde:
            code = einde.code
        uit, fout = capsys.readouterr()
        return code, json.loads(uit) if uit else None, fout

    return vraag


@pytest.mark.parametrize(
    ("start", "laatste", "tijdig"),
    [
        ("2024-09-01", "2026-08-31", "2024-10-31"),
        ("2025-01-15", "2027-01-14", "2025-03-14"),
        ("2025-08-31", "2027-08-30", "2025-10-30"),
    ],
)
def test_twe_venster(reken, start, laatste, tijdig):
    """W1."""
    code, antwoord, fout = reken("twe_venster", invoer={"start": start})
    assert (code, fout) == (0, "")
    assert (antwoord["laatste_dag"], antwoord["tijdig_art60_tot"]) == (laatste, tijdig)
    assert antwoord["regels"][0]["sleutel"] == "twe.max_maanden"
    assert antwoord["regels"][0]["bron"]


@pytest.mark.parametrize(
    ("twe_start", "art60_einde", "verwacht"),
    [
        ("2024-09-01", "2025-10-14", (10, 17, 321, 0)),
        ("2025-03-01", "2026-04-30", (10, 0, 304, 0)),
        ("2026-01-01", "2027-12-31", (0, 0, 0, 0)),
        ("2026-01-01", "2028-01-31", (0, 0, 0, 31)),
    ],
)
def test_nazorg(reken, twe_start, art60_einde, verwacht):
    """W2."""
    code, antwoord, _ = reken("nazorg", invoer={"twe_start": twe_start, "art60_einde": art60_einde})
    assert code == 0
    assert tuple(antwoord[k] for k in ("maanden", "dagen", "totaal_dagen", "overschreden_dagen")) == verwacht


def test_insz(reken):
    """W7."""
    _, antwoord, _ = reken("insz", invoer={"nummer": "85.07.30-033.28"})
    assert antwoord == {
        "geldig": True,
        "genormaliseerd": "85073003328",
        "weergave": "85.07.30-033.28",
        "geboortedatum": "1985-07-30",
        "geslacht": "M",
        "soort": "RRN",
        "reden": "",
    }
    _, antwoord, _ = reken("insz", invoer={"nummer": "90.25.17-001.02"})
    assert (antwoord["soort"], antwoord["geslacht"], antwoord["geboortedatum"]) == ("BIS", "", "1990-05-17")
    code, antwoord, _ = reken("insz", invoer={"nummer": "85.07.30-033.29"})
    assert (code, antwoord["geldig"], antwoord["geboortedatum"]) == (0, False, None)
    assert "controlegetal" in antwoord["reden"]


def test_een_insz_van_morgen_bestaat_niet(reken):
    with time_machine.travel(date(2024, 2, 28)):
        _, vandaag, _ = reken("insz", invoer={"nummer": "04.02.29-002.31"})
    with time_machine.travel(date(2004, 2, 28)):
        _, toen, _ = reken("insz", invoer={"nummer": "04.02.29-002.31"})
    assert (vandaag["geldig"], toen["geldig"]) == (True, False)


@pytest.mark.parametrize(
    ("soort", "nummer", "geldig", "genormaliseerd"),
    [
        ("kbo", "BE 0566.988.259", True, "0566988259"),
        ("kbo", "0566.988.258", False, ""),
        ("vestiging", "2.100.000.015", True, "2100000015"),
        ("iban", "BE68 5390 0754 7034", True, "BE68539007547034"),
        ("iban", "BE68 5390 0754 7035", False, ""),
    ],
)
def test_nummers(reken, soort, nummer, geldig, genormaliseerd):
    """W8."""
    code, antwoord, _ = reken(soort, invoer={"nummer": nummer})
    assert (code, antwoord["geldig"], antwoord["genormaliseerd"]) == (0, geldig, genormaliseerd)
    assert bool(antwoord["reden"]) is not geldig


KEN_JE_JOB = {"van": "2026-09-01", "tot": "2026-12-18"}


def test_sessies(reken):
    """W12.71."""
    code, antwoord, fout = reken("sessies", invoer={**KEN_JE_JOB, "weekdagen": ["di", "do"]})
    assert (code, fout, set(antwoord)) == (0, "", {"aantal", "dagen", "overgeslagen"})
    assert (antwoord["aantal"], antwoord["dagen"][0], antwoord["dagen"][-1]) == (30, "2026-09-01", "2026-12-17")
    assert antwoord["overgeslagen"] == [
        {"dag": "2026-11-03", "reden": "Herfstvakantie"},
        {"dag": "2026-11-05", "reden": "Herfstvakantie"},
    ]
    ma_wo = reken("sessies", invoer={**KEN_JE_JOB, "weekdagen": ["wo", "ma"]})[1]
    assert (ma_wo["aantal"], ma_wo["dagen"][0]) == (28, "2026-09-02")
    assert {"dag": "2026-11-11", "reden": "Feestdag: Wapenstilstand"} in ma_wo["overgeslagen"]
    dubbel = {**KEN_JE_JOB, "weekdagen": ["di"], "halve_dagen": 2, "schoolvakanties": False}
    hele = reken("sessies", invoer=dubbel)[1]
    assert (hele["aantal"], len(hele["dagen"]), hele["overgeslagen"]) == (32, 16, [])
    een = reken("sessies", invoer={"van": "2026-11-11", "tot": "2026-11-11", "weekdagen": ["wo"]})[1]
    assert (een["aantal"], een["dagen"]) == (0, [])


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"weekdagen": []}, "Kies minstens één weekdag."),
        ({"weekdagen": ["dinsdag"]}, "kennen we niet"),
        ({"weekdagen": ["di", "di"]}, "staat er twee keer"),
        ({"weekdagen": "di"}, "lijst van teksten"),
        ({"weekdagen": [1]}, "lijst van teksten"),
        ({"weekdagen": None}, "lijst van teksten"),
        ({"halve_dagen": 3}, "meer halve dagen"),
        ({"halve_dagen": 0}, "meer halve dagen"),
        ({"halve_dagen": 1.5}, "geheel getal"),
        ({"schoolvakanties": "nee"}, "true of false"),
        ({"tot": "2026-08-31"}, "ligt voor de eerste dag"),
        ({"tot": "2056-08-31"}, "hoogstens 10 jaar"),
        ({"van": "0001-01-01"}, "te ver"),
    ],
)
def test_sessies_met_vreemde_vragen(reken, anders, zin):
    code, antwoord, fout = reken("sessies", invoer={**KEN_JE_JOB, "weekdagen": ["di"], **anders})
    assert (code, antwoord, fout.count("\n")) == (2, None, 1)
    assert zin in fout


def test_de_regel_van_de_startdag_telt(reken):
    """A rule that changes later leaves earlier windows alone, and the answer says which set was used."""
    Regelset.objects.filter(sleutel="twe.max_maanden").update(geldig_tot=date(2027, 1, 1))
    Regelset.objects.create(sleutel="twe.max_maanden", waarde=18, geldig_van=date(2027, 1, 1), bron="nieuw decreet")
    assert reken("twe_venster", invoer={"start": "2026-12-31"})[1]["laatste_dag"] == "2028-12-30"
    nieuw = reken("twe_venster", invoer={"start": "2027-01-01"})[1]
    assert nieuw["laatste_dag"] == "2028-06-30"
    assert nieuw["regels"][0] == {
        "sleutel": "twe.max_maanden",
        "waarde": 18,
        "geldig_van": "2027-01-01",
        "bron": "nieuw decreet",
    }


def test_een_onbekende_sleutel_wordt_gemeld(reken):
    assert reken("kbo", invoer={"nummer": "0566988259", "naam": "Kringwinkel"})[1]["genegeerd"] == ["naam"]


@pytest.mark.parametrize(
    ("soort", "invoer", "zin"),
    [
        (["twe_venster"], b"", "geen JSON"),
        (["twe_venster"], b"{start: 1}", "geen JSON"),
        (["twe_venster"], b"\xff\xfe", "UTF-8"),
        (["twe_venster"], b"[" * 100_000, "JSON|genest"),
        (["twe_venster"], b'{"start": "2026-01-01", "start": "2026-02-01"}', "twee keer"),
        (["twe_venster"], b'{"start": "2026-01-01", "x": ' + b"9" * 5000 + b"}", "te groot"),
        (["twe_venster"], ["2026-01-01"], "JSON-object"),
        (["twe_venster"], None, "JSON-object"),
        (["twe_venster"], {}, "start ontbreekt"),
        (["twe_venster"], {"start": "2025-02-30"}, "2025-02-30 bestaat niet"),
        (["twe_venster"], {"start": "01/09/2026"}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "20260901"}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "2026-W01-1"}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "２０２６-09-01"}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "2026-09-01T00:00:00"}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": None}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "x\ny" * 50}, "zoals 2026-09-01"),
        (["twe_venster"], {"start": "9999-01-01"}, "te ver"),
        (["twe_venster"], {"start": "2016-12-31"}, "geen regel"),
        (["nazorg"], {"twe_start": "2026-01-01"}, "art60_einde ontbreekt"),
        (["nazorg"], {"twe_start": "2026-01-01", "art60_einde": "2025-12-31"}, "Kijk de datums na"),
        (["insz"], {"nummer": 85073003328}, "tekst tussen aanhalingstekens"),
        (["insz"], {"insz": "85073003328"}, "nummer ontbreekt"),
        (["salaris"], {}, "Onbekende soort 'salaris'. Kies uit: betaalbare_maanden, contract_einde"),
        ([], {}, "Geef één soort"),
        (["insz", "kbo"], {}, "Geef één soort"),
    ],
)
def test_onbruikbare_invoer_is_een_regel_en_code_2(reken, soort, invoer, zin):
    code, antwoord, fout = reken(*soort, invoer=invoer)
    assert (code, antwoord) == (2, None)
    assert fout.count("\n") == 1
    assert any(deel in fout for deel in zin.split("|")), fout


@pytest.mark.parametrize("sleutel", ["\\ud800", "\\udfff", "\\u0000", "\\u20ac"])
def test_een_half_teken_komt_terug_zoals_het_getypt_is(reken, sleutel):
    code, antwoord, _ = reken("kbo", invoer=f'{{"nummer": "0566988259", "{sleutel}": 1}}'.encode())
    assert (code, antwoord["genegeerd"]) == (0, [json.loads(f'"{sleutel}"')])


def _als_opdracht(soort: str, invoer: str | None, data_dir, **anders) -> subprocess.CompletedProcess:
    omgeving = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    omgeving |= {"OCMW_DATA": str(data_dir), **anders.pop("env", {})}
    kanalen = {"input": invoer, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | anders
    return subprocess.run(
        [sys.executable, "manage.py", "reken", soort],
        cwd=settings.BASE_DIR,
        env=omgeving,
        text=True,
        timeout=60,
        check=False,
        **kanalen,
    )


def test_vanaf_de_opdrachtregel(tmp_path):
    goed = _als_opdracht("kbo", '{"nummer": "0566.988.259"}', tmp_path)
    assert (goed.returncode, json.loads(goed.stdout)["geldig"], goed.stderr) == (0, True, "")


def test_zonder_databank_is_het_ook_een_regel(tmp_path):
    fout = _als_opdracht("twe_venster", '{"start": "2026-09-01"}', tmp_path)
    assert (fout.returncode, fout.stdout) == (2, "")
    assert fout.stderr.splitlines() == ["De databank met de regels is niet bereikbaar of nog niet klaargemaakt."]


KBO = '{"nummer": "0566.988.259", "\\u20ac": 1}'


@pytest.mark.traag
def test_een_kanaal_dat_niet_werkt_is_ook_een_regel(tmp_path):
    """Nothing to read from, nowhere to write to, a terminal that knows no euro: a line or an answer, never a traceback."""

    def sluit(nummer):
        return lambda: os.close(nummer)

    ascii_ = _als_opdracht("kbo", KBO, tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert (ascii_.returncode, json.loads(ascii_.stdout)["genegeerd"], ascii_.stderr) == (0, ["€"], "")
    leeg = _als_opdracht("kbo", None, tmp_path, preexec_fn=sluit(0))
    assert (leeg.returncode, leeg.stderr.splitlines()) == (
        2,
        ["De invoer kan niet gelezen worden. Geef de feiten als JSON op standaardinvoer."],
    )
    with Path("/dev/full").open("w") as vol:
        stuk = _als_opdracht("kbo", KBO, tmp_path, stdout=vol)
    dicht = _als_opdracht("kbo", KBO, tmp_path, preexec_fn=sluit(1))
    for uit in (stuk, dicht):
        assert (uit.returncode, uit.stderr.splitlines()) == (2, ["Het antwoord kan niet geschreven worden."])
    stil = _als_opdracht("kbo", "{", tmp_path, preexec_fn=sluit(2))
    assert (stil.returncode, stil.stdout, stil.stderr) == (2, "", "")


VREEMD = [
    "2026-04-01", "2025-01-15", "1985", "2024-02-29", "0001-01-01", "9999-12-31", "x", "", None, 0, 1, -1, 38, 0.5, 1e9, True,
    [], {}, "deeltijds", [{}], [{"van": "2026-01-01"}], [{"start": "2025-01-01", "tot_en_met": "2025-06-30"}],
    [{"soort": "schorsing", "van": "2026-05-01", "tot_en_met": "2026-05-20"}], [{"vanaf": "2026-07-01", "uren": 19}],
    [{"van": "2024-10-15", "tot": "2025-10-14"}], "85.07.30-033.28", "BE68 5390 0754 7034", "1" * 200, "\ud800", "1985-06-00", "9999",
    [{"soort": "schorsing", "van": "0001-01-01", "tot_en_met": "9999-12-31"}], 1e-9, 10**400, {"van": "2026-01-01"},
]  # fmt: skip
FEITEN = {
    "rechtenteller": "start tot_en_met op geboortedatum vroeger uren voltijds dagen_per_week toelating andere_uren "
    "gebeurtenissen al_bewezen vorige_toelating aanvraag maandloon",
    "betaalbare_maanden": "twe_start twe_einde gestopt art60 art60_van art60_tot rechten_nodig",
    "contract_einde": "start dagen uren voltijds toelating al_gepresteerd",
    "rva_toelating": "aanvraag geboortedatum verlengingsdagen",
    "dagen": "gewerkte_dagen dagen_per_week uren voltijds",
    "nazorg": "twe_start art60_einde",
    "meetmomenten": "uitstroom",
    "opleiding_in_twe": "start",
    "twe_venster": "start",
    "insz": "nummer",
    "iban": "nummer",
    "kbo": "nummer",
    "vestiging": "nummer",
    "sessies": "van tot weekdagen halve_dagen schoolvakanties",
}
GOED = {
    "start": "2026-04-01", "twe_start": "2024-09-01", "twe_einde": "2026-06-30", "aanvraag": "2026-05-01",
    "geboortedatum": "1990-02-01", "dagen": 312, "art60_einde": "2025-10-14", "uitstroom": "2026-09-15",
    "van": "2026-09-01", "tot": "2026-12-18", "weekdagen": ["di", "do"],
}  # fmt: skip


@pytest.mark.parametrize("soort", FEITEN)
def test_welke_feiten_ook_er_komt_een_antwoord_of_een_zin(soort):
    """Four hundred odd questions of each kind: never a traceback, never half a sentence."""
    kies, antwoorden = Random(soort), 0
    for _ in range(400):
        feiten = {}
        for naam in FEITEN[soort].split():
            if naam in GOED and kies.random() < 0.6:
                feiten[naam] = GOED[naam]
            elif kies.random() < 0.3:
                feiten[naam] = kies.choice(VREEMD)
        antwoord = _antwoord_of_zin(soort, feiten)
        antwoorden += isinstance(antwoord, dict)
        assert isinstance(antwoord, dict) or antwoord[-1] in ".)", feiten
    assert antwoorden or soort == "dagen"


def test_elke_soort_wordt_zo_bevraagd():
    assert set(FEITEN) == set(SOORTEN)


def _antwoord_of_zin(soort, feiten):
    try:
        return bereken(SOORTEN[soort], Gegevens(feiten))
    except Onbruikbaar as fout:
        return str(fout)
