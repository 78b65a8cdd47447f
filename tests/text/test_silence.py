"""Parties that are said not to have commented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.sentences import find_sentences
from whoholds.text.silence import find_silences


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("It fell. There was no immediate word from the army.", "the army"),
        ("The Defence Ministry did not immediately respond to requests for comment.", "The Defence Ministry"),
        ("A spokesman for the rebels could not be reached for comment.", "A spokesman for the rebels"),
        ("The army, which left in May, declined to comment.", "The army"),
        ("Kyiv hasn’t commented.", "Kyiv"),
        ("Residents said it fell, but the U.S. military declined to comment.", "the U.S. military"),
        ("Russia has yet to comment.", "Russia"),
        ("Officials were not immediately available for comment.", "Officials"),
        ("There was no comment from U.S. Central Command.", "U.S. Central Command"),
    ],
)
def test_silent_party(text: str, party: str) -> None:
    (found,) = find_silences(text, find_sentences(text))
    assert (found.party, found.party_span.of(text)) == (party, party)
    assert found.quote in find_sentences(text)
    assert found.cue.within(found.quote)


@pytest.mark.parametrize(
    "text",
    [
        "The troops did not respond to the attack.",
        "The army commented on it.",
        "There was no word in the letter.",
    ],
)
def test_no_silence(text: str) -> None:
    assert find_silences(text, find_sentences(text)) == ()


@given(st.text())
def test_spans_are_inside(text: str) -> None:
    for mention in find_silences(text, find_sentences(text)):
        assert mention.party_span.within(mention.quote)
