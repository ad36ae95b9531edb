"""Evaluations and visits on the work floor: rhythm, competence lists, three voices."""

from django.urls import path

from tewerkstelling.evaluaties.views import (
    bezoek,
    evaluatie,
    leerplan,
    lijst,
    mentor,
    mentorlink,
    rooster,
    schema,
    stem,
    talenten,
)

app_name = "evaluaties"
_CONTRACT = "clienten/<int:pk>/werk/contracten/<int:contract>/"
_EVALUATIE = "clienten/<int:pk>/werk/evaluaties/<int:evaluatie>/"
urlpatterns = [
    path("clienten/<int:pk>/werk/evaluaties/", rooster.evaluatie_list, name="evaluatie_list"),
    path(f"{_CONTRACT}evaluaties/", rooster.evaluatierooster, name="evaluatierooster"),
    path(f"{_CONTRACT}evaluaties/nieuw/", evaluatie.evaluatie_create, name="evaluatie_create"),
    path(f"{_CONTRACT}evaluaties/schema/", schema.schema_edit, name="schema_edit"),
    path(f"{_CONTRACT}moment/<str:moment>/", rooster.moment_verzetten, name="moment_verzetten"),
    path("werkgevers/<int:pk>/evaluatieschema/", schema.werkgeverschema_edit, name="werkgeverschema_edit"),
    path(_EVALUATIE, evaluatie.evaluatie_detail, name="evaluatie_detail"),
    path(f"{_EVALUATIE}wijzigen/", evaluatie.evaluatie_edit, name="evaluatie_edit"),
    path(f"{_EVALUATIE}afspraken/", evaluatie.evaluatie_afspraken, name="evaluatie_afspraken"),
    path(f"{_EVALUATIE}afronden/", evaluatie.evaluatie_afronden, name="evaluatie_afronden"),
    path(f"{_EVALUATIE}stemmen/<str:wie>/", stem.stem_edit, name="stem_edit"),
    path(f"{_EVALUATIE}mentorlink/", mentorlink.mentorlink_detail, name="mentorlink_detail"),
    path(f"{_EVALUATIE}mentorlink/intrekken/", mentorlink.mentorlink_intrekken, name="mentorlink_intrekken"),
    path(f"{_CONTRACT}bezoeken/nieuw/", bezoek.werkbezoek_create, name="werkbezoek_create"),
    path("clienten/<int:pk>/werk/bezoeken/<int:bezoek>/", bezoek.werkbezoek_edit, name="werkbezoek_edit"),
    path("clienten/<int:pk>/werk/talenten/overnemen/", talenten.talenten_overnemen, name="talenten_overnemen"),
    path("clienten/<int:pk>/werk/talenten/<str:talent>/doel/", talenten.leerdoel, name="leerdoel"),
    path("clienten/<int:pk>/werk/leerpunten/actie/", leerplan.leeractie, name="leeractie"),
    path("mentor/bedankt/", mentor.mentor_bedankt, name="mentor_bedankt"),
    path("mentor/<str:token>/", mentor.mentor_formulier, name="mentor_formulier"),
    path("competentielijsten/", lijst.competentielijst_list, name="competentielijst_list"),
    path("competentielijsten/nieuw/", lijst.competentielijst_create, name="competentielijst_create"),
    path("competentielijsten/<int:pk>/", lijst.competentielijst_detail, name="competentielijst_detail"),
    path("competentielijsten/<int:pk>/kopieren/", lijst.competentielijst_kopieren, name="competentielijst_kopieren"),
    path("competentielijsten/<int:pk>/wijzigen/", lijst.competentielijst_edit, name="competentielijst_edit"),
]
