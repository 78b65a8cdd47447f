"""Frame of pictures: they show forces that are in a place, or in control of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import Slots, after, forces, patients, places
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.syntax import is_verb, surface_subject
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import is_infinitive

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def shown_presence(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a video shows fighters in X; it shows them in control of X."""
    verb = trigger.token
    by = surface_subject(verb.head if verb.dep_ == "dep" and is_verb(verb.head) else verb)
    pictures = word_set("frames", "pictures")
    shown = forces((*patients(verb), *(c for c in verb.children if c.dep_ == "ccomp")), sentence)
    if by is None or not shown or not {lemma_of(by.text), by.lower_.rstrip("s")} & pictures:
        return None
    held = places((p for n in (*shown, verb) for p in _controlled(n)), sentence)
    found = held or places(
        (p for n in (*shown, verb) for p in after(n, "in", "inside", "at", "outside")), sentence
    )
    over = verb.head if is_infinitive(verb) and verb.head.lower_ in word_set("frames", "purporting") else None
    kind = EventType.HOLD if held else trigger.type
    return Slots(kind, shown, (), found, strict=True, refusal=over, open=bool(over)) if found else None


def _controlled(token: Token) -> tuple[Token, ...]:
    """X in "in control of X", which hangs on a token."""
    within = (noun for noun in after(token, "in") if noun.lower_ in word_set("frames", "in_control"))
    return tuple(place for noun in within for place in after(noun, "of", "over"))
