"""Tests of asking with the neighbours of a place: one capped line, part of the method's name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

import whoholds
from whoholds.control.table import control_table
from whoholds.database import Database

LINE = "what is told of the places around (neighbours)"


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Database]:
    with whoholds.open(tmp_path / "told.db") as database:
        texts = (
            "The Taliban captured the town of Khanabad on Sunday, residents said.",
            "The Taliban hold Aliabad, a farmer there said on Sunday.",
            "The Taliban captured Kunduz on Sunday, their spokesman said.",
        )
        for number, text in enumerate(texts):
            database.add_text(text, outlet=f"Paper {number}", published="2021-08-08")
        yield database


def test_neighbours_count_only_when_asked_and_within_the_cap(told: Database) -> None:
    plain, around = told.control("Kunduz"), told.control("Kunduz", neighbours=True)
    lines = {one.label: one.nats for one in around.why().reasons}
    assert LINE not in {one.label for one in plain.why().reasons}
    assert lines[LINE] != 0
    assert around.state.holders["Taliban"] > plain.state.holders.get("Taliban", 0.0)
    total = math.fsum(one.nats for one in around.state.terms)
    chance = around.state.probability
    assert total == pytest.approx(math.log(chance / (1 - chance)))
    assert control_table().neighbours.cap_nats < 1


def test_an_answer_with_neighbours_has_a_name_of_its_own(told: Database) -> None:
    plain, around = told.control("Kunduz"), told.control("Kunduz", neighbours=True)
    assert plain.state.method != around.state.method
    assert told.control("Kunduz").state == plain.state
    again = told.control("Kunduz", neighbours=True, method=around.state.method)
    assert again.state == around.state
    with pytest.raises(whoholds.NotFoundError):
        told.control("Kunduz", method=around.state.method)
