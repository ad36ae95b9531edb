"""What a contract promises: look at what follows before an end that is coming."""

from ocmw.termijnen.enums import Soort

# Termijnen of other rooms that follow from a contract: they move when it moves (ocmw.termijnen.bronnen).
CONTRACT_SOORTEN = (
    Soort.TIJDIG_START,
    Soort.HERBEREKENING_RVA,
    Soort.RVA_ANTWOORD,
    Soort.MENTORFORMULIER,
    Soort.EVALUATIE,
    Soort.WERKBEZOEK,
    Soort.EINDE_ART60,
    Soort.OPVOLGING_WERK,
    Soort.STARTKLAAR,
)
