"""Copies what the pages use from node_modules to static/vendor: no CDN, and no third-party files in git."""

import shutil
from pathlib import Path

# package, folder in static/vendor, files (patterns inside the package; the last folder name is kept where CSS points to it)
ASSETS = [
    ("bootstrap", "bootstrap", {"dist/css/bootstrap.min.css": "", "dist/js/bootstrap.bundle.min.js": ""}),
    ("bootstrap-icons", "bootstrap-icons", {"font/bootstrap-icons.min.css": "", "font/fonts/*": "fonts"}),
    ("htmx.org", "htmx", {"dist/htmx.min.js": ""}),
    ("@fontsource-variable/atkinson-hyperlegible-next", "atkinson", {"wght*.css": "", "files/*": "files"}),
    ("cally", "cally", {"dist/cally.js": ""}),
    # For paper: Noto Sans Arabic cannot be searched in a PDF (ocmw/werkruimte/rapporten/pdf.py).
    ("@fontsource-variable/vazirmatn", "vazirmatn", {"files/*-arabic-*": "files"}),
    ("@fontsource/noto-sans-arabic", "noto-arabic", {"arabic-[47]00.css": "", "files/*-arabic-[47]00-*": "files"}),
    (
        "@fontsource/noto-sans-ethiopic",
        "noto-ethiopic",
        {"ethiopic-[47]00.css": "", "files/*-ethiopic-[47]00-*": "files"},
    ),
]


def copy_assets(node_modules: Path, vendor: Path) -> None:
    """Replace static/vendor as a whole, so that a file no longer listed disappears."""
    fresh = vendor.with_name("vendor.nieuw")
    shutil.rmtree(fresh, ignore_errors=True)
    for package, folder, patterns in ASSETS:
        for pattern, subfolder in patterns.items():
            found = sorted((node_modules / package).glob(pattern))
            if not found:
                raise FileNotFoundError(f"{package} has no {pattern}")
            target = fresh / folder / subfolder
            target.mkdir(parents=True, exist_ok=True)
            for file in found:
                shutil.copy2(file, target / file.name)
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
