"""The queue of an installation without Redis: every message is one file in a folder.

kombu has such a transport too, and there one unreadable file is an exception in the heart of the worker. Here a message
that nobody can read or run is moved to the folder beside it, reported, and the next one is taken. It is also written
whole or not at all, and it is taken by removing it: two workers never get the same message, and nothing passes through a
folder of the system. What queue and exchange belong together is known to every process from the settings, so there is no
table of it on disk that could break.
"""

import errno
import logging
import stat
import time
import uuid
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from queue import Empty
from typing import Any

from celery import current_app
from kombu.transport import virtual
from kombu.utils.json import dumps, loads

from ocmw.ui.schijf import schrijf_heel

logger = logging.getLogger(__name__)
# A message holds ids: what is larger was not written by us.
GROOTSTE_BERICHT = 1024 * 1024
# The process is short of something, the message is fine: stopping and starting again is the cure.
TEKORT = {errno.EMFILE, errno.ENFILE, errno.ENOMEM}


class Kapot(Exception):
    """This message can never be run; `reden` is a few words without anything of its content."""


class Channel(virtual.Channel):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gemeld: set[str] = set()

    @cached_property
    def map(self) -> Path:
        return self._map("map")

    @cached_property
    def kapot(self) -> Path:
        return self._map("kapot")

    def _map(self, optie: str) -> Path:
        opties: dict[str, str] = self.connection.client.transport_options  # type: ignore[union-attr, assignment]  # kombu's stubs know neither the connection of a channel nor its options
        return Path(opties[optie])

    def _put(self, queue: str, message: dict[str, Any], **kwargs: Any) -> None:
        schrijf_heel(self.map / f"{time.time_ns()}_{uuid.uuid4()}.{queue}.msg", dumps(message).encode())

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:
        for pad in self._wachtend(queue):
            try:
                bericht = self._lees(pad)
                pad.unlink()
            except FileNotFoundError:
                continue  # another worker was first
            except Kapot as fout:
                self._zet_opzij(pad, str(fout))
            except OSError as fout:
                if fout.errno in TEKORT:
                    raise
                self._zet_opzij(pad, errno.errorcode.get(fout.errno or 0, "onleesbaar"))
            else:
                return bericht
        raise Empty

    def _size(self, queue: str) -> int:
        return sum(1 for _ in self._wachtend(queue))

    def _purge(self, queue: str) -> int:
        paden = list(self._wachtend(queue))
        for pad in paden:
            pad.unlink(missing_ok=True)
        return len(paden)

    def _wachtend(self, queue: str) -> Iterator[Path]:
        """Oldest first: a name begins with the moment."""
        return (pad for pad in sorted(self.map.iterdir()) if pad.name.partition(".")[2] == f"{queue}.msg")

    def _lees(self, pad: Path) -> dict[str, Any]:
        """The message as kombu wants it. Read to the end here, because Celery stops at one it cannot decode."""
        staat = pad.lstat()
        if not stat.S_ISREG(staat.st_mode):
            raise Kapot("geen bestand")
        if not 0 < staat.st_size <= GROOTSTE_BERICHT:
            raise Kapot("te groot" if staat.st_size else "leeg")
        inhoud = pad.read_bytes()
        try:
            bericht: dict[str, Any] = loads(inhoud)
            gelezen = self.Message(bericht, channel=self)
            args, kwargs, _ = gelezen.decode()
            goed = isinstance(args, list) and isinstance(kwargs, dict)
            taak = gelezen.headers["task"] if gelezen.headers["id"] else None
        except Exception as fout:
            # Whatever it is made of: the type of the error says enough, its text may quote the content.
            raise Kapot(f"onleesbaar: {type(fout).__name__}") from None
        if not goed or taak not in current_app.tasks:
            raise Kapot("taak bestaat niet" if goed else "onleesbaar")
        return bericht

    def _zet_opzij(self, pad: Path, reden: str) -> None:
        try:
            pad.rename(self.kapot / pad.name)
        except FileNotFoundError:
            return  # another worker did
        except OSError as fout:
            reden = f"{reden}; opzijzetten lukt niet: {errno.errorcode.get(fout.errno or 0, '?')}"
        # What cannot be moved is met again every second, and said once.
        if pad.name not in self._gemeld:
            self._gemeld.add(pad.name)
            feiten = {"bericht": pad.name, "reden": reden}
            logger.error("een bericht kan niet uitgevoerd worden en is opzijgezet", extra={"feiten": feiten})


class Transport(virtual.Transport):
    """kombu looks this up by the name in CELERY_BROKER_URL (ocmw/celery.py)."""

    Channel = Channel
    # One for all connections of a process, as in kombu's own transports that live on one machine.
    global_state = virtual.BrokerState()
    driver_type = driver_name = "bestanden"

    def __init__(self, client: Any, **kwargs: Any) -> None:
        super().__init__(client, **kwargs)
        self.state = self.global_state

    def driver_version(self) -> str:
        return "1"
