"""Who is told of by whom they oppose: "opponents of the Taliban", "M23's rivals"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.parties import PartyMention

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

OWN = frozenset(("amod", "compound", "nmod"))
PartyAt = Callable[["Token"], PartyMention | None]


def opposed_by(noun: Token, party_at: PartyAt) -> PartyMention | None:
    """The party whose opponents a noun means; None for any other noun, and for opponents of nobody at war."""
    if noun.lower_ not in word_set("pointing", "opposing"):
        return None
    found = ((token, party_at(token)) for token in _owners(noun))
    return next((party for _, party in found if party is not None), None)


def _owners(noun: Token) -> Iterator[Token]:
    """Whose opponents they are: before "'s", after "of" or "to"."""
    yield from (child for child in noun.children if child.dep_ == "poss")
    for link in (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "to")):
        yield from (token for token in link.children if token.dep_ == "pobj")


def own_words(noun: Token) -> Token:
    """The first word of the opponents' own: "Armed" in "Armed opponents of the Taliban"."""
    return min([noun, *(c for c in noun.children if c.dep_ in OWN)], key=lambda token: int(token.i))
