"""The facts of many clients or places at once: a fixed number of queries, only the columns that matter."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from clienten.enums import Antwoord, Randvoorwaardesoort, Stap
from clienten.models import Client, Randvoorwaarde
from clienten.models.client import dossiernummer, initialen
from clienten.profiel.models import Taalkennis
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.aankomst import aankomsten
from tewerkstelling.match.feiten import Plekfeiten, Profielfeiten
from tewerkstelling.models import Mentor, Tewerkstelling, Werkplek

KANDIDAATSTAPPEN = (Stap.FASE_3, Stap.FASE_4, Stap.FASE_5)
NEDERLANDS = "nederlands"
_LIJSTEN = (
    "profiel__sectoren", "profiel__sectoren_niet", "profiel__talenten", "profiel__te_leren", "werkprofiel__werktijden", "werkprofiel__vervoer",
    "werkprofiel__niet_mogelijk",
)  # fmt: skip
_WAARDEN = (
    "profiel__realistisch", "profiel__rijbewijs", "werkprofiel__uren_min", "werkprofiel__uren_max",
    "werkprofiel__kan_van", "werkprofiel__kan_tot", "werkprofiel__max_reisminuten", "werkprofiel__vrij_vanaf",
    "werkprofiel__beperkt",
)  # fmt: skip
# As the facts call them.
_NAMEN = tuple(pad.split("__")[1] for pad in (*_LIJSTEN, *_WAARDEN))
_KOLOMMEN = (
    "pk", "voornaam", "achternaam", "geboortedatum", "zoeknaam", "taal", "taalniveau", "mag_werken", "stand__stap",
    "stand__coach_id", "werkprofiel__pk", "profiel__pk", *(f"{pad}_tekst" for pad in _LIJSTEN), *_WAARDEN,
)  # fmt: skip
_EERSTE = 12 + len(_LIJSTEN)  # the column of the first value that is no list
# Lists of codes come as text: many people have the same ones, and each text is parsed once (_codes).
_TEKSTEN = {f"{pad}_tekst": Cast(pad, TextField()) for pad in _LIJSTEN}


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A client as a row of the list."""

    pk: int
    naam: str
    geboortedatum: date | None
    zoeknaam: str
    stap: int
    coach: int | None
    feiten: Profielfeiten
    volgt: bool = True  # the reader follows this person, or the whole team; of somebody else only initials are shown


def kandidaten(medewerker: Medewerker, *, op: date) -> QuerySet[Client]:
    """Clients this colleague sees who look for work: phase 3 to 5, and no contract that runs on for long."""
    straks = op + timedelta(days=regel("match.contract_eindigt_dagen", op=op).waarde)
    werkt_door = Tewerkstelling.objects.filter(client=OuterRef("pk"), van__lte=op).filter(
        Q(tot=None) | Q(tot__gt=straks)
    )
    return (
        Client.objects.zichtbaar_voor(medewerker)
        .open()
        .filter(stand__stap__in=KANDIDAATSTAPPEN)
        .exclude(Exists(werkt_door))
        .order_by("zoeknaam", "pk")
    )


def lees_kandidaten(clienten: QuerySet[Client], medewerker: Medewerker, *, op: date) -> list[Kandidaat]:
    """Five queries, however many clients. The body of somebody outside the own caseload stays shielded in a list: for
    that the dossier has to be opened, with a reason."""
    welke = clienten.order_by().values("pk")
    talen = dict(
        Taalkennis.objects.filter(client__in=welke, taal__iexact=NEDERLANDS).values_list("client_id", "niveau")
    )
    voorwaarden = {
        (client, soort): in_orde
        for client, soort, in_orde in Randvoorwaarde.objects.filter(
            client__in=welke, soort__in=[Randvoorwaardesoort.KINDEROPVANG, Randvoorwaardesoort.MOBILITEIT]
        ).values_list("client_id", "soort", "in_orde")
    }
    lopend = Tewerkstelling.objects.lopend(op).filter(client__in=welke, tot__isnull=False)
    werkt_tot = dict(lopend.order_by("tot").values_list("client_id", "tot"))
    eigen = set(Client.objects.in_caseload_van(medewerker).values_list("pk", flat=True))
    ziet, team = medewerker.mag(Recht.AFGESCHERMD_LEZEN), medewerker.mag(Recht.TEAM_VOLGEN)
    gevonden = [
        _kandidaat(rij, talen, voorwaarden, werkt_tot, ziet=ziet and rij[0] in eigen)
        for rij in clienten.annotate(**_TEKSTEN).values_list(*_KOLOMMEN)
    ]
    return gevonden if team else [een if een.pk in eigen else _in_initialen(een) for een in gevonden]


def _in_initialen(kandidaat: Kandidaat) -> Kandidaat:
    """A profile without its person: who that is, the dossier says, with a reason."""
    naam = f"{initialen(kandidaat.naam)} ({dossiernummer(kandidaat.pk)})"
    return replace(kandidaat, naam=naam, geboortedatum=None, volgt=False)


def lees_client(client: Client, *, ziet_beperking: bool, op: date) -> Profielfeiten:
    """The facts of one client, for who opened the dossier."""
    rij = Client.objects.filter(pk=client.pk).annotate(**_TEKSTEN).values_list(*_KOLOMMEN).get()
    talen = dict(Taalkennis.objects.filter(client=client, taal__iexact=NEDERLANDS).values_list("client_id", "niveau"))
    voorwaarden = {
        (client.pk, soort): in_orde
        for soort, in_orde in Randvoorwaarde.objects.filter(client=client).values_list("soort", "in_orde")
    }
    lopend = Tewerkstelling.objects.lopend(op).filter(client=client).values_list("tot", flat=True).first()
    werkt_tot = {client.pk: lopend} if lopend else {}
    return _kandidaat(rij, talen, voorwaarden, werkt_tot, ziet=ziet_beperking).feiten


