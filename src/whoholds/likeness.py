"""Sentences that are the same, or nearly: by the runs of words that they share."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
SHINGLE = 4  # words
COPY_SHARE = 0.6  # of the shorter sentence's shingles


@lru_cache(maxsize=20_000)
def words_of(quote: str) -> tuple[str, ...]:
    """The words of a sentence, in one case of letters."""
    return tuple(WORD.findall(quote.casefold()))


@lru_cache(maxsize=20_000)
def shingles_of(words: tuple[str, ...]) -> frozenset[str]:
    """The runs of so many words."""
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


class Shingles:
    """The shingles of sentences, by their number, which are found by what they share with another one.

    Sentences of one length must share so many shingles with it that those of the shingles which most of them
    have need not be looked up: whoever copies it has one of the others too.
    """

    def __init__(self) -> None:
        self._sets: list[frozenset[str]] = []
        self._holding: dict[str, dict[int, list[int]]] = {}  # then by how many shingles a sentence has

    def copied(self, words: tuple[str, ...]) -> int:
        """The number of the first sentence that this one copies; its own new number when it copies none."""
        shingles = shingles_of(words)
        number = min(self._alike(shingles), default=len(self._sets))
        if number == len(self._sets):
            self._sets.append(shingles)
            for shingle in shingles:
                self._holding.setdefault(shingle, {}).setdefault(len(shingles), []).append(number)
        return number

    def _alike(self, shingles: frozenset[str]) -> Iterable[int]:
        """The first of the sentences of each length that share enough."""
        listed: dict[int, list[list[int]]] = {}
        for shingle in shingles & self._holding.keys():
            for length, numbers in self._holding[shingle].items():
                listed.setdefault(length, []).append(numbers)
        for length, several in listed.items():
            least = max(1, math.ceil(COPY_SHARE * min(len(shingles), length)))
            if len(several) < least:
                continue
            several.sort(key=len)
            seen = {number for numbers in several[: len(several) - least + 1] for number in numbers}
            for number in sorted(seen):
                if len(shingles & self._sets[number]) >= least:
                    yield number
                    break
