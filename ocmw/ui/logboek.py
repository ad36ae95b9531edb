"""What never reaches a log file: the secret in an address that opens a page without an account."""

import logging
import re
from typing import Any

_GEHEIM = re.compile(r"(/mentor/)(?!bedankt/)[^/?\s]+")


class ZonderGeheim(logging.Filter):
    """Django logs the address of every answer from 400 up; a form with an error in it still has a working link."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _verberg(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_verberg(deel) for deel in record.args)
        return True


def _verberg(deel: Any) -> Any:
    return _GEHEIM.sub(r"\1...", deel) if isinstance(deel, str) else deel
