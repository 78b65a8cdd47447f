"""Which sentence one copies is found as by comparing it with all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whoholds.likeness import COPY_SHARE, Alike, Firsts, Shingles, shingles_of, words_of

sentences = st.lists(
    st.sampled_from(["the", "army", "took", "town", "after", "dawn", "near", "river"]),
    min_size=6,
    max_size=12,
)


def test_words_are_folded() -> None:
    assert words_of("The Army took it.") == ("the", "army", "took", "it")


@given(st.lists(sentences.map(tuple), max_size=12))
def test_the_first_sentence_that_shares_enough(told: list[tuple[str, ...]]) -> None:
    firsts: list[frozenset[str]] = []
    shingles = Shingles()
    for words in told:
        mine = shingles_of(words)
        alike = (
            number
            for number, other in enumerate(firsts)
            if mine & other and len(mine & other) >= COPY_SHARE * min(len(mine), len(other))
        )
        expected = next(alike, len(firsts))
        assert shingles.copied(words) == expected
        if expected == len(firsts):
            firsts.append(mine)


@given(st.lists(sentences.map(tuple), max_size=12), st.lists(st.sets(st.integers(0, 11)), max_size=4))
def test_sentences_compared_once_are_found_as_anew_without_some(
    told: list[tuple[str, ...]], left_out: list[set[int]]
) -> None:
    alike = Alike()
    for out in (set(), *left_out):
        rest = [words for number, words in enumerate(told) if number not in out]
        anew, kept = Shingles(), Firsts(alike)
        numbers = {words: anew.copied(words) for words in dict.fromkeys(rest)}
        assert {words: kept.copied(words) for words in dict.fromkeys(rest)} == numbers
