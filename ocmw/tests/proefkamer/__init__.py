"""A room made after the three recipes of CONTRIBUTING.md, one file per step. `ocmw/tests/test_recepten.py` opens it."""
