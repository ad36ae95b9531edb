"""Evaluations and visits on the work floor: rhythm, competence lists, three voices."""

from django.urls import URLPattern

app_name = "evaluaties"
urlpatterns: list[URLPattern] = []
