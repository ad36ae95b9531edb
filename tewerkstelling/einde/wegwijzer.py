"""Where each point of the list is done, and what the dossier knows of it already. Four queries.

A point that is not named here has no page of its own: its answer is all there is.
"""

from dataclasses import dataclass

from django.urls import reverse

from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.plaats import naar
from tewerkstelling.evaluaties.models import Evaluatie
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.enums import LOPEND
from tewerkstelling.regulier.models import Sollicitatie
from trajecten.vdab import vdab_van


@dataclass(frozen=True)
class Weg:
    """`feit`: one sentence about what was registered; empty when nothing could be."""

    tekst: str
    url: str
    feit: str = ""


def wegen(contract: Tewerkstelling, *, lezer: Medewerker) -> dict[str, Weg]:
    """Code of the point -> the page, for who may open it."""
    client = contract.client_id
    evaluaties = reverse("evaluaties:evaluatierooster", args=[client, contract.pk])
    uit = {
        "maatregelen": Weg("Gewoon werk en werkgevers", reverse("regulier:regulier_detail", args=[client])),
        "sollicitaties": Weg(
            "Vacatures en sollicitaties", reverse("regulier:regulier_detail", args=[client]), _sollicitaties(client)
        ),
        "evaluatie": Weg("Evaluaties van dit contract", evaluaties, _evaluatie(contract)),
        "uitkering": Weg("Dagen en antwoord van de RVA", reverse("rechtenteller:rechtenstand_detail", args=[client])),
        "vdab": Weg("De inschrijving bij VDAB", reverse("trajecten:vdab_edit", args=[client]), _vdab(contract)),
        "competenties": Weg("Competenties uit de evaluaties", reverse("evaluaties:evaluatie_list", args=[client])),
        "nazorgplan": Weg("Nazorg", naar("nazorg", client)),
    }
    if contract.werkplek_id:
        uit["blijven"] = Weg("De werkplek", reverse("tewerkstelling:werkplek_detail", args=[contract.werkplek_id]))
    if lezer.mag(Recht.DOCUMENT_BEHEREN):
        uit["papieren"] = Weg("Documenten", reverse("clienten:document_list", args=[client]))
    return uit


def _sollicitaties(client: int) -> str:
    statussen = list(Sollicitatie.objects.filter(client=client).values_list("status", flat=True))
    if not statussen:
        return "Er is nog geen vacature of sollicitatie genoteerd."
    lopend = sum(status in LOPEND for status in statussen)
    return f"{aantal(len(statussen), 'vacature of sollicitatie', 'vacatures en sollicitaties')}, {lopend} lopend."


def _evaluatie(contract: Tewerkstelling) -> str:
    laatste = Evaluatie.objects.filter(contract=contract).first()  # newest first
    if laatste is None:
        return "Bij dit contract is nog geen evaluatie genoteerd."
    staat = "" if laatste.afgerond_op else ", nog niet afgerond"
    return f"De laatste evaluatie was op {dag_in_woorden(laatste.gehouden_op)}{staat}."


def _vdab(contract: Tewerkstelling) -> str:
    stand = vdab_van(contract.client, met_lijnen=False)
    return f"{stand.in_woorden} {stand.van_wie}".strip()
