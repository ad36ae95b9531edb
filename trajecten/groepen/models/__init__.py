from trajecten.groepen.models.attest import Attest
from trajecten.groepen.models.inschrijving import Deelnemer, Inschrijving, Sessieaanwezigheid
from trajecten.groepen.models.programma import Programma
from trajecten.groepen.models.reeks import Groepsreeks, Lesvrij, Sessie
from trajecten.groepen.models.verwittiging import Verwittiging

__all__ = [
    "Attest",
    "Deelnemer",
    "Groepsreeks",
    "Inschrijving",
    "Lesvrij",
    "Programma",
    "Sessie",
    "Sessieaanwezigheid",
    "Verwittiging",
]
