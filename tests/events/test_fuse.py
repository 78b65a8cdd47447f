from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factories import (
    AYBAK,
    GOVERNMENT,
    KUNDUZ,
    KUNDUZ_AIRPORT,
    KUNDUZ_PROVINCE,
    TALIBAN,
    make_figure,
    make_resolved,
)
from hypothesis import given
from hypothesis import strategies as st
from random_claims import MILL, QUARTER

from whoholds.events import fuse_events
from whoholds.events.features import FEATURES, explain_fusing
from whoholds.events.figures import widest
from whoholds.events.telling import Draft, telling_of
from whoholds.model import Days, Estimate, Factuality, Precision
from whoholds.picture import ResolvedClaim

EIGHTH = date(2021, 8, 8)
TAKEN = {"day": EIGHTH, "id": "taken"}

PAIRS: list[tuple[str, tuple[str, dict[str, Any]], tuple[str, dict[str, Any]], bool]] = [
    ("told by two outlets", ("capture", TAKEN), ("capture", {"outlet": "B", "day": EIGHTH}), True),
    (
        "told later, without a first day",
        ("capture", TAKEN),
        ("capture", {"published": date(2021, 8, 12)}),
        True,
    ),
    ("told weeks later of another day", ("capture", TAKEN), ("capture", {"day": date(2021, 8, 30)}), False),
    ("told of a day soon after", ("capture", TAKEN), ("capture", {"day": date(2021, 8, 11)}), False),
    (
        "a facility handed over, in other words, without a first day",
        ("capture", TAKEN),
        ("handover", {"place": KUNDUZ_AIRPORT, "published": date(2021, 8, 10), "quote": "Nobody resisted."}),
        True,
    ),
    ("taken and handed over", ("capture", TAKEN), ("handover", {"day": EIGHTH}), True),
    (
        "taken, and the loser left",
        ("capture", TAKEN),
        ("withdrawal", {"actor": GOVERNMENT, "day": EIGHTH}),
        True,
    ),
    ("taken, and the taker left", ("capture", TAKEN), ("withdrawal", {"day": EIGHTH}), False),
    ("taken by another", ("capture", TAKEN), ("capture", {"actor": "Militia", "day": EIGHTH}), False),
    ("another type group", ("capture", TAKEN), ("hold", {"day": EIGHTH}), False),
    ("another place", ("capture", TAKEN), ("capture", {"place": AYBAK, "day": EIGHTH}), False),
    (
        "a facility in the town",
        ("capture", TAKEN),
        ("capture", {"place": KUNDUZ_AIRPORT, "day": EIGHTH}),
        True,
    ),
    ("the province", ("capture", TAKEN), ("capture", {"place": KUNDUZ_PROVINCE, "day": EIGHTH}), False),
    (
        "the denial of it",
        ("capture", TAKEN),
        ("capture", {"factuality": Factuality.DENIED, "day": EIGHTH}),
        True,
    ),
    (
        "a fight told by either side",
        ("clash", {"day": EIGHTH, "id": "taken"}),
        ("clash", {"actor": GOVERNMENT, "recipient": TALIBAN, "day": EIGHTH}),
        True,
    ),
    (
        "a fight of two others",
        ("clash", {"day": EIGHTH, "id": "taken", "recipient": GOVERNMENT}),
        ("clash", {"actor": "Militia", "recipient": "Islamic State", "day": EIGHTH}),
        False,
    ),
    (
        "a place no gazetteer knows",
        ("clash", {"day": EIGHTH, "place": None, "place_name": "Imam  Sahib", "id": "taken"}),
        ("clash", {"day": EIGHTH, "place": None, "place_name": "imam sahib"}),
        True,
    ),
    (
        "one name in two provinces",
        ("clash", {"day": EIGHTH, "place": None, "place_name": "X", "container": "ne:A", "id": "taken"}),
        ("clash", {"day": EIGHTH, "place": None, "place_name": "X", "container": "ne:B"}),
        False,
    ),
]


@pytest.mark.parametrize(("name", "one", "other", "fused"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_which_claims_tell_one_event(
    name: str, one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]], fused: bool
) -> None:
    claims = [make_resolved(one[0], **one[1]), make_resolved(other[0], id="other", **other[1])]
    together = [event for event in fuse_events(claims) if set(event.claims) == {"taken", "other"}]
    assert bool(together) is fused


SILENT: list[dict[str, Any]] = [
    {"factuality": Factuality.FUTURE},
    {"factuality": Factuality.DENIED},
    {"judged": "reject"},
    {"place": None, "place_name": None},
]


@pytest.mark.parametrize("given_values", SILENT)
def test_what_forms_no_event(given_values: dict[str, Any]) -> None:
    assert fuse_events([make_resolved(**given_values)]) == ()


def test_an_event_tells_its_days_place_and_parties() -> None:
    claims = [
        make_resolved(id="b", published=date(2021, 8, 9)),
        make_resolved(
            "withdrawal", id="a", actor=GOVERNMENT, recipient=TALIBAN, day=EIGHTH, place=KUNDUZ_AIRPORT
        ),
    ]
    (event,) = fuse_events(claims)
    assert (event.group, event.place, event.claims) == ("taking", KUNDUZ.id, ("a", "b"))
    assert (event.days, event.start_assumed) == (Days(EIGHTH, EIGHTH), False)
    assert (event.actors, event.recipients) == ((TALIBAN,), (GOVERNMENT,))


