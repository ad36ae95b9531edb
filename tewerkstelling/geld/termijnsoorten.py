"""What the money asks: art.60 in time."""

from ocmw.termijnen.soorten import Termijnsoort, Volgendestap

TIJDIG_START = Termijnsoort(
    "tijdig_start",
    "Art.60 moet op tijd starten",
    uitleg="Start art.60 later, dan betaalt VDAB de maanden van dit traject niet.",
    vanzelf="Start het art.60-contract. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk het werk", "werk"),
    volgt=("contract", "werkervaring"),
)
