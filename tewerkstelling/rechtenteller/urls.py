"""The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

from django.urls import path

from tewerkstelling.rechtenteller.views import langer, onderbreking, rechtenstand, rva, telling, watals

app_name = "rechtenteller"
urlpatterns = [
    path("clienten/<int:pk>/rechten/", rechtenstand.rechtenstand_detail, name="rechtenstand_detail"),
    path("clienten/<int:pk>/rechten/vroeger/", telling.rechtspositie_edit, name="rechtspositie_edit"),
    path(
        "clienten/<int:pk>/rechten/contracten/<int:contract>/telling/",
        telling.telling_edit,
        name="telling_edit",
    ),
    path("clienten/<int:pk>/rechten/contracten/<int:contract>/uren/", telling.uren_zetten, name="uren_zetten"),
    path(
        "clienten/<int:pk>/rechten/contracten/<int:contract>/uren/<str:vanaf>/verwijderen/",
        telling.uren_verwijderen,
        name="uren_verwijderen",
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
        "clienten/<int:pk>/rechten/onderbrekingen/<int:onderbreking>/terug/",
        onderbreking.onderbreking_terug,
        name="onderbreking_terug",
    ),
    path(
        "clienten/<int:pk>/rechten/onderbrekingen/<int:onderbreking>/verwijderen/",
        onderbreking.onderbreking_verwijderen,
        name="onderbreking_verwijderen",
    ),
    path("clienten/<int:pk>/rechten/contracten/<int:contract>/rva/", rva.rva_create, name="rva_create"),
    path("clienten/<int:pk>/rechten/berekeningen/<int:berekening>/", rva.rva_edit, name="rva_edit"),
    path("clienten/<int:pk>/werk/wat-als/", watals.watals, name="watals"),
    path("clienten/<int:pk>/werk/wat-als/bewaren/", watals.watals_bewaren, name="watals_bewaren"),
    path(
        "clienten/<int:pk>/werk/voorstellen/<int:scenario>/verwijderen/",
        watals.scenario_verwijderen,
        name="scenario_verwijderen",
    ),
    path("sturing/langer-dan-nodig/", langer.langer_list, name="langer_list"),
]
