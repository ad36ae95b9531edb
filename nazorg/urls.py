"""The tab Werk en nazorg: contracts live in tewerkstelling, but their pages show what they do to the nazorg."""

from django.urls import path

from nazorg.views import contract, nazorg, werk, werkervaring

app_name = "nazorg"
urlpatterns = [
    path("clienten/<int:pk>/werk/", werk.werk, name="werk"),
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
    path("clienten/<int:pk>/nazorg/", nazorg.nazorg_detail, name="nazorg_detail"),
    path("clienten/<int:pk>/nazorg/contact/", nazorg.nazorgcontact_create, name="nazorgcontact_create"),
]
