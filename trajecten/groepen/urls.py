from django.urls import path

from trajecten.groepen.views import (
    aanwezigheid,
    attest,
    inschrijving,
    les,
    programma,
    reeks,
    resultaten,
    sessie,
    verwittigen,
)

app_name = "groepen"
_I = "reeksen/<int:pk>/inschrijvingen/<int:inschrijving>/"
urlpatterns = [
    path("groepen/", programma.programma_list, name="programma_list"),
    path("groepen/nieuw/", programma.programma_create, name="programma_create"),
    path("groepen/<int:pk>/", programma.programma_detail, name="programma_detail"),
    path("groepen/<int:pk>/wijzigen/", programma.programma_edit, name="programma_edit"),
    path("groepen/<int:pk>/resultaten/", resultaten.programma_resultaten, name="programma_resultaten"),
    path("groepen/<int:pk>/reeksen/nieuw/", reeks.reeks_create, name="reeks_create"),
    path("reeksen/<int:pk>/", reeks.reeks_detail, name="reeks_detail"),
    path("reeksen/<int:pk>/aanwezigheid/", aanwezigheid.reeks_aanwezigheid, name="reeks_aanwezigheid"),
    path("reeksen/<int:pk>/wijzigen/", reeks.reeks_edit, name="reeks_edit"),
    path("reeksen/<int:pk>/lesvrij/", reeks.lesvrij_create, name="lesvrij_create"),
    path("reeksen/<int:pk>/toch-les/", reeks.toch_les, name="toch_les"),
    path("reeksen/<int:pk>/sessies/nieuw/", sessie.sessie_create, name="sessie_create"),
    path("reeksen/<int:pk>/inschrijven/", inschrijving.reeks_inschrijven, name="reeks_inschrijven"),
    path("reeksen/<int:pk>/deelnemers/nieuw/", inschrijving.deelnemer_create, name="deelnemer_create"),
    path(f"{_I}aannemen/", inschrijving.inschrijving_aannemen, name="inschrijving_aannemen"),
    path(f"{_I}attest/", attest.inschrijving_attest, name="inschrijving_attest"),
    path(f"{_I}uitkomst/", resultaten.inschrijving_uitkomst, name="inschrijving_uitkomst"),
    path(f"{_I}stoppen/", inschrijving.inschrijving_stoppen, name="inschrijving_stoppen"),
    path("clienten/<int:pk>/groepen/", inschrijving.client_groepen, name="client_groepen"),
    path("clienten/<int:pk>/groepen/inschrijven/", inschrijving.client_inschrijven, name="client_inschrijven"),
    path("sessies/", les.les_list, name="les_list"),
    path("sessies/<int:pk>/", les.sessie_detail, name="sessie_detail"),
    path("sessies/<int:pk>/lijst/", les.sessie_lijst, name="sessie_lijst"),
    path("sessies/<int:pk>/standen/", les.sessie_standen, name="sessie_standen"),
    path("sessies/<int:pk>/aanwezig/", les.sessie_aanwezig, name="sessie_aanwezig"),
    path("sessies/<int:pk>/wijzigen/", sessie.sessie_edit, name="sessie_edit"),
    path("sessies/<int:pk>/afgelasten/", les.sessie_afgelasten, name="sessie_afgelasten"),
    path("sessies/<int:pk>/verwittigen/", verwittigen.sessie_verwittigen, name="sessie_verwittigen"),
    path("sessies/<int:pk>/hervatten/", sessie.sessie_hervatten, name="sessie_hervatten"),
]
