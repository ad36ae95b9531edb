from django.urls import path

from ocmw.werkruimte.rapporten import views
from ocmw.werkruimte.rapporten.stukken import attest, cv, evaluatie, lijsten, plaatsing, raadslijst
from ocmw.werkruimte.rapporten.stukken import rechtenblad as rechten

app_name = "rapporten"
urlpatterns = [
    path("sturing/", views.sturing, name="sturing"),
    path("sturing/rapport/", views.caseload_kiezen, name="caseload_kiezen"),
    path("sturing/caseload/", views.caseload_bekijken, name="caseload_bekijken"),
    path("sturing/maandeinde/uitvoer/", lijsten.radar_uitvoer, name="radar_uitvoer"),
    path("sturing/langer-dan-nodig/uitvoer/", lijsten.langer_uitvoer, name="langer_uitvoer"),
    path("rapporten/", views.rapport_list, name="rapport_list"),
    path("rapporten/<uuid:pk>/", views.rapport_detail, name="rapport_detail"),
    path("rapporten/<uuid:pk>/bestand/", views.rapport_download, name="rapport_download"),
    path("rapporten/<uuid:pk>/verwijderen/", views.rapport_verwijderen, name="rapport_verwijderen"),
    path("clienten/<int:pk>/rechten/contracten/<int:contract>/blad.pdf", rechten.stuk_rechten, name="stuk_rechten"),
    path("clienten/<int:pk>/verslag/", views.dossierverslag, name="dossierverslag"),
    path(
        "clienten/<int:pk>/werk/plaatsingen/<int:plaatsing>/terbeschikkingstelling/",
        plaatsing.terbeschikkingstelling,
        name="terbeschikkingstelling",
    ),
    path(
        "clienten/<int:pk>/werk/plaatsingen/<int:plaatsing>/arbeidsbijlage/",
        plaatsing.arbeidsbijlage,
        name="arbeidsbijlage",
    ),
    path(
        "clienten/<int:pk>/werk/plaatsingen/<int:plaatsing>/wat-krijg-ik/", plaatsing.wat_krijg_ik, name="wat_krijg_ik"
    ),
    path("werkplekken/raadslijst/", raadslijst.raadslijst, name="raadslijst"),
    path("werkplekken/raadslijst/pdf/", raadslijst.raadslijst_pdf, name="raadslijst_pdf"),
    path("werkplekken/raadslijst/xlsx/", raadslijst.raadslijst_xlsx, name="raadslijst_xlsx"),
    path("clienten/<int:pk>/werk/evaluaties/verloop/", evaluatie.evaluatieverloop, name="evaluatieverloop"),
    path("clienten/<int:pk>/werk/evaluaties/<int:evaluatie>/pdf/", evaluatie.evaluatie_pdf, name="evaluatie_pdf"),
    path("reeksen/<int:pk>/attesten/", attest.attesten_vragen, name="attesten_vragen"),
    path("attesten/<int:pk>/pdf/", attest.attest_pdf, name="attest_pdf"),
    path("clienten/<int:pk>/cv/pdf/", cv.cv_pdf, name="cv_pdf"),
]
