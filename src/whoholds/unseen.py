"""Characters that nobody sees: names that differ in them alone are the same name."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
"""A class of a pattern: control characters, signs of the direction of writing, spaces without width. What
joins or parts letters of a word (U+200C, U+200D) is not among them: it is spelling."""
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_JOINING = "\u0590-\u1fff\u2c00-\ufaff"  # scripts in whose words U+200C and U+200D are spelling
_NOT_READ = re.compile(
    f"[{UNSEEN}]+|(?<![{_JOINING}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_JOINING}\u200c\u200d])"
)

_PERHAPS = re.compile(f"[{UNSEEN}\u200c\u200d]")  # found in a tenth of the time: most texts hold none


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text as a reader sees it, and where each of its characters stands in the text as written."""

    words: str
    kept: Sequence[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of what is seen stand in the text as written, from the first to after the last."""
        after = self.kept[-1] + 1 if self.kept else 0
        first = self.kept[start] if start < len(self.kept) else after
        return first, self.kept[end - 1] + 1 if end > start else first

    def seen(self, start: int, end: int) -> tuple[int, int]:
        """The same the other way: of what nobody sees, nothing is left."""
        return bisect_left(self.kept, start), bisect_left(self.kept, end)


def seen_text(text: str) -> SeenText | None:
    """A text without what nobody sees, also without joiners that join nothing; None where it holds none."""
    if _PERHAPS.search(text) is None or _NOT_READ.search(text) is None:
        return None
    kept = array("L")
    last = 0
    for hidden in _NOT_READ.finditer(text):
        kept.extend(range(last, hidden.start()))
        last = hidden.end()
    kept.extend(range(last, len(text)))
    return SeenText("".join(text[at] for at in kept), kept)


def without_unseen(words: str) -> str:
    """Words without them; as they are where nothing else is left."""
    return _UNSEEN.sub("", words) or words


def name_pattern(name: str) -> re.Pattern[str]:
    """Finds a name as a whole word, also where such characters stand among its letters."""
    return re.compile(rf"\b{f'[{UNSEEN}]*'.join(map(re.escape, name))}\b")
