"""The way up from an event word to the root of its sentence, with every effect that is met on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.text.beside import beside, hearsay_label
from whoholds.text.clause_steps import clause_way
from whoholds.text.commitment import Effect
from whoholds.text.faked import fake_account
from whoholds.text.governing import ALL, STOP, Step, Way
from whoholds.text.open_questions import is_order
from whoholds.text.outcomes import never_came, undone
from whoholds.text.phrase_steps import phrase_way
from whoholds.text.said import children
from whoholds.text.told_clauses import is_unreal, told_subject
from whoholds.text.verbs import has_no, is_infinitive

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_STEPS = 14  # longer ways up are broken parses
_NOUN_LIKE = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "compound", "attr", "amod", "dative", "acomp"})


def effects_on(event: Token) -> Iterator[Step]:
    """The effects on an event word, from the nearest word outwards."""
    if (cue := never_came(event)) is not None:
        yield Step(Effect.DENY, cue, f"“{cue.text}”", settles=True)
        return
    if (cue := fake_account(event)) is not None:
        yield Step(Effect.DENY, cue, f"told by what is “{cue.text}”", settles=True)
        return
    if (none := _of_none(event)) is not None:
        yield Step(Effect.DENY, none, f"“{event.text} {none.left_edge.text} …”")
    yield from _way_up(event)
    if (cue := hearsay_label(event)) is not None:
        yield Step(Effect.PROBABLE, cue, "told as “reports”")


def _of_none(event: Token) -> Token | None:
    """ "Is besieging neither town", "took no villages": the object that says that it was done to none."""
    objects = children(event, "dobj") if event.tag_[0] == "V" else ()
    return next((noun for noun in objects if has_no(noun) and noun.tag_ in ("NN", "NNS")), None)


def _way_up(event: Token) -> Iterator[Step]:
    word, passes, skip = event, ALL, False
    below: Token | None = None
    for _ in range(_STEPS):
        cue = undone(word) if word != event else None
        if cue is not None and cue != event:  # of "tried to enter but were repelled", the repelling happened
            yield Step(Effect.DENY, cue, f"“{word.text}”: “{cue.text}”", settles=True)
            return
        if not skip:
            for effect, cue, reason in beside(word, below):
                if effect in passes:
                    yield Step(effect, cue, reason)
        way = _upwards(word, below)
        for step in way.steps:
            if step.effect in passes:
                yield step
        if way.next is None:
            return
        below = word
        word, passes, skip = way.next, passes & way.passes, way.skip_beside


def _upwards(word: Token, below: Token | None) -> Way:
    if word.head == word:
        return _root(word, below)
    if is_unreal(word):
        told = below is not None and below.dep_ in ("prep", "ccomp", "relcl", "acl", "advcl")
        return STOP if told else Way(None, (Step(Effect.DENY, word, "a condition that was not met"),))
    if word.tag_[0] in "VM" and word.dep_ not in _NOUN_LIKE:
        return clause_way(word)
    if any(child.lower_ == "whether" for child in children(word, "mark")):
        return Way(None, (Step(Effect.POSSIBLE, word, "an open question"),))
    return phrase_way(word)


def _root(word: Token, below: Token | None) -> Way:
    """A headline's infinitive ("Army to retake X") and an order ("Leave the town") are future."""
    if (noun := told_subject(word)) is not None and undone(noun) is not None:
        return Way(noun)
    if word.tag_[0] == "V" and word.doc[0].lower_ == "what" and any(c.lower_ == "if" for c in word.children):
        return Way(None, (Step(Effect.FUTURE, word, "“what if”"),))
    if any(child.lower_ == "whether" and child.dep_ == "mark" for child in word.children):
        return Way(None, (Step(Effect.POSSIBLE, word, "an open question"),))
    if word.tag_[0] == "V" and is_infinitive(word):
        return Way(None, (Step(Effect.FUTURE, word, "an infinitive as headline"),))
    if is_order(word) and (below is None or below.dep_ in ("xcomp", "dobj", "conj")):
        return Way(None, (Step(Effect.FUTURE, word, "an order"),))
    return STOP
