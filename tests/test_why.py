"""The reasons: they sum to the answer, positions stand side by side, nothing is averaged away."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_figure, make_resolved, of_government, of_taliban

from whoholds.chances import chance_words
from whoholds.control import Question, Setting, assess_control
from whoholds.model import EventType, Mention, Precision, Silence, Span
from whoholds.picture import ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.why import Why, explain_state

SETTING = Setting(GOVERNMENT)
DAY = date(2021, 8, 9)


def why(*claims: ResolvedClaim, silences: tuple[ResolvedSilence, ...] = ()) -> Why:
    state = assess_control(KUNDUZ, claims, Question(DAY, datetime(2021, 8, 9, 23, 59, tzinfo=UTC)), SETTING)
    return explain_state(state, claims, silences, SETTING)


SAYS_TAKEN = make_resolved(claimer="residents", quote="The Taliban took Kunduz, residents said.")
SAYS_FIGHTING = make_resolved("clash", actor=None, quote="Fighting goes on in Kunduz.", **of_government())
FILMED = make_resolved(
    "entry",
    claimer="videos",
    unverified=True,
    precision=Precision.PART,
    quote="Videos show fighters in Kunduz.",
)


def test_positions_stand_side_by_side() -> None:
    told = why(SAYS_TAKEN, SAYS_FIGHTING, FILMED)
    assert {stance.title for stance in told.stances} == {
        "Taliban holds it",
        "there is fighting inside it",
        "not verified: Taliban is inside it, not said to hold it",
    }
    assert all(stance.count.origins == 1 for stance in told.stances)
    text = "\n".join(told.lines)
    for claim in (SAYS_TAKEN, SAYS_FIGHTING, FILMED):
        assert f"“{claim.quote}”" in text


def test_the_sum_is_the_answer_and_each_claim_can_be_left_out() -> None:
    told = why(SAYS_TAKEN, SAYS_FIGHTING, make_resolved("hold", actor=GOVERNMENT, **of_government()))
    odds = math.log(told.state.probability / (1 - told.state.probability))
    assert math.fsum(reason.nats for reason in told.reasons) == pytest.approx(odds)
    assert told.state.explains == TALIBAN
    left_out = next(one for one in told.reasons if one.voice and one.voice.claim == SAYS_TAKEN.id)
    assert left_out.without is not None
    assert left_out.without < told.state.probability
    assert f"without this claim: {chance_words(left_out.without)}" in "\n".join(told.lines)


def test_an_admission_is_marked() -> None:
    claim = make_resolved("handover", recipient=GOVERNMENT, against_interest=True,
                          claimer="the deputy governor", side=GOVERNMENT, relayed_by="AFP")  # fmt: skip
    line = next(line for line in why(claim).lines if "deputy governor" in line)
    assert "The deputy governor (Afghan government), carried by AFP" in line
    assert "handed over without fighting: Taliban, against Afghan government" in line
    assert "against the claimer's own interest" in line


def test_history_stands_apart_under_its_own_dates() -> None:
    old = make_resolved(start=date(2015, 1, 1), end=date(2015, 12, 31), quote="It was occupied in 2015.")
    told = why(SAYS_TAKEN, old)
    assert [voice.when for voice in told.earlier] == ["2015"]
    assert [voice.claim for stance in told.stances for voice in stance.voices] == [SAYS_TAKEN.id]


def test_what_is_told_of_later_days_is_no_history() -> None:
    late = make_resolved(id="late", day=date(2021, 8, 9), quote="It fell.")
    claims = (make_resolved(id="old", day=date(2015, 9, 28)), late)
    state = assess_control(KUNDUZ, claims, Question(date(2016, 1, 1)), SETTING)
    told = explain_state(state, claims, (), SETTING)
    assert [voice.claim for voice in told.earlier] == ["old"]
    assert [voice.claim for voice in told.later] == ["late"]
    assert "It fell." not in str(told)
    assert "1 claim tells of later days, not shown here." in told.lines


def test_an_inferred_place_is_no_position() -> None:
    inferred = make_resolved(id="inferred", inferred=True)
    told = why(SAYS_TAKEN, inferred)
    assert [voice.claim for stance in told.stances for voice in stance.voices] == [SAYS_TAKEN.id]
    assert [voice.claim for voice in told.also] == ["inferred"]
    assert "the place is inferred" in told.also[0].marks


def test_what_says_nothing_of_control_is_told_too() -> None:
    harm = make_resolved(EventType.EXPLOSION, actor=None, claimer="residents",
                         figures=(make_figure(20, who="civilians"),))  # fmt: skip
    (voice,) = why(harm).also
    assert "explosion; civilians killed: 20 (“20”)" in voice.what


def test_who_is_silent_is_said_in_the_words_of_the_report() -> None:
    span = Span(0, 8)
    silence = ResolvedSilence(
        Silence("r1", Span(0, 40), Mention(span)), GOVERNMENT, "the army", KUNDUZ,
        "There was no immediate word from the army.", "Wire", DAY, datetime(2021, 8, 9, tzinfo=UTC),
    )  # fmt: skip
    told = why(SAYS_TAKEN, silences=(silence,))
    assert (
        "Silent: Afghan government (“the army”): “There was no immediate word from the army.”" in told.lines
    )
    assert told.to_dict()["silent"][0]["party"] == GOVERNMENT


def test_control_characters_of_a_report_do_not_reach_the_screen() -> None:
    told = why(make_resolved(quote="It fell.\x1b[2J\u202e", claimer="\x1bresidents"))
    assert not [one for one in "".join(told.lines) if one in "\x1b\u202e"]


def test_nothing_known() -> None:
    lines = why().lines
    assert lines[0].startswith("Kunduz: unknown: no report known says who holds it on 9 August 2021")
    assert not [line for line in lines if "nats" in line]


def test_plain_values() -> None:
    row = why(SAYS_TAKEN, of_both := make_resolved(**of_taliban()), SAYS_FIGHTING).to_dict()
    assert json.loads(json.dumps(row)) == row
    assert of_both.id in {claim["claim"] for one in row["positions"] for claim in one["claims"]}
    assert "not verified facts" in row["note"]


def test_what_is_known_only_to_a_year_is_told_of_each_day_in_it() -> None:
    claim = make_resolved(start=date(2015, 1, 1), end=date(2015, 12, 31))
    state = assess_control(KUNDUZ, [claim], Question(date(2015, 3, 5)), SETTING)
    told = explain_state(state, [claim], (), SETTING)
    assert (state.status, state.unknown_reason) == ("unknown", "none")
    assert [voice.claim for voice in told.also] == [claim.id]
    assert not told.stances
    assert not told.later
