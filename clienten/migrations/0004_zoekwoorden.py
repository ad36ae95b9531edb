"""A column with every word of the name, to search in; and the letters that were not folded before (ł, ı, đ) in the column to sort on.

The rules are a copy of clienten/namen.py as it was on this day: a migration does not change with the code.
"""

import re
import unicodedata

from django.db import migrations, models

# To Unicode these are letters of their own; on a keyboard without them people type the letter they look like.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ı": "i", "đ": "d", "ð": "d", "ø": "o", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ŧ": "t",
        "ɖ": "d", "ɗ": "d", "ɓ": "b", "ɠ": "g", "ƙ": "k", "ƴ": "y", "ƒ": "f", "ɛ": "e", "ɔ": "o", "ə": "e", "ǝ": "e",
        "ƀ": "b", "ǥ": "g", "ɨ": "i", "ʉ": "u", "ƶ": "z",
        # Alef, yeh, kaf and heh have a second shape in some places of a word or on a Persian keyboard; ё is mostly typed as е.
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ё": "е",
    }
)  # fmt: skip
_APOSTROF = dict.fromkeys(map(ord, "’‘‛`´ʼʻʽʾʿˈ′＇׳՚ꞌʹ"), "'")
_TATWEEL = 0x640  # stretches an Arabic word, is no letter
# Drawn as nothing though not of category Cf: joiners, fillers of an empty syllable, variation selectors.
_VULLING = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0))  # fmt: skip
_TEKENS = _APOSTROF | dict.fromkeys((_TATWEEL, *_VULLING))
_EIGEN_MARKEN = ("ARABIC", "HEBREW", "SYRIAC")  # marks of these scripts are vowels and hamzas that are mostly left out
_KWIJT = frozenset("?\ufffc\ufffd")  # what a program writes where it lost a letter

# Written apart, glued on or left out, as the sender likes.
VOORVOEGSELS = frozenset(
    "van den der de dem ter ten te het 't t d du des la le les los las del della di da do dos von vom zu zur op opde "
    "el al bin ibn abu abou ait ould عبد ابو ابن بن".split()
)
_VAST = re.compile("van|von|de|du|la|le|el|al|ter|ten|abu|abou|bin|ibn|ait|ould|عبد|ابو|ابن|بن")
_VAST_NA_VAN = re.compile("den|der|dem|de")
_MINSTENS = 4  # letters behind a glued prefix that are worth finding by themselves


def _zonder_accenten(ontleed: str) -> str:
    """Without invisible characters, without the marks that do not make another letter in their script."""
    over, latijn = [], False
    for teken in ontleed:
        soort = unicodedata.category(teken)
        if soort in {"Cf", "Me"}:
            continue
        if soort == "Mn":
            if latijn or unicodedata.name(teken, "").startswith(_EIGEN_MARKEN):
                continue
        else:
            latijn = teken.isascii() or unicodedata.name(teken, "").startswith(("LATIN", "GREEK"))
        over.append(teken)
    return "".join(over)


def _letters(tekst: str) -> str:
    """Folded letters with everything else still in place; the apostrophe in one shape."""
    tekst = tekst.translate(_TEKENS)  # first: a loose accent that serves as apostrophe would fall apart into a space
    if tekst.isascii():
        return tekst.lower()
    ontleed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", tekst).casefold()).translate(_TEKENS)
    return unicodedata.normalize("NFC", _zonder_accenten(ontleed)).translate(_LETTERS)


def vouw(tekst: str) -> str:
    tekens = (teken if unicodedata.category(teken)[0] in "LMN" else " " for teken in _letters(tekst))
    return " ".join("".join(tekens).split())


def _is_kwijt(teken: str) -> bool:
    """Stands for a letter we cannot know: a lost one, a private sign, a control character of a wrong decoding."""
    return teken in _KWIJT or (unicodedata.category(teken) in {"Cc", "Cn", "Co", "Cs"} and not teken.isspace())


def _groepen(naam: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, each with the prefixes before it: "Griet Van den Broucke" -> (griet), (van, den, broucke).

    Empty when a letter was lost. A sign that is no letter stays a word: leaving it out could make two names one.
    """
    if any(map(_is_kwijt, naam)):
        return ()
    tekst = ""
    for teken in _letters(naam):
        hoofd = unicodedata.category(teken)[0]
        tekst += teken if hoofd in "LMN" or teken == "'" else f" {teken} " if hoofd == "S" else " "
    groepen: list[tuple[str, ...]] = []
    lopend: list[str] = []
    for woord in tekst.split():
        stukken = [stuk for stuk in woord.split("'") if stuk]
        lopend += stukken
        if not stukken or woord in VOORVOEGSELS or "".join(lopend) in VOORVOEGSELS or woord in {"d'", "'t", "'s"}:
            continue
        groepen.append(tuple(lopend))
        lopend = []
    if lopend:
        groepen.append(tuple(lopend))
    heeft_letter = any(teken.isalnum() for groep in groepen for stuk in groep for teken in stuk)
    return tuple(groepen) if heeft_letter else ()


def _los(woord: str) -> list[str]:
    """A glued word in its prefixes and the rest, without losing a letter: "vandenbroucke" -> van, den, broucke."""
    delen, vorm = [], _VAST
    while begin := vorm.match(woord) or _VAST.match(woord):
        delen.append(begin[0])
        woord = woord[begin.end() :]
        vorm = _VAST_NA_VAN if begin[0] == "van" else _VAST
    return [*delen, woord] if woord else delen


def zoekwoorden(naam: str) -> str:
    """What the search column holds: every word, with and without its prefix, each behind a space (" vandenbroucke broucke griet")."""
    woorden: dict[str, None] = {}
    for groep in _groepen(naam) or tuple((woord,) for woord in vouw(naam).split()):
        woorden |= dict.fromkeys("".join(groep[plaats:]) for plaats in range(len(groep)))
        delen = _los(groep[-1])
        resten = ("".join(delen[plaats:]) for plaats in range(1, len(delen)))
        woorden |= dict.fromkeys(rest for rest in resten if len(rest) >= _MINSTENS)
    return "".join(f" {woord}" for woord in woorden)


def vul(apps, schema_editor):
    client, stand = apps.get_model("clienten", "Client"), apps.get_model("clienten", "Stand")
    bij_stand = []
    anders = []
    for rij in client.objects.only("pk", "voornaam", "achternaam", "zoeknaam").order_by("pk").iterator(chunk_size=2000):
        heel = f"{rij.achternaam} {rij.voornaam}"
        oud, rij.zoeknaam, rij.zoekwoorden = rij.zoeknaam, vouw(heel)[:220], zoekwoorden(heel)
        anders.append(rij)
        if rij.zoeknaam != oud:
            bij_stand.append(rij)
    client.objects.bulk_update(anders, ["zoeknaam", "zoekwoorden"], batch_size=200)
    for rij in bij_stand:
        stand.objects.filter(client=rij.pk).update(zoeknaam=rij.zoeknaam)


class Migration(migrations.Migration):
    dependencies = [("clienten", "0003_stand_twe_einde")]

    operations = [
        migrations.AddField(
            model_name="client",
            name="zoekwoorden",
            field=models.TextField(default="", editable=False, help_text="What `op_naam` looks in."),
        ),
        migrations.RunPython(vul, migrations.RunPython.noop),
    ]
