"""A map is made of the same whether all is made ready anew for each day or kept from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from whoholds.control.daily import Daily
from whoholds.database import Database, in_memory
from whoholds.database.map_page import Span, _days
from whoholds.database.map_states import bases_of
from whoholds.database.map_turns import Days, Told, kept_of, told_of
from whoholds.database.view import View
from whoholds.simulate import simulate, war_numbers, write


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """What is told of a war of some months."""
    numbers = war_numbers()
    ground = replace(numbers.ground, days=150, places=30)
    folder = tmp_path_factory.mktemp("war")
    coded, _, baseline = write(simulate(3, replace(numbers, ground=ground)), folder)
    return _read(coded, baseline)


def _read(coded: Path, baseline: Path) -> View:
    with in_memory() as database:
        database.baseline(baseline)
        database.import_claims(coded)
        for claim in sorted(database.claims(), key=lambda one: one.id)[::29]:
            database.judge(claim.id, "reject", reason="not so")
        return database.view()


def _told(view: View, days: Days) -> list[Told]:
    bases = bases_of(view, lambda _: None, days.days[-1])
    return [told_of(one, days, view.by_id) for one in bases.values()]


def test_a_change_in_the_region_alone_is_told_as_if_all_were_made_ready_again(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = Days(_days(view, Span()))
    moved: list[bool] = []
    of_before = Daily.in_region

    def counting(self: Daily, *given: object) -> Daily | None:
        found = of_before(self, *given)  # type: ignore[arg-type]
        moved.append(found is not None)
        return found

    monkeypatch.setattr(Daily, "in_region", counting)
    kept = _told(view, days)
    assert sum(moved) > 50
    monkeypatch.setattr(Daily, "in_region", lambda *_: None)
    anew = _told(view, days)
    assert [one.histories for one in kept] == [one.histories for one in anew]
    assert [one.explained for one in kept] == [one.explained for one in anew]


def test_what_more_became_known_of_before_the_first_day_is_not_worked_out(view: View) -> None:
    whole = _days(view, Span())
    bases = bases_of(view, lambda _: None, whole[-1])
    late = Days(whole[60:])
    for one in bases.values():
        told = told_of(one, late, view.by_id)
        over = sum(basis.moment <= late.days[0] for basis in one)
        assert [bool(history.segments) for history in told.histories[:over]] == [False] * (over - 1) + [
            True
        ] * (over > 0)
        alone = told_of(one[max(0, over - 1) :], late, view.by_id)
        assert told.histories[max(0, over - 1) :] == alone.histories


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[Database, list[Path]]]:
    """A record with its baseline, and the files of claims that it is still to be given."""
    numbers = war_numbers()
    ground = replace(numbers.ground, days=60, places=10)
    coded, _, baseline = write(simulate(5, replace(numbers, ground=ground)), tmp_path)
    lines = coded.read_text("utf-8").splitlines(keepends=True)
    late = lines[7::50]  # become known of early days when later ones are known already
    rest = [line for line in lines if line not in set(late)]
    files = []
    for number, some in enumerate((rest[: len(rest) // 2], rest[len(rest) // 2 : -30], rest[-30:], late)):
        files.append(tmp_path / f"{number}.jsonl")
        files[-1].write_text("".join(some), encoding="utf-8")
    with in_memory() as database:
        database.baseline(baseline)
        yield database, files


def test_a_page_of_a_record_that_grew_is_that_of_the_whole(
    growing: tuple[Database, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With claims of later days, of earlier ones, and with judgements: what is kept is as if made anew."""
    database, files = growing
    kept: list[int] = []

    def counting(*given: Any) -> int:
        kept.append(kept_of(*given))
        return kept[-1]

    monkeypatch.setattr("whoholds.database.map_page.kept_of", counting)
    for file in files:
        database.import_claims(file)
        _is_that_of_the_whole(database)
    first = min(claim.id for claim in database.claims())
    database.judge(first, "reject", reason="not so")
    _is_that_of_the_whole(database)
    database.judge(first, "undo", reason="was so after all")
    _is_that_of_the_whole(database)
    assert sum(kept) > 10 * len(database.view().places)


def _is_that_of_the_whole(database: Database) -> None:
    kept = _page(database)
    database._forget()
    assert kept == _page(database)


def _page(database: Database) -> list[object]:
    frame = database.page_frame()
    frame = {**frame, "meta": {**frame["meta"], "generated_at": ""}}
    return [frame, *(database.page_place(place["id"]) for place in frame["places"])]
