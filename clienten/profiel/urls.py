from django.urls import path

from clienten.profiel import views

app_name = "profiel"
urlpatterns = [path("clienten/<int:pk>/profiel/", views.profielantwoord_list, name="profielantwoord_list")]
