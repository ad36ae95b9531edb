"""The key of a row that somebody sends us."""

# A longer number is no key, and one engine refuses to look for it.
MEESTE_CIJFERS = 17


def rijnummer(tekst: str) -> int:
    """The number in an address or a form, or 0: no row has that key, so nothing is found."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) <= MEESTE_CIJFERS else 0
