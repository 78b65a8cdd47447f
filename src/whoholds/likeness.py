"""Sentences that are the same, or nearly: by the runs of words that they share."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

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
        shingles, first = shingles_of(words), len(self._sets)
        groups = [(min(one[0] for one in some), some, least) for some, least in self._holders(shingles)]
        for begins, some, least in sorted(groups, key=itemgetter(0)):
            if begins >= first:
                break  # those left come after the one that was found
            first = min(first, next(self._sharing(shingles, some, least), first))
        return self._add(shingles) if first == len(self._sets) else first

    def all_alike(self, words: tuple[str, ...]) -> list[int]:
        """The numbers of all sentences that this one copies or that copy it, which is then added."""
        shingles = shingles_of(words)
        groups = self._holders(shingles)
        found = [number for some, least in groups for number in self._sharing(shingles, some, least)]
        self._add(shingles)
        return found

    def _add(self, shingles: frozenset[str]) -> int:
        number = len(self._sets)
        self._sets.append(shingles)
        for shingle in shingles:
            self._holding.setdefault(shingle, {}).setdefault(len(shingles), []).append(number)
        return number

    def _holders(self, shingles: frozenset[str]) -> Iterator[tuple[list[list[int]], int]]:
        """Lists of sentences of one length, among which are all that share enough, and how much is enough."""
        listed: dict[int, list[list[int]]] = {}
        for shingle in shingles & self._holding.keys():
            for length, numbers in self._holding[shingle].items():
                listed.setdefault(length, []).append(numbers)
        for length, several in listed.items():
            least = max(1, math.ceil(COPY_SHARE * min(len(shingles), length)))
            if len(several) >= least:
                several.sort(key=len)
                yield several[: len(several) - least + 1], least

    def _sharing(self, shingles: frozenset[str], some: Iterable[list[int]], least: int) -> Iterator[int]:
        """The sentences of these lists that share enough, first ones first."""
        numbers = sorted({number for one in some for number in one})
        return (number for number in numbers if len(shingles & self._sets[number]) >= least)


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
