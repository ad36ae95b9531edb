"""How the value of a rule is read, filled in and checked, without a word of JSON."""

from ocmw.regels.vormen.blad import Blad, Code, Getal, Getallenrij, JaNee, Keuze, Rooster, Tekst, Tekstenrij, Tijd, Vorm
from ocmw.regels.vormen.samen import Kaart, Tabel, Trappen, Velden, Vinkje, afgeleide_vorm

__all__ = [
    "Blad",
    "Code",
    "Getal",
    "Getallenrij",
    "JaNee",
    "Kaart",
    "Keuze",
    "Rooster",
    "Tabel",
    "Tekst",
    "Tekstenrij",
    "Tijd",
    "Trappen",
    "Velden",
    "Vinkje",
    "Vorm",
    "afgeleide_vorm",
]
