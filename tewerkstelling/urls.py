"""Employers and workplaces. The contracts of one client stand on the tab Werk en nazorg: nazorg.urls."""

from django.urls import path

from tewerkstelling.views import werkgever, werkplek

app_name = "tewerkstelling"
urlpatterns = [
    path("werkplekken/", werkplek.werkplek_list, name="werkplek_list"),
    path("werkplekken/<int:pk>/", werkplek.werkplek_detail, name="werkplek_detail"),
    path("werkplekken/<int:pk>/wijzigen/", werkplek.werkplek_edit, name="werkplek_edit"),
    path("werkgevers/", werkgever.werkgever_list, name="werkgever_list"),
    path("werkgevers/nieuw/", werkgever.werkgever_create, name="werkgever_create"),
    path("werkgevers/<int:pk>/", werkgever.werkgever_detail, name="werkgever_detail"),
    path("werkgevers/<int:pk>/wijzigen/", werkgever.werkgever_edit, name="werkgever_edit"),
    path("werkgevers/<int:pk>/werkplekken/nieuw/", werkplek.werkplek_create, name="werkplek_create"),
]
