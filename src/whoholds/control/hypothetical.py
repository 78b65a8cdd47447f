"""What would change an answer: the method asked again, with evidence that nobody gave.

Nothing of this enters a record: each claim made here lives for one question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from whoholds.control.assess import Question, assess_control, state_of
from whoholds.control.case import Setting, prepare
from whoholds.control.chain import OTHER, run
from whoholds.control.finding import Finder, horizon_of
from whoholds.control.positions import CONTESTED
from whoholds.model import Claim, Days, EventType, Precision, Span, end_of_day
from whoholds.picture import ControlState, ResolvedClaim

MOST = 5  # answers shown
TRIED = 3  # reports of one kind that are tried at most
REPORT, ADMISSION, PICTURES, FIGHTING, SILENCE = "report", "admission", "pictures", "fighting", "no news"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Evidence that is not there: `count` pieces of a kind that say that `party` holds the place.

    `taken`: they tell that it took the place. `against`: who admits to have lost it. Without news, `count` is
    the number of days.
    """

    kind: str
    party: str | None = None
    taken: bool = False
    against: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class WouldChange:
    """A hypothesis, and the answer that the method would give; `since`: from which day on, without news."""

    hypothesis: Hypothesis
    state: ControlState
    since: date | None = None


Ask = Callable[[Sequence[ResolvedClaim]], ControlState]


def would_change(
    state: ControlState, claims: Sequence[ResolvedClaim], setting: Setting | None = None
) -> tuple[WouldChange, ...]:
    """The smallest plain additions of evidence on the day in question that change the status or holder.

    Each by itself, worked out by the method; at most `MOST`. An addition that changes nothing is not listed.
    The last is what comes of the answer when nothing more is told. `state` must be of these claims.
    """
    question = Question(state.on, state.as_of, state.recorded, state.method)
    ask = partial(_asked, state, claims, setting)
    found = [one for tried in _hypotheses(state, setting) if (one := _first(state, tried, ask))]
    faded = _without_news(state, claims, question, setting)
    shown = found[: MOST - min(1, len(faded))]
    return (*shown, *sorted(faded[: MOST - len(shown)], key=lambda one: one.since or date.max))


def _asked(
    state: ControlState,
    claims: Sequence[ResolvedClaim],
    setting: Setting | None,
    added: Sequence[ResolvedClaim],
) -> ControlState:
    question = Question(state.on, state.as_of, state.recorded, state.method)
    return assess_control(state.place, (*claims, *added), question, setting)


def _first(state: ControlState, tried: Sequence[Hypothesis], ask: Ask) -> WouldChange | None:
    """The smallest of several hypotheses under which the answer is another one."""
    for one in tried:
        then = ask([_claim(state, one, number) for number in range(one.count)])
        if _is_other(state, then):
            return WouldChange(one, then)
    return None


def _is_other(one: ControlState, other: ControlState) -> bool:
    return (one.status, one.holder) != (other.status, other.holder)


def _hypotheses(state: ControlState, setting: Setting | None) -> Iterator[tuple[Hypothesis, ...]]:
    """What is tried, in the order in which it is told, of the likeliest party and its rival.

    Who admits a loss is who had the place: the holder, else the party whose territory it is; where it lies
    between several who came, it is none of them.
    """
    first, rival = _parties(state, setting)
    sure = state.status == "held"
    if state.explains == CONTESTED and state.status == "unknown":
        yield _reports(Hypothesis(FIGHTING))
    if first is not None and not sure:
        yield _reports(Hypothesis(REPORT, first))
    if first is not None and rival is not None:
        loser = rival if not sure and first != (setting and setting.government) else first
        loser = next(iter(state.left), loser) if state.between else loser
        yield (Hypothesis(ADMISSION, rival if loser == first else first, against=loser),)
        yield _reports(Hypothesis(REPORT, rival, taken=True))
    shown = rival if sure else first
    if shown is not None:
        yield (Hypothesis(PICTURES, shown),)
    if state.status in ("held", "leaning"):
        yield _reports(Hypothesis(FIGHTING))


def _reports(one: Hypothesis) -> tuple[Hypothesis, ...]:
    return tuple(
        Hypothesis(one.kind, one.party, one.taken, one.against, count) for count in range(1, TRIED + 1)
    )


def _parties(state: ControlState, setting: Setting | None) -> tuple[str | None, str | None]:
    """The likeliest party, and the next one; else who presses there, else whose territory it is."""
    named = {party: chance for party, chance in state.holders.items() if party != OTHER}
    ordered = sorted(named, key=lambda party: (-named[party], party))
    beside = [*state.pressed_by, *((setting.government,) if setting and setting.government else ())]
    known = list(dict.fromkeys([*ordered, *beside]))
    return (known[0] if known else None), (known[1] if len(known) > 1 else None)


def _claim(state: ControlState, one: Hypothesis, number: int) -> ResolvedClaim:
    """A claim as the method takes it: neutral and by nobody heard before, but for an admission."""
    kind = EventType.CLASH if one.kind == FIGHTING else EventType.CAPTURE if _changes(one) else EventType.HOLD
    name, day = f"hypothetical {one.kind} {number}", _day(state)
    start = None if kind is EventType.CAPTURE else day
    claimer = {ADMISSION: "its spokesman", PICTURES: "verified pictures"}.get(one.kind)
    return ResolvedClaim(
        id=name, claim=Claim(name, kind, Span(0, len(name))), extractor="hypothetical", outlet=name,
        published=day, known_from=_moment(state), quote=name, trigger=None, actor=one.party,
        recipient=one.against, place=state.place, place_name=state.place.name, container=None,
        precision=_precision(state), days=Days(start, day),
        dated=True, claimer=claimer, relayed_by=None, side=one.against if one.kind == ADMISSION else None,
    )  # fmt: skip


def _changes(one: Hypothesis) -> bool:
    return one.taken or one.kind == ADMISSION


def _precision(state: ControlState) -> Precision:
    """The whole of the place, be it a town or an area."""
    kind = state.place.kind
    return Precision(kind) if kind in ("district", "province", "country") else Precision.EXACT


def _day(state: ControlState) -> date:
    return min(state.on, _moment(state).date())


def _moment(state: ControlState) -> datetime:
    """When the hypothetical report is known: with all else that is."""
    end = end_of_day(state.on)
    return end if state.as_of is None else min(state.as_of, end)


def _without_news(
    state: ControlState, claims: Sequence[ResolvedClaim], question: Question, setting: Setting | None
) -> list[WouldChange]:
    """The first other answer when nothing more is told, and the day from which on it is too old."""
    case = prepare(state.place, claims, question.as_of, setting or Setting())
    last = max(case.evidence_days, default=None)
    if last is None or last > state.on or state.unknown_reason == "stale":
        return []
    stale = max(last + timedelta(days=horizon_of(case, last) + 1), state.on + timedelta(days=1))
    days = [state.on + timedelta(days=number) for number in range(1, (stale - state.on).days + 1)]
    passes = run(case.chain, case.rows, days)
    found: list[WouldChange] = []
    finder = Finder(case)
    for day in days:
        finding = finder.find(passes.smoothed[day], day)
        before = found[-1].state if found else state
        if (finding.status, finding.holder, finding.unknown_reason) != _words(before):
            then = state_of(case, passes, replace(question, on=day))
            found.append(WouldChange(Hypothesis(SILENCE, count=(day - state.on).days), then, day))
    return [*found[-1:], *found[:-1]][:2]


def _words(state: ControlState) -> tuple[str, str | None, str | None]:
    return state.status, state.holder, state.unknown_reason
