"""What must not slip onto a cv. Pure."""

import re
from collections.abc import Iterable

from clienten.insz import controlegetal

# Words that tell an employer about help from the OCMW; only when the client chose so.
_HULP = re.compile(r"\b(o\.?c\.?m\.?w|leefloon|art(ikel)?\.?\s*60|sociale tewerkstelling)", re.IGNORECASE)
# Eleven digits in the shape of a national or BIS number, with or without its dots.
_NUMMER = re.compile(r"(?<!\d)\d{2}[.\s]?\d{2}[.\s]?\d{2}[-\s.]?\d{3}[-.\s]?\d{2}(?!\d)")


def noemt_ocmw(tekst: str) -> bool:
    return bool(_HULP.search(tekst))


def bevat_insz(tekst: str) -> bool:
    """Whether a valid national or BIS number stands in the text; a telephone number fails the check digits."""
    for vondst in _NUMMER.finditer(tekst):
        cijfers = re.sub(r"\D", "", vondst[0])
        if int(cijfers[9:]) in {controlegetal(cijfers[:9], na_2000=eeuw) for eeuw in (False, True)}:
            return True
    return False


def bezwaren(stukken: Iterable[tuple[str, str]], *, noem_ocmw: bool) -> list[str]:
    """One sentence per place that keeps the cv from being made. `stukken`: where it stands, and the text."""
    zinnen = []
    for waar, tekst in stukken:
        if bevat_insz(tekst):
            zinnen.append(f"Bij “{waar}” staat een rijksregisternummer. Haal het weg: dat hoort niet op een cv.")
        if not noem_ocmw and (woord := _HULP.search(tekst)):
            zinnen.append(
                f"Bij “{waar}” staat “{woord[0]}”. Haal het weg, of kies dat het cv mag zeggen dat je via het OCMW werkte."
            )
    return zinnen
