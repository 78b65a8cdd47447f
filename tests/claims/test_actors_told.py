"""Who did it in sentences of many wars, coded before they were first read.

An actor is coded by its plain name, or by the words for it where no party is known; "/" parts the names of
those who do it together, or between which the words leave the choice. Of the claims found at first sight, the
actor was right in 43 of 51 (the first 64 sentences), and in 32 of 34 (the last 40, after work on the first).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from whoholds import ResolvedClaim, read_claims
from whoholds.evaluate.names import same_party, share_word
from whoholds.text.unknown_places import skeleton

FILE = Path(__file__).with_name("told_actors.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
PUBLISHED = "2026-03-04"  # where no day is coded
LEAST_FOUND, LEAST_RIGHT = 0.8, 0.95  # of the coded claims; of those found


@cache
def pairs() -> tuple[tuple[str, str, ResolvedClaim | None], ...]:
    """Text, coded actor, and the claim of that type and place that is read."""
    found = []
    for row in ROWS:
        left = list(read_claims(row["text"], published=row.get("published", PUBLISHED)))
        for coded in row["claims"]:
            match = next((one for one in left if is_as_coded(one, coded, row["text"])), None)
            if match is not None:
                left.remove(match)
            if not coded.get("optional"):
                found.append((row["text"], coded["actor"], match))
    return tuple(found)


def is_as_coded(read: ResolvedClaim, coded: dict[str, Any], text: str) -> bool:
    words = read.claim.place.span.of(text) if read.claim.place is not None else ""
    name, place = coded["place"], read.place_name
    here = name in words or share_word(name, place) or skeleton(name) == skeleton(place or "")
    return here and read.claim.type.value in coded["type"].split("/")


def is_right(coded: str, actor: str | None) -> bool:
    return actor is not None and any(same_party(name, actor) for name in coded.split("/"))


def test_the_actor_of_what_is_found_is_right() -> None:
    read = [(text, coded, claim.actor) for text, coded, claim in pairs() if claim is not None]
    wrong = [one for one in read if not is_right(one[1], one[2])]
    assert 1 - len(wrong) / len(read) >= LEAST_RIGHT, wrong


def test_most_of_what_is_coded_is_found() -> None:
    missed = [(text, coded) for text, coded, claim in pairs() if claim is None]
    assert 1 - len(missed) / len(pairs()) >= LEAST_FOUND, missed


def test_no_sentence_is_coded_twice() -> None:
    assert [text for text, count in Counter(row["text"] for row in ROWS).items() if count > 1] == []
