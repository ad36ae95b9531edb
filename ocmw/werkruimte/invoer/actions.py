"""What can happen with an import: read in, choose columns and words, judge, correct a cell, write to the dossiers."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from ocmw.journaal.models import noteer
from ocmw.opdrachten.actions import start_opdracht
from ocmw.opdrachten.models import Opdracht
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.ui.veelrijen import voeg_toe
from ocmw.ui.weigering import Geweigerd, weiger_als
from ocmw.werkruimte.invoer.enums import Invoersoort, Invoerstatus, Rijuitkomst, TweBron
from ocmw.werkruimte.invoer.herkennen import Bladvoorstel, herken, herken_koppen
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij, Kolomindeling
from ocmw.werkruimte.invoer.overnemen import Meld
from ocmw.werkruimte.invoer.soorten import SOORTEN, soort_van
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort
from ocmw.werkruimte.invoer.werkboek import Werkblad, Werkboekrij, lees_werkboek

_UITKOMSTVELDEN = ["uitkomst", "redenen", "verschillen", "naam", "insz", "naamsleutel", "client", "persoonrij"]


def niets(gedaan: int, totaal: int, stap: str) -> None:
    """For who does not want to hear about progress."""


# --- reading in ---------------------------------------------------------------------------------
def lees_in(
    ruw: bytes,
    *,
    bestandsnaam: str,
    ocmw: Ocmw,
    door: Medewerker,
    op: date,
    soort: Invoersoort = Invoersoort.CASELOAD,
) -> Invoer:
    """Read a workbook and store its rows. Raises Geweigerd for a file that cannot be used.

    Reading takes its time in another process, so it comes before the transaction: see `lees_werkboek`.
    """
    return bewaar_bladen(
        lees_werkboek(ruw), ruw=ruw, bestandsnaam=bestandsnaam, ocmw=ocmw, door=door, op=op, soort=soort
    )


@transaction.atomic
def bewaar_bladen(
    bladen: Sequence[Werkblad],
    *,
    ruw: bytes,
    bestandsnaam: str,
    ocmw: Ocmw,
    door: Medewerker,
    op: date,
    soort: Invoersoort = Invoersoort.CASELOAD,
) -> Invoer:
    """Store the rows of a workbook that was read, with a proposal for every sheet."""
    invoer = Invoer.objects.create(
        soort=soort,
        ocmw=ocmw,
        bestandsnaam=_schone_naam(bestandsnaam),
        sha256=hashlib.sha256(ruw).hexdigest(),
        gemaakt_door=door,
    )
    for plaats, blad in enumerate(bladen):
        voorstel = herken(blad, SOORTEN[soort].bladsoorten)
        rij = Invoerblad(invoer=invoer, plaats=plaats, naam=blad.naam)
        _pas_voorstel_toe(rij, voorstel)
        _neem_bewaarde_indeling(rij)
        rij.save(force_insert=True)
        voeg_toe(
            [Invoerrij(blad=rij, nummer=bron.nummer, cellen=_zonder_staart(bron.cellen)) for bron in blad.rijen],
            met_pk=False,
        )
    invoer.save(update_fields=["fasen", "collegas"])
    return invoer


def _schone_naam(naam: str) -> str:
    kaal = "".join(teken for teken in PurePath(naam.replace("\\", "/")).name if teken.isprintable())
    return kaal[-160:] or "bestand"


def _zonder_staart(cellen: Sequence[Any]) -> list[Any]:
    laatste = max((plaats for plaats, cel in enumerate(cellen) if cel is not None), default=-1)
    return list(cellen[: laatste + 1])


def _pas_voorstel_toe(blad: Invoerblad, voorstel: Bladvoorstel) -> None:
    blad.soort, blad.koprij, blad.koppen = voorstel.soort.value, voorstel.koprij, voorstel.koppen
    blad.indeling = voorstel.indeling
    blad.voorstel = {v.veld: [v.kolom, v.zekerheid.label, v.reden] for v in voorstel.voorstellen}
    blad.handtekening = voorstel.handtekening


def _neem_bewaarde_indeling(blad: Invoerblad) -> None:
    bewaard = Kolomindeling.objects.filter(
        ocmw=blad.invoer.ocmw_id, soort=blad.soort, handtekening=blad.handtekening
    ).first()
    blad.bewaard = bewaard is not None
    if bewaard:
        blad.indeling = bewaard.indeling
        blad.invoer.fasen = {**bewaard.fasen, **blad.invoer.fasen}
        blad.invoer.collegas = {**bewaard.collegas, **blad.invoer.collegas}


# --- choosing ---------------------------------------------------------------------------------
@transaction.atomic
def herken_opnieuw(blad: Invoerblad, *, soort: Bladsoort, koprij: int) -> Invoerblad:
    """The user says what the sheet is or where its headings are; the columns are proposed again from there."""
    weiger_als(blad.invoer.weigering_voor_wijzigen())
    rijen = tuple(Werkboekrij(rij.nummer, tuple(rij.cellen)) for rij in blad.rijen.order_by("nummer"))
    bron = Werkblad(blad.naam, rijen)
    if soort is Bladsoort.ANDERS:
        blad.soort, blad.indeling, blad.voorstel = soort.value, {}, {}
    else:
        plaats = next((plaats for plaats, rij in enumerate(rijen) if rij.nummer == koprij), None)
        if plaats is None:
            raise Geweigerd(f"Rij {koprij} van blad '{blad.naam}' is leeg. Kies de rij waarin de koppen staan.")
        _pas_voorstel_toe(blad, herken_koppen(bron, soort, plaats))
        _neem_bewaarde_indeling(blad)
    blad.save()
    blad.invoer.status = Invoerstatus.INDELEN
    blad.invoer.save(update_fields=["status", "fasen", "collegas"])
    return blad


@transaction.atomic
def kies_kolommen(blad: Invoerblad, indeling: Mapping[str, int]) -> None:
    """Which column holds which field; a field stands in one column, a column holds one field."""
    weiger_als(blad.invoer.weigering_voor_wijzigen())
    weiger_als(weigering_voor_indeling(blad, indeling))
    blad.indeling = dict(indeling)
    blad.save(update_fields=["indeling"])


def weigering_voor_indeling(blad: Invoerblad, indeling: Mapping[str, int]) -> str:
    if blad.bladsoort is Bladsoort.ANDERS:
        return ""
    if len(set(indeling.values())) != len(indeling) or not set(indeling) <= set(VELDEN[blad.bladsoort]):
        return f"Op blad '{blad.naam}' is een kolom of een veld twee keer gekozen."
    if blad.bladsoort is Bladsoort.WERKPLEKKEN:
        compleet = "werkplek" in indeling and indeling.keys() & {"werkgever", "kbo"}
        return (
            "" if compleet else f"Kies op blad '{blad.naam}' minstens de kolom met de werkgever en die met de werkplek."
        )
    if not indeling.keys() & {"insz", "familienaam", "naam"}:
        return f"Kies op blad '{blad.naam}' minstens de kolom met het INSZ of de naam."
    if blad.bladsoort is Bladsoort.GESPREKKEN and "datum" not in indeling:
        return f"Kies op blad '{blad.naam}' de kolom met de datum van het gesprek."
    return ""


def kies_woorden(invoer: Invoer, *, fasen: Mapping[str, str], collegas: Mapping[str, int], twe_bron: str) -> None:
    """What the team means by its phase names and whom by its names; keys are norm(text)."""
    weiger_als(invoer.weigering_voor_wijzigen())
    invoer.fasen, invoer.collegas, invoer.twe_bron = dict(fasen), dict(collegas), TweBron(twe_bron)
    invoer.save(update_fields=["fasen", "collegas", "twe_bron"])


@transaction.atomic
def bewaar_indeling(invoer: Invoer, *, door: Medewerker) -> None:
    """Keep columns and words for the next workbook with the same headings."""
    for blad in invoer.bladen.exclude(soort=Bladsoort.ANDERS):
        waarden = {"indeling": blad.indeling, "fasen": invoer.fasen, "collegas": invoer.collegas}
        Kolomindeling.objects.update_or_create(
            ocmw_id=invoer.ocmw_id,
            soort=blad.soort,
            handtekening=blad.handtekening,
            defaults={**waarden, "bewaard_op": timezone.now(), "bewaard_door": door},
        )


# --- judging ----------------------------------------------------------------------------------
@transaction.atomic
def beoordeel_invoer(invoer: Invoer, *, door: Medewerker, op: date) -> Invoer:
    """Judge every row that is not written yet and store the outcome; afterwards the preview can be shown."""
    weiger_als(invoer.weigering_voor_wijzigen())
    soort = soort_van(invoer)
    beoordelaar = soort.beoordelaar(invoer, door=door, op=op)
    if not any(blad.bladsoort in soort.bladsoorten for blad in beoordelaar.bladen.values()):
        raise Geweigerd(soort.geen_blad)
    rijen = [
        rij
        for bladsoort in soort.bladsoorten
        for rij in Invoerrij.objects.van(invoer, bladsoort).order_by("blad__plaats", "nummer")
    ]
    _bewaar_uitkomsten(beoordelaar.beoordeel(rijen))
    invoer.status = Invoerstatus.NAKIJKEN
    tel(invoer)
    invoer.save(update_fields=["status", "telling"])
    return invoer


def _bewaar_uitkomsten(items: Iterable[Any]) -> None:
    """Write the outcomes that changed, in one upsert per batch (a bulk UPDATE of this size costs ten times as much)."""
    gewijzigd = []
    for item in items:
        rij = item.rij
        oud = [getattr(rij, _kolom(veld)) for veld in _UITKOMSTVELDEN]
        if rij.overgenomen_op is None:
            rij.uitkomst = item.uitkomst.value
            rij.redenen = [[reden.veld, reden.tekst, reden.ernst.value] for reden in item.gelezen.redenen]
            rij.verschillen = [[verschil.label, verschil.oud, verschil.nieuw] for verschil in item.verschillen]
        rij.naam, rij.insz, rij.naamsleutel = item.naam[:220], item.insz, item.sleutel[:240]
        rij.client_id = item.client_id
        rij.persoonrij_id = item.persoon.rij.pk if item.persoon else None
        if oud != [getattr(rij, _kolom(veld)) for veld in _UITKOMSTVELDEN]:
            gewijzigd.append(rij)
    Invoerrij.objects.bulk_create(
        gewijzigd, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=_UITKOMSTVELDEN
    )


def _kolom(veld: str) -> str:
    return str(Invoerrij._meta.get_field(veld).attname)  # type: ignore[union-attr]  # only our own columns come here, never a relation back


def tel(invoer: Invoer) -> dict[str, dict[str, int]]:
    """Counts per kind of sheet and outcome."""
    telling: dict[str, dict[str, int]] = {}
    for soort in soort_van(invoer).bladsoorten:
        aantallen = Invoerrij.objects.van(invoer, soort).order_by().values_list("uitkomst").annotate(n=Count("pk"))
        telling[soort.value] = {uitkomst.value: 0 for uitkomst in Rijuitkomst} | dict(aantallen)
    invoer.telling = telling
    return telling


@transaction.atomic
def corrigeer_cel(rij: Invoerrij, *, kolom: int, tekst: str, door: Medewerker, op: date) -> Invoerrij:
    """Put another text in one cell and judge the row again, with every row it can touch (doubles, talks)."""
    invoer = rij.blad.invoer
    weiger_als(invoer.weigering_voor_wijzigen())
    weiger_als("Deze rij is al ingevoerd. Wijzig het dossier zelf." if rij.overgenomen_op else "")
    oud_insz, oude_naam = rij.insz, rij.naamsleutel
    rij.correcties = {**rij.correcties, str(kolom): tekst.strip()[:32_767]}
    rij.save(update_fields=["correcties"])
    beoordelaar = soort_van(invoer).beoordelaar(invoer, door=door, op=op)
    item = beoordelaar.beoordeel([rij])[0]
    rij.insz, rij.naamsleutel = item.insz, item.sleutel[:240]
    groep = Invoerrij.objects.filter(
        beoordelaar.geraakt(rij, oud_insz=oud_insz, oude_naam=oude_naam), blad__in=beoordelaar.bladen
    )
    rijen = [
        geraakt
        for geraakt in groep.order_by("blad__plaats", "nummer")
        if geraakt.nummer > beoordelaar.bladen[geraakt.blad_id].koprij
    ]
    _bewaar_uitkomsten(beoordelaar.beoordeel(rijen))
    tel(invoer)
    invoer.save(update_fields=["telling"])
    rij.refresh_from_db()
    return rij


# --- writing --------------------------------------------------------------------
@transaction.atomic
def start_invoer(invoer: Invoer, *, door: Medewerker) -> Opdracht:
    """Begin in the background; of two people who click at once, one gets the sentence."""
    invoer = Invoer.objects.select_for_update().get(pk=invoer.pk)
    weiger_als(invoer.weigering_voor_invoeren())
    opdracht = start_opdracht("invoer_overnemen", door=door, gegevens={"invoer": invoer.pk})
    invoer.status, invoer.opdracht = Invoerstatus.BEZIG, opdracht
    invoer.save(update_fields=["status", "opdracht"])
    return opdracht


def neem_over(invoer: Invoer, *, door: Medewerker, op: date, meld: Meld = niets) -> Invoer:
    """Write every row that is still to be done. Can be killed and called again; each chunk is one transaction."""
    soort = soort_van(invoer)
    soort.schrijver(invoer, door=door, op=op).neem_over(meld)
    with transaction.atomic():
        # A claim: who is killed after the last row and comes back notes it once.
        eerste_keer = Invoer.objects.filter(pk=invoer.pk).exclude(status=Invoerstatus.INGEVOERD)
        telling = tel(invoer)
        nu = timezone.now()
        if eerste_keer.update(status=Invoerstatus.INGEVOERD, ingevoerd_op=nu, ingevoerd_door=door, telling=telling):
            noteer(soort.wat, invoer, door=door, **soort.details(telling))
    invoer.refresh_from_db()
    return invoer


# --- cleaning up --------------------------------------------------------------------------------
def ruim_op(*, op: date) -> int:
    """Empty the rows of imports that nobody touched for as many days as the rule says; the import itself and its counts stay."""
    dagen = regel("invoer.bewaring_dagen", op=op).waarde
    oude = list(Invoer.objects.op_te_ruimen(op - timedelta(days=dagen)).values_list("pk", flat=True))
    for pk in oude:
        with transaction.atomic():  # one import at a time: a kill halfway leaves whole imports behind
            Invoerrij.objects.filter(blad__invoer=pk).delete()
            Invoerblad.objects.filter(invoer=pk).update(koppen=[], voorstel={})
            Invoer.objects.filter(pk=pk).update(opgeruimd_op=timezone.now(), fasen={}, collegas={})
    return len(oude)
