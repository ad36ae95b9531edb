"""What a placement promises before its start."""

from ocmw.termijnen.soorten import Termijnsoort, Volgendestap

STARTKLAAR = Termijnsoort(
    "startklaar",
    "De plaatsing is nog niet startklaar",
    uitleg="Voor de start moet alles in orde zijn: handtekeningen, opvang, vervoer, kledij.",
    vanzelf="Vink de lijst van de plaatsing af. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Open de lijst", "startklaar:plaatsing_list"),
    volgt=("contract",),
)
