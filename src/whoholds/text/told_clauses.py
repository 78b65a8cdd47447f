"""Clauses that the parser hangs wrongly: what a report tells ("claims that it fell"), "had it fallen, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.verbs import auxiliaries, is_infinitive, is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

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
    bare = noun.dep_ == "attr" and all(child.tag_[0] != "W" for child in children(clause, *_SUBJECTS))
    bare = bare and not any(child.tag_[0] == "W" for child in clause.children) and _is_whole(clause)
    full = len(children(clause, "dobj")) > 1 or bool(children(clause, "auxpass"))
    lacks_none = full or clause.lower_ in word_set("outcome", "whole")
    whole = first.lower_ == "that" and first.dep_ == "dobj" and lacks_none
    return (that or whole or bare) and bool(children(clause, *_SUBJECTS))


def denied_by(noun: Token) -> Token | None:
    """The verb that denies a claim: "rejected their claim to have taken it", "scoffed at the claim"."""
    link = noun.head.lower_ if noun.dep_ == "pobj" else ""
    over = noun.head.head if link else noun.head
    verb = reporting_verbs().get(over.lower_)
    if verb is None or verb.kind != "deny" or over.tag_[0] != "V" or is_negated(over) or is_left_open(over):
        return None
    if noun.dep_ == "nsubjpass":  # "was disputed" leaves open who is right
        return over if verb.object and over.lower_ not in word_set("negation", "disputing") else None
    denies = link in verb.prepositions if link else verb.object and noun.dep_ == "dobj"
    return over if denies else None


def is_left_open(verb: Token) -> bool:
    """True for either verb of "confirm or deny", "neither confirm nor deny"."""
    beside = [verb.head, *children(verb.head, "conj")] if verb.dep_ == "conj" else children(verb, "conj")
    told = (reporting_verbs().get(one.lower_) for one in (verb, *beside))
    kinds = {one.kind for one in told if one is not None}
    links = {child.lower_ for child in children(verb.head if verb.dep_ == "conj" else verb, "cc")}
    return {"deny", "confirm"} <= kinds and not links.isdisjoint(("or", "nor"))


def told_aside(clause: Token, cue: Token) -> Token | None:
    """ "Says" in "it fell, A says; B denies it": the parser hangs what A says on what B does."""
    asides = (aside for aside in children(cue, "parataxis") if clause.i < aside.i < cue.i)
    speakers = (aside for aside in asides if aside.lower_ in reporting_verbs() and children(aside, "nsubj"))
    return next((one for one in speakers if any(n.i > one.i for n in children(cue, "nsubj"))), None)


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


def _is_whole(clause: Token) -> bool:
    """ "There are reports the army has left the town": the clause lacks no object that the noun could be."""
    return bool(children(clause, "dobj", "auxpass")) or clause.lower_ in word_set("outcome", "whole")


def told_subject(verb: Token) -> Token | None:
    """ "Claims" of "claims by them to have taken it are untrue", which the parser takes for who took it."""
    if not is_infinitive(verb):
        return None
    told = word_set("outcome", "told")
    return next((noun for noun in children(verb, "nsubj") if noun.lower_ in told), None)


def wrong_to_say(head: Token, verb: Token) -> bool:
    """True for "it is wrong to say", "it would be a lie to claim", "nothing to suggest" (`head`, `verb`)."""
    if not is_infinitive(verb):
        return False
    if head.lower_ == "nothing":
        return verb.lower_ in word_set("outcome", "hinting")
    wrong = head.lower_ in word_set("outcome", "false")
    return wrong and (verb.lower_ in reporting_verbs() or verb.lower_ in word_set("outcome", "hinting"))


def is_judged(clause: Token) -> bool:
    """True for "it is a lie that it fell", "it is not the case that it fell"."""
    noun = clause.head
    if noun.dep_ != "attr" or clause.left_edge.lower_ != "that" or not children(clause, *_SUBJECTS):
        return False
    it = any(subject.lower_ in ("it", "this", "that") for subject in children(noun.head, "nsubj"))
    return it and (noun.lower_ == "case" or noun.lower_ in word_set("outcome", "false"))


def is_cleft(clause: Token) -> bool:
    """True for "it was the rebels who took it"."""
    noun = clause.head
    if clause.dep_ != "relcl" or noun.dep_ != "attr" or noun.lower_ in word_set("negation", "occasions"):
        return False
    it = any(subject.lower_ == "it" for subject in children(noun.head, "nsubj"))
    return it and any(child.tag_ in ("WP", "WDT") for child in children(clause, "nsubj", "nsubjpass"))


def is_not_who(clause: Token) -> bool:
    """True for "it was not the rebels who took it": the clause tells of others than who did it."""
    return is_cleft(clause) and is_negated(clause.head.head)


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
