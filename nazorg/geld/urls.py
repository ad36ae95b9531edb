"""What VDAB pays per month of tijdelijke werkervaring, and the radar before the month ends."""

from django.urls import URLPattern

app_name = "geld"
urlpatterns: list[URLPattern] = []
