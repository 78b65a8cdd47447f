"""The way up from a clause behind a preposition: "without taking", "within hours of", "doubt whether"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import Edge, Effect, word_set
from whoholds.text.governing import AHEAD, HEDGES, STOP, Step, Way, find_governor, governor_step, way_to_told
from whoholds.text.open_questions import is_whether
from whoholds.text.verbs import is_past, modal_effect

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = frozenset({"without", "instead", "than"})


def after_preposition(verb: Token) -> Way:
    """Where the way up from a verb behind a preposition leads, and what the step does."""
    preposition = verb.head
    above = preposition.head
    word = preposition.lower_
    if is_whether(verb):
        return Way(None, (Step(Effect.POSSIBLE, above, "an open question"),))
    if word in _UNDONE or any(child.lower_ == "instead" for child in preposition.children):
        return Way(None, (Step(Effect.DENY, preposition, f"“{preposition.text} {verb.text}”"),))
    distance = _distance(above, word, verb)
    if distance is not None:
        return Way(above, (distance,))
    step = governor_step(above, Edge.PREPOSITION, verb, word) or _governor_across(above, verb, word)
    if step is not None:
        return Way(step.cue, (step,))
    if above.tag_[0] != "V":
        return _behind_noun(above, word)
    if word in ("toward", "towards"):
        return Way(above, (Step(Effect.FUTURE, preposition, "towards it"),))
    if word in ("before", "until", "till"):
        return _before(preposition, above)
    return Way(above, passes=AHEAD)


def _behind_noun(noun: Token, word: str) -> Way:
    if find_governor(noun, Edge.PREPOSITION, word) is not None:
        return Way(noun)
    told = word in ("of", "about") and noun.lower_ in word_set("outcome", "told")
    return way_to_told(noun) if told else STOP


def _distance(above: Token, word: str, verb: Token) -> Step | None:
    """ "Far from losing it" and "came close to taking it" are no; "within hours of taking it" is to come."""
    if verb.tag_ != "VBG":
        return None
    near = above.lower_ in ("close", "near", "inches") and word in ("to", "of", "from")
    if near and above.head.lower_ in ("came", "come", "got", "were", "was"):
        return Step(Effect.DENY, above, f"“{above.text} {word} {verb.text}”")
    if word == "from" and above.lower_ == "far":
        return Step(Effect.DENY, above, f"“far from {verb.text}”")
    away = word == "from" and above.lower_ == "away"
    if away or (word == "of" and above.head.lower_ == "within"):
        return Step(Effect.FUTURE, above, f"“{above.text} {word} {verb.text}”")
    return None


def _governor_across(noun: Token, verb: Token, word: str) -> Step | None:
    """ "Prevented the rebels from taking": the parser hangs "from" on the noun."""
    if noun.dep_ == "dobj" and noun.head.tag_[0] == "V":
        return governor_step(noun.head, Edge.PREPOSITION, verb, word)
    return None


def _before(cue: Token, main: Token) -> Way:
    """ "Fought for days before taking it" is told as done; "will stop before taking it" is not."""
    if is_past(main) and modal_effect(main) is None:
        return Way(main, passes=HEDGES)
    return Way(None, (Step(Effect.FUTURE, cue, f"“{cue.text}” it"),))