def _kandidaat(
    rij: tuple[Any, ...],
    talen: dict[int, str],
    voorwaarden: dict[tuple[int, str], str],
    werkt_tot: Mapping[int, date | None],
    *,
    ziet: bool,
) -> Kandidaat:
    pk, voornaam, achternaam, geboren, zoeknaam, moedertaal, taalniveau, mag_werken, stap, coach, werk, wens = rij[:12]
    waarden = dict(zip(_NAMEN, (*map(_codes, rij[12:_EERSTE]), *rij[_EERSTE:]), strict=True))
    if werk is None or wens is None:  # what was never asked is what Profielfeiten begins with
        waarden = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
    feiten = Profielfeiten(
        client=pk,
        taal=talen.get(pk) or taalniveau or ("C2" if moedertaal.lower() == NEDERLANDS else ""),
        mag_werken=mag_werken,
        kinderopvang=voorwaarden.get((pk, Randvoorwaardesoort.KINDEROPVANG), Antwoord.ONBEKEND),
        mobiliteit=voorwaarden.get((pk, Randvoorwaardesoort.MOBILITEIT), Antwoord.ONBEKEND),
        werkt_tot=werkt_tot.get(pk),
        ziet_beperking=ziet,
        ingevuld=werk is not None,
        **waarden,
    )
    return Kandidaat(pk, f"{voornaam} {achternaam}", geboren, zoeknaam, stap or 0, coach, feiten)


@lru_cache(maxsize=4096)
def _codes(tekst: str | None) -> tuple[str, ...]:
    return tuple(json.loads(tekst or "[]"))


def lees_plekken(
    plekken: QuerySet[Werkplek], *, op: date, voor: int | None = None
) -> list[tuple[Werkplek, Plekfeiten]]:
    """Places with their employer and their facts: four queries, however many places. What is being prepared for the
    client `voor` does not stand in that client's own way."""
    straks = op + timedelta(days=regel("werkplek.vrij_dagen", op=op).waarde)
    rijen = list(_met_plaatsen(plekken, op, straks).select_related("werkgever"))
    sleutels = [plek.pk for plek in rijen]
    mentoren, komen = _mentorplaatsen(sleutels, op=op), aankomsten(sleutels)
    anderen = {plek: sum(rij.client.pk != voor for rij in wie) for plek, wie in komen.items()}
    return [(plek, _plekfeiten(plek, mentoren.get(plek.pk), anderen.get(plek.pk, 0))) for plek in rijen]


def _met_plaatsen(plekken: QuerySet[Werkplek], op: date, straks: date) -> Any:
    """Annotates what runs today, what is promised later, and what ends soon."""
    pad = "tewerkstellingen__"
    lopend = Q(**{f"{pad}van__lte": op}) & (Q(**{f"{pad}tot": None}) | Q(**{f"{pad}tot__gt": op}))
    eindigt = lopend & Q(**{f"{pad}tot__lte": straks})
    return plekken.annotate(
        lopen=Count("tewerkstellingen", filter=lopend),
        beloofd=Count("tewerkstellingen", filter=Q(**{f"{pad}van__gt": op})),
        eindigen=Count("tewerkstellingen", filter=eindigt),
        eerste_einde=Min(f"{pad}tot", filter=eindigt),
    )


def _mentorplaatsen(plekken: Iterable[int], *, op: date) -> dict[int, int]:
    """Per place how many more people its mentors can guide together; a place without a mentor is not in it."""
    gewoon = regel("mentor.max_clienten", op=op).waarde
    koppelingen = Mentor.werkplekken.through.objects.filter(werkplek__in=plekken).values_list(
        "werkplek_id", "mentor_id"
    )
    per_plek = list(koppelingen)
    over = {
        pk: max(0, (hoogstens if hoogstens is not None else gewoon) - begeleidt)
        for pk, hoogstens, begeleidt in Mentor.objects.filter(pk__in={mentor for _, mentor in per_plek}, actief=True)
        .met_belasting(op)
        .values_list("pk", "max_clienten", "begeleidt")
    }
    ruimte: dict[int, int] = {}
    for plek, mentor in per_plek:
        if mentor in over:
            ruimte[plek] = ruimte.get(plek, 0) + over[mentor]
    return ruimte


def _plekfeiten(plek: Any, mentorplaatsen: int | None, in_voorbereiding: int) -> Plekfeiten:
    vrij = plek.capaciteit - plek.lopen - plek.beloofd
    return Plekfeiten(
        werkplek=plek.pk,
        sector=plek.sector,
        talenten=tuple(plek.talenten),
        uren=plek.uren_per_week,
        taalniveau=plek.taalniveau,
        eisen=tuple(plek.fysieke_eisen),
        werktijden=tuple(plek.werktijden),
        begint_om=plek.begint_om,
        eindigt_om=plek.eindigt_om,
        rijbewijs_nodig=plek.rijbewijs_nodig,
        reisminuten=plek.reisminuten,
        vrij=vrij,
        komt_vrij_op=plek.eerste_einde if vrij <= 0 < vrij + plek.eindigen else None,
        in_voorbereiding=in_voorbereiding,
        mentorplaatsen=mentorplaatsen,
        actief=plek.actief and plek.werkgever.actief,
    )
