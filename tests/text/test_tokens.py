"""Words taken out of a parse: the same as spaCy tells of them."""

from __future__ import annotations

from typing import Any

import pytest

from whoholds.text.parse import load_parser
from whoholds.text.tokens import Token, words_of

TEXTS = [
    "Troops left the town on Monday, residents said.",
    "The rebels, who had held the bridge since March, fled when shells fell on it.",
    'What did the army say it would never give up? Nothing, "for now", its spokesman wrote.',
    "a ( b ) — c; d / e … 3 % f",
    "Fled!",
]


def parsed(text: str) -> tuple[Any, tuple[Token, ...]]:
    nlp = load_parser()
    doc = nlp(text)
    return doc, words_of(doc, text)


@pytest.mark.parametrize("text", TEXTS)
def test_words_stand_as_in_the_parse(text: str) -> None:
    doc, words = parsed(text)
    assert [(w.i, w.idx, w.text, w.lower_, w.tag_, w.dep_, w.head.i) for w in words] == [
        (t.i, t.idx, t.text, t.lower_, t.tag_, t.dep_, t.head.i) for t in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_words_hang_together_as_in_the_parse(text: str) -> None:
    doc, words = parsed(text)
    for token, word in zip(doc, words, strict=True):
        assert [w.i for w in word.children] == [t.i for t in token.children]
        assert [w.i for w in word.subtree] == sorted(t.i for t in token.subtree)
        assert [w.i for w in word.ancestors] == [t.i for t in token.ancestors]
        assert word.left_edge.i == token.left_edge.i


def test_a_word_knows_its_neighbours_and_who_is_above_it() -> None:
    _, words = parsed(TEXTS[0])
    troops, left = words[:2]
    assert (left.nbor(-1), troops.nbor()) == (troops, left)
    assert left.is_ancestor(troops)
    assert not troops.is_ancestor(left)
    for outside in (troops.nbor(-1), words[-1].nbor(), words[-1].nbor(3)):
        assert (outside.text, outside.tag_, outside.children) == (" ", "", ())
    assert (troops.nbor(-1).nbor(), words[-1].nbor().nbor(-1)) == (troops, words[-1])


def test_a_branch_that_crosses_another_keeps_its_own_words() -> None:
    _, words = parsed(TEXTS[0])
    troops, left, the, town = words[:4]
    the.head.children = ()
    the.head, troops.children = troops, (the,)
    assert list(troops.subtree) == [troops, the]
    assert list(left.subtree)[:4] == [troops, left, the, town]


def test_a_word_hung_below_its_own_leaves_its_place_to_that() -> None:
    _, words = parsed("The army has captured the town of Kunduz.")
    verb = next(word for word in words if word.head is word)
    name = next(word for word in words if word.text == "Kunduz")
    verb.hang("dobj", name)
    assert (verb.head, name.head, name.dep_) == (name, name, "ROOT")
    assert all(name in (word, *word.ancestors) for word in words)
