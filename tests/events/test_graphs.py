"""Clusters beside the connected components of graphs, found by another library."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_claims import claims

from whoholds.events import fuse_events
from whoholds.events.linkage import groups_of
from whoholds.model import Factuality
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim

nx: Any = pytest.importorskip("networkx")
COUNT = 12
LINKS = st.sets(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda pair: pair[0] < pair[1]),
    max_size=20,
)


def components(nodes: list[int], links: set[tuple[int, int]]) -> set[frozenset[int]]:
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(links)
    return {frozenset(one) for one in nx.connected_components(graph)}


@given(LINKS)
def test_where_any_link_is_enough_groups_are_components(links: set[tuple[int, int]]) -> None:
    groups = groups_of(COUNT, dict.fromkeys(links, 1.0), threshold=1e-9)
    assert {frozenset(group) for group in groups} == components(list(range(COUNT)), links)


@given(st.dictionaries(st.sampled_from(list(combinations(range(COUNT), 2))), st.floats(0, 5), max_size=30))
def test_a_group_never_has_members_of_two_components(likeness: dict[tuple[int, int], float]) -> None:
    groups = groups_of(COUNT, likeness, threshold=2.0)
    whole = components(list(range(COUNT)), {pair for pair, value in likeness.items() if value >= 2.0})
    assert all(any(set(group) <= one for one in whole) for group in groups)


def window(claim: ResolvedClaim) -> tuple[date, date]:
    last = claim.days.end or claim.published or claim.known_from.date()
    return min(claim.days.start or last - timedelta(days=14), last), last


def linked(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    """What the codebook asks of two claims of one event: one kind, one place or one inside the other, days
    in common. Written anew here, without the code that is tested."""
    (first, last), (begun, ended) = window(one), window(other)
    kinds = {event_types()[claim.claim.type].group for claim in (one, other)}
    return len(kinds) == 1 and first <= ended and begun <= last and at_one_place(one, other)


def at_one_place(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    if one.place is None or other.place is None:
        return one.place is other.place and one.place_name == other.place_name
    if one.place.id == other.place.id:
        return True
    towns = {"settlement", "facility"}
    inside = one.place.part_of == other.place.id or other.place.part_of == one.place.id
    return inside and {one.place.kind, other.place.kind} <= towns


def linkage(told: list[ResolvedClaim]) -> Any:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(told)))
    graph.add_edges_from(
        pair for pair in combinations(range(len(told)), 2) if linked(told[pair[0]], told[pair[1]])
    )
    return graph


def telling(drawn: list[ResolvedClaim]) -> list[ResolvedClaim]:
    return [one for one in drawn if one.counts and one.claim.factuality is not Factuality.FUTURE]


@given(claims)
def test_an_event_hangs_together_by_links(drawn: list[ResolvedClaim]) -> None:
    told = telling(drawn)
    graph = linkage(told)
    number = {claim.id: at for at, claim in enumerate(told)}
    for event in fuse_events(drawn):
        assert nx.is_connected(graph.subgraph([number[name] for name in event.claims]))


@given(claims)
def test_each_component_of_the_links_gives_its_events_alone(drawn: list[ResolvedClaim]) -> None:
    told = telling(drawn)
    parts = nx.connected_components(linkage(told))
    apart = [event for part in parts for event in fuse_events([told[at] for at in part])]
    assert {event.id: event for event in apart} == {event.id: event for event in fuse_events(drawn)}
