from django.urls import path

from ocmw.werkruimte.zoeken import views

app_name = "zoeken"
urlpatterns = [
    path("zoeken/", views.zoeken, name="zoeken"),
]
