"""“This was announced by …” claims the sentence before."""

from __future__ import annotations

import pytest

from whoholds.text.attribution import find_saids
from whoholds.text.parse import parse_sentences
from whoholds.text.sentences import find_sentences
from whoholds.text.this_was_said import point_back


def claimed_before(text: str) -> list[str]:
    """Who claims the first sentence."""
    sentences = find_sentences(text)
    saids = [said for sentence in parse_sentences(text, sentences) for said in find_saids(sentence)]
    return [
        said.claimer.of(text)
        for said in point_back(text, sentences, saids)
        if said.claimer and said.covers(sentences[0])
    ]


@pytest.mark.parametrize(
    "told",
    [
        "This was announced by the mayor.",
        "That was later confirmed by the mayor.",
        "Yesterday the mayor confirmed this.",
    ],
)
def test_what_this_is_was_said_before(told: str) -> None:
    text = "Rebels took the port.\n\n" + told
    assert claimed_before(text) == ["the mayor"]


@pytest.mark.parametrize(
    "told", ["The mayor denied this.", "The mayor announced a truce.", "This was a lie."]
)
def test_what_is_denied_or_new_is_not(told: str) -> None:
    assert claimed_before("Rebels took the port. " + told) == []


def test_before_the_first_sentence_there_is_none() -> None:
    assert claimed_before("This was announced by the mayor.") == []
