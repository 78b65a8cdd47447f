"""The names in a sentence that may be where its events happened: of known places, and other proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.parse import Parsed
from whoholds.text.parties import PartyMention
from whoholds.text.place_words import kinds, place_words
from whoholds.text.places import PlaceMention
from whoholds.text.syntax import is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PLACING = word_set("pointing", "place_prepositions")
PREPOSITIONS = frozenset(("prep", "agent"))
PART_LOWER = re.compile(r"-(?:held|controlled|occupied|ruled|backed|led|run|based|born)$")
PART_OF_NAME = frozenset(("compound", "nmod", "amod"))


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name of a sentence: its tokens, where it stands, and what kind of place it is known to be.

    `head` is the token by which it hangs in the sentence, `preposition` the one over it in its clause.
    `kind` is None where no gazetteer knows the name.
    """

    tokens: tuple[Token, ...]
    span: Span
    kind: str | None
    head: Token
    preposition: Token | None
    is_party: bool

    @property
    def is_placed(self) -> bool:
        """True under a preposition that tells where."""
        return self.preposition is not None and self.preposition.lower_ in PLACING

    def holds(self, token: Token) -> bool:
        """True for a token of the name."""
        return self.tokens[0].i <= token.i <= self.tokens[-1].i


def names_in(
    sentence: Parsed, places: Sequence[PlaceMention], parties: Sequence[PartyMention]
) -> tuple[Name, ...]:
    """The names of a sentence, in order, none inside another: places, then what else is written as a name."""
    acting = {token.i: mention.metonym for mention in parties for token in sentence.tokens_in(mention.span)}
    taken = {i for i, metonym in acting.items() if not metonym}
    known = []
    for place in places:
        tokens = sentence.tokens_in(place.span) if place.span.within(sentence.span) else []
        if tokens:
            known.append((tokens, place.place.kind))
            taken |= {token.i for token in tokens}
    pieces: list[tuple[list[Token], str | None]] = [*known, *((run, None) for run in _runs(sentence, taken))]
    pieces.sort(key=lambda piece: piece[0][0].i)
    return tuple(_name(tokens, kind, acting, sentence) for tokens, kind in _joined(pieces))


def _joined(
    pieces: Sequence[tuple[list[Token], str | None]],
) -> Iterator[tuple[list[Token], str | None]]:
    """A place with the capitalised words that it is part of: "Hasakah Governorate", "Chicago Theatre"."""
    held: tuple[list[Token], str | None] | None = None
    for tokens, kind in pieces:
        if held is not None and held[1] is not None and kind is None and _is_rest(held[0][-1], tokens):
            whole = [*held[0], *tokens]
            held = (whole, held[1] if tokens[-1].lower_ in kinds() else None)
            continue
        if held is not None:
            yield held
        held = (tokens, kind)
    if held is not None:
        yield held


def _is_rest(last: Token, tokens: Sequence[Token]) -> bool:
    """True for the words right after a name that it hangs on."""
    beside = last.i + 1 == tokens[0].i
    return beside and last.dep_ in PART_OF_NAME and any(last.head == token for token in tokens)


def _runs(sentence: Parsed, taken: set[int]) -> Iterator[list[Token]]:
    """Stretches of words with capital letters that are not taken."""
    run: list[Token] = []
    for token in sentence.tokens:
        hyphen = token.text == "-" and bool(run)
        if token.i not in taken and (hyphen or _is_name_word(token)):
            run.append(token)
            continue
        yield from _whole(run)
        run = []
    yield from _whole(run)


def _is_name_word(token: Token) -> bool:
    if PART_LOWER.search(token.text):
        return False
    written = token.tag_ in ("NNP", "NNPS") or (token.text[:1].isupper() and token.i > 0)
    never = token.text in place_words("never") or token.text.rstrip(".") in place_words("never", "titles")
    return written and not never and token.tag_ != "PRP"


def _whole(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].text == "-":
        run = run[:-1]
    if any(token.text[:1].isupper() for token in run):
        yield run


def _name(tokens: list[Token], kind: str | None, acting: Mapping[int, bool], sentence: Parsed) -> Name:
    first, last = tokens[0].i, tokens[-1].i
    head = next((t for t in tokens if not first <= t.head.i <= last or t.head == t), tokens[-1])
    above = (t for t in (head, *head.ancestors) if t.dep_ in PREPOSITIONS or (is_verb(t) and t != head))
    over = next(above, None)
    preposition = over if over is not None and over.dep_ in PREPOSITIONS else None
    span = sentence.span_of(tokens[0], tokens[-1])
    return Name(tuple(tokens), span, kind, head, preposition, any(t.i in acting for t in tokens))
