from django.urls import path

from ocmw.werkruimte.clientenlijst.views import lijst, toewijzen

app_name = "clientenlijst"
urlpatterns = [
    path("clienten/", lijst.client_list, name="client_list"),
    path("clienten/bord/", lijst.client_bord, name="client_bord"),
    path("clienten/uitvoer/", lijst.client_uitvoer, name="client_uitvoer"),
    path("clienten/toewijzen/", toewijzen.client_toewijzen, name="client_toewijzen"),
]
