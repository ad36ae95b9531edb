"""Phase 5: the list for the end of art.60, the end itself, and how it goes later."""

from django.urls import path

from tewerkstelling.einde.views import contract, einde

app_name = "einde"
urlpatterns = [
    path("clienten/<int:pk>/werk/einde/", einde.einde, name="einde"),
    path(
        "clienten/<int:pk>/werk/contracten/<int:contract>/afronding/", einde.afronding_detail, name="afronding_detail"
    ),
    path(
        "clienten/<int:pk>/werk/contracten/<int:contract>/afronding/<slug:code>/",
        einde.punt_beantwoorden,
        name="punt_beantwoorden",
    ),
    path("clienten/<int:pk>/werk/contracten/<int:contract>/einde/", contract.contract_einde, name="contract_einde"),
]
