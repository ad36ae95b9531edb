"""The addresses of the house, and those of the room."""

from django.urls import include, path

from ocmw import urls

handler500 = urls.handler500
urlpatterns = [*urls.urlpatterns, path("", include("ocmw.tests.proefkamer.urls"))]
