"""What a checker gives back, and the words all checkers share."""

from dataclasses import dataclass

from ocmw.ui.weigering import Geweigerd

# iPhone and newer Android photos, also when a program called them .jpg. What to do stands on the phone itself.
_HEIF_MERKEN = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heif")


def is_heic(inhoud: bytes) -> bool:
    return inhoud[4:8] == b"ftyp" and inhoud[8:12] in _HEIF_MERKEN


# The test file every virus scanner knows; a real scanner takes the place of `keur_virus`.
_EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


@dataclass(frozen=True, slots=True)
class Schoon:
    """What may be stored, and what was taken out of it: each a few words that fit after "zonder"."""

    inhoud: bytes
    weggelaten: tuple[str, ...] = ()


def keur_virus(inhoud: bytes) -> None:
    """The step a virus scanner replaces; checkers call it again for what they unpack."""
    if _EICAR in inhoud:
        raise Geweigerd("In dit bestand zit een virus. Het is niet bewaard. Verwittig je informaticadienst.")
