"""Whose deed it is that another one hinders: "kept the rebels from taking it", "foiled a rebel attempt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_BEFORE = ("compound", "nmod", "amod")


def hindered(deed: Token) -> Token | None:
    """Who is hindered from a deed told as a gerund: "kept the rebels from taking it"; None for any other.

    Without "from" it must follow at once ("stopped the rebels taking it").
    """
    if deed.tag_ != "VBG":
        return None
    from_it = deed.dep_ == "pcomp" and deed.head.lower_ == "from"
    verb = deed.head.head if from_it else deed.head
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive or verb.lower_ not in word_set("pointing", "hindering"):
        return None
    if not from_it and (verb.lower_ not in word_set("pointing", "hindering", "bare") or deed.dep_ != "advcl"):
        return None
    nouns = [child for child in verb.children if child.dep_ == "dobj" and child.i < deed.i]
    return next((noun for noun in nouns if from_it or noun.i == deed.i - 1), None)


def is_foiled(noun: Token) -> bool:
    """True for an attempt that is the object of "foiled": it is not of who foils it."""
    verb = noun.head
    after = {f"{verb.lower_} {child.lower_}" for child in verb.children if child.dep_ in ("prt", "advmod")}
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    known = word_set("pointing", "foiling")
    return noun.dep_ == "dobj" and not passive and not known.isdisjoint({verb.lower_, *after})


def whose_foiled(noun: Token) -> Token | None:
    """The party in "foiled a Taliban attempt"; None where no noun or name stands before it."""
    named = (c for c in noun.children if c.dep_ in _BEFORE and (c.tag_[0] == "N" or c.text[0].isupper()))
    return next(named, None)
