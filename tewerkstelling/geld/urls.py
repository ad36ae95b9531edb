"""What VDAB pays per month of tijdelijke werkervaring, and the radar before the month ends."""

from django.urls import path

from tewerkstelling.geld.views import radar, vergoeding

app_name = "geld"
urlpatterns = [
    path("clienten/<int:pk>/werk/vergoeding/", vergoeding.vergoeding_detail, name="vergoeding_detail"),
    path(
        "clienten/<int:pk>/werk/werkervaring/<int:werkervaring>/registratie/",
        vergoeding.registratie_edit,
        name="registratie_edit",
    ),
    path("sturing/maandeinde/", radar.radar_list, name="radar_list"),
    path("sturing/maandeinde/taken/", radar.radar_taken, name="radar_taken"),
]
