"""The likelihood ratio of a claim: the starting one, what was learnt, or that of a pinned letter."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from whoholds.control.claimers import Interest, class_of, interest_of, is_own_denial
from whoholds.control.positions import (
    ATTACKS,
    CONTESTED,
    HOLDS,
    NOT,
    Position,
    is_change,
)
from whoholds.control.table import Ratio, Table
from whoholds.control.trust_table import trust_table
from whoholds.model import EventType, Factuality, Precision
from whoholds.picture import ResolvedClaim
from whoholds.trust import cell_key

SIDED = ("own_gain", "denied_loss", "outsider")


class Teller(NamedTuple):
    """The class of a claimer, what it does (`act_of`), and what it gains by it (None: no matter)."""

    kind: str
    act: str
    interest: Interest | None


def teller_of(claim: ResolvedClaim, position: Position, table: Table, government: str | None) -> Teller:
    """What of a claimer a ratio hangs on. `government` is the party whose territory it is."""
    interest = interest_of(claim, government) if table.learnt else None
    return Teller(class_of(claim, table, government), act_of(claim, position), interest)


def ratio_of(claim: ResolvedClaim, position: Position, table: Table, told: Teller) -> Ratio:
    """The ratio that counts, with the words for it, of a claim told so."""
    kind, act, interest = told
    if position.party == CONTESTED and kind in SIDED:
        ratio = table.ratios["fighting_side"]
    elif position.act in (HOLDS, NOT):
        ratio = table.starting(kind, act)
        if interest is not None:
            ratio = table.learnt.get(cell_key(kind, interest.value, act), ratio)
    else:
        ratio = table.ratios[_name(claim, position, kind)]
    return ratio if claim.grade is None else _pinned(ratio, position, claim.grade)


def cell_of(claim: ResolvedClaim, position: Position, kind: str, government: str | None) -> str:
    """Class of claimer × interest × act: what is learnt of one such claim counts for all of them."""
    return cell_key(kind, interest_of(claim, government).value, act_of(claim, position))


def act_of(claim: ResolvedClaim, position: Position) -> str:
    """What a claim of who holds a place does: "denies", "takes", "leaves", "holds"; "not" for any other.

    Who tells that somebody holds a place without a day "restates": mostly he has not looked again.
    """
    if claim.claim.type is EventType.HOLD and position.act == NOT:
        return "holds"  # "no longer holds it" weighs as that another one does
    if claim.claim.factuality is Factuality.DENIED or is_own_denial(claim):
        return "denies"
    if position.act == NOT:
        return "leaves" if is_change(claim) else "not"
    if is_change(claim):
        return "takes"
    return "holds" if claim.dated else "restates"


def _pinned(ratio: Ratio, position: Position, letter: str) -> Ratio:
    """The ratio of the letter; where the claim does not say who holds it, at most what it was."""
    value = trust_table().grades[letter]
    if position.act not in (HOLDS, NOT):
        value = min(value, ratio.value)
    return replace(ratio, value=value, label=f"{ratio.label}; its claimer is graded {letter} by an analyst")


def _name(claim: ResolvedClaim, position: Position, kind: str) -> str:
    near = claim.precision is Precision.NEAR
    if position.act == ATTACKS:
        fire = "air_strike" if claim.claim.type is EventType.AIRSTRIKE else "shelling"
        return f"{fire}_near" if near else fire
    if near:
        return "fighting_near"
    if kind.startswith("imagery"):
        return kind
    return "fighting_side" if kind in SIDED else "fighting"
