"""Competence lists: a next version of one, one of your own, and editing what no evaluation uses yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.enums import Domeinbeeld
from tewerkstelling.evaluaties.journaalcodes import COMPETENTIELIJST_GEWIJZIGD
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein, Schaal


@dataclass(frozen=True)
class Competentieregel:
    """One competence as it was typed. `pk` empty: a new one; `naam` empty: it goes away."""

    naam: str
    voorbeeld: str = ""
    clientzin: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class Domeinregel:
    """One domain as it was typed, with its competences. `pk` empty: a new one; `naam` empty: it goes away with them."""

    naam: str
    clientnaam: str
    beeld: str
    regels: Sequence[Competentieregel]
    pk: int | None = None


@transaction.atomic
def kopieer_lijst(lijst: Competentielijst, *, door: Medewerker, op: date) -> Competentielijst:
    """The next version, of the OCMW of `door`, with everything in it and valid from today. Its own old one holds until then;
    the one of the installation goes on for who has no own."""
    weiger_als(lijst.weigering_voor_kopieren(door.ocmw_id))
    # The rows of the list are the lock: of two copies at once the second reads what the first wrote.
    list(Competentielijst.objects.select_for_update().filter(code=lijst.code).values_list("pk", flat=True))
    rijen = Competentielijst.objects.van(door.ocmw_id).filter(code=lijst.code)
    nummer = (rijen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    geldig = Competentielijst.objects.geldig(op, door.ocmw_id).filter(pk=lijst.pk)
    if lijst.geldig_van >= op or not geldig.exists():
        raise Geweigerd("Deze versie geldt nu niet. Kopieer de versie die vandaag geldt.")
    nieuw = _kopie(lijst, code=lijst.code, nummer=nummer, naam=lijst.naam, bron=lijst.bron, door=door, op=op)
    Competentielijst.objects.filter(pk=lijst.pk, ocmw=door.ocmw_id).update(geldig_tot=op)
    return nieuw


@transaction.atomic
def begin_lijst(naam: str, uit: Competentielijst, *, door: Medewerker, op: date) -> Competentielijst:
    """A list of one's own beside the others, that starts with everything in `uit`."""
    code = slugify(naam)[:30]
    if not code:
        raise Geweigerd("Geef de lijst een naam met letters.")
    weiger_als(uit.weigering_voor_kopieren(door.ocmw_id))
    if Competentielijst.objects.van(door.ocmw_id).filter(code=code).exists():
        raise Geweigerd("Er is al een lijst met die naam. Kies een andere naam, of maak er een nieuwe versie van.")
    return _kopie(uit, code=code, nummer=1, naam=naam, bron=f"eigen lijst, begonnen met {uit}", door=door, op=op)


def _kopie(
    lijst: Competentielijst, *, code: str, nummer: int, naam: str, bron: str, door: Medewerker, op: date
) -> Competentielijst:
    nieuw = Competentielijst(
        ocmw=door.ocmw, code=code, nummer=nummer, naam=naam, schaal=lijst.schaal, geldig_van=op, volledig=lijst.volledig,
        bron=bron[:300], toelichting=lijst.toelichting, gewijzigd_door=door,
    )  # fmt: skip
    nieuw.full_clean(exclude=["schaal", "gewijzigd_door"])
    nieuw.save(force_insert=True)
    for domein in lijst.domeinen.prefetch_related("competenties"):
        competenties = list(domein.competenties.all())
        domein.pk, domein.lijst = None, nieuw
        domein.save(force_insert=True)
        for competentie in competenties:
            competentie.pk, competentie.domein = None, domein
        Competentie.objects.bulk_create(competenties)
    noteer(COMPETENTIELIJST_GEWIJZIGD, nieuw, door=door, code=nieuw.code, nummer=nummer)
    return nieuw


@transaction.atomic
def bewaar_lijst(
    lijst: Competentielijst, velden: list[str], domeinen: Iterable[Domeinregel], labels: tuple[list[str], list[str]],
    *, door: Medewerker, op: date,
) -> Competentielijst:  # fmt: skip
    """Edit a version that no evaluation uses yet. Other labels make another scale: a scale is a value."""
    Competentielijst.objects.select_for_update().get(pk=lijst.pk)
    weiger_als(lijst.weigering_voor_wijzigen(door.ocmw_id))
    niveaus, voor_client = labels
    if len(niveaus) < 2 or len(niveaus) > 6 or len(niveaus) != len(voor_client):
        raise Geweigerd("Een schaal heeft 2 tot 6 niveaus, elk met woorden voor de cliënt.")
    if (niveaus, voor_client) != (lijst.schaal.labels, lijst.schaal.clientlabels):
        lijst.schaal = Schaal.objects.create(naam=lijst.schaal.naam, labels=niveaus, clientlabels=voor_client)
        velden = [*velden, "schaal"]
    lijst.full_clean(exclude=["schaal"])
    lijst.bewaar(door=door, velden=velden)
    for volgorde, domein in enumerate(domeinen):
        _schrijf_domein(lijst, domein, volgorde)
    if not Competentie.objects.filter(domein__lijst=lijst).exists():
        raise Geweigerd("Een lijst heeft minstens één competentie.")
    noteer(COMPETENTIELIJST_GEWIJZIGD, lijst, door=door, code=lijst.code, nummer=lijst.nummer)
    return lijst


def _schrijf_domein(lijst: Competentielijst, regel: Domeinregel, volgorde: int) -> None:
    beeld = regel.beeld or Domeinbeeld.DUIM
    velden = {"naam": regel.naam, "clientnaam": regel.clientnaam, "beeld": beeld, "volgorde": volgorde}
    rij = Domein.objects.filter(lijst=lijst, pk=regel.pk).first() if regel.pk else None
    if regel.naam and rij is None:
        rij = Domein.objects.create(lijst=lijst, code=_code(regel.naam, Domein.objects.filter(lijst=lijst)), **velden)
    elif rij and regel.naam:
        Domein.objects.filter(pk=rij.pk).update(**velden)
    elif rij:
        rij.delete()
        return
    if rij:
        for plaats, competentie in enumerate(regel.regels):
            _schrijf(rij, competentie, plaats)


def _schrijf(domein: Domein, regel: Competentieregel, volgorde: int) -> None:
    velden = {"naam": regel.naam, "voorbeeld": regel.voorbeeld, "clientzin": regel.clientzin, "volgorde": volgorde}
    rijen = Competentie.objects.filter(domein=domein)
    if regel.pk is None:
        if regel.naam:
            rijen.create(domein=domein, code=_code(regel.naam, rijen), **velden)
    elif regel.naam:
        rijen.filter(pk=regel.pk).update(**velden)
    else:
        rijen.filter(pk=regel.pk).delete()


def _code(naam: str, rijen: Any) -> str:
    basis = slugify(naam)[:32] or "zonder-naam"
    bezet = set(rijen.values_list("code", flat=True))
    return next(code for code in (basis, *(f"{basis}-{n}" for n in range(2, 99))) if code not in bezet)
