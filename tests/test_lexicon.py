"""Word lists are read once, whole, and a missing one is said to be missing."""

from __future__ import annotations

from importlib import resources

import pytest

from whoholds.errors import DataError
from whoholds.lexicon import read_lexicon, read_ontology, word_set

LISTS = sorted(
    file.name.removesuffix(".toml")
    for file in (resources.files("whoholds") / "data" / "lexicon" / "en").iterdir()
    if file.name.endswith(".toml")
)


@pytest.mark.parametrize("name", LISTS)
def test_every_word_list_is_read(name: str) -> None:
    assert read_lexicon("en", name)
    assert read_lexicon("en", name) is read_lexicon("en", name)


@pytest.mark.parametrize("name", ["frames", "pointing", "timing", "nouns", "sides", "places", "triage"])
def test_every_table_has_an_example(name: str) -> None:
    assert [table for table, entries in read_lexicon("en", name).items() if "example" not in entries] == []


@pytest.mark.parametrize(
    ("list_name", "table", "key"),
    [("frames", "explosives", "words"), ("nouns", "people", "fighters"), ("sides", "losing", "words")],
)
def test_a_set_of_words(list_name: str, table: str, key: str) -> None:
    words = word_set(list_name, table, key)
    assert words
    assert all(word == word.strip() for word in words)


def test_what_is_missing_is_said() -> None:
    with pytest.raises(DataError, match="no word list"):
        read_lexicon("en", "nothing")
    with pytest.raises(DataError, match="no word list"):
        read_ontology("nothing")
    with pytest.raises(DataError, match="no words at"):
        word_set("frames", "nothing")
