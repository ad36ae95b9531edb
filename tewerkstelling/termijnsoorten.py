"""What a contract promises: look at what follows before an end that is coming."""

from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap

ART60_EINDE = Termijnsoort(
    "art60_einde",
    "Het art.60-contract loopt af",
    uitleg="Bereid het einde van het contract voor: kan de cliënt blijven, welke maatregel past?",
    stap=Volgendestap("dossier_lezen", "Bekijk het contract", "werk"),
    rol=Termijnrol.EINDEWAARSCHUWING,
)
