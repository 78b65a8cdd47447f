"""Who holds a place on a day, as known at a moment: probabilities in words, and what contradicts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from whoholds.control.between import between, losses
from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import Run, run
from whoholds.control.daily import Flags, Numbers
from whoholds.control.evidence import Row
from whoholds.control.explain import terms_of
from whoholds.control.finding import Finder, Finding, story_of, supports, told_firmly
from whoholds.control.of_before import is_of_no_longer
from whoholds.control.positions import CONTESTED, NOT, Position
from whoholds.control.pressure import Pressed, Pressing
from whoholds.control.reported import Reported
from whoholds.independence import Counted, counted
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim

UNSETTLED = ("leaning", "contested")  # by status: more than one party may hold the place


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is named by: the day, published by when, the ledger's sequence, the method."""

    on: date
    as_of: datetime | None = None
    recorded: int = 0
    method: str = ""


def assess_control(
    place: Place, claims: Sequence[ResolvedClaim], question: Question, setting: Setting | None = None
) -> ControlState:
    """The control of a place on a day from the claims at it that were known at `question.as_of`.

    Claims at other places or known later are left out. `status` is held, leaning, contested or unknown. Held
    needs the probability and two independent origins, or an admission by the loser, or verified pictures, or
    a fresh baseline that nothing contradicts. `holders` and `contested` sum to 1; `terms` sum to the log-odds
    of `explains`.
    """
    case = prepare(place, claims, question.as_of, setting or Setting())
    return state_of(case, run(case.chain, case.rows, (question.on,)), question)


def without(
    state: ControlState, claims: Sequence[ResolvedClaim], claim: str, setting: Setting | None = None
) -> ControlState:
    """The same question answered as if one claim had never been made (leave one out)."""
    rest = [one for one in claims if one.id != claim]
    question = Question(state.on, state.as_of, state.recorded, state.method)
    return assess_control(state.place, rest, question, setting)


def chance_without(
    state: ControlState, claims: Sequence[ResolvedClaim], claim: str, setting: Setting | None = None
) -> float:
    """The probability (0 to 1) of what a state explains, as if one claim had never been made; no more."""
    rest = [one for one in claims if one.id != claim]
    case = prepare(state.place, rest, state.as_of, setting or Setting())
    belief = run(case.chain, case.rows, (state.on,)).smoothed[state.on]
    return dict(zip(case.chain.states, belief, strict=True)).get(state.explains or "", 0.0)


def state_of(case: Case, passes: Run, question: Question, assessor: Assessor | None = None) -> ControlState:
    """The answer to a question from the passes over a case, which must have run over the day in question.

    `assessor`: that of the case, where there is one.
    """
    on, belief = question.on, passes.smoothed[question.on]
    assessor = assessor or Assessor(case)
    found = assessor.finder.find(belief, on)
    story = story_of(case, on)
    count = _speaking(case, story, found)
    told = between(assessor.finder, belief, found, on)
    return replace(
        assessor.glance(belief, question),
        evidence=tuple(row.evidence for row in story),
        between=told,
        left=_left(assessor, belief, found, told, on),
        terms=terms_of(case, passes, on, found.top),
        reports=count.reports,
        origins=count.origins,
    )


class Glance(NamedTuple):
    """What of a `ControlState` does not take its reasons to say; `holders` only where that is unsettled."""

    on: date
    status: str
    holder: str | None
    probability: float
    holders: Mapping[str, float]
    reported: tuple[str, ...]
    unknown_reason: str | None
    pressed_by: tuple[str, ...]
    besieged: bool


