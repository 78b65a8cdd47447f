"""The map page shows what the questions answer, on every day and at every moment of knowledge."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from whoholds.database import Database, in_memory
from whoholds.exports.page_data import day_number
from whoholds.exports.page_states import standing_of


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'id="picture">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


@pytest.fixture(scope="module")
def page(sample: Database) -> dict[str, Any]:
    return data_of(sample.page(since="2021-07-25", until="2021-08-20", title="August"))


def cell_at(page: dict[str, Any], place: str, *, on: date, as_of: date) -> list[Any]:
    """The cell that the page shows: segments are kept from the moment before as the changes say."""
    number = next(at for at, row in enumerate(page["places"]) if row["id"] == place)
    segments: list[tuple[int, int]] = []
    for moment, changes in zip(page["moments"], page["changes"], strict=True):
        if moment > day_number(as_of):
            break
        for at, keep, *rest in changes:
            if at == number:
                segments = segments[:keep] + list(zip(rest[::2], rest[1::2], strict=True))
    shown = [cell for start, cell in segments if start <= day_number(on)]
    cell: list[Any] = page["cells"][shown[-1] if shown else 0]
    return cell


@pytest.mark.parametrize("name", ["Kunduz", "Zaranj", "Lashkar Gah", "Herat", "Ghazni", "Aybak"])
@pytest.mark.parametrize("moment", [date(2021, 8, 5), date(2021, 8, 9), date(2021, 8, 13)])
def test_the_page_and_the_question_agree(
    sample: Database, page: dict[str, Any], name: str, moment: date
) -> None:
    for back in (0, 1, 4, 8):
        on = moment - timedelta(days=back)
        answer = sample.control(name, on=on, as_of=moment)
        shown = standing_of(answer.state, answer.claims, None)
        status, holder, _, probability, reason, besieged, claimed, _ = cell_at(
            page, answer.state.place.id, on=on, as_of=moment
        )
        party = page["parties"][holder]["name"] if holder is not None else None
        if status != "contested":
            assert (on, party) == (on, shown.holder)
        assert (on, status, reason, bool(besieged)) == (on, shown.status, shown.reason, shown.besieged)
        assert probability == pytest.approx(shown.probability, abs=0.011)
        named = page["parties"][claimed]["name"] if claimed is not None else None
        assert (on, named) == (on, shown.claimed_for)


def test_reasons_are_those_of_the_answer(sample: Database, page: dict[str, Any]) -> None:
    place = sample.search_place("Kunduz").id
    number = next(at for at, row in enumerate(page["places"]) if row["id"] == place)
    (told,) = [
        one
        for one in page["explanations"]
        if one["place"] == number and one["as_of"] == day_number(date(2021, 8, 8))
    ]
    state = sample.control("Kunduz", on="2021-08-08", as_of="2021-08-08").state
    assert sum(nats for _, nats, _ in told["terms"]) == pytest.approx(
        sum(t.nats for t in state.terms), abs=0.02
    )


def test_private_names_are_nowhere_on_it() -> None:
    with in_memory() as database:
        database.add_text(
            "Taliban fighters captured Kunduz on Sunday, Abdul Karim said. The town was quiet, he said.",
            published="2021-08-09",
        )
        assert any("Karim" in (claim.claimer or "") for claim in database.claims())
        assert "Karim" not in database.page()


def test_an_empty_record_has_an_empty_page() -> None:
    with in_memory() as database:
        page = data_of(database.page())
        assert (page["places"], page["claims"], page["moments"]) == ([], [], [])
