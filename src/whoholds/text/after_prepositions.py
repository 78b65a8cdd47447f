"""The way up from a clause behind a preposition: "without taking", "within hours of", "doubt whether"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.beside import is_report
from whoholds.text.commitment import Edge, Effect, word_set
from whoholds.text.governing import (
    AHEAD,
    HEDGES,
    STOP,
    Step,
    Way,
    find_governor,
    governing_noun,
    governor_step,
    way_to_told,
)
from whoholds.text.open_questions import is_whether
from whoholds.text.outcomes import is_stopped
from whoholds.text.verbs import auxiliaries, is_past, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

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
    if is_far_from(preposition):
        return far_from(preposition, verb)
    distance = _distance(above, word, verb)
    if distance is not None:
        return Way(None if distance.settles else above, (distance,))
    step = governor_step(above, Edge.PREPOSITION, verb, word) or _governor_across(above, verb, word)
    step = step or governing_noun(verb, above, word)
    if step is not None and step.effect is Effect.DENY and is_report(verb):
        step = Step(Effect.POSSIBLE, step.cue, f"“{step.cue.text} {word} {verb.text}”")
    if step is not None:
        return Way(step.cue, (step,))
    if above.tag_[0] != "V":
        return _behind_noun(above, word)
    if word in ("toward", "towards"):
        return Way(above, (Step(Effect.FUTURE, preposition, "towards it"),))
    if word in ("before", "until", "till"):
        return _before(preposition, above)
    return Way(above, passes=AHEAD)


def is_far_from(preposition: Token) -> bool:
    """True for the "from" of "far from taken", "far from being lost"."""
    return preposition.lower_ == "from" and preposition.i > 0 and preposition.nbor(-1).lower_ == "far"


def far_from(preposition: Token, event: Token) -> Way:
    """ "Far from taken" is not taken; "not far from being taken" is to come."""
    far = preposition.nbor(-1)
    near = far.i > 0 and far.nbor(-1).lower_ in ("not", "n't", "n’t")
    effect = Effect.FUTURE if near else Effect.DENY
    return Way(None, (Step(effect, far, f"“far from {event.text}”", settles=not near),))


def _behind_noun(noun: Token, word: str) -> Way:
    if find_governor(noun, Edge.PREPOSITION, word) is not None:
        return Way(noun)
    told = word in ("of", "about", "on") and noun.lower_ in word_set("outcome", "told")
    return way_to_told(noun) if told else STOP


def _distance(above: Token, word: str, verb: Token) -> Step | None:
    """ "Nowhere near losing it", "came close to taking it" are no; "within hours of taking it" is to come."""
    if verb.tag_ != "VBG" and not any(aux.tag_ == "VBG" for aux in auxiliaries(verb)):
        return None
    near = above.lower_ in ("close", "near", "inches") and word in ("to", "of", "from")
    if near and above.head.lower_ in ("came", "come", "got", "were", "was"):
        return Step(Effect.DENY, above, f"“{above.text} {word} {verb.text}”")
    if word == "near" and any(child.lower_ == "nowhere" for child in above.children):
        return Step(Effect.DENY, above, f"“nowhere near {verb.text}”", settles=True)
    within = word == "of" and above.head.lower_ == "within"
    if within and above.head.head.lower_ in ("came", "come", "got"):
        return Step(Effect.DENY, above.head, f"“came within … of {verb.text}”", settles=True)
    away = word == "from" and (above.lower_ == "away" or above.lower_ in word_set("beside", "units"))
    if away or within:
        return Step(Effect.FUTURE, above, f"“{above.text} {word} {verb.text}”")
    return None


def _governor_across(noun: Token, verb: Token, word: str) -> Step | None:
    """ "Prevented the rebels from taking": the parser hangs "from" on the noun."""
    if noun.dep_ == "dobj" and noun.head.tag_[0] == "V":
        return governor_step(noun.head, Edge.PREPOSITION, verb, word)
    return None


def _before(cue: Token, main: Token) -> Way:
    """ "Fought for days before taking it" is told as done; "will stop before taking it" is not."""
    stopped = is_stopped(main) and any(child.dep_ == "nsubjpass" for child in main.children)
    if stopped or main.lower_ in word_set("outcome", "fails"):
        return Way(None, (Step(Effect.DENY, main, f"“{main.text} before” it", settles=True),))
    if is_past(main) and modal_effect(main) is None:
        return Way(main, passes=HEDGES)
    return Way(None, (Step(Effect.FUTURE, cue, f"“{cue.text}” it"),))
