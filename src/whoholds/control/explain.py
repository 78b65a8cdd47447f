"""The explanation of an assessment: terms that sum exactly to the log-odds of the state explained."""

from __future__ import annotations

import math
from datetime import date

from whoholds.control.case import Case
from whoholds.control.chain import Run, log_odds
from whoholds.picture import Term


def terms_of(case: Case, passes: Run, on: date, state: int) -> tuple[Term, ...]:
    """Prior, each claim's share, ageing and later reports, in nats of the log-odds of one state on a day.

    The sum is telescoping, so it is exact: log-odds before and after every step of the forward pass, and last
    the step from what was known by `on` to all that is known. A claim with two rows has one term. Where the
    chain starts anew the sum does too: what was told before is history.
    """
    odds = log_odds([case.chain.prior[name] for name in case.chain.states], state)
    terms = [Term("before any report (prior)", odds)]
    shares: dict[str | None, list[float]] = {None: []}
    for day, claim, belief in passes.path:
        if day <= on:
            if claim is None and day in passes.anew:
                odds, shares = terms[0].nats, {None: []}
            after = log_odds(belief, state)
            shares.setdefault(claim, []).append(after - odds)
            odds = after
    ageing = shares.pop(None)
    terms += _claim_terms(case, shares, on)
    terms.append(Term("time without reports (ageing)", math.fsum(ageing)))
    later = log_odds(passes.alone[on], state)
    if case.chain.neighbours:
        said = log_odds(passes.smoothed[on], state) - later
        terms.insert(1, Term("what is told of the places around (neighbours)", said))
    return (*terms, Term("later reports", later - odds))


def _claim_terms(case: Case, shares: dict[str | None, list[float]], on: date) -> list[Term]:
    """One term for each claim, in the words of its last row by that day: of a change to come, "not yet"."""
    rows = {row.claim.id: row for row in case.rows if row.day <= on}
    return [
        Term(rows[claim].evidence.reason, math.fsum(nats), claim=claim, day=rows[claim].day)
        for claim, nats in shares.items()
        if claim is not None
    ]
