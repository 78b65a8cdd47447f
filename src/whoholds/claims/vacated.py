"""A town that is left before others enter it: "they entered it after the army withdrew"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.claims.meant import AREAS
from whoholds.claims.named import Where, where_of
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.said import children
from whoholds.text.triggers import find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ENTERED = (EventType.ENTRY, EventType.CAPTURE, EventType.HANDOVER)


def vacated(leaving: Token, sentence: Sentence) -> Iterator[Where]:
    """The only town of a sentence in which others entered or took it after a force left (`leaving`)."""
    entering, left = leaving.head, set(leaving.subtree)
    links = {child.lower_ for child in children(leaving, "mark", "advmod")}
    if leaving.dep_ != "advcl" or links.isdisjoint(word_set("frames", "vacated")):
        return
    if not any(one.token == entering and one.type in ENTERED for one in find_triggers(sentence.parsed)):
        return
    heading = word_set("pointing", "goals", "heading")
    kept = (t for t in sentence.parsed.tokens if t not in left and t.head.lower_ not in heading)
    named = ((token, sentence.place_at(token)) for token in kept)
    towns = {
        mention.place.id: (token, mention)
        for token, mention in named
        if mention is not None and mention.place.kind not in AREAS
    }
    if len(towns) == 1:
        token, mention = next(iter(towns.values()))
        if token in entering.subtree:
            yield where_of(mention, token, sentence)
