#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocmw.settings")
    if sys.argv[1:2] in (["bijwerken"], ["migrate"]):
        # Only these change tables; with two roles in the database they connect as the owner.
        os.environ.setdefault("OCMW_ALS_EIGENAAR", "True")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
