from django.urls import path

from ocmw.tests.proefkamer.views import proef_detail, proef_list

app_name = "proefkamer"
urlpatterns = [
    path("proeven/", proef_list, name="proef_list"),
    path("clienten/<int:pk>/proef/", proef_detail, name="proef_detail"),
]
