"""The two long jobs around a rule: look what a draft would move, and derive all dossiers again once it is published.

Both walk the open dossiers by primary key, batch by batch. Where they are stands in the row of the job, written in the
transaction of the batch: after `kill -9` the next worker goes on there, and no batch is done twice.
"""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.urls import reverse

from clienten.models import Client, ClientQuerySet
from ocmw.kalender.klok import nu, vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import Afgebroken, Verslag
from ocmw.regels.actions import INTUSSEN, einde_van
from ocmw.regels.enums import Impactsoort
from ocmw.regels.models import Huisregeldeling, Regelconcept, Regelset
from ocmw.regels.opzoeken import gepubliceerd_boek, met_regels, vergeet_regels
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.dossier.controle import PARTIJ, controleer
from ocmw.werkruimte.regelimpact.impact import Boeken, impact_van_groep
from ocmw.werkruimte.regelimpact.models import Impactrij

# Small enough that the progress moves every second or two, and that a stop is heard; the queries of a batch are few.
IMPACTPARTIJ = 100
GETELD = ("gedaan", "contracten", "niet_te_berekenen", "rijen")


def bereken_impact(opdracht: Opdracht, verslag: Verslag, *, partij: int = IMPACTPARTIJ) -> str:
    """Keep one row per date that moves. Raises Geweigerd when the draft changed under the work."""
    weiger_als("" if opdracht.aangevraagd_door.mag(Recht.REGELS_BEHEREN) else "Je mag de regels niet meer beheren.")
    concept = _concept(opdracht)
    stand = _stand(opdracht)
    op = date.fromisoformat(stand["op"])
    boeken = Boeken.van(concept, gepubliceerd_boek(), einde_van(concept.sleutel, concept.geldig_van, concept.ocmw_id))
    dossiers = geraakt_door(concept.ocmw_id)
    totaal = dossiers.count()
    verslag.voortgang(stand["gedaan"], totaal, "Dossiers narekenen")
    while clienten := list(dossiers.filter(pk__gt=stand["na"]).order_by("pk")[:partij]):
        impact = impact_van_groep(clienten, boeken, concept, op=op)
        erbij = (len(clienten), impact.contracten, impact.niet_te_berekenen, len(impact.rijen))
        volgende = stand | {naam: stand[naam] + n for naam, n in zip(GETELD, erbij, strict=True)}
        volgende["na"] = clienten[-1].pk
        with transaction.atomic():
            _concept(opdracht)
            if not opdracht.schrijf(gegevens=volgende):
                raise Afgebroken
            if not stand["na"]:
                Impactrij.objects.filter(concept=concept).delete()
            Impactrij.objects.bulk_create(impact.rijen, batch_size=PARTIJ)
        stand = volgende
        verslag.voortgang(stand["gedaan"], max(totaal, stand["gedaan"]), "Dossiers narekenen")
    with transaction.atomic():
        telling = {naam: stand[naam] for naam in GETELD} | {"per_ocmw": tel_per_ocmw(concept), "op": stand["op"]}
        # A claim: the count belongs to this version and this job; when either moved on, nothing is written.
        klaar = Regelconcept.objects.lopend().filter(pk=concept.pk, versie=concept.versie, impact_opdracht=opdracht)
        klaar.update(impact_klaar_op=nu(), impact_telling=telling)
    return reverse("regelimpact:regelimpact", args=[concept.pk])


def geraakt_door(ocmw: int | None) -> ClientQuerySet:
    """The open dossiers a rule is about: all of them, or those of the OCMWs that work with the house rules of `ocmw`."""
    open_ = Client.objects.open()
    if ocmw is None:
        return open_
    volgers = Huisregeldeling.objects.filter(van=ocmw).values("ocmw")
    # An OCMW that follows another one does not live by its own sets.
    return open_.filter(Q(ocmw=ocmw) | Q(ocmw__in=volgers)).exclude(
        ocmw__in=Huisregeldeling.objects.filter(ocmw=ocmw).values("ocmw")
    )


def tel_per_ocmw(concept: Regelconcept) -> dict[str, dict[str, int]]:
    """OCMW pk -> how many dossiers move at all ("geraakt"), per kind and direction ("dagen/meer"), and by how many euro
    the expected money changes ("euro")."""
    rijen = Impactrij.objects.filter(concept=concept).order_by()
    telling: dict[str, dict[str, int]] = defaultdict(dict)
    for ocmw, aantal in rijen.values_list("ocmw").annotate(Count("client", distinct=True)):
        telling[str(ocmw)]["geraakt"] = aantal
    for ocmw, soort, richting, aantal in rijen.values_list("ocmw", "soort", "richting").annotate(
        Count("client", distinct=True)
    ):
        telling[str(ocmw)][f"{soort}/{richting}"] = aantal
    geld = rijen.filter(soort=Impactsoort.GELD)
    for ocmw, euro in geld.values_list("ocmw").annotate(Sum("verschil")):
        telling[str(ocmw)]["euro"] = euro or 0
    return dict(telling)


def voer_regels_door(opdracht: Opdracht, verslag: Verslag, *, partij: int = PARTIJ) -> str:
    """Make termijnen and stand of every open dossier equal to what the facts say with the rules that are published now."""
    vergeet_regels()
    stand, op = _stand(opdracht), vandaag()
    set_ = None
    if "ocmw" in stand:
        # This OCMW works with other house rules from now on.
        dossiers = Client.objects.open().filter(ocmw=stand["ocmw"])
    else:
        set_ = Regelset.objects.filter(pk=stand["set"]).first()
        if set_ is None:
            raise Geweigerd("Deze regel bestaat niet meer.")
        dossiers = geraakt_door(set_.ocmw_id)
    totaal = dossiers.count()
    with met_regels(gepubliceerd_boek()):
        while pks := list(dossiers.filter(pk__gt=stand["na"]).order_by("pk").values_list("pk", flat=True)[:partij]):
            verslag.voortgang(stand["gedaan"], max(totaal, stand["gedaan"]), "Termijnen herrekenen")
            stand["rijen"] += controleer(op, herstel=True, pks=pks, partij=partij).hersteld
            stand["gedaan"] += len(pks)
            stand["na"] = pks[-1]
            if not opdracht.schrijf(gegevens=stand):
                raise Afgebroken
    if set_ is None:
        return reverse("beheer:huisregels")
    Regelset.objects.filter(pk=set_.pk).update(doorgevoerd_op=op)
    return reverse("beheer:regel_detail", args=[set_.sleutel])


def _stand(opdracht: Opdracht) -> dict[str, Any]:
    """How far this job is; the day it works with is the day it began."""
    return {"na": 0, "op": vandaag().isoformat(), **dict.fromkeys(GETELD, 0), **opdracht.gegevens}


def _concept(opdracht: Opdracht) -> Regelconcept:
    """The draft as it was when the job was asked for. Raises Geweigerd when it is another by now."""
    gegevens = opdracht.gegevens
    concept = (
        Regelconcept.objects.lopend()
        .filter(pk=gegevens["concept"], versie=gegevens["versie"], impact_opdracht=opdracht)
        .first()
    )
    if concept is None:
        raise Geweigerd(INTUSSEN)
    return concept
