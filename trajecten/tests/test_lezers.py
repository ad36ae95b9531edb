"""Below every note stands who reads it: names first, then the roles that may, and shielded means fewer."""

from datetime import timedelta

import pytest

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.lezers import leesbaar_voor, team_van
from trajecten.templatetags.traject import kanaalicoon

pytestmark = pytest.mark.django_db


def test_namen_eerst_en_dan_de_rollen_van_het_ocmw_van_de_client(an, bert, griet):
    client = maak_client(bert, coach=griet)
    team = team_van(client)
    assert leesbaar_voor(client, team, afgeschermd=False) == (
        "Griet Wouters, Bert Maes, en de maatschappelijk werkers, trajectbegeleiders en coördinatoren van OCMW Aalst"
    )
    assert leesbaar_voor(client, team, afgeschermd=True) == (
        "Bert Maes, en de maatschappelijk werkers en trajectbegeleiders van OCMW Aalst"
    )
    assert leesbaar_voor(client, [], afgeschermd=True).startswith("de maatschappelijk werkers")


def test_het_team_is_wie_nu_volgt_en_alleen_van_deze_client(an, bert, django_assert_num_queries):
    client = maak_client(bert, coach=an)
    maak_client(an)
    assert [toewijzing.medewerker for toewijzing in team_van(client)] == [an, bert]
    client.toewijzingen.filter(medewerker=an).update(tot=vandaag())
    assert [toewijzing.medewerker for toewijzing in team_van(client)] == [bert]
    client.toewijzingen.filter(medewerker=an).update(tot=vandaag() + timedelta(days=1))
    met_kop = Client.objects.met_kop().get(pk=client.pk)
    with django_assert_num_queries(0):
        assert [toewijzing.medewerker for toewijzing in team_van(met_kop)] == [an, bert]


def test_een_kanaal_dat_niemand_kent_heeft_ook_een_beeld():
    assert (kanaalicoon("telefoon"), kanaalicoon("duif")) == ("bi-telephone", "bi-chat")
