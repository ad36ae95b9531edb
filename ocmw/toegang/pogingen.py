"""The brake on guessing: who fails too often waits, and nobody else does.

Three counters, each for what the one before cannot see:
- per account and place: somebody who keeps trying one account from one place;
- per address: somebody who tries many accounts. Who did not fail there before still gets a turn, up to a ceiling;
- per account over all new places: somebody who tries one account from many addresses.

A place where the account logged in before is known: there only the first counter holds, so a stranger elsewhere never
stands in its way. A turn is taken before the password is looked at and given back when it was right: of a hundred guesses at
the same moment no more pass than of a hundred in a row, and right passwords never count. Nothing here depends on whether
an account exists, so nobody learns that from waiting.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

from ocmw.kalender.klok import nu
from ocmw.toegang.adres import adres_van
from ocmw.toegang.models import Limiet, Poging
from ocmw.ui.weigering import EvenWachten

TIEN_MINUTEN, UUR = timedelta(minutes=10), timedelta(hours=1)
BEKEND_BLIJFT = timedelta(days=180)
KOEKJE = "toestel"


@dataclass(frozen=True)
class Rem:
    """The limits of one kind of attempt. `plafond` is what one address may do in all, `adres` what it may do by repeating."""

    soort: str
    plek: int = 10
    adres: int = 30
    plafond: int = 100
    account: int = 20
    venster: timedelta = TIEN_MINUTEN

    def grens(self, wat: str, aantal: int, venster: timedelta) -> Limiet:
        return Limiet(f"{self.soort}_{wat}", aantal, venster)


WACHTWOORD = Rem("wachtwoord")
CODE = Rem("code")
# Every request counts here, right or wrong: it costs somebody a mail.
HERSTEL = Rem("herstel", plek=5, account=10, venster=UUR)
# Any code of the app is used once, also by somebody who looks over a shoulder.
CODE_GEBRUIKT = Limiet("code_gebruikt", 1, timedelta(minutes=2))


@dataclass
class Beurt:
    """One attempt that was allowed; it stays counted unless `geef_terug` says it was right."""

    genomen: list[tuple[Limiet, str]]

    def neem(self, grens: Limiet, *delen: str) -> None:
        """Raises EvenWachten when this counter is full; what was taken before is then given back."""
        sleutel = als_sleutel(*delen)
        if tot := Poging.objects.neem(grens, sleutel):
            self.geef_terug()
            raise EvenWachten(tot)
        self.genomen.append((grens, sleutel))

    def geef_terug(self) -> None:
        for grens, sleutel in self.genomen:
            Poging.objects.geef_terug(grens, sleutel)
        self.genomen = []


def neem_beurt(rem: Rem, email: str, request: HttpRequest) -> Beurt:
    """A turn for whoever says to be `email`. Raises EvenWachten with the moment from which there is one again."""
    account, adres = account_van(email), adres_van(request)
    plek, bekend = _plek(account, adres, request)
    per_plek = rem.grens("plek", rem.plek, rem.venster)
    eerder_fout = Poging.objects.stand(per_plek, als_sleutel(account, plek))
    beurt = Beurt([])
    beurt.neem(per_plek, account, plek)
    if not bekend:
        beurt.neem(rem.grens("adres", rem.adres if eerder_fout else rem.plafond, TIEN_MINUTEN), adres)
        beurt.neem(rem.grens("account", rem.account, UUR), account)
    return beurt


def neem_adresbeurt(grens: Limiet, request: HttpRequest) -> datetime | None:
    """Count one miss of this address; the moment it may try again, or None when it is within the limit."""
    return Poging.objects.neem(grens, als_sleutel(adres_van(request)))


def eerste_gebruik(email: str, code: str) -> bool:
    """True once for a code, however its signs are grouped; on every machine and without a cache."""
    tekens = "".join(filter(str.isalnum, code)).upper()
    return Poging.objects.neem(CODE_GEBRUIKT, als_sleutel(account_van(email), tekens)) is None


def onthoud_plek(email: str, request: HttpRequest, response: HttpResponse | None = None) -> None:
    """After a complete login, or a new password through the mailbox: from here this account is no stranger."""
    account = account_van(email)
    Poging.objects.onthoud(als_sleutel(account, adres_van(request)), tot=nu() + BEKEND_BLIJFT)
    if response is not None and _toestel(account, request) is None:
        response.set_cookie(
            KOEKJE,
            signing.dumps([account, get_random_string(16)], salt=KOEKJE),
            max_age=BEKEND_BLIJFT,
            path="/account/",
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def account_van(email: str) -> str:
    """The account somebody claims, existing or not. Folded at least as far as any database compares addresses: two spellings
    that find one account must not have two counters."""
    return als_sleutel(email.strip().upper().casefold())


def als_sleutel(*delen: str) -> str:
    """The table holds no addresses of people or machines, only what can be compared."""
    return salted_hmac("ocmw.toegang.pogingen", "\x1f".join(delen), algorithm="sha256").hexdigest()


def _plek(account: str, adres: str, request: HttpRequest) -> tuple[str, bool]:
    """Where this attempt comes from, and whether the account logged in from there before: a browser is known wherever it
    is carried, an address for every browser behind it."""
    if toestel := _toestel(account, request):
        return toestel, True
    return adres, Poging.objects.is_onthouden(als_sleutel(account, adres))


def _toestel(account: str, request: HttpRequest) -> str | None:
    try:
        van, kenmerk = signing.loads(request.COOKIES.get(KOEKJE, ""), salt=KOEKJE, max_age=BEKEND_BLIJFT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return f"toestel {kenmerk}" if van == account else None
