from ocmw.termijnen.soorten import Termijnsoort, Volgendestap
from ocmw.toegang.rechten import Recht

PROEFGESPREK = Termijnsoort(
    "proefgesprek",
    "Proefgesprek",
    uitleg="Zoveel dagen na de toewijzing vragen we hoe het gaat.",
    vanzelf="Sluit vanzelf als niemand de cliënt nog volgt.",
    stap=Volgendestap(Recht.DOSSIER_LEZEN, "Open de proef", "proefkamer:proef_detail"),
)
