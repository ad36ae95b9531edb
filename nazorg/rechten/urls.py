"""The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

from django.urls import path

from nazorg.rechten.views import langer, watals

app_name = "rechten"
urlpatterns = [
    path("clienten/<int:pk>/werk/wat-als/", watals.watals, name="watals"),
    path("clienten/<int:pk>/werk/wat-als/bewaren/", watals.watals_bewaren, name="watals_bewaren"),
    path(
        "clienten/<int:pk>/werk/voorstellen/<int:scenario>/verwijderen/",
        watals.scenario_verwijderen,
        name="scenario_verwijderen",
    ),
    path("sturing/langer-dan-nodig/", langer.langer_list, name="langer_list"),
]
