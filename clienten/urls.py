from django.urls import path

from clienten.views import documenten, gegevens, leefsituatie, nieuw

app_name = "clienten"
urlpatterns = [
    path("clienten/nieuw/", nieuw.client_nieuw, name="client_nieuw"),
    path("clienten/nieuw/gegevens/", nieuw.client_create, name="client_create"),
    path("clienten/<int:pk>/gegevens/", gegevens.client_gegevens, name="client_gegevens"),
    path("clienten/<int:pk>/gegevens/wijzigen/", gegevens.client_edit, name="client_edit"),
    path("clienten/<int:pk>/gegevens/contact/", gegevens.contact_detail, name="contact_detail"),
    path("clienten/<int:pk>/gegevens/contact/wijzigen/", gegevens.contact_edit, name="contact_edit"),
    path(
        "clienten/<int:pk>/gegevens/randvoorwaarden/<slug:soort>/",
        leefsituatie.randvoorwaarde_edit,
        name="randvoorwaarde_edit",
    ),
    path("clienten/<int:pk>/gegevens/<slug:lijst>/nieuw/", leefsituatie.leefsituatie_edit, name="leefsituatie_create"),
    path(
        "clienten/<int:pk>/gegevens/<slug:lijst>/<int:rij>/", leefsituatie.leefsituatie_edit, name="leefsituatie_edit"
    ),
    path(
        "clienten/<int:pk>/gegevens/<slug:lijst>/<int:rij>/verwijderen/",
        leefsituatie.leefsituatie_verwijderen,
        name="leefsituatie_verwijderen",
    ),
    path("clienten/<int:pk>/documenten/", documenten.document_list, name="document_list"),
    path("clienten/<int:pk>/documenten/<int:document>/", documenten.document_open, name="document_open"),
    path(
        "clienten/<int:pk>/documenten/<int:document>/verwijderen/",
        documenten.document_verwijderen,
        name="document_verwijderen",
    ),
]
