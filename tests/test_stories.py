from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from factories import make_report, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.model import Report
from whoholds.picture import Recorded
from whoholds.stories import (
    Alike,
    Stories,
    containment,
    is_copy,
    mark_credited,
    mark_followed,
    sketch_of,
)
from whoholds.text.agency_credits import credit_of

WORDS = [
    "fighters", "entered", "the", "northern", "town", "of", "from", "river", "after", "shelling", "and",
    "army",
    "units", "withdrew", "towards", "airport", "while", "people", "left", "on", "foot", "officials", "bridge",
    "market", "burned", "overnight", "a", "doctor", "counted", "dead", "in", "hospital", "road", "closed",
]  # fmt: skip
FIRST = datetime(2021, 8, 9, 6, tzinfo=UTC)


def story(seed: int, length: int = 160) -> str:
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(WORDS)}{chosen.randrange(9)}" for _ in range(length)) + "."


def edited(text: str, share: float, seed: int = 0) -> str:
    chosen = random.Random(seed)
    return " ".join("another" if chosen.random() < share else word for word in text.split())


def cut(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: int(len(words) * share)])


def recorded(*reports: Report) -> tuple[Recorded, ...]:
    return tuple(Recorded(one, at + 1, None, FIRST + timedelta(hours=at)) for at, one in enumerate(reports))


def credited(*texts: str) -> list[str | None]:
    """Whose story each text is, told by the outlets A, B, C …, in this order."""
    reports = [make_report(text, outlet="ABCDEFGH"[at]) for at, text in enumerate(texts)]
    found = Stories().of(recorded(*reports))
    return [found[one.key].credited if one.key in found else None for one in reports]


