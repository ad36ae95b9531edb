"""A placement from proposal to start: what it needs, its papers, its states."""

from django.urls import path

from tewerkstelling.startklaar.views import afspraken, bord, papieren, plaatsing, start

_CLIENT = "clienten/<int:pk>/werk/plaatsingen/"
_EEN = f"{_CLIENT}<int:plaatsing>/"

app_name = "startklaar"
urlpatterns = [
    path("werkplekken/startklaar/", bord.plaatsing_bord, name="plaatsing_bord"),
    path(_CLIENT, plaatsing.plaatsing_list, name="plaatsing_list"),
    path(f"{_CLIENT}nieuw/", plaatsing.plaatsing_create, name="plaatsing_create"),
    path(_EEN, plaatsing.plaatsing_detail, name="plaatsing_detail"),
    path(f"{_EEN}wijzigen/", plaatsing.plaatsing_edit, name="plaatsing_edit"),
    path(f"{_EEN}verlengen/", plaatsing.plaatsing_verlengen, name="plaatsing_verlengen"),
    path(f"{_EEN}handtekeningen/", papieren.plaatsing_handtekeningen, name="plaatsing_handtekeningen"),
    path(f"{_EEN}handtekeningen/wissen/", papieren.plaatsing_wissen, name="plaatsing_wissen"),
    path(f"{_EEN}raad/", papieren.plaatsing_raad, name="plaatsing_raad"),
    path(f"{_EEN}beslissing/", afspraken.plaatsing_beslissing, name="plaatsing_beslissing"),
    path(f"{_EEN}loon/", afspraken.plaatsing_loon, name="plaatsing_loon"),
    path(f"{_EEN}punten/<str:code>/", papieren.plaatsing_punt, name="plaatsing_punt"),
    path(f"{_EEN}starten/", start.plaatsing_start, name="plaatsing_start"),
    path(f"{_EEN}stopzetten/", start.plaatsing_stop, name="plaatsing_stop"),
]
