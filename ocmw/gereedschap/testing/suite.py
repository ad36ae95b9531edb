"""The plugin of bin/test: every parallel process has its own place, and in CI a skipped test is a failed one.

Loaded with `-p`, so before the settings: what is changed here is what the settings read.
"""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest


def eigen_plaats(omgeving: dict[str, str], werker: str) -> dict[str, str]:
    """What process `werker` (gw0, gw1 ...) needs of its own: a folder, and a Redis number for its own queue."""
    nummer = int(werker.removeprefix("gw"))
    eigen = {"OCMW_DATA": str(Path(omgeving["OCMW_DATA"]) / werker)}
    if url := omgeving.get("REDIS_URL"):
        server, _, eerste = url.rpartition("/")
        eigen["REDIS_URL"] = f"{server}/{int(eerste) + nummer}"
    return eigen


if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.update(eigen_plaats(dict(os.environ), os.environ["PYTEST_XDIST_WORKER"]))
    # Loading and collecting makes millions of objects that all stay: looking for garbage among them meanwhile costs a quarter
    # of it. conftest.py begins with that again.
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walk over every page is one test of minutes: first, so that the other process does the rest beside it."""
    items.sort(key=lambda item: item.path.name != "test_paginas.py")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Before the summary is written, so that pytest's own closing line stays the last."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    overgeslagen = reporter.stats.get("skipped", []) if reporter else []
    if overgeslagen and os.environ.get("CI", "") not in {"", "false"}:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("")
        for verslag in overgeslagen:
            reporter.write_line(f"OVERGESLAGEN, dat telt hier als mislukt: {verslag.nodeid}")
    yield
