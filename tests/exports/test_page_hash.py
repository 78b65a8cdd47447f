"""The hash of a page: the same for the same content, another one for any other."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from page_factory import page_data

from whoholds.exports.page_hash import data_hash


def hash_of(**given: Any) -> str:
    told: str = page_data(**given)["frame"]["meta"]["data_sha256"]
    return told


def test_title_opening_day_and_time_of_making_do_not_count() -> None:
    first: Any = page_data()["frame"]
    again: Any = {
        **first,
        "meta": {**first["meta"], "generated_at": datetime(2030, 1, 1, tzinfo=UTC).isoformat()},
    }
    assert len(first["meta"]["data_sha256"]) == 64
    assert data_hash(again) == first["meta"]["data_sha256"]
    assert hash_of(title="Another one", opens=date(2021, 8, 3)) == hash_of()


@pytest.mark.parametrize("key", ["places", "cells", "changes", "parties", "facets", "outlines"])
def test_what_is_shown_counts(key: str) -> None:
    frame: Any = page_data()["frame"]
    emptied: Any = {**frame, key: type(frame[key])()}
    assert data_hash(emptied) != frame["meta"]["data_sha256"]


@pytest.mark.parametrize("key", ["recorded", "method", "first", "last"])
def test_so_does_what_names_it(key: str) -> None:
    frame: Any = page_data()["frame"]
    other: Any = {**frame, "meta": {**frame["meta"], key: "another"}}
    assert data_hash(other) != frame["meta"]["data_sha256"]
