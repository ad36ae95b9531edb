from trajecten.groepen.actions.aanwezigheid import bewaar_groepsnota, noteer_aanwezigheid
from trajecten.groepen.actions.inschrijving import (
    bewaar_deelnemer,
    bied_vrije_plaatsen_aan,
    neem_plaats_aan,
    schrijf_in,
    stop_deelname,
    zeg_uitkomst,
)
from trajecten.groepen.actions.programma import bewaar_programma, bewaar_reeks
from trajecten.groepen.actions.sessie import (
    bewaar_sessie,
    geef_toch_les,
    hervat_sessie,
    last_sessie_af,
    noteer_lesvrij,
    voeg_sessie_toe,
)
from trajecten.groepen.actions.verwittigen import meld_mail_mislukt, noteer_verwittigd

__all__ = [
    "bewaar_deelnemer",
    "bewaar_groepsnota",
    "bewaar_programma",
    "bewaar_reeks",
    "bewaar_sessie",
    "bied_vrije_plaatsen_aan",
    "geef_toch_les",
    "hervat_sessie",
    "last_sessie_af",
    "meld_mail_mislukt",
    "neem_plaats_aan",
    "noteer_aanwezigheid",
    "noteer_lesvrij",
    "noteer_verwittigd",
    "schrijf_in",
    "stop_deelname",
    "voeg_sessie_toe",
    "zeg_uitkomst",
]
