"""The journaal only grows. A question that is asked on every morning reads what it asks for, never all rows of a dossier."""

from datetime import timedelta

import pytest
from django.db import connection

from ocmw.journaal.enums import GEWONE_GROND, Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import nu

pytestmark = pytest.mark.databank
VRAGEN = {
    "journaal_soort": lambda: Journaalregel.objects.filter(ocmw_id=1, soort=Journaalsoort.BEHEER),
    "journaal_wijziging": lambda: Journaalregel.objects.filter(
        client_id__in=[1, 2], soort=Journaalsoort.WIJZIGING, op__gte=nu() - timedelta(days=7)
    ),
    "journaal_lijst": lambda: Journaalregel.objects.over([1, 2]),
    "journaal_buiten": lambda: Journaalregel.objects.filter(ocmw_id=1).exclude(reden__in=GEWONE_GROND),
}


@pytest.fixture
def vol(db):
    """A journaal as it is: mostly openings by who follows the dossier, over months. On a table of no rows every index is
    as good as another."""
    soorten = [*[Journaalsoort.INZAGE] * 40, *[Journaalsoort.WIJZIGING] * 9, Journaalsoort.BEHEER]
    Journaalregel.objects.bulk_create(
        Journaalregel(
            op=nu() - timedelta(hours=n),
            soort=soorten[n % 50],
            wat="lijst_bekeken" if n % 50 == 7 else "dossier_bekeken",
            medewerker_naam="An",
            rol="atb",
            ocmw_id=n % 7,
            client_id=n % 311,
            reden="vervanging" if n % 97 == 0 else "caseload",
        )
        for n in range(3000)
    )
    with connection.cursor() as cursor:
        # What the planner knows of a table, which the ORM does not ask for.
        cursor.execute(f"ANALYZE {Journaalregel._meta.db_table}")


def plan(naam):
    """How the database would answer; a small table is read whole unless that is forbidden."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A setting of the planner, which the ORM does not know.
            cursor.execute("SET LOCAL enable_seqscan = off")
    return VRAGEN[naam]().order_by("-op").explain()


# A bound value says nothing to SQLite while it plans: an index on part of the rows is only used by PostgreSQL.
OVERAL = ["journaal_soort"]
POSTGRES = [pytest.param(naam, marks=pytest.mark.postgres) for naam in VRAGEN if naam not in OVERAL]


@pytest.mark.parametrize("naam", [*OVERAL, *POSTGRES])
def test_de_vraag_loopt_langs_haar_index(vol, naam):
    assert naam in plan(naam)
    with connection.cursor() as cursor:
        # Only for this transaction: the ORM drops no index.
        cursor.execute(f"DROP INDEX {naam}")
    assert naam not in plan(naam)
