"""What adding tells of itself, and that it is done when the call returns."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from whoholds.database import Added, Database
from whoholds.errors import InputError
from whoholds.model import Report
from whoholds.pipeline import Ingested

CAPTURE = "Taliban fighters captured Kunduz on Sunday, residents said."


def test_what_was_added_is_recorded_when_the_call_returns(database: Database) -> None:
    database.add(Report(CAPTURE), published="2021-08-09")
    assert [claim.place_name for claim in database.claims()] == ["Kunduz"]


def test_adding_bit_by_bit_records_only_what_was_gone_through(database: Database) -> None:
    reports = database.adding(Report(CAPTURE, "One"), Report(CAPTURE, "Two"), published="2021-08-09")
    assert database.claims() == ()
    assert [isinstance(one, Ingested) and one.new for one in reports] == [True, True]
    assert len(database.claims()) == 2


def test_the_numbers_and_the_outcomes_in_order(tmp_path: Path, database: Database) -> None:
    (tmp_path / "a.txt").write_text(CAPTURE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("not json\n", encoding="utf-8")
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8")
    added = database.add(tmp_path, Report("Taliban fighters captured Zaranj, residents said.", "Wire"))
    assert (added.new, added.rejected, added.skipped, added.claims) == (2, 1, 1, 2)
    assert [type(one).__name__ for one in added] == ["Ingested", "Rejected", "Skipped", "Ingested"]
    assert len(added) == 4
    assert "b.jsonl, line 1" in added.problems[0].why
    with pytest.raises(FrozenInstanceError):
        added.new = 0  # type: ignore[misc]


def test_known_dated_and_purged_are_counted_apart(database: Database) -> None:
    report = Report(CAPTURE, "Wire", name="a.txt")
    first = database.add(report)
    assert first == Added(new=1, claims=1, outcomes=first.outcomes)
    dated = database.add(report, published="2021-08-09")
    assert (dated.new, dated.known, dated.dated, dated.claims) == (0, 1, 1, 0)
    database.purge("a.txt", reason="asked by the family")
    purged = database.add(report)
    assert (purged.new, purged.known, purged.purged) == (0, 0, 1)


def test_a_path_that_is_missing_is_an_error_and_what_was_before_it_stays(
    tmp_path: Path, database: Database
) -> None:
    with pytest.raises(InputError, match=r"missing\.txt"):
        database.add(Report(CAPTURE), tmp_path / "missing.txt", published="2021-08-09")
    assert len(database.claims()) == 1


def test_coded_claims_with_a_mistake_are_not_taken_in_at_all(tmp_path: Path, database: Database) -> None:
    path = tmp_path / "coded.jsonl"
    good = [{"text": f"{CAPTURE} {n}", "claims": [{"quote": CAPTURE, "type": "capture"}]} for n in range(250)]
    path.write_text("\n".join(map(json.dumps, (*good, {"claims": 3}))), encoding="utf-8")
    with pytest.raises(InputError, match="line 251"):
        database.import_claims(path)
    assert database.claims() == ()
    assert database.sequence() == 0
