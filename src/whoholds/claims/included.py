"""The names of some towns that are told behind them: "several settlements near X, including Y and Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whoholds.claims.nouns import is_locality, is_quantity
from whoholds.claims.sentence import Sentence
from whoholds.text.syntax import conjuncts

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def with_included(nouns: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The nouns, with those that "including" names in the stead of "several towns"."""
    return [
        one for noun in nouns for one in ([n for n in _included(noun) if sentence.names_place(n)] or [noun])
    ]


def _included(noun: Token) -> Iterator[Token]:
    if noun.tag_ != "NNS" or not (is_locality(noun.text, "settlement", "area") or is_quantity(noun.text)):
        return
    for lead in noun.doc[noun.i + 1 :]:
        if lead.lower_ == "including" and (lead.head in (noun, noun.head) or noun.is_ancestor(lead)):
            yield from (name for child in lead.children if child.dep_ == "pobj" for name in conjuncts(child))
            return
