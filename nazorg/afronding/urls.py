"""Phase 5: what must be settled before an art.60 contract ends."""

from django.urls import URLPattern

app_name = "afronding"
urlpatterns: list[URLPattern] = []
