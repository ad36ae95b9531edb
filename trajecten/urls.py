from django.urls import path

from trajecten.views import afspraak, gesprek, kladje

app_name = "trajecten"
_C = "clienten/<int:pk>/"
urlpatterns = [
    path("gesprekken/nieuw/", gesprek.gesprek_start, name="gesprek_start"),
    path(f"{_C}gesprekken/", gesprek.gesprek_list, name="gesprek_list"),
    path(f"{_C}gesprekken/nieuw/", gesprek.gesprek_nieuw, name="gesprek_nieuw"),
    path(f"{_C}gesprekken/nieuw/kladje/", kladje.gesprek_kladje, name="gesprek_kladje"),
    path(f"{_C}gesprekken/<int:gesprek_pk>/", gesprek.gesprek_wijzigen, name="gesprek_wijzigen"),
    path(f"{_C}afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path(f"{_C}afspraken/<int:afspraak_pk>/", afspraak.afspraak_wijzigen, name="afspraak_wijzigen"),
    path(f"{_C}afspraken/<int:afspraak_pk>/status/", afspraak.afspraak_status, name="afspraak_status"),
]
