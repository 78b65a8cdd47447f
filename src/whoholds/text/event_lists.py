"""The names of a sentence that are told in one list: "in Mombasa, Kisumu and the town of Nakuru"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.event_names import Name
from whoholds.text.parse import Parsed
from whoholds.text.place_words import kinds

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

JOINING = frozenset(("and", "or", "&"))
DESCRIBING = frozenset(("JJ", "DT", "RB", "CD"))
LONG, SHORT = 7, 4  # words between two names: with "and", with a comma alone


def lists_of(sentence: Parsed, names: Sequence[Name]) -> list[int]:
    """For each name the number of its list. The words between decide, which a parse of long lists loses.

    A list has an "and" before its last name: "Gao, Mali" is none.
    """
    numbers = list(range(len(names)))
    joints = [_joint(sentence, one, other) for one, other in pairwise(names)]
    start = 0
    while start < len(joints):
        end = start
        while end < len(joints) and joints[end]:
            end += 1
        last = max((n for n in range(start, end) if joints[n] == "and"), default=start - 1)
        numbers[start : last + 2] = [numbers[start]] * (last + 2 - start)
        start = end + 1
    return numbers


def _joint(sentence: Parsed, one: Name, other: Name) -> str:
    """ "and" or "," between two names of one list; nothing where they are not."""
    gap = _without_brackets(sentence.tokens[one.tokens[-1].i + 1 : other.tokens[0].i])
    if gap is None or len(gap) > LONG or not all(_describes(token) for token in gap):
        return ""
    words = [token.lower_ for token in gap]
    if JOINING & {*words}:
        return "and"
    return "," if not words or (words[0] == "," and len(words) <= SHORT) else ""


def _without_brackets(gap: Sequence[Token]) -> list[Token] | None:
    """The words outside of brackets; None where two names meet without a word or bracket between."""
    outside: list[Token] = []
    depth = 0
    for token in gap:
        depth += token.text == "("
        if not depth:
            outside.append(token)
        depth -= token.text == ")"
    return outside if gap else None


def _describes(token: Token) -> bool:
    """True for what may stand between the names of a list."""
    word = token.lower_
    allowed = word in JOINING or word in word_set("pointing", "run") or word in kinds() or not word.strip()
    return (
        allowed
        or token.tag_ in DESCRIBING
        or token.dep_ == "amod"
        or word in ("in", "at", "on", "near", "to")
    )
