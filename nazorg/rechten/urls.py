"""The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

from django.urls import URLPattern

app_name = "rechten"
urlpatterns: list[URLPattern] = []
