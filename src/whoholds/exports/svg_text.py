"""Words in a drawing: cleaned, escaped, each name by itself in its own direction of writing, wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape

_JOINERS = frozenset("\u200c\u200d")  # Persian, Urdu and Indic spellings need them
_ISOLATE, _END = "\u2068", "\u2069"
_UNFIT = frozenset(("Cc", "Cf", "Cs", "Co"))
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[]-· "), frozenset("mwMW@%—…")
LONGEST = 80  # characters of a name that are drawn


def clean(words: str, longest: int = LONGEST) -> str:
    """One line without control characters, marks that turn the direction of writing, or what XML refuses."""
    line = " ".join(words[: 20 * longest].split())
    kept = "".join(one for one in line if one in _JOINERS or _is_fit(one)).strip()
    return kept if len(kept) <= longest else f"{kept[: longest - 1].rstrip()}…"


def _is_fit(one: str) -> bool:
    return unicodedata.category(one) not in _UNFIT and ord(one) & 0xFFFE != 0xFFFE


def isolated(words: str, longest: int = LONGEST) -> str:
    """A name that turns the writing of nothing around it."""
    return f"{_ISOLATE}{clean(words, longest)}{_END}"


def quoted(words: str) -> str:
    """Words as XML text or as the value of an attribute."""
    return escape(words, quote=True)


def width_of(words: str, size: float) -> float:
    """About how wide words are in pixels at a size of letters, a little more than less."""
    return size * sum(map(_share, words))


def _share(one: str) -> float:
    if one in (_ISOLATE, _END) or one in _JOINERS or unicodedata.combining(one):
        return 0.0
    if unicodedata.east_asian_width(one) in ("W", "F"):
        return 1.0
    if one in _NARROW:
        return 0.36
    if one in _WIDE:
        return 0.95
    return 0.7 if one.isupper() else 0.59


def wrapped(words: str, size: float, wide: float) -> Iterator[str]:
    """Words in lines that are no wider than `wide` pixels; isolated names are not broken."""
    line = ""
    for word in _words(words):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > wide:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(words: str) -> Iterator[str]:
    held: list[str] = []
    for word in words.split(" "):
        held.append(word)
        whole = " ".join(held)
        if whole.count(_ISOLATE) == whole.count(_END):
            yield whole
            held = []
    if held:
        yield " ".join(held)
