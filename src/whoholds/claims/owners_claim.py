"""Who "its forces" are in somebody's claims: "the army denied the rebels' claims that they held it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.noun_party import named_within
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Mention, Span
from whoholds.text.said import Said, children
from whoholds.text.syntax import prepositions
from whoholds.text.triggers import lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

OWNS = ("poss", "compound", "amod", "nmod")
THIRD = frozenset(("it", "its", "they", "their"))


def by_owner(noun: Token, sentence: Sentence, said: Said | None) -> Mention | None:
    """Whose claims they are, of "it" or "its forces" in them; the denier's own where a loss is told.

    None outside of what such claims say, and where the words do not tell whose they are.
    """
    own = noun.lower_ in THIRD or any(child.lower_ in THIRD for child in children(noun, "poss"))
    claims = _claims_over(noun, sentence) if own else None
    if claims is None:
        return None
    verb = next((one for one in noun.ancestors if one.tag_[0] == "V"), noun)
    if (
        said is not None
        and said.denies
        and lemma_of(verb.text) in word_set("frames", "whose_claims", "losing")
    ):
        owner = named_within(said.claimer, sentence) if said.claimer is not None else None
    else:
        owner = _owner(claims, sentence)
    return Mention(owner, sentence.span_of(noun)) if owner is not None else None


def _claims_over(noun: Token, sentence: Sentence) -> Token | None:
    """The "claims" that a clause hangs on; not where another party is named between them and the noun."""
    over = (one for one in noun.ancestors if one.lower_ in word_set("frames", "whose_claims"))
    claims = next((one for one in over if one.i < noun.i), None)
    if claims is None:
        return None
    between = Span(sentence.span_of(claims).end, sentence.span_of(noun).start)
    by = {n.i for _, n in _given_by(claims)}
    named = [one for one in sentence.report.parties_in(between) if not one.metonym]
    return claims if all(_is_one_of(one.span, by, sentence) for one in named) else None


def _owner(claims: Token, sentence: Sentence) -> Span | None:
    tokens = [*children(claims, *OWNS), *(noun for _, noun in _given_by(claims))]
    for token in tokens:
        party = sentence.party_at(token)
        if party is not None and party.name:
            return party.span
    called = (token for token in tokens if token.dep_ != "poss" and token.text[:1].isupper())
    return next(map(sentence.span_of, called), None)


def _given_by(claims: Token) -> list[tuple[str, Token]]:
    return [(word, noun) for word, noun in prepositions(claims) if word in ("by", "from")]


def _is_one_of(span: Span, found: set[int], sentence: Sentence) -> bool:
    return any(token.i in found for token in sentence.parsed.tokens_in(span))
