"""Fixtures for every test; property tests without a time limit, because a busy machine is no failure."""

import pytest
from django.db import connection
from hypothesis import settings

settings.register_profile("ocmw", deadline=None)
settings.load_profile("ocmw")
pytest_plugins = ["ocmw.testing.fixtures", "ocmw.testing.browser"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only one engine has is not collected on the other: a test that is skipped counts as failed."""
    if connection.vendor == "postgresql":
        return
    elders = [item for item in items if item.get_closest_marker("postgres")]
    if elders:
        config.hook.pytest_deselected(items=elders)
        items[:] = [item for item in items if item not in elders]
