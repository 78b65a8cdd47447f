"""The reasons for the states of a map, place by place; names of private persons are withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from whoholds.control.daily import Daily
from whoholds.control.sums import Sums
from whoholds.database.map_turns import Cases, Told
from whoholds.exports.page_reasons import Reasoned
from whoholds.exports.plain import public_reason
from whoholds.picture import ResolvedClaim, Term


def public_terms(claims: Mapping[str, ResolvedClaim]) -> Callable[[Term], Term]:
    """Gives what may be published of a term; `claims` by id."""
    kept: dict[Term, Term] = {}  # by the label and the claim, with no nats

    def public(term: Term) -> Term:
        claim = claims.get(term.claim or "")
        if claim is None:
            return term
        bare = replace(term, nats=0.0)
        if bare not in kept:
            kept[bare] = replace(bare, label=public_reason(term.label, claim))
        return term if kept[bare].label == term.label else replace(term, label=kept[bare].label)

    return public


def reasons_of(told: Told, public: Callable[[Term], Term]) -> Iterator[Reasoned]:
    """The reasons of the states that are explained, as known at one moment after another; `public` gives
    what may be published of a term."""
    cases, sums = Cases(), Sums()
    daily: Daily | None = None
    heads: dict[int, tuple[tuple[Term, ...], tuple[Term, ...]]] = {}
    for basis, days in zip(told.bases, told.explained, strict=True):
        daily = Daily(cases.of(basis), daily)
        for day in daily.on(days):
            state = day.smoothed.index(max(day.smoothed))
            found = sums.of(daily, day, state)
            if id(found.head) not in heads:
                heads[id(found.head)] = (found.head, tuple(map(public, found.head)))
            head = heads[id(found.head)][1]
            explains = daily.case.chain.states[state]
            yield Reasoned(basis.place.id, day.on, basis.moment, explains, head, found.last)
