"""How far the claimer commits to an event, read from the structure of its sentence.

From the event word up to the root, every governing word, modal, negation and hedge has its effect on the
value; the values are those of FactBank (Saurí and Pustejovsky 2009), the composition follows their profiler.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.model import Factuality, Span
from whoholds.text.ascent import effects_on
from whoholds.text.commitment import Effect
from whoholds.text.governing import Step
from whoholds.text.open_questions import is_questioned
from whoholds.text.said import Said, token_span
from whoholds.text.unverified import doubts_in
from whoholds.text.verbs import auxiliaries, is_negated

if TYPE_CHECKING:
    from whoholds.text.parse import Parsed
    from whoholds.text.tokens import Token

_C, _PR, _PS, _D, _F = (
    Factuality.CERTAIN,
    Factuality.PROBABLE,
    Factuality.POSSIBLE,
    Factuality.DENIED,
    Factuality.FUTURE,
)
_WILL = frozenset({"will", "wo", "'ll", "shall"})
_AFTER: dict[Effect, dict[Factuality, Factuality]] = {
    Effect.DENY: {_C: _D, _PR: _D, _PS: _D, _D: _C},
    Effect.FUTURE: dict.fromkeys((_C, _PR, _PS, _D), _F),
    Effect.PROBABLE: {_C: _PR},
    Effect.POSSIBLE: {_C: _PS, _PR: _PS, _D: _PS},
}


@dataclass(frozen=True, slots=True)
class FactualityReading:
    """The value, whether the sentence says that it is not verified, the words that tell so, and why."""

    value: Factuality = Factuality.CERTAIN
    unverified: bool = False
    cues: tuple[Span, ...] = ()
    reason: str = "said as a fact"
    ruled_out: bool = False  # "will not fall": neither past nor planned


def read_factuality(token: Token, sentence: Parsed, said: Said | None = None) -> FactualityReading:
    """How far the claimer commits to the event that `token` names.

    `said` is the attribution that covers it (its denial counts where the cue stands in another sentence).
    """
    offset = sentence.span.start
    steps = [step for step in effects_on(token) if step.effect is not Effect.FACT]
    value = _composed(steps)
    if said is not None and said.denies and not said.cue.within(sentence.span):
        value = _AFTER[Effect.DENY].get(value, value)
    if value is _C and is_questioned(token):
        value = _PS
    doubts = tuple(doubt for doubt in doubts_in(sentence) if doubt.reaches(token))
    cues = tuple(token_span(step.cue, offset) for step in steps)
    if doubts:
        value = _F if value is _F and not any(doubt.conditional for doubt in doubts) else _PS
        return FactualityReading(
            value, True, (*cues, *(doubt.cue for doubt in doubts)), "not verified, it says"
        )
    reason = "; ".join(step.reason for step in steps) or "said as a fact"
    return FactualityReading(value, False, cues, reason, value is _F and _is_ruled_out(token))


def at_most_possible(value: Factuality) -> Factuality:
    """The value, or possible where it was certain or probable."""
    return _PS if value in (_C, _PR) else value


def _is_ruled_out(event: Token) -> bool:
    """ "Will not fall", "will never surrender it"; not "will not only fall"."""
    will = any(aux.lower_ in _WILL for aux in auxiliaries(event))
    return will and event.tag_[0] == "V" and is_negated(event)


def _composed(steps: list[Step]) -> Factuality:
    value = _C
    for step in steps:
        value = _D if step.settles else _AFTER[step.effect].get(value, value)
    return value
