"""Clauses that the parser hangs wrongly: what a report tells ("claims that it fell"), "had it fallen, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.verbs import auxiliaries, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_LINKS = ("mark", "advmod", "det")  # "that New York fell" is parsed as "that one New York"
_WOULD = frozenset({"would", "'d", "could", "might", "should"})
_OPENERS = frozenset({"that", "and", "but"})


def is_content(clause: Token) -> bool:
    """True for "the claim that the town fell": "that" is no part of the clause, which has its own subject.

    The parser takes many for relative clauses; in those "that" stands for the noun ("claims that they made").
    """
    noun = clause.head
    if clause.dep_ not in ("relcl", "acl") or noun.lower_ not in word_set("outcome", "told"):
        return False
    if clause.dep_ == "acl" and is_infinitive(clause):
        return True
    first = clause.left_edge
    links = [first, *children(clause, *_LINKS)]
    that = any(word.lower_ == "that" and word.dep_ in _LINKS for word in links)
    whole = first.lower_ == "that" and first.dep_ == "dobj" and clause.lower_ in word_set("outcome", "whole")
    return (that or whole) and bool(children(clause, *_SUBJECTS))


def is_unreal(clause: Token) -> bool:
    """True for "had they taken the town, …": it is told that they had not."""
    if not (_would(clause.head) or _would(clause.head.head)) or clause.lower_ in word_set(
        "negation", "known"
    ):
        return False
    subjects = children(clause, *_SUBJECTS)
    first = clause.left_edge
    would = _would(clause.head) or _would(clause.head.head)
    for had in auxiliaries(clause):
        opens = had == first or (first.lower_ in _OPENERS and had.i == first.i + 1)
        if (
            had.lower_ == "had"
            and opens
            and would
            and any(had.i < subject.i < clause.i for subject in subjects)
        ):
            return True
    over = clause.head
    follows = _would(over.head) or any(_would(one) for one in children(over, "ccomp"))
    bare = over.lower_ == "had" and not children(over, *_SUBJECTS) and over.i == first.i - 1
    bare = bare and follows
    return bare and clause.dep_ in ("ccomp", "xcomp") and bool(subjects) and clause.tag_ in ("VBN", "VBD")


def is_misread_noun(verb: Token) -> bool:
    """True for "claims" in "denied M23 claims that it fell", which the parser takes for a verb."""
    if verb.tag_ not in ("VBZ", "VBP") or verb.dep_ != "ccomp" or verb.head.i > verb.i:
        return False
    over = reporting_verbs().get(verb.head.lower_)
    denies = over is not None and over.kind == "deny"
    return denies and verb.lower_ in word_set("outcome", "told") and not children(verb, "mark", "aux")


def _would(verb: Token) -> bool:
    """True for "would be open", "could have been cut": what follows from what was not."""
    return any(aux.lower_ in _WOULD for aux in auxiliaries(verb))
