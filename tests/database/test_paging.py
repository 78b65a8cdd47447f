"""The halves of the page that a server gives are those of the page in one file."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from told import Telling, taken

from whoholds.database import Database
from whoholds.errors import NotFoundError
from whoholds.exports.page_data import SCHEMA, PageFrame

DAYS: dict[str, Any] = {"since": "2021-07-25", "until": "2021-08-20"}


def in_file(page: str, name: str) -> dict[str, object]:
    found = re.search(rf'type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, object] = json.loads(found[1])
    return read


def test_the_file_is_made_of_the_frame_and_the_parts(sample: Database) -> None:
    page, frame = sample.page(**DAYS), sample.page_frame(**DAYS)
    assert in_file(page, "picture") == json.loads(json.dumps(frame))
    assert frame["schema"] == SCHEMA
    for number in (0, len(frame["places"]) - 1):
        part = sample.page_place(number, **DAYS)
        assert in_file(page, f"part-{number}") == json.loads(json.dumps(part))
        assert part == sample.page_place(frame["places"][number]["id"], **DAYS)


def test_a_title_changes_nothing_but_the_title(sample: Database) -> None:
    plain, titled = sample.page_frame(**DAYS), sample.page_frame(title="August", **DAYS)
    assert titled["meta"] == {**plain["meta"], "title": "August"}
    assert titled["facets"] == plain["facets"]


@pytest.mark.parametrize("place", ["gn:0", "Kunduz", 10_000, -1])
def test_a_place_that_is_not_on_the_page(sample: Database, place: str | int) -> None:
    with pytest.raises(NotFoundError, match=re.escape(repr(place))):
        sample.page_place(place, **DAYS)


def test_what_was_recorded_later_is_in_the_newer_record_only(database: Database, tell: Telling) -> None:
    tell(taken())
    first = database.page_frame()
    sequence, place = first["meta"]["recorded"], first["places"][0]["id"]
    tell(taken(), published="2021-08-11")
    assert len(database.page_place(place)["claims"]) == 2
    assert database.page_place(place)["recorded"] > sequence
    then = database.page_place(place, recorded=sequence)
    assert (len(then["claims"]), then["recorded"]) == (1, sequence)
    assert database.page_frame(recorded=sequence)["facets"] == first["facets"]
    assert len(database.page_place(place, as_of="2021-08-09")["claims"]) == 1


def seen(frame: PageFrame, known: int) -> dict[str, list[tuple[int, object]]]:
    """The days and states of each place, by its id, as known on a day, parties by their names."""
    histories: dict[int, list[int]] = {}
    for moment, changes in zip(frame["moments"], frame["changes"], strict=True):
        for place, keep, *rest in changes if moment <= known else ():
            histories[place] = [*histories.get(place, [])[: 2 * keep], *rest]

    def named(number: int) -> object:
        status, holder, challenger, *others, claimed, pressed = frame["cells"][number]
        told = (holder, challenger, claimed, *pressed)
        parties = [None if one is None else frame["parties"][one]["name"] for one in told]
        return status, parties, others

    return {
        frame["places"][place]["id"]: [
            (day, named(cell)) for day, cell in zip(told[::2], told[1::2], strict=True)
        ]
        for place, told in histories.items()
    }


def test_the_newest_states_of_knowledge_are_those_of_the_whole_page(sample: Database) -> None:
    whole, newest = sample.page_frame(), sample.page_frame(newest=True)
    opens = whole["meta"]["opens"]
    assert newest["meta"]["knows_from"] == opens == newest["moments"][0]
    assert "knows_from" not in whole["meta"]
    assert len(newest["moments"]) < len(whole["moments"])
    for known in (opens, whole["meta"]["last"]):
        assert seen(newest, known) == seen(whole, known)
    assert newest["facets"] == whole["facets"]
    part = sample.page_place(0, newest=True)
    assert part["claims"] == sample.page_place(0)["claims"]
    assert {row["as_of"] <= opens for row in part["explanations"]} == {True}
    assert sample.page_frame() == whole  # the one is not made of the other
