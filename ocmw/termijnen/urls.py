from django.urls import path

from ocmw.termijnen import views

app_name = "termijnen"
urlpatterns = [
    path("termijnen/<int:pk>/klaar/", views.termijn_voldoen, name="termijn_voldoen"),
    path("termijnen/<int:pk>/herstellen/", views.termijn_herstellen, name="termijn_herstellen"),
    path("termijnen/<int:pk>/doorgeven/", views.termijn_doorgeven, name="termijn_doorgeven"),
    path("termijnen/<int:pk>/uitstellen/", views.termijn_uitstellen, name="termijn_uitstellen"),
]
