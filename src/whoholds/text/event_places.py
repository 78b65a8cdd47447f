"""Which of the names around an event are its place: the signs of each weighed, and a layer mixed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.text.event_lists import lists_of
from whoholds.text.event_signs import Question, signs_of, signs_of_none

HALF = 0.5
SURE = (
    2.0  # of the logarithm of odds, about seven to one: the rules are then right more than four times in five
)
MOST = 13.8  # of the logarithm of odds: a chance of one in a million


def odds_of(question: Question) -> list[float]:
    """For each name the logarithm of its odds, were there only it and none, by the weights of its signs."""
    weights = weights_of_signs()
    none = _sum(signs_of_none(question), weights)
    sums = (_sum(signs_of(question, n), weights) for n in range(len(question.names)))
    return [round(total - none, 6) for total in sums]  # in whatever order the signs were added


def in_doubt(rules: Sequence[float]) -> bool:
    """True where the rules are sure neither that some name is the place nor that none is."""
    return -SURE < max(rules, default=-SURE) < SURE


def mixed(rules: Sequence[float], layer: Sequence[float | None], part: float = HALF) -> list[float]:
    """The rules' odds with a part of a layer's, as logarithms; where that says nothing, the rules' alone."""
    return [
        one if other is None else (1 - part) * _bounded(one) + part * _bounded(other)
        for one, other in zip(rules, layer, strict=True)
    ]


def chosen(question: Question, odds: Sequence[float]) -> tuple[Span, ...]:
    """The name with the greatest odds, with those of its list; nothing where more speaks for none of them."""
    names = question.names
    best = max(range(len(odds)), key=odds.__getitem__, default=None)
    if best is None or odds[best] < 0:
        return ()
    lists = lists_of(question.sentence, names)
    listed = (n for n, number in enumerate(lists) if number == lists[best] and not names[n].is_party)
    return tuple(names[n].span for n in sorted({best, *listed}))


def _bounded(odds: float) -> float:
    return max(-MOST, min(MOST, odds))


def _sum(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(sign, 0.0) for sign in signs)


@cache
def weights_of_signs() -> Mapping[str, float]:
    """Sign → how much it speaks for a name, or for none, as the place of an event."""
    rows = read_ontology("event_places")["sign"]
    return {row["name"]: float(row["weight"]) for row in rows}
