"""The words of one parsed sentence, taken out of spaCy once.

The rules ask each word for its head and children again and again, and spaCy makes new objects for every
answer; here each word is one object that knows the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WANTED: list[int | str] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD"]
_SIGN = 1 << 63  # spaCy hands out steps to the left as two's complement


class Token:
    """One word of a parsed sentence. A root is its own head.

    `i` is its number in the sentence, `idx` where it begins (in characters from the sentence's beginning),
    `tag_` its Penn Treebank tag, `dep_` its relation to `head`; `children` are the words that hang on it, in
    order, and `doc` is the whole sentence.
    """

    __slots__ = ("children", "dep_", "doc", "head", "i", "idx", "lower_", "tag_", "text")

    doc: Words
    head: Token
    children: tuple[Token, ...]

    def __init__(self, i: int, idx: int, text: str, tag: str, dep: str) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.tag_ = tag
        self.dep_ = dep

    def __len__(self) -> int:
        """Its number of characters."""
        return len(self.text)

    def __bool__(self) -> bool:
        """A word is one, whatever its length."""
        return True

    def __repr__(self) -> str:
        """The word itself."""
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """The word so many steps after it, or before it if less than 0; outside the sentence a blank one."""
        place = self.i + steps
        return self.doc[place] if 0 <= place < len(self.doc) else _blank(place, self.doc)

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def hang(self, relation: str, head: Token) -> None:
        """Put it under another word with a relation to it; under itself, it is a root.

        Where that word is below it, the word first takes its place: so nothing ever hangs on itself.
        """
        if self.is_ancestor(head):
            head.hang(self.dep_, head if self.head is self else self.head)
        self.dep_ = relation
        if self.head is head:
            return
        self.doc.__dict__.pop("reaches", None)
        if self.head is not self:
            self.head.children = tuple(child for child in self.head.children if child is not self)
        if head is not self:
            head.children = tuple(sorted((*head.children, self), key=lambda child: child.i))
        self.head = head

    def is_ancestor(self, other: Token) -> bool:
        """True when it is among the ancestors of another word."""
        return any(word is self for word in other.ancestors)

    @property
    def subtree(self) -> Sequence[Token]:
        """It and all below it, in order."""
        first, last, size = self.doc.reaches[self.i]
        words = self.doc[first : last + 1]
        if len(words) == size:
            return words
        return [word for word in words if word is self or self.is_ancestor(word)]

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        return self.doc[self.doc.reaches[self.i][0]]


def _blank(place: int, doc: Words) -> Token:
    """A word that stands beyond a sentence's ends: no word, no tag, and nothing hangs on it."""
    word = Token(place, 0, " ", "", "")
    word.doc, word.head, word.children = doc, word, ()
    return word


class Words(tuple[Token, ...]):
    """The words of one parsed sentence, in order, with their `text`."""

    text: str

    @cached_property
    def reaches(self) -> Sequence[tuple[int, int, int]]:
        """For each word the numbers of the first and last word of its subtree, and how many are in it."""
        found = [(word.i, word.i, 1) for word in self]
        downwards = [word for word in self if word.head is word]
        for word in downwards:
            downwards += word.children
        for word in reversed(downwards):
            if word.head is not word:
                first, last, size = found[word.i]
                above_first, above_last, above_size = found[word.head.i]
                found[word.head.i] = min(first, above_first), max(last, above_last), size + above_size
        return found


def words_of(doc: Doc, text: str) -> Words:
    """The words of a parse of `text`, or of one as long in which some words are blank."""
    strings = doc.vocab.strings
    rows = doc.to_array(_WANTED).tolist()
    words = Words(
        Token(i, idx, _shown(text[idx : idx + length]), strings[tag], strings[dep])
        for i, (idx, length, tag, dep, _) in enumerate(rows)
    )
    words.text = text
    below: list[list[Token]] = [[] for _ in words]
    for word, row in zip(words, rows, strict=True):
        step = row[4] if row[4] < _SIGN else row[4] - 2 * _SIGN
        word.doc = words
        word.head = words[word.i + step]
        if step:
            below[word.head.i].append(word)
    for word in words:
        word.children = tuple(below[word.i])
    return words


def _shown(word: str) -> str:
    """A word without the blank after it, which the parser counts to a word that it saw as blank."""
    return word.rstrip() or word
