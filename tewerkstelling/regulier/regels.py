"""When somebody asks how an application or a regular job goes."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, maanden, regelsleutel

regelsleutel(
    "sollicitatie.opvolgen_dagen",
    "Een sollicitatie opvolgen na",
    Onderwerp.WERKING,
    dagen(),
    Beginwaarde(14, ASSUMPTIE, "Vraag na zoveel dagen zonder antwoord hoe het met de sollicitatie staat."),
    huis=True,
)
regelsleutel(
    "werk.opvolgen_maanden",
    "Eerste contact na de start van gewoon werk",
    Onderwerp.WERKING,
    maanden(24),
    Beginwaarde(1, ASSUMPTIE, "Voorstel voor het eerste contact na de start van gewoon werk, in maanden."),
    huis=True,
)
