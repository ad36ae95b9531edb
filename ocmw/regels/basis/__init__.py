"""The rule sets every installation starts with (domein.md, appendix A), by subject. A coordinator changes rows on the
screen of the rules, never these lists."""

from ocmw.regels.basis import einde, evaluatie, match, plaatsing, rva, startklaar, twe, werking
from ocmw.regels.basis.vorm import ASSUMPTIE, Basisregel

BASISREGELS: list[Basisregel] = [
    *twe.REGELS,
    *rva.REGELS,
    *werking.REGELS,
    *plaatsing.REGELS,
    *startklaar.REGELS,
    *evaluatie.REGELS,
    *match.REGELS,
    *einde.REGELS,
]

__all__ = ["ASSUMPTIE", "BASISREGELS"]
