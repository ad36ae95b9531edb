"""One rule set as it is written here; columns as in Regelset: sleutel, waarde, geldig van, geldig tot, bron, toelichting."""

from datetime import date
from typing import Any

Basisregel = tuple[str, Any, date, date | None, str, str]

# What no source states; the screen shows it, and the OCMW can change it.
ASSUMPTIE = "eigen aanname van de toepassing; geen bron gevonden"
BEGIN = date(2017, 1, 1)
