"""Counts of one event in the page's form: each in its own words, with what corrects it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factories import AYBAK, KUNDUZ, make_figure, make_resolved
from page_factory import make_picture

from whoholds.exports.page_data import day_number
from whoholds.exports.page_tolls import toll_rows
from whoholds.model import Days, Estimate
from whoholds.picture import Event, EventFigure, Picture, ResolvedClaim

DAY = date(2021, 8, 8)


def counting(low: int, text: str, *, who: str | None = "civilians") -> ResolvedClaim:
    """A claim that counts civilians, and soldiers as many."""
    estimate = Estimate(low, low, low)
    figures = [
        replace(make_figure(low, who=name), estimate=estimate, text=f"{text} {name}")
        for name in ("soldiers", who)
    ]
    return make_resolved("shelling", place=KUNDUZ, quote=text, outlet=text, figures=tuple(figures))


def picture_of(first: ResolvedClaim, second: ResolvedClaim, figure: EventFigure, place: str) -> Picture:
    days = Days(DAY, DAY)
    event = Event("e1", "attack", place, days, (first.id, second.id), (), (), figures=(figure,))
    return replace(make_picture(()), events=(event,), claims={one.id: one for one in (first, second)})


def test_each_count_stands_in_its_own_words() -> None:
    one, other = counting(20, "twenty"), counting(30, "thirty")
    told = ((one.id, Estimate(20, 20, 20)), (other.id, Estimate(30, 30, 30)))
    figure = EventFigure("killed", "civilians", Estimate(20, None, 30), told, (other.id, None))
    (row,) = toll_rows(picture_of(one, other, figure, KUNDUZ.id), {KUNDUZ.id})[KUNDUZ.id]
    assert (row["kind"], row["who"], row["event"]) == ("killed", "civilians", "attack")
    assert (row["start"], row["end"]) == (day_number(DAY), day_number(DAY))
    assert [count["text"] for count in row["told"]] == ["twenty civilians", "thirty civilians"]
    assert row["told"][0]["corrected"] == other.id
    assert "corrected" not in row["told"][1]


def test_people_of_whom_no_more_is_said() -> None:
    one, other = counting(20, "twenty", who=None), counting(30, "thirty", who=None)
    told = ((one.id, Estimate(20, 20, 20)), (other.id, Estimate(30, 30, 30)))
    figure = EventFigure("killed", "people", Estimate(20, None, 30), told)
    (row,) = toll_rows(picture_of(one, other, figure, KUNDUZ.id), {KUNDUZ.id})[KUNDUZ.id]
    assert [count["text"] for count in row["told"]] == ["twenty None", "thirty None"]


def test_a_single_count_and_another_place_have_no_row() -> None:
    one, other = counting(20, "twenty"), counting(30, "thirty")
    single = EventFigure("killed", "civilians", Estimate(20, 20, 20), ((one.id, Estimate(20, 20, 20)),))
    assert toll_rows(picture_of(one, other, single, KUNDUZ.id), {KUNDUZ.id}) == {}
    both = replace(single, told=((one.id, Estimate(20, 20, 20)), (other.id, Estimate(30, 30, 30))))
    assert toll_rows(picture_of(one, other, both, AYBAK.id), {KUNDUZ.id}) == {}
