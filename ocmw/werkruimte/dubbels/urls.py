from django.urls import path

from ocmw.werkruimte.dubbels import views

app_name = "dubbels"
urlpatterns = [
    path("dubbels/", views.dubbel_list, name="dubbel_list"),
    path("clienten/<int:pk>/verenigen/", views.dossier_verenigen, name="dossier_verenigen"),
    path("clienten/<int:pk>/verenigen/<int:ander>/", views.verenigen_met, name="verenigen_met"),
    path("clienten/<int:pk>/verenigen/<int:ander>/andere-persoon/", views.andere_persoon, name="andere_persoon"),
    path(
        "clienten/<int:pk>/verenigingen/<int:vereniging>/ongedaan/",
        views.vereniging_ongedaan,
        name="vereniging_ongedaan",
    ),
]
