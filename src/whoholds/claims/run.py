"""Places of a list that a parser breaks off: "X, capital of A province, Y, the capital of B, and Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from whoholds.claims.dated_run import listed_after
from whoholds.claims.named import Where, where_of
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.places import PlaceMention

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

WORD = re.compile(r"[\w'’-]+|,")
OF_OTHERS = frozenset(("nsubj", "nsubjpass", "poss"))


def with_run(found: Sequence[Where], sentence: Sentence) -> list[Where]:
    """The places found, with those that a list goes on to name after the last of them.

    Between two names of a list stand only a comma or "and", kinds of place and where they lie; a name after
    "capital of" or "in" is the container of the name before it.
    """
    if not found:
        return []
    last = max(where.mention.span.end for where in found)
    mentions = sentence.report.places_in(sentence.span)
    start = next((n for n, m in enumerate(mentions) if m.span.end == last), None)
    if start is None:
        return list(found)
    dated = ((one, _head_of(one, sentence)) for one in listed_after(mentions[start].span, sentence))
    added = [
        where_of(one, token, sentence)
        for one, token in dated
        if token is not None and not sentence.is_speakers(one.span)
    ]
    return [*found, *(added or _following(mentions[start:], sentence))]


def _following(mentions: Sequence[PlaceMention], sentence: Sentence) -> Iterator[Where]:
    for before, mention in pairwise(mentions):
        gap = sentence.report.text[before.span.end : mention.span.start].lower()
        words = WORD.findall(gap)
        token = _head_of(mention, sentence)
        if token is None or not set(words) <= word_set("pointing", "run") or _is_landmark(words):
            return
        if _holds_it(words):
            continue
        if not _joins(words) or _acts(token, sentence):
            return
        yield where_of(mention, token, sentence)


def _is_landmark(words: Sequence[str]) -> bool:
    """ "north of" leads to a name that only tells where the place before it lies."""
    return any(word in word_set("pointing", "landmarks") and after == "of" for word, after in pairwise(words))


def _joins(words: Sequence[str]) -> bool:
    return "," in words or "and" in words


def _holds_it(words: Sequence[str]) -> bool:
    """True when the words lead to a container: "capital of", "in the northern", ", in eastern"."""
    tail = words[len(words) - 1 - words[::-1].index("capital") :] if "capital" in words else words
    led = tail[:1] == ["capital"] and "of" in tail and not _joins(tail)
    inside = words[1:] if words[:1] == [","] else words
    return led or (inside[:1] == ["in"] and not _joins(inside))


def _head_of(mention: PlaceMention, sentence: Sentence) -> Token | None:
    found = sentence.parsed.tokens_in(mention.span)
    return found[-1] if found else None


def _acts(token: Token, sentence: Sentence) -> bool:
    """True for a name that begins another clause, or belongs to another noun: "and Herat's governor"."""
    if token.dep_ == "compound" and not is_locality(token.head.text, "settlement", "area"):
        return True
    return token.dep_ in OF_OTHERS or sentence.is_speakers(sentence.span_of(token))
