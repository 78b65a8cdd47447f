"""Which names are the place of an event, by the rules and with a layer that has half a say."""

from __future__ import annotations

import pytest
from layers import layer_saying

from whoholds.model import Span
from whoholds.text.event_places import chosen, in_doubt, mixed, odds_of
from whoholds.text.events import asked_in_each, find_events

TEXT = "Gunmen killed two farmers in Gao on Friday, and the mayor of Kidal fled."


@pytest.mark.parametrize(
    ("rules", "layer", "expected"),
    [
        ([1.0, -2.0], [3.0, 4.0], [2.0, 1.0]),
        ([1.0, -2.0], [None, None], [1.0, -2.0]),
        ([1.0], [-1000.0], [-6.4]),
        ([], [], []),
    ],
)
def test_half_of_each_is_taken(rules: list[float], layer: list[float | None], expected: list[float]) -> None:
    assert mixed(rules, layer) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("rules", "doubt"),
    [([1.9, -5.0], True), ([-1.9], True), ([2.0, 0.0], False), ([-2.0, -3.0], False), ([], False)],
)
def test_the_rules_are_in_doubt_between_sure_of_a_name_and_sure_of_none(
    rules: list[float], doubt: bool
) -> None:
    assert in_doubt(rules) is doubt


def test_no_part_leaves_the_rules_and_all_leaves_the_layer() -> None:
    assert mixed([1.0, 2.0], [5.0, 6.0], 0.0) == [1.0, 2.0]
    assert mixed([1.0, 2.0], [5.0, 6.0], 1.0) == [5.0, 6.0]


def test_names_are_chosen_by_their_odds() -> None:
    ((asked, *_),) = asked_in_each([TEXT])
    gao, kidal = (name.span for name in asked.question.names)
    assert chosen(asked.question, odds_of(asked.question)) == (gao,)
    assert chosen(asked.question, [0.0, 1.0]) == (kidal,)
    assert chosen(asked.question, [-0.1, -0.2]) == ()


@pytest.mark.parametrize(
    ("odds", "places", "changed"),
    [
        ({3: 9.0}, ["Gao"], False),
        ({}, [], True),  # the layer is sure of none
        ({5: 9.0}, ["Kidal"], True),
    ],
)
def test_an_event_says_that_the_layer_changed_its_place(
    odds: dict[int, float], places: list[str], changed: bool
) -> None:
    layer = layer_saying({length: 4 * of for length, of in odds.items()} or {3: -30.0, 5: -30.0})
    killed = find_events(TEXT, layer=layer)[0]
    assert [place.of(TEXT) for place in killed.places] == places
    assert killed.changed_by == (layer.name if changed else None)
    assert find_events(TEXT)[0].changed_by is None


def test_a_layer_is_asked_about_events_of_a_type_and_about_words_that_are_given() -> None:
    layer = layer_saying({3: 30.0, 5: -30.0})
    text = "They drowned on a boat from Kidal to Gao."
    at = Span(text.index("drowned"), text.index("drowned") + 7)
    (found,), (given,) = find_events(text, layer=layer), find_events(text, [at], layer=layer)
    assert (found.type, found.changed_by, found.places) == (None, None, find_events(text)[0].places)
    assert [place.of(text) for place in given.places] == ["Gao"]
    assert given.changed_by == layer.name
