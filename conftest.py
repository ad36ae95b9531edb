"""Fixtures for every test; property tests without a time limit, because a busy machine is no failure."""

import gc

import pytest
from django.db import connection
from hypothesis import settings

from ocmw.gereedschap.testing.legen import leeg_na_elke_test

settings.register_profile("ocmw", deadline=None)
settings.load_profile("ocmw")
leeg_na_elke_test()
pytest_plugins = ["ocmw.gereedschap.testing.fixtures", "ocmw.gereedschap.testing.browser"]


def pytest_collection_finish() -> None:
    """What is loaded by now stays until the end: looking through it for garbage again and again is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()  # ocmw/gereedschap/testing/suite.py puts it off while the tests are gathered


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only PostgreSQL has is not collected elsewhere, because a test that is skipped counts as failed."""
    if connection.vendor == "postgresql":
        return
    elders = [item for item in items if item.get_closest_marker("postgres")]
    if elders:
        config.hook.pytest_deselected(items=elders)
        items[:] = [item for item in items if item not in elders]
