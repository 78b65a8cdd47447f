"""A later toll that corrects an earlier one is known as such; what different claimers count stays a range."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import make_figure, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.database import in_memory
from whoholds.events.corrections import GROUPS, says_so
from whoholds.events.figures import event_figures
from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Estimate, Published, Report
from whoholds.picture import Event, EventFigure, ResolvedClaim
from whoholds.wording import count_words, figure_lines

MONDAY = date(2021, 8, 9)
BOMB = "A car bomb exploded in Herat on Monday, killing eight people, police said."


def told(*reports: tuple[int, str, str]) -> tuple[Event, dict[str, ResolvedClaim]]:
    """The one event of reports: days after Monday, outlet, text; read by the product."""
    with in_memory() as db:
        for days, outlet, text in reports:
            db.add(Report(text, outlet=outlet, published=Published(MONDAY + timedelta(days=days))))
        (event,) = [entry.event for entry in db.timeline() if entry.event.figures]
        return event, {claim.id: claim for claim in db.claims()}


def killed(event: Event) -> EventFigure:
    (figure,) = [one for one in event.figures if one.kind == "killed"]
    return figure


@pytest.mark.parametrize(
    ("later", "number"),
    [
        ("The death toll from a car bomb in Herat on Monday rose to 12, hospital officials said.", 12),
        ("The death toll from a car bomb in Herat on Monday rose from 8 to 12, hospital officials said.", 12),
        ("The death toll in Monday's car bombing in Herat has risen to 12 from eight, doctors said.", 12),
        ("Officials revised the death toll from Monday's blast in Herat down to six.", 6),
        ("Police now say 12 people died in the bombing in Herat on Monday, up from an earlier eight.", 12),
        (
            "Ten people were killed in Monday's bombing in Herat; police had earlier said eight died.",
            10,
        ),
    ],
)
def test_a_toll_that_takes_the_place_of_an_earlier_one(later: str, number: int) -> None:
    event, claims = told((0, "Wire", BOMB), (1, "Wire", later))
    figure = killed(event)
    assert figure.estimate == Estimate(number, number, number)
    assert len(figure.told) == 2
    quotes = {
        claims[name].quote: claims[by].quote
        for (name, _), by in zip(figure.told, figure.corrected_by, strict=True)
        if by is not None
    }
    assert quotes == {BOMB: later}


def test_the_words_of_both_are_shown() -> None:
    later = "The death toll from a car bomb in Herat on Monday rose to 12, hospital officials said."
    event, claims = told((0, "Wire", BOMB), (1, "Wire", later))
    assert count_words(killed(event)) == "12, before it was corrected 8"
    first, second = figure_lines(event, claims)
    assert first == "people killed: 12"
    assert "before, corrected: 8: “" in second
    assert BOMB in second
    assert later in second


@pytest.mark.parametrize(
    ("outlet", "later"),
    [
        ("Gazette", "A car bomb exploded in Herat on Monday, killing 12 people, residents said."),
        ("Gazette", "A car bomb in Herat on Monday killed 12 people."),
        ("Wire", "A car bomb exploded in Herat on Monday, killing 12 people, residents said."),
    ],
)
def test_what_different_claimers_count_stays_a_range(outlet: str, later: str) -> None:
    figure = killed(told((0, "Wire", BOMB), (1, outlet, later))[0])
    assert figure.estimate == Estimate(8, None, 12)
    assert set(figure.corrected_by) == {None}


def test_an_earlier_report_corrects_nothing() -> None:
    toll = "The death toll from a car bomb in Herat on Monday rose to 12, hospital officials said."
    figure = killed(told((0, "Wire", toll), (1, "Wire", BOMB.replace("police", "the mayor")))[0])
    assert figure.estimate == Estimate(8, None, 12)


def test_the_same_claimer_in_the_same_outlet_counts_anew() -> None:
    figure = killed(told((0, "Wire", BOMB), (1, "Wire", BOMB.replace("eight", "nine")))[0])
    assert figure.estimate == Estimate(9, 9, 9)


def claim(number: int, day: int, **given: Any) -> ResolvedClaim:
    figure, of = make_figure(number, who=given.pop("who", "people")), given.pop("of", MONDAY)
    name, published = f"{number} {day} {given.get('outlet')}", MONDAY + timedelta(days=day)
    given |= {"id": name, "published": published, "day": of, "actor": None, "figures": (figure,)}
    return make_resolved("explosion", **given)


def test_a_toll_that_rises_twice_leaves_the_last() -> None:
    (figure,) = event_figures([claim(8, 0), claim(12, 1), claim(15, 2)])
    assert figure.estimate == Estimate(15, 15, 15)
    assert [by is None for by in figure.corrected_by] == [name.startswith("15") for name, _ in figure.told]


def test_without_a_day_or_for_other_people_nothing_is_corrected() -> None:
    (figure,) = event_figures([claim(8, 0, of=None), claim(12, 1, of=None)])
    assert figure.estimate == Estimate(8, None, 12)
    assert len(event_figures([claim(8, 0), claim(3, 1, who="children")])) == 2


def test_who_comes_to_the_others_takes_the_place_of_none() -> None:
    with in_memory() as db:
        db.add(Report(BOMB, outlet="Wire", published=Published(MONDAY)))
        text = "Two more people died in the car bombing of Monday in Herat, police now say."
        db.add(Report(text, outlet="Wire", published=Published(MONDAY + timedelta(days=1))))
        figures = [figure for entry in db.timeline() for figure in entry.event.figures]
    assert sum(len(figure.told) for figure in figures) == 2
    assert all(set(figure.corrected_by) == {None} for figure in figures)


@pytest.mark.parametrize("group", GROUPS)
def test_the_examples_of_the_words(group: str) -> None:
    assert says_so(read_lexicon("en", "corrections")[group]["example"])


def test_the_example_of_what_is_added() -> None:
    example = read_lexicon("en", "corrections")["added"]["example"]
    assert not word_set("corrections", "added").isdisjoint(example.casefold().split())
    assert not says_so(example)


@pytest.mark.parametrize(
    "quote",
    ["Eight people were killed in Herat.", "The army rose early.", "They took the flag down."],
)
def test_other_words_correct_nothing(quote: str) -> None:
    assert not says_so(quote)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 5), st.sampled_from(["A", "B"])), min_size=1,
                max_size=8, unique=True))  # fmt: skip
def test_something_always_stands_and_the_order_is_free(rows: list[tuple[int, int, str]]) -> None:
    claims = [claim(number, day, outlet=outlet) for number, day, outlet in rows]
    found = event_figures(claims)
    assert found == event_figures(claims[::-1])
    assert all(None in figure.corrected_by for figure in found)
