"""Employers and workplaces, and the pages of one contract and one werkervaringsovereenkomst."""

from django.urls import path

from tewerkstelling.views import afspraken, bord, contract, mentor, werkervaring, werkgever, werkplek

app_name = "tewerkstelling"
urlpatterns = [
    path("werkplekken/", werkplek.werkplek_list, name="werkplek_list"),
    path("werkplekken/bord/", bord.werkplek_bord, name="werkplek_bord"),
    path("werkplekken/<int:pk>/", werkplek.werkplek_detail, name="werkplek_detail"),
    path("werkplekken/<int:pk>/wijzigen/", werkplek.werkplek_edit, name="werkplek_edit"),
    path("werkgevers/", werkgever.werkgever_list, name="werkgever_list"),
    path("werkgevers/nieuw/", werkgever.werkgever_create, name="werkgever_create"),
    path("werkgevers/mentoren/", mentor.mentor_list, name="mentor_list"),
    path("werkgevers/<int:pk>/", werkgever.werkgever_detail, name="werkgever_detail"),
    path("werkgevers/<int:pk>/wijzigen/", werkgever.werkgever_edit, name="werkgever_edit"),
    path("werkgevers/<int:pk>/werkplekken/nieuw/", werkplek.werkplek_create, name="werkplek_create"),
    path("werkgevers/<int:pk>/mentoren/nieuw/", mentor.mentor_create, name="mentor_create"),
    path("werkgevers/<int:pk>/mentoren/<int:mentor>/", mentor.mentor_edit, name="mentor_edit"),
    path("werkgevers/<int:pk>/contacten/nieuw/", afspraken.contactpersoon_create, name="contactpersoon_create"),
    path("werkgevers/<int:pk>/contacten/<int:contact>/", afspraken.contactpersoon_edit, name="contactpersoon_edit"),
    path(
        "werkgevers/<int:pk>/contacten/<int:contact>/verwijderen/",
        afspraken.contactpersoon_verwijderen,
        name="contactpersoon_verwijderen",
    ),
    path("werkgevers/<int:pk>/overeenkomsten/nieuw/", afspraken.overeenkomst_create, name="overeenkomst_create"),
    path(
        "werkgevers/<int:pk>/overeenkomsten/<int:overeenkomst>/",
        afspraken.overeenkomst_edit,
        name="overeenkomst_edit",
    ),
    path(
        "werkgevers/<int:pk>/overeenkomsten/<int:overeenkomst>/verwijderen/",
        afspraken.overeenkomst_verwijderen,
        name="overeenkomst_verwijderen",
    ),
    path("clienten/<int:pk>/werk/contracten/nieuw/", contract.contract_create, name="contract_create"),
    path("clienten/<int:pk>/werk/contracten/<int:contract>/", contract.contract_edit, name="contract_edit"),
    path("clienten/<int:pk>/werk/werkervaring/nieuw/", werkervaring.werkervaring_create, name="werkervaring_create"),
    path(
        "clienten/<int:pk>/werk/werkervaring/<int:werkervaring>/",
        werkervaring.werkervaring_edit,
        name="werkervaring_edit",
    ),
    path(
        "clienten/<int:pk>/werk/werkervaring/<int:werkervaring>/stoppen/",
        werkervaring.werkervaring_stoppen,
        name="werkervaring_stoppen",
    ),
]