LONG = story(1)
COPIES = [
    ("the same text", [LONG, LONG], [None, "A"]),
    ("a tenth of the words changed", [LONG, edited(LONG, 0.1)], [None, "A"]),
    ("cut after a third", [LONG, cut(LONG, 0.34)], [None, "A"]),
    ("cut first, whole later", [cut(LONG, 0.5), LONG], [None, "A"]),
    ("a lead of its own above half of it", [LONG, f"{story(2, 40)} {cut(LONG, 0.5)}"], [None, "A"]),
    ("a copy of a copy", [LONG, edited(LONG, 0.08, 1), edited(LONG, 0.08, 2)], [None, "A", "A"]),
    ("far longer than its sketch", [story(3, 1500), cut(story(3, 1500), 0.4)], [None, "A"]),
    ("two stories", [LONG, story(2)], [None, None]),
    ("one quoted paragraph in both", [LONG, f"{story(4)} {cut(LONG, 0.25)}"], [None, None]),
    ("most words changed", [LONG, edited(LONG, 0.5)], [None, None]),
    ("too short to tell", [cut(LONG, 0.1), cut(LONG, 0.1)], [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "texts", "whose"), COPIES, ids=[row[0] for row in COPIES])
def test_whose_story_a_copy_is(name: str, texts: list[str], whose: list[str | None]) -> None:
    assert credited(*texts) == whose


CREDITS = [
    ("KABUL, Aug 8 (Reuters) - The town fell at noon.", "Reuters"),
    ("Kyiv (AFP) – The town fell at noon.", "AFP"),
    ("The town fell at noon, residents said. (Xinhua)", "Xinhua"),
    ("The town fell at noon.\n\n— AFP", "AFP"),
    ("The town fell at noon.\nAFP", "AFP"),
    ("The town fell at noon.\nSource: TASS", "TASS"),
    ("The town fell at noon.\n(AP, Reuters)", "AP"),
    ("The town fell at noon. via: Anadolu Agency", "Anadolu Agency"),
    ("Town falls after siege.  KABUL (Reuters) - The town fell at noon.", "Reuters"),
    ("By Ada Lind, Reuters\n\nThe town fell at noon.", "Reuters"),
    ("Town falls\nBy Ada Lind | Associated Press\nThe town fell at noon.", "AP"),
    ("By ADA LIND\nAgence France-Presse\nThe town fell at noon.", "AFP"),
    ("By AFP\nThe town fell at noon.", "AFP"),
    ("(Reuters) - The town fell at noon.", "Reuters"),
    ("The town fell at noon.\n(Reporting by Ada Lind in Kabul; Editing by Ben Holm)", "Reuters"),
    ("The town fell at noon. Reporting by Ada Lind; Writing by Eva Dahl; Editing by Ben Holm", "Reuters"),
    ("The town fell at noon. © 2021 AFP", "AFP"),
    ("The town fell at noon.\nReporting by Ada Lind.", None),
    ("By Ada Lind, Hill Post\nThe town fell at noon, Reuters\nreported.", None),
    ("By the time Reuters came the town had fallen.\nIt was noon.", None),
    ("The town fell at noon (AFP photo) and the bridge at dusk, both without a fight.", None),
    ("The town fell at noon, residents told AFP.", None),
    ("The town fell at noon, its mayor said on the BBC.", None),
    ("The town fell at noon (see map).", None),
    ("Officials of the AP said nothing. The town fell at noon.", None),
    ("KABUL - The town fell at noon.", None),
]


@pytest.mark.parametrize(("text", "agency"), CREDITS)
def test_which_agency_is_credited(text: str, agency: str | None) -> None:
    assert credit_of(text) == agency


def test_a_credit_counts_before_a_copy() -> None:
    assert credited(LONG, f"{LONG} (AFP)", edited(LONG, 0.05)) == [None, "AFP", "A"]


def test_a_copy_without_an_outlet_is_named_by_the_report() -> None:
    one, other = make_report(LONG, outlet=None), make_report(LONG, outlet="B")
    assert Stories().of(recorded(one, other))[other.key].credited == one.key


def test_a_baseline_copies_nothing() -> None:
    one, other = make_report(LONG, outlet="A"), make_report(LONG, outlet="B", kind="baseline")
    assert Stories().of(recorded(one, other)) == {}


def test_a_sentence_that_stands_only_in_the_copy_is_its_own() -> None:
    own = story(9, 20)
    one, other = make_report(LONG, outlet="A"), make_report(f"{LONG} {own}", outlet="B")
    stories = Stories().of(recorded(one, other))
    sentences = [" ".join(LONG.split()[20:40]), own]
    claims = [make_resolved(report=other.key, quote=quote, id=quote) for quote in sentences]
    assert [claim.credited for claim in mark_credited(claims, stories)] == ["A", None]


def test_a_copy_of_the_outlets_own_story_is_its_own() -> None:
    one, other = make_report(LONG, outlet="A"), make_report(edited(LONG, 0.05), outlet="A")
    claim = make_resolved(report=other.key, quote=" ".join(LONG.split()[20:40]), outlet="A")
    assert mark_credited([claim], Stories().of(recorded(one, other))) == (claim,)


def test_what_a_copy_tells_is_taken_back_with_the_first() -> None:
    own = story(9, 20)
    one, other = make_report(LONG, outlet="A"), make_report(f"{LONG} {own}", outlet="B")
    stories = Stories().of(recorded(one, other))
    quote = " ".join(LONG.split()[20:40])
    late, since = FIRST + timedelta(days=9), FIRST + timedelta(days=2)
    first = make_resolved(
        report=one.key, quote=quote, outlet="A", id="a", retracted="later", retracted_from=since
    )
    given = [
        make_resolved(report=other.key, quote=quote, outlet="B", id="copied"),
        make_resolved(report=other.key, quote=quote, outlet="B", id="late", known_from=late),
        make_resolved(report=other.key, quote=own, outlet="B", id="its own"),
        make_resolved("clash", report=other.key, quote=quote, outlet="B", id="of something else"),
        make_resolved(report="third", quote=quote, outlet="C", id="of another report"),
    ]
    marked = mark_followed(mark_credited([first, *given], stories), stories)
    back = {claim.id: claim.retracted_from for claim in marked if claim.retracted == "later"}
    assert back == {"a": since, "copied": since, "late": late}


def test_claims_of_other_reports_stay_as_they_are() -> None:
    claim = make_resolved()
    assert mark_credited([claim], Stories().of(recorded(make_report(LONG)))) == (claim,)


texts = st.builds(
    lambda seed, share, keep: cut(edited(story(seed), share, seed), keep),
    st.integers(0, 3),
    st.sampled_from([0.0, 0.05, 0.3]),
    st.sampled_from([0.3, 0.6, 1.0]),
)


@given(st.lists(texts, max_size=8), st.integers(0, 8), st.integers(0, 8))
def test_nothing_known_later_changes_whose_story_it_is(given_texts: list[str], at: int, back: int) -> None:
    """Asked at once, in parts, or of an earlier moment again: the answer for a report stays."""
    reports = recorded(*(make_report(text, outlet=f"outlet {n}") for n, text in enumerate(given_texts)))
    keys = [one.report.key for one in reports]

    def told(stories: Stories, until: int) -> list[str | None]:
        found = stories.of(reports[:until])
        return [found[key].credited if key in found else None for key in keys[:until]]

    whole, parts = Stories(), Stories()
    everything = told(whole, len(reports))
    assert told(parts, at) == everything[:at]
    assert told(parts, len(reports)) == everything
    assert told(parts, back) == everything[:back]


@given(texts, texts)
def test_containment_is_a_share_and_has_no_order(one: str, other: str) -> None:
    first, second = sketch_of(one), sketch_of(other)
    share = containment(first, second)
    assert 0.0 <= share <= 1.0
    assert share == containment(second, first)
    assert not len(first) or containment(first, first) == 1.0


def test_another_order_is_worked_out_anew() -> None:
    one, other = make_report(LONG, outlet="A"), make_report(LONG, outlet="B")
    stories = Stories()
    assert set(stories.of(recorded(one, other))) == {other.key}
    assert set(stories.of(recorded(other, one))) == {one.key}


@given(st.lists(texts, min_size=4, max_size=12), texts)
def test_no_report_that_is_copied_is_sifted_out(given_texts: list[str], text: str) -> None:
    alike, sketches = Alike(), [sketch_of(one) for one in given_texts]
    for one in sketches:
        alike.add(one)
    sketch, numbers = sketch_of(text), range(len(sketches))
    copied = [number for number in numbers if len(sketch) and is_copy(sketch, sketches[number])]
    may = list(alike.may_be_copied(sketch, numbers))
    assert may == sorted(may)
    assert set(copied) <= set(may)
