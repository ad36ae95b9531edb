"""How long until the start, and how worried to be: amber and red come from a dated rule. Pure, given the moment."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import ceil

from django.utils import timezone

from ocmw.kalender.woorden import afstand
from ocmw.regels.opzoeken import regel
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import Plaatsingstand

ROOD, AMBER, RUSTIG, KLAAR = "te_laat", "vandaag", "gepland", "klaar"


@dataclass(frozen=True)
class Aftelling:
    """`code` is a status of the house (text + icon + colour)."""

    code: str
    tekst: str

    @property
    def dringend(self) -> bool:
        return self.code in {ROOD, AMBER}


def aftelling(plaatsing: Plaatsing, stand: Plaatsingstand, *, nu: datetime) -> Aftelling | None:
    """Nothing to count once it started or stopped. Counts to the hour the place opens, or to midnight when unknown."""
    if not stand.is_open:
        return None
    hier = timezone.localtime(nu)
    begin = timezone.make_aware(datetime.combine(plaatsing.van, plaatsing.werkplek.begint_om or time.min))
    uren = ceil((begin - nu) / timedelta(hours=1))
    if plaatsing.van < hier.date():
        return Aftelling(ROOD, "Moest al gestart zijn")
    if stand.status == Plaatsingstatus.KLAAR:
        return Aftelling(KLAAR, f"Start {afstand(plaatsing.van, hier.date())}")
    if plaatsing.van == hier.date():
        return Aftelling(ROOD, "Start vandaag")
    grens = regel("plaatsing.alarm_uren", op=hier.date()).waarde
    if uren <= grens["amber"]:
        return Aftelling(ROOD if uren <= grens["rood"] else AMBER, f"Nog {uren} uur")
    return Aftelling(RUSTIG, f"Start {afstand(plaatsing.van, hier.date())}")
