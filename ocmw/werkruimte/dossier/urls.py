from django.urls import path

from ocmw.werkruimte.dossier.views import beheer, inzage, overzicht, tijdlijn, werk

app_name = "dossier"
urlpatterns = [
    path("clienten/<int:pk>/", overzicht.dossier_detail, name="dossier_detail"),
    path("clienten/<int:pk>/wijzigingen/", overzicht.dossier_wijzigingen, name="dossier_wijzigingen"),
    path("clienten/<int:pk>/tijdlijn/", tijdlijn.dossier_tijdlijn, name="tijdlijn"),
    path("clienten/<int:pk>/werk/", werk.werk, name="werk"),
    path("clienten/<int:pk>/reden/", inzage.inzage_reden, name="inzage_reden"),
    path("clienten/<int:pk>/toewijzen/", beheer.dossier_toewijzen, name="dossier_toewijzen"),
    path("clienten/<int:pk>/toewijzen/<int:toewijzing>/stoppen/", beheer.toewijzing_stoppen, name="toewijzing_stoppen"),
    path("clienten/<int:pk>/sluiten/", beheer.client_sluiten, name="client_sluiten"),
    path("clienten/<int:pk>/heropenen/", beheer.client_heropenen, name="client_heropenen"),
]
