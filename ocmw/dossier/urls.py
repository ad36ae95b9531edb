from django.urls import path

from ocmw.dossier.views import (
    beheer,
    caseload,
    inzage,
    overzicht,
    regelimpact,
    stijl,
    tijdlijn,
    toewijzen,
    traject,
    vandaag,
    zoeken,
)

app_name = "dossier"
urlpatterns = [
    path("", vandaag.vandaag_pagina, name="vandaag"),
    path("meldingen/", vandaag.melding_list, name="melding_list"),
    path("meldingen/gelezen/", vandaag.melding_gelezen, name="melding_gelezen"),
    path("stijl/", stijl.stijl, name="stijl"),
    path("regels/concepten/<int:pk>/impact/", regelimpact.regelimpact, name="regelimpact"),
    path("regels/concepten/<int:pk>/impact/uitvoer/", regelimpact.regelimpact_uitvoer, name="regelimpact_uitvoer"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("clienten/", caseload.client_list, name="client_list"),
    path("clienten/bord/", caseload.client_bord, name="client_bord"),
    path("clienten/uitvoer/", caseload.client_uitvoer, name="client_uitvoer"),
    path("clienten/toewijzen/", toewijzen.client_toewijzen, name="client_toewijzen"),
    path("clienten/<int:pk>/", overzicht.dossier_detail, name="dossier_detail"),
    path("clienten/<int:pk>/wijzigingen/", overzicht.dossier_wijzigingen, name="dossier_wijzigingen"),
    path("clienten/<int:pk>/tijdlijn/", tijdlijn.dossier_tijdlijn, name="tijdlijn"),
    path("clienten/<int:pk>/traject/", traject.traject_detail, name="traject_detail"),
    path("clienten/<int:pk>/traject/poort/", traject.traject_poort, name="traject_poort"),
    path("clienten/<int:pk>/traject/fase/", traject.fase_wijzigen, name="fase_wijzigen"),
    path("clienten/<int:pk>/reden/", inzage.inzage_reden, name="inzage_reden"),
    path("clienten/<int:pk>/toewijzen/", beheer.dossier_toewijzen, name="dossier_toewijzen"),
    path("clienten/<int:pk>/toewijzen/<int:toewijzing>/stoppen/", beheer.toewijzing_stoppen, name="toewijzing_stoppen"),
    path("clienten/<int:pk>/sluiten/", beheer.client_sluiten, name="client_sluiten"),
    path("clienten/<int:pk>/heropenen/", beheer.client_heropenen, name="client_heropenen"),
]
