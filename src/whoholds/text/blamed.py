"""Whose deed it is after "accused the rebels of", "thanked the army for": the object's, not who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def blamed(verb: Token) -> Token | None:
    """Who did what the gerund after "of" or "for" tells: the object of the verb that blames or thanks.

    None where the verb is passive, for then its subject did it, and for any other verb.
    """
    link = verb.head
    links = word_set("pointing", "blaming", "links")
    if verb.dep_ not in ("pcomp", "pobj") or link.dep_ != "prep" or link.lower_ not in links:
        return None
    over = link.head
    if over.dep_ in ("dobj", "pobj") and _blames(over.head):
        return over
    if not _blames(over) or any(child.dep_ in ("auxpass", "nsubjpass") for child in over.children):
        return None
    return next((child for child in over.children if child.dep_ == "dobj"), None)


def _blames(verb: Token) -> bool:
    return verb.tag_.startswith("VB") and verb.lower_ in word_set("pointing", "blaming")
