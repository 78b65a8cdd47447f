"""Looking up numbers of rows between two others, in lists in order."""

from __future__ import annotations

from bisect import bisect_left

Numbers = list[int]


def between(numbers: Numbers, first: int, end: int) -> Numbers:
    """Those from one number up to before another."""
    return numbers[bisect_left(numbers, first) : bisect_left(numbers, end)]


def any_in(numbers: Numbers, first: int, end: int) -> bool:
    """True where there is one of them."""
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] < end


def last_in(numbers: Numbers, first: int, end: int) -> int | None:
    """The last of them."""
    at = bisect_left(numbers, end)
    return numbers[at - 1] if at and numbers[at - 1] >= first else None
