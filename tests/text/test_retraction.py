"""Corrections, withdrawn reports, kill notices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.retraction import find_retractions
from whoholds.text.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Correction: The town was not taken.", None),
        ("KILL NOTICE: do not use the story on Kunduz.", None),
        ("An earlier version of this report said that it had fallen.", None),
        ("The Ministry of Defence withdraws its report of the capture.", "The Ministry of Defence"),
        ("The agency is withdrawing its report of Friday that the town had fallen.", "The agency"),
        ("The agency has killed its story saying the town had fallen.", "The agency"),
        ("AFP has retracted an earlier story on Kunduz.", "AFP"),
        ("We reported in error that it fell.", None),
        ("The report was wrong.", None),
        ("An earlier version said that it had fallen.", None),
        ("AFP drops its claim that it fell.", "AFP"),
        ("(Corrects name of town) The town fell.", None),
    ],
)
def test_retraction(text: str, by: str | None) -> None:
    (found,) = find_retractions(text, find_sentences(text))
    assert found.by == by
    assert found.quote in find_sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew its troops.",
        "The correction of the course took a day.",
        "The army killed ten.",
        "Kill them.",
        "The Wire story that it had fallen was read by many.",
    ],
)
def test_no_retraction(text: str) -> None:
    assert find_retractions(text, find_sentences(text)) == ()


def test_each_sentence_is_told_once() -> None:
    text = "Correction: An earlier version of this report was wrong. The report was wrong."
    assert len(find_retractions(text, find_sentences(text))) == 2


@given(st.text())
def test_spans_are_inside(text: str) -> None:
    assert all(mention.quote.end <= len(text) for mention in find_retractions(text, find_sentences(text)))
