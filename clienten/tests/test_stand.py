"""What the list row says follows from facts, without a query."""

# zonder merk databank: a pure function over facts in memory
from datetime import date

import pytest

from clienten.enums import Stap
from clienten.feiten import Volgers
from clienten.models import Client, Stand
from clienten.stand import Stapwens, Termijndagen, Wegfeit, stand_van

OP, VROEGER = date(2026, 6, 1), date(2026, 1, 1)


def client(**velden):
    return Client(pk=1, ocmw_id=3, zoeknaam="peeters jan", taal="Frans", **velden)


def test_alleen_wat_gevraagd_is_wordt_een_kolom():
    assert stand_van(client(), {}, op=OP) == {"ocmw_id": 3, "zoeknaam": "peeters jan", "taal": "Frans"}
    kolommen = stand_van(client(), {"volgers": Volgers(coach=7), "contact": OP}, op=OP)
    assert (kolommen["coach_id"], kolommen["mw_id"], kolommen["laatste_contact_op"]) == (7, None, OP)
    assert "stap" not in kolommen


def test_het_eerste_einde_telt_en_een_gesloten_dossier_heeft_er_geen():
    feiten = {"einden": [date(2027, 1, 1), date(2026, 9, 1)], "venster": date(2027, 1, 1), "afspraak": OP}
    kolommen = stand_van(client(), feiten, op=OP)
    assert (kolommen["einde_op"], kolommen["twe_einde_op"]) == (date(2026, 9, 1), date(2027, 1, 1))
    assert stand_van(client(), {"einden": []}, op=OP)["einde_op"] is None
    dicht = stand_van(client(gesloten_op=VROEGER), feiten, op=OP)
    assert (dicht["einde_op"], dicht["twe_einde_op"], dicht["volgende_afspraak_op"]) == (None, None, None)


def test_de_termijnen_geven_twee_dagen():
    kolommen = stand_van(client(), {"termijnen": Termijndagen(VROEGER, OP)}, op=OP)
    assert (kolommen["eerste_termijn_op"], kolommen["stilte_op"]) == (VROEGER, OP)


WEG = Wegfeit((Stap.NAZORG, Stap.INTAKE, Stap.NIEUW), {Stap.NAZORG: VROEGER})


@pytest.mark.parametrize(
    ("bewaard", "wens", "stap", "sinds"),
    [
        (None, None, Stap.NAZORG, VROEGER),
        (Stap.NIEUW, None, Stap.NIEUW, date(2025, 5, 5)),
        (Stap.FASE_2, None, Stap.NAZORG, VROEGER),
        (Stap.FASE_2, Stap.NIEUW, Stap.NIEUW, OP),
        (Stap.NIEUW, Stap.NIEUW, Stap.NIEUW, OP),
        (Stap.NIEUW, Stap.FASE_3, Stap.NIEUW, date(2025, 5, 5)),
        (None, Stap.NAZORG, Stap.NAZORG, VROEGER),
    ],
)
def test_van_wat_past_telt_eerst_de_actie_dan_wat_er_stond(bewaard, wens, stap, sinds):
    """NIEUW is 0: a step that is false is a step all the same."""
    rij = Stand(stap=bewaard, stap_sinds=date(2025, 5, 5)) if bewaard is not None else None
    wil = Stapwens(wens, OP) if wens is not None else None
    kolommen = stand_van(client(), {"weg": WEG}, op=OP, bewaard=rij, wens=wil)
    assert (kolommen["stap"], kolommen["stap_sinds"]) == (stap, sinds)


def test_een_gesloten_dossier_is_gesloten_wat_een_actie_ook_wil():
    rij = client(gesloten_op=VROEGER)
    kolommen = stand_van(rij, {"weg": WEG}, op=OP, wens=Stapwens(Stap.NIEUW, OP))
    assert (kolommen["stap"], kolommen["stap_sinds"]) == (Stap.GESLOTEN, VROEGER)
