"""Which party an actor or recipient is: the words that name it, or what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from whoholds.claims.context import Sentence, counted
from whoholds.model import Mention, Span
from whoholds.text.said import Said

if TYPE_CHECKING:
    from spacy.tokens import Token

THIRD = frozenset(("they", "them", "it", "he", "she", "their", "who", "which", "that", "both"))
FIRST = frozenset(("we", "us", "our", "i"))
DROPPED = ("relcl", "acl", "prep", "punct", "appos", "conj", "cc", "advcl", "det")


def find_who(nouns: Iterable[Token], sentence: Sentence, said: Said | None) -> Mention | None:
    """The first of the nouns that is a party, else the first that is armed people without a name."""
    nouns = list(nouns)
    for noun in nouns:
        own = _own_forces(noun, sentence, said)
        if own is not None:
            return Mention(own, sentence.span_of(noun))
        party = _party_in(noun, sentence)
        if party is not None:
            return Mention(party)
        if sentence.is_pronoun(noun):
            found = _behind_pronoun(noun, sentence, said)
            if found is not None:
                return Mention(found, sentence.span_of(noun))
    for noun in nouns:
        if sentence.is_force(noun) or sentence.is_civil(noun):
            return Mention(_words(noun, sentence))
    return None


def _own_forces(noun: Token, sentence: Sentence, said: Said | None) -> Span | None:
    """ "our troops", "his country's forces": the speaker's party."""
    words = {t.lower_ for c in noun.children if c.dep_ == "poss" for t in c.subtree}
    if words & {"our"} or (words & {"his", "her", "their", "country"} and words & {"country", "nation"}):
        return _party_of_claimer(sentence, said)
    return None


def _party_in(noun: Token, sentence: Sentence) -> Span | None:
    """The party that a noun phrase is: its head's, else that of the words before the head or after "of"."""
    head = counted(noun)
    for token in (head, *(t for t in head.children if t.dep_ in ("compound", "amod", "poss", "nmod"))):
        party = sentence.party_at(token)
        if party is not None and not _as_place_only(token, sentence):
            return party.span
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "from")):
        for token in prep.children:
            party = sentence.party_at(token)
            if party is not None and not party.metonym:
                return party.span
    return None


def _as_place_only(token: Token, sentence: Sentence) -> bool:
    """True for "Kabul" in "residents of Kabul": a capital that is no party there."""
    party = sentence.party_at(token)
    return bool(party and party.metonym and token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "to"))


def _words(noun: Token, sentence: Sentence) -> Span:
    """The noun with its modifiers: "local fighters"."""
    head = counted(noun)
    kept = [head, *(c for c in head.children if c.dep_ in ("compound", "amod", "nmod") and c.i < head.i)]
    kept.sort(key=lambda token: token.i)
    return sentence.parsed.span_of(kept[0], head)


def _behind_pronoun(noun: Token, sentence: Sentence, said: Said | None) -> Span | None:
    report = sentence.report
    if noun.lower_ in FIRST:
        return _party_of_claimer(sentence, said)
    at = sentence.span_of(noun).start
    inside = [s for s in report.subjects if s.end <= at]
    start = report.sentences[max(0, sentence.index - 2)].start
    recent = [s for s in inside if s.start >= start]
    if recent:
        return recent[-1]
    before = [m.span for m in report.parties_in(Span(start, at))]
    return before[-1] if before else None


def _party_of_claimer(sentence: Sentence, said: Said | None) -> Span | None:
    if said is None or said.claimer is None:
        return None
    found = sentence.report.parties_in(said.claimer)
    return found[0].span if found else None
