from django.urls import path

from ocmw.rapporten import views
from ocmw.rapporten.stukken import lijsten

app_name = "rapporten"
urlpatterns = [
    path("sturing/", views.sturing, name="sturing"),
    path("sturing/caseload/", views.caseload_bekijken, name="caseload_bekijken"),
    path("sturing/maandeinde/uitvoer/", lijsten.radar_uitvoer, name="radar_uitvoer"),
    path("sturing/langer-dan-nodig/uitvoer/", lijsten.langer_uitvoer, name="langer_uitvoer"),
    path("rapporten/", views.rapport_list, name="rapport_list"),
    path("rapporten/<uuid:pk>/", views.rapport_detail, name="rapport_detail"),
    path("rapporten/<uuid:pk>/bestand/", views.rapport_download, name="rapport_download"),
    path("rapporten/<uuid:pk>/verwijderen/", views.rapport_verwijderen, name="rapport_verwijderen"),
    path("clienten/<int:pk>/verslag/", views.dossierverslag, name="dossierverslag"),
]
