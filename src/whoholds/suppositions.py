"""Words for what is supposed and what would follow, for rules not fulfilled, for who is not heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from whoholds.control.finding import BOASTED, DISPUTED, ENTERED, GUESSED, TOLD, VACANT
from whoholds.control.grammar import verb
from whoholds.control.hypothetical import ADMISSION, FIGHTING, PICTURES, SILENCE, Hypothesis, WouldChange
from whoholds.control.lacking import NAMED, PROBABILITY, Lack
from whoholds.control.positions import CONTESTED
from whoholds.wording import day_words, state_words

WOULD_CHANGE = "What would change this (supposed, and asked of the same method; nobody reported it):"


def would_words(one: WouldChange) -> str:
    """ "if 2 further independent reports told that Taliban holds it: held by Taliban (0.91)"."""
    since = "" if one.since is None else f", from {day_words(one.since)} on"
    return f"if {hypothesis_words(one.hypothesis)}: {state_words(one.state)}{since}"


def hypothesis_words(one: Hypothesis) -> str:
    """What is supposed: "Afghan government admitted that Taliban took it"."""
    party = one.party or ""
    does = f"{party} {'took' if one.taken else verb(party, 'holds', 'hold')} it"
    if one.kind == SILENCE:
        return "nothing more were told " + ("for 1 day" if one.count == 1 else f"for {one.count} days")
    if one.kind == ADMISSION:
        return f"{one.against} admitted that {party} took it"
    if one.kind == PICTURES:
        return f"verified pictures showed that {does}"
    said = "there is fighting inside it" if one.kind == FIGHTING else does
    many = "1 further independent report" if one.count == 1 else f"{one.count} further independent reports"
    return f"{many} told that {said}"


def lack_words(one: Lack) -> str:
    """Which rule is not fulfilled: "its probability is 0.72, and 0.80 is needed"."""
    if one.rule == PROBABILITY:
        said = "that it is contested" if one.party == CONTESTED else f"of {one.party}"
        return f"the probability {said} is {_below(one.have, one.need)}, and {one.need:.2f} is needed"
    holds = f"{one.party} {verb(one.party, 'holds', 'hold')} it"
    doubts = {
        NAMED: f"nobody says that {holds}",
        TOLD: f"no more is told for {one.party} than against it",
        ENTERED: f"others are told to be inside, and since then only its own side says that {holds}",
        DISPUTED: f"nobody stands by it, without an interest, that {holds}, and others tell otherwise",
        VACANT: f"others have left, and {one.party} is told to have come on a later day",
        GUESSED: f"others have left, and nothing that is told of those months puts {one.party} there",
        BOASTED: f"only its own side says that {one.party} took it",
    }
    if one.rule in doubts:
        return doubts[one.rule]
    firm = {0: "none of its origins stands", 1: "1 independent origin stands"}
    stands = firm.get(int(one.have), f"{one.have:.0f} independent origins stand")
    needed = f"{one.need:.0f} are needed, or an admission by the loser, or verified pictures"
    return f"{stands} by it without an interest or a doubt, and {needed}"


def would_dict(one: WouldChange) -> dict[str, Any]:
    """What is supposed and what would follow, in plain values; marked as hypothetical."""
    then = one.state
    return {
        "words": would_words(one),
        "hypothetical": True,
        "if": hypothesis_words(one.hypothesis),
        **asdict(one.hypothesis),
        "since": one.since.isoformat() if one.since else None,
        "status": then.status,
        "holder": then.holder,
        "probability": round(then.probability, 4),
        "unknown_reason": then.unknown_reason,
    }


def rule_lines(lacks: Sequence[Lack], would: Sequence[WouldChange]) -> Iterator[str]:
    """Why it is not held, and what would change the answer, as lines of plain text."""
    for one in lacks:
        yield f"Why not {one.word}: {lack_words(one)}"
    if would:
        yield WOULD_CHANGE
        yield from (f"   {would_words(one)}" for one in would)


def _below(have: float, need: float) -> str:
    """A share in two digits, in as many as tell it from one above it."""
    return next(
        f"{have:.{digits}f}" for digits in (2, 3, 4, 9) if digits == 9 or float(f"{have:.{digits}f}") < need
    )


def unheard_words(party: str) -> str:
    """ "no word of Afghan government on it was read in these reports"."""
    return f"no word of {party} on it was read in these reports"
