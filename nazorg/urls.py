"""The follow-up after the work: contacts, and what somebody does on a check day."""

from django.urls import path

from nazorg.views import nazorg, uitkomst

app_name = "nazorg"
urlpatterns = [
    path("clienten/<int:pk>/nazorg/", nazorg.nazorg_detail, name="nazorg_detail"),
    path("clienten/<int:pk>/nazorg/contact/", nazorg.nazorgcontact_create, name="nazorgcontact_create"),
    path("clienten/<int:pk>/nazorg/wie/", nazorg.nazorg_wie, name="nazorg_wie"),
    path("clienten/<int:pk>/nazorg/uitkomsten/<slug:moment>/", uitkomst.uitkomst_noteren, name="uitkomst_noteren"),
]
