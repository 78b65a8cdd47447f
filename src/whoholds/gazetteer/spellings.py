"""All folded spellings of the built gazetteer, and the places each stands for: exact, without Python objects.

The spellings lie sorted in one string of bytes. A spelling is found by its CRC-32: `order` lists the
spellings bucket by bucket, and the bytes themselves are compared, so that an answer is never a collision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from whoholds.gazetteer.columns import Column, starts_of

IN_TEXT = 1 << 31  # set on a place of a spelling that may be looked for in running text
MAIN = 1 << 30  # set on a place that has the spelling as its main name
_ROW = MAIN - 1


@dataclass(frozen=True, slots=True)
class Spellings:
    """`text` holds the bytes; spelling i is `text[offsets[i]:offsets[i+1]]`, its places are
    `places[firsts[i]:firsts[i+1]]` (row numbers, with IN_TEXT and MAIN); `longest[i]` is the number of words
    of the longest spelling that begins with it, where it is a single word, else 0."""

    text: bytes
    offsets: memoryview
    firsts: memoryview
    places: memoryview
    longest: memoryview
    order: memoryview
    buckets: memoryview
    mask: int

    def index(self, key: str) -> int:
        """The number of a folded spelling, or -1."""
        sought = key.encode("utf-8", "surrogatepass")
        bucket = crc32(sought) & self.mask
        for at in range(self.buckets[bucket], self.buckets[bucket + 1]):
            index: int = self.order[at]
            if self.text[self.offsets[index] : self.offsets[index + 1]] == sought:
                return index
        return -1

    def rows(self, index: int, *, in_text: bool = False) -> list[tuple[int, bool]]:
        """The rows of the places that spelling `index` stands for, and whether it is their main name."""
        flagged = self.places[self.firsts[index] : self.firsts[index + 1]].tolist()
        return [(row & _ROW, bool(row & MAIN)) for row in flagged if row & IN_TEXT or not in_text]

    def starting(self, prefix: str, limit: int) -> list[int]:
        """The numbers of the first `limit` spellings that begin with a folded prefix."""
        sought = prefix.encode("utf-8", "surrogatepass")
        first = bisect_left(range(len(self.offsets) - 1), sought, key=self._bytes)
        last = min(first + limit, len(self.offsets) - 1)
        return [index for index in range(first, last) if self._bytes(index).startswith(sought)]

    def _bytes(self, index: int) -> bytes:
        return self.text[self.offsets[index] : self.offsets[index + 1]]


def spellings_of(columns: Mapping[str, Column]) -> Spellings:
    """Make the look-up from the columns of `names.whg` (see `pack_spellings`)."""
    return Spellings(
        text=columns["text"].tobytes(),
        offsets=starts_of(columns["lengths"]).data,
        firsts=starts_of(columns["counts"]).data,
        places=columns["places"].data,
        longest=columns["longest"].data,
        order=columns["order"].data,
        buckets=starts_of(columns["buckets"]).data,
        mask=len(columns["buckets"]) - 1,
    )


def pack_spellings(spellings: Mapping[str, list[int]]) -> dict[str, Column]:
    """Columns for folded spelling → rows (with IN_TEXT, MAIN), with the first words of longer names added."""
    longest: dict[str, int] = {}
    for key in spellings:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    keys = sorted({key.encode(): key for key in spellings.keys() | longest.keys()}.items())
    mask = (1 << max(4, (len(keys) - 1).bit_length())) - 1
    buckets = np.array([crc32(raw) & mask for raw, _ in keys], np.int64)
    places = [sorted(spellings.get(key, ())) for _, key in keys]
    return {
        "text": np.frombuffer(b"".join(raw for raw, _ in keys), np.uint8),
        "lengths": np.array([len(raw) for raw, _ in keys], np.uint16),
        "counts": np.array([len(rows) for rows in places], np.uint16),
        "places": np.array([row for rows in places for row in rows], np.uint32),
        "longest": np.array([min(longest.get(key, 0), 255) for _, key in keys], np.uint8),
        "order": np.argsort(buckets, kind="stable").astype(np.uint32),
        "buckets": np.bincount(buckets, minlength=mask + 1).astype(np.uint8),
    }
