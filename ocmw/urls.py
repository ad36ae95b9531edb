"""Composition only: every app keeps its own URLs."""

from django.urls import include, path

from ocmw.beheer.views.account import eigen_adres

urlpatterns = [
    # Before allauth's page: a login belongs to a function, so only a beheerder changes its address.
    path("account/email/", eigen_adres, name="eigen_adres"),
    path("account/", include("allauth.urls")),
    path("kladje/", include("ocmw.kladjes.urls")),
    path("opdrachten/", include("ocmw.opdrachten.urls")),
    path("", include("clienten.urls")),
    path("", include("trajecten.urls")),
    path("", include("tewerkstelling.urls")),
    path("", include("tewerkstelling.match.urls")),
    path("", include("tewerkstelling.startklaar.urls")),
    path("", include("tewerkstelling.evaluaties.urls")),
    path("", include("tewerkstelling.regulier.urls")),
    path("", include("nazorg.urls")),
    path("", include("nazorg.rechten.urls")),
    path("", include("nazorg.afronding.urls")),
    path("", include("nazorg.geld.urls")),
    path("", include("ocmw.termijnen.urls")),
    path("", include("ocmw.invoer.urls")),
    path("", include("ocmw.rapporten.urls")),
    path("", include("ocmw.beheer.urls")),
    path("", include("ocmw.dossier.urls")),
]
handler500 = "ocmw.ui.fouten.er_ging_iets_mis"