class Assessor:
    """Answers for the days of one case; what they share is worked out once."""

    def __init__(self, case: Case, before: Assessor | None = None) -> None:
        """`before`: that of another case of the place, of which what stayed the same is kept."""
        self.case = case
        self.finder: Finder = Finder(case, before.finder if before else None)
        self.pressing: Pressing = Pressing(case.claims.values(), before.pressing if before else None)
        self._reported = Reported(case)

    def in_region(self, case: Case) -> Assessor:
        """The same of a case that differs in the changes in its region alone."""
        moved = copy(self)
        moved.case, moved.finder = case, self.finder.in_region(case)
        return moved

    def days_told_of(self, days: Numbers) -> Flags:
        """True for each day (ordinals) on which anything of late may contradict what is found."""
        return self._reported.may_be(days)

    def look(
        self, belief: Sequence[float], on: date, found: Finding, pressed: Pressed, *, late: bool = True
    ) -> Glance:
        """What is shown of a day by its probabilities, what is found of them, and who presses the place.

        `late`: whether anything of late may contradict it.
        """
        states = self.case.chain.states
        return Glance(
            on=on,
            status=found.status,
            holder=found.holder,
            probability=belief[found.top],
            holders=dict(zip(states[:-1], belief[:-1], strict=True)) if found.status in UNSETTLED else {},
            reported=tuple(one.id for one in self._reported.against(found, on)) if late else (),
            unknown_reason=found.unknown_reason,
            pressed_by=tuple(party for party in pressed.parties if party != found.holder),
            besieged=pressed.besieged,
        )

    def glance(self, belief: Sequence[float], question: Question) -> ControlState:
        """The state by the probabilities of a day, without its reasons: no evidence, no terms, no counts."""
        case, on = self.case, question.on
        states, found = case.chain.states, self.finder.find(belief, on)
        pressure = self.pressing.on(on, holder=found.holder, horizon=self.finder.horizon(on))
        return ControlState(
            place=case.place,
            on=on,
            as_of=question.as_of,
            recorded=question.recorded,
            method=question.method,
            status=found.status,
            holder=found.holder,
            probability=belief[found.top],
            holders=dict(zip(states[:-1], belief[:-1], strict=True)),
            contested=belief[-1],
            reported=tuple(one.id for one in self._reported.against(found, on)),
            evidence=(),
            last_evidence=self.finder.last_evidence(on, found),
            unknown_reason=found.unknown_reason,
            pressed_by=tuple(str(one.party) for one in pressure.pressed_by),
            besieged=pressure.siege is not None,
            explains=states[found.top],
        )


def _speaking(case: Case, story: Sequence[Row], found: Finding) -> Counted:
    """How many reports and origins speak for what is found; where that is unknown, of all that weighs."""
    told = {row.claim.id: row.claim for row in story if not row.not_yet and _speaks(row.position, found)}
    return counted(tuple(told.values()), case.voices)


def _speaks(position: Position, found: Finding) -> bool:
    if found.status == "unknown":
        return True
    if found.holder is not None:
        return supports(position, found.holder)
    return CONTESTED in (position.act, position.party)


def _left(
    assessor: Assessor, belief: Sequence[float], found: Finding, takers: Sequence[str], on: date
) -> tuple[str, ...]:
    """The parties that no longer hold a place of which it is not settled who does, in order of name.

    `takers`: those between which it lies; their coming tells who lost it.
    """
    if found.status == "held" or found.unknown_reason in ("none", "stale"):
        return ()
    case, horizon = assessor.case, timedelta(days=assessor.finder.horizon(on))
    gone = [
        row for row in case.rows if row.position.act == NOT and (row.change or is_of_no_longer(row.claim))
    ]
    every = sorted((*gone, *losses(case, takers)), key=lambda row: row.day)
    recent = [row for row in every if timedelta(0) <= on - row.day <= horizon]
    most = 1.0 - case.chain.table.status.held
    unlikely = {state for state, chance in zip(case.chain.states, belief, strict=True) if chance <= most}
    parties = sorted({str(row.position.party) for row in recent} & unlikely)
    return tuple(
        party
        for party in parties
        if told_firmly(case, [row for row in recent if row.position.party == party])
    )
