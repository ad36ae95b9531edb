"""A free place and a client: ranked both ways, every factor with its reason."""

from django.urls import URLPattern

app_name = "match"
urlpatterns: list[URLPattern] = []
