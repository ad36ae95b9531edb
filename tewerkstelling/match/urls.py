"""A free place and a client: ranked both ways, every factor with its reason; and what came of a proposal."""

from django.urls import path

from tewerkstelling.match.views import kandidaten, match, voorstel, werkprofiel

app_name = "match"
urlpatterns = [
    path("werkplekken/<int:pk>/kandidaten/", kandidaten.kandidaat_list, name="kandidaat_list"),
    path("clienten/<int:pk>/match/", match.match_detail, name="match_detail"),
    path("clienten/<int:pk>/match/werkplekken/<int:plek>/", voorstel.voorstel_create, name="voorstel_create"),
    path("clienten/<int:pk>/werkprofiel/", werkprofiel.werkprofiel_edit, name="werkprofiel_edit"),
    path("clienten/<int:pk>/voorstellen/<int:voorstel>/", voorstel.voorstel_edit, name="voorstel_edit"),
]
