from django.urls import path

from clienten.views import nieuw

app_name = "clienten"
urlpatterns = [
    path("clienten/nieuw/", nieuw.client_nieuw, name="client_nieuw"),
    path("clienten/nieuw/gegevens/", nieuw.client_create, name="client_create"),
]
