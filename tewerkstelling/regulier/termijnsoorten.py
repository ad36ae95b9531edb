"""What an application or a regular job promises."""

from ocmw.termijnen.soorten import Termijnsoort, Volgendestap

SOLLICITATIE = Termijnsoort(
    "sollicitatie",
    "Volg de sollicitatie op",
    uitleg="Er is een sollicitatie zonder resultaat.",
    vanzelf="Noteer het resultaat. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk de sollicitatie", "regulier:regulier_detail"),
)
OPVOLGING_WERK = Termijnsoort(
    "opvolging_werk",
    "Vraag hoe het gaat op het werk",
    uitleg="Dit is afgesproken toen het werk startte.",
    stap=Volgendestap("dossier_lezen", "Bekijk het werk", "regulier:regulier_detail"),
    volgt=("contract",),
)
