"""Notes of amendments: what a report said before it is told no more, and is taken back."""

from __future__ import annotations

import pytest
from readings import in_report, read

from whoholds.claims.context import report_words
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Report

# fmt: off
NOTES = [
    "This story has been corrected to remove the statement that M23 captured Goma.",
    "This article was amended on Monday to delete a reference to M23 having captured Goma.",
    "Editor's note: this report was updated to drop a line saying that M23 holds Goma.",
    "The headline of an earlier version said M23 captured Goma; it has been changed.",
    "An earlier version of this story misstated that M23 captured Goma.",
    "We reported on Monday that M23 had captured Goma. That was wrong.",
    "Our report of Monday said M23 had captured Goma. They have not.",
    "On Monday we reported that M23 had captured Goma. It did not.",
    "The minister backtracked on an announcement earlier that day that M23 had captured Goma.",
    "Correction: A story on Monday quoted the army as denying that M23 had captured Goma.",
    "Correction: A story on Monday quoted the mayor as saying that M23 had captured Goma.",
]
TOLD = [
    ("An earlier version of this story gave the wrong town; M23 captured Goma.", 1),
    ("The army removed the barricades after M23 captured Goma.", 1),
    ("We reported on Monday that M23 had captured Goma. The army was gone.", 1),
    ("Our report of Monday said M23 had captured Goma. They have not left.", 1),
]
# fmt: on


@pytest.mark.parametrize("note", NOTES)
def test_what_was_taken_out_is_taken_back_and_no_claim(note: str) -> None:
    assert not read(in_report(note))
    assert len(report_words(Report(note), load_gazetteer()).retractions) == 1


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_what_is_still_told_is_a_claim(text: str, claims: int) -> None:
    assert len([one for one in read(in_report(text)) if one.claim.type.value == "capture"]) == claims
