from django.urls import path

from ocmw.werkruimte.invoer import views

app_name = "invoer"
urlpatterns = [
    path("invoer/", views.invoer_list, name="invoer_list"),
    path("invoer/nieuw/", views.invoer_nieuw, name="invoer_nieuw"),
    path("invoer/<int:pk>/", views.invoer_detail, name="invoer_detail"),
    path("invoer/<int:pk>/kolommen/", views.invoer_indeling, name="invoer_indeling"),
    path("invoer/<int:pk>/woorden/", views.invoer_woorden, name="invoer_woorden"),
    path("invoer/<int:pk>/nakijken/", views.invoer_voorbeeld, name="invoer_voorbeeld"),
    path("invoer/<int:pk>/starten/", views.invoer_starten, name="invoer_starten"),
    path("invoer/<int:pk>/afgewezen/", views.invoer_afgewezen, name="invoer_afgewezen"),
    path("invoer/<int:pk>/verwijderen/", views.invoer_verwijderen, name="invoer_verwijderen"),
    path("invoer/<int:pk>/rij/<int:rij_pk>/", views.rij_corrigeren, name="rij_corrigeren"),
    path("werkplekken/uitvoer/", views.werkplekken_uitvoer, name="werkplekken_uitvoer"),
]
