"""A recorded agreement between two OCMWs: from when until when, who can follow whom, and how it ends."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from ocmw.gereedschap.testing.maak import maak_medewerker
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.toegang.samen import kunnen_volgen, ocmws_van

pytestmark = pytest.mark.django_db
OP, DAG = date(2026, 6, 1), timedelta(days=1)


@pytest.fixture
def afspraak(turnhout, oud_turnhout):
    """Turnhout guides clients of Oud-Turnhout in [1 January, 1 June)."""
    return Samenwerking.objects.create(
        ocmw=oud_turnhout, begeleidend=turnhout, van=date(2026, 1, 1), tot=OP, overeenkomst="besluit 2025/7"
    )


@pytest.mark.parametrize(
    ("op", "geldt"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (OP - DAG, True), (OP, False)]
)
def test_een_samenwerking_geldt_van_de_eerste_dag_tot_de_dag_van_het_einde(carla, oona, afspraak, op, geldt):
    assert (carla in kunnen_volgen(oona.ocmw_id, op=op)) is geldt
    assert (oona.ocmw in ocmws_van(carla, op=op)) is geldt


def test_zonder_einde_blijft_ze_gelden(carla, oona, afspraak):
    Samenwerking.objects.update(tot=None)
    assert carla in kunnen_volgen(oona.ocmw_id, op=date(2040, 1, 1))


def test_ze_geldt_in_een_richting(carla, oona, afspraak):
    assert list(kunnen_volgen(carla.ocmw_id, op=OP - DAG)) == [carla]
    assert list(ocmws_van(oona, op=OP - DAG)) == [oona.ocmw]


def test_een_derde_ocmw_staat_erbuiten(an, carla, oona, afspraak):
    assert an not in kunnen_volgen(oona.ocmw_id, op=OP - DAG)
    assert list(kunnen_volgen(an.ocmw_id, op=OP - DAG)) == [an]
    assert list(ocmws_van(an, op=OP - DAG)) == [an.ocmw]
    assert set(ocmws_van(carla, op=OP - DAG)) == {carla.ocmw, oona.ocmw}


def test_wie_niet_meer_werkt_kan_niemand_volgen_en_de_rest_staat_op_naam(turnhout, carla, dirk, oona, afspraak):
    zoe = maak_medewerker("Zoë", "Peeters", turnhout, Rol.ATB)
    dirk.is_active = False
    dirk.save()
    assert list(kunnen_volgen(oona.ocmw_id, op=OP - DAG)) == [carla, zoe, oona]


@pytest.mark.parametrize(
    ("tot", "op", "zin"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), ""),
        (date(2026, 9, 1), date(2026, 3, 1), ""),
        (date(2026, 2, 28), date(2026, 3, 1), "Kies vandaag of een latere dag"),
        (date(2026, 1, 1), date(2025, 12, 1), "ligt na de begindatum"),
        (date(2026, 1, 2), date(2025, 12, 1), ""),
        (date(2026, 9, 1), OP, "al beëindigd"),
        (date(2026, 9, 1), OP - DAG, ""),
    ],
)
def test_waarom_een_samenwerking_op_die_dag_niet_kan_eindigen(afspraak, tot, op, zin):
    reden = afspraak.weigering_voor_einde(tot, op=op)
    assert zin in reden
    assert bool(reden) is bool(zin)


def test_een_samenwerking_zonder_einde_kan_eindigen(afspraak):
    afspraak.tot = None
    assert afspraak.weigering_voor_einde(OP, op=OP) == ""


def test_een_ocmw_werkt_niet_samen_met_zichzelf_en_niet_achterstevoren(afspraak):
    assert str(afspraak) == "OCMW Turnhout begeleidt voor OCMW Oud-Turnhout"
    afspraak.tot = afspraak.van
    with pytest.raises(ValidationError, match="na de begindatum"):
        afspraak.full_clean()
    afspraak.tot, afspraak.begeleidend = None, afspraak.ocmw
    with pytest.raises(ValidationError, match="ánder OCMW"):
        afspraak.full_clean()
