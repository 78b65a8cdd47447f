"""Scoring claims: what matches, what counts, what is refused."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.errors import InputError
from whoholds.evaluate import (
    ClaimScores,
    CodedClaim,
    CodedReport,
    evaluate_file,
    find_mistakes,
    read_gold,
    read_predicted,
    score_claims,
    to_dict,
    to_table,
)
from whoholds.evaluate.coding import LONGEST_QUOTE, locate
from whoholds.evaluate.matching import Agreement, match_claims, overlap, same_place
from whoholds.model import EventType, Factuality, Precision, Published, Span

FIRST, SECOND = "Rebels took Bakar on Monday.", "The army shelled Dunmore."
TEXT = f"{FIRST} {SECOND}"
DAY = date(2021, 8, 9)


def make(quote: str = FIRST, kind: str = "capture", **given: Any) -> CodedClaim:
    """A claim of the text above, at Bakar, unless told otherwise."""
    values = {"place": "Bakar", "lat": 36.0, "lon": 68.0, "precision": Precision.EXACT, **given}
    return CodedClaim(quote, locate(quote, TEXT, None), EventType(kind), **values)


def report(*claims: CodedClaim) -> CodedReport:
    return CodedReport("one", TEXT, Published(DAY), claims)


def score(gold: list[CodedClaim], found: list[CodedClaim]) -> ClaimScores:
    return score_claims([report(*gold)], {"one": found})


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"lat": 36.07}, True),  # 7.8 km
        ({"lat": 36.08, "place": "Elsewhere"}, False),  # 8.9 km
        ({"lat": 36.2}, True),  # 22 km with the name
        ({"lat": 36.3}, False),
        ({"lat": 36.5, "place": "Elsewhere", "precision": Precision.PROVINCE}, True),  # 56 km
        ({"lat": 38.0, "precision": Precision.DISTRICT}, True),  # 222 km with the name
        ({"lat": 38.0, "place": "Elsewhere", "precision": Precision.DISTRICT}, False),
        ({"lat": 60.0, "precision": Precision.COUNTRY}, True),
        ({"place": "Elsewhere", "precision": Precision.COUNTRY}, False),
        ({"lat": None, "lon": None}, True),
        ({"lat": None, "lon": None, "place": "Bakar village"}, False),
    ],
)
def test_places_that_agree(other: dict[str, Any], same: bool) -> None:
    assert same_place(make(), make(**other)) is same
    assert same_place(make(**other), make()) is same


def test_a_quote_is_found_at_its_offset_else_where_it_stands_first() -> None:
    assert locate("a b", "a b a b", 4) == Span(4, 7)
    assert locate("a b", "a b a b", 3) == Span(0, 3)
    assert locate("b c", "a b a b", None) is None
    assert locate("", "a b", 0) is None
    assert locate("x" * (LONGEST_QUOTE + 1), "x" * 2000, 0) is None


def test_half_a_sentence_is_the_sentence_and_less_is_not() -> None:
    assert match_claims([make()], [make(FIRST[:14])]) == ((0, 0),)
    assert match_claims([make()], [make(FIRST[:13])]) == ()
    assert match_claims([make()], [make(SECOND)]) == ()


def test_a_claim_is_matched_once_and_the_likeliest_first() -> None:
    gold = [make(actor="rebels", claimer="the mayor"), make(actor="rebels", claimer="residents")]
    assert sorted(match_claims(gold, [gold[1], gold[0]])) == [(0, 1), (1, 0)]
    assert len(match_claims(gold, [gold[0]])) == 1


def test_claims_that_are_not_optional_are_served_first() -> None:
    gold = [make(optional=True, actor="rebels"), make()]
    assert match_claims(gold, [make(actor="rebels")]) == ((1, 0),)


def test_type_or_place_may_be_left_out() -> None:
    other_type, other_place = [make(kind="hold")], [make(lat=50.0)]
    assert match_claims([make()], other_type) == match_claims([make()], other_place) == ()
    assert match_claims([make()], other_type, Agreement(types=False)) == ((0, 0),)
    assert match_claims([make()], other_place, Agreement(places=False)) == ((0, 0),)


def test_optional_claims_cost_nothing_and_win_nothing() -> None:
    firm, optional = make(), make(SECOND, "shelling", optional=True)
    for found, counts in (([firm], (1, 0, 0)), ([firm, optional], (1, 0, 0)), ([optional], (0, 0, 1))):
        tally = score([firm, optional], found).claims
        assert (tally.hits, tally.false, tally.missed) == counts


def test_false_claims_and_what_stands_in_no_report() -> None:
    found = [make(), make(SECOND, "shelling"), make("Rebels took Corvin.")]
    scores = score([make()], found)
    assert (scores.claims.hits, scores.claims.false, scores.claims.missed) == (1, 2, 0)
    assert scores.claims.precision == pytest.approx(1 / 3)
    assert scores.claims.recall == 1.0
    assert scores.control.false == 1  # shelling says nothing of control


def test_a_type_that_nobody_coded_is_in_the_table_when_it_is_found() -> None:
    types = score([make()], [make(), make(kind="siege")]).types
    assert [(kind.value, coded, tally.false) for kind, coded, tally in types] == [
        ("capture", 1, 0),
        ("siege", 0, 1),
    ]


def test_a_report_that_nothing_was_found_in_is_missed() -> None:
    assert score_claims([report(make())], {}).claims.missed == 1
    assert score_claims([report()], {}).claims.f1 == 0.0


def test_values_stand_beside_the_constant_answer() -> None:
    gold = [make(claimer="the mayor", start=DAY, end=DAY), make(SECOND, "shelling", end=date(2021, 8, 8))]
    found = [replace(gold[0], actor="rebels", start=None), replace(gold[1], claimer="residents")]
    scores = score(gold, found)
    shares = {slot.name: (slot.share, slot.constant) for slot in scores.slots}
    assert shares["actor"] == (0.5, 1.0)
    assert shares["claimer"] == shares["claimer present"] == (0.5, 0.5)
    assert shares["start"] == (0.5, 0.5)  # the constant answer is an open start
    assert shares["end"] == (1.0, 0.5)  # the constant answer is the day of publication
    assert shares["factuality"] == (1.0, 1.0)
    assert scores.slot("figures") is None
    assert scores.slot("factuality, not certain") is None


def test_figures_and_factuality_where_there_are_any() -> None:
    gold = [make(factuality=Factuality.DENIED, figures=(("killed", 3, 3),)), make(SECOND, "shelling")]
    found = [replace(gold[0], figures=(("killed", 3, 4),)), gold[1]]
    scores = score(gold, found)
    figures, soft = scores.slot("figures"), scores.slot("factuality, not certain")
    assert figures is not None
    assert soft is not None
    assert (figures.right, figures.of) == (0, 1)
    assert (soft.right, soft.of) == (1, 1)


CLAIMS = st.lists(
    st.builds(
        make,
        st.sampled_from([FIRST, SECOND, FIRST[:20]]),
        st.sampled_from(list(EventType)),
        lat=st.sampled_from([36.0, 36.05, 40.0]),
        claimer=st.sampled_from([None, "the mayor", "residents"]),
        optional=st.booleans(),
    ),
    max_size=6,
)


@given(CLAIMS)
def test_what_was_coded_matches_itself_wholly(claims: list[CodedClaim]) -> None:
    scores = score(claims, claims)
    assert (scores.claims.false, scores.claims.missed) == (0, 0)
    assert all(slot.share == 1.0 for slot in scores.slots)


@given(CLAIMS, CLAIMS)
def test_every_claim_is_counted_once(gold: list[CodedClaim], found: list[CodedClaim]) -> None:
    scores = score(gold, found)
    firm = sum(not claim.optional for claim in gold)
    assert scores.claims.hits + scores.claims.missed == firm
    assert scores.claims.hits + scores.claims.false <= len(found)
    for looser in (scores.any_type, scores.any_place):
        assert looser.hits >= 0.5 * scores.claims.hits  # greedy pairs: never less than half of the best
    kinds = {mistake.kind.split(":")[0] for mistake in find_mistakes([report(*gold)], {"one": found})}
    assert ("missed" in kinds, "false" in kinds) == (scores.claims.missed > 0, scores.claims.false > 0)


@given(st.tuples(*[st.integers(0, 50)] * 4))
def test_overlap_is_a_share_and_the_same_both_ways(ends: tuple[int, int, int, int]) -> None:
    one, other = Span(ends[0], ends[0] + ends[1] + 1), Span(ends[2], ends[2] + ends[3] + 1)
    assert overlap(one, other) == overlap(other, one)
    assert 0.0 <= overlap(one, other) <= overlap(one, one) == 1.0


def test_mistakes_say_what_stands_there_instead() -> None:
    gold = [make(actor="rebels"), make(SECOND, "shelling")]
    found = [make(kind="hold"), make(SECOND, "shelling", actor="Taliban")]
    kinds = [mistake.kind for mistake in find_mistakes([report(*gold)], {"one": found})]
    assert kinds == ["missed: another type was read", "false: another type was coded", "wrong actor"]
    [missed, *_] = find_mistakes([report(*gold)], {"one": [make(lat=50.0)]})
    assert (missed.kind, missed.coded) == ("missed: another place was read", "capture at Bakar by rebels")


def test_tables_and_plain_values_hold_the_same() -> None:
    scores = score([make()], [make(), make(SECOND, "shelling")])
    claims, values, types = to_table(scores)
    assert all(len(row) == len(table.columns) for table in (claims, values, types) for row in table.rows)
    assert claims.rows[0] == ("sentence, type, place", "0.500", "1.000", "0.667", "1", "1", "0")
    plain = json.loads(json.dumps(to_dict(scores)))
    assert plain["claims"]["sentence, type, place"]["f1"] == 0.667
    assert plain["types"]["capture"] == {
        "coded": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 1, "false": 0, "missed": 0,
    }  # fmt: skip


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def coded_line(**given: Any) -> dict[str, Any]:
    claim = {"quote": FIRST, "start_char": 0, "type": "capture", "place": "Bakar"}
    return {"id": "one", "published": "2021-08-09", "text": TEXT, "claims": [claim], **given}


def test_offsets_are_those_of_the_text_below_its_title(tmp_path: Path) -> None:
    [read] = read_gold(lines(tmp_path / "gold.jsonl", coded_line(title="Town falls")))
    assert [claim.at and claim.at.of(read.text) for claim in read.claims] == [FIRST]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"text": None}, 'line 1: there is no "text"'),
        ({"claims": {"quote": FIRST}}, 'line 1: "claims" is not a list'),
        (
            {"claims": [{"quote": FIRST, "type": "victory"}]},
            "line 1, claim 1: the type 'victory' is not known",
        ),
        ({"claims": [{"quote": FIRST}]}, 'line 1, claim 1: there is no "quote" or no "type"'),
        ({"claims": [{"quote": FIRST, "type": "hold", "start": "Monday"}]}, "claim 1: The date 'Monday'"),
        ({"claims": [{"quote": FIRST, "type": "hold", "figures": [3]}]}, "claim 1: the figure 3"),
        ({"claims": []}, "holds no coded claim"),
        (
            {"claims": [{"quote": "Rebels left.", "type": "hold"}]},
            "claim 1: the quote 'Rebels left.' does not",
        ),
        (
            {"text": f"{TEXT} {FIRST}", "claims": [{"quote": FIRST, "type": "hold"}]},
            "Say which with start_char",
        ),
        (
            {"claims": [{"quote": FIRST, "type": "hold", "start": "2021-08-09", "end": "2021-08-08"}]},
            "it ends (2021-08-08) before it starts",
        ),
        ({"claims": [{"quote": FIRST, "type": "hold", "acter": "M23"}]}, "Did you mean 'actor'?"),
    ],
)
def test_a_file_that_is_not_coded_is_refused_with_the_place(
    line: dict[str, Any], words: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        evaluate_file(lines(tmp_path / "gold.jsonl", coded_line(**line)))


def test_claims_of_another_program_are_scored(tmp_path: Path) -> None:
    gold = lines(tmp_path / "gold.jsonl", coded_line())
    found = lines(tmp_path / "found.jsonl", {"id": "one", "claims": coded_line()["claims"]})
    assert evaluate_file(gold, predicted=found).claims.f1 == 1.0
    other = lines(tmp_path / "other.jsonl", {"id": "two", "claims": []})
    with pytest.raises(InputError, match="no report has the id 'two'"):
        read_predicted(other, read_gold(gold))


def test_the_product_reads_the_coded_reports(tmp_path: Path) -> None:
    text = "Taliban fighters captured the city of Kunduz on Sunday, officials said."
    claim = {"quote": text, "type": "capture", "place": "Kunduz", "lat": 36.73, "lon": 68.86}
    path = lines(tmp_path / "gold.jsonl", coded_line(text=text, claims=[claim]))
    scores = evaluate_file(path)
    assert (scores.claims.hits, scores.claims.missed) == (1, 0)
