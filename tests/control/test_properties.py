"""What must be true of every assessment, whatever the claims."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved
from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.chain import log_odds
from whoholds.control.evidence import rows_of
from whoholds.control.history import control_history
from whoholds.control.neighbours import neighbours_of
from whoholds.control.table import control_table
from whoholds.model import Factuality, Place, Precision
from whoholds.picture import ResolvedClaim
from whoholds.territory import changes_by_country

FIRST = date(2021, 7, 1)
SETTING = Setting(government=GOVERNMENT)
KINDS = [
    "capture",
    "handover",
    "withdrawal",
    "hold",
    "entry",
    "repel",
    "siege",
    "clash",
    "airstrike",
    "access",
]


@st.composite
def resolved(draw: st.DrawFn) -> ResolvedClaim:
    published = FIRST + timedelta(days=draw(st.integers(0, 120)))
    start = draw(st.none() | st.integers(0, 10).map(lambda days: published - timedelta(days=days)))
    return make_resolved(
        draw(st.sampled_from(KINDS)),
        id=f"c{draw(st.integers(0, 10**6))}",
        actor=draw(st.sampled_from([TALIBAN, GOVERNMENT, "Militia", "contested", None])),
        published=published,
        start=start,
        end=draw(st.sampled_from([published, start or published])),
        outlet=draw(st.sampled_from(["A", "B", "C"])),
        claimer=draw(st.sampled_from([None, "residents", "AFP", "a spokesman"])),
        side=draw(st.sampled_from([None, None, TALIBAN, GOVERNMENT])),
        factuality=draw(st.sampled_from(list(Factuality))),
        unverified=draw(st.booleans()),
        precision=draw(st.sampled_from([Precision.EXACT, Precision.EXACT, Precision.PART, Precision.NEAR])),
        extractor=draw(st.sampled_from(["rules/1", "coded", "baseline"])),
    )


lists = st.lists(resolved(), max_size=12, unique_by=lambda claim: claim.id)
days = st.integers(-20, 400).map(lambda offset: FIRST + timedelta(days=offset))


@given(lists, days)
def test_the_terms_sum_to_the_log_odds(claims: list[ResolvedClaim], on: date) -> None:
    state = assess_control(KUNDUZ, claims, Question(on), SETTING)
    belief = [*state.holders.values(), state.contested]
    names = [*state.holders, "contested"]
    explained = log_odds(belief, names.index(state.explains or ""))
    assert math.fsum(term.nats for term in state.terms) == pytest.approx(explained, abs=1e-9)


AIRPORT_ROAD = replace(KUNDUZ, id="user:near", lat=36.80)
CLOSE = replace(KUNDUZ, id="user:close", lat=36.76)


def at_places(claims: list[ResolvedClaim]) -> list[ResolvedClaim]:
    """The claims, every second one at one of two places near Kunduz."""
    places = (KUNDUZ, AIRPORT_ROAD, KUNDUZ, CLOSE)
    return [replace(one, place=places[number % 4]) for number, one in enumerate(claims)]


def with_region(claims: list[ResolvedClaim], as_of: datetime | None) -> Setting:
    """The setting of Kunduz by what was known at a moment, its neighbours and the changes around asked."""
    known = [claim for claim in claims if as_of is None or claim.known_from <= as_of]
    changes = changes_by_country(known).get("AF")
    nearby = changes.near(KUNDUZ) if changes is not None else ()
    return Setting(GOVERNMENT, nearby, neighbours=neighbours_of(KUNDUZ, known, GOVERNMENT))


@given(lists, days)
def test_the_terms_sum_to_the_log_odds_with_a_line_for_the_neighbours(
    claims: list[ResolvedClaim], on: date
) -> None:
    told = at_places(claims)
    setting = with_region(told, None)
    state = assess_control(KUNDUZ, told, Question(on), setting)
    belief = [*state.holders.values(), state.contested]
    explained = log_odds(belief, [*state.holders, "contested"].index(state.explains or ""))
    assert math.fsum(term.nats for term in state.terms) == pytest.approx(explained, abs=1e-9)
    lines = [term for term in state.terms if "neighbours" in term.label]
    assert len(lines) == bool(setting.neighbours)
    cap = control_table().neighbours.cap_nats
    assert all(abs(term.nats) <= cap + 1e-9 and term.claim is None for term in lines)


@given(lists.flatmap(lambda one: st.tuples(st.just(at_places(one)), st.permutations(at_places(one)))), days)
def test_the_order_of_the_claims_does_not_matter_to_the_region(
    orders: tuple[list[ResolvedClaim], list[ResolvedClaim]], on: date
) -> None:
    one, other = (
        assess_control(KUNDUZ, claims, Question(on), with_region(claims, None)) for claims in orders
    )
    assert one == other


@given(lists, resolved(), st.integers(0, 120), st.sampled_from([KUNDUZ, AIRPORT_ROAD, CLOSE]))
def test_a_claim_published_later_changes_nothing_known_before_in_the_region(
    claims: list[ResolvedClaim], late: ResolvedClaim, offset: int, where: Place
) -> None:
    as_of = datetime.combine(FIRST + timedelta(days=offset), datetime.min.time(), tzinfo=UTC)
    question, told = Question(as_of.date(), as_of), at_places(claims)
    more = [*told, replace(late, place=where)] if late.known_from > as_of else told
    one, other = (
        assess_control(KUNDUZ, known, question, with_region(known, as_of)) for known in (told, more)
    )
    assert one == other


@given(lists, days)
def test_without_neighbours_only_the_claims_of_the_place_count(claims: list[ResolvedClaim], on: date) -> None:
    told = at_places(claims)
    here = [claim for claim in told if claim.place == KUNDUZ]
    assert assess_control(KUNDUZ, told, Question(on), SETTING) == assess_control(
        KUNDUZ, here, Question(on), SETTING
    )


@given(lists, days)
def test_the_probabilities_sum_to_one(claims: list[ResolvedClaim], on: date) -> None:
    state = assess_control(KUNDUZ, claims, Question(on), SETTING)
    assert math.fsum([*state.holders.values(), state.contested]) == pytest.approx(1.0)
    assert all(chance > 0 for chance in (*state.holders.values(), state.contested))


@given(lists.flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))), days)
def test_the_order_of_the_claims_does_not_matter(
    orders: tuple[list[ResolvedClaim], list[ResolvedClaim]], on: date
) -> None:
    one, other = (assess_control(KUNDUZ, claims, Question(on), SETTING) for claims in orders)
    assert one == other


@given(lists, resolved(), st.integers(0, 120))
def test_a_claim_published_later_changes_nothing_known_before(
    claims: list[ResolvedClaim], late: ResolvedClaim, offset: int
) -> None:
    as_of = datetime.combine(FIRST + timedelta(days=offset), datetime.min.time(), tzinfo=UTC)
    question = Question(as_of.date(), as_of)
    known = [claim for claim in claims if claim.known_from <= as_of]
    late_one = [late] if late.known_from > as_of else []
    assert assess_control(KUNDUZ, claims + late_one, question, SETTING) == assess_control(
        KUNDUZ, known, question, SETTING
    )


@given(lists, days)
def test_the_words_keep_their_promises(claims: list[ResolvedClaim], on: date) -> None:
    state = assess_control(KUNDUZ, claims, Question(on), SETTING)
    assert (state.holder is not None) == (state.status in ("held", "leaning"))
    assert (state.unknown_reason is not None) == (state.status == "unknown")
    if state.status == "held":
        assert state.probability >= 0.8
    if state.status in ("leaning", "contested"):
        assert state.probability >= 0.6
    assert {row.claim for row in state.evidence} <= {claim.id for claim in claims}


@settings(max_examples=50)
@given(lists, st.integers(0, 200))
def test_history_agrees_with_the_assessment_of_its_days(claims: list[ResolvedClaim], offset: int) -> None:
    until = FIRST + timedelta(days=offset)
    history = control_history(KUNDUZ, claims, Question(until), SETTING)
    for one, other in itertools.pairwise(history):
        assert other.start == one.end + timedelta(days=1)
    for segment in history:
        state = assess_control(KUNDUZ, claims, Question(segment.start), SETTING)
        assert (state.status, state.holder) == (segment.status, segment.holder)
        assert state.probability == pytest.approx(segment.probability)


offsets = st.lists(st.integers(0, 300), max_size=4, unique=True).map(sorted)


@settings(max_examples=50)
@given(lists, offsets, st.integers(0, 400))
def test_silence_makes_no_place_known_again(
    claims: list[ResolvedClaim], around: list[int], offset: int
) -> None:
    """Whatever changes hands around it: what has gone stale stays so until somebody speaks of it."""
    setting = Setting(GOVERNMENT, tuple((FIRST + timedelta(days=day), 0.3) for day in around))
    until = FIRST + timedelta(days=offset)
    history = control_history(KUNDUZ, claims, Question(until), setting)
    spoken = [row.day for claim in claims for row in rows_of(claim, control_table(), GOVERNMENT)]
    silent = [one for one in history if one.start > max(spoken)]
    for one, other in itertools.pairwise(silent):
        assert one.unknown_reason != "stale" or other.unknown_reason == "stale"
    for segment in history:
        state = assess_control(KUNDUZ, claims, Question(segment.start), setting)
        assert (state.status, state.holder) == (segment.status, segment.holder)
