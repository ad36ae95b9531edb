"""Celery beat as we need it: what it did last is one small file that a full disk, a crash or a stray byte cannot break."""

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from celery.beat import ScheduleEntry, Scheduler

from ocmw.opdrachten.werking import KLOK, geef_teken
from ocmw.ui.schijf import schrijf_heel

logger = logging.getLogger(__name__)


class Klok(Scheduler):
    """Celery's own scheduler keeps the moments in a `shelve`: written in place, and on a full disk it ends the process.

    The moments are kept because a night that was missed is made up for at the next start. What could not be offered, with
    the disk full or Redis away, is offered again at the next tick, and not only the next night.
    """

    def __init__(self, *args: Any, schedule_filename: str, **kwargs: Any) -> None:
        self._bestand = Path(schedule_filename)
        self._niet_aangeboden: dict[str, ScheduleEntry] = {}
        super().__init__(*args, **kwargs)

    def setup_schedule(self) -> None:
        super().setup_schedule()
        for naam, moment in self._vorige_keer().items():
            if naam in self.schedule:
                # A clock that was set back must not wait until it is that late again.
                self.schedule[naam].last_run_at = min(moment, self.app.now())

    def tick(self, *args: Any, **kwargs: Any) -> float:
        geef_teken(KLOK)
        for naam in list(self._niet_aangeboden):
            self.apply_entry(self._niet_aangeboden[naam], producer=self.producer)
        volgende: float = super().tick(*args, **kwargs)
        return volgende

    def apply_entry(self, entry: ScheduleEntry, producer: Any = None) -> None:
        naam = str(entry.name)
        try:
            self.apply_async(entry, producer=producer, advance=False)
        except Exception as fout:
            logger.error("%s kon niet aangeboden worden (%s); de klok probeert het opnieuw", naam, type(fout).__name__)
            self._niet_aangeboden[naam] = entry
        else:
            self._niet_aangeboden.pop(naam, None)

    def sync(self) -> None:
        rijen = {**self.schedule, **self._niet_aangeboden}
        momenten = {naam: rij.last_run_at.isoformat() for naam, rij in rijen.items() if rij.last_run_at}
        try:
            schrijf_heel(self._bestand, json.dumps(momenten, indent=1).encode())
        except OSError as fout:
            logger.warning("%s kan niet bewaard worden (%s)", self._bestand.name, fout.strerror)

    def _vorige_keer(self) -> dict[str, datetime]:
        try:
            gelezen = json.loads(self._bestand.read_bytes())
            momenten = {naam: datetime.fromisoformat(moment) for naam, moment in gelezen.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # no file yet, or none that can be read: as at a first start
        return {naam: moment for naam, moment in momenten.items() if moment.tzinfo}
