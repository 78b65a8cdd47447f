"""What the sentence after says of the one before it, and labels before a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.lexicon import read_lexicon
from whoholds.text.retraction_after import calls_false, is_labelled_false, overturned_after
from whoholds.text.sentences import find_sentences

TOLD = "Rebels have entered Gao."
OVERTURNS = [
    "That was false.",
    "It is fake news.",
    "This is not true.",
    "This isn't true.",
    "That's a lie.",
    "The video was a clumsy hoax.",
    "All these claims were untrue.",
    "None of this was true.",
    "In fact, it proved to be disinformation.",
    "Verdict: fake.",
    "Not true.",
    "But the report turned out to be wrong.",
    "That is what the posts say. It is false.",
    "Such were the rumours. None was true.",
]
STANDS = [
    "That was a costly mistake.",
    "This is no lie.",
    "It was a false dawn for the army.",
    "It is wrong to call that a truce.",
    "That is false, the army said.",
    "“That is a lie,” a general wrote.",
    "It was not true that the army had fled.",
    "That is true.",
    "They have not.",
    "The army fought on. It is false.",
]


@pytest.mark.parametrize("after", OVERTURNS)
def test_the_report_says_that_it_was_not_so(after: str) -> None:
    text = f"{TOLD} {after}"
    assert overturned_after(text, find_sentences(text), 0)


@pytest.mark.parametrize("after", STANDS)
def test_the_report_does_not_say_so(after: str) -> None:
    text = f"{TOLD} {after}"
    assert not overturned_after(text, find_sentences(text), 0)


def test_others_words_call_it_false_without_overturning_it() -> None:
    text = f"{TOLD} This is fake news, the army wrote."
    sentences = find_sentences(text)
    assert calls_false(text, sentences[1])
    assert not overturned_after(text, sentences, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fake: rebels have entered Gao.", True),
        ("FALSE: Rebels have entered Gao.", True),
        ("Fact check: false — rebels have entered Gao.", True),
        ("False alarm: rebels have entered Gao.", True),
        ("False alarms rang before rebels entered Gao.", False),
        ("Fake checkpoints: rebels have entered Gao.", False),
        ("Rebels have entered Gao: fake papers were found.", False),
    ],
)
def test_a_label_before_the_sentence(text: str, expected: bool) -> None:
    assert is_labelled_false(text, find_sentences(text)[0]) is expected


@pytest.mark.parametrize("group", read_lexicon("en", "overturned"))
def test_the_word_lists_examples(group: str) -> None:
    example = read_lexicon("en", "overturned")[group]["example"]
    text = f"{TOLD} {example}"
    sentences = find_sentences(text)
    assert overturned_after(text, sentences, 0) or is_labelled_false(text, sentences[1])


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    sentences = find_sentences(text)
    assert all(isinstance(overturned_after(text, sentences, n), bool) for n in range(len(sentences)))
