"""Every form of this room ends on the rechtenteller of its contract."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from clienten.models import Client
from tewerkstelling.models import Tewerkstelling


def naar_rechten(client: Client, contract: Tewerkstelling | None = None) -> HttpResponse:
    vraag = f"?contract={contract.pk}" if contract else ""
    return redirect(f"{reverse('rechtenteller:rechtenstand_detail', args=[client.pk])}{vraag}")
