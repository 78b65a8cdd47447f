"""The explanation of an assessment: terms that sum exactly to the log-odds of the state explained."""

from __future__ import annotations

import math
from datetime import date

from whoholds.control.case import Case
from whoholds.control.chain import OTHER, Run, log_odds
from whoholds.control.evidence import is_baseline
from whoholds.control.positions import CONTESTED
from whoholds.picture import Term

PRIOR = "before any report (prior)"
AGEING = "all the time between reports and since the last (ageing)"
LATER = "later reports"


def terms_of(case: Case, passes: Run, on: date, state: int) -> tuple[Term, ...]:
    """Prior, each claim's share, ageing and later reports, in nats of the log-odds of one state on a day.

    The sum is telescoping, so it is exact: log-odds before and after every step of the forward pass, and last
    the step from what was known by `on` to all that is known. A claim with two rows has one term. Where the
    chain starts anew the sum does too: what was told before is history.
    """
    odds = log_odds([case.chain.prior[name] for name in case.chain.states], state)
    terms = [Term(PRIOR, odds)]
    shares: dict[str | None, list[float]] = {None: []}
    for day, claim, belief in passes.path:
        if day <= on:
            if claim is None and day in passes.anew:
                odds, shares = terms[0].nats, {None: []}
            after = log_odds(belief, state)
            shares.setdefault(claim, []).append(after - odds)
            odds = after
    ageing = shares.pop(None)
    claims = _claim_terms(case, shares, on)
    told = math.fsum(term.nats for term in claims)
    terms = [Term(prior_words(case, state, told, whose(case, state)), terms[0].nats), *claims]
    terms.append(Term(AGEING, math.fsum(ageing)))
    later = log_odds(passes.alone[on], state)
    if case.chain.neighbours:
        said = log_odds(passes.smoothed[on], state) - later
        terms.insert(1, Term("what is told of the places around (neighbours)", said))
    return (*terms, Term(LATER, later - odds))


def _claim_terms(case: Case, shares: dict[str | None, list[float]], on: date) -> list[Term]:
    """One term for each claim, in the words of its last row by that day: of a change to come, "not yet"."""
    rows = {row.claim.id: row for row in case.rows if row.day <= on}
    return [
        Term(rows[claim].evidence.reason, math.fsum(nats), claim=claim, day=rows[claim].day)
        for claim, nats in shares.items()
        if claim is not None
    ]


def whose(case: Case, state: int) -> str | None:
    """Why the prior favours the state explained; None where it does not."""
    name = case.chain.states[state]
    if name in (OTHER, CONTESTED) or case.chain.prior[name] <= 1.0 / len(case.chain.states):
        return None
    stated = any(is_baseline(claim) and claim.actor == name for claim in case.claims.values())
    return "the holder by the baseline" if stated else "whose territory it is"


def prior_words(case: Case, state: int, told: float, favoured: str | None) -> str:
    """What the prior is, where it favours the state explained, and whether it outweighs all claims.

    What counts is how far it stands above even odds; `told` is the sum of the claims' terms. Both in nats.
    `favoured` as `whose` gives it.
    """
    if favoured is None:
        return PRIOR
    chance, parts = case.chain.prior[case.chain.states[state]], len(case.chain.states)
    words = f"{PRIOR}: {chance:.2f} for {favoured}"
    lift = math.log(chance / (1.0 - chance)) + math.log(parts - 1)
    return f"{words}; it counts for more than all that is told" if told < lift else words
