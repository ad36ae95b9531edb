"""Composition only: every app keeps its own URLs."""

from django.urls import include, path

from ocmw.werkruimte.beheer.views.account import eigen_adres, schermslot

urlpatterns = [
    # Before allauth's page: a login belongs to a function, so only a beheerder changes its address.
    path("account/email/", eigen_adres, name="eigen_adres"),
    path("account/slot/", schermslot, name="schermslot"),
    path("account/", include("allauth.urls")),
    path("kladje/", include("ocmw.kladjes.urls")),
    path("opdrachten/", include("ocmw.opdrachten.urls")),
    path("", include("clienten.urls")),
    path("", include("clienten.profiel.urls")),
    path("", include("trajecten.urls")),
    path("", include("trajecten.groepen.urls")),
    path("", include("tewerkstelling.urls")),
    path("", include("tewerkstelling.rechtenteller.urls")),
    path("", include("tewerkstelling.match.urls")),
    path("", include("tewerkstelling.regulier.urls")),
    path("", include("tewerkstelling.evaluaties.urls")),
    path("", include("tewerkstelling.startklaar.urls")),
    path("", include("tewerkstelling.geld.urls")),
    path("", include("tewerkstelling.einde.urls")),
    path("", include("nazorg.urls")),
    path("", include("ocmw.termijnen.urls")),
    path("", include("ocmw.werkruimte.invoer.urls")),
    path("", include("ocmw.werkruimte.rapporten.urls")),
    path("", include("ocmw.werkruimte.beheer.urls")),
    path("", include("ocmw.werkruimte.regelimpact.urls")),
    path("", include("ocmw.werkruimte.zoeken.urls")),
    path("", include("ocmw.werkruimte.clientenlijst.urls")),
    path("", include("ocmw.werkruimte.vandaag.urls")),
    path("", include("ocmw.werkruimte.dubbels.urls")),
    path("", include("ocmw.werkruimte.dossier.urls")),
]
handler500 = "ocmw.ui.fouten.er_ging_iets_mis"
handler400 = "ocmw.ui.fouten.onleesbaar"
