"""The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

from django.urls import path

from nazorg.rechten.views import onderbreking, rechten, rva, telling

app_name = "rechten"
urlpatterns = [
    path("clienten/<int:pk>/rechten/", rechten.rechten, name="rechten"),
    path("clienten/<int:pk>/rechten/vroeger/", telling.rechtspositie_edit, name="rechtspositie_edit"),
    path(
        "clienten/<int:pk>/rechten/contracten/<int:contract>/telling/",
        telling.telling_edit,
        name="telling_edit",
    ),
    path(
        "clienten/<int:pk>/rechten/contracten/<int:contract>/onderbreking/",
        onderbreking.onderbreking_create,
        name="onderbreking_create",
    ),
    path(
        "clienten/<int:pk>/rechten/onderbrekingen/<int:onderbreking>/",
        onderbreking.onderbreking_edit,
        name="onderbreking_edit",
    ),
    path(
        "clienten/<int:pk>/rechten/onderbrekingen/<int:onderbreking>/verwijderen/",
        onderbreking.onderbreking_verwijderen,
        name="onderbreking_verwijderen",
    ),
    path("clienten/<int:pk>/rechten/contracten/<int:contract>/rva/", rva.rva_create, name="rva_create"),
    path("clienten/<int:pk>/rechten/berekeningen/<int:berekening>/", rva.rva_edit, name="rva_edit"),
]
