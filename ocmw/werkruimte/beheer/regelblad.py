"""docs/regels.md: every rule an installation starts with, from the same data as the screens."""

from ocmw.regels.sleutels import SLEUTELS, Beginwaarde, Beschrijving, Onderwerp

KOP = """# Regels

Elk getal en elke lijst die van een jaar, een gewest of het beleid afhangt, zoals een nieuwe installatie ze krijgt. Gemaakt uit de code met
`bin/manage schrijf_regels`; een test vergelijkt. Wat een OCMW of de installatie daarna wijzigde, staat in de toepassing bij Sturing, Regels.

Een regel van de installatie, zoals elke wettelijke regel, geldt voor elk OCMW en heeft een tweede persoon nodig; over een huisregel beslist elk OCMW
([besluit 0024](adr/0024-een-wettelijke-regel-is-van-niemand.md)).
"""


def regelblad() -> str:
    """The whole page, by subject in the order of the screen, then by name; ends with a newline."""
    delen = [KOP]
    for onderwerp in Onderwerp:
        regels = sorted((b for b in SLEUTELS if b.onderwerp == onderwerp and b.begin), key=lambda b: b.naam)
        if regels:
            delen += [f"## {onderwerp.label}\n", *(_regel(beschrijving) for beschrijving in regels)]
    return "\n".join(delen)


def _regel(beschrijving: Beschrijving) -> str:
    kop = f"### {beschrijving.naam}\n\n{beschrijving.aard.label}."
    if beschrijving.nog_niet:
        kop += f" {beschrijving.nog_niet}"
    return "\n".join([kop, "", *(_waarde(beschrijving, begin) for begin in beschrijving.begin), ""])


def _waarde(beschrijving: Beschrijving, begin: Beginwaarde) -> str:
    tot = f" tot {begin.tot:%d/%m/%Y}" if begin.tot else ""
    waarde = " ".join(beschrijving.vorm.kort(begin.waarde).split())
    return f"- vanaf {begin.van:%d/%m/%Y}{tot}: {waarde}. {begin.toelichting} Bron: {begin.bron}."
