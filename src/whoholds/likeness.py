"""Sentences that are the same, or nearly: by the runs of words that they share."""

from __future__ import annotations

import math
import re
import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[^\W_]+")
SHINGLE = 4  # words
COPY_SHARE = 0.6  # of the shorter sentence's shingles
Numbers = NDArray[np.signedinteger]
_NONE: Numbers = np.empty(0, np.intp)


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

    How many shingles each of them shares is counted in one go, for sentences made after one pattern have many
    in common with thousands of others.
    """

    def __init__(self) -> None:
        self._holding: dict[str, array[int]] = {}  # the sentences with a shingle, first ones first
        self._sizes = array("i")  # how many shingles each sentence has
        self._least = sys.maxsize  # the smallest of these

    def copied(self, words: tuple[str, ...]) -> int:
        """The number of the first sentence that this one copies; its own new number when it copies none."""
        shingles = shingles_of(words)
        found = self._sharing(shingles)
        return int(found[0]) if len(found) else self._add(shingles)

    def all_alike(self, words: tuple[str, ...]) -> list[int]:
        """The numbers of all sentences that this one copies or that copy it, which is then added."""
        shingles = shingles_of(words)
        found: list[int] = np.asarray(self._sharing(shingles)).tolist()
        self._add(shingles)
        return found

    def _add(self, shingles: frozenset[str]) -> int:
        number = len(self._sizes)
        self._sizes.append(len(shingles))
        self._least = min(self._least, len(shingles))
        for shingle in shingles:
            self._holding.setdefault(shingle, array("i")).append(number)
        return number

    def _sharing(self, shingles: frozenset[str]) -> Numbers:
        """The sentences that share enough, first ones first."""
        held = [numbers for one in shingles if (numbers := self._holding.get(one)) is not None]
        enough = max(1, math.ceil(COPY_SHARE * min(len(shingles), self._least)))  # for the shortest sentence
        if len(held) < enough:
            return _NONE
        shared = np.bincount(np.concatenate([_numbers(one) for one in held]))
        found = np.flatnonzero(shared >= enough)
        sizes = _numbers(self._sizes)[found]
        return found[shared[found] >= np.ceil(COPY_SHARE * np.minimum(sizes, len(shingles)))]


def _numbers(of: array[int]) -> Numbers:
    """The same numbers without a copy; while they are held, the array cannot grow."""
    return np.frombuffer(of, np.intc)


class Alike:
    """Which sentences are alike, each compared once with all others: for many questions to the same ones."""

    def __init__(self) -> None:
        self._shingles = Shingles()
        self._numbers: dict[tuple[str, ...], int] = {}
        self._alike: list[list[int]] = []

    def of(self, words: tuple[str, ...]) -> tuple[int, Sequence[int]]:
        """The number of a sentence, and those of all known ones that it is alike to."""
        number = self._numbers.get(words)
        if number is None:
            number = self._numbers[words] = len(self._alike)
            self._alike.append(self._shingles.all_alike(words))
            for other in self._alike[number]:
                self._alike[other].append(number)
        return number, self._alike[number]


class Firsts:
    """What `Shingles.copied` finds, from what is known of which sentences are alike."""

    def __init__(self, alike: Alike) -> None:
        self._alike = alike
        self._firsts: dict[int, int] = {}  # the sentences that copy none, in their order

    def copied(self, words: tuple[str, ...]) -> int:
        """The number of the first sentence that this one copies; its own new number when it copies none."""
        number, others = self._alike.of(words)
        firsts = self._firsts
        if number in firsts:
            return firsts[number]
        found = min((firsts[one] for one in others if one in firsts), default=len(firsts))
        if found == len(firsts):
            firsts[number] = found
        return found
