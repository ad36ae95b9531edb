from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from ocmw.kalender.ics import Agendamoment, als_ics

GEMAAKT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
BRUSSEL = ZoneInfo("Europe/Brussels")


def gebeurtenissen(*momenten):
    return list(Calendar.from_ical(als_ics("Afspraken", momenten, gemaakt_op=GEMAAKT)).walk("VEVENT"))


def test_een_dag_en_een_uur_komen_terug_zoals_ze_waren():
    begin = datetime(2026, 12, 1, 9, 30, tzinfo=BRUSSEL)
    dag, uur = gebeurtenissen(
        Agendamoment("termijn-1@ocmw", "Einde contract", date(2027, 3, 31)),
        Agendamoment(
            "afspraak-2@ocmw", "Gesprek", begin, begin.replace(hour=10), url="https://ocmw.example/afspraken/2/"
        ),
    )
    assert dag.decoded("dtstart") == date(2027, 3, 31)
    assert (dag["uid"], str(dag["summary"])) == ("termijn-1@ocmw", "Einde contract")
    assert uur.decoded("dtstart") == begin
    assert uur.decoded("dtstart").utcoffset().total_seconds() == 0
    assert str(uur["url"]) == "https://ocmw.example/afspraken/2/"
    assert str(uur["class"]) == "PRIVATE"


def test_het_einde_van_een_hele_dag_telt_mee():
    (week,) = gebeurtenissen(Agendamoment("v@ocmw", "Vakantie", date(2026, 12, 21), date(2026, 12, 25)))
    assert week.decoded("dtend") == date(2026, 12, 26)


def test_tekens_met_een_betekenis_breken_niets():
    titel = "Overleg; met, komma's\nen een tweede regel \\ BEGIN:VEVENT"
    (moment,) = gebeurtenissen(Agendamoment("x@ocmw", titel, date(2026, 12, 1), plaats="Zaal 2, 1e"))
    assert str(moment["summary"]) == titel
    assert str(moment["location"]) == "Zaal 2, 1e"


def test_een_lege_lijst_is_een_geldige_agenda():
    assert gebeurtenissen() == []


def test_een_tijdstip_zonder_tijdzone_wordt_geweigerd():
    with pytest.raises(ValueError, match="tijdzone"):
        gebeurtenissen(Agendamoment("x@ocmw", "Gesprek", datetime(2026, 12, 1, 9)))


def test_een_einde_voor_het_begin_wordt_geweigerd():
    with pytest.raises(ValueError, match="eindigt niet"):
        gebeurtenissen(Agendamoment("x@ocmw", "Vakantie", date(2026, 12, 2), date(2026, 12, 1)))
