"""Whom "they" and "he" mean by the grammar of their own sentence: forces that acted, or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.nouns import counted
from whoholds.claims.opposing import opposed_by
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import SUBJECTS, Said, children
from whoholds.text.syntax import subject
from whoholds.text.triggers import lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def acting_before(noun: Token, sentence: Sentence, said: Said | None) -> Token | None:
    """The forces that are the last subject before "they", itself a subject, in its own sentence.

    "Afghan forces fought on, but no help arrived and they retreated, he said". Not who says it; None where a
    party is named in between ("the army denied the rebels' claim that they held it").
    """
    if noun.lower_ == "it" and noun.head.dep_ == "relcl":
        return _acting_over(noun.head, sentence)
    if noun.lower_ != "they" or noun.dep_ not in SUBJECTS:
        return None
    before = (t for t in reversed(list(noun.doc)[: noun.i]) if t.dep_ in SUBJECTS and t.head.tag_[:1] == "V")
    acting = (t for t in before if sentence.is_force(t) and not _says_it(t, sentence, said))
    found = next(acting, None)
    if found is None:
        return None
    said_of = [token for token in found.subtree if token.i < min(found.head.i, noun.i)] or [found]
    own = max(sentence.span_of(token).end for token in said_of)  # "rebels who want the president's fall say"
    between = sentence.report.parties_in(Span(own, sentence.span_of(noun).start))
    return None if any(one.how == "named" and not one.metonym for one in between) else found


def whose_doing(noun: Token, sentence: Sentence) -> Span | None:
    """The RSF for the "them" of "the RSF's advance enabled them to take it"."""
    if noun.dep_ not in ("dobj", "nsubj") or noun.lower_ != "them":
        return None
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    owners = (one for doing in children(verb, "nsubj") for one in children(doing, "poss"))
    party = next((one for owner in owners if (one := sentence.party_at(owner)) is not None), None)
    return party.span if party is not None and party.name is not None else None


def acting_after(noun: Token, sentence: Sentence) -> Token | None:
    """The rebels of "after they overran the town, the rebels went on": whom "they" may mean, before it."""
    clause = noun.head
    if noun.lower_ != "they" or noun.dep_ not in SUBJECTS or clause.dep_ != "advcl":
        return None
    over = (one for one in children(clause.head, *SUBJECTS) if one.i > clause.i)
    return next((one for one in over if sentence.is_force(one)), None)


def leaves_what_others_took(pronoun: Token, doer: Token) -> bool:
    """True for "they" in "rebels took Hama, an officer saying they had withdrawn": who took it did not."""
    verb = pronoun.head
    said = any(
        doer.head.i < over.i < pronoun.i and over.lower_ in reporting_verbs() for over in verb.ancestors
    )
    taken = said and lemma_of(doer.head.text) in word_set("places", "taken", "gains")
    return taken and lemma_of(verb.text) in word_set("pointing", "persons", "leaving")


def _acting_over(clause: Token, sentence: Sentence) -> Token | None:
    """Russia of "Russia holds the south of Ukraine and Crimea, which it annexed in 2014"."""
    for verb in clause.ancestors:
        subjects = [t for t in verb.children if t.dep_ in SUBJECTS and verb.tag_[:1] == "V"]
        if subjects:
            return subjects[0] if sentence.is_force(subjects[0]) else None
    return None


def is_of_a_person(noun: Token) -> bool:
    """True for the "he" of "the president fled; his aides denied he had left": one who is named before it."""
    if noun.lower_ not in word_set("pointing", "persons", "single"):
        return False
    before = (t for t in list(noun.doc)[: noun.i] if t.dep_ in SUBJECTS)
    return any(t.tag_ == "NNP" for t in before)


def opposed_by_doer(noun: Token, sentence: Sentence) -> Span | None:
    """The Taliban for the "them" of "opponents of the Taliban drove them out"."""
    doer = subject(noun.head) if noun.dep_ == "dobj" and noun.lower_ == "them" else None
    foes = opposed_by(counted(doer), sentence.party_at) if doer is not None else None
    return foes.span if foes is not None else None


def _says_it(noun: Token, sentence: Sentence, said: Said | None) -> bool:
    if said is None:
        return False
    within = said.claimer is not None and sentence.span_of(noun).within(said.claimer)
    return within or sentence.span_of(noun.head) == said.cue
