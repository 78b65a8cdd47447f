"""What is remembered, joked or rumoured: no news of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.said import children
from whoholds.text.syntax import is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def why_not_told(event: Token) -> str | None:
    """Why an event is no news, where it is remembered or joked of; None where it may be."""
    for why, found in (
        ("remembered", _remembered(event)),
        ("a joke", _joked(event)),
        ("told of long before", _long_before(event)),
    ):
        if found is not None:
            return f"{why} (“{found.text}”)"
    return None


def _remembered(event: Token) -> Token | None:
    """ "Remember when it fell", "the day it fell changed her life": long ago, and no day is told."""
    if not is_verb(event):
        return None
    noun = event.head if event.dep_ == "relcl" and event.head.lower_ in _words("days") else None
    over = noun if noun is not None else event
    clause = over.dep_ in ("ccomp", "dobj", "advcl")
    if clause and over.head.lower_ in _words("remembering") and (noun is not None or _is_when(event)):
        return over.head
    return noun if noun is not None and _is_weighty(noun) else None


def _long_before(event: Token) -> Token | None:
    """ "A year since they captured it", "two years after it fell", "a decade on from its fall": of no day."""
    opening = [c for c in event.children if c.dep_ == "mark" or (c.dep_ == "prep" and c.i < event.i)]
    if event.dep_ == "pobj":
        opening.append(event.head)
    for link in [link for link in opening if link.lower_ in _words("long")][:1]:
        before = list(event.doc)[max(0, link.i - 2) : link.i]
        before = before if before and before[-1].lower_ == "on" else before[-1:]
        return next((token for token in before if token.lower_ in _words("units")), None)
    return None


def _is_when(event: Token) -> bool:
    return any(link.lower_ in _words("when") for link in children(event, "advmod", "mark"))


def _is_weighty(day: Token) -> bool:
    """ "The day it fell changed her life", "it was the day she lost": the day is spoken of, not the event."""
    return day.dep_ == "nsubj" and day.head.lower_ in _words("marking")


def _joked(event: Token) -> Token | None:
    """ "He joked that they had taken it"."""
    said = (one.head for one in (event, *event.ancestors) if one.dep_ == "ccomp")
    return next((verb for verb in said if verb.lower_ in _words("joking")), None)


def is_rumoured(event: Token) -> bool:
    """True for what stands in "there was a rumour that": nobody answers for it."""
    clauses = (one for one in (event, *event.ancestors) if one.dep_ in ("relcl", "acl", "ccomp"))
    return any(clause.head.lower_ in _words("rumours") for clause in clauses)


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "recalled", key)
