"""Sentences for people. The msgid is the Indonesian sentence itself; English is the translated catalogue.

Call `_("Surat tidak ditemukan.")` where a sentence is shown, never at import: the language may be switched.
One Indonesian word may have two English ones; `_("Batal", "button")` says which is meant ("Cancel", where the state
"Batal" is "Cancelled").
A table of sentences marks them with `mark("…")` and passes them through `_` when one is shown. Values are filled
in afterwards, by name: `_("{count} surat").format(count=…)`.

After sentences were added (Babel is among the development dependencies):

    pybabel extract -k _:1,1t -k _:1,2c,2t -k n_:1,1 -k mark -c "Translators:" --no-location --omit-header -o warkat.pot ui
    pybabel update -i warkat.pot -d ui/locale -l en -D warkat --no-fuzzy-matching --ignore-obsolete
    (translate ui/locale/en/LC_MESSAGES/warkat.po)
    pybabel compile -d ui/locale -D warkat

The .po and the .mo are both kept; tests/ui/test_texts.py holds that nothing is missing from either.
"""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("id", "en")
DOMAIN = "warkat"
LOCALE = Path(__file__).parent / "locale"


class _Spoken:
    """The language now; one per process, as the reader is one. A holder instead of a `global` statement."""

    language = "id"
    catalogue = gettext.NullTranslations()


_spoken = _Spoken()


def set_language(language: str) -> None:
    """Speaks Indonesian (`id`) or English (`en`) from now on; an unknown language is Indonesian."""
    _spoken.language = language if language in LANGUAGES else "id"
    _spoken.catalogue = (
        gettext.NullTranslations()
        if _spoken.language == "id"
        else gettext.translation(DOMAIN, LOCALE, [_spoken.language], fallback=True)
    )


def language() -> str:
    """`id` or `en`."""
    return _spoken.language


def _(sentence: str, place: str = "") -> str:
    """The sentence in the reader's language; `place` tells apart what only Indonesian says with one word."""
    if place:
        return _spoken.catalogue.pgettext(place, sentence)
    # gettext answers the empty msgid with the catalogue's own header.
    return _spoken.catalogue.gettext(sentence) if sentence else ""


def n_(sentence: str, number: int) -> str:
    """The sentence for `number` things: Indonesian has one form for all numbers, English two."""
    return _spoken.catalogue.ngettext(sentence, sentence, number) if sentence else ""


def mark(sentence: str) -> str:
    """Marks a sentence of a table for translation and leaves it alone; `_` translates it when it is shown."""
    return sentence
