"""What the end of art.60 promises."""

from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap

EINDE_ART60 = Termijnsoort(
    "einde_art60",
    "Bereid het einde van art.60 voor",
    uitleg="Kan de cliënt blijven, welke maatregel past, en zijn de papieren klaar?",
    stap=Volgendestap("dossier_lezen", "Open de lijst", "einde:einde"),
    volgt=("contract",),
    rol=Termijnrol.EINDELIJST,
)
