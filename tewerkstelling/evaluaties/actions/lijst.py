"""Versions of competence lists: copy a frozen one, edit the copy, publish it from a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from ocmw.journaal.enums import Wat
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein, Schaal


@dataclass(frozen=True)
class Regel:
    """One competence as it was typed. `pk` empty: a new one; `naam` empty: it goes away."""

    domein: Domein
    naam: str
    voorbeeld: str = ""
    clientzin: str = ""
    pk: int | None = None


@transaction.atomic
def kopieer_lijst(lijst: Competentielijst, *, door: Medewerker, op: date) -> Competentielijst:
    """The next version, with everything in it and valid from today; the old one holds until then."""
    rijen = Competentielijst.objects.select_for_update().filter(code=lijst.code)
    # The row of the first version is the lock: two copies at once get two numbers.
    list(rijen)
    nummer = (rijen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    nieuw = Competentielijst(
        code=lijst.code, nummer=nummer, naam=lijst.naam, schaal=lijst.schaal, geldig_van=op, volledig=lijst.volledig,
        bron=lijst.bron, toelichting=lijst.toelichting, gewijzigd_door=door,
    )  # fmt: skip
    if lijst.geldig_van >= op or (lijst.geldig_tot and lijst.geldig_tot <= op):
        raise Geweigerd("Deze versie geldt nu niet. Kopieer de versie die vandaag geldt.")
    nieuw.save(force_insert=True)
    for domein in lijst.domeinen.prefetch_related("competenties"):
        kopie = Domein.objects.create(lijst=nieuw, code=domein.code, naam=domein.naam, volgorde=domein.volgorde)
        Competentie.objects.bulk_create(
            Competentie(
                domein=kopie,
                code=c.code,
                naam=c.naam,
                voorbeeld=c.voorbeeld,
                clientzin=c.clientzin,
                volgorde=c.volgorde,
            )
            for c in domein.competenties.all()
        )
    Competentielijst.objects.filter(pk=lijst.pk).update(geldig_tot=op)
    noteer(Wat.COMPETENTIELIJST_GEWIJZIGD, nieuw, door=door, code=nieuw.code, nummer=nummer)
    return nieuw


@transaction.atomic
def bewaar_lijst(
    lijst: Competentielijst, velden: list[str], regels: Iterable[Regel], labels: tuple[list[str], list[str]],
    *, door: Medewerker, op: date,
) -> Competentielijst:  # fmt: skip
    """Edit a version that no evaluation uses yet. Other labels make another scale: a scale is a value."""
    Competentielijst.objects.select_for_update().get(pk=lijst.pk)
    weiger_als(lijst.weigering_voor_wijzigen())
    niveaus, voor_client = labels
    if len(niveaus) < 2 or len(niveaus) > 6 or len(niveaus) != len(voor_client):
        raise Geweigerd("Een schaal heeft 2 tot 6 niveaus, elk met woorden voor de cliënt.")
    if (niveaus, voor_client) != (lijst.schaal.labels, lijst.schaal.clientlabels):
        lijst.schaal = Schaal.objects.create(naam=lijst.schaal.naam, labels=niveaus, clientlabels=voor_client)
        velden = [*velden, "schaal"]
    lijst.full_clean(exclude=["schaal"])
    lijst.bewaar(door=door, velden=velden)
    for volgorde, regel in enumerate(regels):
        _schrijf(regel, volgorde)
    noteer(Wat.COMPETENTIELIJST_GEWIJZIGD, lijst, door=door, code=lijst.code, nummer=lijst.nummer)
    return lijst


def _schrijf(regel: Regel, volgorde: int) -> None:
    velden = {"naam": regel.naam, "voorbeeld": regel.voorbeeld, "clientzin": regel.clientzin, "volgorde": volgorde}
    if regel.pk is None:
        if regel.naam:
            Competentie.objects.create(domein=regel.domein, code=_code(regel), **velden)
    elif regel.naam:
        Competentie.objects.filter(pk=regel.pk, domein=regel.domein).update(**velden)
    else:
        Competentie.objects.filter(pk=regel.pk, domein=regel.domein).delete()


def _code(regel: Regel) -> str:
    basis = slugify(regel.naam)[:32] or "competentie"
    bezet = set(Competentie.objects.filter(domein=regel.domein).values_list("code", flat=True))
    return next(code for code in (basis, *(f"{basis}-{n}" for n in range(2, 99))) if code not in bezet)
