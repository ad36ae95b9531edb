from django.urls import path

from ocmw.opdrachten import views

app_name = "opdrachten"
urlpatterns = [
    path("<uuid:pk>/", views.opdracht_detail, name="opdracht_detail"),
    path("<uuid:pk>/annuleren/", views.opdracht_annuleren, name="opdracht_annuleren"),
]
