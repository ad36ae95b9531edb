"""What can happen with the 24-month window. The termijnen follow in the same transaction."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from clienten.actions import ververs_einde, zet_stand
from clienten.models import Client, Toewijzing
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from ocmw.termijnen.actions import richt
from ocmw.termijnen.bronnen import richt_uit_bronnen
from ocmw.termijnen.models import Belofte
from ocmw.termijnen.soorten import volgers
from ocmw.termijnen.vooraf import beloften_voor_einde
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.twe.journaalcodes import NAZORG_GEWIJZIGD, WEO_GEREGISTREERD
from trajecten.twe.models import Werkervaring
from trajecten.twe.termijnsoorten import TWE_EINDE
from trajecten.twe.venster import venster_vanaf


def twe_beloften(client: Client, *, op: date) -> list[Belofte]:
    """Warnings before the last day of the window, as many days ahead as the rule says; none once it is over."""
    if client.gesloten_op:
        return []
    werkervaring = Werkervaring.objects.lopend().filter(client=client).first()
    if werkervaring is None:
        return []
    wie = (
        Toewijzing.objects.filter(client=client, tot=None)
        .order_by("rol")  # "atb" before "mw"
        .values_list("medewerker_id", flat=True)
        .first()
    )
    return waarschuwingen_voor_venster(werkervaring, wie, op=op)


def waarschuwingen_voor_venster(werkervaring: Werkervaring, wie: int | None, *, op: date) -> list[Belofte]:
    """The same without a query, for who has the facts of many people at hand."""
    laatste_dag = venster_vanaf(werkervaring.start).laatste_dag
    dagen = regel("twe.waarschuwing_dagen", op=op).waarde
    return venster_beloften(werkervaring, laatste_dag, dagen, wie, op=op)


def venster_beloften(
    werkervaring: Werkervaring, laatste_dag: date, dagen: Iterable[int], wie: int | None, *, op: date
) -> list[Belofte]:
    """The same without looking up a rule."""
    if laatste_dag < op:
        return []
    sleutel = f"werkervaring:{werkervaring.pk}"
    return beloften_voor_einde(
        TWE_EINDE, sleutel, van=werkervaring.start, laatste_dag=laatste_dag, dagen=dagen, wie=wie
    )


def richt_twe(client: Client, *, op: date) -> None:
    """After the window of a client changed: its termijnen, and the end that lists show."""
    richt(client, [TWE_EINDE], twe_beloften(client, op=op), op=op)
    richt_uit_bronnen(client, volgers("werkervaring"), op=op)
    werkervaring = Werkervaring.objects.lopend().filter(client=client).first()
    einde = venster_vanaf(werkervaring.start).laatste_dag if werkervaring and not client.gesloten_op else None
    zet_stand(client, twe_einde_op=einde)
    ververs_einde(client, op=op)


def weigering_voor_start(start: date) -> str:
    """Why the window cannot open on this day: no rule covers it (T1). Empty when it can."""
    try:
        venster_vanaf(start)
    except OnbekendeRegel:
        return f"Op {start:%d/%m/%Y} bestond tijdelijke werkervaring nog niet. Kijk het jaar na."
    return ""


@transaction.atomic
def registreer_werkervaring(werkervaring: Werkervaring, *, door: Medewerker, op: date) -> Werkervaring:
    """The werkervaringsovereenkomst is signed: the window of T6 opens on its first day (T5)."""
    weiger_als(werkervaring.client.weigering_als_gesloten())
    weiger_als(weigering_voor_start(werkervaring.start))
    werkervaring.geregistreerd_door = werkervaring.gewijzigd_door = door
    werkervaring.full_clean(exclude=["client", "geregistreerd_door"])
    werkervaring.validate_constraints()  # also the one that needs the client: one running window at a time
    werkervaring.save(force_insert=True)
    noteer(WEO_GEREGISTREERD, werkervaring, door=door, client=werkervaring.client, start=werkervaring.start)
    richt_twe(werkervaring.client, op=op)
    return werkervaring


@transaction.atomic
def wijzig_werkervaring(werkervaring: Werkervaring, velden: list[str], *, door: Medewerker, op: date) -> Werkervaring:
    """Correct the start, or stop early; raises IntussenGewijzigd when the row moved on."""
    weiger_als(weigering_voor_start(werkervaring.start))
    werkervaring.full_clean(exclude=["client", "geregistreerd_door"])
    werkervaring.bewaar(door=door, velden=velden)
    noteer(
        NAZORG_GEWIJZIGD,
        werkervaring,
        door=door,
        client=werkervaring.client,
        velden=velden,
        start=werkervaring.start,
        gestopt_op=werkervaring.gestopt_op,
    )
    richt_twe(werkervaring.client, op=op)
    return werkervaring
