"""What happens in a group, for handelverhalen.py: seats, presence, and sessions that change."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import TYPE_CHECKING

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.kalender.klok import nu
from trajecten.groepen.actions import (
    bewaar_sessie,
    bied_vrije_plaatsen_aan,
    hervat_sessie,
    last_sessie_af,
    meld_mail_mislukt,
    neem_plaats_aan,
    noteer_aanwezigheid,
    noteer_lesvrij,
    noteer_verwittigd,
    stop_deelname,
)
from trajecten.groepen.models import Groepsreeks, Inschrijving, Verwittiging

if TYPE_CHECKING:
    from ocmw.tests.handelverhalen import Team


def groep(t: "Team") -> Iterator[None]:
    reeks = maak_reeks(t.an, capaciteit=1)
    een, twee = (maak_client(t.bert, coach=t.an) for _ in range(2))
    eerste = maak_inschrijving(reeks, een, t.an)
    tweede = maak_inschrijving(reeks, twee, t.an)
    yield
    for sessie in reeks.sessies.filter(dag__lte=t.op).order_by("dag")[:3]:
        noteer_aanwezigheid(sessie, eerste, stand="afwezig", door=t.an, op=t.op)
    yield
    stop_deelname(eerste, reden="werk", door=t.an, op=t.op)
    yield
    neem_plaats_aan(tweede, door=t.an, op=t.op)
    yield
    bied_vrije_plaatsen_aan(reeks, door=t.an, op=t.op)
    yield from _gewijzigde_sessies(t, reeks, tweede)


def _gewijzigde_sessies(t: "Team", reeks: Groepsreeks, inschrijving: Inschrijving) -> Iterator[None]:
    een, twee, drie = reeks.sessies.filter(dag__gt=t.op + timedelta(days=7)).order_by("dag")[:3]
    last_sessie_af(een, reden="lokaal", toelichting="", door=t.an, op=t.op)
    yield
    noteer_verwittigd(een, inschrijving, hoe="telefoon", door=t.an, op=t.op)
    yield
    hervat_sessie(een, door=t.an, op=t.op)
    yield
    twee.begin_om = time(10)
    bewaar_sessie(twee, ["begin_om"], door=t.an, op=t.op)
    yield
    noteer_lesvrij(reeks, dag=drie.dag, reden="Brugdag", door=t.an, op=t.op)
    yield
    mail = Verwittiging.objects.create(
        sessie=drie, inschrijving=inschrijving, nieuws_op=nu(), hoe="mail", door=t.an, gemaakt_op=nu()
    )
    meld_mail_mislukt(mail, op=t.op)
