"""What a report tells of the time before a change that it tells of: what ended when it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from whoholds.carried import is_carried_over
from whoholds.control.evidence import day_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, is_change, position_of
from whoholds.control.told_in_order import overtaken
from whoholds.lexicon import word_set
from whoholds.model import EventType, Factuality
from whoholds.picture import ResolvedClaim

LED = 2  # words between "had" and what had been: "had long held"


def ended_before(claims: Iterable[ResolvedClaim]) -> Mapping[str, date]:
    """The last day of each state that ended with a change told in the same report, by claim id.

    "It has taken Kidal from rebels who had held it for a decade": the hold lasted until the day before. Only
    what a report tells in its own voice, of a stretch or of no stated day, is taken so: who says that a place
    is held now contradicts the change; but not who tells both in one sentence. So too for a change that the
    words of its report put before another.
    """
    told = tuple(claims)
    states: list[ResolvedClaim] = []
    changes: dict[tuple[str, str], list[ResolvedClaim]] = defaultdict(list)
    for claim in _beside_changes(told):
        if claim.place is None or not claim.counts or is_carried_over(claim) or position_of(claim) is None:
            continue
        if is_change(claim):
            if claim.claim.factuality is not Factuality.DENIED:
                changes[claim.claim.report, claim.place.id].append(claim)
        else:
            states.append(claim)
            if _is_of_now(claim):
                changes[claim.claim.report, claim.place.id].append(claim)
    found = dict(overtaken(told))
    for state in states:
        assert state.place is not None  # those without a place were left out above
        days = [_first(change) for change in changes[state.claim.report, state.place.id]
                if _ends(state, change)]  # fmt: skip
        if days:
            found[state.id] = min(days) - timedelta(days=1)
    return found


def is_over(claim: ResolvedClaim) -> bool:
    """True for a hold of which the words say that it ended, and not who holds since.

    "They held it until Friday"; "it was in their hands for eight months", where the stretch is only reckoned
    to end with the day of publication.
    """
    time = claim.claim.time
    if claim.claim.type is not EventType.HOLD or time is None or claim.days.end is None:
        return False
    led = claim.quote[: max(0, time.span.start - claim.claim.quote.start)].lower().split()[-1:]
    if set(led) & word_set("timing", "until_day"):
        return True
    stretch = claim.days.start is not None and claim.days.start < claim.days.end
    to_now = claim.days.end == claim.published and not claim.claim.ongoing
    return stretch and to_now and not set(led) & word_set("timing", "lasting")


def _beside_changes(claims: Iterable[ResolvedClaim]) -> Iterable[ResolvedClaim]:
    """The claims of the reports that tell of a change, or of who holds a place now, and of more beside it."""
    told: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.claim.report].append(claim)
    several = [together for together in told.values() if len(together) > 1]
    turning = [[is_change(one) or _is_of_now(one) for one in together] for together in several]
    return [one for together, turns in zip(several, turning, strict=True) if any(turns) for one in together]


def _ends(state: ResolvedClaim, change: ResolvedClaim) -> bool:
    """True when the change makes an end of the state: they exclude each other, and the state began before.

    Fighting is ended by a change only where it is told since when there was fighting.
    """
    said, turned = position_of(state), position_of(change)
    background = _is_background(state) and is_change(change)
    if said is None or turned is None or not (background or _in_one_breath(state, change)):
        return False
    fought = said.act == CONTESTED and turned.act in (HOLDS, NOT) and state.days.start is not None
    begun = state.days.start is None or state.days.start < _first(change) or _was_before(state)
    return (fought or said.excludes(turned)) and begun and _first(change) <= day_of(state)


def _is_of_now(claim: ResolvedClaim) -> bool:
    """True for a hold of one day that is told: "held by the rebels since 2016, it is now in army hands"."""
    days, held = claim.days, claim.claim.type is EventType.HOLD
    one_day = claim.dated and days.start is not None and days.start == days.end
    return held and one_day and claim.claim.factuality is not Factuality.DENIED


def _is_background(claim: ResolvedClaim) -> bool:
    """True for what a report tells in its own voice, of a stretch or of no stated day."""
    own = claim.claimer is None and claim.side is None and not claim.claim.ongoing
    return own and (claim.days.start is None or claim.days.start < day_of(claim))


def _in_one_breath(state: ResolvedClaim, change: ResolvedClaim) -> bool:
    """True for "it had taken Kidal from rebels who had held it": the same sentence by the same claimer.

    Not of what is said to go on, unless since a day before: "the largest town they had held".
    """
    past = state.days.start is not None or not state.claim.ongoing or _is_attribute(state)
    return past and state.quote == change.quote and state.claimer == change.claimer


def _was_before(state: ResolvedClaim) -> bool:
    return _had_been(state) or _is_attribute(state)


def _is_attribute(state: ResolvedClaim) -> bool:
    """True for "captured the rebel-held town": so it was before."""
    return state.claim.type is EventType.HOLD and "-" in (state.trigger or "")


def _had_been(state: ResolvedClaim) -> bool:
    """True for "they had held it", of no day: that was before what is told beside it."""
    trigger, begins = state.claim.trigger, state.claim.quote.start
    if state.dated or trigger is None:
        return False
    led = state.quote[: max(0, trigger.start - begins)].lower().split()[-LED:]
    return "had" in led


def _first(change: ResolvedClaim) -> date:
    last = day_of(change)
    return min(change.days.start or last, last)
