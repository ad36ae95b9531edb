from django.urls import path

from trajecten.views import afspraak, doorverwijzing, doorverwijzingen, gesprek, intake, kladje

app_name = "trajecten"
_C = "clienten/<int:pk>/"
_D = f"{_C}doorverwijzing/<int:bundel>/"
urlpatterns = [
    path("doorverwijzingen/", doorverwijzingen.doorverwijzing_list, name="doorverwijzing_list"),
    path(f"{_C}aanmelding/", doorverwijzing.aanmelding, name="aanmelding"),
    path(f"{_C}doorverwijzing/", doorverwijzing.doorverwijzing_beginnen, name="doorverwijzing_beginnen"),
    path(_D, doorverwijzing.doorverwijzing_detail, name="doorverwijzing_detail"),
    path(f"{_D}stap/<int:stap>/", doorverwijzing.doorverwijzing_stap, name="doorverwijzing_stap"),
    path(f"{_D}versturen/", doorverwijzing.doorverwijzing_versturen, name="doorverwijzing_versturen"),
    path(f"{_D}intrekken/", doorverwijzing.doorverwijzing_intrekken, name="doorverwijzing_intrekken"),
    path(f"{_D}afdruk/", doorverwijzing.doorverwijzing_afdruk, name="doorverwijzing_afdruk"),
    path(f"{_D}antwoord/", doorverwijzingen.doorverwijzing_antwoord, name="doorverwijzing_antwoord"),
    path(f"{_C}intake/", intake.intake_edit, name="intake_edit"),
    path(f"{_C}intake/afronden/", intake.intake_afronden, name="intake_afronden"),
    path("gesprekken/nieuw/", gesprek.gesprek_start, name="gesprek_start"),
    path(f"{_C}gesprekken/", gesprek.gesprek_list, name="gesprek_list"),
    path(f"{_C}gesprekken/nieuw/", gesprek.gesprek_nieuw, name="gesprek_nieuw"),
    path(f"{_C}gesprekken/nieuw/kladje/", kladje.gesprek_kladje, name="gesprek_kladje"),
    path(f"{_C}gesprekken/<int:gesprek_pk>/", gesprek.gesprek_wijzigen, name="gesprek_wijzigen"),
    path(f"{_C}afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path(f"{_C}afspraken/<int:afspraak_pk>/", afspraak.afspraak_wijzigen, name="afspraak_wijzigen"),
    path(f"{_C}afspraken/<int:afspraak_pk>/status/", afspraak.afspraak_status, name="afspraak_status"),
]
