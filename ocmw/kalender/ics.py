"""A list of moments as a calendar feed (RFC 5545).

A calendar program keeps copies on servers that are not ours, so a feed carries no personal data: the caller gives a
neutral title ("Gesprek", "Einde contract") and a link; who it is about is behind the login.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Agendamoment:
    """`uid` must stay the same for the same thing, so a moved moment replaces the old one.

    `begin` is a date (whole day) or an aware datetime. `einde` is exclusive for datetimes, inclusive for dates;
    without it a date lasts one day and a datetime no time at all.
    """

    uid: str
    titel: str
    begin: date
    einde: date | None = None
    url: str = ""
    plaats: str = ""


def als_ics(naam: str, momenten: Iterable[Agendamoment], *, gemaakt_op: datetime) -> bytes:
    """The feed as UTF-8 text. Raises ValueError for a naive datetime or a moment that ends before it begins."""
    kalender = Calendar()
    kalender.add("prodid", "-//OCMW arbeidstrajectbegeleiding//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", naam)
    for moment in momenten:
        kalender.add_component(_gebeurtenis(moment, gemaakt_op))
    return bytes(kalender.to_ical())


def _gebeurtenis(moment: Agendamoment, gemaakt_op: datetime) -> Event:
    if moment.einde is not None and moment.einde < moment.begin:
        raise ValueError("Een moment eindigt niet voor het begint.")
    gebeurtenis = Event()
    gebeurtenis.add("uid", moment.uid)
    gebeurtenis.add("dtstamp", _in_utc(gemaakt_op))
    gebeurtenis.add("summary", moment.titel)
    gebeurtenis.add("dtstart", _tijdstip(moment.begin))
    if moment.einde is not None:
        gebeurtenis.add("dtend", _exclusief_einde(moment.einde))
    gebeurtenis.add("class", "PRIVATE")
    for veld, waarde in (("url", moment.url), ("location", moment.plaats)):
        if waarde:
            gebeurtenis.add(veld, waarde)
    return gebeurtenis


def _exclusief_einde(einde: date) -> date:
    return _tijdstip(einde) if isinstance(einde, datetime) else einde + timedelta(days=1)


def _tijdstip(moment: date) -> date:
    return _in_utc(moment) if isinstance(moment, datetime) else moment


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("Een tijdstip in een agenda heeft een tijdzone nodig.")
    return moment.astimezone(UTC)