def test_who_leaves_is_the_actor_where_nobody_is_told_to_have_come() -> None:
    (event,) = fuse_events([make_resolved("withdrawal", actor=GOVERNMENT, recipient=TALIBAN)])
    assert (event.actors, event.recipients) == ((GOVERNMENT,), (TALIBAN,))


def test_a_fight_told_by_either_side_has_one_party_on_each() -> None:
    claims = [
        make_resolved("clash", id="a", actor=TALIBAN, recipient=GOVERNMENT, day=EIGHTH),
        make_resolved("clash", id="b", actor=GOVERNMENT, recipient=TALIBAN, day=EIGHTH),
    ]
    (event,) = fuse_events(claims)
    assert (event.actors, event.recipients) == ((TALIBAN,), (GOVERNMENT,))


def test_an_open_start_stays_open_and_is_flagged() -> None:
    (event,) = fuse_events([make_resolved()])
    assert (event.days.start, event.start_assumed) == (None, True)


def test_conflicting_figures_stay_a_range_with_each_claims_own() -> None:
    claims = [
        make_resolved("clash", id="a", day=EIGHTH, figures=(make_figure(12),)),
        make_resolved("clash", id="b", day=EIGHTH, outlet="B", figures=(make_figure(20),)),
    ]
    (figure,) = fuse_events(claims)[0].figures
    assert figure.estimate == Estimate(12, None, 20)
    assert figure.told == (("a", Estimate(12, 12, 12)), ("b", Estimate(20, 20, 20)))


@pytest.mark.parametrize(
    ("estimates", "expected"),
    [
        ([Estimate(20, 20, 20)], Estimate(20, 20, 20)),
        ([Estimate(20, 20, None), Estimate(25, 25, 25)], Estimate(20, None, None)),
        ([Estimate(24, None, 99), Estimate(30, 30, 30)], Estimate(24, 30, 99)),
        ([Estimate(None, 20, 20), Estimate(10, 10, 10)], Estimate(None, None, 20)),
    ],
)
def test_the_widest_range(estimates: list[Estimate], expected: Estimate) -> None:
    assert widest(estimates) == expected


def test_there_is_no_range_over_nothing() -> None:
    with pytest.raises(ValueError, match="at least one"):
        widest([])


def test_every_feature_says_its_reason() -> None:
    draft_of = telling_of(make_resolved(id="a"))
    draft = Draft(draft_of.group, draft_of.first, draft_of.last, draft_of.parties)
    draft.add(draft_of)
    told = explain_fusing(telling_of(make_resolved(id="b", outlet="B")), draft)
    assert [name for name, _, _ in told] == [feature.__name__ for feature, _ in FEATURES]
    assert all(reason for _, _, reason in told)


@st.composite
def claims_of_a_week(draw: st.DrawFn) -> ResolvedClaim:
    published = date(2021, 8, draw(st.integers(1, 14)))
    return make_resolved(
        draw(st.sampled_from(["capture", "withdrawal", "hold", "clash", "shelling", "siege"])),
        id=f"c{draw(st.integers(0, 10**6))}",
        place=draw(st.sampled_from([KUNDUZ, KUNDUZ_AIRPORT, KUNDUZ_PROVINCE, None])),
        place_name="Kunduz",
        actor=draw(st.sampled_from([TALIBAN, GOVERNMENT, None])),
        recipient=draw(st.sampled_from([TALIBAN, GOVERNMENT, None])),
        published=published,
        start=draw(st.sampled_from([None, published])),
        factuality=draw(st.sampled_from([Factuality.CERTAIN, Factuality.POSSIBLE, Factuality.DENIED])),
        precision=draw(st.sampled_from([Precision.EXACT, Precision.PART])),
        outlet=draw(st.sampled_from(["A", "B"])),
    )


week = st.lists(claims_of_a_week(), max_size=12, unique_by=lambda claim: claim.id)


@given(week.flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))))
def test_any_order_gives_the_same_events(orders: tuple[list[ResolvedClaim], list[ResolvedClaim]]) -> None:
    assert fuse_events(orders[0]) == fuse_events(orders[1])


@given(week)
def test_no_claim_stands_in_two_events_and_none_that_happened_is_lost(claims: list[ResolvedClaim]) -> None:
    events = fuse_events(claims)
    placed = [name for event in events for name in event.claims]
    assert len(placed) == len(set(placed))
    affirmed = {claim.id for claim in claims if claim.claim.factuality is not Factuality.DENIED}
    assert affirmed <= set(placed)
    assert fuse_events([*claims, *claims]) == events


@given(week)
def test_a_province_is_never_in_an_event_of_a_town(claims: list[ResolvedClaim]) -> None:
    kinds = {claim.id: claim.place.kind if claim.place else None for claim in claims}
    for event in fuse_events(claims):
        assert len({kinds[name] == "province" for name in event.claims}) == 1


def test_a_facility_in_a_quarter_is_fused_with_what_is_told_of_quarter_and_town() -> None:
    told = [
        make_resolved("capture", day=EIGHTH, id=f"c{number}", place=place)
        for number, place in enumerate((KUNDUZ, QUARTER, MILL))
    ]
    (event,) = fuse_events(told)
    assert event.place == KUNDUZ.id
    assert len(event.claims) == 3


def test_places_that_lie_in_each_other_are_fused_and_end() -> None:
    one, other = (replace(KUNDUZ, id=name, part_of=around) for name, around in (("a", "b"), ("b", "a")))
    told = [make_resolved("capture", day=EIGHTH, id=place.id, place=place) for place in (one, other)]
    assert sum(len(event.claims) for event in fuse_events(told)) == 2
