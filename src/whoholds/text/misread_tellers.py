"""Verbs of saying that the parser takes for a noun, as in "the army and its allies state they took it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set

if TYPE_CHECKING:
    from whoholds.text.tokens import Token, Words

NAMES = ("NNP", "NNPS", "NNS")
SUBJECTS = ("nsubj", "nsubjpass")
REACH = 4  # words from the pronoun to its verb


def hang_tellers(doc: Words) -> None:
    """Hang each such word as the verb whose subject stands before it, and what it says on it."""
    for word in doc[1:-1]:
        if word.tag_ == "NN" and word.lower_ in word_set("frames", "read_as_nouns"):
            said = _said_behind(word)
            if said is not None and word.nbor(-1).tag_ in NAMES and word.nbor(-1).head is word:
                _hang(word, said)


def _said_behind(word: Token) -> Token | None:
    """The verb of the clause that begins with "they" right behind the word."""
    they = word.nbor(1)
    verb = they.head
    behind = they.tag_ == "PRP" and they.dep_ in SUBJECTS and they.i < verb.i <= they.i + REACH
    return verb if behind and verb.tag_[0] == "V" else None


def _hang(word: Token, said: Token) -> None:
    last = word.nbor(-1)
    _hang_participle(word)
    over = word.head
    starts = (c for c in (*said.children, *over.children) if c.dep_ in SUBJECTS and c.i < last.i)
    first = next(starts, over if word.dep_ == "conj" else last)
    for child in word.children:
        if child.i < word.i and child is not last:
            child.hang(child.dep_, last)
    root = said.head in (said, word, first) or word.is_ancestor(said.head)
    word.hang(*(("ROOT", word) if root else (said.dep_, said.head)))
    word.tag_ = "VBP"
    first.hang("nsubj", word)
    if last is not first:
        last.hang("conj", first)
    said.hang("ccomp", word)


def _hang_participle(word: Token) -> None:
    """Hang the "allied" of "the army and allied Joint Force state …", read as a verb, on its noun."""
    over, last = word.head, word.nbor(-1)
    subject = next((c for c in over.children if c.dep_ in SUBJECTS and c.i < over.i), None)
    if word.dep_ != "dobj" or over.tag_ != "VBD" or subject is None or over.nbor(-1).dep_ != "cc":
        return
    root = over.head is over
    word.hang(*(("ROOT", word) if root else (over.dep_, over.head)))
    for child in over.children:
        child.hang(child.dep_, word)
    over.tag_ = "VBN"
    over.hang("amod", last)
