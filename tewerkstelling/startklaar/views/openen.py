"""A placement is opened through the dossier it belongs to."""

from typing import Any

from django.shortcuts import get_object_or_404

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest
from tewerkstelling.startklaar.models import Plaatsing


def open_plaatsing(request: MedewerkerRequest, pk: int, plaatsing: int) -> tuple[Client, Plaatsing]:
    """The dossier and its placement; 404 outside scope or when the placement is of somebody else."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="plaatsing")
    return client, get_object_or_404(Plaatsing.objects.met_alles(), client=client, pk=plaatsing)


def basis(client: Client, **meer: Any) -> dict[str, Any]:
    return {"client": client, "tab": "werk", **meer}
