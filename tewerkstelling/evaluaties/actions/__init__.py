"""What can happen with evaluations and visits, by noun."""

from tewerkstelling.evaluaties.actions.evaluatie import (
    begin_evaluatie,
    bewaar_afspraken,
    rond_evaluatie_af,
    wijzig_evaluatie,
)
from tewerkstelling.evaluaties.actions.leerplan import maak_leeractie
from tewerkstelling.evaluaties.actions.lijst import begin_lijst, bewaar_lijst, kopieer_lijst
from tewerkstelling.evaluaties.actions.mentorlink import (
    bewaar_mentorklad,
    dien_mentorformulier_in,
    lees_mentorlink,
    maak_mentorlink,
    noteer_opening,
    trek_mentorlink_in,
)
from tewerkstelling.evaluaties.actions.planning import bewaar_schema, noteer_werkbezoek, verzet_moment
from tewerkstelling.evaluaties.actions.stem import bewaar_stem
from tewerkstelling.evaluaties.actions.sterktes import maak_leerdoel, neem_talenten_over

__all__ = [
    "begin_evaluatie",
    "begin_lijst",
    "bewaar_afspraken",
    "bewaar_lijst",
    "bewaar_mentorklad",
    "bewaar_schema",
    "bewaar_stem",
    "dien_mentorformulier_in",
    "kopieer_lijst",
    "lees_mentorlink",
    "maak_leeractie",
    "maak_leerdoel",
    "maak_mentorlink",
    "neem_talenten_over",
    "noteer_opening",
    "noteer_werkbezoek",
    "rond_evaluatie_af",
    "trek_mentorlink_in",
    "verzet_moment",
    "wijzig_evaluatie",
]
