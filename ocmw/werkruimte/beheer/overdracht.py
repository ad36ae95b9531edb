"""What a colleague who left, or changed role, leaves behind for the coordinator: dossiers, appointments, promises."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from clienten.enums import Stap, Toewijzingsrol
from clienten.models import Stand, Toewijzing
from ocmw.kalender.klok import begin_van
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN, Recht, rollen_met
from trajecten.models import Afspraak, AfspraakQuerySet

MEESTE_DOSSIERS = 500
MEESTE_AFSPRAKEN = 100


@dataclass(frozen=True)
class Achtergelaten:
    """The dossiers one colleague followed last and that nobody guides now. `kan_terug`: this colleague can guide again."""

    medewerker: Medewerker
    dossiers: list[Toewijzing]
    kan_terug: bool


def achtergelaten(lezer: Medewerker) -> list[Achtergelaten]:
    """Of open dossiers that exist for this reader, the largest pile first."""
    kaal = Stand.objects.zichtbaar_voor(lezer).zonder_coach().values("client")
    rijen = (
        Toewijzing.objects.filter(rol=Toewijzingsrol.ATB, tot__isnull=False, client__in=kaal)
        .select_related("client__stand", "medewerker__ocmw")
        .order_by("client", "-tot", "-pk")
    )
    laatste: dict[int, Toewijzing] = {}
    for rij in rijen[: MEESTE_DOSSIERS * 4]:
        laatste.setdefault(rij.client_id, rij)
    per: dict[Medewerker, list[Toewijzing]] = defaultdict(list)
    for rij in laatste.values():
        per[rij.medewerker].append(rij)
    groepen = [
        Achtergelaten(wie, sorted(rijen, key=lambda rij: (rij.client.zoeknaam, rij.client_id)), kan_coach_zijn(wie))
        for wie, rijen in per.items()
    ]
    return sorted(groepen, key=lambda groep: (-len(groep.dossiers), groep.medewerker.achternaam, groep.medewerker.pk))


def kan_coach_zijn(medewerker: Medewerker) -> bool:
    return medewerker.is_active and medewerker.rol in COACHROLLEN


def afspraken_zonder_collega(lezer: Medewerker, op: date) -> AfspraakQuerySet:
    """To come, of who cannot keep them any more."""
    kan = Q(medewerker__is_active=True, medewerker__rol__in=rollen_met(Recht.GESPREK_NOTEREN))
    return Afspraak.objects.zichtbaar_voor(lezer).gepland().filter(begint_op__gte=begin_van(op)).exclude(kan)


def vertrekt(lezer: Medewerker, op: date) -> list[tuple[Medewerker, int]]:
    """Who has a last day, and how many open dossiers that colleague still guides."""
    wie = Medewerker.objects.filter(ocmw=lezer.ocmw_id, is_active=True, laatste_dag__gte=op).order_by(
        "laatste_dag", "pk"
    )
    return [(collega, Stand.objects.filter(coach=collega).exclude(stap=Stap.GESLOTEN).count()) for collega in wie]
