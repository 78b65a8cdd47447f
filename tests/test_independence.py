from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, make_resolved, of_government
from hypothesis import given
from hypothesis import strategies as st

from whoholds.independence import Counted, Sentences, Voices, counted, independent, voices
from whoholds.picture import ResolvedClaim

STORY = "Insurgents overran the northern city on Sunday after two days of street fighting."
CUT = "Insurgents overran the northern city on Sunday after two days"
SAID_ONE = "“Their flag has been over the bazaar since dawn,” a shopkeeper told the paper by telephone."
SAID_TWO = "A resident of the town put it so: “Their flag has been over the bazaar since dawn.”"
CRY_ONE = "“They are here,” a shopkeeper said before the line to the town was cut."
CRY_TWO = "Many fled at noon; a resident shouted: “They are here.”"
OTHER = "The governor's compound fell at dawn, according to people in the quarter."

COUNTS: list[tuple[str, list[dict[str, Any]], int]] = [
    ("no claims", [], 0),
    ("one outlet twice", [{"quote": STORY}, {"quote": OTHER}], 1),
    ("two outlets in their own words", [{"quote": STORY}, {"quote": OTHER, "outlet": "Evening Post"}], 2),
    ("a story printed by three outlets", [{"quote": STORY, "outlet": name} for name in "ABC"], 1),
    ("a story cut short", [{"quote": STORY}, {"quote": CUT, "outlet": "Evening Post"}], 1),
    ("an agency, and an outlet that carries it", [{"outlet": "AFP"}, {"relayed_by": "AFP"}], 1),
    ("an agency, and an outlet that quotes it", [{"outlet": "AFP"}, {"claimer": "AFP"}], 1),
    ("spelt with or without a gap", [{"outlet": "TOLOnews"}, {"claimer": "Tolo News"}], 1),
    ("residents told to two outlets", [{"claimer": "residents", "outlet": name} for name in "AB"], 2),
    ("residents told to one", [{"claimer": "residents"}, {"claimer": "Residents", "quote": OTHER}], 1),
    ("the outlet, and nobody named by it", [{}, {"unnamed": True, "quote": OTHER}], 1),
    ("two who speak for one side", [of_government(), {"claimer": "the ministry", "side": GOVERNMENT}], 1),
    (
        "people of sides that are not told, each to another outlet",
        [{"claimer": name, "outlet": name} for name in ("officials", "the military", "They", "a spokesman")],
        1,
    ),
    (
        "officials of a side that is not told, of what each party takes",
        [{"claimer": "officials"}, {"claimer": "an officer", "outlet": "B", "actor": GOVERNMENT}],
        2,
    ),
    (
        "an officer whose side is not told, one with a name, residents",
        [
            {"claimer": "an officer"},
            {"claimer": "General Karim Wardak", "outlet": "B"},
            {"claimer": "residents", "outlet": "C"},
        ],
        3,
    ),
    ("one side and the outlet", [of_government(), {}], 2),
    (
        "a story, and an outlet that prints it as its own",
        [{}, {"outlet": "Post", "credited": "Daily Wire"}],
        1,
    ),
    ("two outlets that credit one agency", [{"outlet": name, "credited": "AFP"} for name in "AB"], 1),
    (
        "residents, told to an agency that two outlets print",
        [{"claimer": "residents", "outlet": name, "credited": "AFP"} for name in "AB"],
        1,
    ),
    (
        "residents told to an agency, and what the agency is said to have told",
        [{"claimer": "residents", "outlet": "AFP"}, {"claimer": "AFP", "outlet": "Post", "quote": OTHER}],
        1,
    ),
    (
        "residents told to an agency that tells it too, and what it is said to have told",
        [
            {"claimer": "residents", "outlet": "AFP"},
            {"outlet": "AFP", "quote": CRY_ONE},
            {"claimer": "AFP", "outlet": "Post", "quote": OTHER},
        ],
        2,
    ),
    (
        "an admission, and its copy that names nobody",
        [of_government() | {"quote": STORY}, {"quote": STORY, "outlet": "Evening Post"}],
        1,
    ),
    (
        "one quotation, its speaker described in two ways",
        [
            {"claimer": "a shopkeeper", "quote": SAID_ONE},
            {"claimer": "a resident", "quote": SAID_TWO, "outlet": "B"},
        ],
        1,
    ),
    (
        "a short exclamation may be anybody's",
        [
            {"claimer": "a shopkeeper", "quote": CRY_ONE},
            {"claimer": "a resident", "quote": CRY_TWO, "outlet": "B"},
        ],
        2,
    ),
    (
        "two outlets that tell it themselves beside one quotation",
        [{"quote": SAID_ONE}, {"quote": SAID_TWO, "outlet": "B"}],
        2,
    ),
]


@pytest.mark.parametrize(("name", "given_claims", "count"), COUNTS, ids=[row[0] for row in COUNTS])
def test_how_many_independent_origins(name: str, given_claims: list[dict[str, Any]], count: int) -> None:
    claims = [make_resolved(id=f"{name} {number}", **values) for number, values in enumerate(given_claims)]
    assert independent(claims) == count


