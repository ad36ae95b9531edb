from django.urls import path

from ocmw.dossier import beheer, views

app_name = "dossier"
urlpatterns = [
    path("", views.vandaag_pagina, name="vandaag"),
    path("clienten/", views.client_list, name="client_list"),
    path("clienten/<int:pk>/", views.dossier_detail, name="dossier_detail"),
    path("clienten/<int:pk>/reden/", views.inzage_reden, name="inzage_reden"),
    path("clienten/<int:pk>/toewijzen/", beheer.client_toewijzen, name="client_toewijzen"),
    path(
        "clienten/<int:pk>/toewijzen/<int:toewijzing>/stoppen/", beheer.toewijzing_stoppen, name="toewijzing_stoppen"
    ),
    path("clienten/<int:pk>/sluiten/", beheer.client_sluiten, name="client_sluiten"),
    path("clienten/<int:pk>/heropenen/", beheer.client_heropenen, name="client_heropenen"),
]
