"""Who holds a place on a day, as known at a moment: probabilities in words, and what contradicts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import OTHER, Run, run
from whoholds.control.claimers import Interest, interest_of
from whoholds.control.evidence import Row, day_of, is_baseline
from whoholds.control.explain import terms_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, Position, position_of
from whoholds.control.pressure import pressure_on
from whoholds.independence import Counted, counted, origin_of
from whoholds.model import Place, end_of_day
from whoholds.picture import ControlState, ResolvedClaim


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is named by: the day, published by when, the ledger's sequence, the method."""

    on: date
    as_of: datetime | None = None
    recorded: int = 0
    method: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The words for a day's probabilities: status, holder, the state that is explained, why unknown."""

    status: str
    holder: str | None
    top: int
    unknown_reason: str | None = None


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


def state_of(case: Case, passes: Run, question: Question) -> ControlState:
    """The answer to a question from the passes over a case, which must have run over the day in question."""
    states, belief = case.chain.states, passes.smoothed[question.on]
    found = find(case, belief, question.on)
    pressure = pressure_on(
        case.claims.values(), question.on, holder=found.holder, horizon=horizon_of(case, question.on)
    )
    before = [day for day in case.evidence_days if day <= question.on]
    story = _story(case, question.on)
    count = _speaking(case, story, found)
    return ControlState(
        place=case.place,
        on=question.on,
        as_of=question.as_of,
        recorded=question.recorded,
        method=question.method,
        status=found.status,
        holder=found.holder,
        probability=belief[found.top],
        holders=dict(zip(states[:-1], belief[:-1], strict=True)),
        contested=belief[-1],
        reported=_reported(case, found, question),
        evidence=tuple(row.evidence for row in story),
        last_evidence=before[-1] if before else None,
        unknown_reason=found.unknown_reason,
        pressed_by=tuple(str(one.party) for one in pressure.pressed_by),
        besieged=pressure.siege is not None,
        left=_left(case, belief, found, question.on),
        explains=states[found.top],
        terms=terms_of(case, passes, question.on, found.top),
        reports=count.reports,
        origins=count.origins,
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


def _story(case: Case, on: date) -> tuple[Row, ...]:
    """The rows that weigh on a day: no stretch without evidence as long as a story parts them from it."""
    limit = timedelta(days=case.chain.table.time.story_days)
    days = sorted({row.day for row in case.rows})
    first, last = on, on
    for day in reversed([day for day in days if day <= on]):
        if first - day >= limit:
            break
        first = day
    before = max((day for day in days if day <= on), default=None)
    for day in days:
        if day > on:
            if before is not None and on < before + limit <= day:
                break
            before, last = day, day
    return tuple(row for row in case.rows if first <= row.day <= last)


def find(case: Case, belief: Sequence[float], on: date) -> Finding:
    """The words for a day's probabilities. Unknown is a rule of output: none, stale or weak."""
    states, limits = case.chain.states, case.chain.table.status
    top = max(range(len(states)), key=lambda number: (belief[number], -number))
    first = min((row.day for row in case.rows if row.nats > 0), default=None)
    if not case.evidence_days or first is None or on < first:
        return Finding("unknown", None, top, "none")  # what is told of later days holds nothing before
    if min(abs((on - day).days) for day in case.evidence_days) > horizon_of(case, on):
        return Finding("unknown", None, top, "stale")
    if belief[top] < limits.leaning or states[top] == OTHER:
        return Finding("unknown", None, top, "weak")
    if states[top] == CONTESTED:
        return Finding("contested", None, top)
    settled = belief[top] >= limits.held and _settled(case, states[top], on)
    return Finding("held" if settled else "leaning", states[top], top)


def horizon_of(case: Case, on: date) -> int:
    """After how many days the last evidence before a day is stale: the war moved then or since, or not."""
    time = case.chain.table.time
    last = max((day for day in case.evidence_days if day <= on), default=on)
    moving = case.chain.clock.hottest(last, on) >= case.chain.table.region.moves
    return time.horizon_moving if moving else time.horizon_quiet


def _settled(case: Case, holder: str, on: date) -> bool:
    """True when enough of them tell it. Whom nobody says to hold it may come after another, no more."""
    horizon = timedelta(days=horizon_of(case, on))
    near = [row for row in case.rows if not row.not_yet and abs(row.day - on) <= horizon]
    named = any(row.position == Position(HOLDS, holder) for row in near)
    if not named and case.chain.prior[holder] < max(case.chain.prior.values()):
        return False
    if well_told(case, [row for row in near if supports(row.position, holder)]):
        return True
    return stands_unopposed([row for row in near if row.day <= on], holder)


def well_told(case: Case, rows: Sequence[Row]) -> bool:
    """True when independent origins tell it, or one against its own interest, or verified pictures."""
    limits = case.chain.table.status
    firm = any(row.nats >= limits.origin_nats and (row.admission or row.verified) for row in rows)
    return firm or len(firm_origins(case, rows)) >= limits.origins


def firm_origins(case: Case, rows: Sequence[Row]) -> set[str]:
    """The independent origins that tell it firmly enough; who tells of his own gain is none."""
    least = case.chain.table.status.origin_nats
    told = (row for row in rows if row.nats >= least and interest_of(row.claim) is not Interest.OWN)
    return {origin_of(row.claim, case.voices[row.claim.id]) for row in told}


def _left(case: Case, belief: Sequence[float], found: Finding, on: date) -> tuple[str, ...]:
    """The parties that no longer hold a place of which it is not settled who does, in order of name."""
    if found.status == "held" or found.unknown_reason in ("none", "stale"):
        return ()
    horizon = timedelta(days=horizon_of(case, on))
    gone = [row for row in case.rows if row.change and row.position.act == NOT]
    recent = [row for row in gone if timedelta(0) <= on - row.day <= horizon]
    most = 1.0 - case.chain.table.status.held
    unlikely = {state for state, chance in zip(case.chain.states, belief, strict=True) if chance <= most}
    parties = sorted({str(row.position.party) for row in recent} & unlikely)
    return tuple(
        party for party in parties if well_told(case, [row for row in recent if row.position.party == party])
    )


def stands_unopposed(rows: Sequence[Row], holder: str) -> bool:
    """True when a baseline names the holder and no row from its day on says otherwise."""
    stated = [row.day for row in rows if is_baseline(row.claim) and row.position == Position(HOLDS, holder)]
    return bool(stated) and not any(row.day >= max(stated) and opposes(row.position, holder) for row in rows)


def supports(position: Position, holder: str) -> bool:
    """True when a position speaks for a holder: it holds the place, or another party does not."""
    if position.act == HOLDS:
        return position.party == holder
    return position.act == NOT and position.party != holder


def opposes(position: Position, holder: str | None) -> bool:
    """True when a position contradicts that `holder` (None: nobody alone) holds the place.

    That the holder's own forces are inside it contradicts nothing.
    """
    if position.party == CONTESTED:
        return holder is not None
    if position.act == HOLDS:
        return position.party != holder
    if position.act == NOT:
        return position.party == holder
    return position.act == CONTESTED and holder is not None and position.party != holder


def _reported(case: Case, found: Finding, question: Question) -> tuple[str, ...]:
    """Claims of the last hours, about these days, that contradict the finding, newest first; of an unknown
    place all. What was so before the holder came contradicts nothing.
    """
    end = end_of_day(question.on)
    until = end if question.as_of is None else min(question.as_of, end)
    since = until - timedelta(hours=case.chain.table.time.reported_hours)
    came = _came(case, found.holder, since.date(), question.on)
    told = [
        claim
        for claim in case.claims.values()
        if since < claim.known_from <= until
        and claim.counts
        and not claim.inferred
        and (position := position_of(claim)) is not None
        and _is_since(claim, position, case, came or since.date())
        and (
            opposes(position, found.holder)
            or (found.status == "unknown" and CONTESTED in (position.act, position.party))
        )
    ]
    told.sort(key=lambda claim: (claim.known_from, claim.id), reverse=True)
    return tuple(claim.id for claim in told)


def _is_since(claim: ResolvedClaim, position: Position, case: Case, came: date) -> bool:
    """True when a claim speaks of the days since the holder came; fighting of that day is how it came."""
    day = case.ended.get(claim.id, day_of(claim))
    over = (
        position.act == CONTESTED
        and not claim.claim.ongoing
        and any(row.change and row.day == came for row in case.rows)
    )
    return day > came if over else day >= came


def _came(case: Case, holder: str | None, since: date, on: date) -> date | None:
    """The first of the last days on which the holder is said to have come, or the one before to have left."""
    changes = [row for row in case.rows if row.change and since <= row.day <= on]
    return min((row.day for row in changes if holder and supports(row.position, holder)), default=None)
