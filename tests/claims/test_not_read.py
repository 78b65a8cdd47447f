"""What is not read says why; what is read whatever it looks like."""

from __future__ import annotations

import pytest
from readings import in_report, read, read_extraction


def test_what_was_seen_and_not_claimed_says_why() -> None:
    found = read_extraction(in_report("Wheat prices fell in Kunduz."))
    assert [(one.trigger, one.reason.split(":")[0]) for one in found.unread] == [("fell", "capture")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Українські війська відступили з міста вночі, повідомив генерал у неділю вранці.",
            "not read: Ukrainian",
        ),
        ("The orchestra played two symphonies in Kunduz.", "not read: no words of armed conflict"),
        ("", "not read: no words of armed conflict"),
    ],
)
def test_what_is_not_read_says_why(text: str, reason: str) -> None:
    assert read_extraction(text).not_read == reason


def test_a_report_in_capitals_only_is_read_like_any_other_and_quoted_as_it_stands() -> None:
    text = "Taliban fighters captured Kunduz on Saturday, the police said. The army still holds the airport."
    [mixed, shouted] = [
        [(c.claim.type, c.place_name, c.actor, c.days, c.side, c.claim.quote) for c in read(one)]
        for one in (in_report(text), in_report(text).upper())
    ]
    assert shouted == mixed
    assert len(mixed) == 2
    assert read(in_report(text).upper())[0].quote == text.split(". ")[0].upper() + "."


def test_one_short_sentence_is_read_whatever_its_language_looks_like() -> None:
    assert [claim.place_name for claim in read("The Taliban captured Kunduz.")] == ["Kunduz"]
