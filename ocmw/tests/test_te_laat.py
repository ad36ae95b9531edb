"""One count of "te laat": Vandaag, the header of a file, the list, the report and the mail ask the same rows (missie 9).

Each of them is asked on its own way, for every role, over the demo and over worlds nobody thought of.
"""

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db.models import Count

from clienten.models import Stand
from clienten.templatetags.dossier import meldingen
from ocmw.gereedschap.demo.vullen import Vuller
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import nu, vandaag
from ocmw.termijnen.models import Melding, Ochtendbericht, Termijn
from ocmw.termijnen.ochtendbericht import stel_op
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht, rollen_met
from ocmw.werkruimte.clientenlijst.rijen import rijen
from ocmw.werkruimte.dossier.controle import haal_nachten_in
from ocmw.werkruimte.rapporten.cijfers import Bereik, Cijfers
from ocmw.werkruimte.vandaag.werklijst import werklijst

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


def vergelijk(op: date) -> int:
    """Every place against the one queryset; how many were late in all."""
    samen = 0
    alle = tuple(Ocmw.objects.order_by("pk"))
    for medewerker in Medewerker.objects.filter(rol__in=rollen_met(Recht.TERMIJN_BEHEREN), is_active=True):
        laat = Termijn.objects.zichtbaar_voor(medewerker).te_laat(op)
        eigen = laat.van(medewerker).count()
        samen += eigen
        cijfers = Cijfers(Bereik(alle, op - timedelta(days=30), op, op, voor=medewerker))
        per_wie = [t.wie for t in cijfers.termijnen if cijfers.is_te_laat(t)]
        # The report counts for a council: what is shielded stays out of it, also for who may read it.
        open_laat = laat.filter(afgeschermd=False)
        assert len(per_wie) == open_laat.count(), medewerker
        op_vandaag = werklijst(medewerker, op, nu()).te_laat
        bericht = stel_op(Ochtendbericht(medewerker=medewerker, dag=op), Melding.objects.none()).body
        # The list row is one for all readers, so what is shielded stays out of it (ADR 0029).
        dossiers = set(open_laat.values_list("client", flat=True))
        standen = Stand.objects.zichtbaar_voor(medewerker).lopend().select_related("client")
        in_lijst = {rij.pk for rij in rijen(standen, op=op, met_ocmw=True) if rij.termijn and rij.termijn < op}
        in_kop = {s.client_id for s in standen if any(code == "te_laat" for code, _ in meldingen(s.client, s, op))}
        nodig = set(standen.actie_nodig(op).values_list("client", flat=True))
        assert (op_vandaag, per_wie.count(medewerker.pk)) == (eigen, open_laat.van(medewerker).count()), medewerker
        assert _in_de_mail(bericht) == eigen, medewerker
        assert in_lijst == in_kop == dossiers, medewerker
        aandacht = Termijn.objects.zichtbaar_voor(medewerker).filter(afgeschermd=False).aandacht(op)
        assert nodig == set(aandacht.values_list("client", flat=True)), medewerker
    return samen


def _in_de_mail(tekst: str) -> int:
    regel = next((r for r in tekst.splitlines() if r.startswith("Op Vandaag ")), "")
    return next((int(woord) for woord in regel.split() if woord.isdigit()), 0)


@pytest.mark.traag
@pytest.mark.parametrize("later", [0, 45])
def test_in_de_demo_zegt_elke_plaats_hetzelfde(later):
    with time_machine.travel(datetime.combine(vandaag(), time(11), tzinfo=UTC)):
        Vuller(vandaag()).vul("niet-gebruikt-hier")
    dag = vandaag() + timedelta(days=later)
    with time_machine.travel(datetime.combine(dag, time(11), tzinfo=UTC)):
        haal_nachten_in(dag)
        markeer(dag)
        assert vergelijk(dag) > 0, "niets te laat: dan bewijst deze test niets"


@pytest.mark.parametrize("zaad", range(4))
def test_in_een_willekeurige_wereld_zegt_elke_plaats_hetzelfde(zaad, an, bert, griet, oona, carla, samenwerking):
    kans = random.Random(zaad)
    begin = vandaag() - timedelta(days=200)
    with time_machine.travel(datetime.combine(begin, time(9), tzinfo=UTC), tick=False):
        for _ in range(8):
            client = maak_client(
                *kans.choice([(an,), (bert,), (oona,)]), op=begin, coach=kans.choice([an, carla, None])
            )
            door = kans.choice([an, bert])
            if kans.random() < 0.7:
                maak_traject(client, door, op=begin + timedelta(days=kans.randrange(9)))
            if kans.random() < 0.6:
                van = begin + timedelta(days=kans.randrange(-90, 30))
                maak_contract(client, door, van=van, laatste_dag=van + timedelta(days=kans.randrange(60, 400)))
            if kans.random() < 0.5:
                maak_gesprek(client, door, op=begin)
    for dagen in (0, 61, 140):
        dag = begin + timedelta(days=dagen)
        with time_machine.travel(datetime.combine(dag, time(9), tzinfo=UTC), tick=False):
            haal_nachten_in(dag)
            markeer(dag)
            vergelijk(dag)
    assert Termijn.objects.open().exists()


def test_elk_einde_is_hoogstens_een_lijn(an):
    """Three warnings and a list of one contract were four lines; so were three of the 24 months."""
    begin = vandaag() - timedelta(days=300)
    with time_machine.travel(datetime.combine(begin, time(9), tzinfo=UTC), tick=False):
        maak_contract(maak_client(an), an, van=begin, laatste_dag=vandaag() + timedelta(days=10))
    haal_nachten_in(vandaag())
    per_einde = Termijn.objects.open().values("client", "soort", "onderwerp").annotate(aantal=Count("pk"))
    assert {rij["aantal"] for rij in per_einde} == {1}
