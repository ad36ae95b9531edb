"""What the count promises: a question to the RVA, and its answer."""

from ocmw.termijnen.soorten import Termijnsoort, Volgendestap

_NAAR_DE_RECHTEN = Volgendestap("dossier_lezen", "Naar de rechten", "rechtenteller:rechtenstand_detail")
HERBEREKENING_RVA = Termijnsoort(
    "herberekening_rva",
    "Vraag een herberekening aan de RVA",
    uitleg="De startdatum of het werkregime is anders dan in de laatste berekening van de RVA.",
    vanzelf="Noteer de nieuwe aanvraag bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    volgt=("contract",),
)
RVA_ANTWOORD = Termijnsoort(
    "rva_antwoord",
    "Antwoord van de RVA te verwachten",
    uitleg="De aanvraag in OCMW@RVA is verstuurd en nog niet beantwoord.",
    vanzelf="Noteer het antwoord bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    volgt=("contract",),
)
