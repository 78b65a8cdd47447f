"""What speaks for a claim and an event being one happening: named features with their weights.

The docstring of a feature is the reason that is shown to people.
"""

from __future__ import annotations

from collections.abc import Callable

from whoholds.events.corrections import says_so
from whoholds.events.figures import event_figures
from whoholds.events.telling import Draft, Telling

THRESHOLD = 2.0  # what the features of a claim and an event must add up to


def same_place(told: Telling, event: Draft) -> float:
    """Both are at one place; less where the one lies inside the other."""
    return 1.0 if any(told.place == member.place for member in event.tellings) else 0.5


def same_days(told: Telling, event: Draft) -> float:
    """The days that both allow; one known day in common says more than two weeks that overlap."""
    common = (min(told.last, event.last) - max(told.first, event.first)).days + 1
    longer = max((told.last - told.first).days, (event.last - event.first).days) + 1
    return 1.0 if common == longer else 0.5 + 0.5 * common / longer


def same_type(told: Telling, event: Draft) -> float:
    """The claims are of one type, not only of one group of types."""
    return 1.0 if any(told.claim.claim.type is member.claim.claim.type for member in event.tellings) else 0.0


def same_parties(told: Telling, event: Draft) -> float:
    """Both name the same party, which many events in one place on one day do not."""
    mine, theirs = told.parties.named(), event.parties.named()
    return 1.0 if mine & theirs else 0.0


def same_words(told: Telling, event: Draft) -> float:
    """The sentences share words, beside the names of place and parties."""
    shorter = min(len(told.words), len(event.words))
    return len(told.words & event.words) / shorter if shorter else 0.0


def other_figures(told: Telling, event: Draft) -> float:
    """Both count the same people, the counts cannot both be right, and none of them is a correction."""
    if not told.claim.claim.figures or says_so(told.claim.quote):
        return 0.0
    if any(member.claim.claim.figures and says_so(member.claim.quote) for member in event.tellings):
        return 0.0
    mine = event_figures([told.claim])
    theirs = event_figures([member.claim for member in event.tellings])
    pairs = [
        (one.estimate, other.estimate)
        for one in mine
        for other in theirs
        if (one.kind, one.who) == (other.kind, other.who)
    ]
    apart = [one for one, other in pairs if _apart(one.low, other.high) or _apart(other.low, one.high)]
    return 1.0 if apart else 0.0


Feature = Callable[[Telling, Draft], float]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_place, 1.0),
    (same_days, 1.0),
    (same_type, 0.4),
    (same_parties, 0.4),
    (same_words, 1.0),
    (other_figures, -0.6),
)


HAPPENS_ONCE = 0.8  # added for groups of which a place has hardly two at a time: a change of hands, a holding
ONCE = frozenset({"taking", "holding", "ceasefire"})


def explain_fusing(told: Telling, event: Draft) -> tuple[tuple[str, float, str], ...]:
    """Each feature's name, its share of the score, and the reason for it in words."""
    return tuple(
        (feature.__name__, weight * feature(told, event), feature.__doc__ or "")
        for feature, weight in FEATURES
    )


def score(told: Telling, draft: Draft) -> float:
    """What all features add up to."""
    once = HAPPENS_ONCE if draft.group in ONCE else 0.0
    return once + sum(weight * feature(told, draft) for feature, weight in FEATURES)


def _apart(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high
