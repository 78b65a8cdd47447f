"""Every group of the word lists that need no parser has an example, and the example is read as it says."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from whoholds.lexicon import read_lexicon
from whoholds.text.dates import find_dates
from whoholds.text.figures import find_figures
from whoholds.text.language import find_language, language_name
from whoholds.text.numbers import read_number
from whoholds.text.retraction import find_retractions
from whoholds.text.sentences import find_sentences
from whoholds.text.silence import find_silences

Group = dict[str, Any]


def groups(name: str) -> list[Any]:
    return [pytest.param(entries, id=group) for group, entries in read_lexicon("en", name).items()]


@pytest.mark.parametrize("group", groups("sentences"))
def test_sentences(group: Group) -> None:
    assert [span.of(group["example"]) for span in find_sentences(group["example"])] == group["parts"]


@pytest.mark.parametrize("group", groups("numbers"))
def test_numbers(group: Group) -> None:
    assert read_number(group["example"]) == group["value"]


@pytest.mark.parametrize("group", groups("dates"))
def test_dates(group: Group) -> None:
    example = group["example"]
    mentions = find_dates(example, date(2021, 8, 11))
    assert mentions
    if "found" in group:
        told = [(mention.span.of(example), mention.start, mention.end) for mention in mentions]
        assert (group["found"], group.get("start"), group.get("end")) in told


@pytest.mark.parametrize("group", groups("figures"))
def test_figures(group: Group) -> None:
    (found,) = find_figures(group["example"])
    estimate = (found.estimate.low, found.estimate.best, found.estimate.high)
    assert (found.text, *estimate) == (group["text"], group.get("low"), group.get("best"), group.get("high"))


def marked(example: str) -> tuple[str, str | None]:
    """The example without its marks, and the words that stood between them."""
    found = re.search(r"\*(.+?)\*", example)
    return example.replace("*", ""), found[1] if found else None


@pytest.mark.parametrize("group", groups("silence"))
def test_silence(group: Group) -> None:
    text, party = marked(group["example"])
    assert [mention.party for mention in find_silences(text, find_sentences(text))] == [party]


@pytest.mark.parametrize("group", groups("retraction"))
def test_retraction(group: Group) -> None:
    text, by = marked(group["example"])
    assert [mention.by for mention in find_retractions(text, find_sentences(text))] == [by]


def test_languages() -> None:
    words = read_lexicon("en", "languages")
    assert language_name(words["names"]["example"]) == words["names"]["name"]
    assert find_language(words["function_words"]["example"]) == "en"
