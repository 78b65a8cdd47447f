"""Which judgement stands beside a claim of the page: the one in force."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from whoholds.exports.page_aside import judgement_rows
from whoholds.model import Judgement, Verdict
from whoholds.picture import Judged


@pytest.mark.parametrize(
    ("verdicts", "reason"),
    [
        ("accept", "0"),
        ("accept reject", "1"),
        ("accept reject undo", "0"),
        ("accept undo", None),
        ("reject reset", "1"),
        ("reject reset undo", "0"),
        ("accept reject undo undo reject", "4"),
    ],
)
def test_the_reason_is_that_of_the_judgement_in_force(verdicts: str, reason: str | None) -> None:
    judged = [
        Judged(Judgement("c1", Verdict(word), str(number)), number + 1, datetime(2026, 1, 2, tzinfo=UTC))
        for number, word in enumerate(verdicts.split())
    ]
    found = judgement_rows(judged).get("c1")
    assert (found["reason"] if found else None) == reason
