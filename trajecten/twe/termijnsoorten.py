"""What the window of 24 months promises."""

from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap

TWE_EINDE = Termijnsoort(
    "twe_einde",
    "De 24 maanden begeleiding lopen af",
    uitleg="Na deze dag is er geen begeleiding binnen tijdelijke werkervaring meer.",
    stap=Volgendestap("dossier_lezen", "Bekijk de nazorg", "nazorg"),
    rol=Termijnrol.EINDEWAARSCHUWING,
)
