"""Names of armed groups that are no known party, by the words in them: "the Eagles Brigade"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.lexicon import read_ontology
from whoholds.text.syntax import is_noun

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ABBREVIATED = range(3, 6)  # letters of a name in capitals


def is_group_name(noun: Token, sentence: Sentence) -> bool:
    """True for the name of an armed group that is no known party: "Jund al-Malahim", "the Eagles Brigade"."""
    if not is_noun(noun) or sentence.place_at(noun) is not None:
        return False
    named = [t for t in (noun, *noun.children) if t == noun or t.dep_ == "compound"]
    short = noun.text.isupper() and len(noun) in ABBREVIATED and noun.dep_ in ("nsubj", "pobj")
    if short and not any(sentence.report.gazetteer.named(noun.text.title())):
        return True  # not "GAZA" before the first sentence
    return any(t.text[:1].isupper() and t.lower_ in _group_words() for t in named)


@cache
def _group_words() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["group_names"]["words"])
