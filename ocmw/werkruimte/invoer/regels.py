"""How long the rows of an import stay."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel

regelsleutel(
    "invoer.bewaring_dagen",
    "Rijen van een rekenblad bewaren",
    Onderwerp.BEWARING,
    dagen(),
    Beginwaarde(
        90, ASSUMPTIE, "De rijen van een ingevoerd rekenblad wissen we na zoveel dagen. Wat ingevoerd is, blijft."
    ),
)
