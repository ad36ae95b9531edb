"""Where uploads and reports are stored."""

import uuid
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class HeleBestanden(FileSystemStorage):
    """A file gets its name when it is whole; Django writes under the name itself, and a full disk leaves half a document.

    The names are random or belong to one attempt, so the rename never meets another file.
    """

    def _save(self, name: str, content: File) -> str:
        deel = f"{name}.{uuid.uuid4().hex}.deel"
        try:
            super()._save(deel, content)  # type: ignore[misc]  # Django's, and unknown to its stubs
            Path(self.path(deel)).rename(self.path(name))
        except BaseException:
            self.delete(deel)
            raise
        return name
