"""Rows that were not imported, as a workbook: text cells only, so the file can be corrected and come back."""

from collections.abc import Iterator

from ocmw.ui.werkboek import Boekschrijver, schrijf_lijst
from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.velden import Bladsoort


def afgewezen_werkboek(invoer: Invoer) -> bytes:
    """One sheet per sheet of the file, same headings and order, with the row number, the outcome and the reason in front."""
    boek = Boekschrijver()
    ruim = boek.opmaak(text_wrap=True, valign="top")
    bladen = [blad for blad in invoer.bladen.all() if blad.bladsoort is not Bladsoort.ANDERS]
    for blad in bladen:
        koppen = ["Rij", "Uitkomst", "Reden", *blad.koppen]
        schrijf_lijst(
            boek, blad.naam, koppen, _rijen(blad), {(2, 2): 60}, opmaak=lambda k, waarde: ruim if k == 2 else None
        )
    if not bladen:
        boek.nieuw_blad("Leeg", {})
    return boek.inhoud()


def _rijen(blad: Invoerblad) -> Iterator[list[str]]:
    rijen = Invoerrij.objects.filter(blad=blad, uitkomst__in=[Rijuitkomst.AFGEWEZEN, Rijuitkomst.DUBBEL])
    for rij in rijen.order_by("nummer"):
        reden = " ".join(tekst for _, tekst, ernst in rij.redenen if ernst in {"fout", "dubbel"})
        cellen = ["" if cel is None else str(cel) for cel in rij.lees_cellen()]
        yield [str(rij.nummer), rij.get_uitkomst_display(), reden, *cellen]
