"""Runs of places that a text lists one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from whoholds.text.places import PlaceMention


def last_listed(text: str, before: Sequence[PlaceMention], number: int) -> list[PlaceMention]:
    """The last run of `number` places joined by commas and "and"; else the last `number` different ones."""
    run: list[PlaceMention] = []  # from its last place to its first
    for mention in reversed(before):
        if run and not _are_joined(text, mention, run[-1]):
            if len(run) >= number:
                break
            run = []
        run.append(mention)
    if len(run) >= number:
        return run[: -number - 1 : -1]
    distinct = list({m.place.id: m for m in before}.values())
    return distinct[-number:] if len(distinct) >= number else []


def is_one_run(text: str, listed: Sequence[PlaceMention]) -> bool:
    """True where nothing but commas and "and" stand between the places, in the order of the text."""
    return all(_are_joined(text, first, second) for first, second in pairwise(listed))


def _are_joined(text: str, first: PlaceMention, second: PlaceMention) -> bool:
    start, end = first.span.end, second.span.start
    return end - start < 8 and text[start:end].strip(", ") in ("", "and", "or", "&")
