"""The page kept for the next start is the page made anew; of another state, day or form it is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import whoholds
from whoholds.database import Database
from whoholds.database.page_kept import ALL, NEWEST, WHOLE
from whoholds.exports import Filter
from whoholds.model import Published, Report

KUNDUZ = "Taliban fighters captured Kunduz on Sunday, a doctor said. Zaranj fell on Friday, residents said."


@pytest.fixture(autouse=True)
def worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the record is."""
    monkeypatch.setattr("whoholds.database.page_kept.WORTH", 0)
    monkeypatch.setattr("whoholds.database.page_kept.STEP", 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "war.whoholds"
    with whoholds.open(path) as database:
        database.add_text(KUNDUZ, published="2021-08-09")
    return path


def keep(database: Database) -> int:
    return sum(1 for _ in database.keeping_page())


def test_the_page_that_is_kept_is_the_one_made_anew(path: Path) -> None:
    with whoholds.open(path, write=False) as database:
        assert database.how_kept() == frozenset()
        database.keep_newest()
        assert database.how_kept() == {NEWEST}
        assert database.kept_frame() is None
        assert database.kept_frame(newest=True) == json.loads(json.dumps(database.page_frame(newest=True)))
        assert keep(database) == 4  # the frame, two places, and that it is all
        assert database.how_kept() == {WHOLE, NEWEST, ALL}
    with whoholds.open(path, write=False) as database:
        frame = database.kept_frame(title="August", opens="2021-08-10")
        made = database.page_frame(title="August", opens="2021-08-10")
        assert frame is not None
        made["meta"]["generated_at"] = frame["meta"]["generated_at"]
        assert json.dumps(frame) == json.dumps(made)
        for place in frame["places"]:
            kept, part = database.kept_place(place["id"]), database.page_place(place["id"])
            assert json.dumps(kept) == json.dumps(part)
        assert database.kept_place("gn:0") is None


def test_it_is_that_of_all_that_is_recorded_alone(path: Path) -> None:
    with whoholds.open(path) as database:
        keep(database)
        seq = database.store.seq
        assert database.kept_frame(recorded=seq) is not None
        assert database.kept_frame(since="2021-08-08") is None
        assert database.kept_frame(as_of="2021-08-09") is None
        assert database.kept_frame(filter=Filter(party="Taliban")) is None
        database.add_text("The Taliban have taken Zaranj, residents said.", published="2021-08-10")
        assert database.kept_frame() is None
        assert database.kept_frame(recorded=seq) is None  # the newest state alone


def test_what_was_recorded_meanwhile_ends_the_keeping(path: Path) -> None:
    with whoholds.open(path) as database:
        steps = database.keeping_page()
        next(steps)
        database.add_text("The Taliban have taken Zaranj, residents said.", published="2021-08-10")
        assert list(steps) == []
        assert database.how_kept() == frozenset()


def own_parties(path: Path, patched: pytest.MonkeyPatch) -> None:
    file = path.with_name("own.toml")
    file.write_text('[[party]]\nname = "Vale Guard"\nkind = "rebels"\ncountries = ["AF"]\n', "utf-8")
    patched.setenv("WHOHOLDS_PARTIES", str(file))


def other_code(_: Path, patched: pytest.MonkeyPatch) -> None:
    patched.setattr("whoholds.database.page_kept._drawing", lambda: "another")


def other_version(_: Path, patched: pytest.MonkeyPatch) -> None:
    patched.setattr("whoholds.database.page_kept.code_version", lambda: "0.0.0")


def small(_: Path, patched: pytest.MonkeyPatch) -> None:
    patched.setattr("whoholds.database.page_kept.WORTH", 100)


@pytest.mark.parametrize("changed", [own_parties, other_code, other_version, small])
def test_under_another_name_it_is_none(
    path: Path, monkeypatch: pytest.MonkeyPatch, changed: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    with whoholds.open(path) as database:
        keep(database)
    changed(path, monkeypatch)
    with whoholds.open(path) as database:
        assert database.how_kept() == frozenset()
        assert database.kept_frame(newest=True) is None
        assert database.kept_place("gn:1135690") is None


def test_a_page_that_ends_today_is_that_of_today_alone(path: Path) -> None:
    with whoholds.open(path) as database:
        always, _ = database._page_names()
        assert database._name_of(database.page_frame()) == always
        tomorrow = datetime.now(UTC).date() + timedelta(days=1)
        database.add(Report("The Taliban have taken Zaranj, residents said.", published=Published(tomorrow)))
        always, today = database._page_names()
        assert database._name_of(database.page_frame()) == today != always
