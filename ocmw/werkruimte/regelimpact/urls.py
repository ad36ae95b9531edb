from django.urls import path

from ocmw.werkruimte.regelimpact import views

app_name = "regelimpact"
urlpatterns = [
    path("regels/concepten/<int:pk>/impact/", views.regelimpact, name="regelimpact"),
    path("regels/concepten/<int:pk>/impact/uitvoer/", views.regelimpact_uitvoer, name="regelimpact_uitvoer"),
]
