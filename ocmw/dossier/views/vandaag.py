from django.http import HttpResponse
from django.shortcuts import render

from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


@vereist(Recht.AANGEMELD)
def vandaag_pagina(request: MedewerkerRequest) -> HttpResponse:
    return render(request, "dossier/vandaag.html")
