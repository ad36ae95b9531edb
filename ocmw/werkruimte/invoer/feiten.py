"""What the database knows now about many people at once: a fixed number of queries per call, whatever their number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Max

from clienten.models import Client, ClientQuerySet, Contactgegevens, InszHistoriek, Toewijzing
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.invoer.rijen import naam_en_dag
from tewerkstelling.models import Tewerkstelling
from trajecten.enums import Aanwezigheid
from trajecten.models import Gesprek, Traject
from trajecten.twe.models import Werkervaring


@dataclass(slots=True)
class Celfeiten:
    client: Client
    contact: Contactgegevens
    volgers: dict[str, int] = field(default_factory=dict)
    traject: Traject | None = None  # the running one
    vorig_traject: Traject | None = None
    contracten: list[Tewerkstelling] = field(default_factory=list)  # newest first
    werkervaring: Werkervaring | None = None
    laatste_contact: date | None = None

    @property
    def fase(self) -> str:
        """The phase in the words of the import: a person whose traject ended but whose file is open is in nazorg."""
        if self.client.gesloten_op:
            return "afgesloten"
        if self.traject:
            return str(self.traject.fase)
        return "nazorg" if self.vorig_traject else ""


def laad_feiten(client_ids: Iterable[int]) -> dict[int, Celfeiten]:
    ids = set(client_ids)
    if not ids:
        return {}
    feiten = {}
    for client in Client.objects.filter(pk__in=ids).select_related("contact", "ocmw"):
        try:
            contact = client.contact
        except ObjectDoesNotExist:
            contact = Contactgegevens(client=client)
        feiten[client.pk] = Celfeiten(client, contact)
    for toewijzing in Toewijzing.objects.filter(client__in=ids, tot=None):
        feiten[toewijzing.client_id].volgers[toewijzing.rol] = toewijzing.medewerker_id
    for traject in Traject.objects.filter(client__in=ids).order_by("gestart_op", "pk"):
        if traject.afgesloten_op is None:
            feiten[traject.client_id].traject = traject
        else:
            feiten[traject.client_id].vorig_traject = traject
    contracten = Tewerkstelling.objects.filter(client__in=ids).select_related("werkplek__werkgever", "client")
    for contract in contracten.order_by("-van", "-pk"):
        feiten[contract.client_id].contracten.append(contract)
    for werkervaring in Werkervaring.objects.lopend().filter(client__in=ids).select_related("client"):
        feiten[werkervaring.client_id].werkervaring = werkervaring
    aanwezig = Gesprek.objects.filter(client__in=ids, aanwezigheid=Aanwezigheid.AANWEZIG).order_by()
    for client_id, laatste in aanwezig.values_list("client").annotate(laatste=Max("op")):
        feiten[client_id].laatste_contact = laatste
    return feiten


class Twijfel(StrEnum):
    """Why we cannot tell who a row is about, and what to do."""

    MEER = "Meer dan één dossier heeft deze naam en geboortedatum. Vul het INSZ in."
    RIJ_ZONDER_INSZ = (
        "Er is een dossier met deze naam en geboortedatum, met een INSZ. Of het dezelfde persoon is, weten we niet. "
        "Vul het INSZ in deze rij in."
    )
    DOSSIER_ZONDER_INSZ = (
        "Er is een dossier met deze naam en geboortedatum, zonder INSZ. Is het dezelfde persoon? Vul het INSZ dan eerst "
        "in dat dossier in. Is het iemand anders? Maak dat dossier dan zelf. Kijk de rijen daarna opnieuw na."
    )
    OUD_NUMMER = (
        "Dit INSZ stond vroeger bij een dossier dat nu een ander nummer heeft. Is het dezelfde persoon? Vul dan het nieuwe "
        "INSZ in. Is het iemand anders? Maak dat dossier dan zelf en kijk de rijen opnieuw na."
    )
    DOSSIER_MET_BIS = (
        "Er is een dossier met deze naam en geboortedatum, met een BIS-nummer. Kreeg die persoon een nieuw nummer? Wijzig "
        "het INSZ dan eerst in dat dossier. Is het iemand anders? Maak dat dossier dan zelf. Kijk de rijen daarna opnieuw na."
    )


@dataclass(slots=True)
class Vondst:
    """Who a row is about according to the database.

    `twijfel`: name and birth date fit, but whether it is this person nobody can tell; then nothing is given to anybody.
    `elders`: the INSZ is known outside what this colleague may see; nothing more than that may ever be shown.
    """

    client_id: int | None = None
    twijfel: Twijfel | None = None
    elders: bool = False


@dataclass(frozen=True, slots=True)
class Naamgenoot:
    client_id: int
    insz: str


class Zoeker:
    """Finds the people of many rows in four queries: by INSZ, an earlier INSZ, then name and birth date."""

    def __init__(self, waarden: Iterable[Mapping[str, Any]], *, door: Medewerker) -> None:
        rijen = list(waarden)
        nummers = {rij["insz"] for rij in rijen if rij.get("insz")}
        zichtbaar = Client.objects.zichtbaar_voor(door)
        self.op_insz: dict[str, int] = dict(zichtbaar.filter(insz__in=nummers).values_list("insz", "pk"))
        self.vroeger = self._vroegere_nummers(nummers - set(self.op_insz), zichtbaar)
        self.elders = set(Client.objects.filter(insz__in=nummers - set(self.op_insz)).values_list("insz", flat=True))
        self.op_naam: dict[tuple[str, ...], list[Naamgenoot]] = {}
        gezocht = {sleutel: rij["geboortedatum"] for rij in rijen if (sleutel := naam_en_dag(rij))}
        op_die_dagen = zichtbaar.filter(geboortedatum__in=set(gezocht.values())).order_by("pk")
        for pk, insz, *wie in op_die_dagen.values_list("pk", "insz", "achternaam", "voornaam", "geboortedatum"):
            sleutel = naam_en_dag(dict(zip(("familienaam", "voornaam", "geboortedatum"), wie, strict=True)))
            if sleutel in gezocht:
                self.op_naam.setdefault(sleutel, []).append(Naamgenoot(pk, insz))

    def _vroegere_nummers(self, nummers: set[str], zichtbaar: ClientQuerySet) -> set[str]:
        """A BIS number leads to who has another number now (I8). Any other old number may have been a mistake: that leads nowhere."""
        wie: dict[str, set[int]] = {}
        oud = InszHistoriek.objects.filter(insz__in=nummers, client__in=zichtbaar)
        for nummer, client_id in oud.values_list("insz", "client"):
            wie.setdefault(nummer, set()).add(client_id)
        zeker = {nummer: ids.pop() for nummer, ids in wie.items() if _is_bis(nummer) and len(ids) == 1}
        self.op_insz |= zeker
        return set(wie) - set(zeker)

    def naamgenoten(self, rij: Mapping[str, Any]) -> list[Naamgenoot]:
        """The people with this name and birth date; nobody when one of both is missing or unreadable."""
        return self.op_naam.get(naam_en_dag(rij), [])

    def zoek(self, rij: Mapping[str, Any]) -> Vondst:
        """Who a row that describes a person is about; another valid INSZ is another person."""
        insz = rij.get("insz") or ""
        if insz in self.op_insz:
            return Vondst(self.op_insz[insz])
        if insz in self.vroeger:
            return Vondst(twijfel=Twijfel.OUD_NUMMER)
        naamgenoten = self.naamgenoten(rij)
        if insz:
            return Vondst(twijfel=_twijfel_naast(insz, naamgenoten), elders=insz in self.elders)
        if len(naamgenoten) > 1:
            return Vondst(twijfel=Twijfel.MEER)
        if naamgenoten and naamgenoten[0].insz:
            return Vondst(twijfel=Twijfel.RIJ_ZONDER_INSZ)
        return Vondst(naamgenoten[0].client_id if naamgenoten else None)


def _twijfel_naast(insz: str, naamgenoten: list[Naamgenoot]) -> Twijfel | None:
    """A namesake without a number, or with a BIS number that may have become this one (I8), may be the same person."""
    if any(not ander.insz for ander in naamgenoten):
        return Twijfel.DOSSIER_ZONDER_INSZ
    if not _is_bis(insz) and any(_is_bis(ander.insz) for ander in naamgenoten):
        return Twijfel.DOSSIER_MET_BIS
    return None


def _is_bis(insz: str) -> bool:
    return insz[2:4] > "12"
