"""The verb group of one clause: modals, perfect, negation, tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, "to" included."""
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def is_infinitive(verb: Token) -> bool:
    """True for "to take", "to be taken", "to have taken"."""
    return any(aux.tag_ == "TO" or aux.lower_ == "to" for aux in auxiliaries(verb) if aux.i < verb.i)


def is_perfect(verb: Token) -> bool:
    """True for "has taken", "to have taken", "having taken"."""
    return any(aux.lower_ in ("have", "has", "had", "'ve", "having") for aux in auxiliaries(verb))


def is_past(verb: Token) -> bool:
    """True for a past or perfect verb group, judged at its first finite word."""
    if is_perfect(verb) or verb.tag_ == "VBD":
        return True
    return any(aux.tag_ == "VBD" for aux in auxiliaries(verb))


def is_present(verb: Token) -> bool:
    """True for a finite present verb group without a modal."""
    finite = [verb, *auxiliaries(verb)]
    return any(word.tag_ in ("VBZ", "VBP") for word in finite) and not is_perfect(verb)


def is_negated(verb: Token, below: Token | None = None) -> bool:
    """True for "not", "never", "no longer" on the verb, or a subject with "no"; not for "not only".

    `below` is a child that was looked at already.
    """
    if _had_to(verb):
        return False
    if _after_nor(verb):
        return True
    for child in verb.children:
        if child == below:
            continue
        if child.dep_ == "neg" or child.lower_ in word_set("negation", "words"):
            if child.dep_ != "conj" and not _only(child):  # "was it taken or not?"
                return True
        elif _at_no(child, verb) or _not_once(child):
            return True
        elif child.dep_ == "advmod" and child.lower_ == "longer":
            if any(word.lower_ == "no" for word in child.children):
                return True
        elif child.dep_ in ("nsubj", "nsubjpass") and has_no(child):
            return True
    return False


def _at_no(link: Token, verb: Token) -> bool:
    """ "At no point", "under no circumstances", "in no way", "by no means" before it; "nor" first of all."""
    if link.lower_ == "nor":
        return verb.head == verb and link.i == verb.left_edge.i
    if link.dep_ != "prep" or link.i > verb.i:
        return False
    for noun in link.children:
        if noun.lower_ in word_set("negation", "occasions"):
            return any(child.lower_ == "no" for child in noun.children)
    return False


def _not_once(child: Token) -> bool:
    """ "Not once have they", "neither took it nor"."""
    if child.lower_ == "once":
        return any(word.dep_ == "neg" for word in child.children)
    return child.dep_ == "preconj" and child.lower_ == "neither"


def _after_nor(verb: Token) -> bool:
    """ "…, nor was it taken": a clause of its own that "nor" opens."""
    first = verb.left_edge.i
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return own and verb.dep_ == "conj" and first > 0 and verb.doc[first - 1].lower_ == "nor"


def _had_to(verb: Token) -> bool:
    """ "Could not have taken it without help": it was taken."""
    return is_perfect(verb) and any(child.lower_ == "without" for child in verb.children)


def has_no(noun: Token) -> bool:
    """True for "no troops", "none of them", "neither side", "not a single soldier"."""
    if noun.lower_ in ("none", "nobody", "neither", "nothing"):
        return True
    if any(child.dep_ == "poss" and has_no(child) for child in noun.children):
        return True
    first = noun.left_edge
    if first.lower_ in ("hardly", "scarcely", "barely") and first.i < noun.i:
        return noun.lower_.startswith("any") or first.nbor(1).lower_ in ("a", "an", "any", "one")
    for child in noun.children:
        if child.i < noun.i and child.lower_ in word_set("negation", "determiners"):
            return True
        if child.lower_ in ("hardly", "scarcely") and noun.lower_.startswith("any"):
            return True
        if child.lower_ in ("not", "never") and child.dep_ in ("neg", "preconj", "advmod"):
            return child.nbor(1).lower_ in ("a", "one", "any")
    return False


def modal_effect(verb: Token, below: Token | None = None) -> str | None:
    """What the modal does: "future", "possible", "probable", "deny" ("could not hold"), or None."""
    if _had_to(verb) and any(child.dep_ == "neg" for child in verb.children):
        return None
    for aux in auxiliaries(verb):
        if aux.tag_ != "MD" and aux.lower_ not in ("will", "would", "could"):
            continue
        form = aux.lower_
        if form in word_set("modals", "will"):
            return "future"
        if form == "must":
            return "probable" if is_perfect(verb) else "future"
        if form in word_set("modals", "may"):
            return _may(verb, form, below)
    return None


def _may(verb: Token, form: str, below: Token | None) -> str | None:
    if verb.lower_ in word_set("modals", "perceived") and form in ("could", "can"):
        return None
    if form in ("could", "can", "ca") and is_negated(verb, below):
        return "deny"
    if is_perfect(verb) or verb.tag_ == "VBG" or verb.lower_ in word_set("modals", "states"):
        return "possible"
    return "future"


def _only(negation: Token) -> bool:
    after = negation.i + 1
    return after < len(negation.doc) and negation.doc[after].lower_ in word_set("negation", "only")
