from django.urls import path

from ocmw.dossier import views

app_name = "dossier"
urlpatterns = [
    path("", views.vandaag_pagina, name="vandaag"),
    path("clienten/", views.client_list, name="client_list"),
    path("clienten/<int:pk>/", views.dossier_detail, name="dossier_detail"),
    path("clienten/<int:pk>/reden/", views.inzage_reden, name="inzage_reden"),
]
