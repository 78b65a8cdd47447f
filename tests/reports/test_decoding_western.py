"""A text of Windows Latin-1 keeps its quotation marks."""

from __future__ import annotations

from whoholds.reports.decoding import decode


def test_curly_quotes_of_windows_stay() -> None:
    words = "The council said: “The town couldn’t be held – it has fallen.” Nobody else could confirm it."
    assert decode(words.encode("cp1252"), "a.txt") == words
