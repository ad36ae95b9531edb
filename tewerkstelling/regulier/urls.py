"""The other branch: vacancies, applications, start in a regular job, the cv."""

from django.urls import path

from tewerkstelling.regulier.views import cv, lijst, ondersteuning, sollicitatie, werk

app_name = "regulier"
urlpatterns = [
    path("sollicitaties/", lijst.sollicitatie_list, name="sollicitatie_list"),
    path("sollicitaties/uitvoer/", lijst.sollicitatie_uitvoer, name="sollicitatie_uitvoer"),
    path("clienten/<int:pk>/werk/regulier/", werk.regulier_detail, name="regulier_detail"),
    path("clienten/<int:pk>/werk/sollicitaties/nieuw/", sollicitatie.sollicitatie_create, name="sollicitatie_create"),
    path(
        "clienten/<int:pk>/werk/sollicitaties/<int:sollicitatie>/",
        sollicitatie.sollicitatie_detail,
        name="sollicitatie_detail",
    ),
    path(
        "clienten/<int:pk>/werk/sollicitaties/<int:sollicitatie>/wijzigen/",
        sollicitatie.sollicitatie_edit,
        name="sollicitatie_edit",
    ),
    path(
        "clienten/<int:pk>/werk/sollicitaties/<int:sollicitatie>/start/",
        werk.regulier_start,
        name="regulier_start",
    ),
    path("clienten/<int:pk>/werk/opvolging/<int:contract>/", werk.opvolging_edit, name="opvolging_edit"),
    path("clienten/<int:pk>/werk/werkgeverscontacten/nieuw/", werk.contact_create, name="contact_create"),
    path("clienten/<int:pk>/werk/werkgeverscontacten/<int:contact>/", werk.contact_edit, name="contact_edit"),
    path("clienten/<int:pk>/werk/ondersteuning/", ondersteuning.ondersteuning_list, name="ondersteuning_list"),
    path(
        "clienten/<int:pk>/werk/ondersteuning/nieuw/", ondersteuning.ondersteuning_create, name="ondersteuning_create"
    ),
    path(
        "clienten/<int:pk>/werk/ondersteuning/<int:ondersteuning>/",
        ondersteuning.ondersteuning_edit,
        name="ondersteuning_edit",
    ),
    path(
        "sessies/<int:pk>/ondersteuning/<int:inschrijving>/", ondersteuning.les_ondersteuning, name="les_ondersteuning"
    ),
    path(
        "reeksen/<int:pk>/inschrijvingen/<int:inschrijving>/voortgang/",
        ondersteuning.deelnemer_voortgang,
        name="deelnemer_voortgang",
    ),
    path("clienten/<int:pk>/cv/", cv.cv_detail, name="cv_detail"),
    path("clienten/<int:pk>/cv/wijzigen/", cv.cv_edit, name="cv_edit"),
    path("clienten/<int:pk>/cv/overnemen/", cv.cv_overnemen, name="cv_overnemen"),
    path("clienten/<int:pk>/cv/nieuw/<slug:soort>/", cv.cvregel_create, name="cvregel_create"),
    path("clienten/<int:pk>/cv/regels/<int:regel>/", cv.cvregel_edit, name="cvregel_edit"),
    path("clienten/<int:pk>/cv/regels/<int:regel>/verwijderen/", cv.cvregel_verwijderen, name="cvregel_verwijderen"),
]