def told() -> st.SearchStrategy[ResolvedClaim]:
    return st.builds(
        lambda number, outlet, quote, day: make_resolved(
            id=f"c{number}", outlet=outlet, quote=quote, published=date(2021, 8, day)
        ),
        st.integers(0, 10_000),
        st.sampled_from(["A", "B", "C"]),
        st.sampled_from([STORY, CUT, OTHER]),
        st.integers(1, 9),
    )


@given(
    st.lists(told(), max_size=8, unique_by=lambda claim: claim.id).flatmap(
        lambda one: st.tuples(st.just(one), st.permutations(one))
    )
)
def test_the_order_does_not_matter(orders: tuple[list[ResolvedClaim], list[ResolvedClaim]]) -> None:
    assert dict(voices(orders[0])) == dict(voices(orders[1]))


def told_by_many() -> st.SearchStrategy[ResolvedClaim]:
    return st.builds(
        lambda number, quote, day, who, kind: make_resolved(
            kind, id=f"c{number}", quote=quote, published=date(2021, 8, day), **who
        ),
        st.integers(0, 10_000),
        st.sampled_from([STORY, CUT, OTHER, SAID_ONE, SAID_TWO, CRY_ONE, CRY_TWO, "It fell."]),
        st.integers(1, 4),
        st.sampled_from(
            [{}, {"outlet": "AFP"}, {"claimer": "AFP", "outlet": "Post"}, {"claimer": "residents"},
             {"claimer": "a shopkeeper", "outlet": "Post"}, of_government(), {"relayed_by": "AFP"}]
        ),
        st.sampled_from(["capture", "hold"]),
    )  # fmt: skip


@given(
    st.lists(told_by_many(), max_size=10, unique_by=lambda claim: claim.id),
    st.lists(st.sets(st.integers(0, 9)), max_size=4),
)
def test_sentences_compared_once_give_the_same_voices_without_some(
    claims: list[ResolvedClaim], left_out: list[set[int]]
) -> None:
    said = Sentences(claims)
    for out in (set(), *left_out):
        rest = [claim for number, claim in enumerate(claims) if number not in out]
        assert Voices(said).of(rest) == voices(rest)
        again = [replace(claim, actor=GOVERNMENT) for claim in rest]
        assert Voices(said).of(again) == voices(again)


@pytest.mark.parametrize(
    ("reports", "origins", "words"),
    [
        (1, 1, "1 report, 1 origin"),
        (3, 1, "3 reports, 1 origin"),
        (3, 2, "3 reports, 2 independent origins"),
    ],
)
def test_the_words_for_a_count(reports: int, origins: int, words: str) -> None:
    assert Counted(reports, origins).words() == words


def test_reports_are_counted_once_each() -> None:
    claims = [make_resolved(id=f"c{at}", quote=quote, report="r1") for at, quote in enumerate((STORY, OTHER))]
    copies = [
        make_resolved(id=f"d{at}", quote=STORY, outlet=name, report=name) for at, name in enumerate("AB")
    ]
    assert counted([*claims, *copies]) == Counted(3, 1)


def test_two_claimers_of_one_sentence_are_two_voices() -> None:
    """ "Residents and officials said": each speaks for himself; who denies it did not change his mind."""
    told = [
        make_resolved(id="a", quote=STORY, claimer="residents"),
        make_resolved("hold", id="b", quote=STORY, claimer="Musa Karim", actor=GOVERNMENT),
    ]
    voice = voices(told)
    assert voice["a"] != voice["b"]
    copied = [make_resolved(id=f"{one.id}2", quote=STORY, claimer=one.claimer, outlet="Late Post",
                            published=date(2021, 8, 12)) for one in told]  # fmt: skip
    again = voices([*told, *copied])
    assert (again["a2"], again["b2"]) == (again["a"], again["b"])


def test_two_claimers_beside_one_quotation_are_two_voices() -> None:
    told = [
        make_resolved(id=name, quote=SAID_ONE, claimer=who)
        for name, who in (("a", "a shopkeeper"), ("b", "Musa Karim"))
    ]
    voice = voices(told)
    assert voice["a"] != voice["b"]


def test_people_without_a_name_who_tell_other_outlets_of_other_days_are_no_copies() -> None:
    fights = [
        make_resolved("clash", outlet=f"Outlet {day}", claimer="residents", published=date(2021, 6, day),
                      day=date(2021, 6, day), quote="Heavy fighting shook the town that day, residents said.")
        for day in (2, 5, 8)
    ]  # fmt: skip
    assert counted(fights) == Counted(3, 3)
    named = [replace(one, claimer="Karim Wardak") for one in fights]
    assert counted(named) == Counted(3, 1)
    reprinted = [replace(one, days=fights[0].days, id=f"again {number}") for number, one in enumerate(fights)]
    assert counted(reprinted) == Counted(3, 1)
    undated = [replace(one, dated=False, id=f"undated {number}") for number, one in enumerate(fights)]
    assert counted(undated) == Counted(3, 1)
