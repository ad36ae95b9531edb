"""What people tap on Vandaag and in the list, against a handler that does nothing, in the same run. All of it is undone after each round."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, Werk, paar, stuur, tel_queries, terug
from ocmw.termijnen.models import Termijn

Tik = Callable[[Meetbank], Werk]


def tik(werk: Tik) -> Callable[[Meetbank], Tijdmeting]:
    def meet(bank: Meetbank) -> Tijdmeting:
        doe = terug(werk(bank))
        niets = terug(stuur(bank.coach, "/bench/leeg/", {}, antwoordt=204))
        return replace(paar(doe, niets, rondes=bank.maten.rondes), queries=tel_queries(doe))

    return meet


def _termijn(bank: Meetbank) -> Termijn:
    """One that waits for the coach. The bench makes none that a person ticks, so "klaar" is not measured."""
    rijen = Termijn.objects.filter(client__stand__coach=bank.begeleider, client__gesloten_op=None).open()
    termijn = rijen.order_by("pk").first()
    if termijn is None:
        raise LookupError("De begeleider heeft geen open termijn.")
    return termijn


def _ter_plaatse(bank: Meetbank, pad: str, gegevens: dict[str, object], *, zegt: str) -> Werk:
    """As htmx asks: the answer is the line that says what happened, not a page. A refusal answers too, so the word is looked up."""

    def verzoek() -> None:
        antwoord = bank.coach.post(pad, gegevens, headers={"hx-request": "true"})
        if zegt not in antwoord.content.decode():
            raise RuntimeError(f"{pad} antwoordt {antwoord.status_code}, zonder {zegt!r}.")

    return verzoek


def uitstellen(bank: Meetbank) -> Werk:
    gegevens: dict[str, object] = {"tot": bank.wereld.op + timedelta(days=1), "reden": "", "naar": ""}
    return _ter_plaatse(bank, f"/termijnen/{_termijn(bank).pk}/uitstellen/", gegevens, zegt="Uitgesteld tot")


def rij_verversen(bank: Meetbank) -> Werk:
    client = _termijn(bank).client_id

    def verzoek() -> None:
        antwoord = bank.coach.get(f"/vandaag/mens/?client={client}&lijst=mijn", headers={"hx-request": "true"})
        if antwoord.status_code != 200:
            raise RuntimeError(f"De rij van {client} antwoordt {antwoord.status_code}.")

    return verzoek


def filteren(bank: Meetbank) -> Werk:
    """The filter posts, and the list follows by the address it is sent to: the tap is the POST."""
    return stuur(bank.coach, "/clienten/", {"zoek-q": bank.client.achternaam[:5], "mijn": "on"})
