"""A placement from proposal to start: what it needs, its papers, its states."""

from django.urls import URLPattern

app_name = "startklaar"
urlpatterns: list[URLPattern] = []
