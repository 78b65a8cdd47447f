"""What the parser sees in place of words that lead it astray, as long as they are.

"The Taliban claim they have taken it" is parsed as if the Taliban's claim were meant, "a doctor there said"
as if nobody spoke; with another word in its place the rest is parsed rightly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.text.reporting import reporting_verbs

NEAR = 3  # words before it
BESIDE = 6  # words before it in which one of `near` must stand
WORD = re.compile(r"[\w'-]+")
REPORTING, NAME = "reporting", "name"


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word with what stands in for it: where, and where not."""

    word: str
    by: str
    place: re.Pattern[str]
    not_after: frozenset[str]
    not_near: frozenset[str]
    near: frozenset[str]


def as_parsed(sentence: str) -> str:
    """The sentence as the parser sees it; of the same length."""
    for one in _stand_ins():
        if one.word in sentence:
            sentence = _replaced(sentence, one)
    return sentence


def _replaced(sentence: str, one: StandIn) -> str:
    def by(match: re.Match[str]) -> str:
        before = [word.lower() for word in WORD.findall(sentence[: match.start()])[-BESIDE:]]
        right = sentence[: match.start()].rstrip()[-1:]
        meant = right.isalnum() and before[-1] not in one.not_after and not one.not_near & set(before[-NEAR:])
        meant = meant and (not one.near or not one.near.isdisjoint(before))
        return one.by if meant else match.group()

    return one.place.sub(by, sentence)


@cache
def _stand_ins() -> tuple[StandIn, ...]:
    return tuple(
        StandIn(
            row.get("word", name), row["by"], _place(row.get("word", name), row),
            frozenset(row["not_after"].split()), frozenset(row["not_near"].split()),
            frozenset(row.get("near", "").split()),
        )
        for name, row in read_lexicon("en", "stand_ins").items()
    )  # fmt: skip


def _place(word: str, row: Mapping[str, str]) -> re.Pattern[str]:
    then, later = row["then"], row.get("later", "").split()
    if then == NAME:
        return re.compile(rf"(?<= ){word}(?= (?:the (?:city|town|village|district) of )?[A-Z])")
    follows = sorted(reporting_verbs() if then == REPORTING else then.split())
    stated = rf"[^,;:]* (?:are|were|remain|proved) (?:\w+ )?(?:{'|'.join(later)})\b" if later else ""
    return re.compile(rf"(?<= ){word}(?= (?:{'|'.join(map(re.escape, follows))})\b{stated})")
