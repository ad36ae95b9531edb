from django.urls import path

from ocmw.werkruimte.vandaag import views

app_name = "vandaag"
urlpatterns = [
    path("", views.vandaag_pagina, name="vandaag"),
    path("vandaag/mens/", views.vandaag_mens, name="vandaag_mens"),
    path("vandaag/opruimen/", views.opruimen, name="opruimen"),
    path("vandaag/opruimen/terug/", views.opruimen_terug, name="opruimen_terug"),
    path("nieuws/", views.nieuws_list, name="nieuws_list"),
    path("nieuws/gezien/", views.nieuws_gezien, name="nieuws_gezien"),
    path("meldingen/", views.melding_list, name="melding_list"),
    path("meldingen/gelezen/", views.melding_gelezen, name="melding_gelezen"),
]
