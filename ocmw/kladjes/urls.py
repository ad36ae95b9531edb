from django.urls import path

from ocmw.kladjes import views

app_name = "kladjes"
urlpatterns = [
    path("", views.kladje_bewaren, name="kladje_bewaren"),
    path("weg/", views.kladje_weggooien, name="kladje_weggooien"),
    path("token/", views.kladje_token, name="kladje_token"),
]
