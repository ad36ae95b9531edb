"""The other branch: vacancies, applications, start in a regular job, the cv."""

from django.urls import URLPattern

app_name = "regulier"
urlpatterns: list[URLPattern] = []
