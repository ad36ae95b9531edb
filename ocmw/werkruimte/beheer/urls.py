from django.urls import path

from ocmw.werkruimte.beheer.views import (
    account,
    dossierinzage,
    huisregels,
    journaal,
    medewerkers,
    redenen,
    regelconcepten,
    regels,
    samenwerkingen,
    stijl,
    werking,
)

app_name = "beheer"
urlpatterns = [
    path("stijl/", stijl.stijl, name="stijl"),
    path("instellingen/", account.instellingen, name="instellingen"),
    path("rechten/", account.rechten, name="rechten"),
    path("regels/", regels.regel_list, name="regel_list"),
    path("regels/sets/<int:pk>/bron/", regels.regel_bron, name="regel_bron"),
    path("regels/concepten/<int:pk>/", regelconcepten.regelconcept_edit, name="regelconcept_edit"),
    path("regels/concepten/<int:pk>/berekenen/", regelconcepten.regelconcept_berekenen, name="regelconcept_berekenen"),
    path(
        "regels/concepten/<int:pk>/publiceren/", regelconcepten.regelconcept_publiceren, name="regelconcept_publiceren"
    ),
    path("regels/concepten/<int:pk>/aanbieden/", regelconcepten.regelconcept_aanbieden, name="regelconcept_aanbieden"),
    path("regels/berichten/<int:pk>/gelezen/", regels.regelbericht_gelezen, name="regelbericht_gelezen"),
    path("regels/concepten/<int:pk>/intrekken/", regelconcepten.regelconcept_intrekken, name="regelconcept_intrekken"),
    path("regels/huisregels/", huisregels.huisregels, name="huisregels"),
    path("regels/huisregels/volgen/", huisregels.huisregels_volgen, name="huisregels_volgen"),
    path("regels/<str:sleutel>/", regels.regel_detail, name="regel_detail"),
    path("regels/<str:sleutel>/concept/", regelconcepten.regelconcept_create, name="regelconcept_create"),
    path("journaal/", journaal.journaal_list, name="journaal_list"),
    path("journaal/uitvoer/", journaal.journaal_uitvoer, name="journaal_uitvoer"),
    path("journaal/redenen/", redenen.reden_list, name="reden_list"),
    path("journaal/redenen/<int:pk>/nagekeken/", redenen.reden_nagekeken, name="reden_nagekeken"),
    path("clienten/<int:pk>/inzage/", dossierinzage.dossier_inzage, name="dossier_inzage"),
    path("clienten/<int:pk>/inzage/afdruk/", dossierinzage.dossier_inzage_afdruk, name="dossier_inzage_afdruk"),
    path("medewerkers/", medewerkers.medewerker_list, name="medewerker_list"),
    path("medewerkers/nieuw/", medewerkers.medewerker_create, name="medewerker_create"),
    path("medewerkers/<int:pk>/", medewerkers.medewerker_edit, name="medewerker_edit"),
    path("medewerkers/<int:pk>/buiten-dienst/", medewerkers.medewerker_stoppen, name="medewerker_stoppen"),
    path("medewerkers/<int:pk>/wachtwoord/", medewerkers.medewerker_wachtwoord, name="medewerker_wachtwoord"),
    path("werking/", werking.werking, name="werking"),
    path("gezondheid/", werking.gezondheid, name="gezondheid"),
    path("samenwerkingen/", samenwerkingen.samenwerking_list, name="samenwerking_list"),
    path("samenwerkingen/nieuw/", samenwerkingen.samenwerking_create, name="samenwerking_create"),
    path("samenwerkingen/<int:pk>/beeindigen/", samenwerkingen.samenwerking_beeindigen, name="samenwerking_beeindigen"),
]
