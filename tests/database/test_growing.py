"""Going on from day to day tells what the record tells as of the end of each day."""

from __future__ import annotations

from datetime import date

from whoholds.control.table import control_table
from whoholds.database import Database, in_memory
from whoholds.database.around import Surroundings
from whoholds.database.growing import Growing
from whoholds.exports.page_data import day_number
from whoholds.model import end_of_day


def compare(database: Database) -> int:
    """How many places of how many days were compared, after all were found to be the same."""
    view, compared = database.view(), 0
    growing, around = Growing(view.resolved, view.gazetteer), Surroundings(control_table().region)
    for day, news in growing.days():
        around.tell(news.changes)
        if news.lost:
            around.anew(news.lost, growing.changes())
        then = database.view(as_of=end_of_day(day))
        assert growing.places == then.places
        for place in then.places.values():
            assert growing.claims_of(place) == then.claims_at(place)
            assert around.of(place).nearby() == then.known.changes_near(place)
            compared += 1
    return compared


def test_every_day_of_the_sample(sample: Database) -> None:
    assert compare(sample) > 100


def test_what_is_taken_back_stands_until_then() -> None:
    with in_memory() as database:
        for text, day in (
            ("Taliban fighters captured Kunduz on Sunday.", "2021-08-08"),
            ("The Taliban captured Kunduz airport on Monday.", "2021-08-09"),
            ("Taliban fighters captured Aybak on Monday.", "2021-08-09"),
            ("Correction: Kunduz did not fall on Sunday, as we reported.", "2021-08-10"),
            ("Taliban fighters attacked Herat on Tuesday.", "2021-08-10"),
            ("Taliban fighters captured Herat on Thursday.", "2021-08-12"),
        ):
            database.add_text(text, outlet="Daily Wire", published=day)
        assert any(claim.retracted for claim in database.claims())
        assert compare(database) > 5


def test_what_is_taken_back_on_a_day_of_its_own_is_so_from_that_day() -> None:
    with in_memory() as database:
        for text, day in (
            ("Taliban fighters captured Kunduz on Sunday.", "2021-08-08"),
            ("Correction: Kunduz did not fall on Sunday, as we reported.", "2021-08-10"),
            ("Taliban fighters captured Herat on Thursday.", "2021-08-12"),
        ):
            database.add_text(text, outlet="Daily Wire", published=day)
        view = database.view()
        days = [str(day) for day, _ in Growing(view.resolved, view.gazetteer).days()]
        assert days == ["2021-08-08", "2021-08-10", "2021-08-12"]
        assert compare(database) > 3
        frame = database.page_frame()
        assert frame["facets"]["back"][-1] == day_number(date(2021, 8, 10))


def test_a_place_that_is_named_in_a_part_of_it() -> None:
    with in_memory() as database:
        database.add_text(
            "The Taliban captured Bagram Airfield on Sunday.", outlet="A", published="2021-08-15"
        )
        database.add_text("The Taliban seized Kunduz.", outlet="B", published="2021-08-16")
        database.add_text("Government forces hold Kunduz airport.", outlet="C", published="2021-08-17")
        assert compare(database) > 2
