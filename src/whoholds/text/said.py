"""Who said what in one sentence: the record, and the stretches of words that it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.model import Span

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution. All spans are the report's own.

    `claimer` is who says so (None when nobody is named: `unnamed`), `cue` the reporting words, `content` what
    is said, in pieces when the cue stands inside it. `kind` is direct, indirect, mixed, according or hearsay.
    `relayed_by` names the outlet or channel that carried it, `relay` where it is named. `denies` is true when
    the claimer says that the content is not so; `pronoun` when the claimer is "he", "she", "it" or "they".
    `relative` is the "who" or "which" that stands for the claimer.
    """

    cue: Span
    verb: str
    kind: str
    content: tuple[Span, ...] = ()
    claimer: Span | None = None
    claimer_head: str = ""
    relayed_by: str | None = None
    relay: Span | None = None
    unnamed: bool = False
    denies: bool = False
    pronoun: bool = False
    relative: Span | None = None

    def covers(self, place: Span) -> bool:
        """True when the words at `place` are part of what is said."""
        return any(place.within(piece) for piece in self.content)

    @property
    def size(self) -> int:
        """How many characters are said: the smaller, the further inside."""
        return sum(piece.end - piece.start for piece in self.content)


def token_span(token: Token, offset: int) -> Span:
    """Where a token stands in the report."""
    return Span(offset + token.idx, offset + token.idx + len(token))


def runs(tokens: Iterable[Token], offset: int) -> tuple[Span, ...]:
    """The spans of the unbroken stretches among tokens of one sentence, punctuation at both ends left out."""
    pieces: list[list[Token]] = []
    for token in sorted(tokens, key=_place):
        if pieces and token.i == pieces[-1][-1].i + 1:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    trimmed = (_trim(piece) for piece in pieces)
    return tuple(Span(offset + t[0].idx, offset + t[-1].idx + len(t[-1])) for t in trimmed if t)


def subtree(token: Token, *without: Token) -> set[Token]:
    """The token and everything below it, except the given branches."""
    kept = set(token.subtree)
    for branch in without:
        if branch in kept:
            kept.difference_update(branch.subtree)
    return kept


def children(token: Token, *labels: str) -> list[Token]:
    """The token's children with one of the given dependency labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def with_conjuncts(token: Token) -> list[Token]:
    """A noun and the nouns coordinated with it."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.tag_[0] in "NP":
            found += with_conjuncts(child)
    return found


def _place(token: Token) -> int:
    return int(token.i)


def _trim(piece: Sequence[Token]) -> Sequence[Token]:
    start, end = 0, len(piece)
    while start < end and is_mark(piece[start]):
        start += 1
    while end > start and is_mark(piece[end - 1]):
        end -= 1
    return piece[start:end]


def is_mark(token: Token) -> bool:
    """True for a comma, a quotation mark and whatever else holds no letter or digit."""
    return not any(letter.isalnum() for letter in token.text)
