"""The reasons of the states that the page shows, in a compact form: what differs from those before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from whoholds.exports.page_data import Again, ExplanationRow, day_number
from whoholds.picture import ControlState

LAST = 2  # terms that change from day to day without a new report: ageing, later reports
Terms = list[tuple[int, float, str | None]]


class Reasons:
    """Explanations by place, day and day of knowledge; each set of reasons is told once, with its labels."""

    def __init__(self, places: Mapping[str, int], last: date) -> None:
        self.rows: list[ExplanationRow] = []
        self.again: list[Again] = []
        self._places = places
        self._last = last
        self._labels: dict[str, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._newest: dict[tuple[int, int], tuple[str, Terms]] = {}

    @property
    def labels(self) -> list[str]:
        """The labels, in order of their numbers."""
        return list(self._labels)

    def add(self, state: ControlState) -> None:
        """Take in the reasons of a state; those known later come later. The same again adds nothing."""
        terms: Terms = [
            (self._labels.setdefault(term.label, len(self._labels)), round(term.nats, 3), term.claim)
            for term in state.terms
        ]
        place, on = self._places[state.place.id], day_number(state.on)
        explains, as_of = state.explains or "", self._last if state.as_of is None else state.as_of.date()
        if not terms or self._newest.get((place, on)) == (explains, terms):
            return
        self._newest[place, on] = (explains, terms)
        key = (place, explains, tuple(terms[:-LAST]), *(label for label, _, _ in terms[-LAST:]))
        if key in self._known:
            ageing, later = (nats for _, nats, _ in terms[-LAST:])
            self.again.append((self._known[key], on, day_number(as_of), ageing, later))
            return
        self._known[key] = len(self.rows)
        self.rows.append({
            "place": place, "on": on, "as_of": day_number(as_of), "explains": explains, "terms": terms,
        })  # fmt: skip
