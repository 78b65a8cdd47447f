"""The reasons of the states that the page shows, in a compact form: what differs from those before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from whoholds.control.table import control_table
from whoholds.exports.page_data import Again, ExplanationRow, LimitsRow, day_number
from whoholds.picture import ControlState, Term

LAST = 2  # terms that change from day to day without a new report: ageing, later reports
Row = tuple[int, float, str | None]
Terms = list[Row]


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why a state of a place (its id) on a day, as known at the end of a day, is as likely as it is.

    `head` are the terms of prior and claims, which days with the same reasons share; `last` the others.
    """

    place: str
    on: date
    as_of: date
    explains: str
    head: tuple[Term, ...]
    last: tuple[Term, ...]


class Explained(NamedTuple):
    """The reasons of the states of one place in the page's form: labels, explanations, and those told again
    with other days."""

    labels: list[str]
    rows: list[ExplanationRow]
    again: list[Again]


def reasoned(state: ControlState, last: date) -> Reasoned:
    """The reasons of a state; `last` is the day of knowledge of one that is of no moment."""
    as_of = last if state.as_of is None else state.as_of.date()
    head, tail = state.terms[:-LAST], state.terms[-LAST:]
    return Reasoned(state.place.id, state.on, as_of, state.explains or "", head, tail)


def limits() -> LimitsRow:
    """The rules by which a probability becomes a word, for the page to say which one is not fulfilled."""
    table = control_table()
    return {
        "held": table.status.held,
        "leaning": table.status.leaning,
        "origins": table.status.origins,
        "moving": table.time.horizon_moving,
        "quiet": table.time.horizon_quiet,
    }


class Reasons:
    """Explanations by place, day and day of knowledge; each set of reasons is told once, with its labels."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self.rows: list[ExplanationRow] = []
        self.again: list[Again] = []
        self._places = places
        self._labels: dict[str, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._newest: dict[tuple[int, int], tuple[str, tuple[Row, ...], Terms]] = {}
        self._heads: dict[
            int, tuple[tuple[Term, ...], tuple[Row, ...]]
        ] = {}  # heads are kept, with their ids

    @property
    def labels(self) -> list[str]:
        """The labels, in order of their numbers."""
        return list(self._labels)

    def add(self, told: Reasoned) -> None:
        """Take in the reasons of a state; those known later come later. The same again adds nothing."""
        if not told.last:
            return
        head, last = self._head(told.head), [self._row(term) for term in told.last]
        place, on = self._places[told.place], day_number(told.on)
        if self._newest.get((place, on)) == (told.explains, head, last):
            return
        self._newest[place, on] = (told.explains, head, last)
        key = (place, told.explains, head, *(label for label, _, _ in last))
        if key in self._known:
            ageing, later = (nats for _, nats, _ in last)
            self.again.append((self._known[key], on, day_number(told.as_of), ageing, later))
            return
        self._known[key] = len(self.rows)
        self.rows.append({
            "place": place, "on": on, "as_of": day_number(told.as_of), "explains": told.explains,
            "terms": [*head, *last],
        })  # fmt: skip

    def _head(self, terms: tuple[Term, ...]) -> tuple[Row, ...]:
        if id(terms) not in self._heads:
            self._heads[id(terms)] = (terms, tuple(self._row(term) for term in terms))
        return self._heads[id(terms)][1]

    def _row(self, term: Term) -> Row:
        number = self._labels.setdefault(term.label, len(self._labels))
        return (number, round(term.nats, 3), term.claim)


def explained(place: str, number: int, told: Iterable[Reasoned]) -> Explained:
    """The reasons of the states of a place, by its id and its number on the page."""
    reasons = Reasons({place: number})
    for one in told:
        reasons.add(one)
    return Explained(reasons.labels, reasons.rows, reasons.again)
