from django.urls import path

from ocmw.werkruimte.vandaag import views

app_name = "vandaag"
urlpatterns = [
    path("", views.vandaag_pagina, name="vandaag"),
    path("meldingen/", views.melding_list, name="melding_list"),
    path("meldingen/gelezen/", views.melding_gelezen, name="melding_gelezen"),
]
