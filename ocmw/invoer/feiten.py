"""What the database knows now about many people at once: a fixed number of queries per call, whatever their number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Max

from clienten.models import Client, Contactgegevens, InszHistoriek, Toewijzing
from clienten.models.client import zoekvorm
from nazorg.models import Werkervaring
from ocmw.toegang.models import Medewerker
from tewerkstelling.models import Tewerkstelling
from trajecten.enums import Aanwezigheid
from trajecten.models import Gesprek, Traject


@dataclass(slots=True)
class Feiten:
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


def laad_feiten(client_ids: Iterable[int]) -> dict[int, Feiten]:
    ids = set(client_ids)
    if not ids:
        return {}
    feiten = {}
    for client in Client.objects.filter(pk__in=ids).select_related("contact", "ocmw"):
        try:
            contact = client.contact
        except ObjectDoesNotExist:
            contact = Contactgegevens(client=client)
        feiten[client.pk] = Feiten(client, contact)
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


@dataclass(slots=True)
class Vondst:
    """Who a row is about according to the database. `meer`: the name and birth date fit more than one person.

    `elders`: the INSZ is known outside what this colleague may see; nothing more than that may ever be shown.
    """

    client_id: int | None = None
    meer: bool = False
    elders: bool = False


class Zoeker:
    """Finds the people of many rows in four queries: by INSZ, an earlier INSZ, then name and birth date."""

    def __init__(self, waarden: Iterable[Mapping[str, Any]], *, door: Medewerker) -> None:
        rijen = list(waarden)
        nummers = {rij["insz"] for rij in rijen if rij.get("insz")}
        zichtbaar = Client.objects.zichtbaar_voor(door)
        self.op_insz: dict[str, int] = dict(zichtbaar.filter(insz__in=nummers).values_list("insz", "pk"))
        oud = InszHistoriek.objects.filter(insz__in=nummers, client__in=zichtbaar)
        for nummer, client_id in oud.values_list("insz", "client"):
            self.op_insz.setdefault(nummer, client_id)
        self.elders = set(Client.objects.filter(insz__in=nummers - set(self.op_insz)).values_list("insz", flat=True))
        self.op_naam: dict[tuple[str, date], list[tuple[int, str]]] = {}
        namen = {_naamsleutel(rij) for rij in rijen if rij.get("geboortedatum")}
        gevonden = zichtbaar.filter(
            zoeknaam__in={naam for naam, _ in namen}, geboortedatum__in={dag for _, dag in namen}
        )
        for pk, naam, dag, insz in gevonden.values_list("pk", "zoeknaam", "geboortedatum", "insz"):
            if dag is not None:
                self.op_naam.setdefault((naam, dag), []).append((pk, insz))

    def zoek(self, rij: Mapping[str, Any]) -> Vondst:
        insz = rij.get("insz") or ""
        if insz in self.op_insz:
            return Vondst(self.op_insz[insz])
        naamgenoten = self.op_naam.get(_naamsleutel(rij), []) if rij.get("geboortedatum") else []
        if insz:  # another number is another person, unless the old one was only a BIS number (I8)
            naamgenoten = [
                (pk, ander) for pk, ander in naamgenoten if not ander or (_is_bis(ander) and not _is_bis(insz))
            ]
        if len(naamgenoten) == 1:
            return Vondst(naamgenoten[0][0])
        return Vondst(meer=len(naamgenoten) > 1, elders=insz in self.elders)


def _naamsleutel(rij: Mapping[str, Any]) -> tuple[str, Any]:
    return zoekvorm(f"{rij.get('familienaam', '')} {rij.get('voornaam', '')}"), rij.get("geboortedatum")


def _is_bis(insz: str) -> bool:
    return insz[2:4] > "12"
