"""The packed look-up answers exactly as a dictionary would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whoholds.gazetteer.spellings import IN_TEXT, MAIN, pack_spellings, spellings_of

_KEYS = st.lists(st.text("abcдж ", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join)
_ROWS = st.lists(st.integers(0, 2**30 - 1), min_size=1, max_size=4, unique=True)


@given(st.dictionaries(_KEYS, _ROWS, min_size=1), st.lists(_KEYS))
def test_look_up_is_that_of_a_dictionary(known: dict[str, list[int]], asked: list[str]) -> None:
    spellings = spellings_of(pack_spellings(known))
    for key in [*known, *asked]:
        index = spellings.index(key)
        rows = [row for row, _ in spellings.rows(index)] if index >= 0 else []
        assert rows == sorted(known.get(key, []))


@given(st.dictionaries(_KEYS, _ROWS, min_size=1), st.text("abд", max_size=2))
def test_starting_lists_the_spellings_with_a_prefix(known: dict[str, list[int]], prefix: str) -> None:
    spellings = spellings_of(pack_spellings(known))
    keys = known.keys() | {key.split(" ")[0] for key in known}
    assert len(spellings.starting(prefix, 10_000)) == sum(key.startswith(prefix) for key in keys)


def test_first_words_know_their_longest_name() -> None:
    spellings = spellings_of(pack_spellings({"mazar e sharif": [1], "mazar": [2], "spin boldak": [3]}))
    longest = {word: spellings.longest[spellings.index(word)] for word in ("mazar", "spin")}
    assert longest == {"mazar": 3, "spin": 2}
    assert spellings.rows(spellings.index("spin")) == []


def test_flags_are_kept_apart_from_rows() -> None:
    spellings = spellings_of(pack_spellings({"und": [7, 9 | IN_TEXT | MAIN]}))
    index = spellings.index("und")
    assert spellings.rows(index) == [(7, False), (9, True)]
    assert spellings.rows(index, in_text=True) == [(9, True)]
