"""docs/veiligheid.md names tests: each of them is there, and what is called held has one."""

import re

from django.conf import settings

BLAD = settings.BASE_DIR / "docs" / "veiligheid.md"
RIJ = re.compile(r"^\| (\d+) \| [^|]+ \| (ja|deels|nee)[^|]* \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)


def test_elk_doel_staat_er_en_elke_genoemde_test_bestaat():
    rijen = RIJ.findall(BLAD.read_text(encoding="utf-8"))
    assert [int(nummer) for nummer, *_ in rijen] == list(range(1, 41))
    for nummer, stand, tests, tegenproef in rijen:
        namen = re.findall(r"`([^`]+)`", tests)
        assert stand == "nee" or namen, f"doel {nummer} noemt geen test"
        for naam in namen:
            pad = settings.BASE_DIR / naam
            assert pad.is_file(), naam
        if tegenproef.strip() == "ja":
            bron = "".join((settings.BASE_DIR / naam).read_text(encoding="utf-8").lower() for naam in namen)
            assert re.search(r"control|tegenproef|zonder", bron), f"doel {nummer}: geen tegenproef te vinden"
