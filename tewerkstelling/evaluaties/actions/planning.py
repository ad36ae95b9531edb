"""Move a moment, choose an own scheme, note a visit. The termijnen follow in the same transaction."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from clienten.handeling import actie, raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.actions.evaluatie import spreek_af
from tewerkstelling.evaluaties.journaalcodes import EVALUATIE_GEWIJZIGD, WERKBEZOEK_GENOTEERD
from tewerkstelling.evaluaties.models import Evaluatieschema, Verzetting, Werkbezoek
from tewerkstelling.evaluaties.planning import Gepland
from tewerkstelling.models import Tewerkstelling, Werkgever
from trajecten.models import Actiepunt

MEESTE_MAANDEN = 60


@actie
def verzet_moment(verzetting: Verzetting, gepland: Gepland, *, door: Medewerker, op: date) -> Verzetting:
    """Another day for one moment; the difference with the schedule stays when the contract moves."""
    weiger_als(verzetting.client.weigering_als_gesloten())
    if gepland.afgerond:
        raise Geweigerd("Deze evaluatie is al gehouden.")
    contract = verzetting.contract
    if verzetting.op < contract.van or (contract.laatste_dag and verzetting.op > contract.laatste_dag):
        raise Geweigerd("Kies een dag binnen het contract.")
    verzetting.moment, verzetting.van = gepland.code, gepland.moment.op
    # Two who move the same moment: the second finds the row of the first, and sees both.
    Tewerkstelling.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    if verzetting.pk is None:
        if bestaand := Verzetting.objects.filter(contract=contract, moment=gepland.code).first():
            raise IntussenGewijzigd(bestaand)
        verzetting.gewijzigd_door = door
        verzetting.full_clean(exclude=["client", "contract"])
        verzetting.validate_constraints()
        verzetting.save(force_insert=True)
    else:
        verzetting.bewaar(door=door, velden=["van", "op"])
    noteer(
        EVALUATIE_GEWIJZIGD, verzetting, door=door, client=verzetting.client, moment=gepland.code,
        van=gepland.op, op=verzetting.op,
    )  # fmt: skip
    raakt(verzetting)
    return verzetting


def weigering_voor_maanden(maanden: list[int]) -> str:
    if any(not 1 <= n <= MEESTE_MAANDEN for n in maanden):
        return f"Een evaluatie valt tussen maand 1 en maand {MEESTE_MAANDEN}."
    return "" if maanden == sorted(set(maanden)) else "Zet de maanden van klein naar groot, elk één keer."


@actie
def bewaar_schema(schema: Evaluatieschema, *, door: Medewerker, op: date) -> None:
    """Months of one contract or one employer; none means: the rule again. Every running contract moves along."""
    weiger_als(weigering_voor_maanden(schema.maanden))
    if schema.contract:
        weiger_als(schema.contract.client.weigering_als_gesloten())
    _slot_op_onderwerp(schema)
    if schema.pk is None:
        if bestaand := Evaluatieschema.objects.filter(contract=schema.contract, werkgever=schema.werkgever).first():
            raise IntussenGewijzigd(bestaand)
        if schema.maanden:
            schema.gewijzigd_door = door
            schema.validate_constraints()
            schema.save(force_insert=True)
    elif schema.maanden:
        schema.bewaar(door=door, velden=["maanden"])
    else:
        schema.bewaar(door=door, velden=["maanden"])  # a colleague who changed it meanwhile comes first
        Evaluatieschema.objects.filter(pk=schema.pk).delete()
    onderwerp = schema.contract or schema.werkgever
    client = schema.contract.client if schema.contract else None
    noteer(EVALUATIE_GEWIJZIGD, onderwerp, door=door, client=client, maanden=schema.maanden)
    for rij in [client] if client else _clienten_bij(schema, op):
        raakt(rij, Evaluatieschema)


def _slot_op_onderwerp(schema: Evaluatieschema) -> None:
    """Two colleagues who make the first scheme at once: the second finds that of the first."""
    if schema.contract:
        # There is no scheme to lock yet, so the lock is on what it is about.
        Tewerkstelling.objects.select_for_update(of=("self",)).get(pk=schema.contract.pk)
    elif schema.werkgever:
        Werkgever.objects.select_for_update(of=("self",)).get(pk=schema.werkgever.pk)  # as above, for an employer


def _clienten_bij(schema: Evaluatieschema, op: date) -> list[Client]:
    lopend = Q(tewerkstellingen__tot=None) | Q(tewerkstellingen__tot__gt=op)
    bij = Q(tewerkstellingen__werkplek__werkgever=schema.werkgever_id)
    return list(Client.objects.open().filter(lopend & bij).order_by("pk").distinct())


@actie
def noteer_werkbezoek(
    bezoek: Werkbezoek, velden: list[str] | None = None, punten: Sequence[Actiepunt] = (), *, door: Medewerker, op: date
) -> Werkbezoek:
    """Note a visit, or change one on the version the user saw; each agreement becomes an actiepunt with a date."""
    weiger_als(bezoek.client.weigering_als_gesloten())
    if bezoek.op > op:
        raise Geweigerd("Een bezoek in de toekomst maak je als afspraak.")
    if bezoek.op < bezoek.contract.van:
        raise Geweigerd(f"Het contract begint pas op {bezoek.contract.van:%d/%m/%Y}.")
    bezoek.full_clean(exclude=["client", "contract"])
    if bezoek.pk is None:
        bezoek.gewijzigd_door = door
        bezoek.save(force_insert=True)
    else:
        bezoek.bewaar(door=door, velden=velden or [])
    spreek_af(bezoek, punten, door=door, op=op)
    noteer(WERKBEZOEK_GENOTEERD, bezoek, door=door, client=bezoek.client, dag=bezoek.op)
    raakt(bezoek)
    return bezoek
