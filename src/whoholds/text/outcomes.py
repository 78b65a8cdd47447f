"""What became of an attempt, a plan or a report: "the attempt failed", "tried in vain", "was false"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.verbs import has_no, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = ("acomp", "attr", "oprd", "xcomp", "prep", "pobj", "ccomp")
_USELESS = frozenset({"vain", "success", "avail"})
_OBJECTS = ("dobj", "nsubjpass")


def undone(word: Token) -> Token | None:
    """The word that says that what is attempted, planned or told did not happen, None where nothing does."""
    if word.tag_[0] == "N":
        failed = _failed(word) if word.lower_ in word_set("outcome", "attempts") else None
        return failed or (_false(word) if word.lower_ in word_set("outcome", "told") else None)
    if word.lower_ in word_set("outcome", "tries"):
        return _in_vain(word)
    return _falsely(word) if word.lower_ in reporting_verbs() else None


def _falsely(verb: Token) -> Token | None:
    """ "Falsely claimed that it fell", "wrongly reported"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in word_set("outcome", "falsely"):
            return child
    return None


def _failed(noun: Token) -> Token | None:
    """ "A failed attempt", "the attempt failed", "police foiled the attempt", "the plan was called off"."""
    for child in children(noun, "amod", "acl"):
        if child.lower_ in word_set("beside", "denied_before") | word_set("outcome", "useless"):
            return child
    verb = _settling(noun)
    if noun.dep_ == "nsubj" and not is_negated(verb):
        if verb.lower_ in word_set("outcome", "fails"):
            return verb
        links = [link for link in children(verb, "prep") if link.lower_ in ("to", "into")]
        return next(
            (link for link in links if any(c.lower_ in ("nothing", "naught") for c in link.children)), None
        )
    if noun.dep_ in _OBJECTS and is_stopped(verb):
        return verb
    return None


def _settling(noun: Token) -> Token:
    """The verb over the noun; over "attempts by" or "efforts" as the second of a list, over the first."""
    return noun.head.head if noun.dep_ == "conj" else noun.head


def is_stopped(verb: Token) -> bool:
    """True for a verb that ends what it has as object: "foiled", "called off", "beaten back"."""
    if is_negated(verb):
        return False
    form = verb.lower_
    if form in word_set("outcome", "stops"):
        return True
    after = [child.lower_ for child in children(verb, "prt", "advmod")]
    return any(f"{form}-{particle}" in word_set("outcome", "stops") for particle in after)


def _in_vain(verb: Token) -> Token | None:
    """ "Tried in vain", "tried unsuccessfully", "tried to take it but failed", "but were beaten back"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in ("unsuccessfully", "vainly", "fruitlessly"):
            return child
        nouns = {noun.lower_ for noun in child.children}
        if child.dep_ == "prep" and child.lower_ in ("in", "without", "to") and nouns & _USELESS:
            return child
        if child.dep_ == "conj" and not children(child, "nsubj", "dobj", "xcomp"):
            passive = bool(children(child, "auxpass"))
            if is_stopped(child) if passive else child.lower_ in word_set("outcome", "fails"):
                return child
    return None


def _false(noun: Token) -> Token | None:
    """ "The reports were false", "proved to be a lie", "he called the claim fake", "a false report"."""
    for child in children(noun, "amod"):
        if child.lower_ in word_set("outcome", "false"):
            return child
    verb = noun.head
    if noun.dep_ == "pobj":
        return _unfounded(noun)
    if (
        noun.dep_ in ("nsubj", "nsubjpass", "advcl")
        and verb.lower_ in word_set("outcome", "proves")
        and not is_negated(verb)
    ):
        return _falsehood(verb, noun)
    if noun.dep_ in _OBJECTS and verb.lower_ in word_set("outcome", "calls") and not is_negated(verb):
        after = [word for word in verb.subtree if word.i > noun.i]
        return next((word for word in after if word.lower_ in word_set("outcome", "false")), None)
    return None


def _unfounded(noun: Token) -> Token | None:
    """ "There is no truth in the reports", "nothing to the claims", "no basis for the rumours"."""
    over = noun.head.head
    no_truth = over.lower_ in word_set("outcome", "true") and (has_no(over) or is_negated(over.head))
    return over if no_truth or (over.lower_ == "nothing" and noun.head.lower_ in ("to", "in")) else None


def _falsehood(verb: Token, noun: Token) -> Token | None:
    """The predicate that calls it false, through "turned out to be"."""
    for child in children(verb, *_PREDICATES):
        if child == noun or is_negated(child):
            continue
        if child.dep_ == "prep" and child.lower_ == "without":
            return next((c for c in child.children if c.lower_ in word_set("outcome", "true")), None)
        if child.lower_ in word_set("outcome", "false"):
            return child
        found = _falsehood(child, noun)
        if found is not None:
            return found
    return None
