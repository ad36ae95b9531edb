import pytest

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.actions import begin_doorverwijzing, verstuur_doorverwijzing
from trajecten.tests.bundels import vul_in


@pytest.fixture
def klad(bert):
    return begin_doorverwijzing(maak_client(bert, taal="Dari"), door=bert, op=vandaag())


@pytest.fixture
def verstuurd(klad, bert):
    return verstuur_doorverwijzing(vul_in(klad, bert), door=bert, op=vandaag())
