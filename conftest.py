"""Fixtures for every test; property tests without a time limit, because a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("ocmw", deadline=None)
settings.load_profile("ocmw")
pytest_plugins = ["ocmw.testing.fixtures", "ocmw.testing.browser"]
