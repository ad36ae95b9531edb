"""A worker loads every jobs module; a test that runs a job itself needs this one."""

import ocmw.werkruimte.rapporten.jobs  # noqa: F401 - registers the work, as a worker does
