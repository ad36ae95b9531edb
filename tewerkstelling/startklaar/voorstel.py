"""The seam with the match: a proposal that led to this placement has its result when the placement starts."""

from tewerkstelling.startklaar.models import Plaatsing


def meld_start(plaatsing: Plaatsing) -> None:
    """SEAM, to wire at integration: set the open proposal of `tewerkstelling.match.models.Voorstel` for this client and
    place to "gestart". Called inside the transaction of the start. `plaatsing.uit_voorstel` is the number the proposal
    page passed along (`?voorstel=`); it came from an address bar, so look it up among the proposals of this client only.
    """
