"""The names of some towns that are told behind them: "several settlements near X, including Y and Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whoholds.claims.nouns import is_locality, is_quantity, nouns_of
from whoholds.claims.sentence import Sentence
from whoholds.text.said import children
from whoholds.text.syntax import conjuncts, is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


NEAR = 8  # words after an area within which "including" still belongs to it


def with_included(nouns: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The nouns, with those that "including" names in the stead of "several towns", or beside an area."""
    found: list[Token] = []
    for noun in nouns:
        named = [one for one in _included(noun, sentence) if sentence.names_place(one)]
        found += [*([] if named and _is_of_many(noun) else [noun]), *named]
    return found


def _is_of_many(noun: Token) -> bool:
    """ "Several towns", "swathes of land": what they are is told by their names alone."""
    return noun.tag_ == "NNS" and (is_locality(noun.text, "settlement", "area") or is_quantity(noun.text))


def _included(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """The names behind "including", wherever the parse hangs it: right behind the area that it belongs to."""
    area = not _is_of_many(noun)
    if area and not (sentence.names_place(noun) or any(sentence.place_at(n) for n in nouns_of(noun))):
        return
    own = {token.i for token in noun.subtree}
    for lead in noun.doc[noun.i + 1 :]:
        if lead.lower_ == "including":
            if area or lead.head in (noun, noun.head) or noun.is_ancestor(lead):
                names = (name for child in children(lead, "pobj") for name in conjuncts(child))
                yield from (_name_of(name, sentence) for name in names)
            return
        if area and lead.i not in own and (lead.i > noun.i + NEAR or is_verb(lead)):
            return


def _name_of(noun: Token, sentence: Sentence) -> Token:
    """Mekelle of "the regional capital Mekelle"."""
    beside = (one for one in children(noun, "appos") if sentence.place_at(one) is not None)
    return noun if sentence.place_at(noun) is not None else next(beside, noun)
