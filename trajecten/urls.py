from django.urls import path

from trajecten.views import afspraak, doorverwijzing, doorverwijzingen, fase, gesprek, intake, plan, traject

app_name = "trajecten"
_C = "clienten/<int:pk>/"
_D = f"{_C}doorverwijzing/<int:bundel>/"
urlpatterns = [
    path("doorverwijzingen/", doorverwijzingen.doorverwijzing_list, name="doorverwijzing_list"),
    path(f"{_C}aanmelding/", doorverwijzing.aanmelding, name="aanmelding"),
    path(f"{_C}doorverwijzing/", doorverwijzing.doorverwijzing_beginnen, name="doorverwijzing_beginnen"),
    path(_D, doorverwijzing.doorverwijzing_detail, name="doorverwijzing_detail"),
    path(f"{_D}stap/<int:stap>/", doorverwijzing.doorverwijzing_stap, name="doorverwijzing_stap"),
    path(f"{_D}versturen/", doorverwijzing.doorverwijzing_versturen, name="doorverwijzing_versturen"),
    path(f"{_D}intrekken/", doorverwijzing.doorverwijzing_intrekken, name="doorverwijzing_intrekken"),
    path(f"{_D}afdruk/", doorverwijzing.doorverwijzing_afdruk, name="doorverwijzing_afdruk"),
    path(f"{_D}gelezen/", doorverwijzing.doorverwijzing_gelezen, name="doorverwijzing_gelezen"),
    path(f"{_D}antwoord/", doorverwijzingen.doorverwijzing_antwoord, name="doorverwijzing_antwoord"),
    path(f"{_C}intake/", intake.intake_edit, name="intake_edit"),
    path(f"{_C}intake/afronden/", intake.intake_afronden, name="intake_afronden"),
    path("gesprekken/nieuw/", gesprek.gesprek_start, name="gesprek_start"),
    path(f"{_C}gesprekken/", gesprek.gesprek_list, name="gesprek_list"),
    path(f"{_C}gesprekken/nieuw/", gesprek.gesprek_nieuw, name="gesprek_nieuw"),
    path(f"{_C}gesprekken/<int:gesprek_pk>/", gesprek.gesprek_wijzigen, name="gesprek_wijzigen"),
    path(f"{_C}afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path(f"{_C}afspraken/<int:afspraak_pk>/", afspraak.afspraak_wijzigen, name="afspraak_wijzigen"),
    path(f"{_C}afspraken/<int:afspraak_pk>/status/", afspraak.afspraak_status, name="afspraak_status"),
    path(f"{_C}traject/start/", traject.traject_starten, name="traject_starten"),
    path(f"{_C}traject/afsluiten/", traject.traject_afsluiten, name="traject_afsluiten"),
    path(f"{_C}traject/vragen/<slug:code>/", traject.vraag_beantwoorden, name="vraag_beantwoorden"),
    path(f"{_C}randproblemen/nieuw/", traject.randprobleem_nieuw, name="randprobleem_nieuw"),
    path(f"{_C}randproblemen/<int:probleem_pk>/", traject.randprobleem_wijzigen, name="randprobleem_wijzigen"),
    path(f"{_C}plan/", plan.plan_detail, name="plan_detail"),
    path(f"{_C}plan/afspraken/", plan.plan_afspraken, name="plan_afspraken"),
    path(f"{_C}plan/doelen/nieuw/", plan.doel_nieuw, name="doel_nieuw"),
    path(f"{_C}plan/doelen/<int:doel_pk>/", plan.doel_wijzigen, name="doel_wijzigen"),
    path(f"{_C}plan/acties/nieuw/", plan.actiepunt_nieuw, name="actiepunt_nieuw"),
    path(f"{_C}plan/acties/<int:punt_pk>/", plan.actiepunt_wijzigen, name="actiepunt_wijzigen"),
    path(f"{_C}plan/acties/<int:punt_pk>/gedaan/", plan.actiepunt_afvinken, name="actiepunt_afvinken"),
    path(f"{_C}traject/", fase.traject_detail, name="traject_detail"),
    path(f"{_C}traject/poort/", fase.traject_poort, name="traject_poort"),
    path(f"{_C}traject/fase/", fase.fase_wijzigen, name="fase_wijzigen"),
]
