"""The link of a mentor: made, opened, withdrawn, renewed, and sent in exactly once.

The address holds a random secret and its signature; the database holds only the hash of the two. So who reads the database
cannot open a form, and who changes a letter of an address finds nothing.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.actions.evaluatie import met_slot
from tewerkstelling.evaluaties.actions.stem import Opmerkingen, Scores, schrijf_antwoorden
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.journaalcodes import MENTOR_ANTWOORDDE, MENTORLINK_GEMAAKT, MENTORLINK_INGETROKKEN
from tewerkstelling.evaluaties.models import Evaluatie, Mentorlink, Opmerking, Score, Stem

_ONDERTEKENAAR = Signer(sep=".", salt="mentorlink")
GEHEIM_BYTES = 24


def _nieuw_token() -> str:
    return _ONDERTEKENAAR.sign(secrets.token_urlsafe(GEHEIM_BYTES))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _is_ondertekend(token: str) -> bool:
    try:
        _ONDERTEKENAAR.unsign(token)
    except BadSignature:
        return False
    return True


def weigering_voor_link(evaluatie: Evaluatie) -> str:
    """Why the mentor gets no link for this evaluation; empty when she can."""
    if zin := evaluatie.weigering_voor_wijzigen():
        return zin
    if not evaluatie.is_volledig:
        return "Een mondelinge evaluatie heeft geen formulier voor de mentor."
    if Stem.objects.filter(evaluatie=evaluatie, ingediend_op__isnull=False).exists():
        return "De mentor vulde het formulier al in."
    return ""


@actie
def maak_mentorlink(evaluatie: Evaluatie, *, vorige: int | None, door: Medewerker, op: date) -> tuple[Mentorlink, str]:
    """A new link and its secret, which nobody can read again. `vorige` is the link the colleague saw: it stops working,
    and what the mentor had filled in moves along. Refuses when there is another one by now."""
    evaluatie = met_slot(evaluatie)
    weiger_als(weigering_voor_link(evaluatie))
    lopend = Mentorlink.objects.filter(evaluatie=evaluatie, ingetrokken_op=None).first()
    if lopend and lopend.pk != vorige:
        raise Geweigerd("Er is intussen al een link gemaakt. Kijk eerst wie die verstuurde.")
    klad: dict[str, Any] = {}
    if lopend:
        klad = lopend.klad
        Mentorlink.objects.filter(pk=lopend.pk).update(ingetrokken_op=timezone.now(), klad={})
    token = _nieuw_token()
    dagen = regel("mentorlink.geldig_dagen", op=op).waarde
    link = Mentorlink.objects.create(
        client=evaluatie.client,
        evaluatie=evaluatie,
        hash=_hash(token),
        gemaakt_door=door,
        vervalt_op=op + timedelta(days=dagen),
        klad=klad,
    )
    noteer(MENTORLINK_GEMAAKT, link, door=door, client=evaluatie.client, vervalt_op=link.vervalt_op)
    raakt(evaluatie)
    return link, token


@actie
def trek_mentorlink_in(evaluatie: Evaluatie, *, door: Medewerker, op: date) -> bool:
    """From now on the link is a 404; False when there was none that still worked."""
    met_slot(evaluatie)
    lopend = Mentorlink.objects.filter(evaluatie=evaluatie, ingediend_op=None, ingetrokken_op=None).first()
    if lopend is None:
        return False
    Mentorlink.objects.filter(pk=lopend.pk).update(ingetrokken_op=timezone.now(), klad={})
    noteer(MENTORLINK_INGETROKKEN, lopend, door=door, client=evaluatie.client)
    raakt(evaluatie)
    return True


def lees_mentorlink(token: str) -> Mentorlink | None:
    """The link of this address, usable or not; None when there never was one. Costs the same query either way.

    The row is found by the hash of what was asked, so no comparison in the database says how much of a guess was right.
    """
    gezocht = _hash(token)
    gevonden = (
        Mentorlink.objects.select_related(
            "client__ocmw", "evaluatie__lijst__schaal", "evaluatie__contract__werkplek__werkgever", "gemaakt_door"
        )
        .filter(hash=gezocht)
        .first()
    )
    echt = _is_ondertekend(token)
    return gevonden if gevonden and echt and constant_time_compare(gevonden.hash, gezocht) else None


def is_bruikbaar(link: Mentorlink, *, op: date) -> bool:
    return Mentorlink.objects.bruikbaar(op).filter(pk=link.pk).exists()


def noteer_opening(link: Mentorlink) -> None:
    """The colleague who sent it sees whether it was opened."""
    nu = timezone.now()
    Mentorlink.objects.filter(pk=link.pk).update(
        laatst_geopend_op=nu, eerst_geopend_op=Coalesce(F("eerst_geopend_op"), nu)
    )


def bewaar_mentorklad(link: Mentorlink, klad: dict[str, Any], *, op: date) -> bool:
    """Keep what was filled in until now; False when the link stopped working meanwhile."""
    return bool(_nog_open(link, op).update(klad=klad))


def _nog_open(link: Mentorlink, op: date) -> Any:
    # Own columns only: a row that another transaction just changed is judged again, a subquery on it would not be.
    return Mentorlink.objects.filter(pk=link.pk, ingediend_op=None, ingetrokken_op=None, vervalt_op__gte=op)


def _claim(link: Mentorlink, op: date) -> bool:
    """Of two submissions at once, one gets True."""
    return bool(_nog_open(link, op).update(ingediend_op=timezone.now(), klad={}))


@actie
def dien_mentorformulier_in(
    link: Mentorlink,
    scores: Scores,
    opmerkingen: Opmerkingen,
    *,
    naam: str,
    op: date,
    sterk: Sequence[str] = (),
    leren: Sequence[str] = (),
) -> Stem | None:
    """The one time this form is sent in: scores, words and who filled it in become the voice of the mentor.

    None when it was sent in already, or the link stopped working. What a colleague had noted by phone gives way.
    """
    evaluatie = met_slot(link.evaluatie)
    if evaluatie.weigering_voor_wijzigen() or not _claim(link, op):
        return None
    stem, _ = Stem.objects.get_or_create(
        evaluatie=evaluatie, wie=Stemsoort.MENTOR, defaults={"client": evaluatie.client, "versie": 0}
    )
    Score.objects.filter(stem=stem).delete()
    Opmerking.objects.filter(stem=stem).delete()
    Stem.objects.filter(pk=stem.pk).update(
        naam=naam.strip()[:120],
        sterk=list(sterk),
        leren=list(leren),
        ingediend_op=timezone.now(),
        versie=F("versie") + 1,
        gewijzigd_op=timezone.now(),
    )
    schrijf_antwoorden(stem, evaluatie, scores, opmerkingen)
    noteer(MENTOR_ANTWOORDDE, link, door=None, client=evaluatie.client)
    raakt(evaluatie)
    return stem
