"""Characters that nobody sees: names that differ in them alone are the same name."""

from __future__ import annotations

import re

UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
"""A class of a pattern: control characters, signs of the direction of writing, spaces without width. What
joins or parts letters of a word (U+200C, U+200D) is not among them: it is spelling."""
_UNSEEN = re.compile(f"[{UNSEEN}]+")


def without_unseen(words: str) -> str:
    """Words without them; as they are where nothing else is left."""
    return _UNSEEN.sub("", words) or words


def name_pattern(name: str) -> re.Pattern[str]:
    """Finds a name as a whole word, also where such characters stand among its letters."""
    return re.compile(rf"\b{f'[{UNSEEN}]*'.join(map(re.escape, name))}\b")
