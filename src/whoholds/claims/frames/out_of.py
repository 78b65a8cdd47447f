"""Of a control that is over: "out of government hands", "beyond their control", "their rule has ended"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.said import children
from whoholds.text.syntax import is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def out_of_control(noun: Token) -> Token | None:
    """The word that says that a place is out of the control or hands that the noun means; None otherwise."""
    return leads_out(noun.head) if noun.dep_ == "pobj" else None


def leads_out(prep: Token) -> Token | None:
    """What "out of", "beyond" or, after "slipped", "from" hangs on; None for any other preposition."""
    if prep.lower_ in _words("words"):
        return prep.head
    if prep.lower_ == "of" and prep.head.lower_ == "out":
        return prep.head.head
    slipped = prep.lower_ in _words("after_slipping") and prep.head.lower_ in _words("slipping")
    return prep.head if slipped else None


def is_over(out: Token) -> bool:
    """True for "is out of", "has slipped from"; not for "is slipping" and "areas outside their control"."""
    return is_verb(out) and out.tag_ != "VBG"


def no_longer(prep: Token) -> Token | None:
    """The "longer" of "the city, no longer under their control"; None where a verb says so, and otherwise."""
    longer = prep.nbor(-1)
    found = longer.lower_ == "longer" and longer.nbor(-1).lower_ == "no" and not is_verb(prep.head)
    return longer if found else None


def is_never(prep: Token) -> bool:
    """True for "the last city not in their hands", "never under their control", "formerly under it"."""
    before = prep.nbor(-1).lower_
    never = before in ("not", "never") or before in word_set("timing", "formerly")
    return never and not is_verb(prep.head)


def end_of_control(noun: Token) -> Token | None:
    """The word that says of the noun that it is over: "has ended", "the end of", "ending a decade of"; else
    None."""
    whole, over = noun, noun.head
    while whole.dep_ == "pobj" and over.lower_ == "of" and _is_time(over.head):
        whole, over = over.head, over.head.head
    if whole.dep_ == "dobj" and over.lower_ in _words("ending"):
        return over
    over = noun.head
    if noun.dep_ == "nsubj" and is_verb(over) and over.lower_ in _words("ends"):
        return over if not children(over, "dobj") else None
    if noun.dep_ == "nsubjpass" and over.lower_ in _words("ended"):
        return over
    after_of = noun.dep_ == "pobj" and over.lower_ == "of"
    return over.head if after_of and over.head.lower_ in _words("nouns") else None


def _is_time(noun: Token) -> bool:
    return noun.lower_.rstrip("s") in _words("times")


def is_of_other_things(noun: Token) -> bool:
    """True for "fire control", "traffic control": no place is held by it."""
    words = word_set("frames", "other_control")
    return noun.lower_ == "control" and any(child.lower_ in words for child in noun.children)


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "out_of", key)
